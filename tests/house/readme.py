"""The tables of the two READMEs, as rows of cells."""

import re

from tests.house.source import ROOT

READMES = ("README.md", "README.zh.md")


def rows(readme: str, name: str) -> list[list[str]]:
    """The table between the markers `name:begin` and `name:end`, without its head."""
    text = (ROOT / readme).read_text("utf-8")
    found = re.search(rf"<!-- {name}:begin -->\n(.*?)<!-- {name}:end -->", text, re.DOTALL)
    assert found, f"{readme} has no part {name}"
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found[1].strip().splitlines()[2:]]
