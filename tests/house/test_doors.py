"""The doors hold, and every module stands behind one."""

import tomllib

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.house.source import ROOT, modules


def test_every_room_imports_only_what_its_door_lets_in(capsys) -> None:  # type: ignore[no-untyped-def]
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_module_stands_behind_a_door() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    rooms = [room.replace(".", "/") for contract in contracts for room in contract["rooms"]]
    outside = [
        path
        for path in modules()
        if path != "bot/__init__.py" and not any(path == f"{room}.py" or path.startswith(f"{room}/") for room in rooms)
    ]
    assert outside == []
