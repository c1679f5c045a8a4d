"""Words that hundreds of names of nurseries share, and what tells one name from the others."""

from __future__ import annotations

import re
from typing import Final

_PLAIN: Final = re.compile(
    "托育|托幼|托儿所|托班|托嬰|托婴|托管|早教|幼儿园|幼儿|婴幼儿|婴儿|照护|服务|中心|有限责任公司|有限公司|公司|机构"
    "|儿童|教育|咨询|科技|发展|管理|文化|国际|分园|分公司|园|店"
    "|nursery|nurseries|daycare|childcare|kindergarten|center|centre|tuoyu|tuoban"
)


def telling(key: str) -> str:
    """What a name key holds besides such words.

    >>> telling("檐铃托育服务有限公司"), telling("幼儿园")
    ('檐铃', '')
    """
    return _PLAIN.sub("", key)
