"""Agreements in two languages: paired paragraph by paragraph, equal in every figure, the Indonesian text prevails."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kit.composing.assets import Assets
from kit.composing.columns import blocks, figures, in_columns
from kit.composing.documents import Sheet
from kit.composing.letters import letter_sheet
from kit.composing.templates import Wording
from kit.domain.model import Customer, Language, LegalForm, Official
from kit.domain.policy import STANDARD, Stage
from kit.domain.verdict import occasion
from tests.unit.composing.somasi_stories import WHO, somasi
from tests.unit.composing.somasi_stories import paper as letter
from tests.unit.composing.stories import COMPANY, PERSON, ROOT, WORDING, Story, told
from tests.unit.composing.test_agreement import offered
from tests.unit.composing.test_figures import FEES, STORIES, legal_story

SOMASI = tuple(stage for stage in STANDARD.stages if stage.is_somasi)
PAIR = re.compile(
    r'<table class="columns(?: leads)?"><tr><td>(.*?)</td><td lang="en" class="second">(.*?)</td></tr>', re.DOTALL
)
UD = replace(COMPANY, name="UD Budi Jaya", form=LegalForm.UD, liable=Official("Budi Santoso, S.H.", "Pemilik"))


def paper(who: Customer, wording: Wording | None = None) -> tuple[str, list[str]]:
    """Return the HTML of the agreement of `who` in English, and the codes of what was told."""
    documents, problems = told(replace(who, language=Language.ENGLISH), None).tried(wording or WORDING)
    (found,) = (each.html for each in documents if isinstance(each, Sheet))
    return found, [each.code for each in problems]


@pytest.mark.parametrize("count", [1, 3, 40])
@pytest.mark.parametrize("invoices", [1, 40])
@pytest.mark.parametrize("who", [COMPANY, PERSON, UD], ids=["company", "person", "ud"])
def test_both_columns_state_the_same_figures(who: Customer, invoices: int, count: int) -> None:
    html, told_of = paper(offered(who, invoices, count, grace=14, acceleration_after=1))
    assert told_of == []
    pairs = re.findall(
        r'<table class="columns(?: leads)?"><tr><td>(.*?)</td><td lang="en" class="second">(.*?)</td></tr>',
        html,
        re.DOTALL,
    )
    assert len(pairs) >= 14
    for indonesian, english in pairs:
        assert figures(indonesian) == figures(english)
    assert "Perjanjian Cicilan / Instalment Agreement" in html
    assert "naskah bahasa Indonesia yang berlaku" in html
    assert "the Indonesian text prevails" in html
    assert "{" not in re.sub(r"<style.*?</style>", "", html)
    assert "fourteen" in html


def test_nobody_else_gets_a_second_column() -> None:
    documents = told(offered(), None).composed()
    (html,) = (each.html for each in documents if isinstance(each, Sheet))
    assert 'class="columns' not in html
    assert "bahasa Inggris" not in html
    assert FEES.language is Language.INDONESIAN


def test_a_column_with_another_figure_is_left_out_and_told(tmp_path: Path) -> None:
    own = tmp_path / "letters/en/agreement/agreement.md"
    own.parent.mkdir(parents=True)
    text = (ROOT / "letters/en/agreement/agreement.md").read_text(encoding="utf-8")
    for changed in (text.replace("2 (two) originals", "3 (three) originals"), text.replace("## Article 9", "")):
        own.write_text(changed, encoding="utf-8")
        html, told_of = paper(offered(), Wording((tmp_path, ROOT)))
        assert told_of == ["columns-differ"]
        assert 'class="columns' not in html
        assert "bahasa Inggris" not in html


def test_tables_stand_across_both_columns() -> None:
    html, _ = in_columns(
        "<p>a 1</p><table><tr><td>x</td></tr></table>", "<p>b 1</p><table><tr><td>y</td></tr></table>", "t"
    )
    assert html.count("<table") == 2
    assert "<td>x</td>" not in html
    assert [name for name, _ in blocks(html)] == ["table", "table"]


def test_a_heading_stays_with_what_follows_it() -> None:
    html, _ = in_columns("<h2>A</h2><p>b</p><h2>C</h2>", "<h2>D</h2><p>e</p><h2>F</h2>", "t")
    assert html.count("<tr>") == 2
    assert "<td><h2>A</h2><p>b</p></td>" in html
    assert "<td><h2>C</h2></td>" in html


LEFT = re.compile(r"\b(?:dan|oleh|yang|untuk|nomor|tanggal|surat|pembayaran|sebesar|Saudara|kami)\b")


def both(made: Story) -> list[tuple[str, str]]:
    """Return the pairs of a paper, tags and all."""
    html = letter(replace(made, customer=replace(made.customer, language=Language.ENGLISH))).html
    assert "naskah bahasa Indonesia yang berlaku" in html
    assert "the Indonesian text prevails" in html
    return PAIR.findall(html)


@pytest.mark.parametrize("bare", [False, True], ids=["full", "bare"])
@pytest.mark.parametrize("counsel", [False, True], ids=["creditor", "counsel"])
@pytest.mark.parametrize("count", [1, 3, 40])
@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("stage", SOMASI, ids=lambda stage: stage.name)
def test_a_somasi_states_the_same_figures_twice(stage: Stage, who: str, count: int, counsel: bool, bare: bool) -> None:
    pairs = both(somasi(stage, who, count, counsel=counsel, bare=bare))
    assert len(pairs) >= 10
    for indonesian, english in pairs:
        assert figures(indonesian) == figures(english)
        said = re.sub(r"<[^>]+>", " ", english).replace("Wirawan dan Rekan", "")
        assert not LEFT.search(said.replace("karton", "")), said


@pytest.mark.parametrize("stage", SOMASI, ids=lambda stage: stage.name)
@pytest.mark.parametrize("name", sorted(STORIES))
def test_fees_slips_and_discounts_are_told_twice(name: str, stage: Stage) -> None:
    for indonesian, english in both(legal_story(name, stage.name)):
        assert figures(indonesian) == figures(english)


def test_nobody_else_gets_a_somasi_in_two_languages() -> None:
    html = letter(somasi(SOMASI[0])).html
    assert 'class="columns' not in html
    assert "naskah" not in html


def test_a_somasi_whose_english_differs_is_indonesian_alone(tmp_path: Path) -> None:
    own = tmp_path / "letters/en/somasi-1/letter.md"
    own.parent.mkdir(parents=True)
    own.write_text((ROOT / "letters/en/somasi-1/letter.md").read_text(encoding="utf-8") + "\nRp5\n", encoding="utf-8")
    made = somasi(SOMASI[0])
    who = replace(made.customer, language=Language.ENGLISH)
    send = occasion(made.verdict)
    assert send is not None
    sheet, problems = letter_sheet(made.book, who, made.statement, send, Wording((tmp_path, ROOT)), Assets())
    assert [each.code for each in problems] == ["columns-differ"]
    assert sheet is not None
    assert "naskah" not in sheet.html
