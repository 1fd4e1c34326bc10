"""The control door (docs/practice_control.md): people, groups, phones, time, faults and limits, as JSON over HTTP."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from practice import groups, people
from practice.bot_door import json_response
from practice.commands import commands_for, menu_button_for
from practice.errors import Json, NotPossible
from practice.flood import DEFAULTS, check_limits
from practice.world import Bot, Chat, Person, WorldState, chat_json_on_phone, typed

LONGEST_WAIT = 60.0
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Answer = Callable[[web.Request, Json], Any]


async def body_of(request: web.Request) -> Json:
    if not request.can_read_body:
        return {}
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError as error:
        raise NotPossible("the body is not JSON") from error
    if not isinstance(body, dict):
        raise NotPossible("the body must be a JSON object")
    return body


def answering(answer: Answer) -> Handler:
    """Turns a plain function of request and body into a handler; what is not possible becomes a 4xx sentence."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            result = answer(request, await body_of(request))
            if isinstance(result, Awaitable):
                result = await result
        except NotPossible as refusal:
            return json_response({"error": str(refusal)}, refusal.status)
        except (TypeError, ValueError, KeyError) as error:
            return json_response({"error": f"that request makes no sense: {error}"}, 400)
        return result if isinstance(result, web.StreamResponse) else json_response(result)

    return handle


