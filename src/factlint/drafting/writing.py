"""A draft as a claims file: YAML that validates, with what was left out and found odd as comments at its end."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from factlint.drafting.model import Draft, Drafted
from factlint.drafting.reading import Article
from factlint.drafting.tail import digest, remarks
from factlint.project.claims import Article as Described

if TYPE_CHECKING:
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

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
    lines = remarks(draft.left_out, draft.notices, map(digest, draft.claims), article)
    return dumped(root) + "".join(f"{line}\n" for line in lines)


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

    made = CommentedMap(id=claim.id, quote=quote(claim), value=value(claim))
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
    made.update({key: text(said) for key, said in optional.items() if said})
    if claim.resolved:
        made.yaml_add_eol_comment(f"read as {claim.resolved}", "value")
    made["tags"] = flow(claim.tags)
    made["worth"] = CommentedMap(score=claim.score, reasons=flow(claim.reasons))
    made["worth"].fa.set_flow_style()
    if claim.flags:
        made["note"] = text("; ".join(claim.flags))
    made["references"] = flow(())
    made["todo"] = True
    return made


def text(words: str) -> Any:
    """Return a string as YAML shows it best: double quotes where plain words would read as something else."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    return DoubleQuotedScalarString(words) if _DOUBTFUL.fullmatch(words) else words


def quote(claim: Drafted) -> Any:
    """Return a claim's quote: plain words, or a mapping with prefix and suffix."""
    from ruamel.yaml.comments import CommentedMap

    assert claim.quote is not None
    if not (claim.quote.prefix or claim.quote.suffix):
        return text(claim.quote.exact)
    parts = claim.quote.model_dump(exclude_defaults=True)
    found = CommentedMap((key, text(value)) for key, value in parts.items())
    found.fa.set_flow_style()
    return found


def value(claim: Drafted) -> Any:
    """Return a claim's value as YAML shows it best."""
    return text(claim.value) if isinstance(claim.value, str) else flow(claim.value)


def flow(items: Iterable[str]) -> CommentedSeq:
    """Return strings as a YAML list on one line."""
    from ruamel.yaml.comments import CommentedSeq

    made = CommentedSeq(text(item) for item in items)
    made.fa.set_flow_style()
    return made
