"""A paper as DOCX, from the same HTML as its PDF: for a lawyer to work on. The same HTML gives the same bytes.

    data = docx(html, css, images)

The sender's head stands in the head of the first page, page numbers from the second page on; paragraphs and ayat bear
native numbers, so that a clause put between two others moves them. No date and no name of a machine goes in.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from kit.output import docx_parts as parts
from kit.output.docx_body import Body, Place, runs
from kit.output.docx_tree import Node, accent, tree, widths

_DAY = (1980, 1, 1, 0, 0, 0)
#: Rights of every file in the package, and the system that says so (Unix).
_RIGHTS, _UNIX = 0o100644, 3
#: Largest height and width of a logo, in EMU: 16 by 50 mm, as letter.css has it.
_LOGO = (16 * 36_000, 50 * 36_000)
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PAGE_OF = {"en": ("Page", "of")}


def docx(html: str, css: str = "", images: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """Return a whole HTML document of ours as DOCX; `css` is asked for widths and the accent, `images` for the logo."""
    root = tree(html)
    page = next(root.all("html"))
    language = page.attributes.get("lang", "id")
    colour = accent(css)
    body = Body(widths(css))
    head = next(root.all("header"), None)
    logo = _logo(head, dict(images))
    for kid in next(root.all("body")).kids:
        if isinstance(kid, Node) and kid is not head:
            body.blocks(Node("root", {}, [kid]), Place())
    title = next(root.all("title"), Node("title")).text
    names = {each.attributes.get("name"): each.attributes.get("content", "") for each in root.all("meta")}
    files = {
        "[Content_Types].xml": parts.content_types(),
        "_rels/.rels": parts.relations((
            ("rId1", "officeDocument", "word/document.xml"), ("rId2", parts.CORE, "docProps/core.xml"),
        )),
        "docProps/core.xml": parts.core(title, names.get("author", ""), language),
        "word/document.xml": _document("".join(body.parts)),
        "word/_rels/document.xml.rels": parts.relations((
            ("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"),
            ("rId3", "settings", "settings.xml"),
            ("rId4", "header", "header1.xml"), ("rId5", "header", "header2.xml"),
            ("rId6", "footer", "footer1.xml"), ("rId7", "footer", "footer2.xml"),
        )),
        "word/styles.xml": parts.styles({"id": "id-ID", "en": "en-GB"}.get(language, language), colour),
        "word/numbering.xml": parts.numbering(body.lists),
        "word/settings.xml": parts.SETTINGS,
        "word/header1.xml": _letterhead(head, colour, logo),
        "word/header2.xml": parts.empty("hdr"),
        "word/footer1.xml": parts.empty("ftr"),
        "word/footer2.xml": parts.footer(*_PAGE_OF.get(language, ("Halaman", "dari"))),
    }  # fmt: skip
    pictures: dict[str, bytes] = {}
    if logo is not None:
        files["word/_rels/header1.xml.rels"] = parts.relations((("rId1", "image", f"media/{logo[0]}"),))
        pictures[f"word/media/{logo[0]}"] = logo[1]
    return _packed({**{name: text.encode() for name, text in files.items()}, **pictures})


def _packed(files: dict[str, bytes]) -> bytes:
    """Return the package: types first, then by name; stored, as what compresses differs between machines."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = _UNIX, _RIGHTS << 16
            archive.writestr(entry, files[name])
    return target.getvalue()


def _document(body: str) -> str:
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="rId4"/><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="first" r:id="rId6"/><w:footerReference w:type="default" r:id="rId7"/>'
        f"{parts.PAGE}</w:sectPr>"
    )
    return f"{parts.HEAD}<w:document {parts.W} {parts.R}><w:body>{body}{section}</w:body></w:document>"


def _letterhead(head: Node | None, colour: str, logo: tuple[str, bytes, int, int] | None) -> str:
    """Return the head of the first page: logo, name with DRAF at the right edge, contacts, a rule under the accent."""
    if head is None:
        return parts.empty("hdr")
    lines = [kid for kid in head.kids if isinstance(kid, Node) and kid.tag in ("h1", "p")]
    drafts = [each for each in lines if "draft" in each.classes]
    lines = [each for each in lines if each not in drafts]
    made = [f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{_drawing(*logo)}</w:p>'] if logo else []
    for place, each in enumerate(lines):
        last = place == len(lines) - 1
        rule = f'<w:pBdr><w:bottom w:val="single" w:sz="5" w:space="6" w:color="{colour}"/></w:pBdr>' if last else ""
        after = '<w:spacing w:after="240"/>' if last else ""
        aside = ""
        if each.tag == "h1" and drafts:
            look = parts.run("sans 18 soft")
            aside = f"<w:r><w:tab/></w:r><w:r>{look}<w:t>{escape(drafts[0].text)}</w:t></w:r>"
        style = "Letterhead" if each.tag == "h1" else "Contacts"
        words = "".join(runs(each))
        made.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{rule}{after}</w:pPr>{words}{aside}</w:p>')
    return f"{parts.HEAD}<w:hdr {parts.W} {parts.R}>{''.join(made)}</w:hdr>"


def _logo(head: Node | None, images: dict[str, bytes]) -> tuple[str, bytes, int, int] | None:
    """Return the logo of the head: name in the package, bytes, width and height in EMU; None where there is none."""
    image = next(head.all("img"), None) if head else None
    data = images.get(image.attributes.get("src", "").removeprefix("kit:"), b"") if image else b""
    size = _size(data)
    if size is None:
        return None
    wide, high = size
    height = min(_LOGO[0], _LOGO[1] * high // wide)
    return ("logo.png" if data.startswith(b"\x89PNG") else "logo.jpg"), data, height * wide // high, height


def _size(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG or JPEG in its own points, None where they are not told."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        wide, high = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
        return (wide, high) if wide and high else None
    at = 2
    while data.startswith(b"\xff\xd8") and at + 9 < len(data) and data[at] == 0xFF:
        if data[at + 1] in (0xC0, 0xC1, 0xC2):
            high, wide = int.from_bytes(data[at + 5 : at + 7]), int.from_bytes(data[at + 7 : at + 9])
            return (wide, high) if wide and high else None
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def _drawing(name: str, _data: bytes, wide: int, high: int) -> str:
    size = f'cx="{wide}" cy="{high}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="1" name="{name}" descr="Logo"/><a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
