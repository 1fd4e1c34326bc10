"""紧急上报: three taps, and what an officer may do with the minutes after it."""

from __future__ import annotations

from tests.stories.town import Town


async def test_a_landslide_is_reported_in_three_taps(town: Town) -> None:
    await town.he.taps("紧急上报")
    await town.he.sees("发生了什么")
    await town.he.taps("滑坡")
    await town.he.sees("有人受伤或被困吗")
    await town.he.taps("有")
    await town.he.sees("编号马上就到")
    receipt = await town.he.sees("已上报，编号", "派潭镇 高滩村", "119、120、110", "派潭镇值班群", "增城区值班群")
    print(receipt.text)
    card = await town.chen.sees("P0", "滑坡", "有人受伤或被困", "被困", chat=town.town)
    print(card.text)
    await town.zhou.sees("P0", chat=town.district)
