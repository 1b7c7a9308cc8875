"""Papers: same bytes everywhere, tagged, closed to the world; nothing in them acts."""

import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from kit.composing.documents import Sheet
from kit.output import fonts, pdfcheck
from kit.output.pdf import Press

FONTS = Path(__file__).parents[3] / "letters" / "fonts"
HOSTS = ("bayar.contoh.example",)
CSS = """
@page { size: A4; margin: 2cm; @bottom-center { content: counter(page) " / " counter(pages) } }
body { font-family: "STIX Two Text"; font-size: 11pt; line-height: 1.4 }
table { border-collapse: collapse; table-layout: fixed; width: 100% }
td, th { border: .5pt solid #888 }
"""
# One red pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)


def sheet(body: str = "", head: str = "", **changes: object) -> Sheet:
    """Return a small letter with `body` in its middle."""
    rows = "".join(f"<tr><td>INV/2026/{number:04}</td><td>Rp{number}.500.000</td></tr>" for number in range(1, 5))
    html = (
        f'<!doctype html><html lang="id"><head><title>lain</title>{head}</head><body><h1>Pengingat</h1>{body}'
        f"<table><tr><th>Nomor</th><th>Jumlah</th></tr>{rows}</table></body></html>"
    )
    return replace(Sheet("toko-maju", "letters/toko-maju/h7.pdf", "Surat – pengingat", html, CSS), **changes)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def press() -> Press:
    """Return one press for all tests: state that leaks from one sheet to the next would show."""
    return Press(FONTS, HOSTS)


def codes(press: Press, page: Sheet) -> list[str]:
    """Return the codes of the problems of `page`, which must have no bytes."""
    data, problems = press.render(page)
    assert data == b""
    return [problem.code for problem in problems]


