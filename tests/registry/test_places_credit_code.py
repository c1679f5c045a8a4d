"""统一社会信用代码: published codes, and every single wrong character."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.places.credit_code import (
    ALPHABET,
    check,
    check_digit,
    normalise,
    organisation_check_digit,
)

REAL = Path(__file__).parents[3] / "shared/data/real"


@st.composite
def credit_codes(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(["12", "51", "52", "53", "59", "91", "92"]))
    division = draw(st.from_regex(r"[1-8][0-9]{5}", fullmatch=True).filter(str.isascii))
    organisation = draw(st.text(ALPHABET, min_size=8, max_size=8))
    body = kind + division + organisation + organisation_check_digit(organisation)
    return body + check_digit(body)


@given(credit_codes())
def test_a_valid_code_passes(code: str) -> None:
    assert check(code) is None


@given(credit_codes(), st.integers(0, 17), st.data())
def test_every_single_change_fails(code: str, place: int, data: st.DataObject) -> None:
    wrong = data.draw(st.sampled_from([one for one in ALPHABET if one != code[place]]))
    assert check(code[:place] + wrong + code[place + 1 :]) == "credit-code-check-digit"


@given(credit_codes(), st.integers(0, 17), st.sampled_from("IOSVZ托"))
def test_letters_that_do_not_exist(code: str, place: int, letter: str) -> None:
    assert check(code[:place] + letter + code[place + 1 :]) == "credit-code-letter"


def test_published_code_that_fails_its_check_digit() -> None:
    code = "91350203M0001QAY9B"
    assert check(code) == "credit-code-check-digit"
    assert organisation_check_digit(code[8:16]) == code[16]


def test_inner_organisation_code() -> None:
    body = "52320582MJ6806484T"[:17]  # one digit off, then a check digit that fits
    assert check(body + check_digit(body)) == "credit-code-organisation"


def test_length_and_spelling() -> None:
    assert check("") == "credit-code-length"
    assert check("52320582MJ6806485") == "credit-code-length"
    assert normalise(" ５２320582-mj680 6485t\u200b") == "52320582MJ6806485T"
    assert check("52320582 mj6806485t") is None


@pytest.mark.skipif(not REAL.is_dir(), reason="the real lists are not beside the project")
def test_codes_of_a_real_list() -> None:
    path = REAL / "zhangjiagang-2024-nursery-map.gb18030.csv"
    with path.open(encoding="gb18030") as file:
        codes = [row["统一社会信用代码"] for row in csv.DictReader(file)]
    published = [code for code in codes if code]
    assert len(published) == 7
    misprint = "91320592MA25FOP308"  # a letter O where a nought belongs
    assert check(misprint.replace("O", "0")) is None
    expected = dict.fromkeys(published) | {misprint: "credit-code-letter"}
    assert {code: check(code) for code in published} == expected
