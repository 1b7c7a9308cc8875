from __future__ import annotations

import datetime as dt
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.basics.problems import error
from kit.output.editing import ORDER, Fields, Insertion, Setting, edit_customer, insert_item, intended, set_field
from kit.output.places import Unplaced, places
from kit.output.recording import recording_lock
from kit.reading.customers import CUSTOMER
from kit.reading.nodes import parse
from kit.reading.rereading import plain

PAID: Fields = {"date": dt.date(2026, 11, 23), "amount": 5_000_000, "for": "INV/2026/0912"}
FLOW = "{date: 2026-11-23, amount: 5.000.000, for: INV/2026/0912}"


def read(text: str) -> Any:
    tree, problems = parse(text.encode(), "x.yaml")
    assert tree is not None, problems
    assert not problems
    return plain(tree)


CASES = {
    "no list yet": ("name: A\nholds: []\n", f"name: A\npayments:\n  - {FLOW}\nholds: []\n"),
    "brackets on a line": (
        "name: A\npayments:\n  - {date: 2026-10-10, amount: 1}  # first\n  # later\nholds: []\n",
        f"name: A\npayments:\n  - {{date: 2026-10-10, amount: 1}}  # first\n  - {FLOW}\n  # later\nholds: []\n",
    ),
    "item over lines": (
        "payments:\n  -   date: 2026-10-10\n      amount: 1\n\nname: A\n",
        "payments:\n  -   date: 2026-10-10\n      amount: 1\n  -   date: 2026-11-23\n      amount: 5.000.000\n      for: INV/2026/0912\n\nname: A\n",
    ),
    "hyphens below their key": ("payments:\n- {date: x}\n", f"payments:\n- {{date: x}}\n- {FLOW}\n"),
    "empty brackets": ("name: A\npayments: []  # none\n", f"name: A\npayments: [{FLOW}]  # none\n"),
    "one line of brackets": ("payments: [{date: x}]\n", f"payments: [{{date: x}}, {FLOW}]\n"),
    "comma at the end": ("payments: [{date: x},]\n", f"payments: [{{date: x}}, {FLOW}]\n"),
    "brackets over lines": (
        "payments: [\n   {date: x}  # note\n]\nname: A\n",
        f"payments: [\n   {{date: x}},  # note\n   {FLOW}\n]\nname: A\n",
    ),
    "brackets over lines, commas": (
        "payments: [\n   {date: x},  # note\n]\n", f"payments: [\n   {{date: x}},  # note\n   {FLOW},\n]\n",
    ),
    "key without a value": ("name: A\npayments:\nholds: []\n", f"name: A\npayments:\n  - {FLOW}\nholds: []\n"),
    "no line end": ("name: A\npayments:\n - {date: x}", f"name: A\npayments:\n - {{date: x}}\n - {FLOW}"),
    "windows": ("name: A\r\npayments:\r\n  - {date: x}\r\n", f"name: A\r\npayments:\r\n  - {{date: x}}\r\n  - {FLOW}\r\n"),
    "byte order mark": ("\ufeffname: A\nform: PT\n", f"\ufeffname: A\nform: PT\npayments:\n  - {FLOW}\n"),
    "document marks": ("---\nname: A\n...\n", f"---\nname: A\npayments:\n  - {FLOW}\n...\n"),
    "all indented": ("  name: A\n  holds: []\n", f"  name: A\n  payments:\n    - {FLOW}\n  holds: []\n"),
    "text over lines": (
        "name: A\nnotes: |\n  payments:\n    - none\n\n  # no comment\nholds: []\n",
        f"name: A\npayments:\n  - {FLOW}\nnotes: |\n  payments:\n    - none\n\n  # no comment\nholds: []\n",
    ),
    "quotes over lines": (
        'name: "A\n  payments: []\n  B" # c\ncontact: {name: \'it\'\'s: {\', x: "}"}\n',
        f'name: "A\n  payments: []\n  B" # c\ncontact: {{name: \'it\'\'s: {{\', x: "}}"}}\npayments:\n  - {FLOW}\n',
    ),
    "value that goes on": (
        "name: PT Maju\n  Jaya - {x\nform: PT\n",
        f"name: PT Maju\n  Jaya - {{x\nform: PT\npayments:\n  - {FLOW}\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_an_item_comes_to_the_end_of_its_list(before: str, after: str) -> None:
    assert insert_item(before, "payments", PAID) == after
    assert read(after) == intended(read(before), Insertion("payments", PAID))


def test_a_new_list_takes_its_place_in_the_order_of_the_format() -> None:
    text = "name: A\ninvoices:\n  - {number: X}\n\n# what they owe us\nnotes: kind\n"
    held = insert_item(text, "holds", {"since": dt.date(2026, 11, 1), "reason": "Lebaran: tutup"})
    assert held == (
        'name: A\ninvoices:\n  - {number: X}\nholds:\n  - {since: 2026-11-01, reason: "Lebaran: tutup"}\n'
        "\n# what they owe us\nnotes: kind\n"
    )
    both = insert_item(held, "payments", {"amount": 1})
    assert both.index("payments:") < both.index("holds:")


def test_the_order_is_that_of_the_format() -> None:
    known = [field.key for field in CUSTOMER.fields]
    assert [key for key in ORDER if key in known] == [key for key in known if key in ORDER]


def test_rows_inside_an_item_have_lines_of_their_own() -> None:
    rows = [{"due": dt.date(2026, 12, 1), "amount": 1_000}, {"due": dt.date(2027, 1, 1), "amount": 2_000}]
    text = insert_item("name: A\n", "plans", {"number": "PC-1", "rows": rows})
    assert text == (
        "name: A\nplans:\n  - number: PC-1\n    rows:\n"
        "      - {due: 2026-12-01, amount: 1.000}\n      - {due: 2027-01-01, amount: 2.000}\n"
    )
    assert read(text)["plans"][0]["rows"][1] == {"due": "2027-01-01", "amount": "2.000"}


SETTINGS = [
    ("a:\n  - {x: 1, y: 2}  # c\n", 0, "y", "a:\n  - {x: 1, y: 5.000.000}  # c\n"),
    ("a:\n  - {x: 1}\n", 0, "y", "a:\n  - {x: 1, y: 5.000.000}\n"),
    ("a:\n  - x: 1\n    y: 'old' # c\n  - x: 2\n", 0, "y", "a:\n  - x: 1\n    y: 5.000.000 # c\n  - x: 2\n"),
    ("a:\r\n  - x: 1 # c\r\n  - x: 2\r\n", 0, "y", "a:\r\n  - x: 1 # c\r\n    y: 5.000.000\r\n  - x: 2\r\n"),
    ("a:\n  - x: 1\n    y:\n", 0, "y", "a:\n  - x: 1\n    y: 5.000.000\n"),
    ("a: [{x: 1}, {y: 2}]\n", 1, "y", "a: [{x: 1}, {y: 5.000.000}]\n"),
]


@pytest.mark.parametrize(("before", "index", "field", "after"), SETTINGS)
def test_one_field_changes(before: str, index: int, field: str, after: str) -> None:
    assert set_field(before, "a", index, field, 5_000_000) == after
    assert read(after) == intended(read(before), Setting("a", index, field, 5_000_000))


@pytest.mark.parametrize("text", ["{name: A}\n", "- a\n", "a: *b\n", "a: 'x\n", "a: [1\n", "a: {b}\n", "", "#\n",
                                  "a:\n  - |\n    x\n"])  # fmt: skip
def test_what_cannot_be_placed_is_not_touched(text: str) -> None:
    with pytest.raises(Unplaced):
        set_field(text, "a", 0, "x", 1)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(texts, texts)
def test_every_text_reads_back(one: str, two: str) -> None:
    from kit.reading.characters import visible

    if not visible(one + two):
        return
    for before in ("name: A\n", "holds:\n  - since: x\n", "holds: [{a: b}]\n"):
        assert read(insert_item(before, "holds", {"reason": one, "more": [two, one]}))["holds"][-1] == {
            "reason": one, "more": [two, one]}  # fmt: skip


PIECES = ("a: 1", "a: 'x # y'", "  - {b: 1}  # c", "payments:", "# c", "", "  - b: 1", "    c: |", "      deep", '  "',
          "payments: [", "  {x: 1}", "]", "notes: >+", "  x: y", "- z", "  # deeper", "\tx", "holds: {a: [b, c]}")  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(("\n", "\r\n")))
def test_whatever_stood_there_still_stands(lines: list[str], end: str) -> None:
    """Taking the new bytes out again gives the old file; what reads back wrongly is for the reader to refuse."""
    before = end.join(lines) + end
    tree, problems = parse(before.encode(), "x.yaml")
    try:
        after = insert_item(before, "payments", PAID)
    except Unplaced:
        return
    rest = iter(after)
    assert all(character in rest for character in before)
    assert len(after) - len(before) < 120
    if tree is not None and not problems and isinstance(plain(tree).get("payments", []), list):
        again, faults = parse(after.encode(), "x.yaml")
        assert again is not None, faults
        assert plain(again) == intended(plain(tree), Insertion("payments", PAID))


def book(tmp_path: Path, text: str = "name: A\n") -> Path:
    (tmp_path / "data/customers").mkdir(parents=True)
    path = tmp_path / "data/customers/budi.yaml"
    path.write_text(text)
    path.chmod(0o640)
    return path


def test_a_file_is_changed_only_as_intended(tmp_path: Path) -> None:
    path = book(tmp_path)
    with recording_lock(tmp_path) as held:
        change = Insertion("payments", PAID)
        assert edit_customer(held, "budi", change, lambda raw: (read(raw.decode()), ())) == ()
        assert path.read_text() == f"name: A\npayments:\n  - {FLOW}\n"
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        before = path.read_bytes()
        wrong = edit_customer(held, "budi", change, lambda _: ({"name": "A"}, ()))
        assert [each.code for each in wrong] == ["edit-unsafe"]
        refused = edit_customer(held, "budi", change, lambda _: ({}, (error("invoice-unknown"),)))
        assert [each.code for each in refused] == ["invoice-unknown"]
        assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["budi.yaml"]


def test_a_file_without_places_stays(tmp_path: Path) -> None:
    path = book(tmp_path, "{name: A}\n")
    with recording_lock(tmp_path) as held:
        found = edit_customer(held, "budi", Insertion("payments", PAID), lambda raw: (read(raw.decode()), ()))
    assert [each.code for each in found] == ["edit-unsafe"]
    assert path.read_text() == "{name: A}\n"


def test_places_of_a_file_of_the_kit() -> None:
    root = Path(__file__).parents[3]
    for path in sorted((root / "data/customers").glob("*.yaml")):
        text = path.read_text()
        assert [key for key, _, _ in places(text).entries] == list(read(text))
