"""Leaves residents' names and numbers out of words that go to a higher level (突发事件应对法 art. 83: only as needed).

A name is only known by the word before it (村民、伤者…) and a common surname: what is not recognised stays, so a person
reads the text before it leaves.
"""

import re

_CUES = (
    "村民|户主|屋主|业主|房东|租客|伤者|死者|逝者|遇难者|患者|病人|"
    "老人|小孩|男子|女子|司机|事主|居民|当事人|名叫|叫做|姓名"
)
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温"
)
# A name is only one where something follows that ends it: 陈大文被埋, 王五已送医; 居民向政府反映 names nobody.
_ENDS = (
    r"(?=[已被在的与和及或受轻重死失不从说称报家住自还也都又仍就刚正才只仅尚未没困伤跌摔落掉送嘅喺同俾仲啱唔冇係系一二三四五六七八九十"
    r"\d\s、，。！？；：（）(),.;:!?]|目前|昨|今|$)"
)
# Everyday words that begin like a surname: 居民白天, 老人高兴, 村民严重不满.
_NO_NAME = (
    r"(?!白天|白车|高兴|高度|高血|高温|高空|严重|严格|方便|方面|于是|于昨|于今|江边|林地|林业|田地|石头|马路|马上|金额|万一"
    r"|孔雀|熊猫|汤都)"
)
_NAME = re.compile(rf"({_CUES})([：: ]?){_NO_NAME}([{SURNAMES}])[\u4e00-\u9fff]{{1,2}}?{_ENDS}")
# 何水生家屋后: somebody's house.
_HOUSE = re.compile(rf"([{SURNAMES}])[\u4e00-\u9fff]{{1,2}}?(?=家(?:屋|房|里|的|门|厨|后|前|楼|旁|[\s、，。；,.]|$))")
_MOBILE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")


def without_names(text: str) -> str:
    """村民陈大文被埋 → 村民陈某被埋; numbers of telephones and identity cards are left out."""
    return _HOUSE.sub(r"\1某", _NAME.sub(r"\1\2\3某", _IDENTITY.sub("（证件号略）", _MOBILE.sub("（电话略）", text))))
