"""Status words: filed or cancelled, open for business or closed. Whole cells, closed sets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from registry.values.plain import plain
from registry.values.words import lookup, read_yes_no
from registry.vocabulary import Filed

_FILED_WORDS: Final = {
    Filed.YES: (
        "备案 已备案 已通过备案 通过备案 备案通过 备案已通过 完成备案 已完成备案 备案完成 备案成功"
        " 取得备案 已取得备案 取得备案回执 已取得备案回执 备案有效 正常备案 卫生健康部门备案"
        " 已在卫生健康部门备案 卫生健康部门已备案 卫健部门备案 卫健部门已备案 卫健委备案 卫健局备案"
    ),
    Filed.CANCELLED: (
        "注销备案 已注销备案 备案注销 备案已注销 取消备案 已取消备案 备案取消 备案已取消 撤销备案"
        " 已撤销备案 备案撤销 备案已撤销"
    ),
}
_FILED_UNDER_FILING: Final = {
    Filed.YES: "通过 已通过 完成 已完成 有效",
    Filed.CANCELLED: "注销 已注销 取消 已取消 撤销 已撤销",
}
"""Words that speak of the filing only where the heading does."""
_UNFILED = re.compile(
    r"[未无不非待拟否]|没有|失效|失败|过期|到期|退回|申请|审核|正在|办理中|备案中"
)
_OPERATING_WORDS: Final = {
    True: (
        "开业 已开业 开业中 正常开业 营业 营业中 正常营业 运营 运营中 在运营 正常运营 已运营 经营"
        " 经营中 正常经营 正常 正常开放 在营 在业 开园 已开园 存续 开放"
    ),
    False: (
        "停业 已停业 停业整顿 暂停 暂停营业 暂停运营 暂停经营 暂停服务 暂停收托 停办 已停办 歇业"
        " 已歇业 关停 已关停 关闭 已关闭 停止 停止营业 停止运营 停止经营 停止服务 闭园 已闭园 休业"
        " 未开业 尚未开业 未营业 暂未营业 未运营 暂未运营 未经营 未开园 未投入运营"
    ),
}
_FILED = lookup(_FILED_WORDS)
_UNDER_FILING = lookup(_FILED_UNDER_FILING)
_OPERATING = lookup(_OPERATING_WORDS)


@lru_cache(maxsize=4096)
def read_filing(text: str, heading: str = "备案情况") -> Filed | bool | None:
    """The filing as a status word tells it: a `Filed`, `False` for not filed, `None` unknown.

    A bare √ or 注销 speaks of the filing only under a heading that does: under 登记状态 it is
    about the registration.
    """
    word, about_filing = plain(text), "备案" in plain(heading) or plain(heading) == "filed"
    if (filed := _FILED.get(word)) is not None:
        return filed
    if about_filing and (answer := read_yes_no(word)) is not None:
        return Filed.YES if answer else False
    if about_filing and (filed := _UNDER_FILING.get(word)) is not None:
        return filed
    return False if (about_filing or "备案" in word) and _UNFILED.search(word) else None


@lru_cache(maxsize=4096)
def read_operating(text: str) -> bool | None:
    """Whether a nursery is open for business, `None` for words nobody knows."""
    word = plain(text)
    return _OPERATING.get(word, read_yes_no(word))
