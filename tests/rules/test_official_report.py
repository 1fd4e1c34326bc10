"""The official text: the office's order, what is not known, what changed, names left out, the short form, the file."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.official_docx import official_docx
from bot.documents.official_report import Issue, compose, full_text, short_text
from bot.documents.official_words import chinese, series
from bot.rules.case_view import CaseView
from bot.rules.chain_view import ChainView, VersionView
from bot.rules.desk_view import DeskView, FollowUpView, GradeView
from bot.rules.no_names import without_names

SENT = datetime(2026, 7, 14, 14, 35, tzinfo=UTC)
NOW = SENT + timedelta(minutes=30)
ZONE = ZoneInfo("Asia/Shanghai")
ISSUE = Issue("派潭镇应急值班室", "增城区应急值班室", 3, 12, "陈建国", "020-8282")


def exactly(count: int) -> dict[str, Any]:
    return {"min": count, "max": count, "exact": True}


FIRST: dict[str, Any] = {
    "category": {"slug": "fire_building"},
    "place": {"kind": "text", "text": "东华三街出租屋"},
    "time": {"at": "2026-07-14T22:30:00+08:00", "precision": "approx", "raw": "十点半左右"},
    "what_happened": "二楼起火，租客李四被困，电话13800138000",
    "harm": "yes",
    "injured_serious": exactly(2),
    "missing": {"unknown": True},
}


def chain(*versions: tuple[str, int, dict[str, Any]], desk: DeskView | None = None) -> ChainView:
    views = tuple(
        VersionView(number, kind, ordinal, SENT + timedelta(minutes=5 * number), "何志强", answers)
        for number, (kind, ordinal, answers) in enumerate(versions, 1)
    )
    case = CaseView(
        1, "派潭-260714-01", "incident", "incident", "fire_building", "P0", "open", versions[-1][2], "440118105230",
        ("高滩村", "高灘村"), ("派潭镇", "派潭鎮"), None, SENT, SENT, "何志强", "+8613800000001", None, "A",
        None, None, None, 0, (), len(versions), desk=desk or DeskView(),
    )  # fmt: skip
    return ChainView(case, views)


def test_a_first_report_reads_as_an_office_writes_it() -> None:
    text = full_text(compose(chain(("first", 0, FIRST)), ISSUE, ZONE, NOW))
    assert text.splitlines()[:4] == [
        "《值班快报》第3期（总第12期）", "派潭镇应急值班室　2026年7月14日23时05分", "",
        "关于派潭镇高滩村发生房屋火灾的情况报告（首报）",
    ]  # fmt: skip
    assert "一、基本情况：7月14日22时30分许，派潭镇高滩村东华三街出租屋发生房屋火灾。" in text
    assert "接报时间7月14日22时35分" in text
    assert "失联人数不详、重伤2人" in text
    assert "死亡" not in text  # nobody said anything of dead: neither 0 nor 待核 is invented
    assert "正在核实：事件起因和性质、影响范围、发展趋势、处置情况" in text
    assert "租客李某被困" in text
    assert "13800138000" not in text
    assert "签发：" in text
    assert "核稿：" in text
    assert "编辑：陈建国" in text
    assert text.endswith("报：增城区应急值班室\n送：消防救援")
    assert "定级" not in text


def test_a_follow_up_tells_what_changed_and_not_the_beginning() -> None:
    later = {**FIRST, "dead": exactly(1), "injured_serious": exactly(3),
             "what_happened": FIRST["what_happened"] + "\n22时50分明火扑灭", "what_done": "转移12人"}  # fmt: skip
    told = chain(("first", 0, FIRST), ("supplement", 0, FIRST), ("followup", 1, later), ("supplement", 0, later))
    report = compose(told, ISSUE, ZONE, NOW)
    assert report.title.endswith("（续报一）")
    assert report.delta == (("死亡", "未报", "1人"), ("重伤", "2人", "3人"))
    text = full_text(report)
    assert "重伤：2人→3人" in text
    assert "已于7月14日22时40分首报" in text
    assert "最新情况：22时50分明火扑灭。" in text
    assert "二楼起火" not in text
    assert "处置情况：转移12人" in text


def test_a_final_report_tells_all_with_control_and_the_grade_a_person_gave() -> None:
    desk = DeskView(
        follow_up=FollowUpView(NOW, "controlled", "何志强", None, NOW, "何志强"),
        grade=GradeView("IV", NOW, "陈建国"),
    )
    text = full_text(compose(chain(("first", 0, FIRST), ("final", 0, FIRST), desk=desk), ISSUE, ZONE, NOW))
    assert "（终报）" in text
    assert "一、基本情况" in text
    assert "发展趋势：7月14日23时05分，现场情况已得到控制。" in text
    assert "初步定级：一般(Ⅳ级)。" in text
    assert "正在核实" not in text


@pytest.mark.parametrize(("kind", "ordinal", "name"), [
    ("first", 0, "首报"), ("followup", 2, "续报二"), ("followup", 12, "续报十二"), ("correction", 0, "更正"),
    ("final", 0, "终报"), ("verified", 0, "核报"), ("late", 0, "补报"),
])  # fmt: skip
def test_the_series_has_its_names(kind: str, ordinal: int, name: str) -> None:
    assert series(kind, ordinal) == name
    assert chinese(25) == "二十五"


@given(words=st.text(max_size=900), place=st.text(max_size=300))
def test_the_short_form_is_never_longer_than_200_characters(words: str, place: str) -> None:
    answers = {**FIRST, "what_happened": words, "place": {"kind": "text", "text": place}}
    said = short_text(chain(("first", 0, answers)), "派潭镇应急值班室", ZONE, NOW)
    assert len(said) <= 200
    assert said.startswith("【首报】7月14日22时30分许，派潭镇高滩村")
    assert said.endswith("派潭镇应急值班室 23:05")
    assert "重伤2人" in said


@pytest.mark.parametrize(("said", "told"), [
    ("村民陈大文被埋", "村民陈某被埋"), ("伤者王五已送医", "伤者王某已送医"),
    ("户主：李小龙，两人", "户主：李某，两人"),
    ("居民向政府反映", "居民向政府反映"), ("身份证440118199001011234", "身份证（证件号略）"),
    ("村民陈大文还在屋里", "村民陈某还在屋里"), ("村民何水生仲困喺入面", "村民何某仲困喺入面"),
    ("居民白天都唔喺屋企", "居民白天都唔喺屋企"),
    ("打+8613800138000找他", "打（电话略）找他"), ("林业站和高滩村", "林业站和高滩村"),
])  # fmt: skip
def test_names_of_residents_are_left_out_where_they_can_be_recognised(said: str, told: str) -> None:
    assert without_names(said) == told


def text_of(made: bytes) -> str:
    document = Document(io.BytesIO(made))
    tables = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + tables)


def test_the_file_opens_in_word_and_holds_other_peoples_words_as_they_are() -> None:
    hostile = {**FIRST, "what_happened": "火势 <b>&大</b> {{ 7*7 }} \x07‮倒", "dead": exactly(1)}
    later = chain(("first", 0, FIRST), ("followup", 1, hostile))
    text = text_of(official_docx(compose(later, ISSUE, ZONE, NOW)))
    assert "第3期（总第12期）" in text
    assert "关于派潭镇高滩村发生房屋火灾的情况报告（续报一）" in text
    assert "<b>&大</b> {{ 7*7 }}" in text
    assert "死亡\n未报\n1人" in text
    assert "报：增城区应急值班室" in text
    assert "{%" not in text


def test_an_offices_own_template_is_used_and_a_broken_one_keeps_nothing_back(tmp_path: Path) -> None:
    own = Document()
    own.add_paragraph("本镇专用 {{ title }}")
    own.save(str(tmp_path / "own.docx"))
    report = compose(chain(("first", 0, FIRST)), ISSUE, ZONE, NOW)
    assert text_of(official_docx(report, str(tmp_path / "own.docx"))).startswith("本镇专用 关于派潭镇")
    (tmp_path / "broken.docx").write_bytes(b"no zip")
    for template in (tmp_path / "broken.docx", tmp_path / "nowhere.docx"):
        assert "第3期" in text_of(official_docx(report, str(template)))
    assert replace(report, issue=None).title == report.title
