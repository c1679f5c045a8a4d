"""WGS-84, GCJ-02 and BD-09: a published vector, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.places.coordinates import (
    LatLng,
    coordinate_problem,
    distance_m,
    from_wgs84,
    plausible,
    precision_of,
    to_wgs84,
)
from registry.vocabulary import Datum, Precision

WGS84 = LatLng(39.915, 116.404)
GCJ02 = LatLng(39.91640428150164, 116.41024449916938)
BD09 = LatLng(39.922699552216216, 116.41662724378733)
LATS, LNGS = st.floats(18.1, 53.5), st.floats(73.6, 135.0)  # the mainland


def test_published_vector() -> None:
    assert from_wgs84(*WGS84, Datum.GCJ02) == pytest.approx(GCJ02, abs=1e-12)
    assert from_wgs84(*WGS84, Datum.BD09) == pytest.approx(BD09, abs=1e-12)
    assert to_wgs84(*GCJ02, Datum.GCJ02) == pytest.approx(WGS84, abs=1e-9)
    assert to_wgs84(*BD09, Datum.BD09) == pytest.approx(WGS84, abs=1e-9)
    assert to_wgs84(*WGS84, Datum.WGS84) == WGS84


@pytest.mark.parametrize(
    ("place", "metres"),
    [
        (WGS84, 555),
        (LatLng(41.805, 123.432), 576),  # 沈阳
        (LatLng(30.572, 104.066), 363),  # 成都
        (LatLng(28.871, 105.442), 486),  # 泸州
        (LatLng(38.042, 114.514), 528),  # 石家庄
    ],
)
def test_published_sizes_of_the_shift(place: LatLng, metres: int) -> None:
    """Within 2 m: the facts name the cities, not the exact points."""
    assert distance_m(place, from_wgs84(*place, Datum.GCJ02)) == pytest.approx(metres, abs=2)


def test_published_sizes_of_baidus_shift() -> None:
    assert distance_m(WGS84, BD09) == pytest.approx(1376, abs=2)
    assert distance_m(GCJ02, BD09) == pytest.approx(887, abs=2)


@given(LATS, LNGS, st.sampled_from(Datum))
def test_there_and_back(lat: float, lng: float, datum: Datum) -> None:
    back = to_wgs84(*from_wgs84(lat, lng, datum), datum)
    assert distance_m((lat, lng), back) < 0.01


@given(LATS, LNGS, st.sampled_from(Datum))
def test_back_and_there(lat: float, lng: float, datum: Datum) -> None:
    again = from_wgs84(*to_wgs84(lat, lng, datum), datum)
    assert distance_m((lat, lng), again) < 0.01


def test_nothing_is_shifted_outside_the_mainland() -> None:
    hong_kong, paris = (22.2819, 114.1582), (48.8566, 2.3522)
    assert to_wgs84(*hong_kong, Datum.GCJ02, mainland=False) == hong_kong
    assert from_wgs84(*hong_kong, Datum.GCJ02, mainland=False) == hong_kong
    assert distance_m(hong_kong, to_wgs84(*hong_kong, Datum.GCJ02)) == pytest.approx(595, abs=3)
    assert to_wgs84(*paris, Datum.GCJ02) == paris
    baidu = from_wgs84(*hong_kong, Datum.BD09, mainland=False)
    assert distance_m(to_wgs84(*baidu, Datum.BD09, mainland=False), hong_kong) < 0.01


def test_distance() -> None:
    assert distance_m(WGS84, WGS84) == 0
    assert distance_m((0, 0), (0, 180)) == pytest.approx(20_015_114, abs=1)
    assert distance_m((31.0, 121.0), (31.01, 121.0)) == pytest.approx(1112, abs=1)


def test_plausible_places() -> None:
    assert coordinate_problem(31.923574, 120.408116) is None
    assert coordinate_problem(120.408116, 31.923574) == "coordinate-swapped"
    assert coordinate_problem(0.0, 0.0) == "coordinate-outside-china"
    assert not plausible(float("nan"), 120.0)


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        (("门址", "住宅区", "兴趣点", "门牌号", "单元号", " 门址 ", "", None), Precision.POINT),
        (("道路", "道路交叉路口"), Precision.ROAD),
        (("区县", "乡镇", "村庄", "城市", "省", "开发区", "热点商圈", "未知"), Precision.AREA),
    ],
)
def test_precision(words: tuple[str | None, ...], precision: Precision) -> None:
    assert {precision_of(word) for word in words} == {precision}
