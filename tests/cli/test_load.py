"""Tables from an office: good lines are loaded, faulty ones are named, and loading twice changes nothing."""

import asyncio
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.rules.experts import Expert
from storage import experts, people, roster
from storage.database import Database
from tests.cli.conftest import Command, table

AREAS = [
    ["code", "name_zh_hans", "name_zh_hant", "kind", "parent", "lat", "lon"],
    ["440118105230", "高滩村", "高灘村", "village", "440118105", "", ""],
    ["440118", "增城区", "增城區", "city", "", "23.262", "113.811"],
    ["440118105", "派潭镇", "派潭鎮", "town", "440118", "23.502", "113.778"],
]
PEOPLE = [
    ["telegram_id", "name", "phone", "language"],
    [700000101, "陈秀兰", "138 0013 8000", "zh-Hans"],
    ["", "黄志强", "+8613800000102", ""],
]
POSTS = [
    ["telegram_id", "phone", "name", "role", "area", "post"],
    [700000101, "", "", "officer", "440118105230", "A"],
    ["", "13800000102", "", "信息员", "派潭镇高滩村", "b"],
    ["", "", "陈秀兰", "duty", "派潭镇", ""],
]


def write(name: str, lines: list[list[object]], encoding: str = "utf-8") -> None:
    Path(name).write_bytes(table(lines).encode(encoding))


def posts(url: str) -> list[tuple[str, str, str | None]]:
    async def look() -> list[tuple[str, str, str | None]]:
        database = Database(url)
        async with database.transaction() as tx:
            held = await people.holders(tx, "officer", ["440118105230"]) + await people.holders(
                tx, "duty", ["440118105"]
            )
        await database.close()
        return [(person.name, post.role, post.rank) for person, post in held]

    return asyncio.run(look())


def test_areas_people_and_posts_are_loaded_in_any_order_of_lines(on: Command, database_url: str) -> None:
    for name, lines in (("areas.csv", AREAS), ("people.csv", PEOPLE), ("posts.csv", POSTS)):
        write(name, lines)
    result = on("load", "areas.csv", "people.csv", "posts.csv")
    assert result.exit_code == 0, result.output
    assert "areas: 3 new" in result.stdout
    assert posts(database_url) == [("陈秀兰", "officer", "A"), ("黄志强", "officer", "B"), ("陈秀兰", "duty", None)]


def test_loading_twice_changes_nothing(on: Command) -> None:
    for name, lines in (("areas.csv", AREAS), ("people.csv", PEOPLE), ("posts.csv", POSTS)):
        write(name, lines)
    on("load", "areas.csv", "people.csv", "posts.csv")
    again = on("load", "areas.csv", "people.csv", "posts.csv")
    assert [line.split(": ", 2)[2] for line in again.stdout.splitlines()] == [
        "0 new, 0 changed, 3 as they were",
        "0 new, 0 changed, 2 as they were",
        "0 new, 0 changed, 3 as they were",
    ]


def test_a_corrected_line_is_corrected(on: Command) -> None:
    write("areas.csv", AREAS)
    on("load", "areas.csv")
    write("areas.csv", [*AREAS[:3], ["440118105", "派潭镇", "派潭鎮", "town", "440118", "23.51", "113.778"]])
    assert "0 new, 1 changed, 2 as they were" in on("load", "areas.csv").stdout


def test_every_faulty_line_is_named_and_the_good_ones_are_loaded(on: Command, database_url: str) -> None:
    write("areas.csv", AREAS)
    on("load", "areas.csv")
    write(
        "people.csv",
        [*PEOPLE, ["x1", "王伯", "12", "fr"], ["", "没有号码", "", ""], [700000103, "", "13800000103", "en"]],
    )
    result = on("load", "people.csv")
    assert result.exit_code == 1
    for fault in (
        "people.csv line 4, telegram_id: 'x1' is no whole number. Right: 700000101",
        "people.csv line 4, phone: '12' is no phone number. Right: +8613800138000",
        "people.csv line 4, language: 'fr' is none of zh-Hans, zh-Hant, en. Right: zh-Hans",
        "people.csv line 5, telegram_id: one of telegram_id, phone must be there. Right: 700000101",
        "people.csv line 6, name: is empty. Right: 陈秀兰",
    ):
        assert fault in result.stderr
    assert "2 new, 0 changed, 0 as they were, 5 faults" in result.stdout


