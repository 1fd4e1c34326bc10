"""What the peers say, and to whom: as long, and with as many buttons, as what Qianshao says.

Nothing of Qianshao is imported here: a peer shall neither start nor weigh what the bot does.
"""

CITY_GROUP, FIRST_TOWN_GROUP = -1_000_000_000, -1_000_000_001
FIRST_RESIDENT = 1_000_001
GROUPS = (FIRST_TOWN_GROUP, CITY_GROUP)
MENU = "<b>紧急上报</b> · 1/3\n发生了什么？\n<i>点一个，或打字搜索。</i>"
MENU_BUTTONS = [[(f"类别{n}", f"category:{n}"), (f"类别{n + 1}", f"category:{n + 1}")] for n in range(0, 12, 2)]
MENU_BUTTONS.append([("取消", "cancel")])
HARM = "<b>紧急上报</b> · 2/3\n有人受伤或被困吗？"
HARM_BUTTONS = [
    [("有", "harm:yes"), ("无", "harm:none"), ("不清楚", "harm:unknown")],
    [("返回", "back"), ("取消", "cancel")],
]
SENDING = "正在上报……"
CARD = "🔴 <b>P0 派潭镇-1123-0001</b>\n" + "滑坡 · 派潭镇高滩村 · 有人受伤或被困\n" * 8
CARD_BUTTONS = [[("接报", "ack:1"), ("已转办", "refer:1")], [("追问", "ask:1"), ("误报", "false:1")]]
RECEIPT = "✅ 已上报 <b>派潭镇-1123-0001</b>\n已通知：派潭镇值班群、增城区值班群\n" + "还缺：死亡人数\n" * 3


def residents(count: int) -> list[int]:
    return list(range(FIRST_RESIDENT, FIRST_RESIDENT + count))
