"""Where each map, list and value of a book's YAML text begins and ends. Judges nothing: reading does that."""

from __future__ import annotations

from dataclasses import dataclass, field

_SPACE = " \t\r\n"
_DEEPEST = 30


class Unplaced(Exception):
    """The text is not written in a way in which places can be told; nothing may be changed in it."""


@dataclass(slots=True)
class Place:
    """One value: from `start` to just behind its last character, `end`. Empty where nothing is written."""

    kind: str
    start: int
    end: int
    #: Written in brackets.
    flow: bool = False
    #: Of a map: key, where the key begins, value.
    entries: list[tuple[str, int, Place]] = field(default_factory=list)
    #: Of a list: where the item begins (its hyphen, where it has one), value.
    items: list[tuple[int, Place]] = field(default_factory=list)

    def value(self, key: str) -> Place | None:
        """Return the value of `key` in a map, or None."""
        return next((value for name, _, value in self.entries if name == key), None)


def places(text: str) -> Place:
    """Return the places of the map that a whole file is."""
    reader = _Reader(text)
    root = reader.block(reader.token(reader.first()), -1, 0)
    if root.kind != "map" or root.flow:
        raise Unplaced
    rest = reader.token(root.end)
    if rest < len(text) and text[rest : rest + 3] != "...":
        raise Unplaced
    return root


def column(text: str, at: int) -> int:
    """Return how many characters stand before `at` on its line."""
    start = line_start(text, at)
    return at - start - (start == 0 and text.startswith("\ufeff"))


def line_start(text: str, at: int) -> int:
    """Return where the line of `at` begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Return where the line of `at` ends, before its line end."""
    ends = [found for found in (text.find("\n", at), text.find("\r", at)) if found >= 0]
    return min(ends, default=len(text))


