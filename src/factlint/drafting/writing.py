"""A draft as a claims file: YAML that validates, with what was left out and found odd as comments at its end."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from factlint.drafting.model import Draft, Drafted, LeftOut, Notice
from factlint.drafting.reading import Article
from factlint.project.anchors import line_of
from factlint.project.claims import Article as Described

if TYPE_CHECKING:
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

LEFT_OUT, NOTICES = "# Left out, with the reason:", "# The article against itself:"
_SHOWN = 60
_DOUBTFUL = re.compile(
    r"[-+\d.,:_/~?%XTe]*|[\[{&*!|>'\"%@`#,?:-].*|(?i:yes|no|true|false|on|off|null|y|n)", re.DOTALL
)


def written(draft: Draft, article: Article, described: Described) -> str:
    """Return the claims file of a draft as YAML text."""
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    head = described.model_dump(exclude_defaults=True) | {"title": described.title}
    root = CommentedMap(
        version=DoubleQuotedScalarString("1"),
        article=CommentedMap((key, text(value)) for key, value in head.items()),
        claims=[entry(claim) for claim in draft.claims],
    )
    return dumped(root) + remarks(draft, article)


def round_trip() -> YAML:
    """Return the YAML reader and writer that keeps comments, order and quotation marks."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 1_000_000
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def dumped(root: Any) -> str:
    """Write a YAML tree, with a blank line before every claim."""
    stream = io.StringIO()
    round_trip().dump(root, stream)
    lines: list[str] = []
    for line in stream.getvalue().splitlines():
        opens = (
            line.startswith("  - id:")
            and lines
            and lines[-1].strip()
            and not lines[-1].lstrip().startswith("#")
        )
        lines += ["", line] if opens or line in ("article:", "claims:") else [line]
    return "\n".join(lines) + "\n"


def entry(claim: Drafted) -> CommentedMap:
    """Return one claim as a YAML mapping; what is empty is not written."""
    from ruamel.yaml.comments import CommentedMap

    made = CommentedMap(id=claim.id, quote=_quote(claim), value=_value(claim))
    optional: dict[str, Any] = {
        "type": str(claim.kind or ""),
        "unit": claim.unit,
        "rule": claim.rule,
        "measure": claim.measure,
        "population": claim.population,
        "place": claim.place,
        "as_of": claim.as_of,
        "attribution": claim.attribution,
    }
    made.update({key: text(value) for key, value in optional.items() if value})
    if claim.resolved:
        made.yaml_add_eol_comment(f"read as {claim.resolved}", "value")
    made["tags"] = _flow(claim.tags)
    made["worth"] = CommentedMap(score=claim.score, reasons=_flow(claim.reasons))
    made["worth"].fa.set_flow_style()
    if claim.flags:
        made["note"] = text("; ".join(claim.flags))
    made["references"] = _flow(())
    made["todo"] = True
    return made


def text(value: str) -> Any:
    """Return a string as YAML shows it best: double quotes where plain words would read as something else."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    return DoubleQuotedScalarString(value) if _DOUBTFUL.fullmatch(value) else value


def _quote(claim: Drafted) -> Any:
    from ruamel.yaml.comments import CommentedMap

    assert claim.quote is not None
    if not (claim.quote.prefix or claim.quote.suffix):
        return text(claim.quote.exact)
    parts = claim.quote.model_dump(exclude_defaults=True)
    found = CommentedMap((key, text(value)) for key, value in parts.items())
    found.fa.set_flow_style()
    return found


def _value(claim: Drafted) -> Any:
    return text(claim.value) if isinstance(claim.value, str) else _flow(claim.value)


def _flow(items: Iterable[str]) -> CommentedSeq:
    from ruamel.yaml.comments import CommentedSeq

    made = CommentedSeq(text(item) for item in items)
    made.fa.set_flow_style()
    return made


def remarks(draft: Draft, article: Article) -> str:
    """Return the comments at the file's end."""
    lines = [*_section(NOTICES, [_noticed(item, article) for item in draft.notices])]
    lines += _section(LEFT_OUT, [_left(item, article) for item in draft.left_out])
    return "".join(f"{line}\n" for line in lines)


def _section(title: str, items: list[str]) -> list[str]:
    return ["", title, *(f"#   {item}" for item in items)] if items else []


def _noticed(notice: Notice, article: Article) -> str:
    lines = sorted({line_of(article.text, start) for start, _ in notice.places})
    return f"line {', '.join(map(str, lines))}: {notice.message} ({notice.rule})"


def _left(item: LeftOut, article: Article) -> str:
    words = article.words(max(0, item.start - 24), item.end + 24)
    shown = " ".join(words.split(" ")[1:-1]) if item.text in " ".join(words.split(" ")[1:-1]) else item.text
    return f'line {line_of(article.text, item.start)}: "{shown[:_SHOWN]}": {item.reason}'
