"""Names of persons in free text: beside a role, a title, a verb of contact or a number.

A name is a surname with one or two characters. Names of institutions and places end in
characters that a person's hardly does (区, 园, 局, 站), and stay.
"""

from __future__ import annotations

import re

from registry.values.withheld import NO_MOBILE, NO_NAME

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏"
    "魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵"
    "万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝"
    "張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鐘譚陸範賈韋鄒龍賀顧龔萬錢嚴湯溫齊喬龐顏莊聶魯歐關蘭蔣"
)
_COMPOUND = "欧阳|上官|慕容|司马|司徒|诸葛|皇甫|尉迟|夏侯|公孙|令狐|端木|独孤|南宫|歐陽|諸葛|尉遲"
_HAN = r"\u3400-\u9fff"
_TITLE = "老师|女士|先生|园长|院长|主任|同志|经理|校长|科长|所长|老師|園長|院長|經理|校長"
_PERSON = (
    "联系人|负责人|园长|院长|校长|经办人|创办人|创始人|主办人"
    "|聯繫人|聯絡人|負責人|園長|院長|校長|經辦人|創辦人"
)
_OWNER = "法定代表人|法人代表|法人|举办人|举办者|投资人|舉辦人|舉辦者|投資人"
_ROLE = f"{_PERSON}|{_OWNER}"
_SURNAME = f"(?:{_COMPOUND}|[{_SURNAMES}])"
_ENDINGS = "区县市州省镇乡村街园园局院所校部处科室组站式话号店班网團团级"
"""Characters that end the names of institutions and places, and hardly any person's."""
_GIVEN = rf"[{_HAN}]{{0,1}}(?![{_ENDINGS}])[{_HAN}]"
_NAME = _SURNAME + _GIVEN
_NO_PERSON = (
    "曾获|曾任|郑重|高度|高级|高校|任职|任命|任教|任期|安全|安排|关于|关注|关心|严格|温馨|温暖|金牌|方式|方便|施行|成立"
    "|于|时间|万|常|单位|全面|和|及|与|或|应|须|姓名|电话|手机"
)
_INSTITUTION = (
    rf"[{_HAN}()（）]{{2,20}}"
    r"(?:公司|幼儿园|中心|集团|学校|医院|委员会|办事处|局|社|厂|机构|托育园|大学)"
)
_STOP = rf"电话|手机|联系|咨询|从事|担任|曾|毕业|电話|電話|手機|聯繫|{_TITLE}|[^{_HAN}·]|$"
_NAMED = re.compile(
    rf"((?:{_ROLE})(?:姓名)?(?:\s*[:：(（]\s*|\s*(?:为|是|為)\s*(?={_SURNAME})|\s+(?={_SURNAME})))"
    rf"(?!{_INSTITUTION})[{_HAN}·]{{1,4}}?(?={_STOP})"
    rf"(?:\s*[、,，/和及]\s*[{_HAN}]{{2,3}}(?![{_HAN}]))*"
)
_GLUED = re.compile(
    rf"((?:{_PERSON})|(?:{_OWNER})(?!{_INSTITUTION}))(?!{_NO_PERSON})"
    rf"(?:{_SURNAME}[{_HAN}]{{1,2}}?(?={_STOP})|{_SURNAME}[{_HAN}]{{2}})"
)
_ADDRESSED = re.compile(
    rf"(?:(?<![{_HAN}])|(?<=联系|咨询|电话|聯繫|電話)|(?<=[与请找由與請]))(?!{_NO_PERSON})"
    rf"{_SURNAME}[{_HAN}]{{0,2}}?(?={_TITLE})"
)
_CONTACTED = re.compile(
    rf"(?<=联系|咨询|聯繫|聯絡)(?!{_NO_PERSON}){_NAME}(?![{_HAN}])"
    rf"|(?<=[与找與])(?!{_NO_PERSON}){_NAME}(?=联系|咨询|报名|聯繫|聯絡)"
)
_BEFORE = re.compile(rf"{_SURNAME}[{_HAN}]{{1,2}}(?=[\s:：,，(（]*{NO_MOBILE})")
_AFTER = re.compile(rf"(?<={NO_MOBILE})([\s,，(（]*){_SURNAME}[{_HAN}]{{1,2}}(?![{_HAN}])")
_BEFORE_LANDLINE = re.compile(
    rf"(?<![{_HAN}])(?!{_NO_PERSON}){_NAME}(?=[\s:：,，(（]*0\d{{2,3}}[-‐-―－\s]?\d{{7,8}}(?!\d))"
)


def hide_names(text: str) -> str:
    """The text without the names that stand beside a role, a title or a hidden mobile number."""
    named = _GLUED.sub(_kept_before, _NAMED.sub(_kept_before, text))
    named = _CONTACTED.sub(NO_NAME, _ADDRESSED.sub(NO_NAME, named))
    if NO_MOBILE not in named:
        return named
    return _AFTER.sub(_kept_before, _BEFORE.sub(NO_NAME, named))


def _kept_before(found: re.Match[str]) -> str:
    return f"{found[1]}{NO_NAME}"  # a template string costs more than the search


def hide_callers(text: str) -> str:
    """The text of a remark without a name right before a landline (王秀英 0830-2512345)."""
    return _BEFORE_LANDLINE.sub(NO_NAME, text)
