"""Every line of the log is one JSON object that says when, and what it was working on."""

import json
import subprocess
import sys

SCRIPT = """
import logging
import structlog
from bot.logs import bind, set_up_logs

set_up_logs("INFO")
log = structlog.get_logger("bot")
log.debug("too small to say")
with bind(update_id=7, chat_id=-100):
    log.info("case_opened", case="派潭-0610-1")
    logging.getLogger("somebody.else").warning("said %s", "so")
try:
    1 / 0
except ZeroDivisionError as error:
    log.error("update_failed", exc_info=error)
"""


def test_our_lines_and_those_of_libraries_are_json_with_the_ids_of_the_update() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    ours, theirs, fault = map(json.loads, done.stderr.splitlines())
    assert (ours["event"], ours["case"], ours["update_id"], ours["chat_id"]) == ("case_opened", "派潭-0610-1", 7, -100)
    assert (theirs["event"], theirs["logger"], theirs["update_id"]) == ("said so", "somebody.else", 7)
    assert "ZeroDivisionError" in fault["exception"]
    assert all(line["timestamp"].endswith("Z") and line["level"] for line in (ours, theirs, fault))
    assert done.stdout == ""
