"""Agreements in two languages: paired paragraph by paragraph, equal in every figure, the Indonesian text prevails."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kit.composing.columns import blocks, figures, in_columns
from kit.composing.documents import Sheet
from kit.composing.templates import Wording
from kit.domain.model import Customer, Language, LegalForm, Official
from tests.unit.composing.stories import COMPANY, PERSON, ROOT, WORDING, told
from tests.unit.composing.test_agreement import offered
from tests.unit.composing.test_figures import FEES

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
