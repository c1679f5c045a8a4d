"""What is typed, in a real browser: what is said, asked and told apart, and how wide it stands."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.browser.conftest import Visit
from tests.browser.test_browser_pages import check

pytestmark = pytest.mark.browser

PATHS = {
    "/nurseries?q=" + quote("姑苏区 双休 没有空位 不要民办 2000"): "p.notice",
    "/nurseries?q=" + quote("托嬰中心 準公共 新北"): "p.notice",
    "/nurseries?q=gulou": ".search__head",
    "/nurseries?q=" + quote("南岸区 普慧"): ".chip--read",
    "/filing-check?q=" + quote("张家港市苏洋托育"): ".check__elsewhere",
    "/filing-check?q=" + quote("姑苏区幼儿园"): ".verdict",
}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("locale", ["zh-hans", "zh-hant"])
def test_what_was_read_is_said_within_the_page(
    visit: Callable[..., Visit], locale: str, width: int
) -> None:
    visitor = visit(width)
    for path, told in PATHS.items():
        visitor.open(f"/{locale}{path}")
        assert visitor.page.locator(told).first.is_visible(), path
        check(visitor, path)
