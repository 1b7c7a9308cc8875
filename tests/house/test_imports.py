"""The law of the house: which floor may know which, and where each library may be named."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = sorted((ROOT / "kit").rglob("*.py"))

#: Floor and the floors it may import.
LAW = {
    "basics": {"basics"},
    "domain": {"domain", "basics"},
    "reading": {"reading", "domain", "basics"},
    "composing": {"composing", "domain", "basics"},
    "output": {"output", "composing", "domain", "basics"},
}
#: Third-party library and the only places that may name it.
LIBRARIES = {
    "yaml": ("kit/reading/nodes.py", "kit/reading/syntax.py"),
    "jinja2": ("kit/composing/",),
    "markupsafe": ("kit/composing/",),
    "markdown": ("kit/composing/",),
    "segno": ("kit/composing/ways.py",),
    "click": ("kit/cli/",),
    "weasyprint": ("kit/output/",),
    "fontTools": ("kit/output/",),
}
CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("time", "time"), ("datetime", "utcnow")}


#: A float that is no money: how alike two words are, for "did you mean".
LIKENESS = ("kit/reading/fields.py",)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[tuple[str, ast.stmt]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            yield node.module or "", node


@pytest.mark.parametrize("room", [room for room in ROOMS if len(room.relative_to(ROOT).parts) > 2], ids=name)
def test_floors(room: Path) -> None:
    floor = room.relative_to(ROOT).parts[1]
    if floor not in LAW:
        assert floor == "cli"
        return
    for module, _ in imports(room):
        parts = module.split(".")
        if parts[0] == "kit" and len(parts) > 1:
            assert parts[1] in LAW[floor], f"{name(room)} must not know {module}"


@pytest.mark.parametrize("room", ROOMS, ids=name)
def test_libraries_stay_in_their_rooms(room: Path) -> None:
    for module, _ in imports(room):
        library = module.split(".")[0]
        if library in LIBRARIES:
            assert name(room).startswith(LIBRARIES[library]), f"{name(room)} must not name {library}"


def test_weasyprint_is_imported_inside_functions_only() -> None:
    for room in ROOMS:
        for node in ast.parse(room.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                words = [alias.name for alias in node.names] + [getattr(node, "module", "") or ""]
                assert not any(word.split(".")[0] in ("weasyprint", "fontTools") for word in words), name(room)


def test_basics_and_domain_import_nothing_from_outside() -> None:
    import sys

    for room in ROOMS:
        if room.relative_to(ROOT).parts[1] in ("basics", "domain"):
            outside = {module.split(".")[0] for module, _ in imports(room)} - {"kit"} - sys.stdlib_module_names
            assert not outside, f"{name(room)} imports {outside}"


def test_only_the_door_reads_the_clock() -> None:
    for room in ROOMS:
        for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                word = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
                if (word, node.func.attr) in CLOCK:
                    assert name(room) == "kit/cli/session.py", f"{name(room)}:{node.lineno} reads the clock"


def test_no_float_where_money_is() -> None:
    for room in ROOMS:
        floor = room.relative_to(ROOT).parts[1]
        if floor not in ("basics", "domain", "reading", "composing") or name(room) in LIKENESS:
            continue
        for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))):
            is_float = (isinstance(node, ast.Name) and node.id == "float") or (
                isinstance(node, ast.Constant) and isinstance(node.value, float)
            )
            assert not is_float, f"{name(room)}:{getattr(node, 'lineno', 0)} uses float"


@pytest.mark.parametrize("room", ROOMS, ids=name)
def test_rooms_have_one_purpose_and_stay_small(room: Path) -> None:
    text = room.read_text(encoding="utf-8")
    purpose = ast.get_docstring(ast.parse(text))
    assert purpose, f"{name(room)} does not say what it is for"
    assert len(purpose.splitlines()[0]) <= 120
    assert len(text.splitlines()) <= 300, f"{name(room)} has more than 300 lines"
    assert room.stem not in ("utils", "helpers", "common", "misc", "manager")
