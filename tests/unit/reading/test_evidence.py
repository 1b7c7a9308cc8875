"""What a book keeps is found with its hash; what cannot be passed on is told; nobody else's folder is opened."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from kit.reading import evidence as room
from kit.reading.evidence import copies_of, evidence_of
from tests.builders import customer, invoice


def put(book: Path, name: str, data: bytes = b"x") -> Path:
    path = book / "data" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_files_stand_by_name_with_hash_and_size(tmp_path: Path) -> None:
    put(tmp_path, "evidence/budi/spk.pdf", b"spk")
    put(tmp_path, "evidence/budi/2026/bast.pdf", b"bast")
    put(tmp_path, "evidence/budi/.DS_Store")
    put(tmp_path, "evidence/ani/spk.pdf")
    put(tmp_path, "issued/budi/1.pdf")
    put(tmp_path, "standing/akta.pdf")
    found = evidence_of(tmp_path, "budi")
    assert [(each.name, each.source, each.size) for each in found.kept] == [
        ("2026/bast.pdf", "data/evidence/budi/2026/bast.pdf", 4),
        ("spk.pdf", "data/evidence/budi/spk.pdf", 3),
    ]
    assert found.kept[1].sha256 == hashlib.sha256(b"spk").hexdigest()
    assert [each.name for each in found.issued] == ["1.pdf"]
    assert [each.name for each in found.standing] == ["akta.pdf"]
    assert found.refused == ()


def test_a_book_without_evidence_keeps_nothing(tmp_path: Path) -> None:
    found = evidence_of(tmp_path, "budi")
    assert (found.kept, found.issued, found.standing, found.refused) == ((), (), (), ())


def test_links_pipes_and_giants_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_BYTES", 10)
    put(tmp_path, "evidence/budi/fits.pdf", b"x" * 10)
    put(tmp_path, "evidence/budi/giant.pdf", b"x" * 11)
    secret = put(tmp_path, "evidence/ani/secret.pdf")
    (tmp_path / "data/evidence/budi/link.pdf").symlink_to(secret)
    (tmp_path / "data/evidence/budi/away").symlink_to(secret.parent)
    os.mkfifo(tmp_path / "data/evidence/budi/pipe.pdf")
    found = evidence_of(tmp_path, "budi")
    assert [each.name for each in found.kept] == ["fits.pdf"]
    assert [each.rsplit("/", 1)[-1] for each in found.refused] == ["away", "giant.pdf", "link.pdf", "pipe.pdf"]


def test_a_folder_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "evidence/ani/secret.pdf")
    (tmp_path / "data/evidence/budi").symlink_to(tmp_path / "data/evidence/ani")
    found = evidence_of(tmp_path, "budi")
    assert (found.kept, found.refused) == ((), ("data/evidence/budi",))


def test_a_file_that_goes_away_meanwhile_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "evidence/budi/spk.pdf")

    def gone(_: Path) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_bytes", gone)
    assert evidence_of(tmp_path, "budi").refused == (path.relative_to(tmp_path).as_posix(),)


def test_a_text_that_names_another_customer_says_whom(tmp_path: Path) -> None:
    put(tmp_path, "evidence/budi/chat.txt", b"... pt lautan boga juga ...")
    put(tmp_path, "evidence/budi/PT Lautan Boga.pdf")
    put(tmp_path, "evidence/budi/scan.pdf", b"PT Lautan Boga")
    put(tmp_path, "evidence/budi/email.eml", b"halo \xff Ani")
    found = {each.name: each.stranger for each in evidence_of(tmp_path, "budi", {"PT Lautan Boga", "Ani"}).kept}
    assert found == {"chat.txt": "PT Lautan Boga", "PT Lautan Boga.pdf": "PT Lautan Boga", "scan.pdf": None,
                     "email.eml": None}  # fmt: skip


def test_copies_of_invoices_are_regular_files_of_the_customer_that_a_browser_shows(tmp_path: Path) -> None:
    home = tmp_path / "data/evidence/budi"
    home.mkdir(parents=True)
    (home / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "data/evidence/x.pdf").write_bytes(b"%PDF-1.7")
    (home / "link.pdf").symlink_to("../x.pdf")
    named = {"A": "a.pdf", "B": "gone.pdf", "C": "link.pdf", "D": "d.docx", "E": None}
    who = customer(*(replace(invoice(number), file=file) for number, file in named.items()))
    found = copies_of(tmp_path, who, (".pdf",))
    assert list(found) == ["A"]
    assert found["A"][0] == "data/evidence/budi/a.pdf"
    assert copies_of(tmp_path, customer(invoice()), (".pdf",)) == {}


def test_copies_are_not_taken_from_a_folder_that_leads_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "data/evidence").mkdir(parents=True)
    (tmp_path / "data/evidence/budi").symlink_to(tmp_path / "other")
    assert copies_of(tmp_path, customer(replace(invoice(), file="a.pdf")), (".pdf",)) == {}
