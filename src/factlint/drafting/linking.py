"""Which configured sources speak of a claim, with what they say: proposals for an editor, never references.

Running text goes through the passage engine; of a table, the row that shares most words with the claim is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factlint.documents.base import Document
from factlint.documents.detect import detect
from factlint.documents.sentences import sentences
from factlint.documents.text import plain_text
from factlint.drafting.rows import LEAST_SHARED, cell_for
from factlint.errors import FactlintError
from factlint.fetch import Fetching, fetch
from factlint.plan import Read, as_of
from factlint.project import anchors
from factlint.project.claimed import context_of
from factlint.project.model import LoadedClaim, Project
from factlint.prose import Binding, PartFinding, verify
from factlint.prose.passages import terms
from factlint.values.base import DateValue, Quantity, Value
from factlint.verdict import Verdict

_SELECTED = frozenset({"csv", "tsv", "xlsx", "ods"})
_TABLES = _SELECTED | {"parquet", "sqlite"}
_STANDS = {Verdict.SUPPORTED: "agrees", Verdict.REFUTED: "differs"}
_LONGEST_ROW = 400
_NEAREST = 4  # documents that are read closely for one claim


@dataclass(frozen=True, slots=True)
class Proposal:
    """One source that speaks of a claim.

    says: the passage or row; found: the value in it, "" where none was bound
    stand: "agrees" or "differs" as far as its words tell, "" where they don't
    select: the selector that reads it, as YAML; "" where an editor has to write one
    """

    source: str
    publisher: str
    says: str
    found: str = ""
    stand: str = ""
    select: str = ""


@dataclass(frozen=True, slots=True)
class _Text:
    """A source's text with its rows, if it is a table, and the terms that tell whether it speaks of a claim."""

    source: str
    publisher: str
    document: Document
    rows: tuple[str, ...]
    terms: frozenset[str]


class Links:
    """The sources of a project, each read once; ``unread`` holds why the others weren't."""

    def __init__(self, project: Project, how: Fetching) -> None:
        self.project = project
        self.unread: dict[str, FactlintError] = {}
        self.texts: list[_Text] = []
        reads = tuple(Read(name) for name in project.sources)
        got = dict(fetch(project, reads, how, how.tape(project))) if reads else {}
        for read in reads:
            self._keep(read.source, got[read])

    def proposals(self, claim: LoadedClaim) -> list[Proposal]:
        """Return the sources that speak of a claim, the nearest first."""
        sentence = sentence_of(claim)
        wanted = frozenset(terms(sentence))
        near = sorted(self.texts, key=lambda text: -len(text.terms & wanted))[:_NEAREST]
        found = {item.source: item for text in near if text.rows for item in _row(text, wanted, claim)}
        prose = [text for text in near if not text.rows]
        found |= {item.source: item for item in _passages(claim, sentence, prose)}
        return [found[text.source] for text in near if text.source in found]

    def _keep(self, name: str, got: Document | FactlintError) -> None:
        if isinstance(got, FactlintError):
            self.unread[name] = got
            return
        try:
            text = plain_text(got).text
        except FactlintError as error:
            self.unread[name] = error
            return
        rows = tuple(line for line in text.splitlines()[1:] if line.strip()) if detect(got) in _TABLES else ()
        publisher = self.project.sources[name].publisher
        self.texts.append(_Text(name, publisher, got, rows, frozenset(terms(text))))


def sentence_of(claim: LoadedClaim) -> str:
    """Return the sentence of the article that a claim stands in; its quote where the text isn't at hand."""
    text = claim.file.text
    places = anchors.find(claim.claim.quote, text).places if text is not None else ()
    if text is None or len(places) != 1:
        return claim.claim.quote.exact
    start, end = places[0]
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[low : high if high >= 0 else len(text)]
    spans = [span for span in sentences(line) if span[0] < end - low and start - low < span[1]]
    return " ".join(line[spans[0][0] : spans[-1][1]].split()) if spans else claim.claim.quote.exact


def _passages(claim: LoadedClaim, sentence: str, texts: list[_Text]) -> Iterator[Proposal]:
    if not texts:
        return
    context = context_of(claim.file.model.article)
    documents = [text.document for text in texts]
    finding = verify(sentence, documents, context=context, as_of=as_of(claim))
    part = _part(finding.parts, claim.value, claim.claim.quote.exact)
    seen: set[int] = set()
    for binding in [part.best, *part.alternatives] if part else []:
        if binding and binding.source not in seen and _speaks_of(binding.passage, claim, sentence):
            seen.add(binding.source)
            yield _proposal(texts[binding.source], binding)


def _speaks_of(passage: str, claim: LoadedClaim, sentence: str) -> bool:
    """Whether a passage has the claim's measure and population; without these, enough of its sentence's words."""
    said = terms(passage)
    told = [terms(words) for words in (claim.claim.measure, claim.claim.population) if words]
    if told:
        return all(said & wanted for wanted in told)
    return len(said & terms(sentence)) >= LEAST_SHARED


def _part(parts: tuple[PartFinding, ...], value: Value, quote: str) -> PartFinding | None:
    """Return the part of the sentence that the claim is: with its figures, else with its words."""
    figures = (getattr(value, "low", None), getattr(value, "high", None), getattr(value, "start", None))
    same = [
        part
        for part in parts
        if type(part.value) is type(value)
        and figures == tuple(getattr(part.value, name, None) for name in ("low", "high", "start"))
    ]
    if isinstance(value, Quantity | DateValue):
        return next(iter(same), None)
    worded = [part for part in parts if part.text and (part.text in quote or quote in part.text)]
    return next(iter([*same, *worded, *(parts if len(parts) == 1 else ())]), None)


def _proposal(text: _Text, binding: Binding) -> Proposal:
    found = getattr(binding.value, "text", "") if binding.value else ""
    stand = _STANDS.get(binding.verdict, "")
    return Proposal(text.source, text.publisher, binding.passage, found, stand, "{kind: passage}")


def _row(text: _Text, wanted: frozenset[str], claim: LoadedClaim) -> Iterator[Proposal]:
    """Yield the row of a table that shares most terms with the claim, if it shares enough."""
    if detect(text.document) in _SELECTED:
        try:
            cell = cell_for(text.document, wanted, claim.value, str(claim.claim.as_of or ""))
        except FactlintError:
            return
        if cell:
            yield Proposal(text.source, text.publisher, cell.row, cell.text, "", cell.selector)
        return
    best = max(text.rows, key=lambda row: len(terms(row) & wanted))
    if len(terms(best) & wanted) >= LEAST_SHARED:
        yield Proposal(text.source, text.publisher, best[:_LONGEST_ROW])


def by_claim(project: Project, links: Links) -> Mapping[str, list[Proposal]]:
    """Return the proposals for every claim that has no reference or waits for review."""
    open_ = [item for item in project.claims if item.claim.todo or not item.claim.references]
    return {item.claim.id: links.proposals(item) for item in open_}
