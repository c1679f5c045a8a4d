"""What a search asks once its text is read: the keys of the URL and the filters typed in words.

The URL stays as the parent wrote it; every link is made from `asked`, every answer from `meant`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from nursery_site import links
from registry.places.table import inside
from search_index.generation import Generation
from search_index.request import SearchRequest
from search_index.understanding import Chip, Understood, applied
from search_index.understanding.result import SINGLE, Filters


@dataclass(frozen=True, slots=True)
class Question:
    """`asked` is what the URL says, `meant` the same with the filters of its text applied."""

    asked: SearchRequest
    understood: Understood
    meant: SearchRequest

    def in_force(self, chip: Chip) -> Filters:
        """The filters of a phrase that narrow this search: not those chosen otherwise."""
        return tuple((key, values) for key, values in chip.filters if not self._is_chosen(key))

    def given_way(self) -> tuple[Chip, ...]:
        """The phrases that say nothing here, because the same was chosen in another way."""
        return tuple(
            chip
            for chip in self.understood.chips
            if not self.in_force(chip) and not self._is_closer(chip)
        )

    def without(self, key: str) -> SearchRequest:
        """The search without a key that takes one value, neither chosen nor typed."""
        read = [chip for chip in self.understood.chips if key in dict(chip.filters)]
        if len(read) > 1 or any(len(chip.filters) > 1 for chip in read):
            # Several phrases leave at once: what the others mean is said by keys instead.
            return links.first_page(without_numbers(self.meant, key))
        text = read[0].rest if read else self.asked.text
        return links.first_page(without_numbers(replace(self.asked, text=text), key))

    def taking(self, offer: Chip) -> SearchRequest:
        """The search with an offered phrase as a condition and no longer as words."""
        taken = Understood(words=offer.rest, kept=offer.rest, chips=(offer,))
        return links.first_page(applied(self.asked, taken))

    def _is_chosen(self, key: str) -> bool:
        if key == "within" and self.asked.near is None:
            return True
        if key in SINGLE:
            return getattr(self.asked, key) is not None
        return bool(self.asked.choices.get(key))

    def _is_closer(self, chip: Chip) -> bool:
        """Whether only the start point is missing, or what was chosen lies inside the phrase."""
        chosen = self.asked.choices.get("region", ())
        typed = dict(chip.filters)
        if "within" in typed and self.asked.near is None:
            return True
        around = typed.get("region", ())
        return bool(around) and all(any(inside(one, key) for key in around) for one in chosen)


def without_numbers(request: SearchRequest, *keys: str) -> SearchRequest:
    """A search without some of the keys of `SINGLE`."""
    gone: dict[str, Any] = dict.fromkeys(keys)
    return replace(request, **gone)


def question(generation: Generation, asked: SearchRequest) -> Question:
    """Read the text of a search for one generation."""
    understood = generation.understand(asked.text, asked.choices.get("region", ()))
    return Question(asked, understood, applied(asked, understood))
