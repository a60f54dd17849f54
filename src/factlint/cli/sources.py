"""``factlint sources``: where references come from, whether they can be read, and what is found there."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factlint.cli.help import Commands
from factlint.cli.options import Offline, Profile

if TYPE_CHECKING:
    from factlint.documents.base import Document
    from factlint.project import Project
    from factlint.project.sources import Source

COULD_NOT_READ = 3
_SHOWN_BYTES = 2000

app = typer.Typer(
    name="sources", cls=Commands, help="Show, test, read and add sources.", no_args_is_help=True
)

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="NAME", help="Sources by name. Default: all.", show_default=False),
]


@app.command("list")
def list_(names: Names = None, profile: Profile = None) -> None:
    """List the sources with their terms and the claims they serve."""
    from factlint.cli import session
    from factlint.reports.escape import terminal

    project = session.load(None, profile, None)
    uses = _uses(project)
    for name in _chosen(project, names):
        source = project.sources[name]
        address = source.at(project.profile)
        print(terminal(f"{name}  [{address.kind}]  {address.location}"))
        print(f"    {terminal('; '.join(_terms(project, source)))}")
        print(f"    used by {terminal(_counted(uses.get(name, [])))}")


@app.command("test")
def probe(names: Names = None, profile: Profile = None, offline: Offline = False) -> None:
    """Read the sources and find what claims look for in them.

    Exits 3 where something can't be read.
    """
    from factlint.cli import probing, session
    from factlint.fetch import Fetching
    from factlint.plan import plan
    from factlint.reports.escape import terminal
    from factlint.reports.view import plural

    project = session.load(None, profile, None)
    chosen = set(_chosen(project, names))
    work = plan(project).only(lambda task: bool(chosen & {step.located.source for step in task.steps}))
    idle = chosen - {step.located.source for task in work.tasks for step in task.steps}
    with session.progress() as tell:
        how = Fetching(session.network_of(project, offline), tell)
        told = [*probing.tested(project, work, how), *probing.idle(project, list(idle), how)]
    for outcome, words in told:
        print(f"{outcome:7} {terminal(words)}")
    failed = sum(outcome == probing.FAILED for outcome, _ in told)
    print(f"{plural(len(work.tasks), 'reference')} tested, {failed} failed", file=sys.stderr)
    _mind_contact(project, chosen)
    raise typer.Exit(COULD_NOT_READ if failed else 0)


@app.command()
def fetch(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A source.")],
    query: Annotated[
        list[str] | None,
        typer.Option("--query", "-q", metavar="KEY=VALUE", help="What to ask of it.", show_default=False),
    ] = None,
    at: Annotated[
        str | None, typer.Option(metavar="DAY", help="As of this day: YYYY-MM-DD.", show_default=False)
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="Write the bytes alone, as they are.")] = False,
    profile: Profile = None,
    offline: Offline = False,
) -> None:
    """Read one source and show what it gives."""
    from factlint.cli import session
    from factlint.reports.escape import terminal
    from factlint.sources.client import Client

    project = session.load(None, profile, None)
    [name] = _chosen(project, [name])
    source = project.sources[name]
    asked = dict(_pair(text) for text in query or [])
    with Client(session.network_of(project, offline), project.sources_root) as client:
        document = source.at(project.profile).document(
            client.keeping(source.fresh(project.profile)), asked, _day(at)
        )
    if raw:
        sys.stdout.buffer.write(document.body)
        return
    for label, value in _facts(document):
        print(f"{label:10} {terminal(value)}")
    text = document.body[:_SHOWN_BYTES].decode(document.charset or "utf-8", "replace")
    print("\n" + "\n".join(map(terminal, text.splitlines())))


@app.command()
def add(
    url: Annotated[str, typer.Argument(metavar="URL", help="A web address, or a file of the project.")],
    name: Annotated[str, typer.Option(metavar="NAME", help="Its name. Default: after its host.")] = "",
    publisher: Annotated[str, typer.Option(metavar="NAME", help="Who answers for it.")] = "",
) -> None:
    """Add a source to the project's sources file."""
    from factlint.errors import NothingToCheckError
    from factlint.project import settings
    from factlint.project.adding import with_source
    from factlint.project.entry import entry_of

    found = settings.find(Path.cwd())
    root = found.parent if found else Path.cwd()
    path = root / _sources_file(found)
    entry = entry_of(url, path.parent)
    if entry is None:
        raise NothingToCheckError(
            f"'{url}' is neither a web address nor a file", hint="write http:// or https://"
        )
    given, fields = entry
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    told = {**({"publisher": publisher} if publisher else {}), **fields}
    _hold(name or given, told)
    after = with_source(text, name or given, told)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(after, encoding="utf-8")
    print(f"added {name or given} ({fields['kind']}) to {path.relative_to(root)}", file=sys.stderr)


