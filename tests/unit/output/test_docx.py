"""A paper as DOCX: whole, in order, the same bytes, with native numbers, and read alike by a word processor."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kit.composing.documents import Sheet, twin
from kit.domain.model import Language
from kit.output import docx_parts
from kit.output.docx import docx
from kit.output.docx_tree import tree
from tests.unit.composing.stories import COMPANY
from tests.unit.composing.test_agreement import offered, papers
from tests.unit.output.papers import sheets

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
NAMES = (
    "letters/sentosa-jaya/somasi-2.pdf", "agreement-1", "agreement-40", "lawyers/prima-niaga/konsep/gugatan.pdf",
    "lawyers/prima-niaga/konsep/surat-kuasa-khusus.pdf", "lawyers/prima-niaga/01-ringkasan.pdf", "firm-40",
)  # fmt: skip
# One red pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080020004001011100ffd9")


def made(sheet: Sheet) -> dict[str, bytes]:
    """Return the parts of the DOCX of `sheet` by name."""
    with zipfile.ZipFile(io.BytesIO(docx(sheet.html, sheet.css, sheet.images))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def small(body: str, head: str = "", **images: bytes) -> dict[str, bytes]:
    html = f'<html lang="id"><head><title>a &amp; b</title></head><body>{head}{body}</body></html>'
    return made(Sheet("a", "a.pdf", "a", html, "", tuple(images.items())))


def words(parts: dict[str, bytes], *names: str) -> list[str]:
    """Return the words of some parts, in order."""
    found: list[str] = []
    for name in names:
        for paragraph in ET.fromstring(parts[name]).iter(f"{W}p"):
            found += "".join(
                {f"{W}t": each.text or "", f"{W}br": " ", f"{W}tab": " "}.get(each.tag, "") for each in paragraph.iter()
            ).split()
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_paper_is_there_in_its_order(name: str) -> None:
    sheet = sheets()[name]
    parts = made(sheet)
    header = next(tree(sheet.html).all("header"))
    after = re.sub(r"(?s)^.*</header>", "", sheet.html)
    after = re.sub(r'<img[^>]*alt="([^"]*)"[^>]*>', r" [\1] ", after)
    after = re.sub(r'<span class="box">', " \u2610 ", after)
    plain = unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</?(?:strong|em|i|b|span|a|code)\b[^>]*>", "", after)))
    assert "".join(words(parts, "word/document.xml")) == "".join(plain.split())
    assert sorted("".join(words(parts, "word/header1.xml"))) == sorted(header.text.replace(" ", ""))


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_is_named_is_there(name: str) -> None:
    parts = made(sheets()[name])
    document = ET.fromstring(parts["word/document.xml"])
    styles = {each.get(f"{W}styleId") for each in ET.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
    lists = {each.get(f"{W}numId") for each in ET.fromstring(parts["word/numbering.xml"]).iter(f"{W}num")}
    assert {each.get(f"{W}val") for each in document.iter(f"{W}pStyle")} <= styles
    assert {each.get(f"{W}val") for each in document.iter(f"{W}numId")} <= lists
    for path in parts:
        if path.endswith(".rels"):
            folder = path.replace("_rels/", "").rpartition("/")[0]
            for each in ET.fromstring(parts[path]).iter(RELATION):
                assert "/".join(filter(None, (folder, each.get("Target")))) in parts
    kinds = parts["[Content_Types].xml"].decode()
    assert all(f'"/{path}"' in kinds or path.endswith((".rels", ".png", ".jpg", "Types].xml")) for path in parts)
    for table in document.iter(f"{W}tbl"):
        grid = [int(each.get(f"{W}w", "")) for each in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        assert sum(grid) <= docx_parts.TEXT_WIDTH
        for row in table.iterfind(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iterfind(f"{W}tc")]
            assert sum(int(span.get(f"{W}val", "")) if span is not None else 1 for span in spans) <= len(grid)
            assert all(cell[-1].tag == f"{W}p" for cell in row.iterfind(f"{W}tc"))


def test_the_same_paper_is_the_same_bytes_without_a_date() -> None:
    sheet = sheets()[NAMES[0]]
    one = docx(sheet.html, sheet.css, sheet.images)
    assert one == docx(sheet.html, sheet.css, sheet.images)
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {each.date_time for each in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert b"2026-11-23T" not in one


def test_points_of_a_somasi_count_through_and_ayat_begin_anew() -> None:
    somasi = ET.fromstring(made(sheets()[NAMES[0]])["word/document.xml"])
    points = [each for each in somasi.iter(f"{W}numId") if each.get(f"{W}val") == "1"]
    assert len(points) == sheets()[NAMES[0]].html.count('class="point')
    parts = made(sheets()["agreement-1"])
    numbering = parts["word/numbering.xml"].decode()
    kinds = dict(re.findall(r'<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d)"/>', numbering))
    used = [each.get(f"{W}val") for each in ET.fromstring(parts["word/document.xml"]).iter(f"{W}numId")]
    # a. b. c. of the recitals, then the ayat of each Pasal that has some.
    assert [kinds[each or ""] for each in dict.fromkeys(used)] == ["2", "1", "1", "1", "1", "1"]
    assert '<w:lvlText w:val="(%1)"/>' in numbering
    assert numbering.count("startOverride") == len(kinds)


def test_two_columns_stand_beside_each_other_with_numbers_of_their_own() -> None:
    (sheet,) = papers(offered(replace(COMPANY, language=Language.ENGLISH), 3, 5))
    parts = made(sheet)
    text = parts["word/document.xml"].decode()
    numbering = parts["word/numbering.xml"].decode()
    kinds = dict(re.findall(r'<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d)"/>', numbering))
    used = [kinds[each] for each in dict.fromkeys(re.findall(r'<w:numId w:val="(\d+)"/>', text))]
    assert used == ["2", "2"] + ["1"] * 10
    assert "Pasal 10" in text
    assert "Article 10" in text


def test_heads_of_tables_are_repeated_and_no_row_is_cut() -> None:
    text = made(sheets()["agreement-40"])["word/document.xml"].decode()
    assert text.count("<w:tblHeader/>") == 2
    assert text.count("<w:cantSplit/>") == text.count("<w:tr>")


def test_sender_stands_in_the_head_of_the_first_page_and_numbers_from_the_second_on() -> None:
    parts = made(sheets()["agreement-1"])
    head = " ".join(words(parts, "word/header1.xml"))
    assert head.startswith("PT Sari Rasa Nusantara DRAF Jalan Kenanga")
    assert words(parts, "word/header2.xml") == words(parts, "word/footer1.xml") == []
    assert words(parts, "word/footer2.xml") == ["Halaman", "2", "dari", "2"]
    assert b'w:instr=" NUMPAGES "' in parts["word/footer2.xml"]
    assert b"<w:titlePg/>" in parts["word/document.xml"]
    english = docx('<html lang="en"><body><p>x</p></body></html>')
    with zipfile.ZipFile(io.BytesIO(english)) as archive:
        assert b"Page " in archive.read("word/footer2.xml")
        assert b'w:val="en-GB"' in archive.read("word/styles.xml")


def test_values_are_text_and_never_markup() -> None:
    parts = small("<p>UD &lt;Maju&gt; &amp; Rekan &quot;Jaya&quot;</p>")
    assert words(parts, "word/document.xml") == ["UD", "<Maju>", "&", "Rekan", '"Jaya"']
    assert b"<dc:title>a &amp; b</dc:title>" in parts["docProps/core.xml"]


def test_what_closes_wrongly_loses_no_word() -> None:
    assert words(small("<div><p>satu<b>dua</p></i>tiga</div>"), "word/document.xml") == ["satudua", "tiga"]


@pytest.mark.parametrize(("data", "name", "size"), [
    (PNG, "logo.png", (16 * 36_000, 16 * 36_000)), (JPEG, "logo.jpg", (32 * 36_000, 16 * 36_000)),
])  # fmt: skip
def test_a_logo_keeps_its_shape_within_its_room(data: bytes, name: str, size: tuple[int, int]) -> None:
    head = '<header class="letterhead"><img src="kit:logo" alt="Logo"><h1>PT</h1></header>'
    parts = small("<p>x</p>", head, logo=data)
    assert parts[f"word/media/{name}"] == data
    assert f'cx="{size[0]}" cy="{size[1]}"'.encode() in parts["word/header1.xml"]


@pytest.mark.parametrize("data", [b"<svg/>", PNG[:20], PNG[:16] + b"\0" * 8, JPEG[:12], JPEG[:24] + b"\0" * 9, b""])
def test_a_picture_that_tells_no_size_is_left_out(data: bytes) -> None:
    head = '<header class="letterhead"><img src="kit:logo" alt="Logo"><h1>PT</h1></header>'
    parts = small("<p>x</p>", head, logo=data)
    assert not [path for path in parts if "media" in path]
    ET.fromstring(parts["word/header1.xml"])


def test_a_twin_stands_beside_its_paper() -> None:
    sheet = sheets()[NAMES[0]]
    assert twin(sheet).path == "letters/sentosa-jaya/somasi-2.docx"
    assert twin(sheet).html == sheet.html


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice Writer is not on this machine")
@pytest.mark.parametrize("name", NAMES[:3])
def test_a_word_processor_reads_it_alike(name: str, tmp_path: Path) -> None:
    sheet = sheets()[name]
    (tmp_path / "a.docx").write_bytes(docx(sheet.html, sheet.css, sheet.images))
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "pdf",
        "a.docx",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "a.pdf", "-"], check=True, capture_output=True, text=True)
    pages = text.stdout.split("\f")[:-1]
    assert f"Halaman 2 dari {len(pages)}" in pages[1]
    assert "Halaman" not in pages[0]
    assert "PT Sari Rasa Nusantara" in pages[0].splitlines()[0] or "PT Sari Rasa Nusantara" in pages[0][:400]
    if name == NAMES[0]:
        found = [
            int(number) for number in re.findall(r"(?m)^ *([0-9]{1,2})\. ", text.stdout.partition("Hormat kami")[0])
        ]
        assert found == list(range(1, sheet.html.count('class="point') + 1))
    else:
        assert text.stdout.count("(1)") == 5
        (deed,) = [page for page in pages if "menulis dengan tangan" in page]
        assert "Meterai" in deed
        assert "Saksi-saksi" in deed
