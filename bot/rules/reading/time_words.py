"""The words of time: parts of a day, days, clock idioms, so long ago (domain table 1.4)."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A word for a part of the day: the hours it covers and how an hour said with it is meant."""

    first: int
    last: int
    afternoon: bool = False
    night: bool = False
    next_day: bool = False


MORNING, DAWN, NOON = PartOfDay(6, 11), PartOfDay(0, 5), PartOfDay(11, 13, afternoon=True)
AFTERNOON, DUSK, NIGHT = (
    PartOfDay(12, 17, afternoon=True),
    PartOfDay(17, 19, afternoon=True),
    PartOfDay(18, 23, night=True),
)
# 昨晚半夜, 昨晚凌晨三点: the night that began on the day named, so its small hours are the next day's.
SMALL_HOURS = PartOfDay(0, 4, next_day=True)
PARTS: dict[str, PartOfDay] = {
    "凌晨": DAWN, "半夜三更": DAWN, "三更半夜": DAWN, "半夜": PartOfDay(0, 4, night=True),
    "深夜": PartOfDay(22, 23, night=True),
    "天光": PartOfDay(5, 7), "天未光": DAWN, "清晨": PartOfDay(5, 8), "清早": PartOfDay(5, 8),
    "大清早": PartOfDay(5, 8),
    "一早": MORNING, "一大早": MORNING, "大早": MORNING, "晨早": MORNING, "早朝": MORNING,
    "早上": MORNING, "早晨": MORNING, "朝早": MORNING, "朝头早": MORNING, "上午": MORNING, "上昼": MORNING,
    "am": PartOfDay(0, 11), "pm": AFTERNOON, "中午": NOON, "正午": NOON, "晌午": NOON, "晏昼": AFTERNOON,
    "下昼": AFTERNOON,
    "下午": AFTERNOON, "午后": AFTERNOON, "傍晚": DUSK, "黄昏": DUSK, "挨晚": DUSK, "挨夜": DUSK,
    "晚上": NIGHT, "晚黑": NIGHT, "夜晚黑": NIGHT, "夜晚": NIGHT, "夜里": NIGHT, "夜间": NIGHT, "晚间": NIGHT,
    "晚半夜": SMALL_HOURS, "晚凌晨": SMALL_HOURS, "夜凌晨": SMALL_HOURS, "晚三更半夜": SMALL_HOURS,
    "晚后半夜": SMALL_HOURS, "晚下半夜": SMALL_HOURS, "晚深夜": PartOfDay(22, 23, night=True),
    "早": MORNING, "朝": MORNING, "晚": NIGHT, "夜": NIGHT,
}  # fmt: skip
# A short word only follows a day word: 今早, 昨晚, 噚晚, 听朝.
_LONG_PARTS = "|".join(sorted((word for word in PARTS if len(word) > 1), key=len, reverse=True))
DAYS: dict[str, int] = {
    "大前天": -3, "大前日": -3, "前天": -2, "前日": -2, "前": -2, "昨天": -1, "昨日": -1, "昨": -1, "琴日": -1,
    "噚日": -1,
    "寻日": -1, "擒日": -1, "琴": -1, "噚": -1, "寻": -1, "擒": -1, "今天": 0, "今日": 0, "今": 0, "当天": 0,
    "当日": 0, "即日": 0,
    "明天": 1, "明日": 1, "明": 1, "听日": 1, "听": 1, "后天": 2, "后日": 2,
}  # fmt: skip
_LONG_DAYS = "|".join(sorted((word for word in DAYS if len(word) > 1), key=len, reverse=True))
WEEKDAYS = {
    "一": 0,
    "二": 1,
    "三": 2,
    "四": 3,
    "五": 4,
    "六": 5,
    "日": 6,
    "天": 6,
    "1": 0,
    "2": 1,
    "3": 2,
    "4": 3,
    "5": 4,
    "6": 5,
}

