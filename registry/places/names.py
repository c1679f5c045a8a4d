"""The shorter forms of a division's name: 江阳区 → 江阳, 大理白族自治州 → 大理, 大理州."""

from __future__ import annotations

import re
from typing import Final

_PEOPLES: Final = (
    "阿昌|白|保安|布朗|布依|藏|朝鲜|达斡尔|傣|德昂|东乡|侗|独龙|鄂伦春|鄂温克|仡佬|哈尼|哈萨克|"
    "回|基诺|景颇|柯尔克孜|拉祜|黎|傈僳|满|毛南|蒙古|苗|仫佬|纳西|怒|普米|羌|撒拉|畲|水|塔吉克|"
    "土家|土|佤|维吾尔|锡伯|瑶|彝|裕固|壮|各"
)
_AUTONOMOUS: Final = re.compile(rf"(.{{2,}}?)(?:(?:{_PEOPLES})族?)*自治(区|州|县|旗)")
_PLAIN: Final = re.compile(r"(.{2,}?)(?:特别行政区|新区|林区|特区|地区|省|市|区|县|盟|旗)")


def short_name(name: str) -> str:
    """The name without what kind of unit it is; the name itself where one syllable would be left.

    >>> [short_name(name) for name in ("江阳区", "内蒙古自治区", "大理白族自治州", "城区")]
    ['江阳', '内蒙古', '大理', '城区']
    """
    autonomous = _AUTONOMOUS.fullmatch(name)
    if autonomous:
        return autonomous[1].removesuffix("族")  # 鄂温克族自治旗 is named after its people
    plain = _PLAIN.fullmatch(name)
    return plain[1] if plain else name


def short_names(name: str) -> tuple[str, ...]:
    """Every shorter form in use, the shortest first; none for 城区, 郊区 and 矿区."""
    short = short_name(name)
    if short == name:
        return ()
    autonomous = _AUTONOMOUS.fullmatch(name)
    return (short, short + autonomous[2]) if autonomous else (short,)
