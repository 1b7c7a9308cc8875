"""The register: order, voided entries, the chain, and numbers without gaps."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kit.domain.happened import Failed, Torn
from kit.domain.numbering import letter_number, next_sequence
from kit.domain.policy import Channel
from kit.domain.register import GENESIS, KINDS, Approved, Final, Issued, Register, Sent, Voided, chain, plain
from tests.builders import DAY, days, register, sent


def issued(sequence: int, day: dt.date = DAY, series: str = "ST") -> Issued:
    return Issued(day, "firm", ("A-1",), f"{sequence:03}/{series}", series, sequence, (("A-1", 5), ("total", 5)),
                  days(7, day), "0" * 64, "a.pdf", "Rina")  # fmt: skip


def test_entries_up_to_a_day_in_the_order_of_recording() -> None:
    past = register(sent("due", DAY), sent("reminder-1", days(5)), sent("upcoming", days(-3)))
    assert [each.date for each in past.entries(DAY)] == [DAY, days(-3)]
    assert past.newest == days(5)


def test_a_voided_entry_counts_until_the_day_it_is_voided() -> None:
    past = register(sent("due", DAY), Voided(days(2), 1, "salah orang"))
    assert len(list(past.entries(days(1)))) == 1
    assert list(past.entries(days(2))) == []


def test_an_empty_register() -> None:
    past = register()
    assert (past.newest, past.head, list(past.entries(DAY))) == (None, GENESIS, [])


def test_every_entry_hangs_on_the_one_before() -> None:
    one, two = register(sent("due", DAY), sent("reminder-1", days(6))).records
    assert two.previous == one.hash
    assert chain(two.previous, two.entry) == two.hash
    changed = replace(sent("due", DAY), stage="firm")
    assert chain(GENESIS, changed) != one.hash


def test_the_written_form_leaves_out_what_is_empty() -> None:
    assert plain(Approved(DAY, "somasi-1", "Hendra")) == {
        "kind": "approved", "date": "2026-11-23", "stage": "somasi-1", "by": "Hendra",
    }  # fmt: skip
    assert plain(issued(3))["figures"] == {"A-1": 5, "total": 5}


def test_a_message_that_failed_was_not_sent_and_only_the_newest_of_its_kind() -> None:
    failure = Failed(days(3), "due", Channel.WHATSAPP, "tidak terdaftar")
    past = register(sent("due", DAY), sent("due", days(2)), sent("firm", days(2)), failure)
    assert list(past.entries(days(2))) == [sent("due", DAY), sent("due", days(2)), sent("firm", days(2))]
    assert list(past.entries(days(3))) == [sent("due", DAY), sent("firm", days(2)), failure]
    assert list(register(failure, sent("due", days(3))).entries(days(3))) == [failure, sent("due", days(3))]
    twice = register(sent("due", DAY), sent("due", days(2)), failure, failure, failure)
    assert not [each for each in twice.entries(days(3)) if isinstance(each, Sent)]
    taken_back = register(sent("due", DAY), failure, Voided(days(4), 2, "salah"))
    assert list(taken_back.entries(days(4))) == [sent("due", DAY)]
    elsewhere = register(sent("due", DAY), Failed(days(3), "due", Channel.EMAIL, "550"))
    assert sent("due", DAY) in elsewhere.entries(days(3))


def test_the_paper_that_really_went_out_is_the_paper_from_its_day_on() -> None:
    final = Final(days(2), issued(1).number, "scan.pdf", "1" * 64, "Rina")
    past = register(issued(1), issued(2), final)
    assert list(past.entries(DAY)) == [issued(1), issued(2)]
    assert list(past.entries(days(2))) == [replace(issued(1), file="scan.pdf", sha256="1" * 64), issued(2), final]


def test_the_number_of_a_torn_issue_stays_used() -> None:
    assert next_sequence([register(issued(1), Torn(DAY, "- kind", "ST", 2))], "ST", 2026) == 3
    assert next_sequence([register(Torn(DAY, "- kind"))], "ST", 2026) == 1


def test_every_kind_has_its_word() -> None:
    assert set(KINDS) == {"issued", "approved", "sent", "delivered", "contact", "voided",
                          "drafted", "read", "failed", "contact-changed", "torn", "final"}  # fmt: skip


def test_numbers_count_within_a_series_and_a_year() -> None:
    last_year = dt.date(2025, 12, 30)
    registers: list[Register] = [
        register(issued(1), issued(3)),
        register(issued(2), issued(9, last_year), issued(7, series="SOM-I"), customer="sari"),
    ]
    assert next_sequence(registers, "ST", 2026) == 4
    assert next_sequence(registers, "ST", 2025) == 10
    assert next_sequence(registers, "SOM-I", 2026) == 8
    assert next_sequence(registers, "SOM-II", 2026) == 1


def test_a_voided_number_stays_used() -> None:
    assert next_sequence([register(issued(1), Voided(DAY, 1, "salah cetak"))], "ST", 2026) == 2


@pytest.mark.parametrize(("pattern", "expected"), [
    ("{number:03}/{series}/{month}/{year}", "012/ST/XI/2026"),
    ("{series}-{year}-{number}", "ST-2026-12"),
])  # fmt: skip
def test_letter_numbers(pattern: str, expected: str) -> None:
    assert letter_number(pattern, "ST", 12, DAY) == expected
