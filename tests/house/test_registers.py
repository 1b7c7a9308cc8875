"""One table of greetings, connectives and closings: every template that the kit brings keeps to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kit.composing.registers import MANNERS, NEVER, Register, register_of

LETTERS = Path(__file__).parents[2] / "letters"
TEMPLATES = sorted(
    path.relative_to(LETTERS).as_posix()
    for path in LETTERS.rglob("*")
    if path.suffix in (".md", ".txt", ".html") and path.parts[len(LETTERS.parts)] not in ("frames", "fonts", "call-sheet")
    and "handover" not in path.as_posix() and "casefile" not in path.as_posix() and "frames" not in path.parts
)  # fmt: skip


def words(template: str) -> str:
    """Return what a template says: without its tags, marks and front."""
    text = (LETTERS / template).read_text(encoding="utf-8")
    return re.sub(r"\{[{%].*?[%}]\}|<[^>]+>", " ", re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL))


def manner_of(template: str) -> tuple[Register, str]:
    return register_of(template), "en" if template.startswith("en/") else "id"


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_word_of_another_register_stands_in_a_template(template: str) -> None:
    said, manner = words(template), MANNERS[manner_of(template)]
    for word in (*manner.avoided, *NEVER):
        assert not re.search(rf"\b{re.escape(word.strip())}\b", said, re.IGNORECASE if word.islower() else 0), word


@pytest.mark.parametrize("template", [each for each in TEMPLATES if each.endswith("whatsapp.txt")])
def test_a_chat_greets_and_closes_as_the_table_says(template: str) -> None:
    text = (LETTERS / template).read_text(encoding="utf-8")
    manner = MANNERS[manner_of(template)]
    assert text.startswith(manner.greetings)
    assert text.rstrip().split("\n")[-2] in manner.closings
    assert text.rstrip().endswith("{{ sender.name }}")


@pytest.mark.parametrize("template", [each for each in TEMPLATES if each.endswith("email.md")])
def test_an_email_greets_as_the_table_says(template: str) -> None:
    body = (LETTERS / template).read_text(encoding="utf-8").split("---\n", 2)[2].lstrip()
    assert body.startswith(MANNERS[manner_of(template)].greetings)


@pytest.mark.parametrize("language", ["id", "en"])
def test_frames_close_as_the_table_says(language: str) -> None:
    folder = LETTERS / ("en/frames" if language == "en" else "frames")
    for name in ("email.html", "email.txt", "letter.html"):
        assert any(each in (folder / name).read_text() for each in MANNERS[Register.FORMAL, language].closings)


def test_every_register_has_its_word_for_if() -> None:
    for (register, language), manner in MANNERS.items():
        own = [words(each) for each in TEMPLATES if manner_of(each) == (register, language)]
        assert any(re.search(rf"\b{manner.conditional}\b", said, re.IGNORECASE) for said in own), (register, language)
