"""The words of the field that the whole house uses, as closed sets of values.

A value here is what stands in the ledger, in the URL and in the API; what a person reads
stands in `nursery_site.labels`. "Not published" (未公布) is never a value of these sets:
it is the absence of one (`None`, or an empty tuple), so that unknown can never pass for no.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class SourceKind(StrEnum):
    """What kind of statement a published list makes. `--kind` of `flask registry import`."""

    FILING = "filing"  # 备案名单
    INCLUSIVE = "inclusive"  # 普惠名单
    DEMONSTRATION = "demonstration"  # 示范名单
    STAR = "star"  # 星级、等级名单
    PRICE = "price"  # 收费公示
    ASSESSMENT = "assessment"  # 质量评估
    DIRECTORY = "directory"  # 托育地图、便民名录: being on a map is not being filed
    PILOT = "pilot"  # 试点
    CREDIT = "credit"  # 信用、处罚
    VACANCY = "vacancy"  # 空余托位
    DECISION = "decision"  # 命名、取消、撤销决定
    POPULATION = "population"  # 人口、收入
    GEOCODE = "geocode"  # 坐标, by `flask registry geocode` only
    CORRECTION = "correction"  # 更正, by `flask registry corrections accept` only


OURS: Final = frozenset({SourceKind.GEOCODE, SourceKind.CORRECTION})
"""Kinds of source that we make ourselves: no list of an authority."""


class Filed(StrEnum):
    """备案."""

    YES = "yes"
    CANCELLED = "cancelled"


class Inclusive(StrEnum):
    """普惠. PARTIAL: fewer inclusive places than places."""

    YES = "yes"
    PARTIAL = "partial"
    NO = "no"


class Form(StrEnum):
    """Service form (服务形式)."""

    FULL_DAY = "full_day"  # 全日托
    HALF_DAY = "half_day"  # 半日托
    HOURLY = "hourly"  # 计时托
    TEMPORARY = "temporary"  # 临时托


class AgeClass(StrEnum):
    """Class type (班型)."""

    INFANT = "infant"  # 乳儿班
    JUNIOR = "junior"  # 托小班
    SENIOR = "senior"  # 托大班
    MIXED = "mixed"  # 混龄班


class Nature(StrEnum):
    """Founder (举办性质)."""

    PUBLIC = "public"  # 公办
    PRIVATE = "private"  # 民办
    PUBLIC_PRIVATE = "public_private"  # 公建民营、公办民营、民办公助


class Setting(StrEnum):
    """Where a nursery stands (办托类型)."""

    STANDALONE = "standalone"  # 独立托育机构、托育综合服务中心
    KINDERGARTEN = "kindergarten"  # 幼儿园托班
    COMMUNITY = "community"  # 社区托育点
    EMPLOYER = "employer"  # 用人单位办托
    MEDICAL = "medical"  # 医育结合
    HOME = "home"  # 家庭托育点


class RecognitionKind(StrEnum):
    """Five different facts that must never be mixed."""

    DEMONSTRATION = "demonstration"  # 示范
    INCLUSIVE = "inclusive"  # 普惠
    STAR = "star"  # 星级
    GRADE = "grade"  # 等级 (一级、二级…, AAAA…): never converted to stars
    PILOT = "pilot"  # 试点
    STANDARDISATION = "standardisation"  # 标准化


class Level(StrEnum):
    """The rank of the authority that grants a recognition, highest first."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    CITY = "city"
    COUNTY = "county"


class Stage(StrEnum):
    """What a source says happened to a recognition."""

    DECLARED = "declared"  # 申报
    RECOMMENDED = "recommended"  # 推荐
    REVIEW = "review"  # 评审
    PUBLICITY = "publicity"  # 公示, with its last day
    OBJECTION = "objection"  # 异议
    CONFERRED = "conferred"  # 命名、认定, with its last day of validity where published
    RECTIFICATION = "rectification"  # 限期整改
    RESTORED = "restored"  # 整改合格
    CANCELLED = "cancelled"  # 取消
    REVOKED = "revoked"  # 撤销 (fraud)


class State(StrEnum):
    """What a recognition is on a given day; computed from its stages, never typed in."""

    DECLARED = "declared"
    RECOMMENDED = "recommended"
    REVIEW = "review"
    PUBLICITY = "publicity"
    OBJECTION = "objection"
    PROPOSED = "proposed"  # publicity has ended, no confirmation in our copy
    VALID = "valid"
    EXPIRING = "expiring"  # within 90 days of its last day
    EXPIRED = "expired"
    RECTIFICATION = "rectification"
    CANCELLED = "cancelled"
    REVOKED = "revoked"


HELD = frozenset({State.VALID, State.EXPIRING})
"""States in which a nursery holds the title today."""


class Datum(StrEnum):
    """The system a published coordinate was measured in."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"


class Precision(StrEnum):
    """How closely a coordinate finds its address."""

    POINT = "point"  # 门址、住宅区、兴趣点, or no statement
    ROAD = "road"  # 道路
    AREA = "area"  # 区县、乡镇、村庄: never shown as a distance


class Unit(StrEnum):
    """The unit of a published price. Nothing is converted between units."""

    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    TERM = "term"  # 学期、期
    TIME = "time"  # 次


class Meals(StrEnum):
    """Whether a published price holds the meals (伙食费)."""

    INCLUDED = "included"
    EXCLUDED = "excluded"


class QualityArea(StrEnum):
    """The seven areas of WS/T 821-2023 (托育机构质量评估标准), in its order."""

    PREMISES = "premises"  # 办托条件
    STAFF = "staff"  # 托育队伍
    CARE = "care"  # 保育照护
    HEALTH = "health"  # 卫生保健
    PARENTING = "parenting"  # 养育支持
    SAFETY = "safety"  # 安全保障
    MANAGEMENT = "management"  # 机构管理


class Assessor(StrEnum):
    """Who scored."""

    SELF = "self"  # 机构自评
    AUTHORITY = "authority"  # 监管他评、评估


class Outcome(StrEnum):
    """What was found of one clause of the standard."""

    MET = "met"  # 达标、符合
    UNMET = "unmet"  # 不达标、不符合
    NOT_APPLICABLE = "not_applicable"  # 不适用
