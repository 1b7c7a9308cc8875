"""`kit record`: what people did and said, entered once, in its place, with every comment still there."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kit.cli.recording import record
from tests.books import digests, own_book, run

FILE, REGISTER = "data/customers/maju-jaya.yaml", "data/register/maju-jaya.yaml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return own_book(tmp_path / "book")


def enter(book: Path, *words: object, code: int = 0) -> str:
    result = run("record", *words, "--book", book)
    assert result.exit_code == code, result.output
    return result.stdout + result.stderr


TOLD = [
    (("payment", "10.500.000", "--for", "INV/2026/0912", "--method", "transfer BCA"),
     "  - {date: 2026-11-23, amount: 10.500.000, for: INV/2026/0912, method: transfer BCA}",
     "maju-jaya paid Rp10.500.000, 23 Nov 2026"),
    (("payment", "500000", "--date", "2026-11-20"), "  - {date: 2026-11-20, amount: 500.000}", "20 Nov 2026"),
    (("promise", "5.000.000", "--by", "2026-11-27", "--via", "telepon: Pak Budi"),
     'promises:\n  - {made: 2026-11-23, amount: 5.000.000, by: 2026-11-27, via: "telepon: Pak Budi"}',
     "promises Rp5.000.000 by 27 Nov 2026"),
    (("hold", "--reason", "menunggu audit", "--until", "2026-12-04"),
     "holds:\n  - {since: 2026-11-23, reason: menunggu audit, until: 2026-12-04}", "until 4 Dec 2026"),
    (("hold", "--reason", "retur", "--invoice", "INV/2026/0912"),
     "  - {since: 2026-11-23, reason: retur, invoices: [INV/2026/0912]}", "on hold from 23 Nov 2026"),
    (("dispute", "INV/2026/0912", "--reason", "tiga karton rusak"),
     "disputes:\n  - {invoice: INV/2026/0912, opened: 2026-11-23, reason: tiga karton rusak}", "objects to INV/2026/0912"),
    (("dispute", "INV/2026/0912", "--amount", "1.500.000"),
     "disputes:\n  - {invoice: INV/2026/0912, opened: 2026-11-23, amount: 1.500.000}", "objects to Rp1.500.000 of INV/2026/0912"),
    (("slip", "INV/2026/0912", "--number", "2600012345", "--amount", "210.000"),
     "slips:\n  - {number: 2600012345, date: 2026-11-23, for: INV/2026/0912, amount: 210.000}",
     "slip 2600012345 of Rp210.000 for INV/2026/0912"),
    (("write-off", "INV/2026/0912", "--reason", "selisih", "--amount", "250"),
     "write_offs:\n  - {date: 2026-11-23, for: INV/2026/0912, amount: 250, reason: selisih}", "INV/2026/0912 is written off"),
    (("claim", "10.500.000", "--via", "WhatsApp"),
     "claims:\n  - {made: 2026-11-23, amount: 10.500.000, via: WhatsApp}", "2 working days"),
    (("giro", "BG-1", "10.500.000", "--bank", "Bank Contoh", "--written", "2026-11-20", "--effective", "2026-12-01",
      "--for", "INV/2026/0912"),
     "effective: 2026-12-01, received: 2026-11-23, amount: 10.500.000, for: INV/2026/0912}", "it rests until 3 Dec 2026"),
    (("handed", "2.000.000", "--to", "Agus Salim", "--receipt", "KW-1"),
     "handed:\n  - {date: 2026-11-23, amount: 2.000.000, to: Agus Salim, receipt: KW-1}", "2 working days to find it"),
    (("returned", "INV/2026/0912", "1.200.000", "--note", "tiga karton penyok"),
     "returns:\n  - {date: 2026-11-23, invoice: INV/2026/0912, value: 1.200.000, note: tiga karton penyok}",
     "answer by 30 Nov 2026"),
    (("extension", "INV/2026/0912", "--due", "2026-12-18", "--reason", "panen mundur"),
     "    extensions: [{granted: 2026-11-23, due: 2026-12-18, reason: panen mundur}]", "is now due on 18 Dec 2026"),
    (("insolvent", "--source", "surat pengurus"), "insolvent: {date: 2026-11-23, source: surat pengurus}",
     "nothing goes out any more"),
    (("deceased", "--source", "kabar keluarga"), "deceased: {date: 2026-11-23, source: kabar keluarga}",
     "nothing goes out any more"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "written", "said"), TOLD, ids=lambda each: each[0] if isinstance(each, tuple) else ""
)
def test_what_is_told_stands_in_the_customers_own_file(
    book: Path, words: tuple[str, ...], written: str, said: str
) -> None:
    before = (book / FILE).read_text()
    out = enter(book, words[0], "maju-jaya", *words[1:])
    assert said in out
    assert out.count("\n") == 1
    after = (book / FILE).read_text()
    assert written in after
    assert set(before.splitlines()) <= set(after.splitlines())
    assert after.startswith("# Paid a part, the rest is eleven days late.")
    assert run("check", "--book", book).exit_code == 0


def test_each_word_moves_the_verdict(book: Path) -> None:
    enter(book, "claim", "maju-jaya", "10.500.000")
    assert "on hold (payment claimed) until 25 Nov 2026" in run("explain", "maju-jaya", "--book", book).stdout
    enter(book, "payment", "maju-jaya", "10.500.000")
    assert "on hold" not in run("explain", "maju-jaya", "--book", book).stdout
    enter(book, "promise", "sumber-rejeki", "1.000.000", "--by", "2026-11-25")
    assert "on hold (promise to pay) until 25 Nov 2026" in run("explain", "sumber-rejeki", "--book", book).stdout


REFUSED = [
    ("payment", ("1.000", "--date", "2026-11-24"), 1, "future"),
    ("payment", ("1.000", "--for", "INV/2026/0913"), 1, "INV/2026/0912"),
    ("payment", ("2.000.000", "--date", "2026-11-14"), 1, "--again"),
    ("payment", ("1,000",), 2, "1.500.000"),
    ("payment", ("0",), 2, "amount"),
    ("payment", (), 2, "AMOUNT"),
    ("promise", ("1.000", "--by", "2026-11-22"), 1, "lies before"),
    ("promise", ("1.000",), 2, "--by"),
    ("hold", (), 2, "--reason"),
    ("hold", ("--reason", "x" * 400), 1, "300"),
    ("hold", ("--reason", "x", "--until", "2026-11-01"), 1, "lies before"),
    ("hold", ("--reason", "a\u202eb"), 1, "U+202E"),
    ("dispute", ("INV/1",), 1, "no invoice"),
    ("claim", ("1.000", "--for", "INV/1"), 1, "no invoice"),
    ("giro", ("BG", "1.000", "--bank", "B", "--written", "2026-11-24"), 1, "lies before"),
    ("giro", ("BG", "1.000", "--bank", "B", "--effective", "2026-11-22"), 1, "lies before"),
    ("giro", ("BG", "1.000"), 2, "--bank"),
    ("giro", ("BG", "1.000", "--bank", "B", "--for", "INV/1"), 1, "no invoice"),
    ("giro-cleared", ("BG",), 1, "no giro BG"),
    ("giro-bounced", ("BG",), 1, "no giro BG"),
    ("handed", ("1.000",), 2, "--to"),
    ("handed", ("1.000", "--to", "x", "--for", "INV/1"), 1, "no invoice"),
    ("returned", ("INV/1", "1.000"), 1, "no invoice"),
    ("returned", ("INV/2026/0912", "1.000", "--answer-by", "2026-11-01"), 1, "lies before"),
    ("answered", ("INV/2026/0912",), 1, "no return"),
    ("insolvent", (), 2, "--source"),
    ("deceased", ("--source", "a\u202eb"), 1, "U+202E"),
    ("contact", ("--via", "call", "--outcome", "reached", "--date", "2026-11-24"), 1, "future"),
    ("contact", ("--via", "pigeon", "--outcome", "reached"), 2, "--via"),
    ("contact", ("--via", "call", "--outcome", "reached", "--note", "a\u202eb"), 1, "U+202E"),
    ("delivered", ("009/ST/XI/2026", "--outcome", "received"), 1, "009/ST/XI/2026"),
    ("approved", ("firmm", "--by", "Rina"), 1, "known are"),
    ("approved", ("firm",), 2, "--by"),
    ("hold-ended", (), 1, "open are: -"),
    ("hold-ended", ("--date", "2026-11-24"), 1, "future"),
    ("dispute-closed", ("INV/2026/0912",), 1, "open are: -"),
    ("extension", ("INV/2026/0912", "--due", "2026-11-01"), 1, "extension-earlier"),
    ("extension", ("INV/2026/9999", "--due", "2026-12-18"), 1, "INV/2026/9999"),
    ("extension", ("INV/2026/0912",), 2, "--due"),
    ("void", ("99", "--reason", "x"), 1, "no entry 99"),
    ("void", ("0", "--reason", "x"), 2, "0"),
]


@pytest.mark.parametrize(("command", "words", "code", "said"), REFUSED)
def test_what_is_refused_changes_nothing(
    book: Path, command: str, words: tuple[str, ...], code: int, said: str
) -> None:
    before = digests(book)
    out = enter(book, command, "maju-jaya", *words, code=code)
    assert said in out
    after = digests(book)
    after.pop("data/register/.lock", None)
    assert after == before


@pytest.mark.parametrize("command", ["payment", "promise", "claim", "dispute", "hold", "contact", "delivered", "approved",
                                     "void", "hold-ended", "dispute-closed"])  # fmt: skip
def test_nothing_is_left_where_no_book_or_customer_is(book: Path, tmp_path: Path, command: str) -> None:
    words = {"payment": ["1"], "promise": ["1", "--by", "2026-11-30"], "claim": ["1"], "dispute": ["X"],
             "hold": ["--reason", "x"], "contact": ["--via", "call", "--outcome", "reached"],
             "delivered": ["1", "--outcome", "received"], "approved": ["firm", "--by", "x"],
             "void": ["1", "--reason", "x"], "hold-ended": [], "dispute-closed": ["X"]}[command]  # fmt: skip
    (tmp_path / "none").mkdir()
    assert run("record", command, "budi", *words, "--book", tmp_path / "none").exit_code == 1
    assert list((tmp_path / "none").iterdir()) == []
    enter(book, command, "nobody", *words, code=1)


@pytest.mark.parametrize("command", sorted(record.commands))
def test_every_help_has_an_example(command: str) -> None:
    assert f"kit record {command}" in run("record", command, "--help").stdout


def test_an_equal_payment_needs_a_word(book: Path) -> None:
    enter(book, "payment", "maju-jaya", "1.000.000")
    enter(book, "payment", "maju-jaya", "1.000.000", code=1)
    enter(book, "payment", "maju-jaya", "1.000.000", "--again", "--reference", "BCA 0002")
    assert (book / FILE).read_text().count("amount: 1.000.000") == 2
    for words in (("promise", "7", "--by", "2026-11-30"), ("claim", "9"), ("hold", "--reason", "x"),
                  ("dispute", "INV/2026/1077")):  # fmt: skip
        enter(book, words[0], "maju-jaya", *words[1:])
        enter(book, words[0], "maju-jaya", *words[1:], code=1)


def test_a_file_with_windows_line_ends_keeps_them(book: Path) -> None:
    path = book / FILE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    enter(book, "payment", "maju-jaya", "1.000.000")
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    assert run("check", "--book", book).exit_code == 0


def test_an_attempt_to_speak_is_in_the_register(book: Path) -> None:
    out = enter(book, "contact", "maju-jaya", "--via", "call", "--outcome", "reached", "--note", 'kata: "besok"')
    assert "call, reached, 23 Nov 2026" in out
    assert 'by: "Dewi Anggraini"' in (book / REGISTER).read_text()
    enter(
        book, "contact", "maju-jaya", "--via", "call", "--outcome", "no-answer", "--date", "2026-11-20", "--by", "Rina"
    )
    enter(book, "approved", "maju-jaya", "firm", "--by", "Hendra Wibisono")
    assert run("check", "--book", book).exit_code == 0


def test_a_wrong_entry_is_taken_back_once(book: Path) -> None:
    before = (book / REGISTER).read_bytes()
    count = before.count(b"\n- ")
    enter(book, "contact", "maju-jaya", "--via", "meeting", "--outcome", "reached")
    place = count + 1
    assert f"entry {place} (contact)" in enter(book, "void", "maju-jaya", place, "--reason", "salah pelanggan")
    enter(book, "void", "maju-jaya", place, "--reason", "lagi", code=1)
    enter(book, "void", "maju-jaya", place + 1, "--reason", "lagi", code=1)
    assert (book / REGISTER).read_bytes().startswith(before)
    assert run("check", "--book", book).exit_code == 0


def test_a_delivery_keeps_its_proof(book: Path, tmp_path: Path) -> None:
    assert run("issue", "sumber-rejeki", "--book", book).exit_code == 0
    proof = tmp_path / "resi-001.pdf"
    proof.write_bytes(b"%PDF-1.7 resi")
    words = ("delivered", "sumber-rejeki", "001/ST/XI/2026", "--outcome", "received", "--receiver", "Ibu Tini")
    assert "001/ST/XI/2026 received" in enter(book, *words, "--file", proof, "--resi", "JX0001")
    kept = book / "data/evidence/sumber-rejeki/resi-001.pdf"
    assert kept.read_bytes() == proof.read_bytes()
    text = (book / "data/register/sumber-rejeki.yaml").read_text()
    assert hashlib.sha256(proof.read_bytes()).hexdigest() in text
    enter(book, *words, "--file", kept)
    proof.write_bytes(b"another")
    assert "another file" in enter(book, *words, "--file", proof, code=1)
    enter(book, *words, "--date", "2026-11-22", code=1)
    enter(book, "delivered", "sumber-rejeki", "002/ST/XI/2026", "--outcome", "received", code=1)
    odd = tmp_path / "foto\u202e.pdf"
    odd.write_bytes(b"x")
    enter(book, *words, "--file", odd, code=1)
    assert kept.read_bytes() == b"%PDF-1.7 resi"
    assert run("check", "--book", book).exit_code == 0


def test_they_speak_indonesian(book: Path) -> None:
    assert "membayar Rp1.000.000" in enter(book, "payment", "maju-jaya", "1.000.000", "--lang", "id")
    assert "sudah dicatat" in enter(book, "payment", "maju-jaya", "1.000.000", "--lang", "id", code=1)


def test_a_pause_gets_its_last_day_and_everything_else_stays(book: Path) -> None:
    before = (book / FILE).read_text() + (
        "holds:\n"
        "  - {since: 2026-11-10, reason: audit, until: 2026-11-20}  # over\n"
        "  - since: 2026-11-16  # by phone\n"
        "    reason: retur\n"
        "    invoices: [INV/2026/0912]\n"
        "  - {since: 2026-11-18, reason: audit kedua, until: 2026-12-31}\n"
    )
    (book / FILE).write_text(before)
    asked = enter(book, "hold-ended", "maju-jaya", code=1)
    assert "[hold-which]" in asked
    assert "2026-11-16 INV/2026/0912 (retur); 2026-11-18 (audit kedua)" in asked
    missing = enter(book, "hold-ended", "maju-jaya", "--since", "2026-11-10", code=1)
    assert "[hold-none]" in missing
    assert "2026-11-18 (audit kedua)" in missing
    assert (book / FILE).read_text() == before
    said = enter(book, "hold-ended", "maju-jaya", "--since", "2026-11-18", "--date", "2026-11-22")
    assert said == "Recorded: maju-jaya, the pause since 18 Nov 2026 ends with 22 Nov 2026.\n"
    after = before.replace("until: 2026-12-31", "until: 2026-11-22")
    assert (book / FILE).read_text() == after
    enter(book, "hold-ended", "maju-jaya", "--invoice", "INV/2026/0912")
    assert (book / FILE).read_text() == after.replace(
        "    invoices: [INV/2026/0912]\n", "    invoices: [INV/2026/0912]\n    until: 2026-11-23\n"
    )
    assert "open are: -" in enter(book, "hold-ended", "maju-jaya", code=1)


def test_the_only_pause_needs_no_further_word(book: Path) -> None:
    enter(book, "hold", "maju-jaya", "--reason", "audit", "--date", "2026-11-20")
    assert "on hold" in run("explain", "maju-jaya", "--book", book).stdout
    enter(book, "hold-ended", "maju-jaya", "--date", "2026-11-22")
    assert "on hold" not in run("explain", "maju-jaya", "--book", book).stdout


def test_an_objection_is_settled_and_the_invoice_counts_again(book: Path) -> None:
    enter(book, "dispute", "maju-jaya", "INV/2026/0912", "--reason", "rusak", "--date", "2026-11-20")
    between = (book / FILE).read_text()
    wrong = enter(book, "dispute-closed", "maju-jaya", "INV/2026/1077", code=1)
    assert "[dispute-none]" in wrong
    assert "open are: INV/2026/0912" in wrong
    said = enter(book, "dispute-closed", "maju-jaya", "INV/2026/0912", "--date", "2026-11-22")
    assert said == "Recorded: maju-jaya, the objection to INV/2026/0912 is settled, 22 Nov 2026.\n"
    assert (book / FILE).read_text() == between.replace("reason: rusak}", "reason: rusak, closed: 2026-11-22}")
    assert "dispute-none" in enter(book, "dispute-closed", "maju-jaya", "INV/2026/0912", code=1)
    assert run("check", "--book", book).exit_code == 0


def test_a_giro_bounces_or_clears_once(book: Path) -> None:
    for number in ("BG-1", "BG-2"):
        enter(book, "giro", "maju-jaya", number, "1.000.000", "--bank", "Bank Contoh", "--date", "2026-11-19")
    assert "same entry" in enter(book, "giro", "maju-jaya", "BG-1", "1.000", "--bank", "Bank Contoh", code=1)
    assert "the ladder goes on" in enter(book, "giro-bounced", "maju-jaya", "BG-1")
    assert "now enter its payment" in enter(book, "giro-cleared", "maju-jaya", "BG-2")
    assert "bounced on 2026-11-23" in enter(book, "giro-cleared", "maju-jaya", "BG-1", code=1)
    assert "cleared on 2026-11-23" in enter(book, "giro-bounced", "maju-jaya", "BG-2", code=1)
    assert "bounced: 2026-11-23}" in (book / FILE).read_text()
    assert "warning[giro-no-payment]" in run("check", "--book", book).stderr
    summary = run("build", "--book", book).stdout
    assert "For ourselves to answer:" in summary
    assert "enter the payment" in summary


def test_goods_returned_are_answered_once(book: Path) -> None:
    enter(book, "returned", "maju-jaya", "INV/2026/0912", "1.000", "--date", "2026-11-02")
    assert "same entry" in enter(
        book, "returned", "maju-jaya", "INV/2026/0912", "1.000", "--date", "2026-11-02", code=1
    )
    assert "came back on" in run("explain", "maju-jaya", "--book", book).stdout
    assert "answered on" in enter(book, "answered", "maju-jaya", "INV/2026/0912")
    assert "no return" in enter(book, "answered", "maju-jaya", "INV/2026/0912", code=1)


def test_an_objection_has_a_reason_code_and_a_day_for_our_answer(book: Path) -> None:
    told = ("dispute", "maju-jaya", "INV/2026/0912", "--date", "2026-11-02", "--ground", "quality")
    assert "before" in enter(book, *told, "--answer-by", "2026-11-01", code=1)
    assert "answer by 4 Nov 2026" in enter(book, *told, "--answer-by", "2026-11-04")
    line = "{invoice: INV/2026/0912, opened: 2026-11-02, ground: quality, answer_by: 2026-11-04}"
    assert line in (book / FILE).read_text()
    for place in (run("build", "--book", book), run("explain", "maju-jaya", "--book", book)):
        assert "objected on 2 Nov 2026 (quality), and our answer was due by 4 Nov 2026" in " ".join(
            place.stdout.split()
        )
    assert "stands until it is closed" in enter(book, "answered", "maju-jaya", "INV/2026/0912")
    assert "answered: 2026-11-23}" in (book / FILE).read_text()
    assert "no objection" in enter(book, "answered", "maju-jaya", "INV/2026/0912", code=1)
    assert "our answer was due" not in run("build", "--book", book).stdout


def test_what_stops_everything_is_said_once(book: Path) -> None:
    enter(book, "handed", "maju-jaya", "1.000", "--to", "Agus")
    assert "same entry" in enter(book, "handed", "maju-jaya", "1.000", "--to", "Agus", code=1)
    for word, kind in (("insolvent", "insolvency"), ("deceased", "deceased")):
        enter(book, word, "maju-jaya", "--source", "kabar")
        assert "same entry" in enter(book, word, "maju-jaya", "--source", "kabar", code=1)
        out = run("explain", "maju-jaya", "--book", book).stdout
        assert f"on hold ({kind})" in out
        assert "ask counsel" in out
    assert "maju-jaya" not in run("plan", "--list", "--book", book).stdout


def test_a_letter_says_that_a_giro_bounced(book: Path) -> None:
    enter(book, "giro", "maju-jaya", "BG-104882", "10.500.000", "--bank", "Bank Contoh", "--date", "2026-11-16")
    enter(book, "giro-bounced", "maju-jaya", "BG-104882", "--date", "2026-11-18")
    assert run("build", "--book", book).exit_code == 0
    told = "".join(path.read_text() for path in (book / "build/outbox/maju-jaya").rglob("*.html"))
    assert "Bilyet giro nomor BG-104882 (Bank Contoh, Rp10.500.000) tidak dapat dicairkan pada 18 November 2026" in told
    (mail,) = (book / "build/outbox/maju-jaya").rglob("*.eml")
    assert "BG-104882" in mail.read_text()


def test_money_given_back_is_entered_once(book: Path) -> None:
    enter(book, "payment", "maju-jaya", "60.000.000")
    assert "Rp150.000 given back to maju-jaya" in enter(book, "refund", "maju-jaya", "150.000", "--reason", "kelebihan")
    assert "  - {date: 2026-11-23, amount: 150.000, reason: kelebihan}" in (book / FILE).read_text()
    assert "same entry" in enter(book, "refund", "maju-jaya", "150.000", code=1)


@pytest.mark.parametrize(
    "words", [("slip", "--number", "B-1", "--amount", "1.000"), ("write-off", "--reason", "selisih")]
)
def test_a_slip_and_a_write_off_are_entered_once_for_an_invoice_that_exists(book: Path, words: tuple[str, ...]) -> None:
    command, *options = words
    assert "no invoice" in enter(book, command, "maju-jaya", "INV/1", *options, code=1)
    enter(book, command, "maju-jaya", "INV/2026/0912", *options)
    assert "same entry" in enter(book, command, "maju-jaya", "INV/2026/0912", *options, code=1)


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("[{granted: 2026-11-01, due: 2026-11-24}]",
         "[{granted: 2026-11-01, due: 2026-11-24}, {granted: 2026-11-23, due: 2026-12-18}]"),
        ("\n      # pertama\n      - granted: 2026-11-01\n        due: 2026-11-24   # lama",
         "\n      # pertama\n      - granted: 2026-11-01\n        due: 2026-11-24   # lama\n      - granted: 2026-11-23\n        due: 2026-12-18"),
    ],
)  # fmt: skip
def test_a_second_extension_joins_the_first(book: Path, written: str, after: str) -> None:
    text = (book / FILE).read_text()
    head, tail = text.split("number: INV/2026/0912\n", 1)
    text = f"{head}number: INV/2026/0912\n    extensions: {written}\n{tail}"
    (book / FILE).write_text(text)
    enter(book, "extension", "maju-jaya", "INV/2026/0912", "--due", "2026-12-18")
    assert (book / FILE).read_text() == text.replace(written, after)


def test_a_part_gets_its_extension_by_hand(book: Path) -> None:
    text = (book / FILE).read_text().replace(
        "invoices:\n",
        "invoices:\n  - {number: INV/T, issued: 2026-11-01, amount: 100, parts: "
        "[{due: 2026-12-01, percent: 50 %}, {due: 2026-12-31, percent: 50 %}]}\n", 1,
    )  # fmt: skip
    (book / FILE).write_text(text)
    for name in ("INV/T", "INV/T (termin 1 dari 2)"):
        assert "[extension-part]" in enter(book, "extension", "maju-jaya", name, "--due", "2027-01-30", code=1)
    enter(book, "extension", "maju-jaya", "INV/2026/0912", "--due", "2026-12-18")
    assert (book / FILE).read_text() != text
    assert run("check", "--book", book).exit_code == 0
