"""One reference of one claim: from the fetched document to evidence, or to why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factlint.checking.derive import derive
from factlint.checking.elsewhere import elsewhere
from factlint.checking.found import found_value
from factlint.checking.prose import is_bare, settling
from factlint.checking.views import document_view, passage_view, points, selector_line, value_view
from factlint.comparators import compare
from factlint.comparators.base import Comparison, Terms, Tolerance, printed
from factlint.documents.base import Document
from factlint.errors import FactlintError, InvalidFieldError
from factlint.fetch import Fetched
from factlint.plan import Step, Task, as_of
from factlint.project.claimed import RULES, context_of
from factlint.project.model import Project
from factlint.results import Evidence, Failure, Newest, ValueView
from factlint.selectors.base import Passage
from factlint.sources.site import same_site
from factlint.values.base import Value

Stage = Literal["configure", "fetch", "select", "read", "compare"]


class _StoppedError(Exception):
    """A stage failed; carries which one and why."""

    def __init__(self, stage: Stage, error: FactlintError) -> None:
        super().__init__(error)
        self.stage = stage
        self.error = error


@dataclass(frozen=True, slots=True)
class _Located:
    """A value as located on one day: from which document and passage."""

    document: Document
    passage: Passage
    value: Value


def gather(project: Project, task: Task, fetched: Fetched, expected: str = "") -> Evidence | Failure:
    """Locate, read and compare one reference; what goes wrong becomes a Failure.

    expected: the words that were accepted of it; they are looked for elsewhere where the selector is lost
    """
    try:
        located = _locate(project, task, fetched, newest=False)
        comparison = _compare(project, task, located.value)
        newest = _newest(project, task, fetched, located)
    except _StoppedError as stopped:
        return _failure(task, stopped, _elsewhere(task, fetched, expected, stopped))
    return _evidence(project, task, located, comparison, newest)


def _locate(project: Project, task: Task, fetched: Fetched, *, newest: bool) -> _Located:
    parts = {step.name: _locate_step(project, task, step, fetched, newest) for step in task.steps}
    if task.reference.derive is None:
        return parts[""]
    values = {name: part.value for name, part in parts.items()}
    first = next(iter(parts.values()))
    try:
        value, text = derive(task.reference.derive, values)
    except FactlintError as error:
        raise _StoppedError("read", error) from None
    context = "; ".join(f"{name}: {part.passage.text}" for name, part in parts.items())
    locator = "; ".join(f"{name}: {part.passage.locator}" for name, part in parts.items())
    passage = Passage(
        text=text,
        context=context,
        locator=locator,
        as_of=max(part.passage.as_of for part in parts.values()),
        provenance=first.passage.provenance,
    )
    return _Located(first.document, passage, value)


def _locate_step(project: Project, task: Task, step: Step, fetched: Fetched, newest: bool) -> _Located:
    at = None if newest else step.at
    document = fetched[step.read(at)]
    if isinstance(document, FactlintError):
        raise _StoppedError("fetch", document)
    if step.located.select is None:
        problem = InvalidFieldError(
            f"the reference to '{step.located.source}' has no selector for profile '{project.profile}'",
            hint="add 'select:'",
        )
        raise _StoppedError("configure", problem)
    claim = task.claim
    try:
        if is_bare(step.located.select):
            return _Located(document, *settling(claim, step.located.select, step.located, document, at))
        passage = step.located.select.select(document, at)
    except FactlintError as error:
        raise _StoppedError("select", error) from None
    wanted = claim.kind if not step.name else None
    try:
        value = found_value(wanted, claim.value, passage, step.located, claim.file.model.article)
    except FactlintError as error:
        raise _StoppedError("read", error) from None
    return _Located(document, passage, value)


def _compare(project: Project, task: Task, found: Value) -> Comparison:
    rule = task.reference.rule or task.claim.claim.rule or RULES.get(task.claim.kind, "")
    terms = Terms(
        tolerance_of(project, task),
        as_of(task.claim),
        ladders=project.ladders,
        rates=project.rates,
        locale=context_of(task.claim.file.model.article).locale,
    )
    try:
        return compare(task.claim.value, found, rule=rule or None, terms=terms)
    except FactlintError as error:
        raise _StoppedError("compare", error) from None


def tolerance_of(project: Project, task: Task) -> Tolerance:
    """Return the bands: the project's, refined by the file's, the claim's and the reference's."""
    bands = project.settings.tolerance
    for nearer in (task.claim.file.model.tolerance, task.claim.claim.tolerance, task.reference.tolerance):
        bands = bands.refined(nearer)
    return bands


def _newest(project: Project, task: Task, fetched: Fetched, now: _Located) -> Newest | None:
    """Read the same reference at its newest, where that is another day than the claim's."""
    if not any(_dated(step) for step in task.steps):
        return None
    try:
        later = _locate(project, task, fetched, newest=True)
    except _StoppedError as stopped:
        why = f"{stopped.error.code} {stopped.error.message}"
        return Newest(as_of="", found=ValueView(text=""), outcome="unread", difference=why)
    if later.passage.as_of <= now.passage.as_of and later.passage.text == now.passage.text:
        return None
    found = value_view(later.value, later.passage.text)
    try:
        comparison = _compare(project, task, later.value)
    except _StoppedError as stopped:
        reason = stopped.error.message
        return Newest(as_of=later.passage.as_of, found=found, outcome="not-comparable", difference=reason)
    return Newest(
        as_of=later.passage.as_of,
        found=found,
        outcome=comparison.outcome.value,
        difference=comparison.difference,
    )


