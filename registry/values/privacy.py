"""What must not be published: mobile numbers, identity numbers and the names of persons.

Everything that leaves a published list passes here first, and every other reader sees only what
is left; so nothing later can give away what was taken out here. Landlines, hotlines and the
names of institutions stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from registry.reading.columns import Column
from registry.values.person_names import hide_callers, hide_involved, hide_names
from registry.values.plain import plain, silent
from registry.values.withheld import NO_IDENTITY, NO_MAIL, NO_MOBILE, NO_NAME, NOT_PUBLIC

# Groups keep their first digit apart, so that 0512-13812345-678 is not taken for a mobile.
_GAP = r"[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*"
_DASH = rf"{_GAP}[-‐-―－.·,，、/\\_*＊~～|｜+＋]{{1,2}}{_GAP}"
_GROUPED = "|".join(
    rf"1[3-9]\d{{{first - 2}}}" + "".join(rf"{_DASH}\d{{{size}}}" for size in rest)
    for first, *rest in ((3, 4, 4), (3, 8), (7, 4), (4, 3, 4), (3, 3, 5))
)
_ONE = r"1[3-9]\d{9}"
_COUNTRY = rf"(?:\(?\+?(?:00)?86\)?{_GAP}-?{_GAP}|0(?={_ONE}(?!\d)))?"
_MOBILE = re.compile(
    rf"(?<!\d){_COUNTRY}(?:1{_GAP}[3-9](?:{_GAP}\d){{9}}|{_GROUPED})(?!\d)"
    rf"|(?<!\d)(?:{_ONE}){{2,4}}(?!\d)"  # several in one
    rf"|(?:(?<=(?<!\d)0\d{{10}})|(?<=(?<!\d)0\d{{11}})){_ONE}(?!\d)"  # after a landline
    rf"|(?<!\d){_ONE}(?=0\d{{9,11}}(?!\d))"  # before one
)
_IDENTITY = re.compile(
    rf"(?<!\d)[1-8]\d{{5}}{_GAP}(?:19\d\d|200\d|201[0-7])(?:0[1-9]|1[0-2])"
    rf"(?:0[1-9]|[12]\d|3[01]){_GAP}\d{{3}}[\dXx](?!\d)"
    r"|(?<=身份证)\D{0,4}\d{15}(?!\d)"
)
_CODE_STARTS = ("11", "12", "51", "52", "53")  # registrars whose codes look like a birthplace

_PRIVATE_MAIL = re.compile(
    r"[A-Za-z0-9][\w.+-]*\s*[@＠]\s*(?:vip\.|\w+\.)?"
    r"(?:qq|foxmail|126|163|139|189|188|yeah|sina|sohu|tom|21cn|aliyun|wo|gmail|googlemail|outlook"
    r"|hotmail|live|msn|yahoo|icloud|me|pm|proton|protonmail|263|eyou|chinaren)"
    r"\.(?:com|net|cn|me)(?:\.(?:cn|hk|tw))?(?![\w-]|\.\w)",
    re.ASCII | re.IGNORECASE,
)
"""Mail boxes that anybody can open; those of authorities and institutions stay."""

_DEGREES = re.compile(r"\s*(\d{1,3})\.\d+(?:[\s,，;；、]+\d{1,3}\.\d+)?\s*")
_WORDS = re.compile(r"[\u3400-\u9fff·]+|[A-Za-z]{2,}")
_CONTACT_WORDS = frozenset(
    [
        *("转", "分机", "电话", "座机", "固话", "固定电话", "手机", "手机号", "联系电话", "传真"),
        *(
            "咨询",
            "咨询电话",
            "热线",
            "咨询热线",
            "服务热线",
            "招生",
            "招生电话",
            "办公室",
            "办公电话",
        ),
        *("办公电话", "或", "及", "微信", "同号", "微信同号", "ext", "tel", "无", "暂无"),
        *("手机号不公开", "姓名不公开", "证件号不公开", "邮箱不公开", "不公开"),  # our own marks
    ]
)


@lru_cache(maxsize=65536)
def mask(text: str) -> str:
    """The text without mobile and identity numbers and without names beside a role or a number.

    >>> mask("联系人：张三，138 1234 5678；0515-88668000")
    '联系人：（姓名不公开），（手机号不公开）；0515-88668000'
    """
    hidden = _hide(text)
    if hidden.isascii():
        return hidden
    folded = unicodedata.normalize("NFKC", hidden)
    return hidden if folded == hidden or _hide(folded) == folded else _hide(folded)


def mask_cell(column: Column | None, text: str) -> str:
    """The cell of a column, masked. Columns of persons keep nothing, contacts only numbers."""
    return _MASKS.get(column, mask)(text)


@lru_cache(maxsize=65536)
def mask_text(text: str) -> str:
    """Free text, masked: also names of those concerned and before a landline, and private mail.

    For remarks, records, notes and reports; the name of an institution could lose a part in it.

    >>> mask_text("受理人张丽、陈建国，邮箱zhangli@126.com，wjw@yancheng.gov.cn")
    '受理人（姓名不公开），邮箱（邮箱不公开），wjw@yancheng.gov.cn'
    """
    masked = hide_involved(_PRIVATE_MAIL.sub(NO_MAIL, mask(text)))
    return hide_callers(masked) if "0" in masked else masked


def _person(text: str) -> str:
    return text if silent(text) else NOT_PUBLIC


def _contact(text: str) -> str:
    return mask(_WORDS.sub(_contact_word, text))


def _degrees(text: str) -> str:
    """A coordinate stays: its decimals may look like a mobile number."""
    found = _DEGREES.fullmatch(text)
    return text if found and 3 <= int(found[1]) <= 136 else mask(text)


_MASKS: Final[dict[Column | None, Callable[[str], str]]] = {
    None: mask_text,
    Column.REMARK: mask_text,
    Column.DESCRIPTION: mask_text,
    Column.CREDIT_TEXT: mask_text,
    Column.CREDIT_OUTCOME: mask_text,
    Column.CREDIT_REVOKED: mask_text,
    Column.CREDIT_REPLY: mask_text,
    Column.PERSON: _person,
    Column.PERSON_PHONE: _contact,
    Column.PHONE: _contact,
    Column.LONGITUDE: _degrees,
    Column.LATITUDE: _degrees,
    Column.COORDINATE: _degrees,
}


def _hide(text: str) -> str:
    long = sum(map(str.isdigit, text)) >= 11
    numbers = _IDENTITY.sub(_identity, _MOBILE.sub(NO_MOBILE, text)) if long else text
    if numbers.isascii():
        return numbers
    return hide_names(numbers)


def _identity(found: re.Match[str]) -> str:
    number = plain(found[0]).upper()
    rather_a_code = number.startswith(_CODE_STARTS) and not _identity_holds(number)
    return found[0] if rather_a_code else NO_IDENTITY


def _identity_holds(number: str) -> bool:
    """Whether the check character is right (GB 11643: ISO 7064, mod 11-2)."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(number[:17]))
    return "10X98765432"[total % 11] == number[17]


def _contact_word(found: re.Match[str]) -> str:
    return found[0] if found[0].lower() in _CONTACT_WORDS else NO_NAME
