"""How problems are said: beside the case files of tests/errors, the corners of excerpts and machine formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kit.basics.problems import Problem, Source, error, warning
from kit.cli.problems import as_annotations, as_json, as_text, safe

HOME = Path()


def told(tmp_path: Path, line: str, column: int, width: int = 1) -> list[str]:
    """Return the line of an excerpt and its carets."""
    (tmp_path / "x.yaml").write_text(line, encoding="utf-8")
    problem = error("value-empty", Source("x.yaml", 1, column, width), field="name")
    return as_text([problem], tmp_path, "en").split("\n")[1:3]


def test_carets_stand_below_what_they_mean(tmp_path: Path) -> None:
    assert told(tmp_path, "name: Budi", 7, 4) == ["    1 | name: Budi", "      |       ^^^^"]
    assert told(tmp_path, "ｎ: \tBudi", 5, 4) == ["    1 | ｎ: \\tBudi", "      |       ^^^^"]
    assert told(tmp_path, "e\u0301: Budi", 5, 4) == ["    1 | e\u0301: Budi", "      |    ^^^^"]
    assert told(tmp_path, "\ufeffname:", 6) == ["    1 | name:", "      |      ^"]


def test_long_lines_are_cut_around_the_caret(tmp_path: Path) -> None:
    line, carets = told(tmp_path, "x" * 500 + "Y" + "z" * 500, 501)
    assert len(line) <= 110
    assert line[carets.index("^")] == "Y"
    line, carets = told(tmp_path, "x" * 500, 490, 400)
    assert len(line) <= 110
    assert carets.count("^") == 11


def test_a_line_that_is_gone_is_not_shown(tmp_path: Path) -> None:
    problem = error("value-empty", Source("gone.yaml", 3, 1), field="name")
    assert as_text([problem], tmp_path, "en").split("\n")[1].startswith("   hint")


@pytest.mark.parametrize(
    ("problems", "en", "id"),
    [
        ([error("a")], "1 error. Nothing was written.", "1 kesalahan. Tidak ada yang ditulis."),
        ([warning("a", Source("x", width=0))] * 2, "2 warnings in 1 file.", "2 peringatan di 1 berkas."),
        (
            [error("a", Source("x", width=0)), warning("a", Source("y", width=0))],
            "1 error and 1 warning in 2 files. Nothing was written.",
            "1 kesalahan dan 1 peringatan di 2 berkas. Tidak ada yang ditulis.",
        ),
    ],
)
def test_the_last_line_counts(problems: list[Problem], en: str, id: str) -> None:  # noqa: A002
    assert as_text(problems, HOME, "en").split("\n")[-1] == en
    assert as_text(problems, HOME, "id").split("\n")[-1] == id


def test_a_code_without_words_is_still_said() -> None:
    assert as_text([error("nameless", x=1)], HOME, "en").startswith("error[nameless]: nameless x=1\n")
    assert as_text([error("value-empty")], HOME, "en").startswith("error[value-empty]: value-empty\n")


def test_json_holds_places_and_sentences_and_no_line_of_a_file() -> None:
    at, first = Source("x.yaml", 2, 3), Source("y.yaml", 4, 5)
    problems = [
        error("token-repeated", at, other=first),
        warning("file-stray", Source("z", width=0)),
        error("unknown-customer", customer="x"),
    ]
    entries = json.loads(as_json(problems, "en"))
    assert [(each["code"], each["severity"]) for each in entries] == [
        ("token-repeated", "error"),
        ("file-stray", "warning"),
        ("unknown-customer", "error"),
    ]
    assert (entries[0]["path"], entries[0]["line"], entries[0]["column"]) == ("x.yaml", 2, 3)
    assert entries[0]["other"] == {"path": "y.yaml", "line": 4, "column": 5}
    assert "line" not in entries[1]
    assert "path" not in entries[2]
    assert entries[2]["hint"] == "see kit status"


def test_annotations_escape_what_would_end_them() -> None:
    problem = error("key-unknown", Source("a,b:c%.yaml", 2, 3), key="x\r::y%", record="z", known="")
    assert as_annotations([problem, error("value-empty", field="x")], "en") == (
        '::error file=a%2Cb%3Ac%25.yaml,line=2,col=3,title=key-unknown::z has no key "x\\x0d::y%25"%0Aknown are: \n'
        "::error title=value-empty::x has no value%0Awrite one, or delete the line"
    )


def test_no_character_steers_a_terminal() -> None:
    everything = "".join(map(chr, [*range(0x300), 0x202E, 0x2066, 0xD800, 0xE000, 0xFEFF, 0xE0001]))
    assert safe(everything).isprintable()
    path = "data/\x1b[2J\ud800.yaml"
    text = as_text([error("value-empty", Source(path, 1, 1), field="\u202e")], HOME, "en")
    assert text.replace("\n", "").isprintable()
    text.encode()
