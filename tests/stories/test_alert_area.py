"""A circle around a pin and a polygon from a file: what they count in is seen before it goes out, and in CAP."""

from __future__ import annotations

import base64
import json

from sqlalchemy import select

from storage.tables import Alert
from tests.stories.crowd import a_crowd, resident
from tests.stories.nights import TOWN, VILLAGE
from tests.stories.test_alert import finished, with_approver
from tests.stories.test_alert_cap import goes_out_as_cap
from tests.stories.test_alert_life import hands_in, published

XIAOLOU, ZHENGGUO = "440118106", "440118104"
RING = [[113.76, 23.49], [113.79, 23.49], [113.79, 23.51], [113.76, 23.51], [113.76, 23.49]]


def a_file(name: str, body: object) -> dict[str, str]:
    data = body if isinstance(body, str) else json.dumps(body)
    return {"file_name": name, "data_base64": base64.b64encode(data.encode()).decode()}


async def test_a_circle_in_the_wrong_place_is_caught_a_polygon_takes_its_place_and_both_go_out_as_cap(database_url):
    async with a_crowd(database_url) as night:
        await with_approver(night)
        li, chen, xu = night.phones["李区"], night.phones["陈值班"], night.phones["许静"]
        here = await resident(night, "高滩的人", VILLAGE)
        south = await resident(night, "小楼的人", XIAOLOU)
        east = await resident(night, "正果的人", ZHENGGUO)

        # the pin is a town too far to the east: the villages are read before anything else is asked
        await li.sends("/alert")
        await li.sees("公众预警", "画一个圆")
        await li.sends_location(23.41, 113.92)
        await li.sees("多大范围")
        await li.sends("很远")
        await li.sees("不是公里数")
        await li.taps("1 公里")
        await li.sees("23.4100, 113.9200", "1 公里", "算入", "正果镇全部 32 个", "没有坐标")
        await li.sends("113.79, 23.45")  # whichever comes first
        await li.sees("多大范围")
        await li.sends("1.5公里")
        seen = await li.sees("23.4500, 113.7900", "派潭镇全部", "高滩村", "小楼镇全部")
        assert "正果镇" not in seen.text
        await li.taps("完成")
        await li.sees("哪一类")
        await li.taps("防汛")
        await li.sees("什么级别")
        await li.taps("提示")
        await li.sees("预警内容")
        await li.sends("水库放水，不要下河")
        await li.sees("有效多久")
        await li.taps("6 小时")
        shown = await li.sees("防汛提示", "派潭镇", "小楼镇", "以 23.4500, 113.7900 为中心", "1.5 公里", "地图", "退订")
        assert "openstreetmap.org/?mlat=23.45" in (shown.text_html or "")
        asked = await li.sees("将发给 2 人", "紧迫：就快", "把握：有可能", "算入", "高滩村", "整镇算入")
        await li.taps("马上")
        await li.sees("将发给 2 人", "紧迫：马上", "把握：有可能")
        assert "过时" in (await li.taps_data("a:0:urgency:Never:0", None, asked.message_id))["text"]
        await hands_in(li)
        await xu.sees("待审批", "第 1 号", "紧迫：马上", "算入", "整镇算入")
        await xu.taps("批准")
        await li.sees("许静", "请点", "第 1 号")
        await li.taps("发布")
        for phone in (here, south):
            await phone.sees("防汛提示", "1.5 公里")
        await finished(night)
        await night.settled()
        cap = await goes_out_as_cap(night, 1)
        (area,) = cap.infos[0].areas
        assert (area.circles, area.polygons) == (("23.45,113.79 1.5",), ())
        assert area.geocodes == (("CN-TownCode", TOWN), ("CN-TownCode", XIAOLOU))

        # a town's duty: what is not theirs is left out, and named; a file that is no area says why
        await chen.sends("/alert")
        await chen.sees("公众预警")
        await chen.sends("23.45,113.79")
        await chen.sees("多大范围")
        await chen.taps("1 公里")
        await chen.sees("派潭镇全部", "不归您管", "小楼镇")
        await chen.taps("去掉画的范围")
        await chen.sees("已选", "派潭镇")
        await chen.sends_document(**a_file("here.geojson", {"type": "Point", "coordinates": RING[0]}))
        await chen.sees("正在读这份范围文件")
        await chen.sees("不能用", "没有多边形")
        await east.sends_document(**a_file("here.geojson", {"type": "Polygon", "coordinates": [RING]}))
        await east.sees("不是报警")

        # a polygon for the update; the card of the first is answered while a draft is open
        await li.sends_document(**a_file("flood.geojson", {"type": "Polygon", "coordinates": [RING]}))
        await li.sees("正在读这份范围文件")
        await li.sees("读好了", "1 个多边形，5 个点")
        forged = await chen.taps_data("as:use:3", None, (await chen.view())["messages"][-1]["message_id"])
        assert forged["show_alert"], "somebody else's file"
        await night.restart()
        await li.taps("用这个范围")
        await li.sees("划定的范围", "派潭镇全部")
        await li.sends("取消")
        await li.sees("已取消")
        assert "没有在起草" in (await li.taps_data("as:drop:", None, shown.message_id))["text"]
        await li.taps("更新")
        await li.sees("防汛提示（更新）", "1.5 公里")
        await li.sees("居民看到的就是上面这条", "整镇算入")
        await li.taps("用这个范围")
        await li.sees("划定的范围", "派潭镇全部")
        await li.taps("完成")
        await li.sees("防汛提示（更新）", "划定的范围", "派潭镇")
        await li.sees("居民看到的就是上面这条")
        await hands_in(li)
        await published(night, 2)
        await here.sees("防汛提示（更新）", "划定的范围")
        await south.sees("防汛提示（更新）")
        await east.sees_nothing_new()
        cap = await goes_out_as_cap(night, 2)
        assert (cap.infos[0].urgency, cap.infos[0].certainty) == ("Immediate", "Possible")
        assert cap.infos[0].areas[0].polygons == ("23.49,113.76 23.49,113.79 23.51,113.79 23.51,113.76 23.49,113.76",)
        assert cap.infos[0].areas[0].geocodes == (("CN-TownCode", TOWN),)
        async with night.database.transaction() as tx:
            assert [row.areas for row in await tx.session.scalars(select(Alert).order_by(Alert.id))] == [
                [TOWN, XIAOLOU], [TOWN]]  # fmt: skip
