"""How the fictional nurseries of a city come to be: chance, but the same chance every time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from registry.demo import words
from registry.demo.codes import credit_code, wrong_check_digit
from registry.demo.founders import FOUNDERS, Founder
from registry.demo.places import City, District
from registry.demo.world import DemoNursery, DemoPrices, Premises
from registry.vocabulary import AgeClass, Filed, Form, Setting

_CLASSES = {  # months from, months to, places: 国卫人口发〔2019〕58号
    AgeClass.INFANT: (6, 12, 10),
    AgeClass.JUNIOR: (12, 24, 15),
    AgeClass.SENIOR: (24, 36, 20),
    AgeClass.MIXED: (18, 36, 18),
}
_CLASS_FEE = {
    AgeClass.INFANT: 1.3,
    AgeClass.JUNIOR: 1.1,
    AgeClass.SENIOR: 1.0,
    AgeClass.MIXED: 1.0,
}
_DEAR = {"4403": 1.5, "4401": 1.4, "3301": 1.3, "3205": 1.25, "3201": 1.2, "3502": 1.2}
"""Cities where everything costs more, as a factor."""

_HOURS = ("7:30-17:30", "8:00—18:00", "07:40-17:00", "周一至周五7:30-18:00", "8:00至17:30")


@dataclass(frozen=True, slots=True)
class _Plot:
    """What is settled before a nursery is born."""

    number: int
    city: City
    district: District
    founder: Founder


def grow(city: City, count: int, first: int, seed: int, today: date) -> tuple[DemoNursery, ...]:
    """The nurseries of a city, numbered from `first`, in the order of their districts."""
    chance = Random(f"{seed}:{city.key}:{count}")
    weights = [district.weight for district in city.districts]
    homes = sorted(chance.choices(city.districts, weights, k=count), key=city.districts.index)
    return tuple(_settle(city, homes, first, chance, today))


def _settle(
    city: City, homes: list[District], first: int, chance: Random, today: date
) -> Iterator[DemoNursery]:
    founder_weights = [founder.weight for founder in FOUNDERS]
    operator: DemoNursery | None = None
    for position, district in enumerate(homes):
        founder = chance.choices(FOUNDERS, founder_weights)[0]
        born = _found(_Plot(first + position, city, district, founder), position, chance, today)
        if operator is not None and founder.profit and chance.random() < 0.12:
            born = _open_branch(operator, born)
        elif founder.code_prefix == "91" and founder.setting is Setting.STANDALONE:
            operator = born
        yield born


def _open_branch(operator: DemoNursery, site: DemoNursery) -> DemoNursery:
    """A further site of an operator: its registered name and code at another address."""
    place = site.premises.community.removesuffix("社区")
    trading = (operator.trading_name or operator.name) + f"（{place}店）"
    return replace(
        site,
        founder=operator.founder,
        name=operator.name,
        trading_name=trading,
        former_name=None,
        credit_code=operator.credit_code,
    )


def _found(plot: _Plot, position: int, chance: Random, today: date) -> DemoNursery:
    """One nursery; `position` within its city chooses the brand."""
    founder = plot.founder
    name, trading, former = _names(plot, position, chance)
    opened = today - timedelta(days=chance.randrange(200, 4000))
    classes = _classes(chance)
    capacity = sum(_CLASSES[age_class][2] * count for age_class, count in classes)
    phone = f"{plot.city.area_code}-5550{plot.number % 1000:03d}"
    return DemoNursery(
        number=plot.number,
        city=plot.city,
        district=plot.district,
        founder=founder,
        name=name,
        trading_name=trading,
        former_name=former,
        credit_code=_code(plot, chance),
        nature=founder.nature,
        premises=_premises(plot, capacity, chance),
        phone=phone if chance.random() < 0.75 else None,
        filed=chance.choices((Filed.YES, Filed.CANCELLED, None), _filing(plot.city))[0],
        filed_on=min(opened + timedelta(days=chance.randrange(40, 700)), today - timedelta(150)),
        opened_on=opened,
        operating=chance.random() < 0.97,
        classes=classes,
        forms=_forms(chance),
        ages=(
            min(_CLASSES[age_class][0] for age_class, _ in classes),
            max(_CLASSES[age_class][1] for age_class, _ in classes),
        ),
        capacity=capacity,
        inclusive_places=_inclusive_places(founder, capacity, chance),
        enrolled=round(capacity * chance.uniform(0.3, 1.05)),
        prices=_prices(plot, classes, chance) if chance.random() < 0.7 else None,
        hours=chance.choice(_HOURS) if chance.random() < 0.6 else None,
        prepay=chance.random() < 0.7,
        staff=max(3, capacity // 5),
    )


def _names(plot: _Plot, position: int, chance: Random) -> tuple[str, str | None, str | None]:
    """The registered name, the trading name and a former name, the latter two where there are."""
    brand = words.brand(int(plot.city.key) * 7 % words.BRANDS + position)
    fill = {"city": plot.city.short_name, "district": plot.district.name, "brand": brand}
    name = chance.choice(plot.founder.names).format(**fill)
    trading = None
    if plot.founder.trading_names and chance.random() < 0.8:
        trading = chance.choice(plot.founder.trading_names).format(**fill)
    former = f"{plot.district.name}{brand}早期教育中心" if plot.number % 37 == 5 else None
    return name, trading, former


def _premises(plot: _Plot, capacity: int, chance: Random) -> Premises:
    lng, lat = _scatter(plot.district, chance)
    return Premises(
        street=words.street(plot.number),
        community=words.community(plot.number),
        address=_address(plot, chance),
        lng=lng,
        lat=lat,
        floor_area=round(capacity * chance.uniform(6, 14), 2),
        outdoor_area=float(capacity * chance.randrange(2, 5)) if chance.random() < 0.8 else None,
        floors=chance.choice(("1层", "1层,2层", "2层", "1-3层")),
    )


def _filing(city: City) -> tuple[int, int, int]:
    """Shares filed, cancelled and in no filing list; the last only where a map lists them."""
    return (88, 4, 8) if city.is_main else (96, 4, 0)


def _classes(chance: Random) -> tuple[tuple[AgeClass, int], ...]:
    offered = [age_class for age_class in AgeClass if chance.random() < 0.5]
    return tuple((age_class, chance.choice((1, 1, 2, 3))) for age_class in offered) or (
        (AgeClass.SENIOR, chance.choice((1, 2))),
    )


def _forms(chance: Random) -> tuple[Form, ...]:
    extra = (Form.HALF_DAY, Form.HOURLY, Form.TEMPORARY)
    return (Form.FULL_DAY, *(form for form in extra if chance.random() < 0.3))


def _inclusive_places(founder: Founder, capacity: int, chance: Random) -> int | None:
    """All, some, none or nothing said; whoever is public is seldom dear."""
    cheap = founder.fee[1] < 2100
    share = chance.choices((1.0, 0.5, 0.0, None), (50, 15, 10, 25) if cheap else (15, 15, 30, 40))[
        0
    ]
    return None if share is None else round(capacity * share / 5) * 5 if share < 1 else capacity


def _prices(plot: _Plot, classes: tuple[tuple[AgeClass, int], ...], chance: Random) -> DemoPrices:
    usual = chance.uniform(*plot.founder.fee) * _DEAR.get(plot.city.key, 1.0)
    fees = tuple(
        (age_class, round(usual * _CLASS_FEE[age_class] / 10) * 10) for age_class, _ in classes
    )
    return DemoPrices(
        full_day=fees,
        spread=chance.choice((0, 0, 0, 200, 300)),
        half_day=round(usual * 0.06) * 10 if chance.random() < 0.5 else None,
        hourly=chance.randrange(15, 45, 5) if chance.random() < 0.5 else None,
        temporary=chance.randrange(80, 240, 20) if chance.random() < 0.4 else None,
        meals=chance.randrange(250, 500, 50) if chance.random() < 0.5 else None,
    )


def _scatter(district: District, chance: Random) -> tuple[float | None, float | None]:
    """A point within a few kilometres of the centre; now and then half of it is missing."""
    lng = round(district.lng + chance.gauss(0, 0.014), 6)
    lat = round(district.lat + chance.gauss(0, 0.011), 6)
    fate = chance.random()
    return (None, None) if fate < 0.05 else (None, lat) if fate < 0.06 else (lng, lat)


def _address(plot: _Plot, chance: Random) -> str | None:
    number, block = plot.number, chance.randrange(1, 300)
    place = chance.choice(
        (
            f"{words.road(number)}{block}号",
            f"{words.estate(number)}{block % 30 + 1}号楼{100 + block % 20}室",
            f"{words.street(number)}{words.road(number)}{block}-{number % 9 + 1}号",
            f"{words.estate(number)} {block % 20 + 1} 幢 101 、 102 室",
        )
    )
    before = chance.choice((plot.city.name + plot.district.name, plot.district.name, ""))
    return None if chance.random() < 0.02 else before + place


def _code(plot: _Plot, chance: Random) -> str | None:
    division = plot.district.key or plot.city.key
    code = credit_code(plot.founder.code_prefix, division, plot.number)
    fate = chance.random()
    return None if fate < 0.06 else wrong_check_digit(code) if fate < 0.08 else code
