"""`kit casefile` and the case folder of a build, judged by Python's zipfile, unzip and sha256sum."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pypdf
import pytest

from tests.books import digests, run, story_book

DAY = "2026-11-23"
PAGES = ("01-ringkasan", "02-kronologi", "03-perhitungan", "04-daftar-bukti", "05-kekurangan", "06-log-kontak",
         "07-jalur-dan-biaya", "08-meterai-dan-legalisasi", "konsep/surat-kuasa-khusus", "konsep/gugatan")  # fmt: skip
#: The most that a strict system takes as the whole path of a file, with a long folder before it.
LONGEST = 100


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = story_book(tmp_path_factory.mktemp("case"))
    home = found / "data/evidence/prima-niaga"
    (home / "spk-004.pdf").write_bytes(b"%PDF-1.4 SPK")
    (home / "rekening-koran-juli.pdf").write_bytes(b"%PDF-1.4 everybody's money")
    (home / "kutipan-rekening-juli.pdf").write_bytes(b"%PDF-1.4 one line")
    (
        home / "Tanda terima: invoice ke-1 (asli) – très long, tetapi nama itu tetap harus pendek dalam zip.PDF"
    ).write_bytes(b"x")
    (home / "wa-lain.txt").write_text("Halo PT Lautan Boga, ...", encoding="utf-8")
    (home / "catatan-rapat.txt").write_text("Rahasia kami", encoding="utf-8")
    (home / "pinjaman.pdf").symlink_to(found / "data/creditor.yaml")
    (found / "data/standing").mkdir()
    (found / "data/standing/nib-2019.pdf").write_bytes(b"%PDF-1.4 NIB")
    return found


@pytest.fixture(scope="module")
def made(book: Path) -> Path:
    """Return the folder of the case."""
    out = book / "one"
    result = run("casefile", "prima-niaga", "--book", book, "--as-of", DAY, "--out", out)
    assert result.exit_code == 0, result.output
    assert str(out / "lawyers/prima-niaga.zip") in result.output
    return out / "lawyers/prima-niaga"


def names(folder: Path) -> set[str]:
    return set(digests(folder))


def zipped(folder: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(folder.with_name("prima-niaga.zip").read_bytes()))


def text(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def test_every_sheet_is_there(made: Path) -> None:
    assert {f"{name}.pdf" for name in PAGES} <= names(made)


def test_page_one_is_one_page_and_says_it_all(made: Path) -> None:
    assert len(pypdf.PdfReader(made / "01-ringkasan.pdf").pages) == 1
    page = text(made / "01-ringkasan.pdf")
    for words in ("PT Prima Niaga Sentral", "Rp58.200.000", "1 Juli 2026", "145 hari", "Somasi III", "Yang diakui",
                  "Yang masih kurang", "Di mana aslinya", "Rina Kartikasari"):  # fmt: skip
        assert words in page


def test_evidence_goes_in_byte_for_byte_under_its_number(book: Path, made: Path) -> None:
    kept = book / "data/evidence/prima-niaga"
    pairs = {
        "bukti/P-01-kontrak-SPK-004-2026.pdf": kept / "spk-004.pdf",
        "bukti/P-03-kutipan-rekening-juli.pdf": kept / "kutipan-rekening-juli.pdf",
        "bukti/P-06-01-Somasi-I-001-SOM-I-VIII-2026.pdf": book / "data/issued/prima-niaga/001-SOM-I-VIII-2026.pdf",
        "bukti/P-06-02-bukti-Somasi-I.txt": kept / "resi-somasi-1.txt",
        "kedudukan/K-01-nib-2019.pdf": book / "data/standing/nib-2019.pdf",
    }
    for name, source in pairs.items():
        assert (made / name).read_bytes() == source.read_bytes(), name


def test_what_tells_of_others_or_leads_away_stays_outside(book: Path, made: Path) -> None:
    inside = set(digests(made).values())
    outside = book / "data/evidence/prima-niaga"
    for name in ("rekening-koran-juli.pdf", "wa-lain.txt", "catatan-rapat.txt"):
        assert hashlib.sha256((outside / name).read_bytes()).hexdigest() not in inside
    assert hashlib.sha256((book / "data/creditor.yaml").read_bytes()).hexdigest() not in inside
    words = " ".join(
        text(path)
        for path in made.rglob("*.pdf")
        if "bukti/" not in path.as_posix() and "kedudukan" not in path.as_posix()
    )
    assert "Lautan Boga" not in words
    assert "Buat kutipan dari rekening-koran-juli.pdf" in words
    assert "Periksa satu berkas yang tidak dapat disalin" in words


def test_names_in_the_zip_are_safe_and_short(made: Path) -> None:
    with zipped(made) as archive:
        entries = archive.namelist()
    assert entries == sorted(entries)
    for name in entries:
        assert re.fullmatch(r"(?:[a-z]+/)?[A-Za-z0-9][A-Za-z0-9.-]*\.[a-z0-9]+", name), name
        assert len(name) <= 60
    assert len({name.casefold() for name in entries}) == len(entries)


def test_zip_and_folder_hold_the_same_and_the_list_is_true(made: Path) -> None:
    assert zipped(made).testzip() is None
    with zipped(made) as archive:
        assert {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()} == digests(made)
    lines = [line.partition("  ") for line in (made / "SHA256.txt").read_text().splitlines()]
    listed = {name: digest for digest, _, name in lines}
    assert listed == {name: digest for name, digest in digests(made).items() if name != "SHA256.txt"}


def test_other_programs_can_open_and_check_it(made: Path, tmp_path: Path) -> None:
    unzip, sums = shutil.which("unzip"), shutil.which("sha256sum")
    if not unzip or not sums:
        pytest.skip("unzip or sha256sum is not installed")
    archive = made.with_name("prima-niaga.zip")
    subprocess.run([unzip, "-tq", archive], check=True, capture_output=True)
    subprocess.run([unzip, "-q", archive, "-d", tmp_path], check=True, capture_output=True)
    subprocess.run([sums, "--strict", "-c", "SHA256.txt"], cwd=tmp_path, check=True, capture_output=True)


def test_twice_is_the_same_bytes_with_more_workers_too(book: Path, made: Path) -> None:
    again = book / "again"
    for _ in range(2):  # the second time over the first
        result = run("casefile", "prima-niaga", "--book", book, "--as-of", DAY, "--out", again, "--jobs", 2)
        assert result.exit_code == 0, result.output
    assert digests(again) == digests(made.parents[1])


def test_a_build_makes_the_same_folder_at_the_handover_and_no_other(book: Path, made: Path) -> None:
    result = run("build", "--book", book, "--as-of", DAY, "--out", book / "all")
    assert result.exit_code == 0, result.output
    assert "1  case folders for counsel" in result.output
    assert digests(book / "all/lawyers") == digests(made.parent)


def test_a_matter_that_runs_has_its_next_somasi_as_a_draft(book: Path) -> None:
    assert run("casefile", "sentosa-jaya", "--book", book, "--as-of", DAY, "--out", book / "runs").exit_code == 0
    draft = text(book / "runs/lawyers/sentosa-jaya/konsep/draf-somasi-2.pdf")
    assert "DRAF" in draft.replace(" ", "")
    assert "Somasi II" in draft


def test_each_case_has_a_folder_of_its_own(book: Path) -> None:
    for customer in ("sentosa-jaya", "graha-rasa"):
        assert run("casefile", customer, "--book", book, "--as-of", DAY).exit_code == 0
    for customer in ("sentosa-jaya", "graha-rasa"):
        assert (book / f"build-casefile-{customer}/lawyers/{customer}.zip").is_file()


def test_who_owes_nothing_has_no_case(book: Path) -> None:
    result = run("casefile", "bahari-jaya", "--book", book, "--as-of", DAY, "--out", book / "none")
    assert result.exit_code == 1
    assert "casefile-nothing" in result.output
    assert not (book / "none").exists()
    told = run("casefile", "bahari-jaya", "--book", book, "--as-of", DAY, "--lang", "id")
    assert "belum ada perkara" in told.output


def test_nobody_has_no_case(book: Path) -> None:
    result = run("casefile", "nobody", "--book", book, "--as-of", DAY)
    assert result.exit_code == 1
    assert "nobody" in result.output


def test_a_day_before_the_register_is_refused(book: Path) -> None:
    result = run("casefile", "prima-niaga", "--book", book, "--as-of", "2026-08-01", "--out", book / "none")
    assert result.exit_code == 1
    assert not (book / "none").exists()


def test_wording_of_the_book_that_fails_writes_nothing(book: Path) -> None:
    own = book / "letters/casefile"
    own.mkdir(parents=True)
    (own / "log.md").write_text("---\ngoal: mencatat\nsubject: x\n---\n{{ nobody.knows }}\n", encoding="utf-8")
    result = run("casefile", "prima-niaga", "--book", book, "--as-of", DAY, "--out", book / "none")
    shutil.rmtree(book / "letters")
    assert result.exit_code == 1
    assert "log.md" in result.output
    assert not (book / "none").exists()
