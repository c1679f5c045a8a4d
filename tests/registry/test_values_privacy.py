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
from registry.values.privacy import mask, mask_cell, mask_text
from registry.values.rows import statements_of
from registry.values.titles import facts_of
from registry.values.withheld import NO_MOBILE, NO_NAME, NOT_PUBLIC
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


PERSONAL = {
    "当事人王小明未经备案开办托育机构": "当事人{}未经备案开办托育机构",
    "当事人：王小明，女": "当事人：{}，女",
    "當事人王小明未經備案": "當事人{}未經備案",
    "对经营者李梅罚款5000元": "对经营者{}罚款5000元",
    "对经营者李梅处以罚款5000元": "对经营者{}处以罚款5000元",
    "經營者陳秀英無證開辦": "經營者{}無證開辦",
    "受理人张丽、陈建国，电话0515-88668000": "受理人{}，电话0515-88668000",
    "异议受理人张丽，电话 0515-88668000": "异议受理人{}，电话 0515-88668000",
    "受理人：张丽和陈建国": "受理人：{}",
    "投诉人马云反映": "投诉人{}反映",
    "投诉人马云": "投诉人{}",
    "投訴人張惠美反映": "投訴人{}反映",
    "举报人李某某称该园": "举报人{}称该园",
    "舉報人林志明稱該園": "舉報人{}稱該園",
    "处罚对象：周杰": "处罚对象：{}",
    "處罰對象：周傑": "處罰對象：{}",
    "被处罚人欧阳娜娜": "被处罚人{}",
    "教师刘某某": "教师{}",
    "教師劉某某": "教師{}",
    "教师王丽丽推搡幼儿": "教师{}推搡幼儿",
    "保育员孙丽娟体罚幼儿": "保育员{}体罚幼儿",
    "保育員孫麗娟體罰幼兒": "保育員{}體罰幼兒",
    "保育员：孙丽娟、赵敏": "保育员：{}",
    "从业人员周红未取得健康证": "从业人员{}未取得健康证",
    "從業人員周紅未取得健康證": "從業人員{}未取得健康證",
    "家长 王强 反映": "家长 {} 反映",
    "家长王强反映": "家长{}反映",
    "家長王強反映": "家長{}反映",
    "出纳何静": "出纳{}",
    "出納何靜": "出納{}",
    "会计吴敏被警告": "会计{}被警告",
    "对该园园长王芳作出警告": "对该园园长{}作出警告",
    "園長王芳給予警告": "園長{}給予警告",
    "负责人赵敏虐待幼儿，罚款2万元": "负责人{}虐待幼儿，罚款2万元",
    "负责人：赵敏未经备案举办托育机构": "负责人：{}未经备案举办托育机构",
    "联系人：张三，电话0515-88668000": "联系人：{}，电话0515-88668000",
    "联系人：张三、李四": "联系人：{}",
    "向市卫健委人口家庭科（陈建国 0515-88668000）反映": (
        "向市卫健委人口家庭科（{} 0515-88668000）反映"
    ),
    "2023年行政处罚决定书（周杰）": "2023年行政处罚决定书（{}）",
    "行政處罰決定書（周傑）": "行政處罰決定書（{}）",
    "承办人李强、工作人员王芳在场": "承办人{}、工作人员{}在场",
    "监护人郑爽同意": "监护人{}同意",
    "责任人员钱多多被罚款": "责任人员{}被罚款",
    "填表人：冯小刚": "填表人：{}",
}
"""Free text of notices and records; `{}` stands where a name was."""

MAIL = {
    "邮箱zhangli@126.com": "邮箱（邮箱不公开）",
    "電子郵箱：zhang.li_1@vip.163.com，": "電子郵箱：（邮箱不公开），",
    "12345@QQ.com": "（邮箱不公开）",
    "li@yahoo.com.hk": "（邮箱不公开）",
}

PUBLIC = [
    "邮箱wjw@yancheng.gov.cn",
    "info@tuoyu.org",
    "office@hospital.example.com.cn",
    "当事人张家港市苏阳托育有限公司未经备案",
    "经营者高新区小苗托育园",
    "當事人江陽區小苗幼兒園未經備案",
    "当事人未经备案从事托育服务",
    "受理人员应当登记",
    "受理人江阳区卫健局",
    "教师文化程度高中以上",
    "教师安全培训",
    "家长向卫健部门反映",
    "家长任意一方到场",
    "从业人员严重不足",
    "从业人员许可证齐全",
    "工作人员和家长签字",
    "教师及保育员均持证",
    "会计核算规范",
    "行政处罚决定书（江卫罚）",
    "当事人的陈述和申辩",
]


def test_free_text_names_nobody_and_keeps_its_words() -> None:
    assert len(PERSONAL) >= 40
    expected = {text: left.replace("{}", NO_NAME) for text, left in PERSONAL.items()} | MAIL
    assert {text: mask_text(text) for text in expected} == expected
    assert [mask_text(text) for text in PUBLIC] == PUBLIC
    masked = [mask_text(text) for text in expected]
    assert [mask_text(text) for text in masked] == masked
    cells = {mask_cell(Column.CREDIT_TEXT, text) for text in expected}
    assert cells == set(expected.values())


def test_a_notice_says_where_to_object_and_names_nobody() -> None:
    notes = (
        "如有异议，请向人口家庭科反映，受理人张丽、陈建国，电话0515-88668000，"
        "手机13812345678，邮箱zhangli@126.com"
    )
    facts = facts_of("2023年市级示范托育机构拟确认名单的公示", notes, published=date(2023, 11, 1))
    assert facts.objections == (
        "如有异议，请向人口家庭科反映，受理人（姓名不公开），电话0515-88668000，"
        "手机（手机号不公开），邮箱（邮箱不公开）"
    )
