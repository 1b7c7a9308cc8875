"""`kit issue --final`: the signed scan, the law firm's own letter: compared, kept as it is, and what the mail carries."""

from __future__ import annotations

import email
import hashlib
import re
from email.message import Message
from pathlib import Path

import pytest
import weasyprint

from tests.books import digests, own_book, run

WHO = "sumber-rejeki"
REGISTER = f"data/register/{WHO}.yaml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return own_book(tmp_path / "book")


def pdf(folder: Path, text: str, name: str = "final.pdf") -> Path:
    """Return a PDF by another hand; without text it is a picture of a page."""
    path = folder / name
    path.write_bytes(weasyprint.HTML(string=f"<p style='white-space:pre-wrap'>{text}</p>").write_pdf())
    return path


def issue(book: Path, *words: object, who: str = WHO, code: int = 0) -> str:
    result = run("issue", who, "--book", book, "--lang", "en", *words)
    assert result.exit_code == code, result.output
    return result.stdout + result.stderr


def entry(book: Path, who: str = WHO) -> dict[str, str]:
    text = (book / f"data/register/{who}.yaml").read_text().rpartition("- kind: ")[2]
    pairs = (line.strip().split(": ", 1) for line in f"kind: {text}".splitlines() if ": " in line)
    return {name.strip('"'): value.strip('"') for name, value in pairs}


def figures(made: dict[str, str]) -> dict[str, int]:
    """Return the amount of each invoice that an entry states, and their total."""
    return {name: int(value) for name, value in made.items() if name.startswith("INV") or name == "total"}


def read(made: dict[str, str], *without: str) -> list[str]:
    """Return the words by which a person confirms everything that an entry states."""
    told = {**figures(made), "deadline": made["deadline"]}
    return [word for name, value in told.items() if name not in without for word in ("--read", f"{name}={value}")]


def faithful(book: Path, number: str) -> str:
    """Return what a law firm's letter says that states everything as an issue on a copy of the book would."""
    name = re.findall(r"^name: (.*)$", (book / f"data/customers/{WHO}.yaml").read_text(), re.MULTILINE)[0]
    copy = own_book(book.parent / "other")
    issue(copy)
    made = entry(copy)
    rows = "".join(f"{each} sebesar Rp{amount:,}\n" for each, amount in figures(made).items())
    return f"Nomor {number}\nKepada {name}\n{rows}sampai {made['deadline']}\n".replace(",", ".")


def test_a_letter_under_another_number_is_kept_and_travels(book: Path) -> None:
    path = pdf(book.parent, faithful(book, "77/LF/XI/2026"))
    said = issue(book, "--final", path, "--number", "77/LF/XI/2026", "--signatory", "Sri Wahyuni, S.H.")
    assert "77/LF/XI/2026: sumber-rejeki, firm, as it went out" in said
    assert "[final-entered]" in issue(book, "--final", path, "--number", "77/LF/XI/2026", code=1)
    made = entry(book)
    assert (made["kind"], made["series"], made["sequence"], made["signatory"]) == (
        "issued", "outside", "1", "Sri Wahyuni, S.H.")  # fmt: skip
    assert made["confirmed"] == "Dewi Anggraini"
    kept = book / f"data/issued/{WHO}/{made['file']}"
    assert kept.read_bytes() == path.read_bytes()
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == made["sha256"]
    assert run("build", "--book", book).exit_code == 0
    assert (book / f"build/letters/{WHO}/firm.pdf").read_bytes() == path.read_bytes()
    for draft in (book / f"build/outbox/{WHO}").rglob("*.eml"):
        assert attached(draft.read_bytes()) == [path.read_bytes()]
    assert "[already-issued]" in issue(book, code=1)
    given = run("record", "sent", WHO, "firm", "--via", "letter", "--book", book)
    assert given.exit_code == 0, given.output
    assert entry(book)["number"] == "77/LF/XI/2026"
    assert run("check", "--book", book).exit_code == 0


def attached(raw: bytes) -> list[bytes]:
    parts: list[Message] = list(email.message_from_bytes(raw).walk())
    return [part.get_payload(decode=True) for part in parts if part.get_content_type() == "application/pdf"]  # type: ignore[misc]


