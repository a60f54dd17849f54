"""The application: its commands, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import sys
from copy import copy
from inspect import getdoc

import typer
from typer.models import CommandInfo

from factlint.cli import (
    accept,
    check,
    coverage,
    draft,
    evidence,
    explain,
    fix,
    history,
    init,
    link,
    outlook,
    rules,
    schema,
    sources,
    streams,
    suggest,
    validate,
    verify,
    waive,
)
from factlint.cli.help import Commands
from factlint.errors import FactlintError, InvalidProjectError

BAD_INPUT = 2
INTERRUPTED = 130
HELP = ("--help", "-h")

app = typer.Typer(
    name="factlint",
    cls=Commands,
    help="Check the facts of an article against its references, and flag drift.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("init")(init.init)
app.command("check")(check.check)
app.command("validate")(validate.validate)
app.command("explain")(explain.explain)
app.command("accept")(accept.accept)
app.command("waive")(waive.waive)
app.command("fix")(fix.fix)
app.command("outlook")(outlook.outlook)
app.command("history")(history.history)
app.command("diff")(history.diff)
app.command("rules")(rules.rules)
app.command("draft")(draft.draft)
app.command("coverage")(coverage.coverage)
app.command("link")(link.link)
app.command("schema")(schema.schema)
app.command("verify")(verify.verify)
app.command("suggest")(suggest.suggest)
app.add_typer(sources.app, cls=Commands)
app.add_typer(evidence.app, cls=Commands)


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", "-V", help="Print the version and exit."),
) -> None:
    if version:
        from factlint import __version__

        print(f"factlint {__version__}")
        raise typer.Exit


def run() -> None:
    """Run the application; an expected error is one message on stderr, never a traceback."""
    streams.prepare()
    asked = _narrowed(sys.argv[1] if len(sys.argv) > 1 else "")
    try:
        asked()
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


def _narrowed(name: str) -> typer.Typer:
    """Return the application with only the command asked for: to set up all takes longer than many a check."""
    asked = [command for command in app.registered_commands if command.name == name]
    if name in HELP:
        groups = [group.typer_instance.info for group in app.registered_groups if group.typer_instance]
        known = [(command.name, getdoc(command.callback) or "") for command in app.registered_commands]
        asked = [_listed(*one) for one in [*known, *((group.name, str(group.help)) for group in groups)]]
    if not asked:
        return app
    narrowed = copy(app)
    narrowed.registered_commands, narrowed.registered_groups = asked, []
    return narrowed


def _listed(name: str | None, about: str) -> CommandInfo:
    """Return a command to be listed and no more: its parameters take most of the time that help takes."""
    return CommandInfo(name, callback=lambda: None, help=about)


def _tell(error: FactlintError) -> None:
    from factlint.reports.escape import terminal

    problems = error.problems if isinstance(error, InvalidProjectError) else [error]
    for problem in problems:
        print(terminal(str(problem)), file=sys.stderr)
