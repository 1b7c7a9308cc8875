"""The plan: keys follow everything that flows in and nothing else; paths are safe everywhere."""

import datetime as dt
import shutil
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from kit.composing.documents import Document, Kept, Mail, Mailbox, Sheet, TextFile
from kit.output import versions
from kit.output.manifest import File, Manifest
from kit.output.plan import content_key, plan
from tests.unit.output.test_pdf import FONTS, PNG

KEPT = Kept("toko-maju", "lawyers/toko-maju/somasi-1.pdf", "data/issued/toko-maju/somasi-1.pdf", "a" * 64)
DOCUMENTS: tuple[Document, ...] = (
    Mail(
        customer="toko-maju",
        path="outbox/toko-maju/message.eml",
        sender=Mailbox("PT Contoh", "a@contoh.example"),
        to=Mailbox("Budi", "b@maju.example"),
        subject="Tagihan",
        text="Yth.",
        html="<p>Yth.",
        day=dt.date(2026, 11, 20),
        utc_offset=7,
        key="k",
        attachment=KEPT,
    ),
    TextFile("toko-maju", "outbox/toko-maju/whatsapp.txt", "Halo" * 100),
    TextFile(None, "site/_headers", "/*\n"),
    Sheet("toko-maju", "letters/toko-maju/h7.pdf", "Surat", "<p>x", "p {}", (("logo", PNG),)),
    KEPT,
)


def key(document: Document, fonts: Path = FONTS, kit: str = "0.1.0") -> str:
    return content_key(document, fonts, kit)


def variants(document: Any) -> list[Any]:
    """Return `document` changed in one field each."""
    found = []
    for field in fields(document):
        value = getattr(document, field.name)
        match value:
            case None:
                changed: object = "somebody"
            case str():
                changed = value + "x"
            case int():
                changed = value + 1
            case dt.date():
                changed = value + dt.timedelta(days=1)
            case Mailbox():
                changed = replace(value, name="Ratna")
            case Kept():
                changed = replace(value, sha256="b" * 64)
            case _:
                changed = (("logo", PNG + b"x"),)
        found.append(replace(document, **{field.name: changed}))
    return found


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: each.path)
def test_every_field_flows_into_the_key(document: Document) -> None:
    changed = variants(document)
    keys = {key(each) for each in (document, *changed)}
    assert len(keys) == 1 + len(changed)
    assert key(document) == key(replace(document))
    assert key(document) != key(document, kit="0.1.1")


def test_fields_do_not_run_into_one_another() -> None:
    assert key(TextFile("a", "bc", "d")) != key(TextFile("a", "b", "cd"))
    assert key(TextFile(None, "b", "c")) != key(TextFile("None", "b", "c"))
    long = "x" * 300
    assert key(TextFile(None, "a", long)) != key(TextFile(None, "a", "x" * 301))


def test_fonts_and_engine_flow_into_papers_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "fonts"
    shutil.copytree(FONTS, other)
    (other / "fonts.conf").write_text("<fontconfig/>")
    before = {each.path: key(each) for each in DOCUMENTS}
    assert [each.path for each in DOCUMENTS if key(each, other) != before[each.path]] == ["letters/toko-maju/h7.pdf"]
    monkeypatch.setattr(versions, "engine", lambda: ("weasyprint 71",))
    assert [each.path for each in DOCUMENTS if key(each) != before[each.path]] == ["letters/toko-maju/h7.pdf"]


def test_the_engine_is_named_to_its_last_library() -> None:
    found = dict(each.split(" ", 1) for each in versions.engine())
    assert set(found) >= {"weasyprint", "pydyf", "pango", "harfbuzz", "harfbuzz-subset"}
    assert found["weasyprint"][0].isdigit()
    assert versions._package("no-such-package") == "no-such-package -"
    assert versions._library("x", ("libno-such.so.0",), None) == "x -"


def test_a_plan_is_sorted_and_whole_whatever_the_order() -> None:
    one, problems = plan(DOCUMENTS, FONTS, "0.1.0")
    two, _ = plan(reversed(DOCUMENTS), FONTS, "0.1.0")
    assert problems == ()
    assert one == two
    assert [file.path for file in one.files] == sorted(each.path for each in DOCUMENTS)
    assert {file.kind for file in one.files} == {"mail", "text", "sheet", "kept"}
    assert {file.path: file.customer for file in one.files}["site/_headers"] is None


def test_what_is_unchanged_is_told_by_key() -> None:
    made, _ = plan(DOCUMENTS, FONTS, "0.1.0")
    files = [File(file.path, file.kind, "", 0, file.key, file.customer) for file in made.files]
    files[0] = replace(files[0], key="other")
    before = Manifest("0.1.0", dt.date(2026, 11, 20), "", False, tuple(files[:-1]))
    assert made.unchanged(before) == {file.path for file in files[1:-1]}
    assert made.unchanged(None) == frozenset()


@pytest.mark.parametrize(
    "path",
    [
        *("", ".", "..", "/etc/x", "../x", "a/../x", "a//b", "a/", "/a", "C:/x", "C:\\x", "a\\b", "a\0b", "a\nb", "a b"),
        *("a/.", ".git/x", "a/.b", "con", "CON", "a/nul.txt", "com1", "lpt9.pdf", "a.", "a./b", "é", "e\u0301", "\ud800"),
        *("a:b", "a*b", "a?b", 'a"b', "~", "-rf", "x" * 101, "/".join(["abcdefgh"] * 40), "${HOME}", "１"),
    ],
)  # fmt: skip
def test_b31_b32_unsafe_paths_are_refused(path: str) -> None:
    _, problems = plan([TextFile(None, path, "")], FONTS, "0.1.0")
    assert [problem.code for problem in problems] == ["path-unsafe"]
    assert str(problems[0].data["path"]).isascii()


@pytest.mark.parametrize(
    "paths",
    [
        *(("a", "a"), ("C001/x", "c001/x"), ("a", "a/b"), ("a/b/c", "A/B"), ("manifest.json",), ("Manifest.JSON",)),
        *(("manifest.json/x", "manifest.json"),),
    ],
)  # fmt: skip
def test_b33_a_path_is_taken_once_capitals_aside(paths: tuple[str, ...]) -> None:
    _, problems = plan([TextFile(None, path, "") for path in paths], FONTS, "0.1.0")
    assert "path-taken" in [problem.code for problem in problems]


def test_usual_paths_are_fine() -> None:
    usual = (
        "site/_headers",
        "site/404.html",
        "site/Ab_-9xQ/index.html",
        "lawyers/a/P-1.pdf",
        "desk/index.html",
        "c/d/e.txt",
    )
    assert plan([TextFile(None, path, "") for path in usual], FONTS, "0.1.0")[1] == ()
