"""How groups of commands list them in ``--help``, and how they end."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

NO_READER = 141  # as the shell tells of a program that SIGPIPE ended
_WHOLE = 200  # characters: a sentence is wrapped, never cut


class Commands(TyperGroup):
    """A group that shows the whole first sentence of each command, and tells a lost reader from a verdict."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands in the order in which they were added."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.get_short_help_str(_WHOLE)) for name, one in commands if one])

    def invoke(self, ctx: Any) -> Any:
        """Run the command; one whose reader went away ends with a code that is none of the gate's."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise typer.Exit(NO_READER) from None
