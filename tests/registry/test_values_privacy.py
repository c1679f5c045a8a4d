"""No mobile number, identity number or person's name leaves a published list."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from registry.reading.columns import Column
from registry.reading.document import Row
from registry.values.plain import plain
from registry.values.privacy import mask, mask_cell
from registry.values.rows import statements_of
from registry.values.titles import facts_of
from registry.values.withheld import NO_MOBILE, NOT_PUBLIC
from registry.vocabulary import SourceKind

MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
HEADINGS = (
    "机构名称",
    "地址",
    "联系电话",
    "负责人及联系电话",
    "法定代表人",
    "托位数",
    "收费标准",
    "备注",
    "简介",
    "认定日期",
    "甲",
)

no_digits = st.text(st.sampled_from("张王幼儿园托育（）:：，、转电话 abc/-\u3000元月"), max_size=8)
numbers = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)


@st.composite
def mobiles(draw: st.DrawFn) -> str:
    """A mobile number as lists write it: spaced, dashed, prefixed, in full width."""
    number = draw(numbers)
    style = draw(st.integers(0, 4))
    if style == 1:
        number = "".join(
            digit + draw(st.sampled_from(["", " ", "\u3000", "\u200b"])) for digit in number
        )
    elif style == 2:
        dash = draw(st.sampled_from(["-", "—", "－", " - ", "."]))
        number = dash.join((number[:3], number[3:7], number[7:]))
    elif style == 3:
        number = draw(st.sampled_from(["+86", "86-", "0086 ", "0", "(+86)"])) + number
    elif style == 4:
        number += draw(numbers)
    return number.translate(FULL_WIDTH) if draw(st.booleans()) else number


@given(no_digits, mobiles(), no_digits)
def test_mask_leaves_no_mobile_and_is_stable(before: str, number: str, after: str) -> None:
    masked = mask(before + number + after)
    assert not MOBILE.search(plain(masked))
    assert mask(masked) == masked


@settings(max_examples=200)
@given(st.integers(0, len(HEADINGS) - 1), no_digits, mobiles(), no_digits)
def test_nothing_a_row_gives_holds_a_mobile(
    place: int, before: str, number: str, after: str
) -> None:
    cells = ["江阳区小星托育园", "江阳路1号", *[""] * (len(HEADINGS) - 2)]
    cells[place] = before + number + after
    day = date(2024, 7, 1)
    facts = facts_of("2023年市级示范托育机构名单", f"如有异议，联系电话：{number}", published=day)
    read = statements_of(Row(1, tuple(cells)), HEADINGS, facts, SourceKind.FILING, published=day)
    for part in (asdict(read), asdict(facts)):
        assert not MOBILE.search(plain(json.dumps(part, ensure_ascii=False, default=str)))
        assert number not in str(part)


def test_masks_by_example() -> None:
    examples = {
        "张三13800000000": "（姓名不公开）（手机号不公开）",
        "联系人：张三，138 0000 0000；0515": "联系人：（姓名不公开），（手机号不公开）；0515",
        "05158866800013800000000": "051588668000（手机号不公开）",
        "110101199003074514": "（证件号不公开）",
        "请联系王老师": "请联系（姓名不公开）老师",
    }
    kept = [
        "0512-58111111-803",
        "123205824672304329",
        "1232058246723146X7",
        "91320592MA26EF142R",
        "盐城市解放路实验学校第三附属幼儿园",
        "张家港市金港街道江海南路898号",
        "1800-2600元/月",
        "2023-10-31至2023-11-04",
    ]
    assert {text: mask(text) for text in examples} == examples
    assert [mask(text) for text in kept] == kept


def test_names_glued_to_other_words_are_masked_and_institutions_stay() -> None:
    private = (
        "联系人王秀英，电话0830-2512345 联系人王秀英0830-2512345 园长王秀英从事托育 法人王秀英"
        " 负责人（王秀英） 负责人为王秀英 创办人王秀英 王秀英老师 请联系王秀英 请与王秀英联系"
        " 負責人王秀英 请找王秀英咨询 园长陳秀英"
    )
    masked = [mask_cell(Column.REMARK, text) for text in (*private.split(), "王秀英 0830-2512345")]
    assert len(masked) == 14
    assert [text for text in masked if "秀英" in text or "姓名不公开" not in text] == []
    public = [
        "联系方式：0830-2512345",
        "法人王府幼儿园有限公司",
        "负责人高度重视",
        "请联系金牛区卫健局",
        "举办者张家港市教育局",
        "举办人白云集团",
        "安全主任",
        "园长曾获优秀",
        "高新区 0830-2512345",
        "金苹果托育园 0830-2512345",
        "江阳店 0830-2512345",
    ]
    assert [mask_cell(Column.REMARK, text) for text in public] == public
    assert mask_cell(Column.NAME, "金摇篮 0830-2512345") == "金摇篮 0830-2512345"
    assert [mask(text) for text in ("138*1234*5678", "138～1234～5678")] == [NO_MOBILE] * 2


def test_columns_of_persons_keep_nothing() -> None:
    headings = ("机构名称", "法定代表人", "负责人及联系电话", "联系电话", "园长")
    cells = ("小星托育园", "张三", "李四 13800000000 0515-88668000", "欧阳某 0515-88668001转8", "")
    read = statements_of(
        Row(3, cells),
        headings,
        facts_of("名单", published=date(2024, 7, 1)),
        SourceKind.DIRECTORY,
        published=date(2024, 7, 1),
    )
    assert read.cells == {
        "机构名称": "小星托育园",
        "法定代表人": NOT_PUBLIC,
        "负责人及联系电话": "（姓名不公开） （手机号不公开） 0515-88668000",
        "联系电话": "（姓名不公开） 0515-88668001转8",
        "园长": "",
    }
    assert [(s.field, s.value) for s in read.statements] == [
        ("name", "小星托育园"),
        ("phones", ["0515-88668000", "0515-88668001转8"]),
    ]
