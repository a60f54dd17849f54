"""The application: its commands, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import sys
from importlib import import_module
from inspect import getdoc

import typer
from typer.models import CommandInfo

from factlint.cli import streams
from factlint.cli.help import Commands
from factlint.errors import FactlintError, InvalidProjectError

BAD_INPUT = 2
INTERRUPTED = 130
HELP = ("--help", "-h")

COMMANDS = {
    "init": "init",
    "check": "check",
    "validate": "validate",
    "explain": "explain",
    "accept": "accept",
    "waive": "waive",
    "fix": "fix",
    "outlook": "outlook",
    "history": "history",
    "diff": "history",
    "rules": "rules",
    "draft": "draft",
    "coverage": "coverage",
    "link": "link",
    "schema": "schema",
    "verify": "verify",
    "suggest": "suggest",
    "sources": "sources",
    "evidence": "evidence",
}
"""Every command and the module of this package that has the function, or the group, of its name."""


def application(*names: str) -> typer.Typer:
    """Return the application with these commands, else with all: to set up all takes longer than many a check."""
    app = typer.Typer(
        name="factlint",
        cls=Commands,
        help="Check the facts of an article against its references, and flag drift.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    for name in names or COMMANDS:
        module = import_module(f"factlint.cli.{COMMANDS[name]}")
        if hasattr(module, "app"):
            app.add_typer(module.app, cls=Commands)
        else:
            app.command(name)(getattr(module, name))
    return app


def _options(
    version: bool = typer.Option(False, "--version", "-V", help="Print the version and exit."),
) -> None:
    if version:
        from factlint.version import __version__

        print(f"factlint {__version__}")
        raise typer.Exit


def run() -> None:
    """Run the application; an expected error is one message on stderr, never a traceback."""
    streams.prepare()
    try:
        _asked(sys.argv[1] if len(sys.argv) > 1 else "")()
    except FactlintError as error:
        _tell(error)
        sys.exit(BAD_INPUT)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        sys.exit(INTERRUPTED)
    except OSError as error:
        print(f"{error.filename or 'factlint'}: {error.strerror or error}", file=sys.stderr)
        sys.exit(BAD_INPUT)
    finally:
        streams.finish()


def _asked(name: str) -> typer.Typer:
    """Return the application for what the first argument asks: one command, their list, or all of it."""
    if name in HELP:
        return _list()
    return application(name) if name in COMMANDS else application()


def _list() -> typer.Typer:
    app = application()
    groups = [group.typer_instance.info for group in app.registered_groups if group.typer_instance]
    known = [(command.name, getdoc(command.callback) or "") for command in app.registered_commands]
    known += [(group.name, str(group.help)) for group in groups]
    app.registered_commands, app.registered_groups = [_listed(*one) for one in known], []
    return app


def _listed(name: str | None, about: str) -> CommandInfo:
    """Return a command to be listed and no more: its parameters take most of the time that help takes."""
    return CommandInfo(name, callback=lambda: None, help=about)


def _tell(error: FactlintError) -> None:
    from factlint.reports.escape import terminal

    problems = error.problems if isinstance(error, InvalidProjectError) else [error]
    for problem in problems:
        print(terminal(str(problem)), file=sys.stderr)
