"""Help that tells the whole purpose of each command, wrapped instead of cut."""

from __future__ import annotations

import click


class WholeSentences(click.Group):
    """A group whose list of commands keeps every sentence whole."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called `cmd_name`, its examples set as they were written."""
        command = self.found(ctx, cmd_name)
        if command is not None and command.help:
            # Click's mark for "do not wrap", also out of a raw docstring.
            command.help = command.help.replace("\\b\n", "\b\n")
        return command

    def found(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called `cmd_name` as it is."""
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each command with the first sentence of its help."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str(200)) for name, command in found if command and not command.hidden]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)
