"""The tree: text with places, the same from both of the library's parsers."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kit.basics.problems import Problem
from kit.reading.decoding import MOST_BYTES
from kit.reading.nodes import ListNode, MapNode, Node, Scalar, key_place, parse, place

CASES = sorted((Path(__file__).parents[2] / "errors" / "cases").glob("B1*.yaml"))


def root(text: str | bytes) -> MapNode:
    tree, problems = parse(text if isinstance(text, bytes) else text.encode(), "x.yaml")
    assert not problems
    assert isinstance(tree, MapNode)
    return tree


def plain(node: Node | None) -> object:
    """Return a tree as lists, maps and texts."""
    if isinstance(node, MapNode):
        return {key: plain(value) for key, value in node.entries.items()}
    return [plain(item) for item in node.items] if isinstance(node, ListNode) else node.text if node else None


@pytest.mark.parametrize(
    "written", ["0217654321", "1.500", "NO", "null", "~", "2026-02-30", "1:30", "1e3", ".inf", "0x1F"]
)
def test_every_scalar_is_text(written: str) -> None:
    assert plain(root(f"a: {written}")) == {"a": written}


def test_places_are_counted_from_one_in_characters() -> None:
    tree = root("é: 1\nb:\n  - {c: 'x y'}\n")
    items = tree.entries["b"]
    assert isinstance(items, ListNode)
    item = items.items[0]
    assert isinstance(item, MapNode)
    value = place("x.yaml", item.entries["c"])
    assert (value.line, value.column, value.width) == (3, 9, 5)
    assert (place("x", tree.entries["é"]).column, place("x", item).column) == (4, 5)
    key = key_place("x.yaml", tree, "b")
    assert (key.line, key.column, key.width) == (2, 1, 1)


@pytest.mark.parametrize(
    "raw", [b"\xef\xbb\xbfa: 1\nb: 2\n", b"a: 1\r\nb: 2\r\n", b"a: 1\rb: 2", b"---\na: 1\nb: 2\n...\n"]
)
def test_marks_of_other_editors_are_accepted(raw: bytes) -> None:
    tree = root(raw)
    assert plain(tree) == {"a": "1", "b": "2"}
    assert tree.places["b"].line == tree.places["a"].line + 1


def test_comments_are_comments() -> None:
    text = 'a: PT   # PT | CV\n#b: 2\n  #c\nd: "x" #2\ne: a#b\nf: |\n  text #2\n# end'
    assert plain(root(text)) == {"a": "PT", "d": "x", "e": "a#b", "f": "text #2\n"}


def test_values_over_several_lines() -> None:
    tree = root('a: |\n  one\n  two\nb: one\n  two\nc: "one\\n\\ttwo"\n'.replace("\\t", ""))
    assert plain(tree) == {"a": "one\ntwo\n", "b": "one two", "c": "one\ntwo"}
    assert place("x", tree.entries["a"]).width == 1


def test_limits_allow_what_they_name() -> None:
    deep = "a: " + "[" * 19 + "]" * 19
    assert list(root(deep).entries) == ["a"]
    padding = b"# " + b"x" * (MOST_BYTES - 8) + b"\na: 1"
    assert len(padding) <= MOST_BYTES
    assert list(root(padding).entries) == ["a"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_both_parsers_say_the_same(path: Path) -> None:
    raw = path.read_bytes()

    def told(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
        return [(each.code, each.at.line, each.at.column) for each in problems if each.at]

    fast, slow = parse(raw, "x"), parse(raw, "x", yaml.SafeLoader)
    assert plain(fast[0]) == plain(slow[0])
    if path.stem != "B15-escape":  # the C parser stands at the backslash, the other one behind it
        assert told(fast[1]) == told(slow[1])


def test_a_lone_surrogate_gets_past_neither_parser() -> None:
    text = b'a: "\\ud800"'
    assert [each.code for each in parse(text, "x")[1]] == ["yaml-escape"]
    assert [each.code for each in parse(text, "x", yaml.SafeLoader)[1]] == ["character"]


@pytest.mark.parametrize(
    "text", ["a: [}", "}", "a: ]", "{a: 1}}", '"a\nb": 1', "? a\n? b", "- - -", ": x", "a: 'x", "!a", "a: >9x"]
)
def test_odd_ends_of_yaml_are_told_not_raised(text: str) -> None:
    for parser in ((), (yaml.SafeLoader,)):
        tree, problems = parse(text.encode(), "x", *parser)
        assert problems or isinstance(tree, MapNode | ListNode)


def test_hidden_letters_are_no_letters() -> None:
    assert [each.data["character"] for each in parse("a: x\u3164".encode(), "x")[1]] == ["U+3164"]


def test_a_file_of_hidden_characters_is_told_once_for_all() -> None:
    assert len(parse(("a: " + "\u200b" * 5000).encode(), "x")[1]) == 20
    assert len(parse("".join(f"a{i}: &a x\n" for i in range(500)).encode(), "x")[1]) == 20
    assert len(parse("a: x\u200b\ty".encode(), "x")[1]) == 1
    assert len(parse(("a: 1\n" * 500).encode(), "x")[1]) == 20
    assert len(parse(("%\n\tx: 1\n" * 500).encode(), "x")[1]) == 21


def test_a_scalar_knows_its_width() -> None:
    tree = root("a: 'one\n  two'")
    value = tree.entries["a"]
    assert isinstance(value, Scalar)
    assert value.width == 1
