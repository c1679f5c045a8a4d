"""Words: every value has one, every message is translated, every template keeps to its model."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
import typing
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from flask import Flask
from jinja2 import nodes

from nursery_site import labels, pages, worksheets
from nursery_site.arguments import CHOICES
from nursery_site.locales import Locale
from nursery_site.pages import measures
from nursery_site.policies.article import NEEDS, RESIDENCES, TOPICS
from nursery_site.reading import Reading
from nursery_site.views.statements import COOKIES
from registry import completeness, fields, targets, vocabulary
from registry.places.credit_code import CreditCodeProblem
from search_index.filing import Matched
from search_index.orders import FACTS as COMPLETE
from search_index.request import FACETS, SORTS
from search_index.schema import WEIGHTS
from tests.site.page_checker import simplified_only
from tools.words import behind

ROOT = Path(__file__).parents[2]
CATALOGS = ("zh_Hans", "zh_Hant")
MODELS = [
    model
    for module in pkgutil.iter_modules(pages.__path__, f"{pages.__name__}.")
    for model in vars(importlib.import_module(module.name)).values()
    if isinstance(model, type) and "template" in vars(model) and model.__module__ == module.name
]
"""Every page's model: a frozen dataclass that names its template."""

VOCABULARIES: dict[str, Iterable[str]] = {
    "facet": FACETS,
    "state": vocabulary.State,
    "state_note": [*vocabulary.State, "endless"],
    "level": vocabulary.Level,
    "kind": vocabulary.RecognitionKind,
    "no_promise": [*vocabulary.RecognitionKind, "inclusive_proposed"],
    "stage": vocabulary.Stage,
    "unit": vocabulary.Unit,
    "came_of": [*vocabulary.State, "none"],
    "matched": get_args(Matched),
    "code_doubt": ["code-of-another", "code-unknown", *get_args(CreditCodeProblem)],
    "meals": vocabulary.Meals,
    "price_item": fields.PRICE_ITEMS,
    "source": vocabulary.SourceKind,
    "text_field": WEIGHTS,
    "complete_fact": COMPLETE,
    "cookie": COOKIES,
    "quality_area": [*vocabulary.QualityArea, fields.ASSESSMENT_TOTAL],
    "assessor": vocabulary.Assessor,
    "outcome": vocabulary.Outcome,
    "worksheet_problem": [
        "points",
        "outcome",
        "long",
        "formula",
        "code",
        "missing",
        "nothing",
    ],
    "worksheet_identity": worksheets.IDENTITY,
    "measure": [*measures.SORTS, *typing.get_args(targets.Figure)],
    "class_type": ["all", *vocabulary.AgeClass],
    "due": ["done", "open", "overdue", "unknown", "acceptance"],
    "fact": completeness.KEY_FACTS,
    "key": [
        "q",
        "near",
        "near2",
        "within",
        "age",
        "price_min",
        "price_max",
        "sort",
        "page",
        "per_page",
    ],
    "topic": TOPICS,
    "need": NEEDS,
    "residence": RESIDENCES,
    "residence_bound": RESIDENCES,
    "sort": SORTS,
    "sort_note": SORTS,
    "reason": (
        [
            "name_exact",
            "name_prefix",
            "name",
            "address",
            "text",
            "distance",
            "price",
            "capacity",
            "alphabet",
            "complete",
        ]
    ),
    "problem": [
        "choice",
        "whole",
        "whole_months",
        "whole_page",
        "number",
        "range",
        "point",
        "long",
        "once",
        "needs_near",
        "needs_near2",
        "above_max",
        "day",
        "day_range",
        "missing",
    ],
    **{f"value.{key}": values for key, values in CHOICES.items()},
}


def catalog(name: str) -> Catalog:
    """A translation as it is written."""
    with (ROOT / "translations" / name / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file)


