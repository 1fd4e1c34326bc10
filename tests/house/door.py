"""The door contract of import-linter: a room imports what its table names, and nothing else."""

import sys
from collections.abc import Iterator

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class Door(Contract):
    """`rooms` may import each other, `ours` and `third_party` with everything below, and the standard library."""

    rooms = fields.ListField(subfield=fields.StringField())
    ours = fields.ListField(subfield=fields.StringField(), required=False)
    third_party = fields.ListField(subfield=fields.StringField(), required=False)
    not_even = fields.ListField(subfield=fields.StringField(), required=False)
    everything = fields.BooleanField(required=False, default=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        broken = [] if self.everything else sorted(self._broken(graph))
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["broken"]:
            output.print_error(line)

    def _broken(self, graph: ImportGraph) -> Iterator[str]:
        for module in graph.modules:
            if not _below(module, self.rooms):
                continue
            for imported in graph.find_modules_directly_imported_by(module):
                if not self._is_open(imported):
                    lines = [
                        detail["line_number"] for detail in graph.get_import_details(importer=module, imported=imported)
                    ]
                    yield f"{module} imports {imported} (line {', '.join(map(str, lines))})"

    def _is_open(self, imported: str) -> bool:
        if _below(imported, self.not_even or []):
            return False
        if imported.split(".")[0] in sys.stdlib_module_names:
            return True
        return _below(imported, [*self.rooms, *(self.ours or []), *(self.third_party or [])])


def _below(module: str, names: list[str]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in names)
