"""Whether the three languages say the same things: every message in each, with the same variables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

FILES = ("zh_Hans.ftl", "zh_Hant.ftl", "en.ftl")


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.add(node.id.name)


@cache
def messages(file: str) -> tuple[dict[str, frozenset[str]], list[str]]:
    """Every message of a file with its variables (attributes as `key.attribute`), and what is wrong inside the file.

    Read once a process, as the words themselves are.
    """
    found: dict[str, frozenset[str]] = {}
    faults = []
    for entry in FluentParser().parse(resources.files("locales").joinpath(file).read_text("utf-8")).body:
        if isinstance(entry, ast.Junk):
            faults.append(f"{file}: cannot be read: {(entry.content or '').strip().splitlines()[0]}")
        elif isinstance(entry, ast.Message):
            for key, node in _parts(entry):
                if key in found:
                    faults.append(f"{file}: {key} is there twice")
                found[key] = _variables(node)
    return found, faults


def _parts(message: ast.Message) -> Iterator[tuple[str, ast.BaseNode]]:
    if message.value is not None:
        yield message.id.name, message.value
    for attribute in message.attributes:
        yield f"{message.id.name}.{attribute.id.name}", attribute.value


def _variables(node: ast.BaseNode) -> frozenset[str]:
    visitor = _Variables()
    visitor.visit(node)
    return frozenset(visitor.found)


def gaps() -> list[str]:
    """Every difference between the languages, a line each; empty when they are whole."""
    read = {file: messages(file) for file in FILES}
    faults = [fault for _, inside in read.values() for fault in inside]
    first, first_words = FILES[0], read[FILES[0]][0]
    for file in FILES[1:]:
        words = read[file][0]
        faults += [f"{file}: {key} is missing" for key in sorted(first_words.keys() - words.keys())]
        faults += [f"{file}: {key} is not in {first}" for key in sorted(words.keys() - first_words.keys())]
        for key in sorted(first_words.keys() & words.keys()):
            if odd := first_words[key] ^ words[key]:
                faults.append(f"{file}: {key}: not the same variables: {', '.join(sorted(odd))}")
    return faults