def test_another_number_takes_none_of_our_own(book: Path) -> None:
    path = pdf(book.parent, faithful(book, "77/LF/XI/2026"))
    issue(book, "--final", path, "--number", "77/LF/XI/2026")
    run("record", "void", WHO, str((book / REGISTER).read_text().count("- kind:")), "--reason", "uji", "--book", book)
    issue(book)
    assert entry(book)["number"].startswith("001/ST/")
    said = issue(book, "--final", path, "--number", "77/LF/XI/2026", who="mamur-grosir", code=1)
    assert "[number-used]" in said or "[not-due-to-issue]" in said or "[not-issuable]" in said


@pytest.mark.parametrize(("old", "new", "figure"), [
    ("sampai 2", "sampai 3", "deadline"), ("INV/", "INF/", "INV/2026/"), ("Nomor 7", "Nomor 8", "77/LF/XI/2026"),
    ("Kepada ", "Kepada Toko Lain, bukan T", None),
])  # fmt: skip
def test_a_paper_that_states_otherwise_is_refused_and_nothing_written(
    book: Path, old: str, new: str, figure: str | None
) -> None:
    text = faithful(book, "77/LF/XI/2026")
    if figure is None:
        old, new, figure = *re.findall(r"Kepada (.*)", text), "Toko Lain", re.findall(r"Kepada (.*)", text)[0]
    before = digests(book)
    said = issue(book, "--final", pdf(book.parent, text.replace(old, new)), "--number", "77/LF/XI/2026", code=1)
    assert "error[final-differs]" in said
    assert f"does not state {figure}" in said
    assert {name: each for name, each in digests(book).items() if ".lock" not in name} == before


def test_another_amount_is_named_and_told(book: Path) -> None:
    text = faithful(book, "77/LF/XI/2026")
    total = re.findall(r"total sebesar Rp(.*)", text)[0]
    other = text.replace(f"total sebesar Rp{total}", f"total sebesar Rp{total[:-3]}999")
    said = issue(book, "--final", pdf(book.parent, other), "--number", "77/LF/XI/2026", code=1)
    assert said.count("error[final-differs]") == 1
    assert f"does not state total as it was frozen: Rp{total}" in said
    said = issue(
        book, "--final", pdf(book.parent, f"{text} biaya Rp2.500.000, dua juta rupiah"), "--number", "77/LF/XI/2026"
    )
    assert "warning[final-other-amounts]" in said
    assert "Rp2.500.000" in said
    assert "warning[final-words]" in said


def test_the_signed_scan_of_an_issued_letter_is_read_by_a_person(book: Path) -> None:
    issue(book)
    made = entry(book)
    number, kept = made["number"], book / f"data/issued/{WHO}"
    first = (kept / made["file"]).read_bytes()
    scan = pdf(book.parent, "")
    base = ("--final", scan, "--number", number)
    said = issue(book, *base, code=1)
    assert all(f'--read "{name}=..."' in said for name in (*figures(made), "deadline"))
    assert "total of 001/ST/XI/2026 was read as 5" in issue(
        book, *base, *read(made, "total"), "--read", "total=5", code=1
    )
    assert "deadline of 001/ST/XI/2026 was read as -" in issue(book, *base, *read(made, "deadline"), code=1)
    whole = (*base, *read(made))
    assert "[final-other-stage]" in issue(book, "somasi-1", *whole, code=1)
    assert "[final-frozen]" in issue(book, *whole, "--signatory", "x", code=1)
    assert "[future-date]" in issue(book, *whole, "--as-of", "2026-12-24", code=1)
    issue(book, "firm", *whole, "--by", "Rina")
    assert (entry(book)["kind"], entry(book)["by"]) == ("final", "Rina")
    assert (kept / made["file"]).read_bytes() == first
    assert run("build", "--book", book).exit_code == 0
    assert (book / f"build/letters/{WHO}/firm.pdf").read_bytes() == scan.read_bytes()
    assert "[final-entered]" in issue(book, *whole, code=1)
    assert run("check", "--book", book).exit_code == 0
    (kept / entry(book)["file"]).write_bytes(b"x")
    assert "kept-changed" in run("check", "--book", book).stderr