@pytest.mark.parametrize("table", list(VOCABULARIES))
def test_every_value_has_words_in_every_locale(app: Flask, table: str) -> None:
    values = list(VOCABULARIES[table])
    assert values
    with app.test_request_context("/zh-hans/"):
        for value in values:
            assert value in labels.TABLES[table]
            words = [labels.word(locale, table, value) for locale in Locale]
            assert all(words)
            assert re.search(r"[\u4e00-\u9fff]", words[0]), f"{value}: {words[0]}"


def test_the_catalogs_hold_every_message_and_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert behind() == []


@pytest.mark.parametrize("name", CATALOGS)
def test_a_translation_is_complete(name: str) -> None:
    written = catalog(name)
    entries = [entry for entry in written if entry.id]
    assert len(entries) > 200
    assert not written.obsolete
    for entry in entries:
        ids = [entry.id] if isinstance(entry.id, str) else list(entry.id)
        said = entry.string or ""
        strings = [said] if isinstance(said, str) else list(said)
        assert not entry.fuzzy
        assert all(strings), entry.id
        assert {*_placeholders(ids)} == {*_placeholders(strings)}, entry.id


@pytest.mark.parametrize("name", CATALOGS)
def test_a_translation_is_set_like_a_chinese_text(name: str) -> None:
    for entry in catalog(name):
        ids = [entry.id] if isinstance(entry.id, str) else list(entry.id)
        said = [entry.string] if isinstance(entry.string, str) else list(entry.string or ())
        if not ids[0]:
            continue
        for string in said:
            assert string == string.strip() or _EDGES_OF_PARTS.fullmatch(ids[0]), string
            words = re.sub(r"%\(\w+\)s", "", string)
            assert not re.search(r"[\u3400-\u9fff][,;:?!()]|[,;:?!(][\u3400-\u9fff]", words), string
            words = re.sub("[“「].*?[”」]", "", words)  # what is typed is quoted as parents type it
            typed = any(place.endswith(_TYPED) for place, _ in entry.locations)
            tight = re.search(r"[\u3400-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u3400-\u9fff]", words)
            assert typed or not tight, string
            assert not re.search("[「」]" if name == "zh_Hans" else "[“”]", string), string
            wrong = [sign for sign in string if name == "zh_Hant" and simplified_only(sign)]
            assert not wrong, string
            assert "託" not in string.replace("委託", "")
        for place, singular in enumerate(said[1:], start=1):
            assert {*_placeholders([singular])} == {*_placeholders([said[0]])}, place


_TYPED = ("examples.py", "wishes.py")
"""What stands in the box is set as parents type it."""
MAINLAND = re.compile(
    "信息|默認|缺省|視頻|音頻|網絡|打印|鏈接|保存|質量|軟件|硬件|數據|賬號|登錄|屏幕|界面|鼠標|文件夾|優化|演示|報錯(?!誤)|"
    "糾錯|探園|日誌|校驗|短信|郵箱|二維碼|刷新|加載|上載|反饋|在線|性價比|智能|周歲|工作日|文檔|字節|服務器"
)
"""Words of the mainland's interfaces which those of Taiwan and Hong Kong do not use."""


def test_traditional_sentences_are_in_the_words_of_their_readers() -> None:
    """Converted characters are not enough: data keep the mainland's words, our sentences do not."""
    said = [
        one
        for entry in catalog("zh_Hant")
        for one in ([entry.string] if isinstance(entry.string, str) else entry.string or ())
    ]
    assert len(said) > 200
    assert [one for one in said if MAINLAND.search(one)] == []


