"""Where people were moved to: 村委会二楼, 小学教室, 文化楼."""

import re

_SHELTER_ANY = re.compile(
    r"(?:转移|撤离|疏散|安置|安顿|搬|撤|避险|暂住|暂避|送)(?:完毕|晒|咗|了|全部)*[^,。\d]{0,4}?(?:到|至|去|喺|在|于|入)(?:咗|了)?"
    r"(?P<place>[\u4e00-\u9fff]{2,10}?)(?=[,。!;\s]|了|咗|啦|暂|避|安置|躲|过夜|住|先|$)"
)
_SHELTER = re.compile(
    r"(?:转移|转|撤离|撤|疏散|安置|搬|避险|避|送|带|安排|安顿|叫[^,。]{0,6}|移|都|全部|(?<![\u4e00-\u9fff]))[^,。到至去]{0,8}?(?:咗|了)?(?:到|至|去|喺|在|于|上|入|返)+(?:咗|了)?"
    r"(?P<place>[^,。!;\s]{0,8}?(?:村委(?:会)?|小学|中学|学校|祠堂|文化室|文化站|广场|二楼|三楼|二层|楼上|亲戚家|避护场所|避难场所|避险点"
    r"|安置点|活动中心|礼堂|酒店|招待所|球场|体育馆|屋企|幼儿园|庙|高处|安全(?:地方|地带|地点|区域))(?:[二三四一]楼|礼堂|操场|饭堂)?)(?![^,。]{0,4}(?:要|讨|闹|投诉|上访|反映|开会|领))"
)


def find_shelter(folded: str) -> re.Match[str] | None:
    """The words `place` that people were moved to; a hospital is no shelter."""
    found = _SHELTER.search(folded)
    if found is not None:
        return found
    found = _SHELTER_ANY.search(folded)
    return None if found is None or re.search(r"医院|卫生院|诊所|急救|派出所|入院", found["place"]) else found