def test_what_only_the_database_knows_is_named_too(on: Command) -> None:
    write("areas.csv", AREAS)
    on("load", "areas.csv")
    write(
        "posts.csv",
        [
            POSTS[0],
            ["", "", "陈秀兰", "officer", "440118105230", "A"],
            [700000101, "", "陈秀兰", "officer", "440118105230", "A"],
            [700000102, "", "黄志强", "officer", "440118105230", "A"],
            [700000102, "", "黄志强", "officer", "派潭镇", ""],
            [700000102, "", "黄志强", "duty", "派潭镇", "A"],
            [700000102, "", "黄志强", "duty", "440118999", ""],
        ],
    )
    result = on("load", "posts.csv")
    assert result.exit_code == 1
    assert [line.split(" line ", 1)[1].split(". Right")[0] for line in result.stderr.splitlines()] == [
        "2, name: nobody is called 陈秀兰",
        "4, post: line 3 gives this post already",
        "5, area: an officer belongs to a village, 派潭镇 is a town",
        "6, post: A and B posts are for officers, not for duty",
        "7, area: 440118999 is not loaded; load areas first",
    ]


def test_groups_and_subscriptions_are_loaded(on: Command, database_url: str) -> None:
    write("areas.csv", AREAS)
    write("people.csv", PEOPLE)
    write("groups.csv", [["chat_id", "title", "tier", "area", "thread_id", "language"],
                         ["-1001234567890", "派潭镇值班群", "town", "440118105", "", "zh-Hans"],
                         ["1001", "不是群", "town", "440118105", "", ""],
                         ["-1001234567891", "村群", "", "440118105230", "", ""]])  # fmt: skip
    write("subscriptions.csv", [["telegram_id", "area", "language"], [700000101, "派潭镇", "en"], [7, "派潭镇", ""]])
    result = on("load", "areas.csv", "people.csv", "groups.csv", "subscriptions.csv")
    assert result.exit_code == 1
    assert "groups.csv line 3, chat_id: 1001 is not a group: a group's number is negative" in result.stderr
    assert "groups.csv line 4, area: a duty group listens for a town or the city" in result.stderr
    assert "subscriptions.csv line 3, telegram_id: nobody has the telegram_id 7" in result.stderr

    async def look() -> tuple[list[str], str]:
        database = Database(database_url)
        async with database.transaction() as tx:
            missing = [area.name for area in await roster.areas_without_group(tx)]
            person = await people.by_telegram(tx, 700000101)
        await database.close()
        assert person is not None
        return missing, person.language

    assert asyncio.run(look()) == (["增城区"], "en")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_what_chinese_excel_saves_is_read(command: Command, encoding: str) -> None:
    write("areas.csv", AREAS, encoding)
    assert "areas: 3 new" in command("load", "areas.csv").stdout


def test_a_workbook_with_chinese_headings_and_numbers_as_phones_is_read(command: Command) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in ([], ["姓名", "电话", "语言"], ["陈秀兰", 13800138000, "简体"], [], ["王伯", "abc", ""]):
        sheet.append(line)
    book.save("名册.xlsx")
    result = command("load", "名册.xlsx")
    assert result.exit_code == 1
    assert "people: 1 new" in result.stdout
    assert "line 5, phone: 'abc' is no phone number" in result.stderr


def test_a_broken_line_inside_quotes_keeps_the_numbers_right(command: Command) -> None:
    Path("people.csv").write_text('telegram_id,name,phone\n1,"two\nlines",\nx,王伯,\n', "utf-8")
    assert "people.csv line 4, telegram_id" in command("load", "people.csv").stderr


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("gone.csv", None, "no such file"),
        ("empty.csv", b"\n\n", "nothing in it"),
        ("broken.xlsx", b"PK\x03\x04 no", "not an XLSX workbook"),
        ("bytes.csv", b"name,phone\n\xff\xfe\xff\xff,1", "neither UTF-8 nor GB18030"),
    ],
)
def test_a_file_that_is_no_table_is_one_sentence(command: Command, name: str, body: bytes | None, words: str) -> None:
    if body is not None:
        Path(name).write_bytes(body)
    result = command("load", name)
    assert result.exit_code == 2
    assert words in result.stderr


