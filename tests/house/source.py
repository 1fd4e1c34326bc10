"""The project's own source, parsed once, for the tests of the house."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "handlers", "storage", "locales", "practice")


@cache
def modules() -> dict[str, ast.Module]:
    """By path from the root: `bot/clock.py` → its tree. Generated migrations are left out."""
    files = [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]
    return {
        str(file.relative_to(ROOT)): ast.parse(file.read_text("utf-8"), str(file))
        for file in files
        if "versions" not in file.parts
    }


def dotted(node: ast.expr) -> str:
    """`a.b.c` of a chain of names; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


def calls(tree: ast.Module) -> list[tuple[str, ast.Call]]:
    """Every call whose function has a name, with that name."""
    found = [(dotted(node.func), node) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [(name, node) for name, node in found if name]
