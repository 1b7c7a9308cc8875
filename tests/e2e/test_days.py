"""From day to day: status, explain, issue, record; a book that moves forward and never speaks twice."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from tests.books import own_book, run, story_book


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return own_book(tmp_path)


def status(book: Path, day: str | None = None) -> dict[str, dict[str, object]]:
    words = ["--as-of", day] if day else []
    data = json.loads(run("status", "--book", book, "--json", *words).stdout)
    return {row["id"]: row for row in data["customers"]}


def test_status_for_a_program(book: Path) -> None:
    data = json.loads(run("status", "--book", book, "--as-of", "2026-11-23", "--json").stdout)
    figures = {key: data[key] for key in data if key not in ("customers", "as_of")}
    assert figures == {
        "open_invoices": 8, "past_due_invoices": 5, "past_due_customers": 4,
        "outstanding": 50_640_000, "past_due": 34_270_000, "unallocated": 0,
    }  # fmt: skip
    row = next(each for each in data["customers"] if each["id"] == "maju-jaya")
    assert row["stage"] == "reminder-1"
    assert (row["verdict"], row["outstanding"], row["past_due"], row["days_past_due"]) == (
        "send", 15_300_000, 10_500_000, 11)  # fmt: skip
    assert {each["code"] for each in row["reasons"]} == {"past-due", "stage-come"}


def test_status_for_a_person(book: Path) -> None:
    text = run("status", "--book", book).stdout
    assert "sumber-rejeki" in text
    assert "50.640.000" in text
    assert "8 open invoices, 5 of them past due (4 customers)" in text
    assert "jatuh tempo" in run("status", "--book", book, "--lang", "id").stdout or "Sisa tagihan" in run(
        "status", "--book", book, "--lang", "id").stdout  # fmt: skip


def test_explain_shows_where_every_rupiah_comes_from(book: Path) -> None:
    text = run("explain", "sumber-rejeki", "--book", book).stdout
    for words in (
        "INV/2026/0851", "9.640.000", "340.000", "9.300.000", "data/customers/sumber-rejeki.yaml:13",
        "NK/2026/031", "send firm", "24 days past due", "2026-11-13  reminder-2  email",
    ):  # fmt: skip
        assert words in text
    data = json.loads(run("explain", "sumber-rejeki", "--book", book, "--json").stdout)
    assert (data["claim"], data["verdict"]) == (14_515_000, "send")


def test_explain_says_the_hours_where_the_customer_is(book: Path) -> None:
    assert "08.00–20.00 WITA" in run("explain", "bahari-jaya", "--book", book).stdout
    assert "08.00–20.00 WIB" in run("explain", "maju-jaya", "--book", book).stdout


def test_explain_says_what_is_missing(book: Path) -> None:
    path = book / "data/creditor.yaml"
    path.write_text(path.read_text().replace("read_until: 2026-11-21", "read_until: 2026-11-17"))
    text = run("explain", "sumber-rejeki", "--book", book).stdout
    assert "blocked before firm" in text
    assert "read_until" in text
    built = run("build", "--book", book)
    assert "Needs attention" in built.stdout
    assert not (book / "build/letters").exists()


def test_a_letter_is_issued_once_and_passed_on_as_it_was_frozen(book: Path) -> None:
    result = run("issue", "sumber-rejeki", "--book", book)
    assert result.exit_code == 0, result.output
    assert "001/ST/XI/2026" in result.stdout
    kept = book / "data/issued/sumber-rejeki/001-ST-XI-2026.pdf"
    register = (book / "data/register/sumber-rejeki.yaml").read_text()
    assert hashlib.sha256(kept.read_bytes()).hexdigest() in register
    assert '"total": 14515000' in register

    assert run("build", "--book", book).exit_code == 0
    assert (book / "build/letters/sumber-rejeki/firm.pdf").read_bytes() == kept.read_bytes()
    mail = (book / "build/outbox/sumber-rejeki/firm/message.eml").read_bytes()
    assert b"application/pdf" in mail

    again = run("issue", "sumber-rejeki", "--book", book)
    assert again.exit_code == 1
    assert "001/ST/XI/2026" in again.stderr
    assert run("check", "--book", book).exit_code == 0


def test_what_was_sent_bears_the_date_that_the_paper_gives(book: Path) -> None:
    assert run("issue", "sumber-rejeki", "--book", book).exit_code == 0
    creditor = book / "data/creditor.yaml"
    creditor.write_text(creditor.read_text().replace("as_of: 2026-11-23", "as_of: 2026-11-24"))
    assert run("record", "sent", "sumber-rejeki", "firm", "--via", "letter", "--book", book).exit_code == 0
    entries = (book / "data/register/sumber-rejeki.yaml").read_text().split("- kind: ")
    assert 'deadline: "2026-11-30"' in entries[-2]
    assert 'deadline: "2026-11-30"' in entries[-1]
    assert 'number: "001/ST/XI/2026"' in entries[-1]


def test_a_payment_after_the_issue_makes_the_letter_outdated(book: Path) -> None:
    assert run("issue", "sumber-rejeki", "--book", book).exit_code == 0
    path = book / "data/customers/sumber-rejeki.yaml"
    path.write_text(path.read_text() + "payments:\n  - {date: 2026-11-23, amount: 1.000.000}\n")
    result = run("build", "--book", book)
    assert result.exit_code == 0
    assert "001/ST/XI/2026" in result.stderr
    assert run("issue", "sumber-rejeki", "--book", book).stdout.startswith("002/ST/XI/2026")


def pay(book: Path, amount: str) -> None:
    path = book / "data/customers/sumber-rejeki.yaml"
    text = path.read_text().split("payments:\n")[0]
    path.write_text(text + (f"payments:\n  - {{date: 2026-11-23, amount: {amount}}}\n" if amount else ""))


def test_which_paper_was_sent_is_seen_from_what_it_states(book: Path) -> None:
    letter = ("record", "sent", "sumber-rejeki", "firm", "--via", "letter", "--book", book)
    register = book / "data/register/sumber-rejeki.yaml"
    assert run("issue", "sumber-rejeki", "--book", book).exit_code == 0
    pay(book, "1.000.000")
    stale = run(*letter)
    assert stale.exit_code == 1
    assert "[paper-outdated]" in stale.stderr
    assert "001/ST/XI/2026" in stale.stderr
    assert run("issue", "sumber-rejeki", "--book", book).exit_code == 0
    pay(book, "")
    assert run("issue", "sumber-rejeki", "--book", book).stdout.startswith("003/ST/XI/2026")
    before = register.read_text()
    asked = run(*letter)
    assert asked.exit_code == 1
    assert "[paper-which]" in asked.stderr
    assert "001/ST/XI/2026, 003/ST/XI/2026" in asked.stderr
    wrong = run(*letter, "--number", "003/ST/X/2026")
    assert wrong.exit_code == 1
    assert "did you mean 003/ST/XI/2026?" in wrong.stderr
    assert register.read_text() == before
    assert run(*letter, "--number", "001/ST/XI/2026").exit_code == 0
    assert 'number: "001/ST/XI/2026"' in register.read_text().split("- kind: ")[-1]


def test_the_one_paper_that_still_states_the_same_is_taken(book: Path) -> None:
    pay(book, "1.000.000")
    assert run("issue", "sumber-rejeki", "--book", book).exit_code == 0
    pay(book, "2.000.000")
    assert run("issue", "sumber-rejeki", "--book", book).exit_code == 0
    pay(book, "1.000.000")
    said = run("record", "sent", "sumber-rejeki", "firm", "--via", "letter", "--book", book)
    assert said.exit_code == 0, said.output
    last = (book / "data/register/sumber-rejeki.yaml").read_text().split("- kind: ")[-1]
    assert 'number: "001/ST/XI/2026"' in last, "not the newest, the one that is right"


def test_a_mail_without_a_current_paper_has_no_number(book: Path) -> None:
    assert run("issue", "sumber-rejeki", "--book", book).exit_code == 0
    pay(book, "1.000.000")
    assert run("record", "sent", "sumber-rejeki", "firm", "--via", "email", "--book", book).exit_code == 0
    assert "number:" not in (book / "data/register/sumber-rejeki.yaml").read_text().split("- kind: ")[-1]


@pytest.mark.parametrize("counsel", [False, True])
def test_the_register_names_who_signs_a_somasi(tmp_path: Path, *, counsel: bool) -> None:
    book = story_book(tmp_path / "stories")
    path = book / "data/creditor.yaml"
    firm = (
        "counsel:\n  firm: Kantor Hukum Wirya\n"
        "  address: {street: Jl. Wirya 1, city: Bandung, province: Jawa Barat, postcode: 40111}\n"
        "  advocates:\n    - {name: 'Ratna Wirya, S.H.', position: Advokat}\n    - {name: Bagus Wirya, position: Advokat}\n"
        "  surat_kuasa: {number: SK-1/2026, date: 2026-10-01}\n"
    )
    text = path.read_text()
    assert "\ncounsel:" not in text
    path.write_text(text + (firm if counsel else ""))
    result = run("issue", "sentosa-jaya", "somasi-2", "--book", book)
    assert result.exit_code == 0, result.output
    last = (book / "data/register/sentosa-jaya.yaml").read_text().split("- kind: ")[-1]
    assert ('signatory: "Ratna Wirya, S.H.; Bagus Wirya"' in last) is counsel


def test_an_issued_paper_that_was_changed_stops_the_build(book: Path) -> None:
    assert run("issue", "sumber-rejeki", "--book", book).exit_code == 0
    kept = book / "data/issued/sumber-rejeki/001-ST-XI-2026.pdf"
    kept.write_bytes(kept.read_bytes() + b" ")
    result = run("build", "--book", book)
    assert result.exit_code == 1
    assert "001-ST-XI-2026.pdf" in result.stderr


@pytest.mark.parametrize(("words", "exit_code"), [
    (("dapur-lestari",), 1), (("sumber-rejeki", "reminder-2"), 1), (("nobody",), 1),
    (("sumber-rejeki", "--as-of", "2027-01-01"), 1), ((), 2),
])  # fmt: skip
def test_what_cannot_be_issued(book: Path, words: tuple[str, ...], exit_code: int) -> None:
    result = run("issue", *words, "--book", book)
    assert result.exit_code == exit_code
    assert not (book / "data/issued").exists()


def test_what_was_sent_is_not_sent_again(book: Path) -> None:
    assert status(book)["warung-endang"]["verdict"] == "send"
    result = run("record", "sent", "warung-endang", "due", "--via", "whatsapp", "--book", book)
    assert result.exit_code == 0, result.output
    row = status(book)["warung-endang"]
    assert (row["verdict"], row["stage"]) == ("wait", "due")
    again = run("record", "sent", "warung-endang", "due", "--via", "whatsapp", "--book", book)
    assert again.exit_code == 1
    assert "due was" in again.stderr
    assert run("check", "--book", book).exit_code == 0


def test_a_whole_list_is_recorded(book: Path) -> None:
    listing = run("plan", "--book", book, "--list").stdout
    assert listing.splitlines()[0] == "bahari-jaya thanks whatsapp"
    assert len(listing.splitlines()) == 6
    path = book / "today.txt"
    path.write_text(listing + "# warung tidak jadi\n")
    result = run("record", "sent", "--list", path, "--book", book)
    assert result.exit_code == 0, result.output
    assert {row["verdict"] for row in status(book).values()} == {"wait", "clear"}
    assert run("plan", "--book", book, "--list").stdout == ""


@pytest.mark.parametrize("line", ["warung-endang firm whatsapp", "nobody due whatsapp", "maju-jaya reminder-1 email"])
def test_a_list_with_one_wrong_line_is_not_recorded_at_all(book: Path, line: str) -> None:
    path = book / "today.txt"
    path.write_text(f"maju-jaya reminder-1 whatsapp\n{line}\n")
    before = (book / "data/register/maju-jaya.yaml").read_bytes()
    assert run("record", "sent", "--list", path, "--book", book).exit_code == 1
    assert (book / "data/register/maju-jaya.yaml").read_bytes() == before


@pytest.mark.parametrize("words", [
    (), ("maju-jaya", "reminder-1"), ("maju-jaya", "reminder-1", "--via", "pigeon"),
])  # fmt: skip
def test_half_a_record_is_wrong_usage(book: Path, words: tuple[str, ...]) -> None:
    assert run("record", "sent", *words, "--book", book).exit_code == 2


def test_the_future_cannot_be_recorded(book: Path) -> None:
    words = ("record", "sent", "maju-jaya", "reminder-1", "--via", "email", "--date", "2026-11-24", "--book", book)
    result = run(*words)
    assert result.exit_code == 1
    assert "2026-11-24" in result.stderr


def test_a_somasi_that_was_never_issued_was_never_sent(tmp_path: Path) -> None:
    book = story_book(tmp_path / "stories")
    words = ("record", "sent", "sentosa-jaya", "somasi-2", "--via", "letter", "--book", book)
    register = book / "data/register/sentosa-jaya.yaml"
    before = register.read_text()
    refused = run(*words)
    assert refused.exit_code == 1
    assert "[paper-never-issued]" in refused.stderr
    assert "kit issue sentosa-jaya" in refused.stderr
    assert register.read_text() == before
    assert run("issue", "sentosa-jaya", "--book", book).exit_code == 0
    assert run(*words).exit_code == 0


def test_only_the_letter_itself_speaks_of_a_somasi(tmp_path: Path) -> None:
    book = story_book(tmp_path / "stories")
    assert run("build", "--book", book).exit_code == 0
    assert (book / "build/letters/sentosa-jaya/somasi-2.pdf").is_file()
    assert not (book / "build/outbox/sentosa-jaya").exists()
    links = yaml_links(book)
    for customer in ("sentosa-jaya", "graha-rasa", "karya-boga", "prima-niaga"):
        page = (book / f"build/site/{links[customer]}/index.html").read_text().lower()
        assert "somasi" not in page
        assert "sp1" not in page


def yaml_links(book: Path) -> dict[str, str]:
    """Return the token of each customer's page."""
    text = (book / "links.yaml").read_text()
    return dict(re.findall(r'^"([a-z0-9-]+)":\n  token: "([^"]+)"', text, flags=re.MULTILINE))