_EDGES_OF_PARTS = re.compile(r"\s.*|.*\s")
"""Messages that begin or end with a space, as a part before or behind something else."""


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("托大班、乳儿班", "托大班、乳兒班"),
        ("社区托管中心", "社區托管中心"),
        ("沈阳市于洪区", "瀋陽市于洪區"),
        ("台州市托育平台", "台州市托育平台"),
        ("鄂托克旗托儿所", "鄂托克旗托兒所"),
        ("3周岁", "3周歲"),
    ],
)
def test_published_text_reads_as_its_readers_write(published: str, shown: str) -> None:
    reading = Reading(ROOT / "translations" / "protect.txt")
    assert reading.in_script(published, Locale.ZH_HANT) == shown
    assert reading.in_script(published, Locale.ZH_HANS) == published
    assert reading.name(published, Locale.ZH_HANT).published == published


@pytest.mark.parametrize("model", MODELS)
def test_a_template_and_its_model_are_the_same_size(app: Flask, model: type) -> None:
    template: str = model.template  # type: ignore[attr-defined]  # every page model has one
    source = (ROOT / "site/nursery_site/templates" / template).read_text("utf-8")
    tree = app.jinja_env.parse(source)
    used = {
        found.attr
        for found in tree.find_all(nodes.Getattr)
        if isinstance(found.node, nodes.Name) and found.node.name == "page"
    }
    given = {field.name for field in dataclasses.fields(model)}
    assert used | {"shell"} == given


@pytest.mark.parametrize("model", MODELS)
def test_nothing_in_a_model_is_made_for_nobody(app: Flask, model: type) -> None:
    folder = ROOT / "site/nursery_site/templates"
    template: str = model.template  # type: ignore[attr-defined]  # every page model has one
    sheets = [folder / "base.html", folder / template, *(folder / "components").iterdir()]
    used = {"parts"}  # by `rejectattr`
    for sheet in sheets:
        tree = app.jinja_env.parse(sheet.read_text("utf-8"))
        used |= {found.attr for found in tree.find_all(nodes.Getattr)}
    # What every page has may be for the content of some of them.
    used |= {"search", "about"} & {
        found.attr
        for sheet in folder.rglob("*.html")
        for found in app.jinja_env.parse(sheet.read_text("utf-8")).find_all(nodes.Getattr)
        if isinstance(found.node, nodes.Getattr) and found.node.attr == "shell"
    }
    inside = _models_in(model, set())
    assert len(inside) > 2
    for part in inside:
        assert {field.name for field in dataclasses.fields(part)} <= used, part


def _models_in(hint: object, found: set[type]) -> set[type]:
    """Every dataclass that a type holds, itself included."""
    for part in typing.get_args(hint):
        _models_in(part, found)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and hint not in found:
        found.add(hint)
        hints = typing.get_type_hints(hint)
        for field in dataclasses.fields(hint):
            _models_in(hints[field.name], found)
    return found


def test_a_colour_pair_is_legible() -> None:
    sheet = (ROOT / "static" / "tokens.css").read_text("utf-8")
    light, dark = (dict(_colours(part)) for part in sheet.split("@media (prefers-color-scheme"))
    for theme in (light, dark):
        for ink, ground in (
            ("ink", "paper"),
            ("ink", "sunken"),
            ("ink-soft", "paper"),
            ("ink-soft", "surface"),
            ("ink-soft", "sunken"),
            ("accent", "paper"),
            ("accent", "surface"),
            ("accent-deep", "accent-soft"),
            ("on-accent", "accent"),
            ("waits", "waits-soft"),
            ("broken", "broken-soft"),
            ("broken", "surface"),
        ):
            assert _contrast(theme[ink], theme[ground]) >= 4.5, (ink, ground)
        for line in ("edge", "focus"):
            assert _contrast(theme[line], theme["surface"]) >= 3, line
            assert _contrast(theme[line], theme["paper"]) >= 3, line


def _placeholders(texts: Iterable[str]) -> list[str]:
    return [name for text in texts for name in re.findall(r"%\((\w+)\)s", text)]


def _colours(css: str) -> Iterable[tuple[str, str]]:
    found: dict[str, str] = {}
    for name, value in re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css):
        found.setdefault(name, value)
    return found.items()


def _contrast(one: str, other: str) -> float:
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
