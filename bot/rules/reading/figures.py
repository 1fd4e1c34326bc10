"""Who is hurt, trapped, moved: people counted by what happened to them, clause by clause.

A role word (受伤, 困咗, 转移) takes the number beside it; without one, the people the clause or the one before it
speaks of; without those, "at least one". A figure nobody stated is absent: absent is never zero.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.rules.reading.clauses import Clause, blank, clauses, pattern, without_the_wrong
from bot.rules.reading.counting import Group, counted, unit_pattern
from bot.rules.reading.numbers import SOMEBODY, UNKNOWN, ZERO, Count, Figure, exactly, plain_value
from bot.rules.reading.said_apart import GROWS, WHOLE, bare_count, fill_in, fill_in_total, inside_of, name_the_dead
from bot.rules.reading.settling import ROLES, Figures, Span, Stated, settle, total
from bot.rules.reading.tables import table
from bot.rules.reading.tallies import grave_and_slight, summary, words_first

# Roles that stand for somebody even where nobody is named: 塌方，困住了。
_ALONE = {"dead", "missing", "trapped", "injured", "injured_serious", "injured_minor", "rescued", "hospitalized"}
# Words that only point back at people already counted say nothing new without a number.
_POINTS_BACK = re.compile(r"伤者|死者|被困人员|被困者|受伤人员|遗体|尸体|病例|患者")
_AND = re.compile(r"[\u4e00-\u9fff]{0,3}?(?:同埋?|和|及|、|与|跟)")
# 有个工人, and with a bare classifier 搭架个工人, 棵树压亲个阿伯.
_ONE = re.compile(
    r"(?<!没)有一?[个位名](?!人[群数])"
    r"|(?<![\d一二两三四五六七八九十廿卅几多成整各每另那嗰呢这百千])个(?=工人|司机|阿[伯婆公叔姨]|老|细路|男|女|学生|村民|后生|师傅|保安)"
)
# 三人中毒，一个昏迷: one of the three.
_GRAVE = re.compile(r"昏迷|休克|抽搐|抽筋|病危|[缝联].*针|icu")
# 重伤嗰个, 受伤的那位: names one of those already counted.
_POINTER = re.compile(
    r"(?:的|嘅)(?:工人|人(?!有)|村民|老人|学生|群众|司机|细路|小孩|孩子|阿[婆伯公]|女|男|娃)|(?:的|嘅)?(?:嗰|那)(?:个|位|名)|者(?!有)|人员(?!有|共|\d)"
)
# 小心中暑, 防止受伤: a warning has hurt nobody.
_WARNED = re.compile(r"(?:小心|预防|谨防|防止|避免|以免|慎防|严防|注意防?)$")
# 准备转移, 建议疏散: nobody has moved yet.
_TO_BE_DONE = re.compile(
    r"(?:准备|需要?|须|必须|应(?:该|当)?|要|建议|请求|申请|打算|(?<!模)拟|计划|动员|劝(?:说)?|(?:叫|通知)(?=佢|他|大家|村民|群众|住户|下游)|等待?|未|没有?|冇|不肯|唔肯|拒绝)"
    r"(?:马上|立即|即刻|尽快|紧急|组织|大家|佢哋?|他们|她|人|村民|群众|住户|住客|低洼|全部|进行|安排|开始|先|快啲|快点|再)*[^,。\d]{0,4}$"
)
# 第三个下去救人的也没上来: then three are down there.
_NTH = re.compile(r"第(?P<nth>[二两三四五六七八九])(?:个|位|名)[^,。]{0,12}(?:也|都|亦)")
# 一个掉下去了，下去救的也上不来: then two are down there.
_RESCUER = re.compile(r"救(?:人|佢|他)?(?:的|嘅)(?:人|那个|嗰个)?[^,。]{0,4}(?:也|都|亦)")
_TOTAL = re.compile(r"(?:共|一共|总共|累计|合计|总数|共计|截至)[^,。]{0,4}$")
# 目前死亡3人、失踪2人: how it stands, not what is added.
_STANDS_AT = re.compile(
    r"^(?:目前|截至|截止|而家|现(?:在|已|有|共)|最新)[^,。]{0,6}(?:死|伤|失踪|失联|被困|共|累计|合计|有)"
)
MORE = re.compile(r"(?:又|再|另外|另|还|多咗|多了|新增|增加(?![到至])|再多)(?:有|发现|添|多)?[^,。\d]{0,3}$")
_UNSURE = re.compile(
    r"(?:不清楚|唔清楚|唔知|不知道?|未知|不明|待核实?|不详|未清楚|未统计|统计紧|有没有|有冇|有无|是否|系咪)"
)


def read_figures(folded: str, times: Sequence[Span] = ()) -> Figures:
    """Every figure about people in a folded text. `times` are the spans of clock times and dates in it."""
    text = blank(blank(blank(folded), pattern("negation", "feared")), pattern("negation", "contradicted"))
    text = blank(without_the_wrong(text), pattern("doubtful_death", "left"))
    pieces = clauses(text)
    stated: list[Stated] = []
    inside: list[Figure] = []
    carried: Figure | None = None
    before: Figure | None = None
    for piece in pieces:
        groups = counted(piece.text, unit_pattern("person"), times, piece.start)
        if before is not None and not groups and re.match(r"(?:全部|都|均|全数|统统)", piece.text.strip()):
            carried = before  # 两个轻伤一个重伤，都喺医院: all three
        found, carried = _clause(piece, carried, times, stated)
        before = total([group.count.figure for group in groups]) if groups else None
        stated.extend(found)
        if not found:
            inside.extend(inside_of(piece, times))
    fill_in(stated, inside)
    name_the_dead(stated, text)
    fill_in_total(stated, pieces, times)
    if "伤" not in text and any(item.role == "ill" for item in stated):
        stated = [item for item in stated if item.role != "injured_serious"]  # 三人呕吐，其中一个比较严重
    if _NOT_ONE.search(text):
        stated = [replace(item, figure=exactly(1), more=True) if _alone(item) else item for item in stated]
    alone = [(piece, count) for piece in pieces if (count := bare_count(piece, times))]
    whole = next((count for piece, count in alone if WHOLE.search(piece.text)), None)
    bare = whole or next((count for _, count in alone), None)
    if bare is not None and _hurt_in_part(stated, pieces):
        stated.append(Stated("injured", bare, (0, 0), total=True))  # 4个，其中1个骨折
        bare = None
    bare = None if any(item.counted and item.figure == bare for item in stated) else bare
    figures = settle(stated, text, bare)
    grows = bare is not None and whole is None and any(GROWS.match(piece.text) for piece in pieces)
    return replace(figures, more=figures.more | {"bare"}) if grows else figures


def _hurt_in_part(stated: Sequence[Stated], pieces: Sequence[Clause]) -> bool:
    hurt = [item for item in stated if item.role in {"injured", "injured_serious", "injured_minor"}]
    return len(hurt) == 1 == len(stated) and hurt[0].part and any(p.text.strip().startswith("其中") for p in pieces)


# 唔止一个，旁边嗰个面都黑晒: one more.
_NOT_ONE = re.compile(r"(?:唔止|不止|不只)(?:是|系|得)?(?:一个|一人|佢|他|她)")


def _alone(item: Stated) -> bool:
    return item.role in {"injured", "ill"} and not item.counted and item.figure in (SOMEBODY, exactly(1))


def _clause(
    piece: Clause, carried: Figure | None, times: Sequence[Span], before: Sequence[Stated]
) -> tuple[list[Stated], Figure | None]:
    """The figures of one clause, and the people that the next one may go on speaking of."""
    whole = list(summary(piece)) or list(grave_and_slight(piece)) or list(words_first(piece))
    if whole:
        return whole, None
    nobody = list(_nobody(piece, before))
    covered = [stated.span for stated in nobody]
    groups = counted(piece.text, unit_pattern("person"), times, piece.start)
    found = list(nobody)
    taken: list[Span] = []
    for role, match in _role_words(piece.text):
        span = piece.span(*match.span())
        if _overlaps(span, covered):
            continue
        stated = _role(role, match, piece, groups, carried, [start for _, start in taken])
        if stated is not None:
            grave = role in {"ill", "injured", "hospitalized"} and _GRAVE.search(match[0])
            share = role == "evacuated" and re.search(r"(?:集中|分散|其中)$", piece.text[: match.start()])
            found.append(replace(stated, part=piece.text.startswith("其中") or bool(grave) or bool(share)))
            taken.append(match.span())
    found += _newly_named(piece, groups, found)
    if groups:
        return found, groups[-1].count.figure
    if _ONE.search(piece.text):
        return found, exactly(1)
    if pattern("people", "one").search(piece.text):
        return found, exactly(1)
    if pattern("people", "many").search(piece.text) or pattern("people", "someone").search(piece.text):
        return found, SOMEBODY
    return found, carried if len(piece.text) < 12 else None


_NAMED = {"伤者": "injured", "死者": "dead"}


def _newly_named(piece: Clause, groups: Sequence[Group], found: Sequence[Stated]) -> list[Stated]:
    """又多一个伤者送医院: one more is hurt, though 伤者 alone points back at those already counted."""
    said = {item.role for item in found}
    named = []
    for group in groups:
        start, end = group.count.span
        role = next((role for word, role in _NAMED.items() if piece.text[end : group.end].endswith(word)), None)
        if role and role not in said and MORE.search(piece.text[max(0, start - 20) : start]):
            words = piece.span(start, group.end)
            named.append(Stated(role, group.count.figure, words, more=True, number=piece.span(start, end)))
    return named


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(first < span[1] and span[0] < last for first, last in others)


def _role_words(text: str) -> list[tuple[str, re.Match[str]]]:
    """The role words of a clause from left to right; where two overlap, the one that starts first or is longer."""
    hits = [
        (role, match)
        for role in ROLES
        for match in pattern("roles", role).finditer(text)
        if (not _POINTER.match(text, match.end()) or _negated(text, match.start()))
        and not _WARNED.search(text[max(0, match.start() - 8) : match.start()])
    ]
    hits.sort(key=lambda hit: (hit[1].start(), -len(hit[1][0]), ROLES.index(hit[0])))
    kept: list[tuple[str, re.Match[str]]] = []
    for hit in hits:
        if not kept or hit[1].start() >= kept[-1][1].end():
            kept.append(hit)
    return kept


# --- nobody hurt ---


def _nobody(piece: Clause, before: Sequence[Stated]) -> Iterator[Stated]:
    """冇人受伤 is nobody hurt and therefore nobody dead; 冇事 only says that those spoken of are unhurt."""
    if _UNSURE.search(piece.text):
        return
    for phrase, roles in (
        ("no_casualties", ("dead", "injured")),
        ("nobody_hurt", ("injured", "dead")),
        ("nobody_dead", ("dead",)),
    ):
        match = pattern("negation", phrase).search(piece.text)
        if match:
            for index, role in enumerate(roles):
                implied = phrase == "nobody_hurt" and index == 1
                yield Stated(role, ZERO, piece.span(*match.span()), implied=implied)
            return
    match = pattern("negation", "safe").search(piece.text)
    if match:
        yield Stated("injured", ZERO, piece.span(*match.span()), implied=True)


# --- one role word ---


def _role(
    role: str,
    match: re.Match[str],
    piece: Clause,
    groups: Sequence[Group],
    carried: Figure | None,
    taken: Sequence[int],
) -> Stated | None:
    text, span = piece.text, piece.span(*match.span())
    if _UNSURE.search(text) and not groups:
        return Stated(role, UNKNOWN, span, counted=False)
    if _negated(text, match.start()):
        if re.search(r"新增|增加|再有|进一步", text[max(0, match.start() - 8) : match.start()]):
            return None  # 没有新增病例: the total stands
        return Stated(role, ZERO, piece.span(max(0, match.start() - 4), match.end()))
    group = _group_for(match, groups, text)
    if role == "evacuated" and _TO_BE_DONE.search(text[max(0, match.start() - 24) : match.start()]):
        return None
    if group is None and role == "evacuated":
        group = _left_unsaid(match)
    if group is not None:
        first = min(match.start(), group.count.span[0])
        words = piece.span(first, max(match.end(), group.end))
        before = text[max(0, group.count.span[0] - 20) : group.count.span[0]]
        figure = with_neighbours(group, groups, text)
        whole = bool(_TOTAL.search(before) or _STANDS_AT.search(text))
        more = bool(MORE.search(before)) and not whole
        if role in {"missing", "trapped"} and re.search(r"另|仲|还", text):
            more = False  # 另一个仲搵紧: what is left, not what is added
        return Stated(role, figure, words, total=whole, more=more, number=piece.span(*group.count.span))
    if role in {"trapped", "missing", "ill"} and carried is not None and carried.exact and _RESCUER.search(text):
        return Stated(role, exactly(carried.surely + 1), span, total=True)
    nth = _NTH.search(text)
    if nth and role in {"trapped", "missing", "injured", "dead", "ill"}:
        return Stated(role, exactly(plain_value(nth["nth"]) or 1), span, total=True)
    if _counts_no_people(role, text, match) or _needs_number(text, match):
        return None
    spoken = _spoken_of(role, match, text, carried)
    whole_group = spoken is carried and bool(pattern("people", "all").search(text[: match.start()]))
    return Stated(role, spoken, span, counted=whole_group) if spoken is not None else None


def _negated(text: str, start: int) -> bool:
    words = table("words")["negation"]
    return bool(re.search(rf"{words['before']}{words['fillers']}$", text[max(0, start - 12) : start]))


# 走了三百四: the people are left unsaid.
_NO_UNIT = re.compile(r"(?:人|个)?(?=[\s,。]|$)")


def _left_unsaid(match: re.Match[str]) -> Group | None:
    found = next(iter(counted(match.string[match.end() :], _NO_UNIT)), None) if match[0][0] == "走" else None
    if found is None:
        return None
    start, end = found.count.span
    return Group(Count(found.count.figure, (start + match.end(), end + match.end())), found.end + match.end())


_FILLER = re.compile(
    r"(?:□|由|从|增至|增加到|增加至|增到|升至|上升到|减至|减少到|降至|改为|变为|变成|达到?|是|系|了|咗|左|住|着|的是|的有|的"
    r"|人数|人员|者|中|有|共|约|到|为|:|\s|大约|至少|超过|大概|着)*"
)


def _group_for(match: re.Match[str], groups: Sequence[Group], text: str) -> Group | None:
    """Where numbers come first (两人受伤), the one before the word; else the one close behind it (死咗3个)."""
    left = [group for group in groups if group.end <= match.start() + 1 and group.count.span[0] < match.start()]
    right = [group for group in groups if group.count.span[0] >= match.end()]
    gap = text[match.end() : right[0].count.span[0]] if right else ""
    close = bool(right) and _FILLER.fullmatch(gap)
    if left and (not close or not _right_style(match, groups)):
        return left[-1]
    if right and (close or len(gap) <= 5):
        return right[0]
    inside = [group for group in groups if match.start() <= group.count.span[0] < match.end()]
    return left[-1] if left else inside[0] if inside else None


def with_neighbours(group: Group, groups: Sequence[Group], text: str) -> Figure:
    """咬了一个小孩同一个大人: people named in one breath are counted together."""
    figures, end = [group.count.figure], group.end
    for other in groups:
        gap = text[end : other.count.span[0]]
        pair = gap == "" and text[end - 1 : end] in {"男", "女"}  # 两男一女
        if other.count.span[0] >= end and (pair or (_AND.fullmatch(gap) and not _role_words(gap))):
            figures.append(other.count.figure)
            end = other.end
    return total(figures)


def _right_style(match: re.Match[str], groups: Sequence[Group]) -> bool:
    """死亡1人受伤2人: the clause began with a word, so numbers follow their words."""
    return groups[0].count.span[0] > match.start() or any(
        word.end() <= groups[0].count.span[0] for _, word in _role_words(match.string)
    )


def _needs_number(text: str, match: re.Match[str]) -> bool:
    """撞到 and 捞上 may speak of things; they count people only beside a number or a person."""
    if re.match("喊救命|求救|呼救", match[0]):
        return not pattern("people", "someone").search(text)
    somebody = any(pattern("people", word).search(text) for word in ("one", "someone"))
    return bool(pattern("negation", "needs_number").match(match[0])) and not somebody


_ON_TOP = re.compile(r"(?:高压|电|光|网)?(?:线|电缆|线路)|(?:屋|车|棚|房)顶|瓦面|路面|路中")
_THING = re.compile(
    r"(?:咗|了)?[^,。人\d]{0,3}(?:电线|线路?|车|(?<!细)路|屋顶|墙|水管|管|桥|树|招牌|花基|厨房|柴房|屋|房|棚|栏|田|菜)"
    r"(?![上里内入])"
)


def _counts_no_people(role: str, text: str, match: re.Match[str]) -> bool:
    """死咗四十头猪, 唔见咗部电单车, 困咗架车: beasts and things are counted elsewhere."""
    behind, ahead = text[match.end() : match.end() + 8], text[max(0, match.start() - 10) : match.start()]
    beast = r"[猪牛鸡鸭鹅鱼狗羊猫兔鸽禽畜虾蕉菜树苗果稻]"
    if re.match(r"^(?:咗|了)?(?:两|一)?[只条][手脚腿眼耳]", behind):
        return False
    count = r"^[\s咗了住\d一二三四五六七八九十廿卅百千两几多余来]*"
    thing = rf"{count}(?:部|架|辆|台|只|头|条狗|批|棵|株|种|间|栋|座|亩|段|条路|条村|成条)"
    if re.search(thing, behind) or re.match(
        rf"^[咗了一二两三四五六七八九十百千万几\d多好大量批片晒唔少许斤公吨担]*[只头条]?{beast}", behind
    ):
        return True
    if re.match("[俾被]", match[0]) and re.search(r"[杆墙栏门牌灯桥屋房闸栅棚树车][^,。]{0,2}$", ahead):
        return True  # 电线杆俾车撞歪
    subject = (
        rf"{beast}|水管|车(?![上里内])|的士|巴士|摩托|树" if role in {"trapped", "missing"} else rf"{beast}|水管|树"
    )
    if role == "trapped" and re.match("[压埋砸]", match[0]) and (_THING.match(behind) or _ON_TOP.match(behind)):
        return True  # 压住电线
    if role == "missing" and re.search(r"(?:[户村厂]|(?<![而依宜])家)人?(?:都|全)?$", ahead):
        return True  # 对面几户联系不上: nobody knows who is missing
    if role == "missing" and re.search(r"老板|厂长|包工头|负责人", ahead):
        return True  # 老板失联: he owes wages
    return bool(re.search(rf"(?:{subject})(?:[^,。人]{{0,3}})$", ahead)) and not re.search(
        r"[人工民生客员机婆伯公童孩妇仔]", ahead
    )


def _spoken_of(role: str, match: re.Match[str], text: str, carried: Figure | None) -> Figure | None:
    """The people a word without a number speaks of: all of those before, one driver, some workers, or somebody."""
    ahead = text[: match.start()]
    if _POINTS_BACK.search(match[0]) or (_POINTS_BACK.search(ahead) and role in {"hospitalized", "injured"}):
        return None
    if pattern("people", "all").search(ahead) and carried is not None:
        return carried
    if match[0].startswith("清"):
        return SOMEBODY  # 方圆两百米都清空了，约八十人
    if role == "rescued" and carried is not None:
        return carried  # 邻居破门救出: the neighbour is the rescuer
    if "自己" in ahead and not re.search(r"[\d两三四五六七八九十几]", ahead):
        return exactly(1)
    if re.search(r"好多人?|很多人?|多人|大批|唔少人|不少人", ahead):
        return Figure(3, None, False)
    if _ONE.search(ahead) or re.search(r"(?:^|[\u4e00-\u9fff])[那嗰](?:个|位)(?!村|镇|厂|学校|地方)", ahead):
        return exactly(1)
    single = list(pattern("people", "one").finditer(text))
    if single and re.search(r"有(?:啲|些)?$", text[: single[0].start()]):
        return SOMEBODY  # 有老人在里面, unlike 有个老人
    if single and re.search(r"[有一](?:个|位|名)", text[: single[0].start()]):
        return exactly(1)
    if pattern("people", "someone").search(text[: match.end()]):
        return SOMEBODY
    if single and (
        single[0].start() < match.start() or role in {"injured", "trapped", "dead", "hospitalized", "evacuated"}
    ):
        return exactly(1)
    if pattern("people", "many").search(text):
        return SOMEBODY
    if carried == exactly(1) and role in {"missing", "trapped", "injured", "injured_serious", "injured_minor"}:
        return carried
    if carried is not None and len(ahead) <= 6 and (role not in {"dead", "missing"} or carried.exact):
        return carried
    return SOMEBODY if role in _ALONE else None
