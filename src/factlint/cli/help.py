"""How groups of commands list them in ``--help``."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup

_WHOLE = 200  # characters: a sentence is wrapped, never cut


class Commands(TyperGroup):
    """A group that shows the whole first sentence of each command."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands in the order in which they were added."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.get_short_help_str(_WHOLE)) for name, one in commands if one])
