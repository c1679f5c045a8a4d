"""How publishers spell a value: every form that the importer must read.

`habit` picks among the forms; a nursery's number and the list's own habit make it, so a list is
a mixture, as lists compiled from many hands are.
"""

from __future__ import annotations

from datetime import date

from registry.demo.draft import Cell
from registry.demo.world import DemoNursery
from registry.vocabulary import AgeClass, Form, Nature, Setting

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

FORM_WORDS = {
    Form.FULL_DAY: "全日托",
    Form.HALF_DAY: "半日托",
    Form.HOURLY: "计时托",
    Form.TEMPORARY: "临时托",
}
CLASS_WORDS = {
    AgeClass.INFANT: "乳儿班",
    AgeClass.JUNIOR: "托小班",
    AgeClass.SENIOR: "托大班",
    AgeClass.MIXED: "混龄班",
}
NATURE_WORDS = {
    Nature.PUBLIC: "公办",
    Nature.PRIVATE: "民办",
    Nature.PUBLIC_PRIVATE: "公建民营",
}
SETTING_WORDS = {
    Setting.STANDALONE: "独立托育机构",
    Setting.KINDERGARTEN: "幼儿园托班",
    Setting.COMMUNITY: "社区托育点",
    Setting.EMPLOYER: "用人单位办托",
    Setting.MEDICAL: "医育结合",
    Setting.HOME: "家庭托育点",
}


def name(nursery: DemoNursery) -> str:
    """The registered name, in one of 25 with brackets of the other width or the town behind."""
    if nursery.number % 25 == 3:
        return nursery.name.replace("（", "(").replace("）", ")")
    if nursery.number % 25 == 13:
        return f"{nursery.name}({nursery.premises.street})"
    return nursery.name


def street(nursery: DemoNursery) -> str:
    """The subdistrict, in one of four shortened: 塔子湖街 for 塔子湖街道."""
    whole = nursery.premises.street
    return whole.removesuffix("道") if nursery.number % 4 == 0 else whole


def day(when: date, habit: int) -> Cell:
    """A date in one of eight forms; the last is a true date, which XLSX keeps as a serial."""
    year, month, number = when.year, when.month, when.day
    forms: tuple[Cell, ...] = (
        f"{year}-{month:02d}-{number:02d}",
        f"{year}年{month}月{number}日",
        f"{year}.{month:02d}.{number:02d}",
        f"{year}/{month}/{number}",
        f"{year}{month:02d}{number:02d}",
        f"{year}年{month}月{number}号",
        f"{year} 年 {month} 月 {number} 日",
        when,
    )
    return forms[habit % len(forms)]


def month_fee(low: int, spread: int, habit: int) -> Cell:
    """A monthly fee in one of eleven forms."""
    if spread:
        dash = "-—－~至"[habit % 5]
        return f"{low}{dash}{low + spread}元/月"
    forms: tuple[Cell, ...] = (
        low,
        f"{low}元/月",
        f"{low}元/人/月",
        f"{low}元/生·月",
        f"{low}元/人·月",
        f"{low}元/月.生",
        f"不超过{low}元/月",
        f"{low}元左右",
        f"{low}元/月（不含餐费）",
        f"{low}元/月（含餐费）",
        f"{low}元".translate(_WIDE),
    )
    return forms[habit % len(forms)]


def full_price(nursery: DemoNursery) -> Cell:
    """All fees in one cell: by class, or the usual one; `/` or 无 where there is none."""
    prices = nursery.prices
    if prices is None:
        return (None, "/", "无", None)[nursery.number % 4]
    if len(prices.full_day) > 1 and nursery.number % 3 == 0:
        return "；".join(f"{CLASS_WORDS[kind]}{fee}元/月" for kind, fee in prices.full_day)
    return month_fee(prices.usual, prices.spread, nursery.number)


def capacity(nursery: DemoNursery, habit: int) -> Cell:
    """核定托位 in one of four forms, one of them with the inclusive places inside."""
    if habit % 4 == 3 and nursery.inclusive_places is not None:
        return f"共{nursery.capacity}个(其中核定普惠托位数:{nursery.inclusive_places}个)"
    forms: tuple[Cell, ...] = (
        nursery.capacity,
        f"{nursery.capacity}个",
        str(nursery.capacity).translate(_WIDE),
        nursery.capacity,
    )
    return forms[habit % 4]


def phone(nursery: DemoNursery) -> Cell:
    """A landline in one of four forms, sometimes with a mobile number that must be masked."""
    if nursery.phone is None:
        return ("", "暂无", "/", None)[nursery.number % 4]
    area, _, local = nursery.phone.partition("-")
    return (
        nursery.phone,
        f"{area}—{local}",
        f"({area}){local}",
        f"{nursery.phone} {mobile(nursery)}",
        nursery.phone,
    )[nursery.number % 5]


def mobile(nursery: DemoNursery) -> str:
    """A mobile number of a block without subscribers in this world, to prove that it is masked."""
    return f"1990000{nursery.number % 10000:04d}"


def forms(nursery: DemoNursery, habit: int) -> str:
    """The service forms as a list; marks vary, and so do the short words."""
    marks = "、,，/;"
    return marks[habit % len(marks)].join(FORM_WORDS[form] for form in nursery.forms)


def classes(nursery: DemoNursery, habit: int) -> str:
    """The class types as a list, the order turned round now and then."""
    offered = [CLASS_WORDS[kind] for kind, _ in nursery.classes]
    if habit % 2:
        offered.reverse()
    return "、".join(offered).replace("混龄班", "混合班" if habit % 5 == 0 else "混龄班")


def ages(nursery: DemoNursery, habit: int) -> str:
    """The ages in months, or in years where they come out even."""
    low, high = nursery.ages
    if low % 12 == 0 and habit % 2:
        return f"{low // 12}-{high // 12}岁"
    return (f"{low}-{high}个月", f"{low}—{high}月龄")[habit % 2]


def kind(nursery: DemoNursery) -> str:
    """机构性质 as the national list prints it."""
    if nursery.founder.code_prefix == "12":
        return "事业单位"
    return "营利性" if nursery.founder.profit else "非营利性"
