"""Bots as processes of their own that are up at once: a parent has imported everything, and forks.

An interpreter that imports the bot takes some two seconds; a night in which the bot is killed at every step needs many.
What is forked is `python -m bot run`, whole, with a process id that can be killed.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping


class Nursery:
    """One for all tests of a worker; made when the first bot is wanted."""

    def __init__(self) -> None:
        self._parent: subprocess.Popen[str] | None = None
        self._turn = threading.Lock()

    async def start(self, environment: Mapping[str, str]) -> int:
        """The process id of a new bot."""
        return int(await asyncio.to_thread(self._ask, {"environment": dict(environment)}))

    async def ended(self, pid: int) -> int:
        """Wait until it has ended: its exit code, or minus the signal that killed it."""
        return int(await asyncio.to_thread(self._ask, {"pid": pid}))

    def _ask(self, question: Mapping[str, object]) -> str:
        with self._turn:
            if self._parent is None:
                command = [sys.executable, "-m", "tests.stories.nursery"]
                self._parent = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
                atexit.register(self._parent.kill)
            assert self._parent.stdin is not None
            assert self._parent.stdout is not None
            self._parent.stdin.write(json.dumps(question) + "\n")
            self._parent.stdin.flush()
            return self._parent.stdout.readline()


def _bring_up() -> None:
    """The parent: forks a bot for each line that asks for one, and waits for those that have ended."""
    from bot.quick_start import import_app

    import_app()
    import storage.migrate  # noqa: F401

    for line in sys.stdin:
        asked = json.loads(line)
        if "pid" in asked:
            print(os.waitstatus_to_exitcode(os.waitpid(asked["pid"], 0)[1]), flush=True)
            continue
        pid = os.fork()
        if pid == 0:
            _become_the_bot(asked["environment"])
        print(pid, flush=True)


def _become_the_bot(environment: Mapping[str, str]) -> None:
    from bot.__main__ import app

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    os.environ.clear()
    os.environ.update(environment)
    code = 1
    with contextlib.suppress(Exception):
        try:
            app(["run"], standalone_mode=True)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    os._exit(code)


if __name__ == "__main__":
    _bring_up()
