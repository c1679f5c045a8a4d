"""Captions, titles and notes of a list as facts about every nursery in it.

The lines that name the list decide what it is; notes give only dates, meals and where to object.
A plain list (备案名单) never becomes a recognition, and a title that names several kinds
(市级普惠托育机构和市级示范托育机构名单) leaves the kind to each caption.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from registry.values import spans
from registry.values.captions import line_facts, names_act, names_list
from registry.values.plain import plain
from registry.values.privacy import mask_text
from registry.values.problems import Reason
from registry.values.statement import TitleFacts
from registry.vocabulary import Meals, Stage

_WITHDRAWALS: Final = (Stage.REVOKED, Stage.CANCELLED, Stage.RECTIFICATION)
_ON_OBJECTIONS = re.compile("异议|匿名|电话")
_CONTACT = re.compile(r"\d[\d-]{5,}|@")
_MEALS_OUT = re.compile(
    r"(?:不含|不包含|不包括)[^。;,]{0,4}(?:伙食|餐|膳食)|(?:伙食|餐|膳食)费(?:另计|另收|除外)"
)
_MEALS_IN = re.compile(r"(?:含|包含|包括)[^。;,]{0,4}(?:伙食|餐|膳食)")


def facts_of(*lines: str, published: date) -> TitleFacts:
    """What the lines of a title, a caption and its notes say together; earlier lines win.

    `published` completes dates without a year, and is the first day of 自发布之日起.
    """
    facts = TitleFacts()
    for line in filter(names_list, lines):
        facts = _joined(facts, line_facts(line))
    facts = _dated(facts, lines, published)
    if facts.stage is None and facts.publicity and facts.recognition and not facts.no_title:
        facts = replace(facts, stage=Stage.PUBLICITY)
    return replace(facts, objections=_objections(lines))


def _joined(facts: TitleFacts, said: TitleFacts) -> TitleFacts:
    """The facts of the lines so far with those of one more."""
    no_title = facts.no_title or (said.no_title if _denies(facts, said) else None)
    if not _decides(facts):
        return replace(
            said,
            stage=None if said.no_title else said.stage or facts.stage,
            no_title=no_title or said.no_title,
            no_filing=facts.no_filing or said.no_filing,
        )
    stage = facts.stage or (said.stage if facts.recognition else None)
    return replace(facts, stage=None if no_title else stage, no_title=no_title)


def _denies(facts: TitleFacts, said: TitleFacts) -> bool:
    """Whether a later or wider line takes the title back that the facts give."""
    same = said.recognition in (None, facts.recognition) or facts.recognition is None
    told = facts.stage is not None or said.no_title in (None, Reason.UNREAD_TITLE)
    return same and not told and names_act(said.text)


def _decides(facts: TitleFacts) -> bool:
    return bool(
        facts.kind or facts.recognition or facts.unused or facts.no_title or facts.no_filing
    )


def merge(caption: TitleFacts, document: TitleFacts) -> TitleFacts:
    """The caption's facts, completed by the document's; what a list is, the caption decides.

    A level or a title is taken over only between lists of one kind, so that a filing list under
    a demonstration notice stays a filing list.
    """
    decided = caption if caption.kind or caption.recognition or caption.unused else document
    same = decided is document or (
        caption.kind is document.kind and caption.recognition is document.recognition
    )
    about_titles = decided.recognition is not None or decided.kind is None
    no_title = _no_title(caption, document, same=same) if about_titles else None
    return TitleFacts(
        kind=decided.kind,
        recognition=decided.recognition,
        level=decided.level or (document.level if same else None) or caption.level,
        label=decided.label or (document.label if same else None),
        scheme=decided.scheme or (document.scheme if same else None),
        year=caption.year or document.year,
        stage=_stage(caption, document) if about_titles and not no_title else None,
        publicity=caption.publicity or document.publicity,
        publicity_estimated=(caption if caption.publicity else document).publicity_estimated,
        publicity_days=(caption if caption.publicity else document).publicity_days,
        as_of=caption.as_of or document.as_of,
        valid=caption.valid or (None if caption.valid_months else document.valid),
        objections=caption.objections or document.objections,
        meals=caption.meals or document.meals,
        unused=decided.unused,
        text=(caption.text if caption.no_title else decided.text) or caption.text or document.text,
        filed=decided.filed,
        valid_months=caption.valid_months or (None if caption.valid else document.valid_months),
        no_title=no_title,
        no_filing=caption.no_filing or (None if caption.filed else document.no_filing),
    )


def _stage(caption: TitleFacts, document: TitleFacts) -> Stage | None:
    """The caption's stage; but what a page in publicity confers is only proposed."""
    stage = caption.stage or document.stage
    return Stage.PUBLICITY if stage is Stage.CONFERRED and _in_publicity(document) else stage


def _no_title(caption: TitleFacts, document: TitleFacts, *, same: bool) -> str | None:
    """Why caption and document give no title; a caption that tells a stage stands by itself."""
    if caption.no_title:
        return caption.no_title
    proposed = document.no_title == Reason.WITHDRAWAL_PROPOSED or _in_publicity(document)
    if caption.stage in _WITHDRAWALS and proposed:
        return Reason.WITHDRAWAL_PROPOSED
    if not _decides(caption):
        return None if caption.stage else document.no_title
    return document.no_title if same and _denies(caption, document) else None


def _in_publicity(document: TitleFacts) -> bool:
    named = document.recognition or document.unused or document.publicity
    return document.stage is Stage.PUBLICITY and bool(named)


def _dated(facts: TitleFacts, lines: tuple[str, ...], published: date) -> TitleFacts:
    words = [plain(line) for line in lines]
    publicity = [spans.publicity_span(line, published) for line in words if "公示" in line]
    valid = [line.split("有效期", 1)[1].lstrip("限为:(")[:40] for line in words if "有效期" in line]
    span = next(filter(None, publicity), None)
    return replace(
        facts,
        publicity=(span.first, span.last) if span else None,
        publicity_estimated=span is not None and span.estimated,
        publicity_days=span.working_days if span else None,
        as_of=next(filter(None, (spans.as_of(line, published) for line in words)), None),
        valid=next(filter(None, map(spans.validity, valid)), None),
        valid_months=next(filter(None, map(_leading_length, valid)), None),
        meals=next(filter(None, map(_meals, words)), None),
    )


def _leading_length(words: str) -> int | None:
    found = re.match(r"[一二两三四五六七八九十\d]{1,2}(?:年|个月)", words)
    return spans.length_in_months(found[0]) if found else None


def _meals(words: str) -> Meals | None:
    if _MEALS_OUT.search(words):
        return Meals.EXCLUDED
    return Meals.INCLUDED if _MEALS_IN.search(words) else None


def _objections(lines: tuple[str, ...]) -> str | None:
    """The sentence on where to object, with those that give the number and refuse the anonymous."""
    sentences = [
        part.strip()
        for line in lines
        for part in re.split(r"[。\n]", line)
        if not names_list(part) or (_ON_OBJECTIONS.search(part) and not names_act(part))
    ]
    about = next(
        (part for part in sentences if "异议" in part and not part.endswith("无异议")), None
    )
    if about is None:
        return None
    number = next(
        (part for part in sentences if re.search(r"电话|邮箱", part) and part != about), ""
    )
    refused = next((part for part in sentences if "匿名" in part and part != about), "")
    told = dict.fromkeys((about, "" if _CONTACT.search(about) else number, refused))
    return mask_text("；".join(part for part in told if part))
