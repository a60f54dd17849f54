"""Whether a present form that may be a noun as well goes with the subject before it."""

from __future__ import annotations

from factlint.prose.lexicon import Lexicon, lexicon
from factlint.prose.tokens import Tag, Token

GOVERNED = frozenset((Tag.DET, Tag.VALUE, Tag.PRON))
"""What an object begins with that no other noun of its phrase can."""


def agrees(
    token: Token,
    base: str,
    form: str,
    before: Token,
    after: Token | None,
    words: Lexicon,
    opens: bool,
    tokens: list[Token],
    at: int,
) -> bool:
    """Whether a present form goes with its subject: "exports total", "the firm employs"."""
    plural = _is_plural_subject(form, before, tokens, at)
    bare = form == "base" and before.proper and base not in words.either and not _third_follows(after, words)
    if bare and is_only_verb(tokens, at):
        return True  # "Stade remain last", but "the Pelmar ferry links …"
    if (form == "third" and plural) or (form == "base" and not plural):
        return False
    named = form == "third" and not before.owner and is_only_verb(tokens, at)
    if named and not _heads_subject(tokens, at, words):
        return True  # "Tom Reed plays guitar"
    if not opens:
        return (base not in words.either and is_only_verb(tokens, at)) or _starts_object(
            token, form, tokens, at
        )
    if after is None or after.tag is Tag.MARK:
        return base in words.speech and not _verb_follows(tokens, at)
    if base not in words.either or (after is not None and after.tag in GOVERNED):
        return True
    governs = after is not None and after.word in {"for", "over", "along", "at"}
    if governs and at + 2 < len(tokens) and tokens[at + 2].tag is Tag.VALUE:
        return not _verb_follows(tokens, at)
    if after is not None and after.tag in (Tag.PREP, Tag.MARK, Tag.CONJ) and after.word not in {"at", "to"}:
        return False
    return not _verb_follows(tokens, at)


def _third_follows(after: Token | None, words: Lexicon) -> bool:
    """Whether the next word has the form of a verb that goes with a singular."""
    third = after is not None and after.tag is Tag.NOUN and after.word.endswith("s") and not after.proper
    return third and after is not None and after.stem in words.verbs


def _heads_subject(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a verb and its object may follow a plural, so that this is no verb: "Baltic states use the euro"."""
    after = tokens[at + 1 : at + 3]
    if len(after) < 2 or after[0].tag is not Tag.NOUN or after[0].word.endswith("s"):
        return False
    return after[0].stem in words.verbs and (after[1].tag in GOVERNED or after[1].proper)


def _starts_object(token: Token, form: str, tokens: list[Token], at: int) -> bool:
    """Whether "The lock lifts boats" has its one verb here: a bare plural stands behind."""
    after = tokens[at + 1]
    return form == "third" and is_plural(after) and is_only_verb(tokens, at)


def is_only_verb(tokens: list[Token], at: int) -> bool:
    """Whether no other verb stands in the stretch between two marks or openers."""
    start = at
    while start and tokens[start - 1].tag not in (Tag.MARK, Tag.SUB, Tag.REL):
        start -= 1
    before = tokens[start:at]
    known = any(token.tag in (Tag.VERB, Tag.AUX) for token in before)
    bare = bool(before) and before[0].tag in (Tag.DET, Tag.NOUN, Tag.VALUE, Tag.CONJ)
    return bare and not known and not _verb_follows(tokens, at) and not _verb_behind(tokens, at)


def _verb_follows(tokens: list[Token], at: int) -> bool:
    """Whether another finite verb stands in the same stretch, so that this one is a noun."""
    for later in tokens[at + 1 :]:
        if later.tag in (Tag.MARK, Tag.SUB, Tag.REL, Tag.CONJ):
            return False
        if later.tag is Tag.AUX or later.word in lexicon().pasts:
            return True
    return False


def _verb_behind(tokens: list[Token], at: int) -> bool:
    """Whether a past form stands behind in the same stretch, which makes this word a noun ("exports last year rose")."""
    words = lexicon()
    for later in tokens[at + 1 :]:
        if later.tag in (Tag.MARK, Tag.SUB, Tag.REL, Tag.CONJ):
            return False
        if (
            later.tag is Tag.NOUN
            and not later.proper
            and later.word.endswith("ed")
            and later.stem in words.verbs
        ):
            return True
    return False


def _is_plural_subject(form: str, before: Token, tokens: list[Token], at: int) -> bool:
    """Whether the noun before a verb may be, or a noun further before is, a subject in the plural."""
    if form == "base" and any(is_plural(earlier) for earlier in tokens[:at]):
        return True
    head = _head_before(tokens, at)
    if form == "third" and (before.proper or (head is not None and not is_plural(head))):
        return False
    return is_plural(before) or before.word in _PLURALS


_PLURALS = frozenset(("people", "women", "men", "children", "police"))


def _head_before(tokens: list[Token], at: int) -> Token | None:
    """Return the noun that prepositions tie the words before a verb to: "support" of "support for the Greens"."""
    start = at
    while start and tokens[start - 1].tag in (Tag.NOUN, Tag.DET, Tag.PREP, Tag.VALUE):
        start -= 1
    governed = next((i for i in range(start + 1, at) if tokens[i].tag is Tag.PREP), None)
    return tokens[governed - 1] if governed is not None and tokens[governed - 1].tag is Tag.NOUN else None


def is_plural(token: Token) -> bool:
    """Whether a noun has the form of a plural."""
    return token.tag is Tag.NOUN and token.word.endswith("s") and not token.word.endswith(("ss", "us", "is"))
