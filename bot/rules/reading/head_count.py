"""The people of a new text laid over those known before, so that nobody is lost and nobody counted twice."""

from bot.rules.reading.intent import Intent
from bot.rules.reading.numbers import SOMEBODY, ZERO, Figure, exactly
from bot.rules.reading.reading import Reading
from bot.rules.reading.settling import minus


def people_after(old: Reading, new: Reading) -> dict[str, Figure]:
    people = dict(old.people)
    for role, figure in new.people.items():
        before = people.get(role)
        if role in new.implied and before is not None and not before.is_zero:
            continue
        nobody = role == "dead" and role in new.implied and figure.is_zero and before is None
        if (
            nobody
            and _still_waiting(old)
            and not new.everyone_out
            and "rescued" not in new.people
            and "points_back" in new.traits
        ):
            continue  # 其余两个冇受伤, while one is still looked for: nobody has said that nobody died
        if before is not None and (figure.is_unknown or _says_less(role, figure, before, new)):
            continue
        people[role] = added(before, figure) if role in new.more and before is not None else figure
    _fit_bare_count(people, old, new)
    _keep_other_part(people, old, new)
    _keep_parts_within(people, new)
    _let_out(people, old, new)
    _all_to_hospital(people, old, new)
    _find_the_dead(people, old, new)
    _come_back(people, old, new)
    _all_accounted_for(people, old, new)
    _pass_away(people, old, new)
    _fit_parts(people)
    return people


def _still_waiting(old: Reading) -> bool:
    return any(role in old.people and old.people[role].surely for role in ("missing", "trapped"))


def _fit_parts(people: dict[str, Figure]) -> None:
    """The seriously and the slightly hurt are never more than the hurt: one dies, and the part shrinks too."""
    whole = people.get("injured")
    if whole is None or whole.max is None:
        return
    for part in ("injured_serious", "injured_minor"):
        if part in people and people[part].surely > whole.max:
            people[part] = exactly(whole.max)


def _says_less(role: str, figure: Figure, before: Figure, new: Reading) -> bool:
    """仲未搵到 keeps the number known; 有一个恶化 is one of four. Fewer hurt takes a correction (domain §3.5)."""
    if role in new.more:
        return False
    if figure == Figure(1, None, False) and before.surely:
        return True
    fewer = figure.max is not None and figure.max < before.surely and not figure.is_zero
    counted = role in {"injured", "ill", "hospitalized"} and "dead" not in new.people
    return fewer and counted and new.intent not in {Intent.CORRECTION, Intent.INCIDENT_FINAL}


