"""The kinds of body that run nurseries in the demonstration, with their names and habits.

The shares are ours, chosen so that every nature, setting and registrar occurs; they are no
statistics. The first two characters of a credit code follow the registrar: 91 and 92 market
regulator, 52 civil affairs, 12 institutional staffing office.
"""

from __future__ import annotations

from dataclasses import dataclass

from registry.vocabulary import Nature, Setting


@dataclass(frozen=True, slots=True)
class Founder:
    """One kind of body.

    `names` and `trading_names` are templates over `{city}` (泸州), `{district}` and `{brand}`.
    `fee` is the usual monthly full-day fee in yuan, lowest and highest.
    """

    weight: int
    code_prefix: str
    nature: Nature
    profit: bool
    setting: Setting
    names: tuple[str, ...]
    trading_names: tuple[str, ...]
    fee: tuple[int, int]


FOUNDERS: tuple[Founder, ...] = (
    Founder(
        weight=36,
        code_prefix="91",
        nature=Nature.PRIVATE,
        profit=True,
        setting=Setting.STANDALONE,
        names=(
            "{city}{brand}托育服务有限公司",
            "{brand}（{city}）托育有限公司",
            "{city}{brand}教育科技有限公司",
        ),
        trading_names=("{brand}托育中心", "{brand}托育园", "{brand}宝贝托育"),
        fee=(1800, 4600),
    ),
    Founder(
        weight=15,
        code_prefix="52",
        nature=Nature.PRIVATE,
        profit=False,
        setting=Setting.STANDALONE,
        names=("{district}{brand}托育园", "{district}{brand}托育服务中心"),
        trading_names=(),
        fee=(1300, 2600),
    ),
    Founder(
        weight=18,
        code_prefix="12",
        nature=Nature.PUBLIC,
        profit=False,
        setting=Setting.KINDERGARTEN,
        names=("{district}{brand}幼儿园", "{district}第二{brand}幼儿园"),
        trading_names=("{brand}幼儿园托班",),
        fee=(550, 1100),
    ),
    Founder(
        weight=10,
        code_prefix="52",
        nature=Nature.PRIVATE,
        profit=False,
        setting=Setting.KINDERGARTEN,
        names=("{district}{brand}实验幼儿园", "{city}{brand}双语幼儿园"),
        trading_names=(),
        fee=(1200, 3200),
    ),
    Founder(
        weight=5,
        code_prefix="12",
        nature=Nature.PUBLIC,
        profit=False,
        setting=Setting.STANDALONE,
        names=("{district}{brand}托育综合服务中心", "{district}{brand}托儿所"),
        trading_names=(),
        fee=(700, 1500),
    ),
    Founder(
        weight=6,
        code_prefix="52",
        nature=Nature.PUBLIC_PRIVATE,
        profit=False,
        setting=Setting.COMMUNITY,
        names=("{district}{brand}社区托育服务中心", "{district}{brand}社区托育园"),
        trading_names=("{brand}社区宝宝屋",),
        fee=(1000, 2000),
    ),
    Founder(
        weight=4,
        code_prefix="12",
        nature=Nature.PUBLIC,
        profit=False,
        setting=Setting.MEDICAL,
        names=("{district}{brand}社区卫生服务中心", "{district}{brand}妇幼保健计划生育服务中心"),
        trading_names=("{brand}医育结合托育中心",),
        fee=(900, 1900),
    ),
    Founder(
        weight=4,
        code_prefix="91",
        nature=Nature.PRIVATE,
        profit=False,
        setting=Setting.EMPLOYER,
        names=("{city}{brand}产业园职工托育园有限公司",),
        trading_names=("{brand}职工托育园",),
        fee=(800, 1800),
    ),
    Founder(
        weight=2,
        code_prefix="92",
        nature=Nature.PRIVATE,
        profit=True,
        setting=Setting.HOME,
        names=("{district}{brand}家庭托育点",),
        trading_names=(),
        fee=(1500, 2800),
    ),
)
"""Every kind, the commonest first."""
