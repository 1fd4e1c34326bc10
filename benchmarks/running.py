"""What is measured runs here: each server and bot a process of its own, CPU time and memory read from the kernel."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).parent.parent
TOKEN = "4200001:token-of-the-benchmarks"
TICKS = os.sysconf("SC_CLK_TCK")
PROGRESS_SECONDS = 10.0
# No limit of ours where the bot itself is measured; far above anything a machine can do.
NO_LIMITS = {
    "MESSAGES_PER_SECOND": "1000000",
    "MESSAGES_PER_SECOND_IN_CHAT": "1000000",
    "MESSAGES_PER_MINUTE_IN_GROUP": "10000000",
}


_BEGUN = time.monotonic()
Result = TypeVar("Result")


class TooLong(KeyboardInterrupt):
    """A part has used up its time. Not an Exception: an event loop must let it through."""


def say(words: str) -> None:
    """A line of progress, with the minutes since the beginning."""
    minutes, seconds = divmod(int(time.monotonic() - _BEGUN), 60)
    print(f"… {minutes:02}:{seconds:02} {words}", flush=True)


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """TooLong inside, after so many seconds; the processes begun inside are stopped on the way out."""

    def over(*_: object) -> None:
        raise TooLong(f"not done within {seconds:.0f} s")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Process:
    """A child process. `cpu` is seconds of user and system time; `rss` and `peak_rss` are MiB."""

    def __init__(self, *command: str, log: Path, env: Mapping[str, str] | None = None) -> None:
        self.log = log
        with log.open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, *command],
                cwd=ROOT,
                env={**os.environ, **(env or {})},
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self.pid = self._process.pid

    def first_line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    @property
    def cpu(self) -> float:
        return cpu_of(self.pid)

    @property
    def rss(self) -> float:
        return self._memory("VmRSS")

    @property
    def peak_rss(self) -> float:
        return self._memory("VmHWM")

    def _memory(self, name: str) -> float:
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024

    def ended_by_itself(self) -> bool:
        return self._process.poll() not in (None, -signal.SIGKILL)

    def kill(self) -> None:
        """As a power cut does it."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(8)
        except subprocess.TimeoutExpired:
            self.kill()  # and is gone: its locks with it
            self._process.wait()


def cpu_of(pid: int) -> float:
    """Of the process alone, with the children it has waited for."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / TICKS


def cpu_of_family(pid: int) -> float:
    """Of the process and its living children: a PostgreSQL server with its backends."""
    total = cpu_of(pid)
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        with contextlib.suppress(FileNotFoundError):
            total += cpu_of(int(child))
    return total


def ask(url: str, body: Mapping[str, Any] | None = None) -> Any:
    """POST JSON to a server of ours (GET without a body)."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read())


class Telegram:
    """The quick Telegram of `benchmarks.telegram` in its process."""

    def __init__(self, log: Path, delay: float = 0.0) -> None:
        self.process = Process("-m", "benchmarks.telegram", str(delay), log=log)
        self.url = f"http://127.0.0.1:{self.process.first_line()}"

    def ask(self, verb: str, **asked: Any) -> Any:
        return ask(f"{self.url}/bench/{verb}", asked)["result"]

    def state(self) -> dict[str, Any]:
        state: dict[str, Any] = self.ask("state")
        return state


@contextlib.contextmanager
def telegram(folder: Path, delay: float = 0.0) -> Iterator[Telegram]:
    server = Telegram(folder / "telegram.log", delay)
    try:
        yield server
    finally:
        server.process.stop()


@contextlib.contextmanager
def the_bot(api_url: str, database_url: str, folder: Path, **settings: str) -> Iterator[Process]:
    """`python -m bot run` as in production; its log is `bot.log`."""
    env = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api_url,
        "DATABASE_URL": database_url,
        "BOT_ADMINS": "",
        "LISTEN_PORT": "0",
        "WEBHOOK_URL": "",
        "LOG_LEVEL": "WARNING",
        "PRACTICE_CLOCK_URL": "",
        "ESCALATION_TABLE": "",
        **settings,
    }
    process = Process("-m", "bot", "run", log=folder / "bot.log", env=env)
    try:
        yield process
        if process.ended_by_itself():
            raise RuntimeError(f"the bot has ended by itself:\n{process.log.read_text()[-2000:]}")
    finally:
        process.stop()


@contextlib.contextmanager
def a_peer(name: str, *arguments: str, folder: Path) -> Iterator[Process]:
    process = Process("-m", f"benchmarks.peers.{name}", *arguments, log=folder / f"{name}.log")
    try:
        yield process
    finally:
        process.stop()


@contextlib.contextmanager
def a_folder() -> Iterator[Path]:
    """On a disk, not in memory: what is written with fsync must go where it would go in production."""
    folder = Path(tempfile.mkdtemp(prefix="qianshao-bench-", dir=os.environ.get("BENCH_FOLDER")))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def attempt(what: str, measure: Callable[[], Result]) -> Result | None:
    """None, and a line that says why, when it fails: one contender must not end the others."""
    say(f"  {what}")
    try:
        return measure()
    except Exception as error:
        say(f"  {what} FAILED: {type(error).__name__}: {error}"[:300])
        return None


def until(
    what: str, holds: Callable[[], Any], within: float = 120.0, every: float = 0.05,
    so_far: Callable[[], Any] | None = None,
) -> Any:  # fmt: skip
    """Ask until the answer is true, and return it. Every ten seconds of waiting are a line of progress."""
    begun = told = time.monotonic()
    while not (answer := holds()):
        now = time.monotonic()
        if now - begun > within:
            raise TimeoutError(f"{what} did not happen within {within:.0f} s")
        if now - told > PROGRESS_SECONDS:
            told = now
            say(f"  waiting {now - begun:.0f} s for {what}" + (f": {so_far()}" if so_far else ""))
        time.sleep(every)
    return answer
