"""What a line of text is that stands over, in or under a table: caption, note or total."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MAYBE_NAMED = re.compile(r".*(机构|幼儿园|园所)\s*([(（〔【][^)）〕】]*[)）〕】]\s*)*")
_GROUP = re.compile(
    r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．]\s*\S+|[^(（]{1,20}[(（]共?\s*\d+\s*[家所个户][)）]"
)
_SIGNED = re.compile(
    r".*(卫生健康|卫健|卫生和计划生育)(委员会|委|局)|\d{4}\s*年\s*\d{1,2}\s*月(\s*\d{1,2}\s*日)?"
)
_CAPTION = re.compile(
    r".*(名单|名录|名册|一览|清单|台账|目录|公示|公告|通知|结果|机构|幼儿园|情况|信息"
    r"|(汇总|明细|统计|登记|公示|补助|补贴|收费|情况|信息|价格|评估|计分|得分|示范|普惠)表|地图|园所)"
    r"\s*([(（〔【][^)）〕】]*[)）〕】]\s*)*"
)
_LONGEST_CAPTION = 80
_KEYED = re.compile(r"[^:：]{1,12}[:：]\s*\S")  # 截止日期：2024年6月
_NOTE = re.compile(
    r"[*＊※]?\s*[(（【]?(备?注|说明|备注说明|温馨提示|注意事项|填表说明|特别说明|数据来源|提示)"
    r"\s*[】)）]?\s*([0-9一二三四五六七八九十]?\s*[:：、.．]|$|\s)"
)
_NUMBERED = re.compile(r"([(（]?[0-9一二三四五六七八九十]{1,3}[)）、.．:：])|[①-⑳]|[*＊※]")
_TOTAL = re.compile(r"(.{0,8}?)(合计|总计|小计|共计)([:：]?[\d,.]*[家个所名户处]?)?")
_INNER_SPACE = re.compile(r"\s+")
_SENTENCE = re.compile(r"[。；;]")
_ANNEX = re.compile(r"附件\s*[0-9一二三四五六七八九十]*\s*[:：]?")


def is_caption(line: str) -> bool:
    """Whether a line names a table: 拟确认2023年市级普惠托育机构名单."""
    text = _ANNEX.sub("", line, count=1).strip()
    return (
        0 < len(text) <= _LONGEST_CAPTION
        and not _SENTENCE.search(text)
        and not _KEYED.match(text)
        and not is_note(text)
        and _CAPTION.fullmatch(text) is not None
    )


def may_be_name(line: str) -> bool:
    """Whether what looks like a caption may as well name one nursery: 春天幼儿园."""
    return _MAYBE_NAMED.fullmatch(line) is not None


def is_group(line: str) -> bool:
    """Whether a line alone in its row names the group of rows below: 一、东区, 江阳区（12家）."""
    return _GROUP.fullmatch(line) is not None


def is_signature(line: str) -> bool:
    """Whether a line is the authority or the day that stand under a list."""
    return _SIGNED.fullmatch(line) is not None


def caption_of(lines: Iterable[str]) -> str | None:
    """The last line that names a table."""
    return next((line for line in reversed(tuple(lines)) if is_caption(line)), None)


def is_note(line: str) -> bool:
    """Whether a line says of itself that it is a note: 注：收费不含伙食费."""
    return _NOTE.match(line) is not None


def continues_note(line: str) -> bool:
    """Whether a line under a note is one more of its points: 2．…"""
    return is_note(line) or _NUMBERED.match(line) is not None


def is_total(cell: str) -> bool:
    """Whether a cell opens a totals row: 合 计, 玄武区小计, 共计12家."""
    return len(cell) < 24 and _TOTAL.fullmatch(_INNER_SPACE.sub("", cell)) is not None


def is_prose(text: str) -> bool:
    """Whether a text is longer than a name, or ends like a sentence."""
    return len(text) > 40 or _SENTENCE.search(text) is not None
