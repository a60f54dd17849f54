"""A clause of a sentence: what it is, and how it stands to the one that it depends on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

STATES = frozenset(("dead", "missing", "injured", "homeless", "unaccounted", "wounded", "alive"))
MULTIPLYING = frozenset(
    ("doubled", "tripled", "trebled", "quadrupled", "halved", "doubling", "tripling", "halving")
)


class Kind(StrEnum):
    """How a clause stands to its parent."""

    MAIN = "main"
    COORDINATE = "coordinate"  # a verb of its own, the parent's subject: "… and injured 3,400"
    GAPPED = "gapped"  # a subject of its own, the parent's verb: "…, Germany 340"
    RELATIVE = "relative"  # says something of the noun before it
    PARTICIPLE = "participle"  # says something of the parent's subject: ", up 5%", ", leaving 12 dead"
    SUBORDINATE = "subordinate"
    ASIDE = "aside"  # in brackets or dashes
    APPOSITION = "apposition"  # another name for the noun before it: "Acme, the tyre maker, …"
    PART = "part"  # tells of a part of the things before it: ", most of them in Leeds"
    COMPLEMENT = "complement"  # what somebody says


@dataclass(slots=True, eq=False)
class Clause:
    """Tokens that belong together, by their numbers in the sentence.

    verb: the number of the last verb of its verb group, or ``None``
    antecedent: the number of the token that a relative clause or an aside says something of
    """

    kind: Kind
    parent: Clause | None = None
    members: list[int] = field(default_factory=list)
    verb: int | None = None
    antecedent: int | None = None
