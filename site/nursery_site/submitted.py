"""What the form of the search page sends, as the one search that says the same.

The panel shows what was read out of the text as ticked, so the form sends it a second time. With
it comes `typed`, the text that was read. What the panel left as it was stays in the text; what was
changed there leaves the text and becomes a key; a phrase typed anew outranks an older tick.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from nursery_site.arguments import as_shown
from nursery_site.question import without_numbers
from search_index.generation import Generation
from search_index.request import SearchRequest
from search_index.understanding import Chip, Understood
from search_index.understanding.result import SINGLE

TYPED: Final = "typed"
"""The form's own key; no link ever holds it."""

_MOST_PHRASES: Final = 40
"""Phrases that are taken out of a text at most; 200 characters hold no more."""


def submitted(
    generation: Generation, typed: str, sent: SearchRequest, keys: Collection[str]
) -> SearchRequest:
    """The search of a form. `keys` are those it sent, empty ones too."""
    places = sent.choices.get("region", ())
    before = generation.understand(typed, places)
    changed = _changed(before, sent, keys)
    same = {key for key in before.filters if key not in changed}
    text = _without(generation, sent.text, before, changed, places)
    fresh = _fresh(generation.understand(text, places), before) if text != typed else set()
    return _without_keys(sent, same | fresh, text)


def _changed(before: Understood, sent: SearchRequest, keys: Collection[str]) -> set[str]:
    """The keys that were read and that the panel sends otherwise, with those of their phrases."""
    changed = {
        key
        for key, values in before.filters.items()
        if not _is_same(key, values, sent) and (key != "within" or "within" in keys)
    }
    for chip in before.chips:
        if changed & _keys(chip):
            changed |= _keys(chip)
    return changed


def _is_same(key: str, read: tuple[str, ...], sent: SearchRequest) -> bool:
    if key in SINGLE:
        value = getattr(sent, key)
        return value is not None and float(value) == float(read[0])
    shown = as_shown(SearchRequest(choices={key: read}))
    return set(sent.choices.get(key, ())) == set(shown.choices[key])


def _without(
    generation: Generation,
    text: str,
    before: Understood,
    changed: Collection[str],
    places: tuple[str, ...],
) -> str:
    """The text without the phrases, typed before, of keys that were changed in the panel."""
    old = {chip.phrase for chip in before.chips}
    for _ in range(_MOST_PHRASES):
        chips = generation.understand(text, places).chips if changed else ()
        gone = (chip for chip in chips if chip.phrase in old and _keys(chip) & set(changed))
        chip = next(gone, None)
        if chip is None:
            break
        text = chip.rest
    return text


def _fresh(now: Understood, before: Understood) -> set[str]:
    old = {chip.phrase for chip in before.chips}
    return {key for chip in now.chips if chip.phrase not in old for key in _keys(chip)}


def _without_keys(sent: SearchRequest, keys: Collection[str], text: str) -> SearchRequest:
    choices = {key: values for key, values in sent.choices.items() if key not in keys}
    rest = replace(sent, text=text, choices=choices)
    return without_numbers(rest, *(key for key in keys if key in SINGLE))


def _keys(chip: Chip) -> set[str]:
    return {key for key, _ in chip.filters}
