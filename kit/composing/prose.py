"""From Markdown with Jinja tags to a Jinja template in HTML or in plain text; values never pass through Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

import markdown
from jinja2 import Environment

#: Around blocks of text that are laid out already; readers of YAML refuse these characters in values.
BLOCK_BEGIN, BLOCK_END = "\x02", "\x03"

#: Longest line of a block that stays as it is, in characters (RFC 5322, 2.1.1).
LONGEST_LINE = 78

_MARK = re.compile(r"Qz([0-9]{5})zQ")
_BEGINS = {"variable_begin", "block_begin", "comment_begin", "raw_begin", "linecomment_begin"}
_ENDS = {"variable_end", "block_end", "comment_end", "raw_end", "linecomment_end"}
_PAIRED = frozenset(("block", "call", "filter", "for", "if", "macro", "with"))
_HEAD = re.compile(BLOCK_BEGIN + r"?\{[{%#][-+]?")
#: A loop, on lines of its own, around the points of a list; and what Markdown makes of it.
_LOOPED = re.compile(r"^(Qz[0-9]{5}zQ)\n((?:- .*\n(?:  .*\n)*)+)(Qz[0-9]{5}zQ)$", re.MULTILINE)
_LIST = re.compile(r"(Qz[0-9]{5}zQ) <ul>((?:(?!<ul>).)*?)</ul> (Qz[0-9]{5}zQ)")
_HREF = re.compile(r'(?:href|src)="([^"]*)"')
_LINK_FIELD = re.compile(r"\{\{[-\s]*[a-z_.]*link[-\s]*\}\}")
_RAW_HTML = re.compile(r"<(?=[A-Za-z/!?])(?!https://)[^>\s]{0,20}")


@dataclass(frozen=True, slots=True)
class Tag:
    """One Jinja tag as it stands in the source: its text and the line on which it begins."""

    text: str
    line: int

    @property
    def silent(self) -> bool:
        """Tell whether the tag stands for no words of its own: a statement, a comment, or a part that is no text."""
        return not self.text.startswith("{{") and re.match(r"\{%[-+\s]*include\b[^%]*\.txt", self.text) is None


class Unsafe(Exception):
    """A template holds something that has no place in one: `what`, on `line`."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.what = what
        self.line = line


def set_aside(source: str, environment: Environment) -> tuple[str, tuple[Tag, ...]]:
    """Return `source` with a plain word in place of every Jinja tag, and the tags in their order."""
    words: list[str] = []
    tags: list[Tag] = []
    inside: list[str] = []
    began = 1
    for line, kind, text in environment.lex(source):
        if kind == "raw_begin":
            raise Unsafe("{% raw %}", line)
        if kind in _BEGINS:
            inside, began = [text], line
        elif kind in _ENDS:
            words.append(f"Qz{len(tags):05}zQ")
            # An end tag may have swallowed the line end behind it (trim_blocks); that belongs to the text.
            whole = "".join([*inside, text])
            tags.append(Tag(whole.rstrip("\n"), began))
            words.append("\n" * (len(whole) - len(whole.rstrip("\n"))))
            inside = []
        elif inside:
            inside.append(text)
        else:
            words.append(text)
    return "".join(words), tuple(tags)


def unclosed(source: str, environment: Environment) -> int:
    """Return the line of the last statement in `source` that is opened and never ended; 1 where there is none."""
    opened: list[tuple[str, int]] = []
    begins = False
    for line, kind, text in environment.lex(source):
        if kind == "name" and begins:
            if text in _PAIRED:
                opened.append((text, line))
            elif text.startswith("end") and opened and opened[-1][0] == text[3:]:
                opened.pop()
        begins = kind == "block_begin" or (begins and kind == "whitespace")
    return opened[-1][1] if opened else 1


def html_template(source: str, environment: Environment) -> str:
    """Return `source`, Markdown with Jinja tags, as a Jinja template in HTML whose lines are those of the source.

    A paragraph of nothing but statements or an include loses its `<p>`. Raw HTML, images and links
    that lead elsewhere than to https, mailto or a link field are refused (Unsafe).
    """
    text, tags = set_aside(source, environment)
    for match in _RAW_HTML.finditer(text):
        raise Unsafe(match[0], line_of(text, match.start()))
    text = _LOOPED.sub(r"\1\n\n\2\n\n\3", text)
    converted = markdown.markdown(text, extensions=["sane_lists"], output_format="html")
    flat = " ".join(converted.split("\n"))
    if "<img" in flat:
        raise Unsafe("![…](…)", _line_with("![", text))
    for match in _HREF.finditer(flat):
        _check_link(match[1], text, tags)
    flat = re.sub(r"<p>((?:\s|Qz[0-9]{5}zQ)*)</p>", lambda match: _unwrapped(match[1], tags), flat)
    flat = _LIST.sub(lambda match: _looped(match, tags), flat)
    return _restored(flat, tags)


