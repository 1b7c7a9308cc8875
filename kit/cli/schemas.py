"""`kit schema`: JSON Schemas of a book's files, from which editors complete and underline."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kit.cli.session import LANGUAGES, language
from kit.output.starting import put
from kit.reading.schema import TABLES
from kit.reading.schema import schema as schema_of

#: A file of each kind, for the line that points at its schema.
PLACES = {
    "creditor": "data/creditor.yaml",
    "policy": "data/policy.yaml",
    "calendar": "data/calendar.yaml",
    "customer": "data/customers/<id>.yaml",
}


@click.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("schema"), show_default=True,
              help="Folder for the schemas: schema/ in the folder of the book.")  # fmt: skip
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of what the kit says to you.")
def schema(out: Path, lang: str | None) -> None:
    r"""Write JSON Schemas of the book's files, for editors.

    They are made from the tables that `kit check` reads by. The last word has `kit check`: it also
    knows what the files say about each other.

    \b
    Example:
      kit schema --out ~/books/sari-rasa/schema
    """
    from kit.cli.starting import WORDS

    put(out, as_files())
    click.echo(WORDS[language(lang)].SCHEMAS)
    for name in TABLES:
        click.echo(f"  {PLACES[name]:<26}{modeline(PLACES[name], name)}", nl=False)


def as_files() -> dict[str, bytes]:
    """Return the schemas by file name."""
    return {
        f"{name}.json": (json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n").encode() for name in TABLES
    }


def modeline(path: str, name: str) -> str:
    """Return the first line of the file at `path` that points an editor at its schema."""
    up = "../" * path.count("/")
    return f"# yaml-language-server: $schema={up}schema/{name}.json\n"
