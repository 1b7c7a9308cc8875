"""The commands of `kit`, and what becomes of their ending: exit codes 0, 1, 2, 3 and 130."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from kit import __version__
from kit.cli.helping import WholeSentences
from kit.output.failure import OperationalFailure

#: Command and the room that holds it; a room is imported only when its command runs.
ROOMS = {
    "affected": "kit.cli.subjects",
    "agree": "kit.cli.agreeing",
    "build": "kit.cli.building",
    "casefile": "kit.cli.casefiles",
    "check": "kit.cli.checking",
    "diff": "kit.cli.comparing",
    "explain": "kit.cli.explaining",
    "export": "kit.cli.exporting",
    "gallery": "kit.cli.galleries",
    "forget": "kit.cli.forgetting",
    "init": "kit.cli.starting",
    "issue": "kit.cli.issuing",
    "letter": "kit.cli.lettering",
    "links": "kit.cli.linking",
    "lint": "kit.cli.linting",
    "meterai": "kit.cli.stamping",
    "plan": "kit.cli.planning",
    "record": "kit.cli.recording",
    "schema": "kit.cli.schemas",
    "serve": "kit.cli.serving",
    "status": "kit.cli.status",
    "subject": "kit.cli.subjects",
}


class Kit(WholeSentences):
    """A group that imports a command's room late, so that `kit --help` and `kit status` stay quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted(ROOMS)

    def found(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called `cmd_name`, or None where there is none."""
        if cmd_name not in ROOMS:
            return None
        command: click.Command = getattr(import_module(ROOMS[cmd_name]), cmd_name)
        return command


@click.command(cls=Kit, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kit")
def kit() -> None:
    """Polite reminders for unpaid invoices, from a folder of YAML files.

    Begin a book with `kit init`. Each day: `kit check`, then `kit build`; read what lies in build/,
    send it, and tell the kit with `kit record sent`.

    \b
    Exit codes, of every command:
      0    done
      1    something in the book is wrong; nothing was written
      2    the command was not written as it should be
      3    the computer refused (disk, rights, set-up); what stood before still stands
      130  stopped by you
    """  # noqa: D301 - Click's paragraph mark


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run `kit` and leave with its exit code: 0 done, 1 problems in the book, 2 usage, 3 failure, 130 stopped."""
    if os.environ.get("NO_COLOR"):
        kit.context_settings["color"] = False
    try:
        result = kit.main(arguments, prog_name="kit", standalone_mode=False)
        sys.exit(result if isinstance(result, int) else 0)
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nStopped. Nothing was changed.", err=True)
        sys.exit(130)
    except click.ClickException as refusal:
        refusal.show()
        sys.exit(refusal.exit_code)
    except OperationalFailure as failure:
        from kit.cli.session import show

        show([failure.problem], Path(), None)
        sys.exit(3)
    except BrokenPipeError:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  (the reader went away; say no more)
        sys.exit(0)