class _Reader:
    """Walks over one text; every step takes a place and returns a place."""

    def __init__(self, text: str) -> None:
        self.text = text

    def first(self) -> int:
        """Return where the document begins: behind a byte order mark and a line of three hyphens."""
        at = self.token(1 if self.text.startswith("\ufeff") else 0)
        return at + 3 if self.text.startswith("---", at) and self.text[at + 3 : at + 4] in ("", *_SPACE) else at

    def token(self, at: int) -> int:
        """Return the next place that is neither space nor comment."""
        text = self.text
        while at < len(text):
            if text[at] in _SPACE:
                at += 1
            elif text[at] == "#" and (at == 0 or text[at - 1] in _SPACE or text[at - 1] == "\ufeff"):
                at = line_end(text, at)
            else:
                break
        return at

    def block(self, at: int, parent: int, depth: int) -> Place:
        """Return the value that begins at `at`, whose container stands at the column `parent`."""
        if depth > _DEEPEST or at >= len(self.text):
            raise Unplaced
        if self._is_item(at):
            return self._list(at, depth)
        if self._colon(at) is not None:
            return self._map(at, depth)
        return self._scalar(at, parent, depth)

    def _is_item(self, at: int) -> bool:
        return self.text[at : at + 1] == "-" and self.text[at + 1 : at + 2] in ("", *_SPACE)

    def _list(self, at: int, depth: int) -> Place:
        indent, here = column(self.text, at), Place("list", at, at)
        while at < len(self.text) and self._is_item(at) and column(self.text, at) == indent:
            value = self._below(at + 1, indent, depth, same=False)
            here.items.append((at, value))
            here.end = value.end
            at = self.token(value.end)
        return here

    def _map(self, at: int, depth: int) -> Place:
        indent, here = column(self.text, at), Place("map", at, at)
        while at < len(self.text) and column(self.text, at) == indent and not self._is_item(at):
            found = self._colon(at)
            if found is None:
                break
            key, colon = found
            value = self._below(colon + 1, indent, depth, same=True)
            here.entries.append((key, at, value))
            here.end = value.end
            at = self.token(value.end)
        return here

    def _below(self, at: int, indent: int, depth: int, *, same: bool) -> Place:
        """Return the value behind a hyphen or colon: on its line, or deeper on a later one, or empty."""
        next_ = self.token(at)
        if next_ < line_end(self.text, at):
            return self._scalar(next_, indent, depth + 1) if same else self.block(next_, indent, depth + 1)
        deeper = next_ < len(self.text) and column(self.text, next_) > indent
        level = same and next_ < len(self.text) and column(self.text, next_) == indent and self._is_item(next_)
        return self.block(next_, indent, depth + 1) if deeper or level else Place("scalar", at, at)

    def _colon(self, at: int) -> tuple[str, int] | None:
        """Return the key that begins at `at` and where its colon stands, or None where no key begins."""
        text = self.text
        if text[at] in "[{|>#&*!%@`":
            return None
        end = self._quoted(at) if text[at] in "\"'" else at
        if end > at:
            colon = end
            while text[colon : colon + 1] == " ":
                colon += 1
            ok = text[colon : colon + 1] == ":" and text[colon + 1 : colon + 2] in ("", *_SPACE)
            return (text[at + 1 : end - 1], colon) if ok else None
        line = text[at : line_end(text, at)]
        for where, character in enumerate(line):
            if character == "#" and where and line[where - 1] in " \t":
                return None
            if character == ":" and line[where + 1 : where + 2] in ("", " ", "\t"):
                return line[:where].rstrip(), at + where
        return None

    def _scalar(self, at: int, parent: int, depth: int) -> Place:
        text = self.text
        if text[at] in "\"'":
            return Place("scalar", at, self._quoted(at))
        if text[at] in "[{":
            return self._flow(at, depth)
        if text[at] in "&*!%@`":
            raise Unplaced
        if text[at] in "|>":
            return Place("scalar", at, self._literal(at, parent))
        end = self._plain(at)
        while True:  # lines that go on deeper than the key belong to the same value
            next_ = line_end(text, end)
            if text[end:next_].strip():
                return Place("scalar", at, end)
            while next_ < len(text) and text[next_] in _SPACE:
                next_ += 1
            if next_ >= len(text) or column(text, next_) <= parent or text[next_] == "#":
                return Place("scalar", at, end)
            end = self._plain(next_)

    def _plain(self, at: int) -> int:
        line = self.text[at : line_end(self.text, at)]
        for where in range(1, len(line)):
            if line[where] == "#" and line[where - 1] in " \t":
                line = line[:where]
                break
        return at + len(line.rstrip())

    def _literal(self, at: int, parent: int) -> int:
        """Return where a text of several lines (`|` or `>`) ends."""
        text, end = self.text, line_end(self.text, at)
        keeps = "+" in text[at:end].split("#")[0]
        last, at = end, end
        while at < len(text):
            at += 2 if text.startswith("\r\n", at) else 1
            stop = line_end(text, at)
            line = text[at:stop]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= parent:
                break
            if line.strip() or (keeps and at < len(text)):
                last = stop
            at = stop
        return last

    def _quoted(self, at: int) -> int:
        """Return the place behind a quoted text."""
        text, quote, at = self.text, self.text[at], at + 1
        while at < len(text):
            escaped = text[at] == "\\" and quote == '"'
            if escaped or (text[at] == quote and text[at + 1 : at + 2] == quote == "'"):
                at += 2
            elif text[at] == quote:
                return at + 1
            else:
                at += 1
        raise Unplaced

    def _flow(self, at: int, depth: int) -> Place:
        """Return the map or list in brackets that begins at `at`."""
        text = self.text
        if depth > _DEEPEST:
            raise Unplaced
        is_map = text[at] == "{"
        here = Place("map" if is_map else "list", at, at, flow=True)
        at = self.token(at + 1)
        while text[at : at + 1] != ("}" if is_map else "]"):
            begin = at
            value = self._flow_value(at, depth)
            at = self.token(value.end)
            if is_map:
                if text[at : at + 1] != ":":
                    raise Unplaced
                key = text[begin : value.end].strip("\"'")
                at = self.token(at + 1)
                value = Place("scalar", at, at) if text[at : at + 1] in ("", ",", "}") else self._flow_value(at, depth)
                here.entries.append((key, begin, value))
                at = self.token(value.end)
            else:
                here.items.append((begin, value))
            if text[at : at + 1] == ",":
                at = self.token(at + 1)
            elif text[at : at + 1] not in ("}", "]") or not text[at : at + 1]:
                raise Unplaced
        here.end = at + 1
        return here

    def _flow_value(self, at: int, depth: int) -> Place:
        text = self.text
        if at >= len(text) or text[at] in ",]}&*!|>%@`":
            raise Unplaced
        if text[at] in "[{":
            return self._flow(at, depth + 1)
        if text[at] in "\"'":
            return Place("scalar", at, self._quoted(at))
        end = at
        while end < len(text) and text[end] not in ",[]{}":
            if text[end] == ":" and text[end + 1 : end + 2] in ("", ",", "[", "]", "{", "}", *_SPACE):
                break
            if text[end] == "#" and text[end - 1] in _SPACE:
                break
            end += 1
        return Place("scalar", at, at + len(text[at:end].rstrip()))