def test_a_letter_is_a_tagged_pdf_in_indonesian(press: Press) -> None:
    data, problems = press.render(sheet())
    assert problems == ()
    reader = PdfReader(BytesIO(data))
    root: Any = reader.trailer["/Root"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Surat – pengingat"
    assert reader.metadata.creation_date is None
    assert root["/Lang"] == "id"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.xmp_metadata is not None
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    text = reader.pages[0].extract_text()
    assert "Pengingat" in text
    assert "Rp4.500.000" in text


def test_only_the_kits_fonts_are_in_it(press: Press) -> None:
    style = "body { font-family: Arial, 'Comic Sans MS' } h1 { font-family: sans-serif }"
    data, _ = press.render(sheet(css=CSS + style))
    resources: Any = PdfReader(BytesIO(data)).pages[0]["/Resources"]
    names = {str(font.get_object()["/BaseFont"]) for font in resources["/Font"].values()}
    assert names
    assert all("STIX" in name or "Public" in name for name in names), names


def test_a_sheet_is_the_same_alone_and_in_a_crowd(press: Press) -> None:
    page = sheet("<p>sama</p>")
    alone, _ = Press(FONTS, HOSTS).render(page)
    for number in range(20):
        press.render(sheet(f"<p>{number}</p>", css=CSS + f"p {{ margin: {number}mm }}"))
    assert press.render(page) == (alone, ())


def test_same_bytes_in_every_process() -> None:
    program = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]);"
        "from tests.unit.output.test_pdf import *;"
        # Not a name of the module: the engine's fonts must be gone before Python is.
        "(lambda press: [print(hashlib.sha256(press.render(sheet('<p><img src=kit:logo alt=x></p>', images=(('logo', PNG),)))[0])"
        ".hexdigest()) for _ in 'ab'])(Press(FONTS, HOSTS))"
    )
    hashes = set()
    for seed, zone in (("0", "Asia/Jakarta"), ("1", "America/Lima"), ("2", "UTC")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": seed}
        root = str(Path(__file__).parents[3])
        run = subprocess.run(
            [sys.executable, "-c", program, root], env=environment, capture_output=True, text=True, check=True
        )
        # The first paper of a process is no different from the next one.
        hashes.update(run.stdout.split())
    assert len(hashes) == 1
    assert hashes != {hashlib.sha256(b"").hexdigest()}


def test_an_image_is_known_by_its_bytes_not_by_its_name(press: Press) -> None:
    """Two customers' codes may bear one name: neither gets the other's."""
    body = '<img src="kit:kode" alt="kode">'
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="{0}" height="9"/></svg>'
    first, second = (sheet(body, images=(("kode", svg.format(width).encode()),)) for width in (3, 7))
    one, _ = press.render(first)
    two, _ = press.render(second)
    assert one
    assert two
    assert one != two
    assert press.render(first)[0] == one
    assert codes(press, sheet(body)) == ["pdf-fetch"]


@pytest.fixture
def listener() -> socket.socket:
    """Return a socket on which nobody must call."""
    made = socket.create_server(("127.0.0.1", 0))
    made.settimeout(0.05)
    return made


PROBES = [
    '<a rel="attachment" href="{file}">x</a>',
    '<a rel="attachment" href="kit:logo">x</a>',
    '<img src="{file}" alt="x">',
    '<img src="{net}" alt="x">',
    '<object data="{net}">x</object>',
    '<embed src="{net}">',
    '<object data="{file}" type="image/svg+xml">x</object>',
    '<iframe src="{net}"></iframe><p style="background: url({net})">x</p>',
    '<p style="background: url({file})">x</p>',
    '<p style="list-style-image: url({net}); display: list-item">x</p>',
    '<p style="content: url({file})">x</p>',
    '<style>@import url("{net}");</style>',
    '<style>@import "{file}";</style>',
    '<style>@font-face {{ font-family: x; src: url("{net}") }} p {{ font-family: x }}</style><p>x</p>',
    '<style>@font-face {{ font-family: x; src: url("{file}") }} p {{ font-family: x }}</style><p>x</p>',
    '<style>@page {{ background: url("{net}") }}</style>',
    '<style>@color-profile --x {{ src: url("{file}") }}</style>',
    '<svg width="9" height="9"><image href="{file}" width="9" height="9"/></svg>',
    '<svg width="9" height="9"><image xlink:href="{net}" width="9" height="9"/></svg>',
    '<svg width="9" height="9"><use href="{file}#x"/></svg>',
    '<svg width="9" height="9"><style>@import url("{net}");</style><rect width="9" height="9"/></svg>',
    '<img src="kit:evil" alt="x">',
    '<img src="data:image/svg+xml,%3Csvg/%3E" alt="x">',
    '<img src="kit:../../etc/passwd" alt="x">',
    '<img src="kit:" alt="x">',
    '<img src="kit:exe" alt="x">',
    '<img src="relative.png" alt="x">',
    '<base href="file:///"><img src="etc/passwd" alt="x">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href="{file}">x</a>',
    '<a href="{net}">x</a>',
    '<a href="http://bayar.contoh.example/">x</a>',
    '<a href="https://bayar.contoh.example@evil.example/">x</a>',
    '<a href="https://evil.example/">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="smb://evil/x">x</a>',
    '<a href="kit:logo">x</a>',
    "<p style='colour: red'>x</p>",
    "<p>\U0001f64f</p>",
]
HEADS = [
    '<link rel="attachment" href="{file}">',
    '<link rel="stylesheet" href="{net}">',
    '<link rel="stylesheet" href="{file}">',
    '<base href="{net}"><link rel="stylesheet" href="x.css">',
]


@pytest.mark.parametrize(("body", "head"), [(each, "") for each in PROBES] + [("", each) for each in HEADS])
def test_g15_no_tag_reads_a_file_or_opens_a_connection(
    press: Press, tmp_path: Path, listener: socket.socket, body: str, head: str
) -> None:
    secret = "rahasia-" + "q" * 40
    canary = tmp_path / "secret.svg"
    canary.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg"><title>{secret}</title><rect width="9" height="9"/></svg>'
    )
    words = {"file": canary.as_uri(), "net": f"http://127.0.0.1:{listener.getsockname()[1]}/x"}
    evil = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{canary.as_uri()}" width="9" height="9"/></svg>'
    images = (("logo", PNG), ("evil", evil.encode()), ("exe", b"MZ\x90"))
    data, problems = press.render(sheet(body.format(**words), head.format(**words), images=images))
    plain = b"".join(unpacked(data))
    assert secret.encode() not in plain
    assert b"EmbeddedFile" not in plain
    with pytest.raises(TimeoutError):
        listener.accept()
    listener.close()
    # Whatever is not refused has been ignored by the engine, and leaves no address behind.
    if not problems:
        assert body.startswith(("<iframe", "<object", "<embed", "<style>@color", "<svg", '<p style="content'))
        assert words["file"].encode() not in plain
        assert words["net"].encode() not in plain


def unpacked(data: bytes) -> list[bytes]:
    """Return a PDF and all its streams, unpacked."""
    found = [data]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            found.append(zlib.decompressobj().decompress(stream))
        except zlib.error:
            found.append(stream)
    return found


def test_allowed_links_stay(press: Press) -> None:
    body = (
        '<a href="mailto:a@contoh.example?subject=INV%2F1">s</a><a href="tel:+62215550100">t</a>'
        '<a href="https://bayar.contoh.example/x?(a)=b">w</a><a href="#x">i</a><p id="x">x</p>'
    )
    data, problems = press.render(sheet(body))
    assert problems == ()
    found: Any = PdfReader(BytesIO(data)).pages[0]["/Annots"]
    annotations = [each.get_object() for each in found]
    links = {str(each["/A"]["/URI"]) for each in annotations if "/A" in each}
    assert links == {
        "mailto:a@contoh.example?subject=INV%2F1",
        "tel:+62215550100",
        "https://bayar.contoh.example/x?(a)=b",
    }