class ControlDoor:
    def __init__(self, world: WorldState, bot_added: Callable[[Bot], None]) -> None:
        self.world = world
        self._bot_added = bot_added
        self.hooked: list[Json] = []

    def add_routes(self, router: web.UrlDispatcher) -> None:
        routes: list[tuple[str, str, Answer]] = [
            ("GET", "/world", self.show_world),
            ("POST", "/bots", self.add_bot),
            ("POST", "/people", self.add_person),
            ("POST", "/people/many", self.add_many),
            ("POST", "/groups", self.add_group),
            ("POST", "/groups/{id}/members", self.change_member),
            ("POST", "/groups/{id}/upgrade", self.upgrade),
            ("POST", "/groups/{id}/topics", self.add_topic),
            ("GET", "/phones/{person}/chats", self.chats),
            ("GET", "/phones/{person}/chats/{chat}", self.chat),
            ("POST", "/phones/{person}/start", self.start),
            ("POST", "/phones/{person}/send", self.send),
            ("POST", "/phones/{person}/tap", self.tap),
            ("POST", "/phones/{person}/edit", self.edit),
            ("POST", "/phones/{person}/delete", self.delete),
            ("POST", "/phones/{person}/block", self.block),
            ("GET", "/files/{file_id}", self.file),
            ("GET", "/events", self.events),
            ("GET", "/clock", lambda request, body: self.world.clock.answer()),
            ("POST", "/clock", self.set_clock),
            ("POST", "/faults", lambda request, body: self.world.faults.add(body).json()),
            ("GET", "/faults", self.show_faults),
            ("DELETE", "/faults", self.clear_faults),
            ("GET", "/limits", self.show_limits),
            ("POST", "/limits", self.set_limits),
            ("POST", "/hook", self.hook),
            ("GET", "/hook", lambda request, body: {"posts": self.hooked}),
            ("GET", "/calls", self.calls),
            ("POST", "/calls/clear", self.clear_calls),
        ]
        for verb, path, answer in routes:
            router.add_route(verb, f"/practice{path}", answering(answer))

    async def hook(self, request: web.Request, body: Json) -> web.Response:
        """A gateway for the second channel: keeps what comes. `?refuse=2` answers 503 to the first two posts, `?hang=1`
        nothing to the first one."""
        signed = {name: request.headers.get(f"X-Qianshao-{name}", "") for name in ("Timestamp", "Signature")}
        refused = len(self.hooked) < int(request.query.get("refuse", 0))
        hangs = len(self.hooked) < int(request.query.get("hang", 0))
        self.hooked.append({"body": body, **signed, "refused": refused})
        del self.hooked[:-1000]
        if hangs:
            await self.world.stopped.wait()
        return web.Response(status=503 if refused else 204)

    # -- the world ---------------------------------------------------------------------------------------------------

    def show_world(self, request: web.Request, body: Json) -> Json:
        world = self.world
        return {
            "bots": [bot.user for bot in world.bots.values()],
            "people": [person_json(person) for person in world.people.values()],
            "groups": [group_json(chat) for chat in world.groups.values() if not chat.migrated_to],
            "clock": world.clock.answer(),
        }

    def add_bot(self, request: web.Request, body: Json) -> Json:
        token, username = str(body.get("token", "")), str(body.get("username", ""))
        known = token in self.world.bots_by_token
        bot = self.world.add_bot(token, username, str(body.get("first_name") or username))
        if not known:
            self._bot_added(bot)
            self.world.events.add("chat", bot=bot.id)
        return bot.user

    def add_person(self, request: web.Request, body: Json) -> Json:
        person = self.world.add_person(body)
        self.world.events.add("chat", person=person.id)
        return person_json(person)

    def add_many(self, request: web.Request, body: Json) -> Json:
        """A town full of residents in one call; with `bot` each opens it, told to the bot unless `told` is false."""
        count, told = typed(body.get("count"), int, "count"), bool(body.get("told", True))
        bot = self.world.bot_named(str(body["bot"])) if body.get("bot") else None
        ids = []
        for number in range(1, count + 1):
            person = self.world.add_person({"first_name": f"{body.get('first_name') or '居民'}{number}"})
            ids.append(person.id)
            if bot and told:
                people.start(self.world, person, body)
            elif bot:
                self.world.private_chat(person, bot)
        self.world.events.add("chat", added=count)
        return {"ids": ids}

    def add_group(self, request: web.Request, body: Json) -> Json:
        return group_json(groups.make_group(self.world, body))

    def _group(self, request: web.Request) -> Chat:
        return self.world.group(int(request.match_info["id"]))

    def change_member(self, request: web.Request, body: Json) -> Json:
        chat = self._group(request)
        groups.change_member(self.world, chat, body)
        return group_json(chat)

    def upgrade(self, request: web.Request, body: Json) -> Json:
        return {"new_id": groups.upgrade(self.world, self._group(request)).id}

    def add_topic(self, request: web.Request, body: Json) -> Json:
        topic = groups.make_topic(self.world, self._group(request), str(typed(body.get("name"), str, "name")))
        return {"message_thread_id": topic.thread_id, "name": topic.name}

    # -- phones ------------------------------------------------------------------------------------------------------

    def _person(self, request: web.Request) -> Person:
        return self.world.person(int(request.match_info["person"]))

    def chats(self, request: web.Request, body: Json) -> list[Json]:
        person, world = self._person(request), self.world
        keys = [(person.id, bot_id) for bot_id in world.bots]
        own = [world.private_chats[key] for key in keys if key in world.private_chats]
        own += [chat for chat in world.groups.values() if chat.has(person.id) and not chat.migrated_to]
        own.sort(key=lambda chat: chat.active_at, reverse=True)
        return [self._chat_line(person, chat) for chat in own]

    def _chat_line(self, person: Person, chat: Chat) -> Json:
        shown = chat_json_on_phone(self.world, chat)
        bots = list(self.world.bots_in(chat))
        newest = chat.newest()
        return {
            "chat": shown,
            "title": shown.get("title") or shown["first_name"],
            "last": marked_message(chat, newest) if newest else None,
            "blocked": chat.blocked,
            "commands": [command for bot in bots for command in commands_for(bot, chat, person)],
            "menu_button": menu_button_for(bots[0], person.id) if chat.is_private else None,
        }

    def chat(self, request: web.Request, body: Json) -> Json:
        person = self._person(request)
        chat = self.world.chat_on_phone(person, int(request.match_info["chat"]))
        screen = chat.screen(person.id)
        return {
            "chat": chat_json_on_phone(self.world, chat),
            "messages": [marked_message(chat, message) for message in chat.messages.values()],
            "reply_keyboard": screen.reply_keyboard,
            "force_reply": screen.force_reply,
            "placeholder": screen.placeholder,
            "pinned": [chat.messages[message_id] for message_id in chat.pinned if message_id in chat.messages],
            "topics": topics_json(chat),
            "blocked": chat.blocked,
        }

    def start(self, request: web.Request, body: Json) -> Json:
        return people.start(self.world, self._person(request), body)

    def send(self, request: web.Request, body: Json) -> Json | list[Json]:
        sent = people.send(self.world, self._person(request), body)
        return sent if "album" in body else sent[0]

    async def tap(self, request: web.Request, body: Json) -> Json:
        return await people.tap_and_wait(self.world, self._person(request), body)

    def edit(self, request: web.Request, body: Json) -> Json:
        return people.edit(self.world, self._person(request), body)

    def delete(self, request: web.Request, body: Json) -> Json:
        people.delete(self.world, self._person(request), body)
        return {"deleted": True}

    def block(self, request: web.Request, body: Json) -> Json:
        people.block(self.world, self._person(request), body)
        return {"blocked": bool(body.get("blocked", True))}

    def file(self, request: web.Request, body: Json) -> web.Response:
        """Lets a phone show a photo without a bot's token."""
        stored = self.world.files.known(request.match_info["file_id"])
        if stored is None:
            raise NotPossible("there is no such file", 404)
        # What people upload is shown, never run.
        headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
        return web.Response(body=stored.read(), content_type=stored.mime, headers=headers)

    # -- what happened, time, faults ---------------------------------------------------------------------------------

    async def events(self, request: web.Request, body: Json) -> Json | web.StreamResponse:
        query, log = request.query, self.world.events
        person = self.world.person(int(query["person"])).id if query.get("person") else None
        after = int(query.get("after") or 0)
        if "text/event-stream" in request.headers.get("Accept", ""):
            return await self._stream(request, int(request.headers.get("Last-Event-ID") or after), person)
        found = await log.wait(after, person, min(float(query.get("wait") or 0), LONGEST_WAIT))
        return {"events": found, "last": found[-1]["n"] if found else max(log.last, after), "newest": log.last}

    async def _stream(self, request: web.Request, after: int, person: int | None) -> web.StreamResponse:
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        await response.write(b"retry: 500\n\n")
        while not self.world.events.closed:
            found = await self.world.events.wait(after, person, 15.0)
            try:
                for event in found:
                    text = json.dumps(event, ensure_ascii=False)
                    await response.write(f"id: {event['n']}\ndata: {text}\n\n".encode())
                    after = event["n"]
                if not found:
                    await response.write(b": still here\n\n")
            except ConnectionError:
                break
        return response

    def set_clock(self, request: web.Request, body: Json) -> Json:
        clock = self.world.clock
        if "set_offset" in body:
            clock.set_offset(float(body["set_offset"]))
        elif "forward_seconds" in body:
            clock.forward(float(body["forward_seconds"]))
        else:
            raise NotPossible("say forward_seconds or set_offset")
        answer = clock.answer()
        self.world.events.add("clock", None, None, **answer)
        return answer

    def show_faults(self, request: web.Request, body: Json) -> Json:
        return {"faults": [fault.json() for fault in self.world.faults.active]}

    def clear_faults(self, request: web.Request, body: Json) -> Json:
        self.world.faults.clear()
        return {"faults": []}

    def show_limits(self, request: web.Request, body: Json) -> Json:
        return {**DEFAULTS, **self.world.limits}

    def set_limits(self, request: web.Request, body: Json) -> Json:
        self.world.limits.update(check_limits(body))
        return self.show_limits(request, body)

    def calls(self, request: web.Request, body: Json) -> Json:
        log, wanted = self.world.calls, request.query.get("method", "").lower()
        found = log.after(int(request.query.get("after") or 0))
        shown = [{"n": n, **call} for n, call in found if not wanted or call["method"].lower() == wanted]
        return {"calls": shown, "last": log.last}

    def clear_calls(self, request: web.Request, body: Json) -> Json:
        self.world.calls.clear()
        return {"last": self.world.calls.last}


def person_json(person: Person) -> Json:
    shown = ("id", "first_name", "last_name", "username", "language_code")
    return {**{name: person.user.get(name) for name in shown}, "phone": person.phone}


def topics_json(chat: Chat) -> list[Json]:
    return [
        {"message_thread_id": topic.thread_id, "name": topic.name, "closed": topic.closed}
        for topic in chat.topics.values()
    ]


def group_json(chat: Chat) -> Json:
    return {
        "id": chat.id,
        "title": chat.json["title"],
        "type": chat.type,
        "is_forum": chat.is_forum,
        "members": [user_id for user_id in chat.members if chat.has(user_id)],
        "admins": [user_id for user_id in chat.members if chat.is_admin(user_id)],
        "topics": topics_json(chat),
    }


def marked_message(chat: Chat, message: Json) -> Json:
    """A message as a phone lists it: with what happened to it since."""
    message_id = message["message_id"]
    shown = {**message, "edited": "edit_date" in message, "deleted": message_id in chat.deleted}
    if message_id in chat.reactions:
        shown["reactions"] = [reaction for given in chat.reactions[message_id].values() for reaction in given]
    return shown