_N = r"(?:\d{1,6}|[零〇一二两三四五六七八九十廿卅]{1,6})"
_DAY = (
    r"(?P<date>(?:(?P<year>\d{4})\s*[年\-/.]\s*)?(?<![\d.])(?P<month>\d{1,2}|[一二三四五六七八九十]{1,6})\s*(?:月(?:份)?\s*|(?<=\d)[\-/](?=\d)|(?<=\d)\.(?=\d{{1,2}}(?:日|号|早|晚|上午|下午|凌晨|中午|夜|朝|傍晚)))"
    r"(?P<day>\d{1,2}(?!\d)|[一二三四五六七八九十廿卅]{1,6})\s*[日号]?)"
    r"|(?P<only_day>(?<![\d月第组街路巷栋社楼村区座道])(?P<mday>\d{1,2}|[一二三四五六七八九十廿]{1,6})号(?!楼|线|门|铺|房|室|桥|地|库|厂|机|车|院|店|国))"
    r"|(?P<week>(?P<which>上上|上个?|今个?|这个?|呢个?|下个?|本)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天1-6]))"
    rf"|(?P<word>{_LONG_DAYS}|(?:前|昨|琴|噚|寻|擒|今|明|听)(?=早|朝|晚(?!上?饭)|夜|凌晨|下午|上午|中午|\d{{1,2}}[:点时]))"
)
_CLOCK = (
    rf"(?P<hour>{_N})\s*(?:"
    r"(?P<colon>:)\s*(?P<m0>\d{2})(?::\d{2})?(?!\d)"
    rf"|(?:点钟?|时(?!候|间|段|不时|而)|點)\s*(?:(?P<half>半)|(?P<bones>[一两二三])个骨|(?P<quarter>[一三1-3])刻|(?:搭|踏|沓)(?P<tap>{_N}|半)"
    rf"|(?P<word5>{_N})个字|(?P<some>几|多|零(?![一二三四五六七八九\d]))|(?P<minute>{_N})(?P<fen>分钟?)?(?![\d个人名户位条间米岁宗只])|(?P<whole>正|整)?))"
)
_LOOSE = r"(?P<loose>左右|许(?!可|多|诺)|前后|上下|度|多钟|(?<=点)多|几钟)?"
_AROUND = r"(?P<around>大约|大概|约莫|约|大致|差唔多|差不多|估计)?"
FULL = re.compile(
    rf"(?:(?:{_DAY})\s*(?:[)\]】])?(?:的|嘅|,)?\s*)?{_AROUND}(?:(?P<part>{_LONG_PARTS}|(?<=[今昨前明听琴噚寻擒日号天])(?:早|朝|晚|夜))"
    rf"(?:的|嘅|上)?\s*)?(?P<around2>大约|大概|约莫|约|差唔多|差不多)?\s*(?P<clock>{_CLOCK}){_LOOSE}"
)
DAY_ONLY = re.compile(
    rf"(?:{_DAY})(?:的|嘅)?(?P<part>{_LONG_PARTS}|(?<=[今昨前明听琴噚寻擒日号天])(?:早|朝|晚|夜))?(?P<loose>左右|前后)?"
    rf"|(?P<lone>{_LONG_PARTS})"
)
AGO = re.compile(
    r"(?P<amount>半个多|半|个半|[一二两三四五六七八九十\d]{1,6}个半|[一二两三四五六七八九十廿卅几\d.]{1,6}(?:来|多|几)?)\s*"
    r"(?P<unit>分钟|分|个?小时|个?钟头|个?钟|粒钟|个?字|天|日|个?星期|个?礼拜|周)(?P<more>多|几)?(?:左右)?(?:之前|以前|前(?!面|后|来|往))"
)
NOW = re.compile(
    r"(?:刚刚才?|刚才|头先|啱啱|啱先|先头)(?!(?:[是系]|我|佢|都)*(?:误报|误会|[说讲报写发打搞][错的嘅过漏多少]|[那嗰](?:条|份|单|宗|个报)))"
    r"|刚(?=发生|[着起倒塌翻撞掉发出烧冒冲滑漏爆断停跌溺落打有])|啱(?=发生|至)|正话|方才|一阵间?前"
    r"|而家|宜家|依家|家下|现在|目前|正在|此刻|眼下|这会儿|just now|right now|now"
)
JUST = re.compile(r"刚|头先|啱|正话|方才|先头|一阵|just")
MINUTES = {
    "分钟": 1, "分": 1, "字": 5, "小时": 60, "钟头": 60, "钟": 60, "粒钟": 60,
    "天": 1440, "日": 1440, "星期": 10080, "礼拜": 10080, "周": 10080,
}  # fmt: skip
