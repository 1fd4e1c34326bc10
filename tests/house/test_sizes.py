"""Modules and functions stay small enough to be read at once."""

import ast

from tests.house.source import ROOT, modules

LONGEST_MODULE, LONGEST_FUNCTION = 400, 60
# file → why it may be longer
LONG_MODULES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    long = {path: len((ROOT / path).read_text("utf-8").splitlines()) for path in modules()}
    assert {path: lines for path, lines in long.items() if lines > LONGEST_MODULE and path not in LONG_MODULES} == {}


def test_no_function_is_longer_than_sixty_lines() -> None:
    long = {
        f"{path}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    assert {
        name: lines for name, lines in long.items() if lines > LONGEST_FUNCTION and name not in LONG_FUNCTIONS
    } == {}
