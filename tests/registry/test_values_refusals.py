"""What is denied, proposed, applied for or only half said is never claimed, and always named."""

from __future__ import annotations

from datetime import date

import pytest

from registry.reading.document import Row
from registry.values.problems import Reason
from registry.values.rows import statements_of
from registry.values.statement import RowStatements, TitleFacts
from registry.values.titles import facts_of, merge
from registry.vocabulary import SourceKind

DAY = date(2026, 11, 1)
DIRECTORY = SourceKind.DIRECTORY


def read(
    facts: TitleFacts, kind: SourceKind = DIRECTORY, cells: dict[str, str] | None = None
) -> RowStatements:
    cells = {"机构名称": "小星托育园"} | (cells or {})
    return statements_of(Row(2, tuple(cells.values())), tuple(cells), facts, kind, published=DAY)


def outcome(row: RowStatements) -> tuple[list[str], list[str]]:
    """The fields claimed beside the name, and the reasons named."""
    told = [one.field for one in row.statements if one.field != "name"]
    return told, [problem.reason for problem in row.problems]


FILINGS = {
    Reason.NOT_FILED: """
        未通过备案的托育机构名单 备案未通过托育机构名单 不符合备案条件的托育机构名单
        尚未完成备案的托育机构名单 未取得备案回执的托育机构名单 无备案托育机构名单
        申请备案托育机构名单 拟备案托育机构名单公示 托育机构备案和未备案情况一览表
        备案失效托育机构名单 备案退回托育机构名单 待备案托育机构名单 非备案托育机构名单
        未備案託育機構名單 擬備案託育機構名單公示 無備案託育機構名單""",
    Reason.WITHDRAWAL_PROPOSED: """
        拟注销备案托育机构名单公示 关于拟取消备案的托育机构名单 擬註銷備案託育機構名單公示""",
    Reason.UNREAD_TITLE: """
        托育机构备案情况一览表 托育机构备案工作推进表 注销和备案托育机构名单""",
}


@pytest.mark.parametrize("kind", [SourceKind.FILING, SourceKind.DECISION, DIRECTORY])
@pytest.mark.parametrize(
    ("line", "reason"), [(line, why) for why, lines in FILINGS.items() for line in lines.split()]
)
def test_a_title_that_does_not_say_filed_files_nobody(
    line: str, reason: Reason, kind: SourceKind
) -> None:
    assert outcome(read(facts_of(line, published=DAY), kind)) == ([], [reason])


TITLES = {
    Reason.NOT_CONFERRED: """
        未通过市级示范托育机构复审名单 市级示范托育机构评选结果不合格名单 不予认定普惠托育机构名单
        普惠托育机构认定结果未通过名单 拟不予认定普惠托育机构名单 落选市级示范托育机构名单
        普惠和非普惠托育机构名单 未通過市級示範託育機構複審名單 不予認定普惠託育機構名單""",
    Reason.NOT_YET_CONFERRED: """
        市级示范托育机构创建单位名单 市级示范托育机构培育对象名单 市级示范托育机构候选名单
        市级示范托育机构申请名单 市级示范托育机构现场核查名单 示范性托育机构建设项目名单
        拟推荐省级示范托育机构名单 拟申报省级示范托育机构名单 市級示範託育機構申請名單""",
    Reason.TITLE_ENDED: """
        不再保留市级示范托育机构称号名单 终止普惠托育机构资格名单 市级示范托育机构调出名单
        暂停普惠托育机构资格名单 退出普惠托育机构名单 退出普惠託育機構名單""",
    Reason.WITHDRAWAL_PROPOSED: """
        拟予撤销市级示范托育机构名单 拟取消市级示范托育机构名单 拟退出普惠托育机构名单
        拟限期整改市级示范托育机构名单 关于撤销市级示范托育机构的公示
        擬撤銷市級示範託育機構名單 擬取消普惠託育機構名單""",
    Reason.ABOUT_MONEY: """
        普惠托育机构补助资金拟发放名单 市级示范托育机构奖补资金分配表 普惠托育机构补贴名单
        普惠託育機構補助資金名單""",
    Reason.UNREAD_TITLE: """
        市级示范托育机构意向名单 市级示范托育机构复核结果名单 神秘市级示范托育机构名单""",
}


@pytest.mark.parametrize(
    ("line", "reason"), [(line, why) for why, lines in TITLES.items() for line in lines.split()]
)
def test_a_line_that_confers_nothing_gives_no_title(line: str, reason: Reason) -> None:
    facts = facts_of(line, "公示期：2026年11月1日至11月7日", published=DAY)
    assert facts.stage is None
    assert facts.kind is not None
    for kind in (facts.kind, DIRECTORY, SourceKind.DECISION):
        assert outcome(read(facts, kind)) == ([], [reason])


