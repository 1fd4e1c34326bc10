"""sendMessage and the other contents without files: location, venue, contact, poll, dice, chat action."""

import random
from typing import Any

from telegram import Contact, Location
from telegram.constants import ChatAction, DiceEmoji, LocationLimit, MessageLimit, PollLimit

from practice.bot_api.access import Access, answered_message, chat_of, check_rights, thread_of
from practice.bot_api.call import Call, method
from practice.entities import utf16_length
from practice.errors import Json, bad_request
from practice.keyboards import sorted_markup
from practice.markdown import formatted
from practice.marks import find_marks
from practice.messages import compose, in_topic, post
from practice.world import Chat

DICE_VALUES = {DiceEmoji.DICE: 6, DiceEmoji.DARTS: 6, DiceEmoji.BOWLING: 6, DiceEmoji.BASKETBALL: 5}
DICE_VALUES |= {DiceEmoji.FOOTBALL: 5, DiceEmoji.SLOT_MACHINE: 64}
ACTIONS = frozenset(action.value for action in ChatAction)


def send(call: Call, content: Json, plural: str, cost: int = 1) -> Json:
    """Sends one message of any kind: the checks come in Telegram's order, the content was checked before."""
    chat = chat_of(call, Access.WRITE)
    inline, screen = sorted_markup(call.params.values.get("reply_markup"), chat.is_private)
    thread_id = thread_of(call, chat)
    answered = answered_message(call, chat)
    check_rights(call, chat, plural)
    call.bot.flood.pass_or_refuse(chat.id, cost, call.params.flag("allow_paid_broadcast"))
    return deliver(call, chat, content, thread_id, answered, inline, screen)


def deliver(
    call: Call,
    chat: Chat,
    content: Json,
    thread_id: int = 0,
    answered: Json | None = None,
    inline: Json | None = None,
    screen: Json | None = None,
) -> Json:
    message = compose(call.world, chat, call.bot.user, content)
    if thread_id:
        message.update(in_topic(chat, thread_id))
    elif answered and answered.get("is_topic_message"):
        message.update(in_topic(chat, answered["message_thread_id"]))
    if answered:
        message["reply_to_message"] = answered
    if inline:
        message["reply_markup"] = inline
    if call.params.flag("protect_content"):
        message["has_protected_content"] = True
    return post(call.world, chat, message, screen)


def text_content(call: Call) -> Json:
    """The text of sendMessage and editMessageText: `{"text", "entities"?}`."""
    params = call.params
    raw = params.text("text")
    if not raw:
        raise bad_request("message text is empty")
    entities = params.parsed("entities", "can't parse entities JSON object") if not params.has("parse_mode") else None
    text, found = formatted(raw, params.text("parse_mode"), entities)
    if not text:
        raise bad_request("text must be non-empty")
    # Counted in UTF-16 units, as the entities are: the stricter of the two readings of "characters".
    if utf16_length(text) > MessageLimit.MAX_TEXT_LENGTH:
        raise bad_request("message is too long")
    found = find_marks(text, found)[: int(MessageLimit.MESSAGE_ENTITIES)]
    return {"text": text, "entities": found} if found else {"text": text}


def caption_content(text: str, parse_mode: str, entities: object) -> Json:
    caption, found = formatted(text, parse_mode, entities)
    if utf16_length(caption) > MessageLimit.CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    if not caption:
        return {}
    found = find_marks(caption, found)[: int(MessageLimit.MESSAGE_ENTITIES)]
    return {"caption": caption, "caption_entities": found} if found else {"caption": caption}


@method("sendMessage")
def send_message(call: Call) -> Json:
    return send(call, text_content(call), "text messages")


def location_content(call: Call) -> Json:
    params = call.params
    for name in ("latitude", "longitude"):
        if not params.has(name):
            raise bad_request(f"{name} is empty")
    latitude = params.number("latitude", "wrong latitude specified")
    longitude = params.number("longitude", "wrong longitude specified")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong location specified")
    accuracy = min(max(float(params.text("horizontal_accuracy") or 0), 0), float(LocationLimit.HORIZONTAL_ACCURACY))
    location = Location(longitude, latitude, horizontal_accuracy=accuracy or None)
    return location.to_dict()


@method("sendLocation")
def send_location(call: Call) -> Json:
    location = location_content(call)
    period = call.params.whole("live_period")
    if period:
        live = LocationLimit.MIN_LIVE_PERIOD <= period <= LocationLimit.MAX_LIVE_PERIOD
        if not live and period != LocationLimit.LIVE_PERIOD_FOREVER:
            raise bad_request("wrong live period specified")
        location["live_period"] = period
    return send(call, {"location": location}, "locations")


@method("sendVenue")
def send_venue(call: Call) -> Json:
    location = location_content(call)
    venue = {"location": location, "title": call.params.required("title"), "address": call.params.required("address")}
    return send(call, {"venue": venue, "location": location}, "venues")


@method("sendContact")
def send_contact(call: Call) -> Json:
    params = call.params
    contact = Contact(
        params.required("phone_number"),
        params.required("first_name"),
        params.text("last_name") or None,
        vcard=params.text("vcard") or None,
    )
    return send(call, {"contact": contact.to_dict()}, "contacts")


@method("sendDice")
def send_dice(call: Call) -> Json:
    emoji = call.params.text("emoji") or DiceEmoji.DICE.value
    values = {str(name.value): most for name, most in DICE_VALUES.items()}
    if emoji not in values:
        raise bad_request("wrong dice emoji specified")
    return send(call, {"dice": {"emoji": emoji, "value": random.randint(1, values[emoji])}}, "dice")


def poll_option(option: Any, number: int) -> Json:
    text = option.get("text") if isinstance(option, dict) else option
    if not isinstance(text, str):
        raise bad_request("expected an option to be of type String")
    if not 1 <= len(text) <= PollLimit.MAX_OPTION_LENGTH:
        raise bad_request("poll options length must not exceed 100" if text else "poll options must be non-empty")
    return {"persistent_id": str(number), "text": text, "voter_count": 0}


@method("sendPoll")
def send_poll(call: Call) -> Json:
    params = call.params
    question, _ = formatted(params.text("question"), params.text("question_parse_mode"))
    options = params.parsed("options", "can't parse options JSON object")
    if not question:
        raise bad_request("poll question must be non-empty")
    if len(question) > PollLimit.MAX_QUESTION_LENGTH:
        raise bad_request("poll question length must not exceed 300")
    if not isinstance(options, list):
        raise bad_request("expected an Array of String as options")
    if not 1 <= len(options) <= PollLimit.MAX_OPTION_NUMBER:
        raise bad_request(f"poll must have between 1 and {int(PollLimit.MAX_OPTION_NUMBER)} answer options")
    quiz = params.text("type") == "quiz"
    poll: Json = {
        "id": str(5_000_000_000_000 + call.world.new_number()),
        "question": question,
        "options": [poll_option(option, number) for number, option in enumerate(options)],
        "total_voter_count": 0,
        "is_closed": params.flag("is_closed"),
        "is_anonymous": params.flag("is_anonymous", True),
        "type": "quiz" if quiz else "regular",
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
        "allows_revoting": params.flag("allows_revoting", not quiz),
        "members_only": params.flag("members_only"),
    }
    return send(call, {"poll": poll}, "polls")


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    action = call.params.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = chat_of(call, Access.WRITE)
    call.world.events.add("action", chat, action=action, user=call.bot.user)
    return True