def text_template(source: str, environment: Environment) -> str:
    """Return `source`, Markdown with Jinja tags, as a Jinja template in plain text, line by line.

    Emphasis loses its marks, a link becomes "text: address", a heading a line; an HTML part is
    replaced by the `.txt` beside it and stands between BLOCK_BEGIN and BLOCK_END.
    """
    text, tags = set_aside(source, environment)
    text = re.sub(r"\[([^\]]+)\]\(([^)\s]+)\)", r"\1: \2", text)
    text = re.sub(r"<(https://[^>\s]+)>", r"\1", text)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text, flags=re.DOTALL)
    text = re.sub(r"(?<![\w*])([*_])(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])", r"\2", text)
    text = re.sub(r"^#{1,6} +", "", text, flags=re.MULTILINE)
    text = re.sub(r"\\([\\`*_{}\[\]()#+\-.!])", r"\1", text)
    return _restored(text, tuple(Tag(_as_text(tag), tag.line) for tag in tags))


def laid_out(text: str, width: int = 72) -> str:
    """Return filled `text` with its paragraphs wrapped at `width`, its blocks as they are, an empty line between.

    A line of a block is wrapped only where it is longer than a line of a mail should be; it keeps its indent.
    """
    parts: list[str] = []
    for piece in re.split(f"({BLOCK_BEGIN}[^{BLOCK_END}]*{BLOCK_END})", text):
        if piece.startswith(BLOCK_BEGIN):
            lines = piece.strip(BLOCK_BEGIN + BLOCK_END).strip("\n").split("\n")
            parts.append("\n".join(_shortened(line, width) for line in lines))
            continue
        for paragraph in re.split(r"\n\s*\n", piece):
            items = re.split(r"\n(?=\s*(?:- |[0-9]+\. ))", paragraph.strip())
            parts.append("\n".join(_wrapped(item, width) for item in items))
    return "\n\n".join(part for part in parts if part.strip())


def line_of(text: str, place: int) -> int:
    """Return the line, counted from 1, on which the character at `place` stands."""
    return text.count("\n", 0, place) + 1


def _line_with(words: str, text: str) -> int:
    return next((number for number, line in enumerate(text.split("\n"), 1) if words in line), 1)


def _wrapped(item: str, width: int) -> str:
    words = " ".join(item.split())
    hang = "  " if words.startswith("- ") else "   " if re.match(r"[0-9]+\. ", words) else ""
    return textwrap.fill(words, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)


def _shortened(line: str, width: int) -> str:
    if len(line) <= LONGEST_LINE:
        return line
    indent = line[: len(line) - len(line.lstrip())]
    return textwrap.fill(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )  # fmt: skip


def _unwrapped(content: str, tags: tuple[Tag, ...]) -> str:
    inside = [tags[int(number)] for number in _MARK.findall(content)]
    return content if all(tag.silent for tag in inside) else f"<p>{content}</p>"


def _looped(match: re.Match[str], tags: tuple[Tag, ...]) -> str:
    """Return a list with the loop inside it, so that it stays one list; another statement stays where it is."""
    begins, points, ends = match.groups()
    if not re.match(r"\{%[-+\s]*for\b", tags[int(begins[2:7])].text):
        return match[0]
    return f"<ul>{begins}{points}{ends}</ul>"


def _restored(text: str, tags: tuple[Tag, ...]) -> str:
    """Put the tags back, each pushed down by line ends inside it until it begins on its own line."""
    pieces: list[str] = []
    line = 1
    for piece, tag in _pieces(text, tags):
        pieces.append(piece)
        line += piece.count("\n")
        if tag is not None:
            head = _HEAD.match(tag.text)
            cut = head.end() if head else 0
            padded = tag.text[:cut] + "\n" * max(0, tag.line - line) + tag.text[cut:]
            pieces.append(padded)
            line += padded.count("\n")
    return "".join(pieces)


def _pieces(flat: str, tags: tuple[Tag, ...]) -> Iterator[tuple[str, Tag | None]]:
    end = 0
    for match in _MARK.finditer(flat):
        yield flat[end : match.start()], tags[int(match[1])]
        end = match.end()
    yield flat[end:], None


def _as_text(tag: Tag) -> str:
    if re.match(r"\{%[-+\s]*include\b[^%]*\.html[\"']", tag.text):
        return BLOCK_BEGIN + re.sub(r"\.html(?=[\"'])", ".txt", tag.text) + BLOCK_END
    return tag.text


def _check_link(target: str, text: str, tags: tuple[Tag, ...]) -> None:
    mark = _MARK.fullmatch(target)
    if mark and _LINK_FIELD.fullmatch(tags[int(mark[1])].text):
        return
    if target.startswith(("https://", "mailto:")):
        return
    shown = _MARK.sub(lambda match: tags[int(match[1])].text, target)
    raise Unsafe(shown, tags[int(mark[1])].line if mark else _line_with(target, text))
