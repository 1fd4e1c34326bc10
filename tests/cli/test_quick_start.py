"""The quick import of aiogram leaves nothing out: every type is the one that aiogram makes by itself."""

import re
import subprocess
import sys

import pytest

QUICK = "from bot.quick_start import import_app\nimport_app()"
DESCRIBE = """
from pydantic import BaseModel
from aiogram import methods, types
for room in (types, methods):
    for name in room.__all__:
        kind = getattr(room, name)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            kind.model_rebuild()
            print(kind.__name__, kind.__pydantic_complete__, kind.model_fields)
"""


def described(beginning: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", beginning + DESCRIBE], capture_output=True, text=True, check=True)
    return re.sub(" at 0x[0-9a-f]+", "", done.stdout).splitlines()


@pytest.mark.slow
def test_every_type_and_method_of_telegram_is_as_aiogram_makes_it() -> None:
    quick = described(QUICK)
    assert quick == described("")
    assert len(quick) > 500
    assert all(line.split()[1] == "True" for line in quick)


def test_the_collector_works_on_after_the_import() -> None:
    script = f"import gc\n{QUICK}\nprint(gc.isenabled(), gc.get_freeze_count())"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    enabled, frozen = done.stdout.split()
    assert enabled == "True"
    assert int(frozen) > 100_000
