"""Stated rules decide which nursery a row speaks of; what they leave open stays open."""

from __future__ import annotations

from registry.keys import address_key
from registry.matching import Identity, Match, Register

HERE = "320582"


def who(
    name: str | None,
    *trading: str,
    code: str | None = None,
    address: str | None = None,
    district: str = HERE,
) -> Identity:
    return Identity(district, name, trading, code, address_key(address) if address else None)


def register(*known: Identity) -> Register:
    """Known nurseries, numbered from 1."""
    made = Register()
    for number, identity in enumerate(known, start=1):
        made.add(number, identity.district, identity.known_by())
    return made


def test_a_registered_name_matches_inside_its_district_only() -> None:
    known = register(who("张家港市云岫托育中心", address="江海路1号"))
    assert known.match(who("張家港市雲岫託育中心（ ）"), set()) == Match("matched", 1)
    assert known.match(who("张家港市云岫托育中心", district="320581"), set()) == Match("new")


def test_the_sign_over_the_door_matches_the_trading_name() -> None:
    known = register(who("云岫教育咨询有限公司", "小云岫托育园"))
    assert known.match(who("小云岫托育园"), set()) == Match("matched", 1)


def test_one_sign_over_two_registered_names_is_undecided() -> None:
    known = register(who("云岫教育咨询有限公司", "小云岫托育园"))
    found = known.match(who("星禾教育咨询有限公司", "小云岫托育园"), set())
    assert found == Match("ambiguous", candidates=((1, "name"),))


def test_code_and_address_match_a_renamed_nursery() -> None:
    known = register(who("旧名托育", code="91320582MA00000000", address="江海路1号"))
    renamed = who("新名托育", code="91320582MA00000000", address="江海路 1 号")
    assert known.match(renamed, set()) == Match("matched", 1)


def test_a_code_at_another_address_is_another_site() -> None:
    known = register(who("云岫托育一店", code="91320582MA00000000", address="江海路1号"))
    other = who("云岫托育二店", code="91320582MA00000000", address="人民路9号")
    assert known.match(other, set()) == Match("new")


def test_one_name_under_two_valid_codes_is_undecided() -> None:
    known = register(who("云岫托育", code="91320582MA00000000"))
    found = known.match(who("云岫托育", code="91320582MA11111111"), set())
    assert found == Match("ambiguous", candidates=((1, "name"),))


def test_an_address_alone_only_proposes() -> None:
    known = register(who("云岫托育", address="江海路1号"))
    found = known.match(who("星禾托育", address="江海路1号"), set())
    assert found == Match("ambiguous", candidates=((1, "address"),))


def test_the_address_picks_one_of_two_branches() -> None:
    known = register(
        who("云岫托育有限公司", address="江海路1号"), who("云岫托育有限公司", address="人民路9号")
    )
    assert known.match(who("云岫托育有限公司", address="人民路9号"), set()) == Match("matched", 2)
    found = known.match(who("云岫托育有限公司", address="别处3号"), set())
    assert found == Match("ambiguous", candidates=((1, "name"), (2, "name")))


def test_two_rows_of_one_table_are_never_the_same_nursery() -> None:
    known = register(who("云岫托育", address="江海路1号"))
    taken = {1}
    assert known.match(who("云岫托育", address="江海路1号"), taken) == Match("new")


def test_a_nursery_without_a_district_matches_its_like_only() -> None:
    known = register(who("云岫托育", district=""))
    assert known.match(who("云岫托育", district=""), set()) == Match("matched", 1)
    assert known.match(who("云岫托育"), set()) == Match("ambiguous", candidates=((1, "name"),))


def test_what_is_left_over_is_no_reason_to_match() -> None:
    known = register(who("爱乐托育", address="南路1号"), who("爱乐托育", address="北路2号"))
    moved = who("爱乐托育", address="西路99号")
    assert known.match(moved, {1}) == Match("ambiguous", candidates=((2, "name"),))


def test_a_name_known_only_in_the_city_proposes() -> None:
    known = register(who("云朵托育中心", district="510502"))
    found = known.match(who("云朵托育中心", district="5105"), set())
    assert found == Match("ambiguous", candidates=((1, "name"),))
    vague = register(who("云朵托育中心", district="5105"))
    found = vague.match(who("云朵托育中心", district="510502"), set())
    assert found == Match("ambiguous", candidates=((1, "name"),))
