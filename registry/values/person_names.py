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
_DOES = (
    "作出|做出|从事|担任|毕业|未|擅自|私自|无证|违|涉嫌|体罚|虐待|殴打|打骂|辱骂|猥亵|伤害|处以|处罚|罚"
    "|给予|警告|反映|投诉|举报|开办|开设|举办|设立|经营|销售|提供|收取|使用|存在|拒|同意|签字|受理|负责|接待"
    "|来电|来信|來電|來信|自述|作為|從事|擔任|畢業|無證|違|體罰|虐待|毆打|處以|處罰|罰|給予|反映|投訴|舉報|開辦|開設|舉辦|經營|收取"
    "|因|被|在|对|對|将|將|把|称|稱|系|为|為|已|没|沒|的|等|曾|持|与|與|打|推|拽|掐|踢|拧|摔|骂|罵"
)
"""What somebody does or suffers: no name goes on after it, nor does that of an institution."""
_INSTITUTION = (
    rf"(?:(?!{_DOES})[{_HAN}()（）]){{2,20}}"
    r"(?:公司|幼儿园|幼兒園|中心|集团|集團|学校|學校|医院|醫院|委员会|委員會|办事处|局|社|厂|机构|機構"
    r"|托育园|托育園|托儿所|托育部|托育点|工作室|服务部|经营部|事务所|大学)"
)
_STOP = rf"电话|手机|联系|咨询|电話|電話|手機|聯繫|邮箱|郵箱|{_DOES}|{_TITLE}|[^{_HAN}·]|$"
_NOT_LISTED = (
    "电话|手机|电話|電話|手機|联系|聯繫|邮箱|郵箱|微信|传真|地址|邮编|咨询|时间|受理|监督|分机"
)
_NAMED = re.compile(
    rf"((?:{_ROLE})(?:姓名)?(?:\s*[:：(（]\s*|\s*(?:为|是|為)\s*(?={_SURNAME})|\s+(?={_SURNAME})))"
    rf"(?!{_INSTITUTION})[{_HAN}·]{{1,4}}?(?={_STOP})"
    rf"(?:\s*[、,，/和及]\s*(?!{_NOT_LISTED})[{_HAN}]{{2,3}}(?![{_HAN}]))*"
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
_CONCERNED = (
    "当事人|经营者|受理人|受理人员|投诉人|举报人|反映人|申请人|接待人|承办人|责任人|责任人员|主管人员|执法人员"
    "|处罚对象|被处罚人|被处罚者|相对人|监护人|填表人|填报人|制表人|审核人|联络员|出资人|股东|房东"
    "|當事人|經營者|受理人員|投訴人|舉報人|申請人|承辦人|責任人|處罰對象|被處罰人|相對人|監護人|聯絡員|出資人"
)
_STAFF = (
    "教师|老师|保育员|保育师|育婴员|育婴师|从业人员|工作人员|教职工|家长代表|家长|会计|出纳|保健员|保健医|炊事员|厨师|保安|员工"
    "|教師|老師|保育員|保育師|育嬰員|育嬰師|從業人員|工作人員|教職工|家長代表|家長|會計|出納|保健員|廚師|保全|員工"
)
_COMMON = (
    rf"{_NO_PERSON}|向|任何|任意|任用|安抚|高中|高温|高龄|高于|高学历|严重|严禁|方面|方可|方能|关爱|金额|文化|文明|程度"
    "|程序|杜绝|齐全|齐备|章程|许可|许多|谢绝|谢谢|白天|马上|何时|何种|夏季|温和|余额|施教|左右|康复|江苏|苏州|徐州|郑州"
    "|温州|黄石|石家庄|張家港|张家港|嚴重|嚴禁|關愛|許可|文件|全部"
)
_PLACE = rf"{_SURNAME}[{_HAN}]{{1,3}}[区區县縣市镇鎮省州]"
_WHO = rf"(?!{_COMMON}|{_PLACE}|{_INSTITUTION}){_SURNAME}"
_CLEAR = rf"{_WHO}[{_HAN}]{{1,2}}?(?={_STOP}|[和及])"
_MORE = rf"(?:\s*[、,，/和及]\s*{_CLEAR})*"
_INVOLVED = re.compile(
    rf"((?:{_CONCERNED})(?:姓名)?\s*[:：(（“\"]?\s*(?:为|是|為)?)"
    rf"(?:{_CLEAR}|{_WHO}[{_HAN}](?![{_ENDINGS}])[{_HAN}]){_MORE}"
    rf"|((?:{_STAFF})(?:姓名)?\s*[:：(（“\"]?\s*){_CLEAR}{_MORE}"
)
_DECIDED = re.compile(
    rf"((?:决定书|告知书|通知书|決定書|告知書|通知書)\s*[(（])(?!{_INSTITUTION}|[{_HAN}]*[罚罰字号號令])"
    rf"{_SURNAME}[{_HAN}]{{1,2}}(?=[)）])"
)


def hide_names(text: str) -> str:
    """The text without the names that stand beside a role, a title or a hidden mobile number."""
    named = _GLUED.sub(_kept_before, _NAMED.sub(_kept_before, text))
    named = _CONTACTED.sub(NO_NAME, _ADDRESSED.sub(NO_NAME, named))
    if NO_MOBILE not in named:
        return named
    return _AFTER.sub(_kept_before, _BEFORE.sub(NO_NAME, named))


def hide_involved(text: str) -> str:
    """A remark or a record without the names of those who work, complain, receive or are punished.

    >>> hide_involved("当事人王小明未经备案，保育员孙丽娟体罚幼儿")
    '当事人（姓名不公开）未经备案，保育员（姓名不公开）体罚幼儿'
    """
    involved = _INVOLVED.sub(lambda found: f"{found[1] or found[2]}{NO_NAME}", text)
    return _DECIDED.sub(_kept_before, involved)


def _kept_before(found: re.Match[str]) -> str:
    return f"{found[1]}{NO_NAME}"  # a template string costs more than the search


def hide_callers(text: str) -> str:
    """The text of a remark without a name right before a landline (王秀英 0830-2512345)."""
    return _BEFORE_LANDLINE.sub(NO_NAME, text)