def test_our_own_letter_with_a_stamp_of_text_reads_back(book: Path) -> None:
    issue(book)
    made = entry(book)
    own = book / f"data/issued/{WHO}/{made['file']}"
    issue(book, "--final", own, "--number", made["number"])
    assert entry(book)["sha256"] == made["sha256"]


def test_text_that_a_machine_guessed_is_not_trusted(book: Path) -> None:
    issue(book)
    made = entry(book)
    path = pdf(book.parent, "N0m0r O01 dengan huruf yang salah dikenali oleh mesin pemindai")
    assert "final-differs" in issue(book, "--final", path, "--number", made["number"], code=1)
    issue(book, "--final", path, "--number", made["number"], "--scanned", *read(made))


def test_files_that_are_no_paper(book: Path) -> None:
    scan = pdf(book.parent, "")
    for name, data, found in (
        ("a.pdf", b"hello", "not a whole PDF"),
        ("b.pdf", scan.read_bytes().replace(b"%%EOF", b"<</JavaScript 1>>\n%%EOF"), "/JavaScript"),
        ("c.pdf", scan.read_bytes().replace(b"%%EOF", b"<</Encrypt 1>>\n%%EOF"), "password"),
    ):
        (book.parent / name).write_bytes(data)
        assert found in issue(book, "--final", book.parent / name, "--number", "7", code=1), name
    (book.parent / "d.pdf").write_bytes(b"%PDF-1.7" + b"0" * 10_000_001)
    assert "[final-large]" in issue(book, "--final", book.parent / "d.pdf", "--number", "7", code=1)


def test_usage(book: Path) -> None:
    scan = pdf(book.parent, "")
    issue(book, "--number", "7", code=2)
    issue(book, "--final", scan, code=2)
    issue(book, "--final", scan, "--number", "/../x", code=2)
    issue(book, "--final", scan, "--number", "7", "--read", "total", code=2)
    assert "[dates-reversed]" in issue(book, "--final", scan, "--number", "7", "--deadline", "2026-11-23", code=1)


def test_a_signed_agreement_is_compared_with_its_instalments(book: Path) -> None:
    run("agree", "maju-jaya", "--count", "3", "--first", "2026-12-15", "--write", "--book", book)
    issue(book, "agreement", who="maju-jaya")
    (number,) = re.findall(
        r'^  number: "(.*/PC/.*)"$', (book / "data/register/maju-jaya.yaml").read_text(), re.MULTILINE
    )
    scan = pdf(book.parent, "")
    words = ("agreement", "--final", scan, "--number", number)
    said = issue(book, *words, who="maju-jaya", code=1)
    rows = ("2026-12-15=3.500.000", "2027-01-15=3.500.000", "2027-02-15=3.500.000", "INV/2026/0912=10.500.000",
            "total=10.500.000", "deadline=2026-12-07")  # fmt: skip
    assert all(f'--read "{each.partition("=")[0]}=..."' in said for each in rows)
    given = [word for each in rows for word in ("--read", each)]
    assert "2027-02-15 of" in issue(book, *words, *given, "--read", "2027-02-15=3.400.000", who="maju-jaya", code=1)
    issue(book, *words, *given, who="maju-jaya")
    assert run("build", "--book", book).exit_code == 0
    assert (book / "build/letters/maju-jaya/agreement.pdf").read_bytes() == scan.read_bytes()


def test_an_agreement_by_somebody_else_bears_their_number(book: Path) -> None:
    run("agree", "maju-jaya", "--count", "2", "--first", "2026-12-15", "--write", "--book", book)
    given = [word for each in ("2026-12-15=5.250.000", "2027-01-15=5.250.000", "INV/2026/0912=10.500.000",
                               "total=10.500.000", "deadline=2026-12-07") for word in ("--read", each)]  # fmt: skip
    issue(book, "agreement", "--final", pdf(book.parent, ""), "--number", "5/NOT/2026", *given, who="maju-jaya")
    assert (entry(book, "maju-jaya")["series"], entry(book, "maju-jaya")["number"]) == ("outside", "5/NOT/2026")
    sent = run("record", "sent", "maju-jaya", "agreement", "--via", "email", "--book", book)
    assert sent.exit_code == 0, sent.output
