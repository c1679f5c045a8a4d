"""不要民办, 民办除外, no private: what a phrase means beside a word that turns it round.

The turning words are a closed set, `_IN_FRONT` and those behind. Only what has one value of several
(`_ALL`) can be left out, and then 未公布 stays in: unknown is not no. An amount turns round into
the other bound. Everything else is refused: it leaves the words and is said not to be used.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from registry.vocabulary import Level, Nature, Setting
from search_index.request import UNPUBLISHED
from search_index.understanding.phrases import FILTER, HINT, NEAR, REFUSED, Meaning
from search_index.understanding.result import Filters

_ASKED: Final = "是 要 在 去 想 用 选 能 可以 接受 考虑"
"""Verbs that 不 turns round; where one stands in front too (是不是公办) it is a question."""

_VERBS: Final = "|".join(rf"(?<!{verb[0]})[不唔]{verb}" for verb in _ASKED.split())
_CHINESE: Final = (
    rf"(?:我?(?:{_VERBS})要?|不找|不上|不读|不送|不收|不含|不包括|不包含|不喜欢|不希望|不愿意?|不需要"
    r"|唔系|唔使|唔喺|唔好|唔钟意|唔中意|(?<!有)没有|(?<!有)冇|并非|勿|无需|(?<![特区分个性级])别|拒绝|谢绝"
    r"|排除|剔除|避开|避免|去掉|去除|远离|抗拒|讨厌|(?<![有清消])除(?:了|开|去|咗)?|非)"
    r"(?:上|去|找|读|送|选|要|在|收|是|考虑)? ?"
)
_ENGLISH: Final = (
    r"(?<![a-z])(?:(?:no|not|without|w/o|except|excluding|exclude|outside|avoid"
    r"|never|nor|neither|but not"
    r"|other than|rather than|instead of|apart from|anything but|isn'?t|aren'?t|don'?t|do not"
    r"|doesn'?t|does not) "
    r"(?:(?:of|for|in|at|to|any|a|an|the|from|only|just|very|be|want|like) )*|non[- ]?)"
)
_IN_FRONT: Final = re.compile(rf"(?:(?P<unwanted>{_CHINESE}|{_ENGLISH})|(?:没|無|无|未|不|唔))$")
_LONGEST: Final = 24

_MARK: Final = r"[,，、。;；:：!！?？)）]"
_NEVER_IN_FRONT: Final = r"除外|以外|之外|免谈|不行|不可以?|不好|唔得|excluded|not wanted|not ok"
_AT_THE_END: Final = (
    r"不要|不考虑|不接受|不去|不选|不想要?|不用|不喜欢|没有|排除|唔要|唔去|唔考虑|冇|别来?|勿扰?|免|外"
    r"|no|not|not please"
)
_BEHIND: Final = re.compile(
    r" ?(?:托班|托育机构|托育|幼儿园|机构|园)?的?(?:都|就|也|一律|统统|通通)?"
    rf"(?:(?:{_NEVER_IN_FRONT})(?![a-z])的?"
    rf"|(?:{_AT_THE_END})(?:了|吧|啊|哦|喔|的|谢谢)?(?=$|{_MARK}|(?P<spaced> )))"
)
_EXCEPTED: Final = re.compile(r"(?:以外|之外|外)?的?")
_INSIDE: Final = re.compile(rf"(?:{_CHINESE}).{{1,6}}(?<!的)$")
_ALONE: Final = re.compile(rf"(?:{_CHINESE}|{_ENGLISH}|{_NEVER_IN_FRONT}|{_AT_THE_END})")

_ALL: Final[dict[str, tuple[str, ...]]] = {
    "nature": tuple(map(str, Nature)),
    "setting": tuple(map(str, Setting)),
    "inclusive": ("yes", "partial", "no"),
    "star": ("1", "2", "3", "4", "5", "none"),
}
_EVERY_LEVEL: Final = frozenset(map(str, Level))
_OTHER_BOUND: Final = {"price_min": "price_max", "price_max": "price_min"}


def negation(text: str, at: int, after: int) -> re.Match[str] | None:
    """The turning word that ends at a place of folded text and begins not before another."""
    return _IN_FRONT.search(text, max(at - _LONGEST, after, 0), at)


def end_of_exception(text: str, end: int, found: re.Match[str]) -> int:
    """Where 除了民办以外 ends, beyond what is excepted."""
    if not found[0].startswith("除"):
        return end
    behind = _EXCEPTED.match(text, end)
    return behind.end() if behind else end


def end_of_turn(text: str, end: int) -> int:
    """Where a turning word ends that stands behind (民办除外); 0 where none does.

    不要 behind a space (民办 不要 公办) belongs to what follows it.
    """
    behind = _BEHIND.match(text, end)
    if behind is None or (behind["spaced"] and behind[0].startswith(" ")):
        return 0
    return behind.end()


def turn_inside(text: str, start: int, end: int) -> int | None:
    """Where a turning word begins that other words part from what ends a stretch: 不想让他去."""
    stretch = text[start:end].rpartition(" ")[2]
    found = _INSIDE.search(stretch) if not re.search(_MARK, stretch) else None
    return end - len(stretch) + found.start() if found else None


def turns(stretch: str) -> bool:
    """Whether a folded stretch is nothing but a turning word."""
    return _ALONE.fullmatch(stretch) is not None or _ALONE.fullmatch(f"{stretch} ") is not None


def turned_round(meaning: Meaning | None, *, unwanted: bool) -> Meaning | None:
    """What a phrase, or a division (`None`), means beside a turning word; `None`: nothing.

    `unwanted`: the word says more than a bare 不 or 未.
    """
    if meaning is None:
        return Meaning(REFUSED) if unwanted else None
    if meaning.kind == HINT and unwanted and meaning.code != "elsewhere":
        return replace(meaning, kind=REFUSED)
    if meaning.kind == NEAR:
        return Meaning(REFUSED)
    if meaning.kind != FILTER:
        return None
    others = _others(meaning.filters) if unwanted else None
    return Meaning(FILTER, others, excludes=True) if others else Meaning(REFUSED)


def _others(filters: Filters) -> Filters | None:
    if len(filters) != 1:
        return None
    ((key, values),) = filters
    if key in _OTHER_BOUND:
        return ((_OTHER_BOUND[key], values),)
    if key == "demo" and set(values) == _EVERY_LEVEL:
        return ((key, ("none", UNPUBLISHED)),)
    if key not in _ALL:
        return None
    return ((key, (*(one for one in _ALL[key] if one not in values), UNPUBLISHED)),)
