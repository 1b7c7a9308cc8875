"""Broken files: thousands of mutants of good ones, none of which raises, hangs, or changes an amount in secret."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kit.basics.money import format_rupiah, parse_rupiah
from kit.basics.problems import Source
from kit.cli.problems import as_annotations, as_json, as_text
from kit.domain.model import Customer
from kit.domain.policy import Channel
from kit.domain.register import Entry, Register, Sent
from kit.output import wording
from kit.reading.book import book_of, read_customer
from kit.reading.files import Files
from kit.reading.nodes import parse
from kit.reading.register import read_register
from tests.unit.reading.test_book import CREDITOR, CUSTOMER, DAY, ENTRIES, POLICY, register

PATH = "data/customers/toko-maju.yaml"
TOKENS = (
    "&a ", "*a", "!!int ", "<<: ", "- ", ": ", " #", "# ", "\t", "\n", "\r", "\n\n", "  ", "{", "}", "[", "]", ",", '"', "'",
    "|", ">", "---\n", "...\n", "%YAML 1.1\n", "? ", "\0", "\u202e", "\u200b", "\ufeff", "\x1b[2J", "é", "１", "0", "1", ".",
    "-", "_", "e", "Rp", "null", "~", "@", "`", "\\", "\\u202e", "\x85", "\u2028", "=?utf-8?q?a?=", "\ud7ff",
)  # fmt: skip


def mutant(draw: random.Random, raw: bytes) -> bytes:
    """Return `raw` with one to three small accidents."""
    for _ in range(draw.randrange(1, 4)):
        start = draw.randrange(len(raw) + 1)
        end = min(start + draw.randrange(1, 12), len(raw))
        match draw.randrange(6):
            case 0:  # a byte flips
                raw = raw[:start] + bytes([draw.randrange(256)]) + raw[start + 1 :]
            case 1:  # some bytes get lost
                raw = raw[:start] + raw[end:]
            case 2:  # some are doubled
                raw = raw[:end] + raw[start:end] + raw[end:]
            case 3:  # something gets in
                raw = raw[:start] + draw.choice(TOKENS).encode() + raw[start:]
            case 4:  # a line moves
                lines = raw.split(b"\n")
                lines.insert(draw.randrange(len(lines)), lines.pop(draw.randrange(len(lines))))
                raw = b"\n".join(lines)
            case _:  # the end is cut off
                raw = raw[:start] if draw.random() < 0.2 else raw
    return raw


def amounts(customer: Customer) -> list[tuple[str, object, int]]:
    """Return every sum of a customer with what it belongs to."""
    return [
        *(("invoice", each.number, each.amount) for each in customer.invoices),
        *(("credit", each.invoice, each.amount) for each in customer.credit_notes),
        *(("payment", each.invoices, each.amount) for each in customer.payments),
        *(("promise", each.by, each.amount) for each in customer.promises),
    ]


def telling(raw: bytes) -> list[bytes]:
    """Return the lines in which a sum, or what it belongs to, can stand; one that moved has changed."""
    words = (b"amount", b"number", b"for:", b"by:", b"invoices", b"credit_notes", b"payments", b"promises")
    return [line.strip() for line in raw.splitlines() if any(word in line for word in words)]


@pytest.mark.parametrize("seed", range(5))
def test_no_mutant_raises_hangs_or_changes_an_amount_in_secret(seed: int) -> None:
    draw = random.Random(seed)
    original = CUSTOMER.encode()
    whole, _, _ = read_customer(original, PATH)
    assert whole is not None
    accepted = 0
    for _ in range(1000):
        raw = mutant(draw, original)
        started = time.process_time()
        customer, _, problems = read_customer(raw, PATH)
        assert time.process_time() - started < 1
        assert customer is not None or problems
        if customer is not None:
            accepted += 1
            if amounts(customer) != amounts(whole):
                assert telling(raw) != telling(original), raw
        for problem in problems:
            assert problem.at is not None
            assert problem.at.line >= 1
            assert problem.at.column >= 1
    assert 10 < accepted < 600


def test_mutants_of_whole_books_are_told_in_every_form(tmp_path: Path) -> None:
    draw = random.Random(7)
    files = {
        "data/creditor.yaml": CREDITOR.encode(),
        "data/policy.yaml": POLICY.encode(),
        "data/calendar.yaml": b"holidays:\n  - {date: 2026-12-24, name: Cuti bersama}\n",
        PATH: CUSTOMER.encode(),
        "data/register/toko-maju.yaml": wording.register(register(*ENTRIES).records).encode(),
        "links.yaml": b"toko-maju: {token: AAAAAAAAAAAAAAAAAAAAA_, made: 2026-10-01}\n",
    }
    for _ in range(400):
        path = draw.choice(sorted(files))
        raw = mutant(draw, files[path])
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
        _, problems = book_of(Files(files | {path: raw}))
        for text in (as_text(problems, tmp_path, "en"), as_json(problems, "id"), as_annotations(problems, "en")):
            assert text.replace("\n", "").isprintable()


def test_mutants_of_a_register_never_say_something_else() -> None:
    draw = random.Random(11)
    written = register(*ENTRIES)
    raw = wording.register(written.records).encode()
    for _ in range(1000):
        told, problems = read_register(mutant(draw, raw), "r.yaml", "toko-maju")
        assert told.records == written.records[: len(told.records)]
        assert problems or told.records in {written.records[:n] for n in range(len(written.records) + 1)}


@given(st.binary(max_size=200))
def test_no_bytes_raise(raw: bytes) -> None:
    tree, problems = parse(raw, "x.yaml")
    assert tree is not None or problems


@given(st.text(st.sampled_from("ab:#-&*!|>'\"%@`{}[],?\n \\~0."), max_size=60))
def test_both_parsers_agree_on_what_is_whole(text: str) -> None:
    raw = text.encode()
    fast, slow = parse(raw, "x.yaml"), parse(raw, "x.yaml", yaml.SafeLoader)
    assert bool(fast[1]) == bool(slow[1])


@given(st.integers(1, 10**15), st.sampled_from(["{}", "Rp{}", '"{},-"']))
def test_every_amount_arrives_as_it_was_written(amount: int, form: str) -> None:
    written = form.format(format_rupiah(amount).removeprefix("Rp"))
    raw = f"{CUSTOMER}  - {{date: 2026-10-10, amount: 1, by: 2026-10-11, made: 2026-10-10}}\n".encode()
    raw = CUSTOMER.replace("amount: 12.500.000", f"amount: {written}").encode()
    customer, _, problems = read_customer(raw, PATH)
    assert customer is not None, problems
    assert customer.invoices[0].amount == amount == parse_rupiah(written.strip('"'))
    assert customer.invoices[0].at == Source(PATH, 15, 5)


NOTE = st.text(st.characters(exclude_categories=["C", "Z", "M"]), min_size=1, max_size=40)


@given(
    st.lists(st.builds(Sent, st.just(DAY), NOTE, st.lists(NOTE).map(tuple), st.sampled_from(Channel), NOTE), max_size=4)
)
def test_any_words_survive_the_register(entries: list[Entry]) -> None:
    told = Register("x")
    for entry in entries:
        told = Register("x", (*told.records, told.appended(entry)))
    read, problems = read_register(wording.register(told.records).encode(), "r.yaml", "x")
    if problems:  # words that no file of a book may hold: refused with a place, never read as something else
        assert {each.code for each in problems} <= {
            "text-mixed-scripts",
            "text-encoded-word",
            "file-empty",
            "character",
        }
    else:
        assert read == told