def _dated(step: Step) -> bool:
    select = step.located.select
    return step.address.vintages or (select is not None and select.dated)


def _evidence(
    project: Project, task: Task, located: _Located, comparison: Comparison, newest: Newest | None
) -> Evidence:
    step = task.steps[0]
    source = project.sources[step.located.source]
    passage = located.passage
    accepts = comparison.accepts
    return Evidence(
        reference=task.key,
        source=step.located.source,
        publisher=passage.provenance.publisher or source.publisher,
        independence=source.independence or passage.provenance.publisher or source.place,
        tier=source.tier,
        location=step.address.location,
        document=document_view(located.document),
        selector="; ".join(selector_line(item) for item in task.steps),
        passage=passage_view(passage),
        claimed=value_view(task.claim.value),
        found=value_view(located.value, passage.text),
        outcome=comparison.outcome.value,
        rule=comparison.rule,
        band=comparison.band,
        accepts=None if accepts is None else (_decimal(accepts[0]), _decimal(accepts[1])),
        difference=comparison.difference,
        direction=comparison.direction,
        note=comparison.note,
        suggestion=comparison.suggestion,
        independent=not _own_domain(task, located),
        newest=newest,
        series=points(passage, task.claim.value, step.located),
    )


def _own_domain(task: Task, located: _Located) -> bool:
    """Whether the evidence comes from the article's own site: it never counts for itself."""
    own = task.claim.file.model.article.url
    read = (step.address.location for step in task.steps)  # of an archived copy, the page's own address
    told = (located.document.address, located.passage.provenance.address, *read)
    return any(same_site(own, address) for address in told)


def _elsewhere(task: Task, fetched: Fetched, expected: str, stopped: _StoppedError) -> str:
    step = task.steps[0]
    document = fetched[step.read(step.at)]
    lost = stopped.stage in ("select", "read") and not task.reference.derive
    if not (lost and expected and step.located.select) or isinstance(document, FactlintError):
        return ""
    return elsewhere(document, step.located.select, expected, step.at)


def _failure(task: Task, stopped: _StoppedError, elsewhere: str) -> Failure:
    step, error = task.steps[0], stopped.error
    return Failure(
        reference=task.key,
        source=step.located.source,
        stage=stopped.stage,
        code=error.code,
        message=error.message,
        hint=error.hint,
        location=step.address.location,
        transient=getattr(error, "transient", False),
        elsewhere=elsewhere,
    )


def _decimal(value: object) -> str | None:
    from fractions import Fraction

    return printed(value) if isinstance(value, Fraction) else None
