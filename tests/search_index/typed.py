"""A small generation for typed queries, over the whole table of divisions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from registry.places.divisions import Divisions
from search_index.generation import Generation
from search_index.store import Store
from tests.search_index.synthetic import CHAINS, TODAY, named

REGION_NAMES = Divisions.with_zones(()).names() | {"3205z1": "苏州高新区"}

NURSERIES = [
    replace(
        named("suyang", "张家港市苏阳托育中心有限公司", "张家港市杨舍镇学府路18号"),
        trading_names=("苏阳托育",),
        former_names=("小海豚托儿所",),
        credit_code="91320582MA00000001",
        street="杨舍镇",
        community="云雀社区",
    ),
    replace(named("shifan", "江阳区示范托儿所"), region=("51", "5105", "510502")),
    replace(named("puhui", "普惠路幼儿园", "普惠路3号"), region=("51", "5105", "510502")),
    replace(named("yanling", "泸州檐铃托育服务有限公司"), region=("51", "5105", "510502")),
    replace(named("yanling2", "江阳区第二檐铃幼儿园"), region=("51", "5105", "510502")),
    replace(named("gulou", "鼓楼区星河托育园", "人民路18号"), region=CHAINS[2]),
    replace(named("yingyu", "西湖区双语幼儿园"), region=CHAINS[4], description="英语 蒙台梭利"),
    replace(named("yubaby", "托育宝贝 Happy 3"), region=()),
]


def built(folder: Path) -> Generation:
    """The generation, built below a folder."""
    store = Store(folder)
    store.build(NURSERIES, revision="1", fictional=True, region_names=REGION_NAMES)
    return store.open_current(TODAY)
