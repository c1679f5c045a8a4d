"""Numbers, money, distances, ages and days in each locale, sign by sign."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from nursery_site import catalogs, formats
from nursery_site.locales import Locale
from nursery_site.reader import Reader
from nursery_site.reading import Reading

HANS, HANT, EN = Locale
ROOT = Path(__file__).parents[2]
READING = Reading(ROOT / "translations" / "protect.txt")


@pytest.mark.parametrize(
    ("say", "hans", "hant", "english"),
    [
        (lambda it: formats.number(1234.5, it), "1,234.5", "1,234.5", "1,234.5"),
        (lambda it: formats.number(12, it), "12", "12", "12"),
        (lambda it: formats.number(1234567, it), *["1,234,567"] * 3),
        (lambda it: formats.money(1850, it), "1,850 元", "1,850 元", "1,850 yuan"),
        (lambda it: formats.money(1850.5, it), "1,850.5 元", "1,850.5 元", "1,850.5 yuan"),
        (lambda it: formats.money(0, it), "0 元", "0 元", "0 yuan"),
        (lambda it: formats.percent(0.125, it), "12.5%", "12.5%", "12.5%"),
        (lambda it: formats.percent(1, it), "100%", "100%", "100%"),
        (lambda it: formats.measured(1, "month", it), "1 个月", "1 個月", "1 month"),
        (lambda it: formats.measured(18, "month", it), "18 个月", "18 個月", "18 months"),
        (lambda it: formats.measured(0.5, "kilometer", it), "0.5 公里", "0.5 公里", "0.5 km"),
        (
            lambda it: formats.measured(1200, "square-meter", it),
            "1,200 平方米",
            "1,200 平方公尺",
            "1,200 m²",
        ),
        (lambda it: formats.distance(4, it), "10 米", "10 公尺", "10 m"),
        (lambda it: formats.distance(994, it), "990 米", "990 公尺", "990 m"),
        (lambda it: formats.distance(995, it), "1.0 公里", "1.0 公里", "1.0 km"),
        (lambda it: formats.distance(12_345, it), "12.3 公里", "12.3 公里", "12.3 km"),
        (
            lambda it: formats.day(date(2026, 1, 2), it),
            "2026年1月2日",
            "2026年1月2日",
            "January 2, 2026",
        ),
        (
            lambda it: formats.published_date("2026-01-02", it),
            "2026年1月2日",
            "2026年1月2日",
            "January 2, 2026",
        ),
        (lambda it: formats.published_date("2026-03", it), "2026年3月", "2026年3月", "March 2026"),
        (lambda it: formats.published_date("2026", it), "2026年", "2026年", "2026"),
        (lambda it: formats.published_date("去年秋", it), "去年秋", "去年秋", "去年秋"),
    ],
)
def test_a_value_is_written_as_its_readers_write(
    say: Callable[[Locale], str], hans: str, hant: str, english: str
) -> None:
    assert [say(HANS), say(HANT), say(EN)] == [hans, hant, english]


SPANS: Iterable[tuple[Callable[[Reader], str], str, str, str]] = [
    (lambda it: it.money_span(1850, 2000), "1,850–2,000 元", "1,850–2,000 元", "1,850–2,000 yuan"),
    (lambda it: it.money_span(1850, 1850), "1,850 元", "1,850 元", "1,850 yuan"),
    (lambda it: it.money_span(1850, None), "1,850 元起", "1,850 元起", "from 1,850 yuan"),
    (
        lambda it: it.money_span(None, 2000),
        "不超过 2,000 元",
        "不超過 2,000 元",
        "up to 2,000 yuan",
    ),
    (lambda it: it.span(1850, 2000), "1,850–2,000", "1,850–2,000", "1,850–2,000"),
    (lambda it: it.ages(6, 36), "6 至 36 个月", "6 至 36 個月", "6 to 36 months"),
    (lambda it: it.distance(640), "640 米", "640 公尺", "640 m"),
]


@pytest.mark.parametrize(("say", "hans", "hant", "english"), SPANS)
def test_a_span_says_its_unit_once(
    app: Flask, say: Callable[[Reader], str], hans: str, hant: str, english: str
) -> None:
    for locale, said in zip(Locale, (hans, hant, english), strict=True):
        with app.test_request_context(f"/{locale}/"):
            assert say(Reader(locale, date(2026, 11, 22), READING, {}, {})) == said


@pytest.mark.parametrize(
    ("locale", "said"),
    [(HANS, "还有 12,345 项"), (HANT, "還有 12,345 項"), (EN, "12,345 more")],
)
def test_the_number_of_a_plural_is_marked_too(app: Flask, locale: Locale, said: str) -> None:
    template = app.jinja_env.from_string('{{ ngettext("%(num)s more", "%(num)s more", n) }}')
    with app.test_request_context(f"/{locale}/"):
        assert catalogs.ngettext("%(num)s more", "%(num)s more", 12_345) == said
        assert template.render(n=12_345) == said


def test_no_message_brings_a_unit_of_its_own() -> None:
    """Units come with their values, so that no message can say yuan twice or metres to Taiwan."""
    messages = (ROOT / "translations" / "messages.pot").read_text("utf-8").replace('"\n"', "")
    assert messages.count("%(amount)s") > 30
    assert not re.findall(r"%\(\w+\)s ?(?:(?:yuan|km|m)\b|m²|%%)", messages)
