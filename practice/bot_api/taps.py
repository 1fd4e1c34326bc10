"""Answers to taps, and the reactions a bot sets."""

from typing import Any

from telegram.constants import CallbackQueryLimit, ReactionEmoji

from practice.bot_api.access import Access, chat_of, message_of
from practice.bot_api.call import Call, method
from practice.clock import monotonic
from practice.errors import Json, bad_request

# Undocumented; clients give up after about half a minute, and bots that answer a tap after a restart get the error.
TAP_LIVES_SECONDS = 60.0
EMOJI = frozenset(emoji.value for emoji in ReactionEmoji)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    params = call.params
    query_id = params.text("callback_query_id")
    tap = call.world.taps.get(query_id)
    if tap is None or tap.bot_id != call.bot.id or monotonic() - tap.at > TAP_LIVES_SECONDS:
        raise bad_request(TOO_OLD)
    text = params.text("text")
    if len(text) > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    answer: Json = {"text": text or None, "show_alert": params.flag("show_alert")}
    if params.has("url"):
        answer["url"] = params.text("url")
    tap.answer = answer
    call.world.events.add("callback_answer", tap.chat, tap.person_id, query_id=query_id, **answer)
    return True


def reaction(item: Any) -> Json:
    if not isinstance(item, dict):
        raise bad_request("can't parse ReactionType: expected an Object")
    kind = item.get("type")
    if kind == "emoji":
        if item.get("emoji") not in EMOJI:
            raise bad_request("REACTION_INVALID")
        return {"type": "emoji", "emoji": item["emoji"]}
    if kind == "custom_emoji":
        return {"type": "custom_emoji", "custom_emoji_id": str(item.get("custom_emoji_id", ""))}
    raise bad_request("can't parse ReactionType: invalid reaction type specified")


@method("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    items = call.params.parsed("reaction", "can't parse reaction types JSON object") or []
    if not isinstance(items, list):
        raise bad_request("expected an Array of ReactionType")
    reactions = [reaction(item) for item in items]
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if not call.params.whole("message_id"):
        raise bad_request("message identifier is not specified")
    chat = chat_of(call, Access.WRITE)
    message = message_of(call, chat, "react")
    chat.reactions.setdefault(message["message_id"], {})[call.bot.id] = reactions
    call.world.events.add("chat", chat, reacted=message["message_id"], reaction=reactions)
    return True
