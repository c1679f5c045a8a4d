"""Checks that hold for every page any test fetches: valid, labelled, in one language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import opencc
from babel.messages.pofile import read_po

TRANSLATIONS = Path(__file__).parents[2] / "translations"
TAGS = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant", "en": "en"}
_TRADITIONAL, _SIMPLIFIED = opencc.OpenCC("s2t"), opencc.OpenCC("t2s")
LABELLED = frozenset({"input", "select", "textarea"})


def check_page(html: str, locale: str) -> Element:
    """Check a page of a locale and give back its tree."""
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    assert isinstance(page, Element)
    assert page.get("lang") == TAGS[locale]
    assert len(page.findall(".//h1")) == 1, "one h1"
    title = page.find(".//title")
    assert title is not None
    assert title.text
    assert title.text.strip()
    _check_ids(page)
    _check_labels(page)
    texts = list(texts_of(page, TAGS[locale]))
    assert texts
    _check_translated(texts, locale)
    _check_script(texts)
    foreign = list(unmarked(page, TAGS[locale]))
    assert not foreign, f"not in the language it is marked as: {foreign}"
    return page


def _check_ids(page: Element) -> None:
    ids = Counter(element.get("id") for element in page.iter() if element.get("id"))
    assert not [id_ for id_, count in ids.items() if count > 1], "ids are unique"
    for element in page.iter():
        for attribute in ("for", "aria-labelledby", "aria-describedby", "form"):
            for id_ in (element.get(attribute) or "").split():
                assert id_ in ids, f"{attribute} names {id_!r}"
        href = element.get("href") or ""
        if element.tag == "a" and href.startswith("#"):
            assert href[1:] in ids, f"a link names {href!r}"


def _check_labels(page: Element) -> None:
    labels = list(page.iter("label"))
    named = {label.get("for") for label in labels if "".join(label.itertext()).strip()}
    around = {id(field) for label in labels for field in label.iter() if label.get("for") is None}
    for element in page.iter():
        if element.tag in LABELLED and element.get("type") != "hidden":
            labelled = element.get("id") in named or id(element) in around
            # `_check_ids` has seen that what it names is there.
            assert labelled or element.get("aria-labelledby"), f"no label: {element.attrib}"
        if element.tag in ("a", "button"):
            said = "".join(element.itertext()).strip() or element.get("aria-label")
            assert said, f"no words: {element.attrib}"


_CHINESE = re.compile(r"[\u3400-\u9fff]")
SPOKEN = ("aria-label", "title", "alt", "content", "placeholder", "label", "aria-valuetext")


def texts_of(element: Element, lang: str) -> Iterator[tuple[str, str]]:
    """Every text with the language it is in."""
    lang = element.get("lang") or lang
    if element.tag in ("script", "style"):
        return
    for attribute, value in element.items():
        # What scripts show stands in `data-`, beside keys.
        said = attribute in SPOKEN or (attribute.startswith("data-") and _CHINESE.search(value))
        if said and value:
            yield lang, value
    if element.text:
        yield lang, element.text
    for child in element:
        yield from texts_of(child, lang)
        if child.tail:
            yield lang, child.tail


def _check_translated(texts: list[tuple[str, str]], locale: str) -> None:
    if locale == "en":
        return
    messages = _messages(TAGS[locale].replace("-", "_"))
    for _, text in texts:
        said = text.strip()
        assert messages.get(said, said) == said, f"untranslated: {said!r}"


def _check_script(texts: Iterable[tuple[str, str]]) -> None:
    for lang, text in texts:
        if lang == "zh-Hant":
            wrong = [sign for sign in text if simplified_only(sign)]
            assert not wrong, f"{wrong} in {text!r}"


@cache
def _messages(catalog: str) -> dict[str, str]:
    with (TRANSLATIONS / catalog / "LC_MESSAGES" / "messages.po").open("rb") as file:
        entries = [entry for entry in read_po(file) if isinstance(entry.id, str) and entry.id]
    return {
        str(entry.id): str(entry.string)
        for entry in entries
        if re.search("[a-z]{2}", str(entry.id))
    }


_ENGLISH = re.compile(r"[A-Za-z]{2,}(?:[,;:]? [A-Za-z’'-]+){2,}")
_LETTERS = frozenset({"code", "kbd", "samp", "title", "meta"})
"""What is typed and no language; and the head, which cannot be marked in parts."""

_MARKABLE = ("aria-label", "label", "alt", "title", "placeholder", "aria-valuetext")


def unmarked(page: Element, tag: str) -> Iterator[str]:
    """Chinese that is not said to be Chinese, and English sentences that are said to be.

    Screen readers change their voice by `lang` alone. What a reader typed is in any language, and
    so is a value of a field.
    """
    for lang, said in _spoken(page, tag):
        if lang in ("zh-Hans", "zh-Hant"):
            found = _ENGLISH.search(said)
            if found:
                yield found[0]
        elif lang == "en" and _CHINESE.search(said):
            yield said.strip()


def _spoken(element: Element, lang: str) -> Iterator[tuple[str, str]]:
    lang = element.get("lang", lang)
    if element.tag in ("script", "style") or element.tag in _LETTERS:
        return
    for attribute in _MARKABLE:
        yield lang, element.get(attribute) or ""
    yield lang, element.text or ""
    for child in element:
        yield from _spoken(child, lang)
        yield lang, child.tail or ""


_IN_BOTH = frozenset(
    "丑于仆佣余伙准岩几凶划占台后吁吃咨咸唇夸岳峰干床征斗昵朴杠杰棱泄涂涌淀游灶熏痴痹皂秘粽群肴范辟郁"
    "采里雇霉"
)
"""Characters that OpenCC changes and that Traditional texts hold too: 皇后, 干預, 海淀, 茶几."""


@cache
def simplified_only(sign: str) -> bool:
    """Whether no Traditional text holds this character."""
    if sign.isascii() or sign in _IN_BOTH:
        return False
    return bool(_TRADITIONAL.convert(sign) != sign and _SIMPLIFIED.convert(sign) == sign)