def test_text_is_never_taken_for_an_action(press: Press) -> None:
    """A customer may be called like a PDF operator."""
    body = "<p>/JavaScript /Launch (/OpenAction) &lt;2f4a53&gt; endstream endobj</p>"
    data, problems = press.render(sheet(body, title="/JavaScript (/Launch) \\) /AA – é"))
    assert problems == ()
    assert data


@pytest.mark.parametrize("name", ["EmbeddedFiles", "JavaScript", "JS", "Launch", "OpenAction", "AA", "#4a#53", "GoToR"])
def test_actions_are_found_in_plain_and_packed_objects(name: str) -> None:
    plain = b"%PDF-1.7\n1 0 obj\n<</Type /Catalog /" + name.encode() + b" 2 0 R>>\nendobj\n%%EOF"
    packed = zlib.compress(b"1 0 <</" + name.encode() + b" 2 0 R>>")
    stream = (
        b"%PDF-1.7\n1 0 obj\n<</Type /ObjStm /Filter /FlateDecode>>\nstream\n" + packed + b"\nendstream\nendobj\n%%EOF"
    )
    for data in (plain, stream):
        assert [code for code, _ in pdfcheck.findings(data, ())] == ["pdf-active"]


@pytest.mark.parametrize(
    "link", [b"(javascript:1)", b"<6a6176617363726970743a31>", b"(file:///x)", b"(https://a\\)b/)", b"(\xff)"]
)
def test_links_are_found_however_they_are_written(link: bytes) -> None:
    data = b"%PDF-1.7\n1 0 obj\n<</A <</S /URI /URI " + link + b">>>>\nendobj\n%%EOF"
    assert [code for code, _ in pdfcheck.findings(data, ("a",))] == ["pdf-link"]


def test_broken_files_are_found() -> None:
    assert pdfcheck.findings(b"", ()) == (("pdf-damaged", ""),)
    assert pdfcheck.findings(b"%PDF-1.7\n", ()) == (("pdf-damaged", ""),)


def test_a_warning_of_the_style_sheet_is_said_for_every_sheet(press: Press) -> None:
    page = sheet(css=CSS + "p { colour: red }")
    assert codes(press, page) == ["pdf-warning"]
    assert codes(press, page) == ["pdf-warning"]


def test_a_page_names_its_language(press: Press) -> None:
    page = sheet()
    assert codes(press, replace(page, html=page.html.replace(' lang="id"', ""))) == ["pdf-warning"]


def test_what_breaks_the_engine_is_a_problem(press: Press) -> None:
    assert codes(press, sheet("<div>" * 600)) == ["pdf-failed"]
    assert press.render(sheet())[1] == ()


def test_unknown_characters_are_named_with_their_neighbours(press: Press) -> None:
    _, problems = press.render(sheet("<p>Terima kasih &#x1F64F; dari kami, 汉字</p>"))
    assert [(each.code, each.data["character"], each.data["around"]) for each in problems] == [
        ("glyph-missing", "U+1F64F", "erima kasih \U0001f64f dari kami,"),
        ("glyph-missing", "U+6C49", "dari kami, 汉字"),
        ("glyph-missing", "U+5B57", "dari kami, 汉字"),
    ]


def test_what_is_not_drawn_may_be_any_character(press: Press) -> None:
    head = "<style>/* 🙏 */ p { color: #000 }</style>"
    assert press.render(sheet("<p>a\u00adb – “é” Rp ½ → ✓</p>".replace("→ ✓", ""), head))[1] == ()
    assert codes(press, sheet(head='<style>p::before { content: "\\1F64F" }</style>')) == ["glyph-missing"]
    assert codes(press, sheet(css=CSS + 'p::before { content: "🙏" }')) == ["glyph-missing"]


def test_fonts_have_a_fingerprint_that_follows_their_bytes(tmp_path: Path) -> None:
    shutil.copytree(FONTS, tmp_path / "a")
    shutil.copytree(FONTS, tmp_path / "b")
    (tmp_path / "b" / "README.md").write_text("other")
    assert fonts.fingerprint(tmp_path / "a") == fonts.fingerprint(tmp_path / "b") == fonts.fingerprint(FONTS)
    shutil.copytree(FONTS, tmp_path / "c")
    with (tmp_path / "c" / "PublicSans-Bold.ttf").open("ab") as file:
        file.write(b"\0")
    assert fonts.fingerprint(tmp_path / "c") != fonts.fingerprint(FONTS)


def test_missing_glyphs_each_once() -> None:
    assert fonts.missing_glyphs(FONTS, "Tagihan Rp1.500 – “é”\t\n🙏汉🙏") == ("🙏", "汉")
