"""What a kept file is by its name, and what of a bank may be shown."""

from __future__ import annotations

import pytest

from kit.domain.evidence import Evidence, Proof, Sort


def kept(name: str) -> Proof:
    return Proof(name, f"data/evidence/budi/{name}", "0" * 64, 1)


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("SPK-004.pdf", Sort.CONTRACT),
        ("PO-17.pdf", Sort.CONTRACT),
        ("inv-0912.pdf", Sort.INVOICE),
        ("Tanda Terima_0912.jpg", Sort.RECEIPT),
        ("2026/bast-juli.pdf", Sort.DELIVERY),
        ("surat jalan 12.pdf", Sort.DELIVERY),
        ("faktur-pajak-0912.pdf", Sort.TAX),
        ("faktur-0912.pdf", Sort.INVOICE),
        ("kutipan-agustus.pdf", Sort.BANK),
        ("wa-2026-08-01.png", Sort.MESSAGE),
        ("pengakuan.pdf", Sort.ADMISSION),
        ("catatan-kontrak.txt", Sort.INTERNAL),
        ("foto.png", Sort.OTHER),
        ("posisi.pdf", Sort.OTHER),
    ],
)
def test_the_beginning_of_a_name_says_what_a_file_is(name: str, sort: Sort) -> None:
    assert kept(name).sort is sort


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("rekening-koran-juli.pdf", True),
        ("Mutasi BCA.pdf", True),
        ("bank.pdf", True),
        ("2026-07 e-statement.pdf", True),
        ("kutipan-rekening-koran-juli.pdf", False),
        ("rekening-koran-juli-disamarkan.pdf", False),
        ("kutipan-agustus.pdf", False),
        ("spk-bank-contoh.pdf", False),
    ],
)
def test_a_bank_page_is_whole_until_its_name_says_otherwise(name: str, whole: bool) -> None:
    assert kept(name).whole_bank_page is whole


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.PDF", "pdf"), ("a", "bin"), ("a.b.jpeg", "jpeg"), ("a.exécut", "bin")]
)
def test_an_ending_is_short_and_safe(name: str, suffix: str) -> None:
    assert kept(name).suffix == suffix


def test_files_are_found_by_their_names() -> None:
    evidence = Evidence(kept=(kept("a.pdf"),), issued=(kept("b.pdf"),))
    assert evidence.find("a.pdf") == kept("a.pdf")
    assert evidence.find("b.pdf") is None
    assert evidence.find(None) is None
    assert evidence.paper("b.pdf") == kept("b.pdf")
    assert evidence.paper("a.pdf") is None
