"""The bytes of evidence on this machine's disk, addressed by their SHA-256: `ab/abcdef…`. Never served to anybody.

A file is written beside its place, forced to the disk, and then moved into it: whatever is under an address is whole,
and a kill at any line leaves at most a `.part`, which the next start takes away. Calls block: run them in a thread.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from pathlib import Path

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
CHUNK = 1 << 20


def disk_reason(fault: OSError) -> str:
    """The reason word of a fault of the disk."""
    if fault.errno in FULL:
        return "disk_full"
    return "no_permission" if fault.errno in FORBIDDEN else "disk_fault"


class Part:
    """A file that is being written. `finish` gives its address, `drop` takes it away again."""

    def __init__(self, store: EvidenceStore) -> None:
        self._store = store
        self._path = store.incoming / f"{secrets.token_hex(8)}.part"
        self._hash, self.size = hashlib.sha256(), 0
        store.prepare()
        self._file = os.fdopen(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")

    def write(self, chunk: bytes) -> None:
        self._file.write(chunk)
        self._hash.update(chunk)
        self.size += len(chunk)

    def finish(self) -> str:
        """The SHA-256 under which the bytes now lie, safe from a power cut."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        sha256 = self._hash.hexdigest()
        place = self._store.path(sha256)
        place.parent.mkdir(mode=0o700, exist_ok=True)
        self._path.replace(place)
        _force(place.parent)
        _force(self._store.folder)
        return sha256

    def drop(self) -> None:
        self._file.close()
        self._path.unlink(missing_ok=True)


class EvidenceStore:
    """The folder `EVIDENCE_DIR`. OSError wherever the disk says no."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.incoming = folder, folder / "incoming"

    def prepare(self) -> None:
        """Make the folder, for the bot's own eyes only."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        for folder in (self.folder, self.incoming):
            folder.mkdir(mode=0o700, exist_ok=True)

    def sweep(self) -> None:
        """At a start: what a dead fetcher left half written goes away."""
        for left in self.incoming.glob("*.part"):
            left.unlink(missing_ok=True)

    def path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def holds(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def begin(self) -> Part:
        return Part(self)

    def look_at(self, sha256: str) -> str:
        """Hash the bytes anew: whole, changed, or missing."""
        digest = hashlib.sha256()
        try:
            with self.path(sha256).open("rb") as file:
                while chunk := file.read(CHUNK):
                    digest.update(chunk)
        except FileNotFoundError:
            return "missing"
        return "whole" if digest.hexdigest() == sha256 else "changed"


def _force(folder: Path) -> None:
    """A new name is only safe when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
