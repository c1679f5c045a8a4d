"""Phrases that always mean the same, as one table in folded characters (Simplified, lower case).

A row: what it does, its key, its values, and the phrases, the usual one first; any other is
shown as a synonym of it. An underscore stands for a space.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from search_index.understanding.result import Filters

FILTER, HINT, NEAR, WORD, FILLER = "filter", "hint", "near", "word", "filler"
REFUSED = "refused"
"""A wish that no filter can say (没有空位): it leaves the words, and is said not to be used."""

_ROWS: Final[tuple[tuple[str, str, str, str], ...]] = (
    (
        FILTER,
        "form",
        "full_day",
        "全日托 全托 整托 日托 全天托 全天 全天托班 全日制 全日托育 全日托班 整日托 日间托儿",
    ),
    (FILTER, "form", "half_day", "半日托 半托 上午托 下午托 半天托 半日制 半日托育 半日托班"),
    (FILTER, "form", "hourly", "计时托 小时托 钟点托 按小时 时托 计时托育 按小时计费"),
    (FILTER, "form", "temporary", "临时托 临托 暂托 喘息托 喘息服务 临时托育 临时照护 临时看护"),
    (FILTER, "class", "infant", "乳儿班 婴儿班"),
    (FILTER, "class", "junior", "托小班 小托 托儿小班"),
    (FILTER, "class", "senior", "托大班 大托 托儿大班"),
    (FILTER, "class", "mixed", "混龄班 混合班 混托 混龄"),
    (FILTER, "nature", "public", "公办 公立 国办 国立 公营 公家办的"),
    (FILTER, "nature", "private", "民办 私立 私营 私托 私人办的"),
    (FILTER, "nature", "public_private", "公建民营 公办民营 民办公助 公私合办"),
    (
        FILTER,
        "nature",
        "public public_private",
        "公办或公建民营 公托 公共托婴 公共托婴中心 公共托育 公共托育家园",
    ),
    (FILTER, "inclusive", "yes partial", "普惠 普惠性 普惠型 准公共 平价 惠民 便宜 便宜点 便宜的"),
    (
        FILTER,
        "filed",
        "yes",
        "已备案 备案 备案过 正规 正规的 有资质 有证 合规 白名单 有备案 立案 已立案",
    ),
    (
        FILTER,
        "vacancy",
        "yes",
        (
            "有空位 有空余托位 空余托位 空托位 有位 有位子 有位置 有托位 有余位 有名额 还有位 "
            "还有空位 还有名额 能马上入托 有空位的"
        ),
    ),
    (FILTER, "setting", "community", "社区托育 社区托育点 社区托育园 社区办托 嵌入式托育"),
    (FILTER, "setting", "home", "家庭托育点 家庭托育 居家托育 家庭式托育"),
    (FILTER, "setting", "employer", "用人单位办托 单位办托 企业办托 职工托育 单位托育 用人单位"),
    (FILTER, "setting", "medical", "医育结合 医办托育 医院办托"),
    (FILTER, "setting", "kindergarten", "幼儿园托班 幼儿园办托 幼儿园里的托班 托幼一体 托幼一体化"),
    (FILTER, "setting", "standalone", "独立托育机构 独立托育"),
    (
        REFUSED,
        "",
        "",
        (
            "无资质 没资质 无证 没位 没位子 没位置 没空位 无位 冇位 冇空位 冇位置 冇名额 满员 "
            "额满 名额已满 full_up"
        ),
    ),
    (HINT, "early_education", "", "早教 早教中心 早教班 早教机构 亲子园 亲子馆 亲子班 亲子早教"),
    (
        HINT,
        "after_school",
        "",
        (
            "托管 托管班 学龄托管 课后托管 晚托 晚托班 午托 午托班 小饭桌 晚辅 安亲班 课后照顾 "
            "课后照护"
        ),
    ),
    (HINT, "nanny", "", "保姆 保母 居家保母 居家保姆 月嫂 育儿嫂"),
    (HINT, "non_profit", "", "非营利 非营利性 非营利园 非营利幼儿园 非营利托育"),
    (HINT, "confinement", "", "月子中心 月子会所 坐月子"),
    (
        HINT,
        "elsewhere",
        "",
        (
            "台湾省 台北 台北市 新北市 桃园市 台中 台中市 台南 台南市 高雄 高雄市 基隆 基隆市 新竹 "
            "新竹市 新竹县 嘉义 嘉义市 嘉义县 屏东 屏东县 宜兰 宜兰县 花莲 花莲县 台东县 澎湖 "
            "澎湖县 苗栗 苗栗县 彰化 彰化县 南投 南投县 云林县 taiwan taipei hong_kong macau macao"
        ),
    ),
    (HINT, "kindergarten_class", "", "幼儿园小班 幼儿园中班 幼儿园大班 学前班"),
    (
        NEAR,
        "",
        "",
        (
            "离我近 离我最近 离家近 离家最近 附近 我附近 家附近 就近 周边 最近的 身边 近一点 近点 "
            "离我近的 离我近一点 我家附近 附近的 near_me nearby near nursery_near_me"
        ),
    ),
    (WORD, "托育", "", "托育 幼儿托管 tuoyu 托yu tuo育"),
    (WORD, "托班", "", "托班 上托班 能上的托班 能上托班 可以上的托班"),
    (WORD, "蒙台梭利", "", "蒙台梭利 蒙特梭利 montessori"),
    (FILTER, "inclusive", "yes partial", "普惠 puhui"),
    (FILTER, "nature", "public", "公办 gongban"),
    (FILTER, "nature", "private", "民办 minban"),
    (FILTER, "form", "full_day", "全日托 quanrituo quantuo rituo full_day full-day"),
    (FILTER, "form", "half_day", "半日托 banrituo half_day half-day"),
    (FILTER, "nature", "public", "公办 public state-run"),
    (FILTER, "nature", "private", "民办 private"),
    (FILTER, "inclusive", "yes partial", "普惠 inclusive affordable"),
    (
        FILTER,
        "vacancy",
        "yes",
        "有空位 vacancy vacancies free_places free_place free_spots places_available",
    ),
    (FILTER, "form", "full_day", "全日托 full_time full-time"),
    (FILTER, "form", "half_day", "半日托 part_time part-time"),
    (FILTER, "form", "hourly", "计时托 hourly hourly_care by_the_hour"),
    (FILTER, "form", "temporary", "临时托 temporary temporary_care"),
    (FILTER, "class", "infant", "乳儿班 infant_class infant_room"),
    (FILTER, "setting", "kindergarten", "幼儿园托班 kindergarten kindergartens"),
    (FILTER, "filed", "yes", "已备案 filed registered"),
    (
        WORD,
        "托育",
        "",
        (
            "托育 nursery nurseries daycare day_care childcare child_care creche care "
            "infant_care infant infants"
        ),
    ),
    (
        FILLER,
        "",
        "",
        (
            "请问 我想找 想找 我要找 我想 想要 需要 有没有 哪里有 哪里 哪家 哪家好 哪些 哪个好 "
            "推荐 推荐一下 求推荐 靠谱 靠谱的 比较好 好的 多少钱 价格 收费 学费 费用 "
            "是不是 是否 要不要 可不可以 能不能 怎么样 什么 接收 能收 可以收 可收 "
            "可以 一个月 每月 每个月 寻找 "
            "查询 谢谢 3岁以下 三岁以下 3岁以内 三岁以内 0-3岁 "
            "0到3岁 0~3岁 的 能上 能上的 可以上 可以上的 想上 "
            "吗 呢 啊 吧 找 求 要 有 收 能 我 和 且 又 还 再 请 帮我 帮我找 "
            "或 或者 or and 步行 预算 月费 之内 the in with for a an at of i we want i_want "
            "looking_for i'm_looking_for i_am_looking_for any my child kid baby toddler"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase does. `usual` is the phrase its row begins with.

    `excludes`: the filters are what is left when something is not wanted.
    """

    kind: str
    filters: Filters = ()
    code: str = ""
    usual: str = ""
    excludes: bool = False


def _meanings() -> dict[str, Meaning]:
    table: dict[str, Meaning] = {}
    for kind, key, values, phrases in _ROWS:
        usual, *others = (phrase.replace("_", " ") for phrase in phrases.split())
        filters = ((key, tuple(values.split())),) if kind == FILTER else ()
        meaning = Meaning(kind, filters, key if kind == HINT else "", usual)
        # A word that is written as usual stays where it stands.
        for phrase in others if kind == WORD else (usual, *others):
            table.setdefault(phrase, meaning)
    # A phrase of two rows' meanings.
    both = (("inclusive", ("yes", "partial")), ("nature", ("private",)))
    table |= dict.fromkeys(
        ("普惠性民办", "普惠民办", "民办普惠"), Meaning(FILTER, both, usual="普惠性民办")
    )
    return table


MEANINGS: Final = _meanings()
BORNE_ELSEWHERE: Final = frozenset({"新北"})
"""Short names of our divisions (常州's 新北区) that, typed alone, often mean another place."""

LONGEST: Final = max(map(len, MEANINGS))
STARTS: Final = frozenset(phrase[0] for phrase in MEANINGS)
"""The characters a phrase can begin with."""