def test_nothing_is_left_where_no_book_is(tmp_path: Path) -> None:
    for words in (("issue", "budi"), ("record", "sent", "budi", "due", "--via", "email")):
        assert run(*words, "--book", tmp_path).exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_a_fortnight_of_mornings(book: Path) -> None:
    """Each day everything due is sent and recorded; nobody hears the same twice, and all gaps are kept."""
    creditor = book / "data/creditor.yaml"
    heard: list[tuple[str, str]] = []
    for day in (f"2026-{month}-{number:02}" for month, first, last in ((11, 23, 30), (12, 1, 12))
                for number in range(first, last + 1)):  # fmt: skip
        creditor.write_text(re.sub(r"(as_of|read_until): 2026-..-..", rf"\1: {day}", creditor.read_text()))
        listing = run("plan", "--book", book, "--list").stdout
        if listing:
            (book / "today.txt").write_text(listing)
            assert run("record", "sent", "--list", book / "today.txt", "--book", book).exit_code == 0
            heard += [(line.split()[0], line.split()[1]) for line in listing.splitlines()]
    assert len(heard) == len(set(heard))
    assert ("mamur-grosir", "firm") in heard
    assert [stage for who, stage in heard if who == "bahari-jaya"] == ["thanks"]
    assert [stage for who, stage in heard if who == "warung-endang"] == ["due", "reminder-1", "reminder-2", "firm"]
