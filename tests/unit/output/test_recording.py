"""Recording: the register grows by whole entries, issued papers stay as they are, links are private."""

import datetime as dt
import hashlib
import multiprocessing
import stat
from pathlib import Path
from typing import Any

import pytest
import yaml

from kit.domain.codes import Codes, Given
from kit.domain.model import Link
from kit.domain.policy import Channel
from kit.domain.register import (
    GENESIS,
    Approved,
    Contacted,
    Delivered,
    Entry,
    Issued,
    Outcome,
    Reach,
    Record,
    Register,
    Sent,
    Voided,
    plain,
)
from kit.output import disk, wording
from kit.output.failure import OperationalFailure
from kit.output.recording import (
    append_record,
    keep_issued,
    new_key,
    new_token,
    recording_lock,
    write_codes,
    write_links,
)

DAY = dt.date(2026, 11, 20)
ISSUED = Issued(
    date=DAY,
    stage="somasi-1",
    items=("INV/2026/0912", 'INV "2"'),
    number="012/ST/XI/2026",
    series="ST",
    sequence=12,
    figures=(("INV/2026/0912", 12_500_000), ("total", 12_500_000)),
    deadline=None,
    sha256="0" * 64,
    file="somasi-1-012.pdf",
    signatory="Ratna – Wijaya, S.H. 🙏",
)
ENTRIES: tuple[Entry, ...] = (
    ISSUED,
    Approved(DAY, "somasi-1", "Ratna: # Wijaya"),
    Sent(DAY, "h+7", (), Channel.EMAIL, "no", None, DAY),
    Delivered(DAY, "012/ST/XI/2026", Outcome.RECEIVED, "satpam\u2028\x85\u202e\ufeff\U000e0001"),
    Contacted(DAY, "call", Reach.REACHED, "1.500", note="~"),
    Voided(DAY, 2, "keliru\nbaris dua\ttab \\ ' \""),
)


def append(book: Path, register: Register, *entries: Entry) -> Register:
    """Append `entries` and return the register as it then is."""
    for entry in entries:
        with recording_lock(book) as held:
            record, problems = append_record(held, register, entry)
        assert record is not None, problems
        register = Register(register.customer, (*register.records, record))
    return register


def on_disk(book: Path, customer: str) -> Any:
    """Return the register file as a YAML reader that keeps all scalars as text sees it."""
    return yaml.load((book / "data" / "register" / f"{customer}.yaml").read_bytes(), Loader=yaml.BaseLoader)


def as_text(value: object) -> object:
    """Return `value` with every scalar as text."""
    if isinstance(value, dict):
        return {key: as_text(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_text(each) for each in value]
    return str(value)


def test_every_kind_of_entry_comes_back_as_written(tmp_path: Path) -> None:
    """All fields, in text that YAML cannot misread, chained from the first entry on."""
    register = append(tmp_path, Register("toko-maju"), *ENTRIES)
    read = on_disk(tmp_path, "toko-maju")
    expected = [
        {**plain(record.entry), "previous": record.previous, "hash": record.hash} for record in register.records
    ]
    assert read == as_text(expected)
    assert read[0]["previous"] == GENESIS
    assert [each["previous"] for each in read[1:]] == [each["hash"] for each in read[:-1]]
    first = (tmp_path / "data" / "register" / "toko-maju.yaml").read_text().splitlines()[0]
    assert first.startswith("# Written by kit, append-only")


def test_a_register_that_moved_on_is_refused(tmp_path: Path) -> None:
    """What was read is no longer what stands there: nothing is written."""
    old = Register("toko-maju")
    new = append(tmp_path, old, ENTRIES[0])
    before = on_disk(tmp_path, "toko-maju")
    with recording_lock(tmp_path) as held:
        record, problems = append_record(held, old, ENTRIES[1])
    assert record is None
    assert [problem.code for problem in problems] == ["register-changed"]
    assert on_disk(tmp_path, "toko-maju") == before
    (tmp_path / "data" / "register" / "toko-maju.yaml").unlink()
    with recording_lock(tmp_path) as held:
        _, problems = append_record(held, new, ENTRIES[1])
    assert [problem.code for problem in problems] == ["register-changed"]


def test_no_part_of_a_note_is_taken_for_a_hash(tmp_path: Path) -> None:
    """Text in an entry cannot pretend to be the end of the chain."""
    note = f'x\n  hash: "{"a" * 64}"\n'
    register = append(tmp_path, Register("a"), Contacted(DAY, "call", Reach.REACHED, "b", note))
    append(tmp_path, register, ENTRIES[1])


def test_a_failed_write_leaves_the_register_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """B70: the failure has a name, the file its old bytes, and no half file stays."""
    register = append(tmp_path, Register("a"), ENTRIES[0])
    path = tmp_path / "data" / "register" / "a.yaml"
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(disk, "make_last", refuse)
    with recording_lock(tmp_path) as held, pytest.raises(OperationalFailure) as caught:
        append_record(held, register, ENTRIES[1])
    assert caught.value.problem.code == "disk-full"
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == [".lock", "a.yaml"]


def test_one_pen_at_a_time(tmp_path: Path) -> None:
    """A second writer waits, then fails by name."""
    with (
        recording_lock(tmp_path),
        pytest.raises(OperationalFailure) as caught,
        recording_lock(tmp_path, patience=0.05),
    ):
        pass
    assert caught.value.problem.code == "register-busy"


def _worker(book: Path, number: int, start: Any) -> None:
    start.wait()
    for turn in range(3):
        with recording_lock(book) as held:
            register = Register("toko-maju", _records(book))
            record, problems = append_record(held, register, Approved(DAY, f"{number}-{turn}", "x"))
            assert record is not None, problems


def _records(book: Path) -> tuple[Record, ...]:
    path = book / "data" / "register" / "toko-maju.yaml"
    raw = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader) if path.exists() else []
    return tuple(
        Record(place, Approved(DAY, each["stage"], each["by"]), each["previous"], each["hash"])
        for place, each in enumerate(raw, 1)
    )


