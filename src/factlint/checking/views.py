"""Turn values, documents and passages into the report's plain views."""

from __future__ import annotations

from fractions import Fraction

from factlint.comparators.base import printed
from factlint.documents.base import Document
from factlint.errors import FactlintError
from factlint.plan import Step
from factlint.project.references import Reading
from factlint.results import DocumentView, PassageView, PointView, ValueView
from factlint.selectors.base import Passage
from factlint.values import Context, Quantity, Value, read
from factlint.values.base import Boolean, DateValue, Listing, Name, Sense

MAX_POINTS = 500

_SENSES = {
    Sense.POINT: "{low}",
    Sense.APPROXIMATE: "about {low}",
    Sense.AT_LEAST: "at least {low}",
    Sense.MORE_THAN: "more than {low}",
    Sense.AT_MOST: "at most {high}",
    Sense.LESS_THAN: "less than {high}",
    Sense.NEARLY: "just below {high}",
    Sense.RANGE: "{low} to {high}",
    Sense.MAGNITUDE: "of the order {low} to {high}",
}


def value_view(value: Value, text: str = "") -> ValueView:
    """Return the view of a value; ``text`` are the words where the value itself doesn't keep them."""
    words = getattr(value, "text", "") or text
    if isinstance(value, Quantity):
        return ValueView(
            text=words,
            reading=_quantity(value),
            low=_exact(value.low),
            high=_exact(value.high),
            unit=value.unit,
        )
    return ValueView(text=words, reading=_reading(value))


def document_view(document: Document) -> DocumentView:
    """Return where a document was read."""
    retrieved = document.retrieved.isoformat(timespec="seconds") if document.retrieved else ""
    return DocumentView(
        address=document.address,
        retrieved=retrieved,
        media_type=document.media_type,
        sha256=document.sha256,
        archived=document.address if _is_memento(document) else "",
        dated=document.dated.isoformat() if document.dated else "",
    )


def _is_memento(document: Document) -> bool:
    return any(name.lower() == "memento-datetime" for name, _ in document.headers)


def passage_view(passage: Passage) -> PassageView:
    """Return the reference's words."""
    origin = passage.provenance
    return PassageView(
        text=passage.text,
        context=passage.context,
        locator=passage.locator,
        as_of=passage.as_of,
        publisher=origin.publisher,
        address=origin.address,
        published=origin.published,
        confidence=origin.confidence,
        note=origin.note,
    )


def points(passage: Passage, claimed: Value, reading: Reading) -> tuple[PointView, ...]:
    """Return the newest ``MAX_POINTS`` points of the passage's series, for claims of quantities."""
    if not isinstance(claimed, Quantity):
        return ()
    context = Context(locale=reading.locale or "en")
    return tuple(
        PointView(date=point.date, text=point.text, **_figures(point.text, context))
        for point in passage.series[-MAX_POINTS:]
    )


def selector_line(step: Step) -> str:
    """Return a step's selector in one line, as a claims file would write it."""
    if step.located.select is None:
        return ""
    fields = step.located.select.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    line = _flow({"kind": step.located.select.kind, **fields})
    return f"{step.name}: {line}" if step.name else line


def _figures(text: str, context: Context) -> dict[str, str | None]:
    try:
        value = read(text, like="quantity", context=context)
    except FactlintError:
        return {}
    if not isinstance(value, Quantity):
        return {}
    return {"low": _exact(value.low), "high": _exact(value.high)}


def _quantity(value: Quantity) -> str:
    figures = _SENSES[value.sense].format(low=_grouped(value.low), high=_grouped(value.high))
    counted = value.counted
    what = " ".join(filter(None, (*counted.modifiers, counted.head, counted.measure)))
    return " ".join(filter(None, (figures, value.unit, what)))


def _reading(value: Value) -> str:
    if isinstance(value, DateValue):
        return value.edtf
    if isinstance(value, Name):
        parts = (("title", value.title), ("given", value.given), ("family", value.family))
        return ", ".join(f"{label} {part}" for label, part in parts if part)
    if isinstance(value, Listing):
        return f"{len(value.items)} items"
    if isinstance(value, Boolean):
        return "yes" if value.holds else "no"
    return ""


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else printed(value)


def _grouped(value: Fraction | None) -> str:
    if value is None:
        return "?"
    text = printed(value)
    whole, dot, rest = text.partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole.lstrip("-").isdigit() else text


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return str(value)
