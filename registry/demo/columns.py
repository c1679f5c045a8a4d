"""What stands in each column of a published list: heading, and the cell for a nursery."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from registry.demo import spelling, words
from registry.demo.draft import Cell
from registry.demo.world import DemoNursery
from registry.vocabulary import AgeClass, Filed, RecognitionKind

CellOf: TypeAlias = Callable[[DemoNursery], Cell]

STAR_WORDS = ("{}星级", "{}星", "{}星级托育机构")
LEVEL_WORDS = {"national": "国家级", "provincial": "省级", "city": "市级", "county": "区县级"}
_NUMERALS = "零一二三四五"


def _fee(kind: AgeClass) -> CellOf:
    def cell(nursery: DemoNursery) -> Cell:
        fee = nursery.prices.of(kind) if nursery.prices else None
        spread = nursery.prices.spread if nursery.prices else 0
        return None if fee is None else spelling.month_fee(fee, spread, nursery.number % 7)

    return cell


def _class_count(kind: AgeClass) -> CellOf:
    return lambda nursery: dict(nursery.classes).get(kind, 0)


def _usual_fee(nursery: DemoNursery) -> Cell:
    return nursery.prices.usual if nursery.prices else None


def _half_day(nursery: DemoNursery) -> Cell:
    fee = nursery.prices.half_day if nursery.prices else None
    return None if fee is None else f"{fee}元/月"


def _hourly(nursery: DemoNursery) -> Cell:
    fee = nursery.prices.hourly if nursery.prices else None
    return None if fee is None else f"{fee}元/小时"


def _temporary(nursery: DemoNursery) -> Cell:
    fee = nursery.prices.temporary if nursery.prices else None
    return None if fee is None else (f"{fee}元/天", f"收{fee}/天")[nursery.number % 2]


def _meals(nursery: DemoNursery) -> Cell:
    fee = nursery.prices.meals if nursery.prices else None
    return None if fee is None else (f"{fee}元/月", f"{fee // 20}元/天")[nursery.number % 2]


def _filed(nursery: DemoNursery) -> Cell:
    if nursery.filed is Filed.CANCELLED:
        return ("注销备案", "已注销")[nursery.number % 2]
    return ("卫生健康部门备案", "已备案")[nursery.number % 2]


def _inclusive(nursery: DemoNursery) -> Cell:
    places = nursery.inclusive_places
    return None if places is None else "是" if places else "否"


def _inclusive_year(nursery: DemoNursery) -> Cell:
    title = nursery.title(RecognitionKind.INCLUSIVE)
    return title.validity[0].year if title is not None and title.validity else None


def _star(nursery: DemoNursery) -> Cell:
    title = nursery.title(RecognitionKind.STAR)
    if title is None:
        return None
    word = _NUMERALS[int(title.level)] if nursery.number % 3 else title.level
    return STAR_WORDS[nursery.number % len(STAR_WORDS)].format(word)


def _grade(nursery: DemoNursery) -> Cell:
    title = nursery.title(RecognitionKind.GRADE)
    return title.level if title else None


def _level(nursery: DemoNursery) -> Cell:
    title = nursery.title(RecognitionKind.DEMONSTRATION)
    return LEVEL_WORDS[title.level] if title else None


def _valid_from(nursery: DemoNursery) -> Cell:
    title = nursery.title(RecognitionKind.DEMONSTRATION)
    return spelling.day(title.validity[0], nursery.number) if title and title.validity else None


def _valid_until(nursery: DemoNursery) -> Cell:
    title = nursery.title(RecognitionKind.DEMONSTRATION)
    end = title.validity[1] if title and title.validity else None
    return None if end is None else spelling.day(end, nursery.number)


def _contact(nursery: DemoNursery) -> Cell:
    return f"{words.person(nursery.number)} {spelling.mobile(nursery)}" + (
        f" {nursery.phone}" if nursery.phone else ""
    )


COLUMNS: dict[str, CellOf] = {
    "省份": lambda n: n.city.province,
    "城市": lambda n: n.city.name,
    "地区": lambda n: n.district.name,
    "区县": lambda n: n.district.name,
    "所属区": lambda n: n.district.name,
    "县（市、区）": lambda n: n.district.name,
    "所属区域": lambda n: n.city.province + n.city.name + n.district.name,
    "区县代码": lambda n: n.district.key or n.city.key.ljust(6, "0"),
    "所属街道": lambda n: (
        n.premises.street.removesuffix("道") if n.number % 4 == 0 else n.premises.street
    ),
    "社区": lambda n: n.premises.community,
    "机构名称": spelling.name,
    "机构登记名称": lambda n: n.name,
    "机构收托名称": lambda n: n.trading_name or n.name,
    "园所名称": lambda n: n.trading_name,
    "曾用名": lambda n: n.former_name,
    "统一社会信用代码": lambda n: n.credit_code,
    "地址": lambda n: n.premises.address,
    "机构住所": lambda n: n.premises.address,
    "经度": lambda n: n.premises.lng,
    "纬度": lambda n: n.premises.lat,
    "联系电话": spelling.phone,
    "法定代表人": lambda n: words.person(n.number),
    "负责人及联系电话": _contact,
    "类型": lambda n: "幼儿园托班" if n.founder.setting == "kindergarten" else "托育机构",
    "举办类别": lambda n: spelling.NATURE_WORDS[n.nature],
    "举办性质": lambda n: spelling.NATURE_WORDS[n.nature],
    "营利性质": lambda n: "营利性" if n.founder.profit else "非营利性",
    "机构性质": spelling.kind,
    "办托类型": lambda n: spelling.SETTING_WORDS[n.founder.setting],
    "服务形式": lambda n: spelling.forms(n, n.number),
    "班型": lambda n: spelling.classes(n, n.number),
    "收托年龄": lambda n: spelling.ages(n, n.number),
    "托位总数(个)": lambda n: n.capacity,
    "托位数": lambda n: n.capacity,
    "核定托位": lambda n: spelling.capacity(n, n.number),
    "普惠托位 数量": lambda n: n.inclusive_places,
    "普惠托位数": lambda n: n.inclusive_places,
    "是否普惠": _inclusive,
    "市级普惠年份": _inclusive_year,
    "在托人数": lambda n: n.enrolled,
    "空余托位": lambda n: n.vacancy,
    "收费标准": spelling.full_price,
    "全日托收费（元/月）": _usual_fee,
    "乳儿班收费": _fee(AgeClass.INFANT),
    "托小班收费": _fee(AgeClass.JUNIOR),
    "托大班收费": _fee(AgeClass.SENIOR),
    "混龄班收费": _fee(AgeClass.MIXED),
    "半日托收费": _half_day,
    "计时托收费": _hourly,
    "临时托收费": _temporary,
    "伙食费": _meals,
    "乳儿班": _class_count(AgeClass.INFANT),
    "托小班": _class_count(AgeClass.JUNIOR),
    "托大班": _class_count(AgeClass.SENIOR),
    "混龄班": _class_count(AgeClass.MIXED),
    "建筑面积（㎡）": lambda n: n.premises.floor_area,
    "室外活动面积（㎡）": lambda n: n.premises.outdoor_area,
    "楼层": lambda n: n.premises.floors,
    "专职人员": lambda n: n.staff,
    "成立日期": lambda n: spelling.day(n.opened_on, n.number),
    "备案通过时间": lambda n: None if n.filed is None else spelling.day(n.filed_on, n.number + 3),
    "备案情况": _filed,
    "营业状态": lambda n: "开业" if n.operating else "停业",
    "开放时间": lambda n: n.hours,
    "是否承诺预收费不超过3个月": lambda n: "是" if n.prepay else "否",
    "示范级别": _level,
    "认定日期": _valid_from,
    "有效期至": _valid_until,
    "星级": _star,
    "等级": _grade,
}
"""By the lowest words of the heading, as printed."""


def rows(headings: Iterable[str], nurseries: Iterable[DemoNursery]) -> tuple[tuple[Cell, ...], ...]:
    """The cells of each nursery under these headings; 序号 counts them.

    Raises `KeyError` for a heading that no publisher here uses.
    """
    words_of = [heading.rpartition("|")[2] for heading in headings]
    cells = [None if heading == "序号" else COLUMNS[heading] for heading in words_of]
    return tuple(
        tuple(serial if cell is None else cell(nursery) for cell in cells)
        for serial, nursery in enumerate(nurseries, start=1)
    )
