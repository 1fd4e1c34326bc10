"""Every setting, typed, with its default. Values come from the environment or `.env`; a wrong one does not start.

Durations are seconds unless the name says otherwise.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlparse
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
Language = Literal["zh-Hans", "zh-Hant", "en"]
PRIORITIES = ("P0", "P1", "P2", "P3")
# From the mildest up, as in bot.rules.alert_levels.
ALERT_LEVELS = ("notice", "white", "blue", "yellow", "orange", "red")
_DAYS = {"wake_list": ("mon|tue|wed|thu|fri|sat|sun", "mon 09:00"), "test_call": ("[1-9]|1\\d|2[0-8]", "15 03:00")}


class Settings(BaseSettings):
    """Names in the environment are these in capitals: `BOT_TOKEN`, `DATABASE_URL` …"""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    bot_token: str = Field(default="", description="the bot's token from @BotFather")
    public_bots: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="tokens of more bots that share the residents, comma-separated"
    )
    poster_bots: Literal["public", "duty"] = Field(
        default="public", description="whose name is on a village's poster: one of PUBLIC_BOTS, or the duty bot"
    )
    telegram_api_url: str = Field(default=TELEGRAM, description="another Bot API server, such as the practice room")
    database_url: str = Field(default="sqlite:///qianshao.sqlite3", description="sqlite:///file or postgresql://…")
    evidence_dir: str = Field(
        default="", description="folder for the bytes of photos and files; empty: `evidence` beside the database"
    )
    evidence_limit_mb: int = Field(
        default=20, ge=1, le=2000, description="larger files stay with Telegram only; above 20 with your own API server"
    )
    bot_admins: Annotated[tuple[int, ...], NoDecode] = Field(default=(), description="Telegram ids, comma-separated")
    timezone: str = Field(default="Asia/Shanghai", description="the city's timezone")
    default_language: Language = Field(default="zh-Hans", description="for groups and for phones in other languages")

    webhook_url: str = Field(default="", description="public HTTPS address; empty: polling")
    webhook_secret: str = Field(default="", description="1-256 of A-Z a-z 0-9 _ -; required with a webhook")
    listen_host: str = Field(default="127.0.0.1", description="for the webhook, /healthz and /metrics")
    listen_port: int = Field(default=8080, ge=0, le=65535, description="0 picks a free port")

    practice_clock_url: str = Field(default="", description="the practice room's clock; loopback only")
    auto_migrate: bool = Field(default=True, description="bring the database up to date at start")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    emergency_idle: int = Field(default=60, ge=5, description="an emergency left idle this long is sent as 不清楚")
    reminder_idle: int = Field(default=600, ge=0, description="a reminder waits until a draft is idle this long")
    duplicate_hours: float = Field(default=3, gt=0, description="two like reports this near in time may be one event")
    duplicate_km: float = Field(default=1, gt=0, description="two like reports with pins this near may be one event")
    answer_window_hours: int = Field(default=1, ge=1, description="a plain word within this answers the last question")
    drill_reminders_minutes: Annotated[tuple[int, ...], NoDecode] = Field(
        default=(7 * 24 * 60, 24 * 60, 60), description="minutes before a drill, comma-separated"
    )
    zero_report_hour: str = Field(default="08:00", description="the usual hour of a zero report (零报告), HH:MM")
    zero_report_lead_minutes: int = Field(default=60, ge=0, description="so long before it the villages are asked")
    tips_per_hour: int = Field(default=3, ge=1, description="tips that one resident may send in an hour")
    tips_per_day: int = Field(default=10, ge=1, description="tips that one resident may send in 24 hours")
    tip_remind_minutes: int = Field(default=30, ge=1, description="an unanswered tip is called to mind after this")
    tip_keep_days: int = Field(default=90, ge=1, description="after so many days a tip and who sent it are erased")
    help_keep_days: int = Field(
        default=30, ge=1, description="days after an alert is over until who asked for help is erased"
    )
    commander_keep_days: int = Field(
        default=180, ge=1, description="days after a case is over until a commander's typed name and number are erased"
    )
    outbox_keep_days: int = Field(
        default=400, ge=60, description="days until messages that are out are removed; copies of alerts, drills stay"
    )
    shift_change: str = Field(default="08:30", description="when duty shifts change, HH:MM")
    shift_change_night: str = Field(default="20:30", description="when the night shift begins, HH:MM")
    roster_look_at: str = Field(default="09:00", description="when gaps of the next seven days are told, HH:MM")
    handover_remind_minutes: int = Field(default=15, ge=1, description="a handover nobody accepts is asked again then")
    stale_hazard_days: int = Field(default=7, ge=1, description="a hazard open so long is in the handover note")
    wake_list: str = Field(default="mon 09:00", description="weekly list of villages that nobody can wake; empty: none")
    silent_days: int = Field(default=30, ge=1, description="an officer not heard for so long is on that list")
    test_call: str = Field(default="", description="monthly silent-hour test call, such as 15 03:00; empty: none")
    escalation_table: str = Field(default="", description="a TOML file that replaces the built-in escalation ladder")
    acknowledgement_lapses: bool = Field(
        default=True, description="an acknowledgement without progress lapses (progress_minutes of the ladder)"
    )
    step_hook_url: str = Field(
        default="", description="second channel: every step is posted there, signed; https, or this machine"
    )
    step_hook_secret: str = Field(default="", description="the key of the posts' signature; required with the URL")
    personal_copies: str = Field(
        default="P0,P1",
        description="priorities of which those on duty get a copy in private, unless they say otherwise",
    )
    referral_minutes: str = Field(
        default="P0=10,P1=10,P2=60,P3=60",
        description="minutes in which a referral (转办) or an assignment (指派) must be accepted, by priority",
    )
    intervention_days: int = Field(default=3, ge=1, le=60, description="the usual days for 提前介入 on an early sign")
    commander_wait_minutes: int = Field(
        default=5, ge=1, le=240, description="minutes in which a named on-scene commander answers, or the room hears"
    )
    alert_review_hours: float = Field(
        default=6, gt=0, description="hours after which a public alert without an end is asked about"
    )
    deadlines_table: str = Field(default="", description="a TOML file that replaces the built-in deadlines")
    checklists_table: str = Field(default="", description="a TOML file that replaces the built-in checklists")
    consult_wait_minutes: int = Field(
        default=10,
        ge=1,
        le=240,
        description="会商: a silent expert is reminded then, another one proposed after twice",
    )
    official_template: str = Field(default="", description="a .docx that replaces the built-in official report")
    cap_sender: str = Field(
        default="qianshao@localhost", pattern=r"^[^\s,<&]+$", description="who sends the CAP messages: your own domain"
    )
    call_wait_minutes: str = Field(
        default="red=5,orange=10,yellow=15,notice=30",
        description="叫应: minutes of silence before the next one is called, by level",
    )
    pulse_times: str = Field(
        default="08:00,20:00", description="态势简报: when leaders get theirs, unless they choose; empty: never"
    )
    pulse_urgent_hours: int = Field(
        default=2, ge=0, le=24, description="态势简报: hours between looks while a P0 or P1 is open; 0: none"
    )
    review_priorities: str = Field(
        default="P0,P1", description="复盘: after closing cases of these priorities a review is asked for; empty: never"
    )
    review_hour: str = Field(default="09:30", description="复盘: asked for at this hour of a working day, HH:MM")
    review_again_days: int = Field(default=2, ge=1, le=30, description="复盘: days until it is asked for again")
    review_times: int = Field(default=4, ge=1, le=10, description="复盘: so often it is asked for")
    notice_grace_minutes: int = Field(
        default=120, ge=1, description="a scheduled notice that was missed is still sent within this; later it is said"
    )
    broadcast_chase_minutes: int = Field(
        default=120, ge=0, description="minutes until the sender of a notice gets the list of the silent; 0: never"
    )
    flood_season: str = Field(default="04-15..10-15", description="汛期: its first and last day, MM-DD..MM-DD")
    call_minutes: int = Field(default=60, ge=1, le=1440, description="叫应: minutes until a round ends")
    call_on_alert: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="levels at which a published alert starts a 叫应 by itself, such as red,orange"
    )
    loudspeaker_audio: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="voices in which a loudspeaker script also comes as audio: cmn,yue (needs espeak-ng)"
    )
    cap_sources: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="addresses CAP messages may be fetched from, comma-separated"
    )
    inbox_attempts: int = Field(default=5, ge=1, description="after so many failures an update is set aside")
    inbox_keep_days: int = Field(default=7, ge=1, description="after so many days the words of updates are erased")
    lease: int = Field(default=60, ge=5, description="a message that a dead sender held is free again after this")
    messages_per_second: float = Field(default=30, gt=0, description="Telegram's limit for a bot")
    messages_per_second_in_chat: float = Field(default=1, gt=0, description="Telegram's limit for a private chat")
    messages_per_minute_in_group: int = Field(default=20, ge=1, description="Telegram's limit for a group")
    workers: int = Field(default=16, ge=1, description="chats handled side by side")

    @field_validator("bot_admins", "drill_reminders_minutes", mode="before")
    @classmethod
    def _numbers(cls, value: object) -> object:
        if isinstance(value, int):
            return (value,)
        if isinstance(value, str):
            return tuple(int(part) for part in value.replace(";", ",").split(",") if part.strip())
        return value

    @field_validator("zero_report_hour", "shift_change", "shift_change_night", "roster_look_at", "review_hour")
    @classmethod
    def _an_hour(cls, value: str) -> str:
        if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
            raise ValueError(f"no hour of a day: {value!r}; for example 08:00")
        return value

    @field_validator("call_on_alert", mode="before")
    @classmethod
    def _levels(cls, value: object) -> object:
        found = tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value
        if isinstance(found, tuple) and set(found) - set(ALERT_LEVELS):
            raise ValueError(f"must be among {', '.join(ALERT_LEVELS)}")
        return found

    @field_validator("loudspeaker_audio", mode="before")
    @classmethod
    def _voices(cls, value: object) -> object:
        found = tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value
        if isinstance(found, tuple) and set(found) - {"cmn", "yue"}:
            raise ValueError("must be among cmn, yue")
        return found

    @field_validator("referral_minutes")
    @classmethod
    def _by_priority(cls, value: str) -> str:
        for part in value.split(","):
            level, _, number = part.strip().partition("=")
            if level not in PRIORITIES or not number.isdecimal() or not 1 <= int(number) <= 1440:
                raise ValueError(f"not like P0=10,P1=10,P2=60,P3=60: {part!r}")
        return value

    @field_validator("call_wait_minutes")
    @classmethod
    def _minutes_by_level(cls, value: str) -> str:
        for part in value.split(","):
            level, _, minutes = part.strip().partition("=")
            if level not in ALERT_LEVELS or not minutes.isdecimal() or not 1 <= int(minutes) <= 240:
                raise ValueError(f"{part!r} must be a level and 1 to 240 minutes, such as red=5")
        return value

    @field_validator("wake_list", "test_call")
    @classmethod
    def _a_time(cls, value: str, which: ValidationInfo) -> str:
        day, example = _DAYS[str(which.field_name)]
        if value and not re.fullmatch(rf"({day}) ([01]\d|2[0-3]):[0-5]\d", value):
            raise ValueError(f"no day and hour: {value!r}; for example {example}")
        return value

    @field_validator("review_priorities")
    @classmethod
    def _priorities(cls, value: str) -> str:
        if not re.fullmatch(r"(P[0-3](,(?!$)|$)){0,4}", value):
            raise ValueError(f"no priorities: {value!r}; for example P0,P1")
        return value

    @field_validator("pulse_times")
    @classmethod
    def _hours(cls, value: str) -> str:
        if not re.fullmatch(r"(([01]\d|2[0-3]):[0-5]\d(,|$)){0,6}", value) or value.endswith(","):
            raise ValueError(f"no hours: {value!r}; for example 08:00,20:00")
        return value

    @field_validator("flood_season")
    @classmethod
    def _a_season(cls, value: str) -> str:
        if not re.fullmatch(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\.\.(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", value):
            raise ValueError(f"no season: {value!r}; for example 04-15..10-15")
        return value

    @field_validator("public_bots", mode="before")
    @classmethod
    def _tokens(cls, value: object) -> object:
        found = tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value
        tokens = [str(token) for token in found] if isinstance(found, tuple) else []
        if not all(re.fullmatch(r"\d{1,18}:[\w-]+", token, re.ASCII) for token in tokens):
            raise ValueError("each is a number, a colon and a word, as @BotFather gives it")
        if len({token.partition(":")[0] for token in tokens}) < len(tokens):
            raise ValueError("names the same bot twice")
        return found

    @field_validator("cap_sources", mode="before")
    @classmethod
    def _addresses(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as unknown:
            raise ValueError(f"no such timezone: {value!r}; for example Asia/Shanghai") from unknown
        return value

    @field_validator("telegram_api_url", "webhook_url")
    @classmethod
    def _no_slash_at_the_end(cls, value: str) -> str:
        return value.rstrip("/")

    @model_validator(mode="after")
    def _fit_together(self) -> Settings:
        if self.bot_token.partition(":")[0] in {token.partition(":")[0] for token in self.public_bots}:
            raise ValueError("PUBLIC_BOTS names BOT_TOKEN's bot: the duty bot is none of them")
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("WEBHOOK_URL needs WEBHOOK_SECRET, or anybody could post updates")
        if self.step_hook_url:
            where = urlparse(self.step_hook_url)
            if where.scheme != "https" and not (where.scheme == "http" and where.hostname in LOOPBACK):
                raise ValueError("STEP_HOOK_URL must be https://… (http only on this machine)")
            if not self.step_hook_secret:
                raise ValueError("STEP_HOOK_URL needs STEP_HOOK_SECRET: a forged post must show")
        if self.practice_clock_url:
            if urlparse(self.practice_clock_url).hostname not in LOOPBACK:
                raise ValueError("PRACTICE_CLOCK_URL may only be on this machine (127.0.0.1)")
            if self.telegram_api_url == TELEGRAM:
                raise ValueError("PRACTICE_CLOCK_URL is refused against the real Telegram")
        return self

    @property
    def tokens_of_public_bots(self) -> dict[int, str]:
        """By the bot's number."""
        return {int(token.partition(":")[0]): token for token in self.public_bots}

    @property
    def evidence_folder(self) -> Path:
        """Beside the SQLite file; for PostgreSQL, in the working directory."""
        kind, _, file = self.database_url.partition(":///")
        beside = Path(file).parent if kind.startswith("sqlite") and file else Path()
        return Path(self.evidence_dir) if self.evidence_dir else beside / "evidence"

    def call_wait(self, level: str) -> int:
        """Minutes of silence before the next one is called; of the nearest level above where it is not given."""
        given = {
            key.strip(): int(number) for key, _, number in (p.partition("=") for p in self.call_wait_minutes.split(","))
        }
        above = ALERT_LEVELS[ALERT_LEVELS.index(level) :]
        return next((given[each] for each in above if each in given), min(given.values()))

    @property
    def referral_minutes_by_priority(self) -> dict[str, int]:
        parts = (part.strip().partition("=") for part in self.referral_minutes.split(","))
        return {level: int(number) for level, _, number in parts}

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)