def _fit_bare_count(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """两个, 累计15人: as many are missing or ill, where the case counts only those."""
    roles = ("trapped", "missing", "ill", "injured")
    if _comes_to_them(people, old, new):
        return
    still_open = [role for role in roles if role in old.people and not old.people[role].is_zero]
    still_open = [role for role in still_open if role not in new.people]
    if new.bare_count is not None and len(still_open) == 1:
        more = "bare" in new.more
        people[still_open[0]] = added(old.people[still_open[0]], new.bare_count) if more else new.bare_count


def _comes_to_them(people: dict[str, Figure], old: Reading, new: Reading) -> bool:
    """更正 是三个人，还有一个手骨折: he comes to the two known before."""
    if new.intent is not Intent.CORRECTION or new.bare_count is None:
        return False
    for role in ("trapped", "missing", "ill", "injured"):
        if role in old.people and role in new.people and added(old.people[role], new.people[role]) == new.bare_count:
            people[role] = new.bare_count
            return True
    return False


def added(before: Figure, more: Figure) -> Figure:
    high = None if before.max is None or more.max is None else before.max + more.max
    return Figure((before.min or 0) + (more.min or 0), high, before.exact and more.exact)


def _keep_other_part(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """更正 重伤5人: the slightly hurt said before still count, so the total is both."""
    parts = ("injured_serious", "injured_minor")
    stated = [part for part in parts if part in new.people]
    if len(stated) != 1 or new.people.get("injured") != new.people[stated[0]]:
        return
    other = parts[1] if stated[0] == parts[0] else parts[0]
    before = old.people.get("injured")
    if other in old.people:
        people["injured"] = added(old.people[other], new.people[stated[0]])
    elif before is not None and before.surely >= new.people[stated[0]].surely:
        people["injured"] = before  # 两个送院，一个比较严重: one of the two


def _keep_parts_within(people: dict[str, Figure], new: Reading) -> None:
    """A new total of the injured drops older parts that no longer fit in it."""
    if "injured" not in new.people:
        return
    total = people["injured"].max
    for part in ("injured_serious", "injured_minor"):
        if part in people and part not in new.people and total and people[part].surely > total:
            del people[part]


def _let_out(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """全部救出: nobody is trapped or missing any more; 救出一人: one fewer."""
    rescued = new.people.get("rescued")
    _fit_vague_ones(people, old, new)
    for role in ("trapped", "missing"):
        before = old.people.get(role)
        if before is None or before.is_zero or role in new.people:
            continue
        open_ended = rescued is not None and (rescued.max is None or (before.max is None and rescued.surely))
        the_one = before == exactly(1) and rescued is not None and bool(rescued.surely)
        all_of_them = (the_one or (open_ended and "still" not in new.traits)) and role == "trapped"
        if new.everyone_out or all_of_them:
            people[role] = ZERO
            earlier = old.people.get("rescued")
            if role == "trapped" and (rescued is None or not rescued.exact):
                people["rescued"] = before if earlier is None else added(earlier, before)
            elif role == "trapped" and earlier is not None and rescued is not None and rescued.surely <= before.surely:
                people["rescued"] = added(earlier, before)  # 最后一个也救上来了: all of them
        elif rescued is not None and rescued.exact and (role == "trapped" or "trapped" not in old.people):
            people[role] = minus(before, rescued)


def _find_the_dead(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """发现遗体 of somebody missing: one fewer is missing. 冇得救 of the only one hurt: nobody else is hurt."""
    dead, before = new.people.get("dead"), old.people.get("dead")
    if dead is None or not dead.surely:
        return
    missing, hurt = old.people.get("missing"), old.people.get("injured")
    if missing is not None and "missing" not in new.people and "body_found" in new.traits:
        people["missing"] = minus(missing, exactly(dead.surely))
    elsewhere = "dead" in new.more or "body_found" in new.traits or "injured" in new.people
    first = before is None or before.is_zero
    if hurt == exactly(1) and dead.surely == 1 and first and not elsewhere and new.passing is None:
        people["injured"] = ZERO


def _come_back(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """更正 女的没死，在抢救: whoever is not dead is still hurt."""
    before, dead = old.people.get("dead"), new.people.get("dead")
    if new.intent is not Intent.CORRECTION or before is None or dead is None or "injured" in new.people:
        return
    if before.exact and dead.exact and dead.surely < before.surely and "injured" in old.people:
        people["injured"] = added(old.people["injured"], exactly(before.surely - dead.surely))


def _all_accounted_for(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """三人被埋 → 一死两重伤: whoever was trapped is among the dead and hurt now counted."""
    before, dead, hurt = old.people.get("trapped"), new.people.get("dead"), new.people.get("injured")
    if before is None or not before.exact or before.is_zero or dead is None or hurt is None or "still" in new.traits:
        return
    if "trapped" not in new.people and dead.surely and dead.surely + hurt.surely >= before.surely:
        people["trapped"] = ZERO


def _fit_vague_ones(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """搵到了，已经冇心跳: "somebody" is the one who was missing or trapped."""
    for role in ("dead", "injured", "injured_serious", "injured_minor", "hospitalized", "rescued"):
        _fit_vague(people, old, new, role)


def _all_to_hospital(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """全部送医, 伤的都去医院了: as many as are hurt or ill."""
    said = new.people.get("hospitalized")
    if "all_to_hospital" not in new.traits or (said is not None and said != SOMEBODY):
        return
    known = [people[role] for role in ("injured", "ill") if role in people and people[role].surely]
    if len(known) == 1:
        people["hospitalized"] = known[0]


def _fit_vague(people: dict[str, Figure], old: Reading, new: Reading, role: str) -> None:
    vague = new.people.get(role)
    waiting = [
        figure
        for role in ("missing", "trapped", "injured", "ill")
        if (figure := old.people.get(role)) and not figure.is_zero
    ]
    if vague == Figure(1, None, False) and waiting == [exactly(1)]:
        people[role] = exactly(1)


def _pass_away(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """重伤嗰个今朝走咗: one more dead, one fewer hurt; totals said in the same text stand instead."""
    passing = new.passing
    restated = new.people.get("injured")
    if passing is None or (restated is not None and not restated.is_zero):
        return
    before = old.people.get("dead")
    stated_total = (
        "dead" in new.people and passing.certain and before is not None and new.people["dead"].surely > before.surely
    )
    people["dead"] = new.people["dead"] if stated_total else added(before or ZERO, exactly(passing.count))
    for role in ("injured", passing.origin):
        known = old.people.get(role)
        if known is not None and not known.is_zero:
            people[role] = minus(known, exactly(passing.count))
