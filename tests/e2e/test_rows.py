"""`kit record --from FILE`: all rows or none, in their order, each once however often the file is given."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kit.cli.recording import record
from kit.output import batch
from tests.books import ROOT, digests, own_book, run, run_apart

MAJU, WARUNG = "data/customers/maju-jaya.yaml", "data/register/warung-endang.yaml"
SENT = {"kind": "sent", "date": "2026-11-23", "customer": "maju-jaya", "stage": "reminder-1",
        "items": ["INV/2026/0912"], "channel": "whatsapp", "by": "Dewi Anggraini"}  # fmt: skip
CALL = {"kind": "contact", "date": "2026-11-23", "customer": "warung-endang", "via": "call", "outcome": "no-answer"}
PAID = {"kind": "payment", "date": "2026-11-23", "customer": "maju-jaya", "amount": 1_000_000, "for": ["INV/2026/0912"]}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return own_book(tmp_path / "book")


def file(book: Path, *entries: object, name: str = "rows.json") -> Path:
    path = book.parent / name
    path.write_text(json.dumps({"format": 1, "entries": entries}, indent=1))
    return path


def give(book: Path, path: Path, code: int = 0) -> str:
    result = run("record", "--from", path, "--book", book, "--lang", "en")
    assert result.exit_code == code, result.output
    return result.stdout + result.stderr


def state(book: Path) -> dict[str, str]:
    return {name: each for name, each in digests(book).items() if ".lock" not in name}


def test_what_the_desk_saved_is_entered_and_given_twice_once(book: Path) -> None:
    path = file(book, SENT, CALL, PAID)
    said = give(book, path)
    assert "maju-jaya, reminder-1, by whatsapp" in said
    assert "Entered: 3 rows; 0 were entered before." in said
    after = state(book)
    assert "  - {date: 2026-11-23, amount: 1.000.000, for: INV/2026/0912}" in (book / MAJU).read_text()
    assert "Entered: 0 rows; 3 were entered before." in give(book, path)
    assert state(book) == after
    assert "Entered: 1 rows; 3 were entered before." in give(
        book, file(book, CALL, SENT, PAID, {**CALL, "note": "sore"})
    )
    assert run("check", "--book", book).exit_code == 0


def test_equal_rows_of_one_file_count_as_many(book: Path) -> None:
    give(book, file(book, CALL, CALL))
    give(book, file(book, CALL, CALL, CALL))
    assert (book / WARUNG).read_text().count("- kind:") == 3


def test_every_wrong_row_is_named_and_nothing_is_written(book: Path) -> None:
    rows = [
        CALL,
        {**CALL, "kind": "telepon"},
        {**CALL, "outcome": "perhaps"},
        {**CALL, "notes": "x"},
        {**CALL, "customer": "nobody"},
        {key: value for key, value in CALL.items() if key != "date"},
        {**SENT, "items": ["INV/2026/0001"]},
        {**SENT, "stage": "firm"},
        {**PAID, "for": ["INV/1"]},
        {**PAID, "method": ["a", "b"]},
        {**PAID, "again": "maybe"},
        {**PAID, "date": "2027-01-01"},
        {"kind": "delivered", "date": "2026-11-23", "customer": "maju-jaya", "number": "1", "outcome": "received",
         "file": "none.pdf"},
        {"kind": "payment", "date": "2026-11-23"},
    ]  # fmt: skip
    before = state(book)
    said = give(book, file(book, *rows), code=1)
    assert re.findall(r"row (\d+) ", said) == [str(number) for number in range(2, len(rows) + 1)]
    assert len(set(re.findall(r"rows\.json:(\d+):", said))) == len(rows) - 1
    for word in ("did you mean note?", "nobody", "sent-other-invoices", "not-due-to-send", "no-such-invoice", "one value",
                 "yes or no", "future-date", "none.pdf", "its day"):  # fmt: skip
        assert word in said, word
    assert state(book) == before


def test_rows_build_on_each_other(book: Path) -> None:
    read = {"kind": "read", "date": "2026-11-23", "customer": "maju-jaya", "stage": "reminder-1", "via": "whatsapp"}
    assert "row 1 (read)" in give(book, file(book, read, SENT), code=1)
    assert "Entered: 2 rows" in give(book, file(book, SENT, read))


def test_what_only_the_whole_book_can_tell_is_told(book: Path) -> None:
    slip = {"kind": "slip", "date": "2026-11-23", "customer": "maju-jaya", "invoice": "INV/2026/0912", "number": "B-1",
            "amount": "210.000"}  # fmt: skip
    (book / "data/customers/broken.yaml").write_text("name: x\n")
    assert "broken.yaml" in give(book, file(book, slip), code=1)


def test_an_id_means_one_thing_for_ever(book: Path) -> None:
    give(book, file(book, {**PAID, "id": "mutasi-1"}))
    before = state(book)
    assert "[row-changed]" in give(book, file(book, {**PAID, "id": "mutasi-1", "amount": 5}), code=1)
    assert "0 rows; 1 were" in give(book, file(book, {**PAID, "id": "mutasi-1"}))
    assert state(book) == before
    # The same money again under another id is what `payment` itself asks about.
    assert "[payment-again]" in give(book, file(book, {**PAID, "id": "mutasi-2"}), code=1)
    assert "1 rows" in give(book, file(book, {**PAID, "id": "mutasi-2", "again": True}))


def test_a_spreadsheet(book: Path) -> None:
    path = book.parent / "hari-ini.csv"
    path.write_text(
        "kind;date;customer;via;outcome;amount;for;note\n"
        "contact;2026-11-23;maju-jaya;call;reached;;;minta salinan | segera\n"
        "payment;2026-11-20;maju-jaya;;;1.000.000;INV/2026/0912 | INV/1;\n"
    )
    assert "[no-such-invoice] maju-jaya has no invoice INV/1" in give(book, path, code=1)
    path.write_text(path.read_text().replace(" | INV/1", ""))
    assert "Entered: 2 rows" in give(book, path)
    assert 'note: "minta salinan | segera"' in (book / "data/register/maju-jaya.yaml").read_text()


def test_a_proof_lies_beside_the_file_or_in_the_book(book: Path) -> None:
    run("issue", "sumber-rejeki", "--book", book)
    (number,) = re.findall(
        r'^  number: "(.*)"$', (book / "data/register/sumber-rejeki.yaml").read_text(), re.MULTILINE
    )[-1:]
    row = {
        "kind": "delivered",
        "date": "2026-11-23",
        "customer": "sumber-rejeki",
        "number": number,
        "outcome": "received",
    }
    (book.parent / "resi.txt").write_text("resi")
    kept = book / "data/evidence/sumber-rejeki"
    (kept / "dalam").mkdir(parents=True)
    (kept / "dalam/slip.txt").write_text("slip")
    give(
        book,
        file(book, {**row, "file": "resi.txt"}, {**row, "file": "book/data/evidence/sumber-rejeki/dalam/slip.txt"}),
    )
    assert (kept / "resi.txt").read_text() == "resi"
    text = (book / "data/register/sumber-rejeki.yaml").read_text()
    assert 'file: "resi.txt"' in text
    assert 'file: "dalam/slip.txt"' in text


def test_usage(book: Path) -> None:
    path = file(book, CALL)
    assert run("record", "--from", path, "contact", "maju-jaya").exit_code == 2
    assert run("record").exit_code == 2
    assert run("record", "--from", book.parent / "missing.json").exit_code == 2
    assert run("record", "--from", path, "--book", book.parent).exit_code == 1


def test_the_documents_show_files_that_read(book: Path) -> None:
    text = (ROOT / "docs/records.md").read_text()
    shown = re.findall(r"```(?:json)?\n(.*?)```", text, re.DOTALL)
    (book.parent / "a.json").write_text(shown[0])
    assert "Entered: 3 rows" in give(book, book.parent / "a.json")
    named = re.findall(r"`([a-z-]+)`", re.findall(r"^\| `kind`.*$", text, re.MULTILINE)[0])
    assert set(named) - {"kind"} <= set(record.commands) | {"kit record"}


def test_what_was_stopped_halfway_is_finished_by_whoever_comes_next(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: Path) -> None:
        raise KeyboardInterrupt

    before = state(book)
    with monkeypatch.context() as stopped:
        stopped.setattr(batch, "finish", lambda book: stop(book) if (book / batch.INTENT).exists() else None)
        run("record", "--from", file(book, SENT, CALL, PAID), "--book", book)
    assert (book / batch.INTENT).exists()
    assert {name: each for name, each in state(book).items() if name != batch.INTENT} == before
    assert "reminder-1" not in run("plan", "--list", "--book", book).stdout.split("maju-jaya")[-1].split("\n")[0]
    assert not (book / batch.INTENT).exists()
    assert "0 rows; 3 were" in give(book, file(book, SENT, CALL, PAID))


def test_an_intent_touches_registers_and_customers_only(book: Path) -> None:
    with pytest.raises(ValueError, match="not a file of the book"):
        batch.write_together(book, {"data/creditor.yaml": b""})
    (book / batch.INTENT).write_text(json.dumps({"../x.yaml": "", "data/creditor.yaml": ""}))
    before = (book / "data/creditor.yaml").read_bytes()
    batch.finish(book)
    assert (book / "data/creditor.yaml").read_bytes() == before
    assert not (book.parent / "x.yaml").exists()


def test_twenty_givers_at_once_enter_everything_once(book: Path) -> None:
    shared = file(book, CALL, PAID)
    own = [file(book, CALL, PAID, {**CALL, "note": f"nomor {n}"}, name=f"rows-{n}.json") for n in range(10)]

    def one(path: Path) -> int:
        return run_apart("record", "--from", path, "--book", book).returncode

    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(one, [shared] * 10 + own)) == {0}
    assert (book / WARUNG).read_text().count("- kind:") == 11
    assert (book / MAJU).read_text().count("amount: 1.000.000") == 1
    assert run("check", "--book", book).exit_code == 0
