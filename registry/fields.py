"""The fields a claim can be about, and the shape of each value.

A claim says one thing about one nursery: `(field, value)`, the value being JSON. Names with a
dot are families: `price.full_day.junior` is a price of its own beside `price.full_day`, so a
newer list that prices one class leaves the others standing.
"""

from __future__ import annotations

from typing import Final

NAME: Final = "name"  # str, registered name (登记名称)
TRADING_NAME: Final = "trading_name"  # str, 收托名称、园所名称、品牌
FORMER_NAME: Final = "former_name"  # str, 曾用名
CREDIT_CODE: Final = "credit_code"  # str, 统一社会信用代码, upper case, as published
DISTRICT: Final = "district"  # str, division key: "320582", "3209z1", or a city's "3209"
STREET: Final = "street"  # str, 街道、镇
COMMUNITY: Final = "community"  # str, 社区
ADDRESS: Final = "address"  # str, as published, white space removed
LOCATION: Final = "location"  # {"lat", "lng", "datum" | null, "precision"}, as published
PHONES: Final = "phones"  # [str], landlines and hotlines only

FILED: Final = "filed"  # Filed
FILED_ON: Final = "filed_on"  # date "YYYY-MM-DD"
FILING_NUMBER: Final = "filing_number"  # str; there is no national format
AUTHORITY: Final = "authority"  # str, 备案机关、登记机关
NATURE: Final = "nature"  # Nature
PROFIT: Final = "profit"  # bool, 营利性
SETTING: Final = "setting"  # Setting
FORMS: Final = "forms"  # [Form]
CLASSES: Final = "classes"  # [AgeClass]
CLASS_COUNT: Final = "class_count"  # family by AgeClass: `class_count.infant`, int (0 is a fact)
AGES: Final = "ages"  # {"min", "max"} months
CAPACITY: Final = "capacity"  # int, 核定托位: never a vacancy
INCLUSIVE_PLACES: Final = "inclusive_places"  # int, 普惠托位数
INCLUSIVE: Final = "inclusive"  # bool, a flag without a number
ENROLLED: Final = "enrolled"  # int, 在托人数
VACANCY: Final = "vacancy"  # int, 空余托位数, with the claim's as_of
PRICE: Final = "price"  # family `price.<Form>[.<AgeClass>]` or `price.<item>`, see below
RECOGNITION: Final = "recognition"  # family by RecognitionKind, see below
OPENED_ON: Final = "opened_on"  # date "YYYY-MM-DD", "YYYY-MM" or "YYYY"
OPERATING: Final = "operating"  # bool, 营业状态 开业 / 停业
HOURS: Final = "hours"  # str, 开放时间
FLOOR_AREA: Final = "floor_area"  # float, m²
OUTDOOR_AREA: Final = "outdoor_area"  # float, m²
FLOORS: Final = "floors"  # str, as published
STAFF: Final = "staff"  # family: `staff.total`, `staff.care`, `staff.security`, `staff.health`
PREPAY_MONTHS: Final = "prepay_months"  # int, promised longest prepayment
DESCRIPTION: Final = "description"  # str
ASSESSMENT: Final = "assessment"  # family by QualityArea, see below
DUE: Final = "due"  # family by matter, see below
CREDIT: Final = "credit"  # 信用、处罚 in the issuer's wording, see below

PRICE_ITEMS: Final = ("meals", "boarding", "materials", "late", "deposit")
"""Extras beside the care fee (保育费): `price.meals` and so on, same value as a price.

A price's value: `{"min", "max", "unit", "meals", "about"}`, yuan; `min` null where only a ceiling
is published, `max` where only a floor is; `meals` a `Meals` or null.

A credit record's value: `{"kind", "text", "on"}` and, where the list says so, `"outcome"` (整改),
`"revoked"` (撤销, 信用修复) and `"reply"` (申辩), all as published.

What is due, `due.acceptance`: `{"by", "done", "on"}`, the last day as "YYYY-MM-DD" or null, whether
it is done (null where nobody says), and the day on which it was.

A recognition's value: null where a source says that there is none (示范级别: 否), or
`{"scheme", "level", "label", "stage", "from", "until", "by_issuer"}`.

- `level`: a `Level` for demonstration, inclusive and pilot titles; "1" to "5" for stars; for
  grades as published.
- `from`, `until`: the first and last day of the publicity or the validity, or null; `from` may be
  a bare year.
- `by_issuer`: the list itself gives the title, so its issuer is who grants it. A column of a list
  made for something else tells of a title that another authority may have granted.
"""

ASSESSMENT_TOTAL: Final = "total"
ASSESSMENT_ITEM: Final = "item"
"""Of the family `assessment`, the last part being the `Assessor`:

- `assessment.<area>.<self|authority>` and `assessment.total.<…>`: `{"score", "of"}`, `of` null
  where the full mark is not published.
- `assessment.item.<clause>.<self|authority>`: an `Outcome`; the clause's dots are part of the
  name: `assessment.item.4.1.4.self`.
"""
