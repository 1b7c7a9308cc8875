"""What `kit record --from` says in English: rows that cannot be read or entered."""

from __future__ import annotations

from collections.abc import Mapping

PROBLEMS: Mapping[str, tuple[str | None, ...]] = {
    "row-date": (
        "a row does not say its day",
        'write "date": "2026-11-23" in each row, so that it means the same whenever it is given',
    ),
    "row-changed": (
        "a row with this id was entered before, and said something else",
        "give the new row an id of its own; a wrong entry is taken back with kit record void",
    ),
    "row-field": (
        "{kind} knows no {field}; it takes: {known}",
        "did you mean {nearest}?",
        "leave it out, or write it as kit record {kind} --help names it",
    ),
    "row-flag": ("{field} is yes or no", "write yes, or leave it out"),
    "row-id-twice": ("two rows bear the same id", "give each row an id of its own, or none"),
    "row-kind": ("a row does not say its kind", 'write a kind such as "contact" or "payment" in each row'),
    "row-kind-unknown": (
        "{kind} is nothing that kit record enters; it enters: {known}",
        "did you mean {nearest}?",
        "see docs/records.md",
    ),
    "row-refused": (
        "row {row} ({kind}) cannot be entered: {reason}",
        "nothing was entered; correct or take out the row and give the file again",
    ),
    "row-several": ("{field} takes one value", "write one value, or several rows"),
    "row-value": (
        "{field} is neither text nor a whole number, yes, no or a list of texts",
        "write amounts as whole rupiah",
    ),
    "rows-cells": (
        "a row has more cells than the {count} columns",
        "put text that holds the separator in double quotes",
    ),
    "rows-columns": (
        "the first row does not name the columns: there is no kind, or a name stands twice",
        "see docs/records.md",
    ),
    "rows-format": ("the file is no list of entries as the desk saves it", 'write {{"format": 1, "entries": [...]}}'),
    "rows-large": ("the file holds more than {limit} bytes", "give it in parts"),
    "rows-many": ("the file holds more than {limit} rows", "give it in parts"),
    "rows-unreadable": ("the file can be read neither as JSON nor as CSV: {reason}", "save it again as UTF-8"),
    "sent-other-invoices": (
        "{stage} to {customer} speaks of other invoices today: {known}",
        "build again and compare: the message that went out may be an older one",
    ),
}

DOOR = {"rows-entered": "Entered: {count} rows; {known} were entered before."}
