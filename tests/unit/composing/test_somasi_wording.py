"""The somasi and the note to counsel word for word: order of parts, numbered facts, proof, one date, no threat."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kit.domain.instalments import Instalment
from kit.domain.model import Language, Promise
from kit.domain.plans import Plan
from kit.domain.policy import Stage
from kit.domain.verdict import occasion
from tests.conftest import Golden
from tests.unit.composing.somasi_stories import LEGAL, WHO, paper, somasi
from tests.unit.composing.stories import AS_OF
from tests.unit.composing.test_compose import lines

GOLDEN = Path(__file__).parents[2] / "golden/composing"
FIRST, SECOND, THIRD, HANDOVER = LEGAL

CASES = [
    *((stage, "pt", counsel) for stage in (FIRST, SECOND, THIRD) for counsel in (False, True)),
    (FIRST, "ud", False),
    (FIRST, "person", False),
    (HANDOVER, "pt", True),
]


@pytest.mark.parametrize(("stage", "who", "counsel"), CASES, ids=lambda value: getattr(value, "name", str(value)))
def test_what_the_letter_says(stage: Stage, who: str, counsel: bool, golden: Golden) -> None:
    sheet = paper(somasi(stage, who, 2, counsel=counsel), "" if stage.internal else f"007/{stage.series}/XI/2026")
    name = f"{stage.name}-{who}{'-counsel' if counsel and not stage.internal else ''}"
    golden(GOLDEN / f"{name}.txt", lines(sheet.html) + "\n")


def words(stage: Stage, who: str = "pt", count: int = 1, **how: Any) -> str:
    made = somasi(stage, who, count, **how)
    return " ".join(lines(paper(made).html).split())


@pytest.mark.parametrize("counsel", [False, True])
@pytest.mark.parametrize("count", [1, 2, 40])
@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("stage", LEGAL[:3], ids=lambda stage: stage.name)
def test_every_variant_asks_once_names_its_date_and_threatens_nobody(
    stage: Stage, who: str, count: int, counsel: bool
) -> None:
    text = words(stage, who, count, counsel=counsel)
    assert text.count("menegur dan memperingatkan") == 1
    assert ("untuk dan atas nama klien kami, " in text) is counsel
    assert "Paling lambat Kamis, 3 Desember 2026" in text
    assert not re.search(r"polisi|penjara|pidana|penipu|malu\b|viral|1365|!|\bNone\b|  ,|\( ", text)
    for number, title in enumerate(("Somasi I nomor", "Somasi II nomor")):
        assert (f"{title} 00" in text) is (number < LEGAL.index(stage))


def test_a_clause_of_default_is_claimed_for_the_invoices_that_have_it_and_no_other() -> None:
    assert "Untuk 40 invoice dalam tabel, Pasal 6 ayat (2) kontrak nomor SPK/2026/014" in words(FIRST, count=40)
    assert "lewatnya waktu" not in words(FIRST, count=2, bare=True)
    made = somasi(FIRST, count=6)
    send = occasion(made.verdict)
    assert send is not None
    first, *others = send.items
    own = replace(first, invoice=replace(first.invoice, contract=None))
    text = paper(replace(made, verdict=replace(send, items=(own, *others)))).html
    assert (
        "Untuk invoice INV/2026/0701, INV/2026/0702, INV/2026/0703, INV/2026/0704, dan INV/2026/0705, Pasal 6" in text
    )


def test_the_number_of_a_firm_letter_follows_the_letter() -> None:
    assert "permintaan pelunasan melalui surat nomor 001/ST/XI/2026" in words(FIRST)


def test_a_broken_plan_is_a_fact_and_the_note_tells_every_word_in_order() -> None:
    made = somasi(HANDOVER, count=2)
    rows = (Instalment(dt.date(2026, 10, 20), 10_000_000), Instalment(dt.date(2026, 12, 20), 15_137_000))
    plan = Plan(dt.date(2026, 10, 1), dt.date(2026, 10, 9), ("INV/2026/0700", "INV/2026/0701"), 25_137_000, rows,
                signed=dt.date(2026, 10, 8), acceleration_after=1)  # fmt: skip
    later = replace(plan, offered=AS_OF, signed=AS_OF + dt.timedelta(1))
    promises = tuple(
        Promise(day, 1_000_000, day + dt.timedelta(5)) for day in (dt.date(2026, 10, 15), AS_OF + dt.timedelta(1))
    )
    customer = replace(made.customer, plans=(plan, later), promises=promises)
    note = " ".join(lines(paper(replace(made, customer=customer)).html).split())
    told = [
        "8 Oktober 2026: Perjanjian Cicilan ditandatangani, 2 cicilan, Rp25.137.000.",
        "12 Oktober 2026: pembayaran Rp5.000.000",
        "14 Oktober 2026: telepon, berhasil berbicara.",
        "15 Oktober 2026: janji pembayaran Rp1.000.000 paling lambat 20 Oktober 2026, menurut catatan kreditur.",
        "24 Oktober 2026: Somasi I",
    ]
    assert sorted(told, key=note.index) == told
    assert note.count("ditandatangani") == note.count("janji pembayaran") == 1
    assert "Tidak ada catatan bahwa keringanan telah diakhiri (Pasal 4 ayat (3) perjanjian)." in note
    letter = replace(somasi(FIRST, count=2), customer=customer)
    text = " ".join(lines(paper(letter).html).split())
    assert "Menurut perjanjian tersebut, cicilan ke-1 sebesar Rp5.000.000 jatuh tempo pada 20 Oktober 2026." in text
    assert "belum kami terima sepenuhnya." in text
    assert "berakhir" not in text


@pytest.mark.parametrize("stage", [FIRST, SECOND, THIRD], ids=lambda stage: stage.name)
def test_the_ground_of_article_1365_is_cited_by_choice_alone(stage: Stage) -> None:
    without = somasi(stage)
    act = "Barang yang dititipkan dijual tanpa persetujuan."
    who = replace(without.customer, unlawful_act=act)
    chosen = replace(without, customer=who, book=replace(without.book, customers=(who,)))
    assert "1365" not in paper(without).html
    assert f"Pasal 1365 KUH Perdata mengenai perbuatan melanggar hukum, atas hal berikut: {act}" in paper(chosen).html
    spoken = replace(who, language=Language.ENGLISH)
    both = replace(chosen, customer=spoken, book=replace(chosen.book, customers=(spoken,)))
    assert paper(both).html.count("1365") == 2
    assert paper(both).html.count(act) == 2
