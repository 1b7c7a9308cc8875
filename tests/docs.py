"""`python -m tests.docs` writes docs/errors.md and docs/cli.md from the catalogue, the error cases and `--help`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from unittest import mock

import click
from click.testing import CliRunner

from kit.cli.app import ROOMS, kit
from kit.cli.catalogue import en
from kit.cli.catalogue import id as indonesian
from tests.codes import severity

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests/errors/cases"
MADE = "<!-- Written by `python -m tests.docs`: do not edit. -->"
_TOLD = re.compile(r"^\S.*?(?:error|warning)\[([a-z0-9-]+)\]: ", re.MULTILINE)


def examples() -> Mapping[str, str]:
    """Return for each code the shortest text that the kit prints about a case of tests/errors."""
    found: dict[str, str] = {}
    for path in sorted(CASES.glob("*.txt")):
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            told = _TOLD.match(paragraph)
            if told and (told[1] not in found or len(paragraph) < len(found[told[1]])):
                found[told[1]] = paragraph.strip("\n")
    return found


def errors() -> str:
    """Return docs/errors.md."""
    shown = examples()
    lines = [MADE, "", "# What kit can find wrong", "", "Every problem has a code that stays the same: `severity[code]` in the text, `code` in `kit check --json`.",
             "An **error** stops the command and nothing is written; a **warning** is only said; a **failure** is the computer's, not the",
             "book's, and ends with exit code 3. Words in braces are filled in. Examples are what `kit check` prints about the cases in",
             "`tests/errors/`.", ""]  # fmt: skip
    for code in sorted(en.PROBLEMS):
        sentence, *hints = en.PROBLEMS[code]
        lines += [
            f"## {code}",
            "",
            f"**{severity(code)}** · {_said(sentence)}",
            "",
            f"*{_said(indonesian.PROBLEMS[code][0])}*",
            "",
        ]
        lines += [f"- {_said(hint)}" for hint in hints if hint]
        lines += [""] if any(hints) else []
        lines += ["```", shown[code], "```", ""] if code in shown else []
    return "\n".join(lines).rstrip("\n") + "\n"


def cli() -> str:
    """Return docs/cli.md: the help of every command, 80 columns wide whatever the terminal."""
    lines = [
        MADE,
        "",
        "# Commands",
        "",
        "`./santun COMMAND` in a checkout, `kit COMMAND` where the package is installed.",
        "",
    ]
    for words in commands():
        result = CliRunner().invoke(
            kit, [*words, "--help"], prog_name="kit", terminal_width=80, env={"LANG": "C.UTF-8"}
        )
        assert result.exit_code == 0, result.output
        lines += [
            f"## {' '.join(['kit', *words])}",
            "",
            "```",
            *(line.rstrip() for line in result.output.splitlines()),
            "```",
            "",
        ]
    return "\n".join([*lines, COMPLETION])


#: Closes docs/cli.md.
COMPLETION = """\
## Completion in the shell

Where `kit` is installed as a command, put one of these lines into your shell's start-up file:

```
eval "$(_KIT_COMPLETE=bash_source kit)"          # ~/.bashrc
eval "$(_KIT_COMPLETE=zsh_source kit)"           # ~/.zshrc
_KIT_COMPLETE=fish_source kit | source           # ~/.config/fish/config.fish
```

`NO_COLOR=1` keeps every colour out of what is printed.
"""


def commands() -> Iterator[tuple[str, ...]]:
    """Yield the words of every command and of the commands in it, `kit` itself first."""
    yield ()
    for name in sorted(ROOMS):
        yield (name,)
        command = kit.get_command(click.Context(kit), name)
        if isinstance(command, click.Group):
            yield from ((name, each) for each in sorted(command.commands))


def written() -> Mapping[Path, str]:
    """Return the text of every generated document by its path."""
    with mock.patch.dict(os.environ, {"COLUMNS": "80"}):
        return {ROOT / "docs/errors.md": errors(), ROOT / "docs/cli.md": cli()}


def _said(sentence: str | None) -> str:
    """Return a sentence of the catalogue as Markdown: nothing in it is markup."""
    text = (sentence or "").replace("{{", "{").replace("}}", "}")
    return re.sub(r"([\\`*_<>\[\]#|])", r"\\\1", text)


if __name__ == "__main__":
    for place, text in written().items():
        place.write_text(text, encoding="utf-8", newline="\n")