def test_twenty_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """Sixty entries by twenty processes: all there, the chain whole."""
    context = multiprocessing.get_context("fork")
    start = context.Event()
    workers = [context.Process(target=_worker, args=(tmp_path, number, start)) for number in range(20)]
    for worker in workers:
        worker.start()
    start.set()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0] * 20
    records = _records(tmp_path)
    assert len({record.entry.stage for record in records if isinstance(record.entry, Approved)}) == 60
    register = Register("toko-maju")
    for record in records:
        assert register.appended(record.entry) == record
        register = Register("toko-maju", (*register.records, record))


def test_issued_papers_are_kept_and_never_changed(tmp_path: Path) -> None:
    """Other bytes under a name that the register knows are refused; what nobody names may be replaced."""
    register = Register("toko-maju")
    with recording_lock(tmp_path) as held:
        keep_issued(held, register, "somasi-1-012.pdf", b"interrupted")
        kept, problems = keep_issued(held, register, "somasi-1-012.pdf", b"%PDF 1")
    assert problems == ()
    assert kept == ("data/issued/toko-maju/somasi-1-012.pdf", hashlib.sha256(b"%PDF 1").hexdigest())
    assert (tmp_path / kept[0]).read_bytes() == b"%PDF 1"
    register = append(tmp_path, register, ISSUED)
    with recording_lock(tmp_path) as held:
        assert keep_issued(held, register, "somasi-1-012.pdf", b"%PDF 1") == (kept, ())
        other, problems = keep_issued(held, register, "somasi-1-012.pdf", b"%PDF 2")
    assert other is None
    assert [problem.code for problem in problems] == ["issued-exists"]
    assert (tmp_path / kept[0]).read_bytes() == b"%PDF 1"


@pytest.mark.parametrize("name", ["../x.pdf", "a/b.pdf", ".x.pdf", "x.exe", ""])
def test_names_of_issued_papers_are_plain(tmp_path: Path, name: str) -> None:
    """No path in a name."""
    with recording_lock(tmp_path) as held, pytest.raises(ValueError, match="not a name"):
        keep_issued(held, Register("toko-maju"), name, b"")
    with recording_lock(tmp_path) as held, pytest.raises(ValueError, match="not an id"):
        append_record(held, Register("../x"), ENTRIES[1])


def test_links_are_for_the_owner_only(tmp_path: Path) -> None:
    """Mode 0600, sorted, readable as YAML, the whole mapping each time."""
    links = {"b": Link(new_token(), DAY), "a": Link("x", DAY)}
    with recording_lock(tmp_path) as held:
        write_links(held, links)
    path = tmp_path / "links.yaml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    read = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)
    assert read == {key: {"token": link.token, "made": "2026-11-20"} for key, link in links.items()}
    assert list(read) == ["a", "b"]
    with recording_lock(tmp_path) as held:
        write_links(held, {})
    assert yaml.safe_load(path.read_bytes()) == {}


def test_codes_are_for_the_owner_only(tmp_path: Path) -> None:
    """Mode 0600, in the order in which they were given, readable as YAML."""
    key = new_key()
    with recording_lock(tmp_path) as held:
        write_codes(held, Codes(key, (Given("b", 1_000_000, 7, DAY), Given("a", 1_000, 999, DAY))))
    path = tmp_path / "codes.yaml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    read = yaml.safe_load(path.read_bytes())
    assert read["key"] == key
    assert [(each["customer"], each["amount"], each["code"]) for each in read["given"]] == [
        ("b", 1_000_000, 7), ("a", 1_000, 999)]  # fmt: skip
    with recording_lock(tmp_path) as held:
        write_codes(held, Codes(key))
    assert yaml.safe_load(path.read_bytes()) == {"key": key, "given": []}
    assert len({new_key() for _ in range(100)}) == 100


def test_tokens_differ_and_begin_with_a_letter_or_digit() -> None:
    """No token is met twice; none looks like an option or a hidden folder."""
    tokens = {new_token() for _ in range(2000)}
    assert len(tokens) == 2000
    assert all(token[0].isalnum() and len(token) >= 22 for token in tokens)


def test_half_files_of_a_killed_writer_go_away(tmp_path: Path) -> None:
    """The next writer clears them; files of others stay."""
    append(tmp_path, Register("a"), ENTRIES[0])
    with recording_lock(tmp_path) as held:
        keep_issued(held, Register("a"), "x.pdf", b"")
    half = [
        tmp_path / ".links.yaml.tmp",
        tmp_path / "data" / "register" / ".a.yaml.tmp",
        tmp_path / "data" / "issued" / "a" / ".x.pdf.tmp",
    ]
    for path in half:
        path.write_text("half")
    (tmp_path / "data" / "register" / ".keep").touch()
    with recording_lock(tmp_path):
        assert not any(path.exists() for path in half)
    assert (tmp_path / "data" / "register" / ".keep").exists()


def test_one_spelling_for_text() -> None:
    """Every string is one double-quoted line that YAML reads back."""
    for text in ("", "a", "- x", 'say "hi"', "back\\slash", "\x00\x7f\x9f", "é – “x” 🙏", "\u2029", "\U0010ffff"):
        written = wording.quoted(text)
        assert "\n" not in written
        assert yaml.safe_load(written) == text
