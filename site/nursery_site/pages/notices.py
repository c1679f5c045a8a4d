"""What a search leaves out or takes otherwise: said, counted, and where it can be, a link away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.chips import filters_text
from nursery_site.pages.words import unread
from nursery_site.question import Question
from nursery_site.reader import Reader
from nursery_site.reading import Text
from search_index.answer import Answer
from search_index.request import UNPUBLISHED, SearchRequest
from search_index.understanding import Chip


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the search leaves out or offers, and the way to it, where there is one.

    Its Chinese is marked on an English page.
    """

    text: tuple[Text, ...]
    link: tuple[Text, ...]
    href: str | None


def notices(question: Question, answer: Answer, reader: Reader) -> tuple[Notice, ...]:
    """What was not understood, what gave way, what was told apart, and what blanks hide."""
    return (
        *_unknown(question, reader),
        *_given_way(question, reader),
        *_told_apart(question, reader),
        *(_offer(chip, question, reader) for chip in question.understood.offers),
        *_hidden(question, answer, reader),
    )


def shown(text: str, reader: Reader) -> str:
    """What somebody typed, in the script of the page."""
    return reader.reading.in_script(text, reader.locale)


def _notice(
    text: str, reader: Reader, link: str = "", request: SearchRequest | None = None
) -> Notice:
    marked = reader.reading.marked
    href = links.search(reader.locale, request) if request is not None else None
    return Notice(marked(text, reader.locale), marked(link, reader.locale), href)


def _unknown(question: Question, reader: Reader) -> Iterator[Notice]:
    if lost := unread(question.asked.text):
        yield _notice(gettext("Not understood: %(words)s", words=" ".join(lost)), reader)
    understood = question.understood
    if understood.left:
        words = reader.list(shown(word, reader) for word in _whole(understood.left, question))
        if question.meant.text == understood.words:
            text = gettext("No nursery in our copy has anything to do with: %(words)s", words=words)
        else:
            text = gettext(
                "The search did not use these words: %(words)s. The lists hold no such "
                "information, or it was not understood; that does not mean that no nursery "
                "offers it.",
                words=words,
            )
        yield _notice(text, reader)
    if understood.refused:
        words = reader.list(shown(phrase, reader) for phrase in understood.refused)
        text = gettext(
            "Not used: %(words)s. What is not wanted can only be left out of the kind of founder, "
            "the setting, inclusive care and stars.",
            words=words,
        )
        yield _notice(text, reader)


def _whole(left: tuple[str, ...], question: Question) -> tuple[str, ...]:
    """The words; what is left of a name beside an offered phrase is the whole name again."""
    offered = [offer.phrase for offer in question.understood.offers]
    names = [
        stretch
        for stretch in question.understood.words.split()
        if any(phrase in stretch for phrase in offered)
    ]
    return tuple(next((name for name in names if word in name), word) for word in left)


def _given_way(question: Question, reader: Reader) -> Iterator[Notice]:
    for chip in question.given_way():
        text = gettext(
            "“%(phrase)s” is not applied: the filter that was chosen outranks it.",
            phrase=shown(chip.phrase, reader),
        )
        yield _notice(text, reader)


def _told_apart(question: Question, reader: Reader) -> Iterator[Notice]:
    for hint in question.understood.hints:
        text = gettext(
            "“%(phrase)s”: %(meaning)s",
            phrase=shown(hint.phrase, reader),
            meaning=reader.word("hint", hint.code),
        )
        if hint.code == "kindergarten_class":
            link = gettext("See kindergartens' nursery classes")
            yield _notice(text, reader, link, links.only("setting", "kindergarten"))
        elif hint.code == "elsewhere":
            marked, link = reader.reading.marked, gettext("See which districts our copy covers")
            held = links.page(reader.locale, "regions")
            yield Notice(marked(text, reader.locale), marked(link, reader.locale), held)
        else:
            yield _notice(text, reader)


def _offer(chip: Chip, question: Question, reader: Reader) -> Notice:
    """A phrase that was searched for as words and may be a condition."""
    text = gettext("“%(phrase)s” was searched for as words.", phrase=shown(chip.phrase, reader))
    meaning = filters_text(chip.filters, reader).text
    link = gettext("Take it as a condition: %(meaning)s", meaning=meaning)
    return _notice(text, reader, link, question.taking(chip))


def _hidden(question: Question, answer: Answer, reader: Reader) -> Iterator[Notice]:
    hidden = answer.hidden
    if hidden.without_price:
        text = ngettext(
            "%(num)s more nursery publishes no price and is hidden by the price range.",
            "%(num)s more nurseries publish no price and are hidden by the price range.",
            hidden.without_price,
        )
        wider = links.added(question.asked, "price", UNPUBLISHED)
        yield _notice(text, reader, gettext("Show them too"), wider)
    if hidden.without_age:
        text = ngettext(
            "%(num)s more nursery publishes no ages or classes and is hidden by the child's age.",
            "%(num)s more nurseries publish no ages or classes and are hidden by the child's age.",
            hidden.without_age,
        )
        yield _notice(text, reader, gettext("Search without the age"), question.without("age"))
    if hidden.without_place:
        text = ngettext(
            "%(num)s more nursery of the districts around your place publishes no place on the map "
            "and so no distance.",
            "%(num)s more nurseries of the districts around your place publish no place on the map "
            "and so no distance.",
            hidden.without_place,
        )
        link = gettext("Search at any distance")
        yield _notice(text, reader, link, question.without("within"))
