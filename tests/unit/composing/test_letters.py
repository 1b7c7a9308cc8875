"""Letters: drafts until numbered, one heading first, and CSS that stays fast and taggable."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kit.composing.assets import Assets
from kit.composing.letters import letter_sheet
from kit.domain.policy import STANDARD, Stage
from kit.domain.verdict import occasion
from tests.unit.composing.stories import COMPANY, PERSON, STAGES, WORDING, sheet, story, told

FIRM, UPCOMING = STANDARD.stages[4], STANDARD.stages[0]
LOGO = b"\x89PNG\r\n\x1a\n" + b"x" * 40


def test_a_numbered_letter_is_a_draft_until_it_has_its_number() -> None:
    made = story(FIRM)
    draft = sheet(made.composed()).html
    assert ">DRAF<" in draft
    assert "…/ST/XI/2026" in draft
    send = occasion(made.verdict)
    assert send is not None
    final, problems = letter_sheet(
        made.book, made.customer, made.statement, send, WORDING, Assets(), number="012/ST/XI/2026"
    )
    assert problems == ()
    assert final is not None
    assert "DRAF" not in final.html
    assert "012/ST/XI/2026" in final.html
    assert final.css == sheet(made.composed()).css


def test_a_letter_that_is_never_numbered_is_no_draft() -> None:
    text = sheet(story(UPCOMING).composed()).html
    assert "DRAF" not in text
    assert "Nomor<" not in text


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_the_first_heading_is_the_only_one_of_its_rank(stage: Stage) -> None:
    text = sheet(story(stage, COMPANY, 3).composed()).html
    assert re.findall(r"<h[1-6]", text) == ["<h1"]
    assert '<html lang="id">' in text
    assert text.index("<h1") < text.index("<table")


def test_a_logo_is_a_picture_of_the_sheet_with_words_in_its_place() -> None:
    there = sheet(story(FIRM).composed(assets=Assets(LOGO)))
    assert there.images == (("logo", LOGO),)
    assert '<img src="kit:logo" alt="Logo PT Sari Rasa Nusantara">' in there.html
    without = sheet(story(FIRM).composed(assets=Assets(b"<svg onload=x>")))
    assert without.images == ()
    assert "<img" not in without.html


def test_the_house_style_avoids_what_is_slow_or_cannot_be_tagged() -> None:
    css = sheet(story(FIRM).composed()).css
    for word in (
        "opacity",
        "gradient",
        "@font-face",
        "woff",
        "separate",
        "dotted",
        "double",
        "@import",
        "url(",
        "flex",
    ):
        assert word not in css, word
    assert "hyphens: manual" in css
    assert css.count("table-layout: fixed") == css.count("border-collapse: collapse") == 2
    assert "size: A4; margin: 20mm 25mm 20mm 30mm" in css


def test_the_accent_of_the_creditor_reaches_the_letter() -> None:
    assert "--accent: #7a1f3d;" in sheet(story(FIRM, accent="#7a1f3d").composed()).css


def test_large_amounts_make_the_columns_wide() -> None:
    made = story(UPCOMING)
    invoice = replace(made.customer.invoices[0], amount=1_500_000_000)
    assert 'class="invoices wide' not in sheet(made.composed()).html
    customer = replace(made.customer, invoices=(invoice,))
    assert 'class="invoices wide' in sheet(told(customer, UPCOMING).composed()).html


def test_a_person_is_written_to_without_an_organ() -> None:
    text = sheet(story(FIRM, PERSON).composed()).html
    assert "Yth. Ibu Endang Susilowati<br>" in text
    assert "u.p." not in text
    assert "Kepada" not in text


def test_the_manager_signs_what_is_firm() -> None:
    assert "Rina Kartikasari" in sheet(story(FIRM).composed()).html
    assert "Rina Kartikasari" not in sheet(story(UPCOMING).composed()).html
