"""A published alert as a CAP message: one info block for each language that has words of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import locales
from bot.report_types.alert_names import issuer_name, place_name
from bot.report_types.alert_templates import advice
from bot.rules import alert_certainty, cap_message
from bot.rules.alert_levels import NOTICE, remains
from bot.rules.alert_view import AlertView
from bot.rules.cap_message import CapArea, CapInfo, CapMessage, stamp

LANGUAGES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-Hant-HK", "en": "en-US"}


def cap_of(
    view: AlertView, references: Sequence[tuple[int, datetime]], city: str, sender: str, zone: ZoneInfo
) -> CapMessage:
    """The message. `references`: number and time of publication of every earlier alert of its chain."""
    assert view.published_at is not None, "only what is published is a message"
    return CapMessage(
        identifier=cap_message.identifier(city, view.alert_id), sender=sender,
        sent=view.published_at.astimezone(zone), status="Exercise" if view.drill else "Actual",
        msg_type=cap_message.msg_type(view), source=view.issuer, note="演练 EXERCISE" if view.drill else "",
        references=tuple(
            (sender, cap_message.identifier(city, number), stamp(at.astimezone(zone))) for number, at in references
        ),
        incidents=f"{cap_message.identifier(city, min([view.alert_id, *view.refs]))}-event",
        infos=tuple(_info(view, language, zone) for language in LANGUAGES if _has_words(view, language)),
    )  # fmt: skip


def _has_words(view: AlertView, language: str) -> bool:
    return language == "zh-Hans" or bool(view.texts.get(language)) or (view.with_advice and view.action != "cancel")


def _info(view: AlertView, language: str, zone: ZoneInfo) -> CapInfo:
    code = cap_message.EVENT_CODES.get(view.event or view.kind)
    told = advice(view.kind, view.event, view.level).get(language, "") if view.with_advice else ""
    left = remains(view.kind, view.event)
    still = locales.say(language, f"cap-{left}-remains", {}) if left else ""
    description = view.texts.get(language, "")
    urgency, certainty = alert_certainty.of(view)
    return CapInfo(
        language=LANGUAGES[language], categories=(cap_message.CATEGORIES[view.kind],), event=event(view, language),
        responses=cap_message.responses(view), urgency=urgency, severity=cap_message.severity(view),
        certainty=certainty,
        event_codes=((cap_message.EVENT_TYPE, code),) if code else (),
        effective=_local(view.issued_at or view.published_at, zone), onset=None,
        expires=_local(view.expires_at, zone), sender_name=_issuer(view, language),
        headline=_marked(view, headline(view, language)), description=_marked(view, description),
        instruction=_marked(view, still if view.action == "cancel" and view.with_advice else told),
        parameters=cap_message.parameters(view), areas=_areas(view, language),
    )  # fmt: skip


def _local(at: datetime | None, zone: ZoneInfo) -> datetime | None:
    return at.astimezone(zone) if at is not None else None


def _marked(view: AlertView, text: str) -> str:
    """A drill's words begin and end with 【演练】 wherever they are shown."""
    return f"【演练】{text}【演练】" if view.drill and text else text


def event(view: AlertView, language: str) -> str:
    of = f"signal-{view.event}" if view.event else f"kind-{view.kind}"
    return locales.say(language, of.replace("_", "-"), {})


def headline(view: AlertView, language: str) -> str:
    level = locales.say(language, f"level-{view.level}", {})
    key = "alert-name-notice" if view.level == NOTICE else "alert-name"
    title = locales.say(language, key, {"what": event(view, language), "level": level})
    if view.action != "issue":
        title = locales.say(language, f"alert-name-{view.action}", {"title": title})
    return locales.say(language, "cap-headline", {"title": title, "names": _names(view, language)})


def _names(view: AlertView, language: str) -> str:
    return "、".join(_name(pair, language) for pair in view.area_names)


def _name(pair: tuple[str, str], language: str) -> str:
    return place_name(pair, language)


def _issuer(view: AlertView, language: str) -> str:
    own = locales.say(language, "cap-duty-office", {"name": _name(view.issuer_names, language)})
    return issuer_name(view.issuer, language) if view.issuer else own


def _areas(view: AlertView, language: str) -> tuple[CapArea, ...]:
    """An area for each place; a shape that was drawn is one area with the codes of all the places it concerns."""
    shapes = view.details.get("shapes", {})
    polygons, circles = tuple(shapes.get("polygons", ())), tuple(shapes.get("circles", ()))
    codes = [cap_message.geocode(code) for code in view.areas]
    if polygons or circles:
        return (CapArea(description=_names(view, language), geocodes=tuple(codes), polygons=polygons, circles=circles),)
    return tuple(
        CapArea(description=_name(pair, language), geocodes=(code,))
        for code, pair in zip(codes, view.area_names, strict=True)
    )