@pytest.mark.parametrize(
    ("caption", "document", "reason"),
    [
        ("未通过评审名单", "关于2026年市级示范托育机构的公示", Reason.NOT_CONFERRED),
        ("复审不合格机构名单", "关于2026年市级示范托育机构的公示", Reason.NOT_CONFERRED),
        ("拟撤销名单", "关于2026年市级示范托育机构的公示", Reason.WITHDRAWAL_PROPOSED),
        ("撤销名单", "关于2026年市级示范托育机构的公示", Reason.WITHDRAWAL_PROPOSED),
        ("市级示范托育机构名单", "关于拟撤销市级示范托育机构的公示", Reason.WITHDRAWAL_PROPOSED),
        ("普惠托育机构名单", "普惠托育机构补助资金拟发放公示", Reason.ABOUT_MONEY),
        ("市级示范托育机构名单", "关于暂停市级示范托育机构资格的通知", Reason.TITLE_ENDED),
    ],
)
def test_caption_and_document_together(caption: str, document: str, reason: Reason) -> None:
    publicity = "公示期：2026年11月1日至11月7日"
    facts = merge(facts_of(caption, published=DAY), facts_of(document, publicity, published=DAY))
    kind = SourceKind.INCLUSIVE if "普惠" in document else SourceKind.DEMONSTRATION
    assert outcome(read(facts, kind)) == ([], [reason])


CELLS = {
    "备案情况": """
        无备案 没有备案 不备案 非备案机构 备案已失效 备案过期 备案已到期 备案退回 备案失败 无需备案
        不具备备案条件 未注销 未备案 × 否 申请备案 拟备案 無備案 備案失效 甲""",
    "状态": "√ 是 已注销 未注销 通过",
    "示范级别": """
        普通托育机构 申报中 创建中 待评 未参评 暂未评定 已取消 拟认定市级示范 无示范称号 非市级示范
        未通过 退出 擬認定市級示範 無示範稱號""",
    "星级": "三星级（拟） 未参评 不达标 申请五星 三星级（擬） 否决",
    "评定结果": "不合格 未通过 暂缓 拟一级 不予評定",
    "自评星级": "五星",
    "申报等级": "一级",
    "是否普惠": """
        未认定普惠 不属于普惠 不是普惠机构 未纳入普惠 无普惠 不普惠 申请普惠中 拟认定普惠
        普惠（已取消） 退出普惠 1 未認定普惠 擬認定普惠 無普惠""",
    "机构性质": """
        民办（未认定普惠） 非公办 公办/民办 公办转民办 非独立 拟公办 不是民办 非獨立
        民辦（未認定普惠）""",
    "班型": "无乳儿班 不设托小班 無乳兒班 取消托大班",
    "服务形式": "不提供全日托 无临时托 暂停半日托 不提供全日託、半日託",
    "营业状态": "拟开业 非正常经营 即将开业 不再营业 擬開業",
    "托位数": "总50（其中非普惠托位20个） 50个（含幼儿园30个） 20-30 50/60",
    "普惠托位数": "无法确认 未定",
    "收费标准": """
        原价3000元/月，优惠价2000元/月 公益 2000元/月、2500元/月 50 12000 299 10001 非普惠2000元/月
        2000元/月（二孩） 押金500""",
    "收费标准（万元/月）": "0.26",
    "收费标准（元/月）": "2600/2400/2200",
    "备案日期": "2028-01-01 1948-05-01 2025.1",
}


@pytest.mark.parametrize(
    ("heading", "text"), [(heading, text) for heading, row in CELLS.items() for text in row.split()]
)
def test_a_cell_that_denies_or_is_not_all_read_claims_nothing(heading: str, text: str) -> None:
    told, reasons = outcome(read(TitleFacts(), cells={heading: text}))
    assert told == []
    unread_column = heading in ("自评星级", "申报等级") and not reasons
    assert reasons or unread_column  # the reader of tables may leave such a column alone


def test_only_a_plain_no_denies_a_title() -> None:
    for text in ("否", "不是示范", "未认定", "×"):
        row = read(TitleFacts(), cells={"示范级别": text})
        said = [(one.field, one.value) for one in row.statements[1:]]
        assert (said, row.problems) == ([("recognition.demonstration", None)], ())


def test_registration_is_no_filing_even_under_a_heading_that_readers_take_for_it() -> None:
    row = read(TitleFacts(), SourceKind.FILING, {"状态": "√"})
    assert outcome(row) == ([], [Reason.UNKNOWN_WORD])
