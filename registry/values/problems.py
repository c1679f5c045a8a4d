"""Why a cell or a row could not be used: every reason, with the sentence an operator reads."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Reason(StrEnum):
    """The codes that `Problem.reason` may hold."""

    MISSING_NAME = "missing-name"
    TEXT_NOT_NAME = "text-not-name"
    MOJIBAKE = "mojibake"
    UNREADABLE_NUMBER = "unreadable-number"
    UNREADABLE_DATE = "unreadable-date"
    AMBIGUOUS_DATE = "ambiguous-date"
    IMPRECISE_DATE = "imprecise-date"
    UNREADABLE_PRICE = "unreadable-price"
    NEGOTIABLE_PRICE = "negotiable-price"
    ZERO_PRICE = "zero-price"
    UNKNOWN_UNIT = "unknown-unit"
    UNIT_ASSUMED = "unit-assumed"
    UNREADABLE_PHONE = "unreadable-phone"
    UNREADABLE_AGES = "unreadable-ages"
    UNREADABLE_COORDINATE = "unreadable-coordinate"
    INCOMPLETE_COORDINATE = "incomplete-coordinate"
    IMPLAUSIBLE = "implausible"
    INCLUSIVE_EXCEEDS_CAPACITY = "inclusive-exceeds-capacity"
    UNKNOWN_WORD = "unknown-word"
    NOT_FILED = "not-filed"
    NOT_CONFERRED = "not-conferred"
    STAGE_WITHOUT_TITLE = "stage-without-title"
    WITHDRAWAL_PROPOSED = "withdrawal-proposed"
    NOT_YET_CONFERRED = "not-yet-conferred"
    TITLE_ENDED = "title-ended"
    SELF_GIVEN = "self-given"
    ABOUT_MONEY = "about-money"
    UNREAD_TITLE = "unread-title"
    HALF_READ = "half-read"
    SEVERAL_PRICES = "several-prices"
    FIGURE_WITHOUT_UNIT = "figure-without-unit"
    UNREADABLE_FIGURE = "unreadable-figure"
    NOT_ACCEPTED = "not-accepted"


SENTENCES: Final[dict[Reason, str]] = {
    Reason.MISSING_NAME: "The row names no nursery.",
    Reason.TEXT_NOT_NAME: "The name is longer than 60 characters and has no address: a sentence.",
    Reason.MOJIBAKE: "The text is damaged: it holds characters of a wrong decoding.",
    Reason.UNREADABLE_NUMBER: "The cell is not one whole number or area.",
    Reason.UNREADABLE_DATE: "The cell is not a date.",
    Reason.AMBIGUOUS_DATE: "The digits can be read as more than one date.",
    Reason.IMPRECISE_DATE: "The date names no day, and the field needs one.",
    Reason.UNREADABLE_PRICE: "The cell holds no price that can be read.",
    Reason.NEGOTIABLE_PRICE: "The price is left to negotiation (面议).",
    Reason.ZERO_PRICE: "A bare 0 may mean free or not offered; only 免费 is read as free.",
    Reason.UNKNOWN_UNIT: "The price is per week, year or another unit that is not compared.",
    Reason.UNIT_ASSUMED: "No unit is published; the price was taken as yuan per month.",
    Reason.UNREADABLE_PHONE: "The cell holds no telephone number that can be read.",
    Reason.UNREADABLE_AGES: "The cell is not a span of ages.",
    Reason.UNREADABLE_COORDINATE: "The coordinate is not a pair of degrees.",
    Reason.INCOMPLETE_COORDINATE: "Only one half of the coordinate is published.",
    Reason.IMPLAUSIBLE: "The value is outside what a nursery can have.",
    Reason.INCLUSIVE_EXCEEDS_CAPACITY: "More inclusive places are published than places.",
    Reason.UNKNOWN_WORD: "The word is not one that this column is known to hold.",
    Reason.NOT_FILED: "The source says that the filing is not done; it makes no filed nursery.",
    Reason.NOT_CONFERRED: "The source says that the title was not given.",
    Reason.STAGE_WITHOUT_TITLE: "The row tells a stage, but nothing says of which title.",
    Reason.WITHDRAWAL_PROPOSED: "The withdrawal is only proposed; the title is left as it is.",
    Reason.NOT_YET_CONFERRED: "The source speaks of an application or a plan, not of a title.",
    Reason.TITLE_ENDED: "The source says that titles ended or rest; none is claimed from it.",
    Reason.SELF_GIVEN: "Nurseries gave themselves this grade; it is no title.",
    Reason.ABOUT_MONEY: "The list is about grants; being paid is no title.",
    Reason.UNREAD_TITLE: "The list speaks of titles or filings in words that were not all read.",
    Reason.HALF_READ: "Only a part of the cell was read; nothing is claimed from it.",
    Reason.SEVERAL_PRICES: "The cell holds prices whose difference was not read.",
    Reason.FIGURE_WITHOUT_UNIT: "No unit is published (人, 万人, 元); none is guessed.",
    Reason.UNREADABLE_FIGURE: "The cell is not one figure.",
    Reason.NOT_ACCEPTED: "The pilot was not accepted; no title is claimed from it.",
}
