"""The checker of pages finds what it is for."""

from __future__ import annotations

import html5lib
import pytest

from tests.site.page_checker import TAGS, unmarked


@pytest.mark.parametrize(
    ("locale", "body", "found"),
    [
        ("en", "<p>Divisions of 江苏省</p>", ["Divisions of 江苏省"]),
        ("en", "<p>Divisions of <span lang='zh-Hans'>江苏省</span></p>", []),
        ("en", "<p lang='zh-Hans'>江苏省 <b lang='en'>is Jiangsu 省</b></p>", ["is Jiangsu 省"]),
        ("en", "<select><option>苏州市</option></select>", ["苏州市"]),
        ("en", "<select><optgroup label='江苏省' lang='zh-Hans'></optgroup></select>", []),
        ("en", "<a aria-label='苏州市'>Suzhou</a>", ["苏州市"]),
        ("en", "<input value='托育' name='q'><code>托育</code>", []),
        ("zh-hans", "<p>No list covers it.</p>", ["No list covers it"]),
        ("zh-hant", "<p lang='en'>No list covers it.</p>", []),
        ("zh-hant", "<p>高德 Amap 與 WGS-84 座標</p>", []),
        ("zh-hans", "<code>flask registry import FILE</code>", []),
    ],
)
def test_a_change_of_language_has_to_be_marked(locale: str, body: str, found: list[str]) -> None:
    page = html5lib.HTMLParser(namespaceHTMLElements=False).parse(f"<body>{body}</body>")
    page.set("lang", TAGS[locale])
    assert list(unmarked(page, TAGS[locale])) == found
