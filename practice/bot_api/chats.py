"""What a bot may ask about a chat and its members, and how it leaves."""

from telegram import AcceptedGiftTypes
from telegram.constants import ChatMemberStatus, ProfileAccentColor

from practice.bot_api.access import Access, chat_of
from practice.bot_api.call import Call, method
from practice.errors import Json, bad_request
from practice.groups import member_json, remove_member
from practice.messages import is_group, quoted
from practice.world import ADMINS, Chat

MAX_REACTIONS = 11


@method("getChat")
def get_chat(call: Call) -> Json:
    chat = chat_of(call, Access.READ)
    gifts = AcceptedGiftTypes(chat.is_private, chat.is_private, chat.is_private, chat.is_private, False).to_dict()
    answer: Json = {
        **chat.json,
        "accent_color_id": chat.id % len(ProfileAccentColor),
        "max_reaction_count": MAX_REACTIONS,
        "accepted_gift_types": gifts,
    }
    if chat.is_private and "username" in chat.json:
        answer["active_usernames"] = [chat.json["username"]]
    if is_group(chat):
        answer["permissions"] = dict.fromkeys(
            ("can_send_messages", "can_send_photos", "can_send_videos", "can_send_voice_notes", "can_invite_users"),
            True,
        )
    if chat.pinned:
        pinned = chat.message(chat.pinned[0])
        if pinned:
            answer["pinned_message"] = quoted(pinned)
    return answer


def group_of(call: Call, refusal: str) -> Chat:
    chat = chat_of(call, Access.MEMBERS)
    if chat.is_private:
        raise bad_request(refusal)
    return chat


@method("getChatMember")
def get_chat_member(call: Call) -> Json:
    user_id = call.params.whole("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    chat = chat_of(call, Access.MEMBERS)
    if call.world.user(user_id) is None:
        raise bad_request("PARTICIPANT_ID_INVALID" if not chat.is_private else "member not found")
    return member_json(call.world, user_id, chat.status(user_id))


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[Json]:
    """Other bots are left out, as Telegram does unless asked for them; the bot itself is listed."""
    chat = group_of(call, "there are no administrators in the private chat")
    with_bots = call.params.flag("return_bots")
    return [
        member_json(call.world, user_id, status)
        for user_id, status in chat.members.items()
        if status in ADMINS and (with_bots or user_id == call.bot.id or user_id not in call.world.bots)
    ]


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    chat = chat_of(call, Access.MEMBERS)
    return sum(1 for user_id in chat.members if chat.has(user_id))


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    chat = group_of(call, "chat member status can't be changed in private chats")
    if chat.status(call.bot.id) in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED):
        return True
    remove_member(call.world, chat, call.bot.user, call.bot.id)
    return True


@method("getUserProfilePhotos")
def get_user_profile_photos(call: Call) -> Json:
    """Nobody in the practice room has set a picture."""
    user_id = call.params.whole("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    if call.world.user(user_id) is None:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}
