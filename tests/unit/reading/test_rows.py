"""Rows of a file for `kit record --from`: JSON and CSV, their lines, their keys, and everything that is no row."""

from __future__ import annotations

import json

import pytest

from kit.reading import rows as room
from kit.reading.rows import Row, read_rows

CALL = {"kind": "contact", "date": "2026-11-23", "customer": "budi", "via": "call", "outcome": "reached"}


def of(*entries: object, **more: object) -> bytes:
    return json.dumps({"format": 1, "entries": list(entries), **more}).encode()


def read(raw: bytes | str) -> tuple[Row, ...]:
    rows, problems = read_rows(raw.encode() if isinstance(raw, str) else raw, "x.json")
    assert not problems
    return rows


def codes(raw: bytes | str) -> list[str]:
    rows, problems = read_rows(raw.encode() if isinstance(raw, str) else raw, "x.json")
    assert not rows
    return [each.code for each in problems]


def test_json_as_the_desk_saves_it() -> None:
    text = json.dumps(
        {"format": 1, "entries": [{**CALL, "items": ["A", "B"], "again": True, "amount": 5}, CALL]}, indent=2
    )
    one, two = read("\ufeff" + text)
    assert (one.kind, one.said["items"], one.said["again"], one.said["amount"]) == ("contact", ("A", "B"), True, "5")
    assert "kind" not in one.said
    assert one.at.line == 4
    assert text.splitlines()[two.at.line - 1].strip() == "{"


@pytest.mark.parametrize("mark", [",", ";"])
def test_csv_says_the_same(mark: str) -> None:
    table = "kind,date,customer,via,outcome,note\r\n\r\ncontact, 2026-11-23 ,budi,call,reached,\r\n"
    (row,) = read(table.replace(",", mark))
    assert (row.key, row.content) == (read(of(CALL))[0].key, read(of(CALL))[0].content)
    assert row.at.line == 3
    (short,) = read("kind,note\ncontact\n")
    assert short.said == {}


def test_a_row_is_known_by_its_id_else_by_what_it_says_and_how_often() -> None:
    one, two, other = read(of(CALL, CALL, {**CALL, "note": "x"}))
    assert one.content == two.content != other.content
    assert len({one.key, two.key, other.key}) == 3
    assert [each.key for each in read(of({**CALL, "note": "x"}, CALL, CALL))] == [other.key, one.key, two.key]
    (named,) = read(of({**CALL, "id": 7}))
    (again,) = read(of({**CALL, "id": "7", "note": "y"}))
    assert named.key == again.key
    assert named.content != again.content
    assert read(of({**CALL, "id": ""}))[0].key == one.key


def test_a_list_whose_place_is_not_seen_still_reads() -> None:
    assert [each.at.line for each in read('\n{"format": 1, "\\u0065ntries": [{"kind": "a"}, {"kind": "b"}]}')] == [1, 1]
    assert [each.at.line for each in read('{"entries": [{"kind": "\\"entries\\": [{"}], "format": 1}')] == [1]
    hidden = '\n{"format": 1, "\\u0065ntries": [{"kind": "a", "entries": ["{"]}]}'
    assert [each.at.line for each in read(hidden)] == [1]
    odd = '{"format": 1,\n "x\\"entries\\":[{": 1}'
    assert codes(odd) == ["rows-format"]


@pytest.mark.parametrize(("raw", "code"), [
    (b"\xff\xfe{", "rows-unreadable"),
    ("{", "rows-unreadable"),
    ("[" * 100_000, "rows-unreadable"),
    ('{"format": 1, "format": 1, "entries": []}', "rows-unreadable"),
    ('{"format": 1, "entries": [{"kind": "a", "kind": "b"}]}', "rows-unreadable"),
    ("[]", "rows-format"),
    ('{"format": 2, "entries": []}', "rows-format"),
    ('{"format": 1, "entries": {}}', "rows-format"),
    ('{"format": 1, "entries": [], "more": 1}', "rows-format"),
    ('{"format": 1, "entries": ["x"]}', "row-kind"),
    (of({"date": "2026-11-23"}), "row-kind"),
    (of({"kind": 5}), "row-kind"),
    (of({**CALL, "amount": 1.5}), "row-value"),
    (of({**CALL, "note": None}), "row-value"),
    (of({**CALL, "note": {}}), "row-value"),
    (of({**CALL, "items": [1]}), "row-value"),
    (of({**CALL, "id": "1"}, {**CALL, "id": "1"}), "row-id-twice"),
    ("", "rows-columns"),
    ("date,customer\n", "rows-columns"),
    ("kind,kind\n", "rows-columns"),
    ("kind,note\na,b,c\n", "rows-cells"),
    ('kind,note\na,"b\n', "rows-unreadable"),
])  # fmt: skip
def test_what_is_no_file_of_rows(raw: bytes | str, code: str) -> None:
    assert codes(raw) == [code]


def test_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_ROWS", 2)
    assert len(read(of(CALL, CALL))) == 2
    assert codes(of(CALL, CALL, CALL)) == ["rows-many"]
    monkeypatch.setattr(room, "MOST_BYTES", 10)
    assert codes("kind\nabcdef") == ["rows-large"]
