"""What Telegram's errors mean, as a table: try again, give up with a reason word, or send it another way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Remedy = Literal["done", "fail", "again", "plain", "unthreaded", "unreplied", "as_new", "as_bytes"]


@dataclass(frozen=True)
class SendError:
    """`remedy`: done = the chat shows it already; fail = permanent, with `reason`; the others: send it once more so
    (`as_bytes`: the file from our own copy, where we have one; else it fails)."""

    fragment: str
    remedy: Remedy
    reason: str


# The first fragment found in the description (lower case) wins.
SEND_ERRORS: tuple[SendError, ...] = (
    SendError("message is not modified", "done", "unchanged"),
    SendError("topic_not_modified", "done", "unchanged"),
    SendError("bot was blocked by the user", "fail", "blocked"),
    SendError("user is deactivated", "fail", "deactivated"),
    SendError("can't initiate conversation", "fail", "never_started"),
    SendError("bot can't send messages to bots", "fail", "is_bot"),
    SendError("kicked from", "fail", "removed_from_group"),
    SendError("bot is not a member", "fail", "removed_from_group"),
    SendError("group chat was deactivated", "fail", "group_gone"),
    SendError("group chat was deleted", "fail", "group_gone"),
    SendError("chat not found", "fail", "chat_not_found"),
    SendError("peer_id_invalid", "fail", "chat_not_found"),
    SendError("have no rights to send", "fail", "no_rights"),
    SendError("not enough rights", "fail", "no_rights"),
    SendError("chat_write_forbidden", "fail", "no_rights"),
    SendError("chat_restricted", "fail", "no_rights"),
    SendError("chat_send_", "fail", "no_rights"),
    SendError("need administrator rights", "fail", "no_rights"),
    SendError("can't parse entities", "plain", "bad_markup"),
    SendError("message thread not found", "unthreaded", "topic_gone"),
    SendError("topic_closed", "unthreaded", "topic_closed"),
    SendError("topic_deleted", "unthreaded", "topic_gone"),
    SendError("message to be replied not found", "unreplied", "replied_gone"),
    SendError("replied message not found", "unreplied", "replied_gone"),
    SendError("message to edit not found", "as_new", "edited_gone"),
    SendError("message can't be edited", "as_new", "edited_gone"),
    SendError("message_id_invalid", "as_new", "edited_gone"),
    SendError("wrong file", "as_bytes", "file_gone"),
    SendError("wrong remote file", "as_bytes", "file_gone"),
    SendError("file reference", "as_bytes", "file_gone"),
    SendError("file is temporarily unavailable", "as_bytes", "file_gone"),
)
UNKNOWN = SendError("", "fail", "refused")


def sort_error(description: str) -> SendError:
    """The row of the table for a 4xx description."""
    lowered = description.lower()
    return next((error for error in SEND_ERRORS if error.fragment in lowered), UNKNOWN)
