"""Accents that can be read, on light and dark ground."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.composing.colours import READABLE, contrast, look, readable, tokens, with_accent
from tests.unit.composing.stories import WORDING

CSS = WORDING.text("site/tokens.css")
GROUNDS = ("#ffffff", "#f6f7f9", "#12161f", "#1a202c")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),  # the lightest grey that WCAG lets stand on white
        ("#777777", "#ffffff", 4.48),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert abs(float(contrast(one, other)) - expected) < 0.005
    assert contrast(one, other) == contrast(other, one)


@given(st.integers(0, 0xFFFFFF), st.sampled_from(GROUNDS))
def test_every_accent_becomes_readable(number: int, ground: str) -> None:
    assert contrast(readable(f"#{number:06x}", ground), ground) >= READABLE


def test_a_readable_accent_stays() -> None:
    assert readable("#1f5f5b", "#ffffff") == "#1f5f5b"


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "", "url(x)", "#ffffff;x:y"])
def test_what_is_no_colour_is_the_default(colour: str) -> None:
    assert readable(colour, "#ffffff") == "#1f5f5b"


@pytest.mark.parametrize("accent", ["#ffff00", "#000000", "#ffffff", "#1f5f5b", "#ff5500"])
def test_tokens_take_the_accent_twice(accent: str) -> None:
    found = tokens(with_accent(CSS, accent))
    assert contrast(found["accent"], found["panel"]) >= READABLE
    assert contrast(found["accent"], found["paper"]) >= READABLE
    assert contrast(found["accent-dark"], found["panel-dark"]) >= READABLE
    assert contrast(found["accent-dark"], found["paper-dark"]) >= READABLE


def test_every_text_colour_can_be_read_on_every_ground() -> None:
    found = look(CSS, "#1f5f5b")
    for name in ("ink", "soft", "good", "attention"):
        for end in ("", "-dark"):
            for ground in ("paper", "panel"):
                assert contrast(found[name + end], found[ground + end]) >= Fraction(9, 2), (name, end, ground)
