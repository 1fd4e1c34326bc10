"""Reason words of a failed send after which the chat cannot be reached at all, so that somebody else must be called."""

UNREACHABLE = frozenset(
    {"blocked", "deactivated", "never_started", "removed_from_group", "group_gone", "chat_not_found", "no_rights"}
)