def test_an_unknown_table_shows_the_columns_that_are_known(command: Command) -> None:
    write("odd.csv", [["colour", "taste"], ["red", "sweet"]])
    result = command("load", "odd.csv")
    assert result.exit_code == 1
    assert "no table with the columns colour, taste" in result.stderr
    assert "posts: telegram_id,phone,name,role,area,post" in result.stderr


def test_a_person_known_by_phone_gets_their_telegram_id_later(command: Command) -> None:
    write("people.csv", PEOPLE)
    command("load", "people.csv")
    write("people.csv", [PEOPLE[0], [700000102, "黄志强", "13800000102", ""]])
    assert "people: 0 new, 1 changed" in command("load", "people.csv").stdout


EXPERTS = [
    ["name", "telegram_id", "phone", "fields", "area", "employer", "until", "status"],
    ["钟伟", 700000231, "13800000231", "地质;边坡", "增城区", "区地质队", "2027-12-31", ""],
    ["冯志远", "", "13800000233", "建筑结构、水务", "派潭镇；高滩村", "", "", "暂停"],
]


def test_experts_are_loaded_with_their_fields_and_areas_and_a_shorter_line_takes_areas_away(
    on: Command, database_url: str
) -> None:
    write("areas.csv", AREAS)
    write("experts.csv", EXPERTS)
    assert "experts: 2 new" in on("load", "areas.csv", "experts.csv").stdout
    assert "0 new, 0 changed, 2 as they were" in on("load", "experts.csv").stdout

    async def look() -> dict[str, Expert]:
        database = Database(database_url)
        async with database.transaction() as tx:
            found = await experts.all_of_them(tx)
        await database.close()
        return {expert.name: expert for expert in found}

    known = asyncio.run(look())
    assert known["钟伟"].fields == ("field:geology",)
    assert known["钟伟"].areas == ("440118",)
    assert str(known["钟伟"].until) == "2027-12-31"
    assert known["冯志远"].fields == ("field:structures", "function:water")
    assert known["冯志远"].areas == ("440118105", "440118105230")
    assert known["冯志远"].away
    write("experts.csv", [EXPERTS[0], [*EXPERTS[2][:4], "派潭镇", "", "", ""]])
    assert "0 new, 1 changed, 0 as they were" in on("load", "experts.csv").stdout
    known = asyncio.run(look())
    assert known["冯志远"].areas == ("440118105",)
    assert not known["冯志远"].away


def test_faulty_lines_of_experts_are_named(on: Command) -> None:
    write("areas.csv", AREAS)
    on("load", "areas.csv")
    write("experts.csv", [
        EXPERTS[0],
        ["甲", "", "", "地质", "增城区", "", "", ""],
        ["乙", 700000241, "", "", "增城区", "", "", ""],
        ["丙", 700000242, "", "地质", "没有镇", "", "", ""],
        ["丁", 700000243, "", "地质", "增城区", "", "明年", ""],
        ["戊", 700000244, "", "很" * 25, "增城区", "", "", ""],
        ["己", 700000245, "", "地质", "增城区", "", "", "也许"],
    ])  # fmt: skip
    result = on("load", "experts.csv")
    assert result.exit_code == 1
    for fault in (
        "line 2, telegram_id: one of telegram_id, phone must be there",
        "line 3, fields: is empty. Right: 地质;水利",
        "line 4, area: no area is called 没有镇",
        "line 5, until: '明年' is no day. Right: 2027-12-31",
        "line 6, fields: ",
        "line 7, status: '也许' is none of available, away",
    ):
        assert fault in result.stderr, fault
    assert "0 new" in result.stdout
