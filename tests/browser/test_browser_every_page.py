"""Every page in every script on a phone and a desk: for everybody, quiet, and nothing cut.

Screenshots of what was looked at are left in screenshots/.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from werkzeug.exceptions import NotFound
from werkzeug.routing import RequestRedirect

from nursery_site import create_app
from tests.browser.conftest import Visit
from tests.browser.test_browser_pages import violations
from tests.site.assessments import CODE
from tests.site.staging import ROOT, settings_in

pytestmark = pytest.mark.browser

LOOKING = (Path(__file__).parent / "looking.js").read_text("utf-8")
SCREENSHOTS = ROOT / "screenshots"
ASKED = ("care", "worksheet/file")
"""Addresses that only set something or lead on."""


@dataclass(frozen=True)
class Looked:
    """A page: its site (a fixture), its path, and what is pressed on the way to it."""

    path: str
    site: str = "site"
    then: tuple[str, ...] = ()
    status: int = 200


FIRST = ".card h2 a >> nth=0"
FOUR = "id=suyang&id=tongyu&id=jiangpan&id=ordinary-1"
CHANGED = f"/nurseries?q={quote('云雀托育中心')}"

PAGES = {
    "home": Looked("/"),
    "home-open": Looked("/", "season_site"),
    "search": Looked("/nurseries?price_max=3000&near=31.31,120.63&form=full_day"),
    "empty": Looked(f"/nurseries?q={quote('没有这家')}&age=x"),
    "typed": Looked(
        f"/nurseries?q={quote('姑苏区 18个月 3000以内 省级示范 离我近')}"
        "&near2=31.4,120.7&near=31.3,120.6"
    ),
    "unclear": Looked(f"/nurseries?q={quote('苏洋托育 早教 2000 準公共 ***')}"),
    "which-place": Looked(f"/nurseries?q={quote('江阳区 临时托')}"),
    "policy-above": Looked(f"/nurseries?q={quote('示范能退费吗')}"),
    "nursery": Looked("/nurseries/suyang"),
    "blanks": Looked("/nurseries/tongyu"),
    "changed": Looked(CHANGED, "past", (FIRST,)),
    "left": Looked(f"/nurseries?q={quote('青禾托育中心')}", "past", (FIRST,)),
    "history": Looked(CHANGED, "past", (FIRST, "a[href$='/history'] >> nth=0")),
    "report": Looked(CHANGED, "past", (FIRST, "a[href$='/report'] >> nth=0")),
    "thanks": Looked("/nurseries/suyang/report?sent=1"),
    "changes": Looked("/changes", "past"),
    "corrections": Looked("/corrections", "past"),
    "operator": Looked(f"/operators/{CODE}", "assessed"),
    "assessed": Looked(f"/operators/{CODE}", "assessed", (".operator-places a >> nth=-1",)),
    "quality": Looked(
        f"/operators/{CODE}",
        "assessed",
        (".operator-places a >> nth=-1", ".quality__report a"),
    ),
    "worksheet": Looked("/worksheet"),
    "notices": Looked("/notices", "season_site"),
    "notices-back": Looked("/notices?on=2026-03-20&region=51", "season_site"),
    "notices-wrong": Looked("/notices?on=x", "season_site"),
    "check": Looked("/filing-check", "season_site"),
    "check-exact": Looked(f"/filing-check?q={quote('江阳区第1檐铃托育园')}", "season_site"),
    "check-similar": Looked(f"/filing-check?q={quote('檐玲托育园')}", "season_site"),
    "check-code": Looked("/filing-check?q=913205820000000009", "season_site"),
    "regions": Looked("/regions"),
    "city": Looked("/regions/3205?sort=price"),
    "county": Looked("/regions/320508"),
    "policies": Looked("/policies"),
    "policies-found": Looked(f"/policies?q={quote('示范能退费吗')}"),
    "policy": Looked("/policies/liaoning-demonstration"),
    "policy-sources": Looked("/policies/filing"),
    "which": Looked("/policies/which?region=3205&age=20&need=check&need=tax"),
    "about": Looked("/about"),
    "ranking": Looked("/ranking"),
    "privacy": Looked("/privacy"),
    "accessibility": Looked("/accessibility"),
    "compare": Looked(f"/compare?{FOUR}&near=31.31,120.63&id=nix&id=ordinary-2"),
    "compare-pair": Looked("/compare?id=suyang&id=jiangpan"),
    "compare-none": Looked("/compare"),
    "shortlist": Looked("/shortlist?id=suyang&id=tongyu&age=20"),
    "large": Looked("/shortlist?id=suyang&id=tongyu&large=1"),
    "prepayment": Looked(
        "/prepayment?id=suyang&months=12&price=1980&discount=9%E6%8A%98&deposit=500"
    ),
    "prepayment-unclear": Looked("/prepayment?id=suyang&months=12&price=1980&discount=9"),
    "prepayment-wrong": Looked("/prepayment?months=x&deposit=-"),
    "design": Looked("/design"),
    "missing": Looked("/nix", status=404),
}
SEEN = [("zh-hans", 390), ("zh-hans", 1280), ("zh-hant", 390), ("zh-hant", 1280), ("en", 390)]


@pytest.mark.parametrize(("locale", "width"), SEEN)
@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_is_for_everybody(
    visit: Callable[..., Visit],
    request: pytest.FixtureRequest,
    name: str,
    locale: str,
    width: int,
) -> None:
    looked, visitor = PAGES[name], visit(width)
    visitor.site = request.getfixturevalue(looked.site)
    page = visitor.open(f"/{locale}{looked.path}")
    for way in looked.then:
        page.locator(way).click()
    page.evaluate(
        "document.querySelectorAll('details.more, details.filters').forEach(it => it.open = true)"
    )
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}-{locale}-{width}.jpeg", full_page=True, quality=60)
    assert page.evaluate(LOOKING) == []
    assert violations(visitor) == []
    refused = "Failed to load resource" if looked.status != 200 else None
    assert [said for said in visitor.said if not (refused and said.startswith(refused))] == []


def test_no_page_is_left_out(tmp_path: Path) -> None:
    app = create_app(settings_in(tmp_path))
    places = {
        str(rule.endpoint)
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and _is_page(str(rule))
    }
    rules = app.url_map.bind("localhost")
    looked = set()
    for page in PAGES.values():
        try:
            looked.add(rules.match(f"/zh-hans{page.path.partition('?')[0]}", method="GET")[0])
        except (NotFound, RequestRedirect):
            assert page.status == 404, page.path
    reached = {"history.of_nursery", "quality.report"}  # by what is pressed
    assert len(places) > 15
    assert places - looked - reached == set()


def _is_page(rule: str) -> bool:
    last = rule.partition(":locale>/")[2]
    return "locale>" in rule and "." not in last and last not in ASKED
