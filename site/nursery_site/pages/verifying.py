"""How to verify a filing with the authority itself: each step with where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nursery_site.catalogs import gettext
from nursery_site.reader import Reader
from nursery_site.reading import Text

_RULES: Final = "《托育机构登记和备案办法（试行）》，国卫办人口发〔2019〕25号"


@dataclass(frozen=True, slots=True)
class Step:
    """One way to verify. `how_read` says whether the source was read at its issuer's."""

    heading: tuple[Text, ...]
    text: tuple[Text, ...]
    source: Text
    href: str | None
    how_read: str


def steps(reader: Reader) -> tuple[Step, ...]:
    """The ways to verify, the nearest first: at the door, on the telephone, on a screen."""
    copy = gettext("read in a copy on another site")
    issuer = gettext("read at its issuer")
    return (
        _step(
            reader,
            gettext("At the door: the filing receipt (备案回执)"),
            gettext(
                "A nursery has to display its registration certificate and its filing receipt "
                "where everybody can see them. Compare the name and the address on them."
            ),
            _RULES,
            "https://wxbohuan.com/zh/information_375524",
            copy,
        ),
        _step(
            reader,
            gettext("Ask to see the papers, and until when they are valid"),
            gettext(
                "For a nursery: its business licence or certificate of a private non-enterprise "
                "unit, and the filing paper with the seal of the health department. For a "
                "kindergarten with nursery classes: its schooling licence as well."
            ),
            "邹城市人民政府网站，2025年7月17日",
            "http://www.zoucheng.gov.cn/art/2025/7/17/art_24190_2850161.html",
            issuer,
        ),
        _step(
            reader,
            gettext("Ask the health commission of the county or district"),
            gettext(
                "It files the nurseries of its area and knows those that are newer than our copy."
            ),
            _RULES,
            "http://bhygbaby.com/paper/214987287.html",
            copy,
        ),
        _step(
            reader,
            gettext("Look it up on the national platform"),
            gettext(
                "It lists filed nurseries with name, other name, credit code, address and the day "
                "of filing. It may be newer than our copy."
            ),
            "全国托育机构信息公示平台",
            "https://tuoyu.cpdrc.org.cn/",
            gettext("known from the code of public projects"),
        ),
        _step(
            reader,
            gettext("Read the business scope of its registration"),
            gettext(
                "The registered scope has to state childcare service (托育服务). "
                "A newspaper of Wuhan found in 2022 that many places with 托管, 早教 or 保育 in "
                "their name have no such scope."
            ),
            _RULES,
            "http://bhygbaby.com/paper/214987287.html",
            copy,
        ),
        _step(
            reader,
            gettext("In Shanghai ask the education department"),
            gettext("It is in charge of nurseries there."),
            "《上海市托育机构管理办法》，沪教委规〔2024〕4号",
            "http://service.shanghai.gov.cn/XingZhengWenDangKuJyh/XZGFDetails.aspx"
            "?docid=240326172613J0HmjDWmXtUUHqleKcR",
            issuer,
        ),
    )


def _step(reader: Reader, heading: str, text: str, source: str, href: str, how_read: str) -> Step:
    return Step(
        heading=reader.reading.marked(heading, reader.locale),
        text=reader.reading.marked(text, reader.locale),
        source=reader.as_published(source),
        href=href,
        how_read=how_read,
    )
