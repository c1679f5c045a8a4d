"""Headings that look like known ones and mean something else, and headings of persons."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.errors import NoNurseryTable
from registry.reading import read
from registry.reading.columns import Column, column_of

OTHERWISE = (
    "非普惠托位数 已使用托位数 已占用托位数 规划托位数 拟新增托位数 新增托位数 原托位数 在建托位数 "
    "预计托位数 目标托位数 计划托位数 申报托位数 余托位数 空余可用托位数 非全日托收费 未备案时间 "
    "拟备案日期 计划备案时间 取消备案时间 监督电话 举报电话 投诉电话 主管部门电话 监管电话 "
    "卫健局电话 备案机关电话 社区电话 自评等级 自评星级 申报等级 拟认定等级 信用等级 "
    "食品安全等级 登记状态 审核状态 普惠补贴 普惠性补贴 规划/托位数 非普惠/托位数 托位数/规划 "
    "托位数/已使用 监督/电话 监督部门/联系电话 基本情况/规划托位数 托位数（规划） 托位数（非普惠） "
    "联系电话（监督）"
)


@pytest.mark.parametrize("heading", OTHERWISE.split())
def test_words_that_deny_a_heading(heading: str) -> None:
    assert column_of(heading) is None


NAMES_OF_OTHERS = (
    "举办单位名称 主办单位名称 主管单位名称 运营单位名称 运营机构名称 承办单位名称 "
    "开户单位名称 开户名称 开户行名称 银行名称 所属幼儿园名称 申报单位名称 原托育园名称 "
    "曾用机构名称 课程名称 主管部门/名称 举办单位/机构名称"
)


@pytest.mark.parametrize("heading", NAMES_OF_OTHERS.split())
def test_names_of_other_bodies(heading: str) -> None:
    assert column_of(heading) is None


def test_the_name_of_the_nursery_stands_beside_names_of_others(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("举办单位名称,机构名称\n某集团公司,甲托育园\n", encoding="utf-8")
    (table,) = read(path).tables
    columns = list(map(column_of, table.headings))
    assert columns == [None, Column.NAME]
    path.write_text("举办单位名称,地址\n某集团公司,一路1号\n", encoding="utf-8")
    with pytest.raises(NoNurseryTable):
        read(path)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("空托位数", Column.VACANCY),
        ("托位数/空余", Column.VACANCY),
        ("状态", Column.FILED),
        ("备案状态", Column.FILED),
        ("太原市普惠托位数", Column.INCLUSIVE_PLACES),
        ("托位数（普惠）", Column.INCLUSIVE_PLACES),
        ("普惠/托位数", Column.INCLUSIVE_PLACES),
        ("普惠机构", Column.INCLUSIVE),
        ("普惠收费", Column.PRICE),
        ("市级示范", Column.DEMONSTRATION),
        ("收费标准（不含餐费）", Column.PRICE),
        ("机构性质（非营利性/营利性）", Column.KIND),
        ("申报机构基本情况/托位数", Column.CAPACITY),
        ("申报单位基本情况/机构名称", Column.NAME),
        ("拟备案机构名称", Column.NAME),
        ("拟备案机构地址", Column.ADDRESS),
        ("机构名称（全称）", Column.NAME),
        ("基本信息/自评/得分", Column.SCORE_SELF),
        ("申报状态", Column.STAGE),
        ("主管部门名称", Column.AUTHORITY),
        ("申报机构名称", Column.NAME),
        ("所属街道名称", Column.STREET),
    ],
)
def test_headings_that_only_look_denied(heading: str, column: Column) -> None:
    assert column_of(heading) is column


PERSONS = (
    "举办者 举办人 经营者 填报人 填表人 申报人 投资人 联络员 实际控制人 责任人 监管责任人 经办人 "
    "对接人 业主 股东 董事长 主任 班主任 安全员 保健医生 管理人员 管理人员（人） 包保干部 教师 "
    "园长姓名及学历 园长学历 负责人签字 举办者名称 举办者/名称 法定代表人/名称 法人名称 "
    "legal_person legalPerson contact linkman principal manager linkman_name manager/name"
)


@pytest.mark.parametrize("heading", PERSONS.split())
def test_columns_of_persons(heading: str) -> None:
    assert column_of(heading) is Column.PERSON


PERSONS_AND_NUMBERS = (
    "举办者电话 投资人/联系电话 机构及法人信息/联系电话 负责人/电话 "
    "contact_phone linkmanTel manager/phone mobile"
)


@pytest.mark.parametrize("heading", PERSONS_AND_NUMBERS.split())
def test_columns_of_persons_and_their_numbers(heading: str) -> None:
    assert column_of(heading) is Column.PERSON_PHONE


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("教师人数", None),
        ("管理人员数", None),
        ("manager_count", None),
        ("ownership", None),
        ("物业主管", None),
        ("举办性质", Column.NATURE),
        ("举办者性质", Column.NATURE),
        ("教职工数", Column.STAFF),
        ("保育人员", Column.STAFF_CARE),
        ("法人单位名称", Column.NAME),
        ("机构及法人信息/机构名称", Column.NAME),
    ],
)
def test_columns_beside_persons(heading: str, column: Column | None) -> None:
    assert column_of(heading) is column