def _hold(name: str, fields: dict[str, str]) -> None:
    """Hold an entry against what a sources file may say. Raises its problems."""
    from factlint.project import yamlfile
    from factlint.project.adding import with_source
    from factlint.project.problems import validate
    from factlint.project.sources import SourcesFile

    _, problems = validate(SourcesFile, yamlfile.loads(with_source("", name, fields)))
    for problem in problems:
        problem.where = None  # it is in no file yet
    yamlfile.raise_problems(problems)


def _chosen(project: Project, names: list[str] | None) -> list[str]:
    from factlint.errors import UnknownSourceError
    from factlint.project.saying import nearest

    for name in names or []:
        if name not in project.sources:
            hint = nearest(name, project.sources)
            raise UnknownSourceError(f"no source is called '{name}'", hint=hint)
    return names or list(project.sources)


def _uses(project: Project) -> dict[str, list[str]]:
    from factlint.plan import plan

    uses: dict[str, list[str]] = {}
    for task in plan(project).tasks:
        for step in task.steps:
            claims = uses.setdefault(step.located.source, [])
            if task.claim.claim.id not in claims:
                claims.append(task.claim.claim.id)
    return uses


def _terms(project: Project, source: Source) -> Iterator[str]:
    network = project.settings.network
    yield source.publisher or "publisher not named"
    yield f"tier {source.tier}"
    yield f"licence {source.licence}" if source.licence else "licence not named"
    if source.at(project.profile).kind != "file":
        fresh = source.fresh(project.profile)
        yield f"read again {f'after {_span(fresh)}' if fresh is not None else 'when its answer says, else after 12 h'}"
        pace = f"{network.rate:g} requests a second" if network.rate else "no pace set"
        yield f"{pace}, {network.per_host} at a time"


def _mind_contact(project: Project, names: Iterable[str]) -> None:
    """Say so where hosts are asked by somebody whom they can't reach."""
    network = project.settings.network
    asked = any("://" in project.sources[name].at(project.profile).location for name in names)
    if asked and not (network.contact or network.user_agent):
        print(
            "hosts can't reach you: set network.contact in factlint.yaml to a mail address or page",
            file=sys.stderr,
        )


def _counted(claims: list[str]) -> str:
    if not claims:
        return "no claim"
    return f"{len(claims)} claim{'s' if len(claims) > 1 else ''}: {', '.join(claims)}"


def _span(span: timedelta) -> str:
    hours, seconds = divmod(int(span.total_seconds()), 3600)
    if seconds:
        return f"{int(span.total_seconds())} s"
    return f"{hours // 24} days" if hours and hours % 24 == 0 and hours > 24 else f"{hours} h"


def _facts(document: Document) -> Iterator[tuple[str, str]]:
    yield "address", document.address
    yield "type", document.media_type or "not named"
    yield "bytes", f"{len(document.body):,}"
    yield "sha256", document.sha256
    if document.retrieved:
        yield "read", document.retrieved.isoformat(timespec="seconds")
    if document.dated:
        yield "version of", document.dated.isoformat()
    for name, value in document.headers:
        if name.lower() in ("last-modified", "memento-datetime", "etag"):
            yield name.lower(), value


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not (key and equals):
        raise typer.BadParameter(f"'{text}' is not KEY=VALUE", param_hint="--query")
    return key, value


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(f"'{text}' is no day, write YYYY-MM-DD", param_hint="--at") from None


def _sources_file(found: Path | None) -> str:
    from factlint.project import settings, yamlfile
    from factlint.project.problems import validate

    if found is None:
        return settings.Settings().sources[0]
    model, problems = validate(settings.Settings, yamlfile.load(found))
    yamlfile.raise_problems(problems)
    return (model or settings.Settings()).sources[0]
