"""What only one side says: an allegation, a plea, a charge. It is no ground to call it so."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose import telling
from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Clause, Kind
from factlint.prose.lexicon import stem
from factlint.prose.sides import Sides
from factlint.prose.stance import meets
from factlint.prose.tokens import Token

_PARTIES = frozenset(
    map(
        stem,
        """prosecutor prosecution lawyer solicitor barrister attorney plaintiff claimant defendant defence defense
        accuser complainant critic opponent rival rebel activist campaigner protester supporter lobbyist rumour rumor
        detractor whistleblower leaflet pamphlet flyer blog advertisement brochure insurgent separatist tabloid gossip legend tradition""".split(),
    )
)
_ARGUING = frozenset(
    map(
        stem,
        """allege claim argue contend insist maintain complain suggest speculate rumour boast plead assert submit accuse
        charge predict""".split(),
    )
)


_TOLD = stem("tell")
_HEARING = frozenset((_TOLD, stem("hear")))
"""What a court heard, or was told, is not yet what it found."""


_WRONG = frozenset(
    "wrong false untrue incorrect misleading absurd ridiculous nonsense myth unfair mistaken".split()
)


def facets(sides: Sides) -> Iterator[Facet]:
    """Yield a facet where a claim that names no source takes what a party says, or alleges, for a fact."""
    source = telling.source(sides.found)
    ours = sides.claim.sentence.tokens
    party = next((token for token in source if token.stem in _PARTIES and not meets(token, ours)), None)
    told = _arguing(sides) if telling.source(sides.claim) else party or _arguing(sides)
    if told is not None and (told.word in _WRONG or not telling.source(sides.claim)):
        yield Facet("attribution", Agreement.DIFFERENT, "", told.word)


def _arguing(sides: Sides) -> Token | None:
    """Return the verb of arguing whose content the passage's clause is."""
    sentence = sides.found.sentence
    clause: Clause | None = sides.found.clause
    while clause is not None:
        parent = clause.parent
        if clause.kind is Kind.COMPLEMENT and parent is not None and parent.verb is not None:
            verb = sentence.tokens[parent.verb]
            wrong = next((t for at in parent.members if (t := sentence.tokens[at]).word in _WRONG), None)
            heard = verb.stem in _HEARING and (verb.stem != _TOLD or telling.is_passive(sentence, parent))
            return verb if verb.stem in _ARGUING or heard else wrong
        clause = parent
    return None
