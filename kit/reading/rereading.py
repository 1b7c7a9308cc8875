"""Reads a file again that is about to change: what it says as texts, lists and maps, and whether its book still reads.

What `kit record` puts into a customer's file is written only if this finds exactly the intended difference.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from kit.basics.problems import Problem
from kit.reading.book import book_of
from kit.reading.files import CUSTOMERS, Files
from kit.reading.nodes import ListNode, Node, Scalar, parse


def reader_of(files: Files, customer: str) -> Callable[[bytes], tuple[Any, tuple[Problem, ...]]]:
    """Return a reader of other bytes for the file of `customer`, judged as a part of the whole book."""
    path = f"{CUSTOMERS}{customer}.yaml"

    def read_back(raw: bytes) -> tuple[Any, tuple[Problem, ...]]:
        tree, problems = parse(raw, path)
        if tree is None:
            return None, problems
        return plain(tree), book_of(Files(MappingProxyType({**files.contents, path: raw})))[1]

    return read_back


def plain(node: Node) -> Any:
    """Return a tree without its places: maps as dicts, lists as lists, every value as its text."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.entries.items()}
