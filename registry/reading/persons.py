"""Headings of columns that hold persons: whoever they name, their cells must not be published.

举办者 may be an organisation as well; where both can be meant, the column is one of persons.
"""

from __future__ import annotations

import re

from registry.reading.aliases import ALIASES, Column

_NO_PERSON = re.compile(
    "法人(?=单位|机构|登记|证书|资格|营业|组织|类型|性质)|(?<=[物企行事专])业主|业主(?=单位|管)"
)
_ROLES = sorted(
    (word for word in ALIASES[Column.PERSON].split() if len(word) > 1 and not word.isascii()),
    key=len,
    reverse=True,
)
_ROLE = re.compile("|".join(_ROLES))
_KEY = re.compile(
    "(legal(person|rep|representative|man)|contacts?|link(man|person)|principal|manager|director"
    "|owner(?!ship)|leader|founder|teacher|operator)"
)
_COUNTED = re.compile(
    "(数|数量|人次|占比|比例|性质|类型|类别|得分|评分|面积|count|num|total|type)$"
)
_PHONE = re.compile("电话|手机|联系方式|号码|phone|tel|mobile|number")


def person_column(words: str) -> Column | None:
    """PERSON or PERSON_PHONE for the bare words of a heading that names a person's role.

    >>> person_column("园长姓名及学历"), person_column("负责人电话"), person_column("教师人数")
    (<Column.PERSON: 'person'>, <Column.PERSON_PHONE: 'person_phone'>, None)
    """
    if _COUNTED.search(words) or not _names_role(words):
        return None
    return Column.PERSON_PHONE if _PHONE.search(words) else Column.PERSON


def person_of_path(parent: str, child: str) -> Column | None:
    """The same for a name under another: 法定代表人/名称, 联系人/电话, 机构及法人信息/法人."""
    below = person_column(child)
    if below is not None or _COUNTED.search(child):
        return below
    is_phone = _PHONE.search(child) is not None
    if _starts_with_role(parent) or (is_phone and _names_role(parent)):
        return Column.PERSON_PHONE if is_phone else Column.PERSON
    return None


def _names_role(words: str) -> bool:
    if words.isascii():
        return _KEY.match(words) is not None
    return _ROLE.search(_NO_PERSON.sub("", words)) is not None


def _starts_with_role(words: str) -> bool:
    return (_KEY if words.isascii() else _ROLE).match(_NO_PERSON.sub("", words)) is not None
