"""Keeps the table whole: each row has a test that bears its number, or stands here as pending or impossible."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent

#: What happened to others, in a few words, by number.
ROWS = {
    1: "one mail delivered many times",
    2: "past-due reminder before the due date",
    3: "running twice a day doubles fees",
    4: "late fee added every hour",
    5: "a missed day is never made up",
    6: "reminders without a due date",
    7: "the same reminder again and again",
    8: "each failed run queues another copy",
    9: "sent state written in batches",
    10: "repeats fire on every run of a day",
    11: "two jobs run at once",
    12: "post office down, run marked done",
    13: "progress noted before the fact",
    14: "resume starts from the first person",
    15: "a cloned machine sends again",
    16: "two jobs in the same second",
    17: "two statements at one moment, then none",
    18: "sign of the days reversed",
    19: "invoice date taken for due date",
    20: "a too recent invoice joins the letter",
    21: "a copy of the data sends its queue",
    22: "restored copies mail real people",
    23: "after a crash failed, though maybe delivered",
    24: "a second action replaces the link to the first",
    25: "a refused address stays queued for ever",
    26: "an edit resets the date; a date as text",
    27: "a part payment moves the anchor, a stage is skipped",
    28: "no minimum time between notices",
    29: "one bad template stops the rest, the count says 0",
    30: "reminder though paid",
    31: "customer in credit reminded",
    32: "open credit notes ignored",
    33: "a cancelled refund counted",
    34: "credit to zero does not clear",
    35: "computed before the payment was visible",
    36: "two ledgers disagree",
    37: "written off, still overdue",
    38: "threats to a record that should be left out",
    39: "a block sticks to the person",
    40: "mail shows the paid sum as outstanding",
    41: "first PDF says nothing is open",
    42: "an old PDF sent after a new payment",
    43: "two invoices together get the last one's figure",
    44: "rate 0 makes the total 0",
    45: "principal paid, interest forgotten",
    46: "interest does not restart at the last payment",
    47: "letter prints 0",
    48: "due date differs between invoice and letter",
    49: "plan ends one instalment early",
    50: "instalments do not add up",
    51: "principal + interest is not the payment",
    52: "from 31 January all on the 28th",
    53: "months without a 31st skipped",
    54: "end of month is 28 March",
    55: "allocation loses a penny",
    56: "2 and 98 percent give 2.01 and 97.99",
    57: "1 by [1, 1] crashes",
    58: "rupiah 100 times too many",
    59: "wrong separator",
    60: "amount in another currency",
    61: "a payment without a date counts twice",
    62: "real second payments dropped as doubles",
    63: "+30 and -30 left on two invoices",
    64: "due date a day off by the time zone",
    65: "an empty fee field is still charged",
    66: "after a delete statements restart",
    67: "a cent passes",
    68: "number words wrong",
}

#: Rows that wait for what is not built yet.
PENDING: dict[int, str] = {}

#: Rows that cannot occur, and why.
IMPOSSIBLE = {
    15: "the kit sends nothing by itself: a person sends, and the register that says so is a part of the copied folder",
    21: "there is no queue: what is to be sent is computed each morning from the book and its register",
    22: "the kit has no mailbox and no key to one; a restored copy can only write drafts into its own build/",
    23: "the kit delivers nothing, so it cannot take a delivery for failed; sent is what a person records",
}


def rows_tested() -> set[int]:
    """Return the numbers that names of tests bear."""
    text = "".join(path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py"))
    return {int(number) for number in re.findall(r"^def test_[abc](\d\d)_", text, re.MULTILINE)}


def test_every_row_has_a_test_or_a_reason() -> None:
    assert sorted(ROWS) == list(range(1, 69))
    assert rows_tested() | set(PENDING) | set(IMPOSSIBLE) == set(ROWS)


def test_no_row_stands_twice() -> None:
    assert not rows_tested() & set(PENDING)
    assert not rows_tested() & set(IMPOSSIBLE)
    assert not set(PENDING) & set(IMPOSSIBLE)
