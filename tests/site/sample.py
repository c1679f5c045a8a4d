"""Thirty hand-made nurseries in real divisions, none of them real, for the site's tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from registry.nursery import Location, Nursery, Price, PublishedCoordinate, Vacancy
from registry.recognition import Recognition, StageEvent
from registry.vocabulary import (
    AgeClass,
    Datum,
    Filed,
    Form,
    Inclusive,
    Meals,
    Nature,
    Precision,
    RecognitionKind,
    Setting,
    Stage,
    Unit,
)
from tests.blank import BLANK

TODAY = date(2026, 11, 21)

REGION_NAMES = {
    "32": "江苏省",
    "3205": "苏州市",
    "320582": "张家港市",
    "320508": "姑苏区",
    "3209": "盐城市",
    "320902": "亭湖区",
    "3209z1": "盐城经济技术开发区",
    "51": "四川省",
    "5105": "泸州市",
    "510502": "江阳区",
    "50": "重庆市",
    "5001": "市辖区",
    "500108": "南岸区",
}

GUSU, ZHANGJIAGANG = ("32", "3205", "320508"), ("32", "3205", "320582")
TINGHU, ZONE = ("32", "3209", "320902"), ("32", "3209", "3209z1")
JIANGYANG, NANAN = ("51", "5105", "510502"), ("50", "5001", "500108")

PLAIN = replace(BLANK, id="plain", region=GUSU, as_of=date(2026, 6, 30))


def price(
    low: float | None,
    high: float,
    form: Form | None = Form.FULL_DAY,
    *,
    age_class: AgeClass | None = None,
    item: str | None = None,
    unit: Unit = Unit.MONTH,
    meals: Meals | None = Meals.EXCLUDED,
) -> Price:
    """One published price."""
    return Price(form, age_class, item, low, high, unit, meals, False, date(2026, 6, 30))


def place(lat: float, lng: float, precision: Precision = Precision.POINT) -> Location:
    """A place published in GCJ-02, some half a kilometre off."""
    return Location(lat, lng, precision, Datum.GCJ02, round(lat - 0.002, 6), round(lng + 0.004, 6))


def title(
    kind: RecognitionKind, level: str | None, label: str, *events: tuple[Stage, date, date | None]
) -> Recognition:
    """A title with its stages."""
    stages = tuple(StageEvent(stage, on, until, 1) for stage, on, until in events)
    return Recognition(kind, f"{kind}-sample", level, label, "苏州市卫生健康委员会", stages)


PROVINCIAL = title(
    RecognitionKind.DEMONSTRATION,
    "provincial",
    "江苏省省级示范性托育机构",
    (Stage.PUBLICITY, date(2025, 9, 1), date(2025, 9, 5)),
    (Stage.CONFERRED, date(2025, 9, 20), date(2028, 9, 19)),
)
EXPIRED = title(
    RecognitionKind.DEMONSTRATION,
    "city",
    "2022年市级示范托育机构",
    (Stage.CONFERRED, date(2022, 12, 1), date(2024, 11, 30)),
)
PROPOSED = title(
    RecognitionKind.INCLUSIVE,
    "city",
    "拟认定2023年市级普惠托育机构",
    (Stage.PUBLICITY, date(2023, 10, 31), date(2023, 11, 4)),
)
STARS = title(
    RecognitionKind.STAR,
    "4",
    "四星级托育机构",
    (Stage.CONFERRED, date(2025, 1, 1), date(2027, 1, 31)),
)
GRADE = title(
    RecognitionKind.GRADE, "一级", "托育机构等级评定一级", (Stage.CONFERRED, date(2025, 3, 1), None)
)
RECTIFYING = title(
    RecognitionKind.DEMONSTRATION,
    "county",
    "区级示范托育机构",
    (Stage.CONFERRED, date(2024, 5, 1), None),
    (Stage.RECTIFICATION, date(2026, 8, 1), None),
)

SUYANG = replace(
    PLAIN,
    id="suyang",
    name="苏阳托育服务(苏州)有限公司",
    trading_names=("苏阳托育",),
    street="平江街道",
    address="苏州市姑苏区平江路128号二楼",
    location=place(31.3156, 120.6362),
    credit_code="91320508MA1XXXXX0T",
    phones=("0512-67770000",),
    filed=Filed.YES,
    filed_on=date(2023, 5, 12),
    authority="姑苏区卫生健康委员会",
    nature=Nature.PRIVATE,
    profit=True,
    setting=Setting.STANDALONE,
    forms=(Form.FULL_DAY, Form.TEMPORARY),
    classes=(AgeClass.INFANT, AgeClass.JUNIOR, AgeClass.SENIOR),
    ages=(6, 36),
    capacity=80,
    inclusive_places=40,
    inclusive_changes=((date(2024, 1, 1), Inclusive.PARTIAL),),
    vacancy=Vacancy(6, date(2026, 6, 30)),
    prices=(
        price(2680, 2680, age_class=AgeClass.INFANT),
        price(1980, 1980, age_class=AgeClass.SENIOR),
        price(30, 30, Form.TEMPORARY, unit=Unit.HOUR, meals=None),
        price(18, 18, None, item="meals", unit=Unit.DAY, meals=None),
    ),
    recognitions=(PROVINCIAL, STARS),
    operating=True,
    opened_on="2021-09",
    hours="周一至周五 7:30—17:30",
    prepay_months=3,
    floor_area=620.5,
    outdoor_area=150,
    staff={"total": 18, "care": 12},
    class_counts={"infant": 1, "junior": 2, "senior": 1},
    conflicts=("capacity",),
)

UNPLACED = replace(
    PLAIN,
    id="tongyu",
    name="亭湖区童语托育中心",
    region=TINGHU,
    address="盐城市亭湖区黄海街道社区服务中心一楼",
    location=place(33.38, 120.16, Precision.AREA),
    filed=Filed.YES,
    forms=(Form.FULL_DAY, Form.HALF_DAY),
    classes=(AgeClass.MIXED,),
    capacity=45,
    prices=(price(None, 1600),),
    nature=Nature.PUBLIC_PRIVATE,
    setting=Setting.COMMUNITY,
    recognitions=(PROPOSED, EXPIRED),
)

RIVER = replace(
    PLAIN,
    id="jiangpan",
    name="泸州江畔托育有限公司",
    region=JIANGYANG,
    address="江阳区滨江路三段8号",
    coordinate=PublishedCoordinate(28.88, 105.44),
    filed=Filed.YES,
    nature=Nature.PUBLIC,
    setting=Setting.KINDERGARTEN,
    forms=(Form.FULL_DAY,),
    classes=(AgeClass.SENIOR,),
    capacity=60,
    inclusive_places=60,
    inclusive_changes=((date(2024, 3, 1), Inclusive.YES),),
    prices=(price(900, 1200),),
    recognitions=(GRADE, RECTIFYING),
)

CANCELLED = replace(
    PLAIN, id="jiuyuan", name="重庆旧园托育中心", region=NANAN, filed=Filed.CANCELLED, capacity=30
)


def _ordinary(number: int) -> Nursery:
    """One of many: regions, prices and places go round."""
    region = (GUSU, ZHANGJIAGANG, ZONE, NANAN)[number % 4]
    known = number % 3 != 0
    return replace(
        PLAIN,
        id=f"ordinary-{number}",
        name=f"{REGION_NAMES[region[-1]]}第{number}托育园",
        region=region,
        address=f"{REGION_NAMES[region[-1]]}和平路{number}号" if known else None,
        location=place(31.3 + number / 100, 120.6 + number / 100) if known else None,
        filed=Filed.YES if number % 2 else None,
        nature=(Nature.PUBLIC, Nature.PRIVATE, None)[number % 3],
        setting=(Setting.COMMUNITY, None)[number % 2],
        forms=(Form.FULL_DAY,) if known else (),
        classes=(AgeClass.JUNIOR, AgeClass.SENIOR) if known else (),
        capacity=20 + number if known else None,
        prices=(price(800 + 100 * number, 1000 + 100 * number),) if known else (),
    )


NURSERIES = (SUYANG, UNPLACED, RIVER, CANCELLED, *(_ordinary(number) for number in range(1, 27)))
