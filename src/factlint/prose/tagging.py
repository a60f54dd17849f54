"""Tell the verbs of a sentence from its nouns, by their forms and by the closed classes around them."""

from __future__ import annotations

from factlint.prose.agreeing import GOVERNED, agrees, is_only_verb, is_plural
from factlint.prose.forms import BE, HAVE
from factlint.prose.forms import base as base_of
from factlint.prose.forms import form as form_of
from factlint.prose.lastverb import only_verb
from factlint.prose.lexicon import Lexicon, lexicon
from factlint.prose.tokens import Tag, Token

_OPENS_OBJECT = frozenset(
    (
        Tag.DET,
        Tag.PREP,
        Tag.TO,
        Tag.VALUE,
        Tag.DATE,
        Tag.ADV,
        Tag.PRON,
        Tag.MARK,
        Tag.CONJ,
        Tag.SUB,
        Tag.REL,
        Tag.NOT,
    )
)
_RELATIVE = frozenset(("who", "which", "that"))


def tag_verbs(tokens: list[Token]) -> None:
    """Set ``tag`` to VERB where a token is one, and to NOUN or REL where "that" or "so" is no opener."""
    words = lexicon()
    for at, token in enumerate(tokens):
        led = at and tokens[at - 1].tag is Tag.AUX
        if led and token.word in {"first", "last"} and token.stem in {"#1", "last"} and at + 1 < len(tokens):
            token.tag, token.stem = Tag.ADV, token.word  # "was first climbed"
        if token.tag is Tag.SUB and _is_adverb(tokens, at):
            token.tag = Tag.ADV
        if token.word == "first" and at + 1 < len(tokens) and _is_past(tokens[at + 1], words):
            token.tag, token.stem = Tag.ADV, token.word  # "first put at 70 million"
        if token.word in _SAME_TIME and at + 1 < len(tokens) and tokens[at + 1].word in _TIMES:
            fronted = _fronts(tokens, at)
            token.tag = Tag.ADV if fronted else Tag.DET
            tokens[at + 1].tag = Tag.ADV if fronted else Tag.NOUN
        elif token.word in _EXTRA and _stands_inside(tokens, at):
            token.tag = Tag.DET
        elif token.word == "that":
            token.tag = _that(tokens, at)
        elif token.tag is Tag.NOUN and not token.owner and _is_verb(tokens, at, words):
            _make_verb(token)
    only = only_verb(tokens, words)
    if only is not None:
        _make_verb(only)


def _make_verb(token: Token) -> None:
    """Make a word a verb; "lives" and "leaves" are forms of other words then."""
    token.tag, token.stem = Tag.VERB, base_of(token)


def _is_past(token: Token, words: Lexicon) -> bool:
    return token.tag is Tag.NOUN and (token.word in words.participles or token.word in words.pasts)


def _stands_inside(tokens: list[Token], at: int) -> bool:
    """Whether a word stands between a figure and its noun: "12 more moons"."""
    led = at > 0 and tokens[at - 1].tag is Tag.VALUE
    return led and at + 1 < len(tokens) and tokens[at + 1].tag is Tag.NOUN and not tokens[at + 1].owner


_EXTRA = frozenset(("more", "further", "extra", "additional"))
_SAME_TIME = frozenset(("that", "this", "each", "every", "next", "last"))
_TIMES = frozenset(
    "day week month year decade night morning evening afternoon spring summer autumn winter season".split()
)


def _is_adverb(tokens: list[Token], at: int) -> bool:
    """Whether "since" or "yet" stands inside of a verb group: "has since taught", "has not yet decided"."""
    inside = at > 0 and tokens[at - 1].tag in (Tag.AUX, Tag.NOT) and at + 1 < len(tokens)
    word = tokens[at + 1].word.split(" ")[0] if inside else ""
    return tokens[at].word in {"since", "yet", "so"} and (
        word.endswith(("ed", "ing")) or word in lexicon().participles or word in BE
    )


def _fronts(tokens: list[Token], at: int) -> bool:
    """Whether a subject follows a time that opens its clause: "That year it came …"."""
    opens = at == 0 or tokens[at - 1].tag in (Tag.MARK, Tag.CONJ, Tag.SUB) or tokens[at - 1].word in _ALL_TOLD
    behind = tokens[at + 2] if at + 2 < len(tokens) else None
    return (
        opens
        and behind is not None
        and behind.tag in (Tag.PRON, Tag.DET, Tag.VALUE, Tag.NOUN)
        and not behind.owner
    )


_ALL_TOLD = frozenset(("in total", "in all"))


def _that(tokens: list[Token], at: int) -> Tag:
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    told = next((t for t in reversed(tokens[:at]) if t.tag is not Tag.DATE and t.word != "on"), None)
    if before and (before.tag is Tag.VERB or (before.tag is Tag.DATE and told and told.tag is Tag.VERB)):
        return Tag.SUB
    if before and before.tag is Tag.NOUN and after and after.tag is not Tag.MARK:
        return Tag.REL
    return Tag.DET


def _is_verb(tokens: list[Token], at: int, words: Lexicon) -> bool:
    token = tokens[at]
    base = base_of(token).split("_")[0]
    known = base in words.verbs
    before, after = _before(tokens, at), tokens[at + 1] if at + 1 < len(tokens) else None
    form = form_of(token, known, words)
    if not form or (token.proper and not (before and before.tag in (Tag.AUX, Tag.TO))):
        return False
    if before is None:
        governed = after is not None and after.tag in GOVERNED
        return known and (
            (form == "ing" and governed) or (form == "past" and after is not None and after.tag is Tag.PREP)
        )
    if before.tag in (Tag.AUX, Tag.NOT):
        return _after_auxiliary(before, form, known, after)
    if before.tag is Tag.TO:
        return known and form == "base" and not (after and after.tag is Tag.NOUN and base in words.either)
    if before.tag in (Tag.DET, Tag.PREP, Tag.ADV) and _before_adverbs(tokens, at) in (Tag.DET, Tag.PREP):
        gerund = before.tag is Tag.PREP and form == "ing" and known
        return gerund and after is not None and after.tag is not Tag.MARK and _takes_object(after)
    return _as_predicate(token, base, form, known, before, after, words, at, tokens)


def _before(tokens: list[Token], at: int) -> Token | None:
    """Return the token before, adverbs that are no hedge of a figure skipped."""
    at -= 1
    while at > 0 and tokens[at].tag is Tag.ADV:
        at -= 1
    return tokens[at] if at >= 0 else None


def _before_adverbs(tokens: list[Token], at: int) -> Tag | None:
    before = _before(tokens, at)
    return before.tag if before else None


def _after_auxiliary(before: Token, form: str, known: bool, after: Token | None) -> bool:
    if before.word in BE:
        return form in {"past", "ing"} and not (
            after and after.tag is Tag.NOUN and form == "ing" and not known
        )
    if before.word in HAVE:
        return form == "past"
    return known and form in {"base", "past"}


def _describes(tokens: list[Token], at: int) -> bool:
    """Whether a participle stands between a figure and its noun: "holds 90,000 printed books"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and _is_common(after) and not is_only_verb(tokens, at)


def _is_common(token: Token) -> bool:
    return token.tag is Tag.NOUN and not token.proper and not token.owner


def _takes_object(after: Token | None) -> bool:
    return after is None or after.tag in _OPENS_OBJECT or after.tag is Tag.NOUN


def _as_predicate(
    token: Token,
    base: str,
    form: str,
    known: bool,
    before: Token,
    after: Token | None,
    words: Lexicon,
    at: int,
    tokens: list[Token],
) -> bool:
    """Whether the word is the verb of what stands before it: a noun phrase, "and", a comma, "who"."""
    opens = (
        after is None or after.tag in _OPENS_OBJECT or after.owner or after.proper or after.stem[:1] == "#"
    )
    if before.tag in (Tag.REL, Tag.PRON) or before.word in _RELATIVE:
        return True
    if form == "past":
        if before.tag is Tag.VALUE and _describes(tokens, at):
            return False
        if before.tag in (Tag.NOUN, Tag.DATE, Tag.VALUE):
            subject = known or token.word in words.irregular or before.proper or is_plural(before)
            return opens or (not before.owner and subject)
        return (opens or known) and (known or opens)  # after "and", a comma, a subordinator
    if form == "ing":
        if before.tag is Tag.MARK or before.tag in (Tag.CONJ, Tag.SUB):
            return known and _takes_object(after) and not (after and after.word in {"for", "of"})
        return before.tag is Tag.NOUN and known and opens and not before.owner
    governs = after is not None and after.tag in GOVERNED
    if before.tag in (Tag.CONJ, Tag.MARK, Tag.SUB):
        return known and (base not in words.either or governs) and opens and at > 1
    if before.tag is Tag.VALUE:
        bare = form == "base" and (after is None or after.tag in (Tag.PREP, Tag.ADV, Tag.TO))
        single = form == "third" and before.word.startswith("one ") and base not in words.either
        return single or (bare and is_only_verb(tokens, at))
    if before.tag is not Tag.NOUN or before.owner:
        return False
    return agrees(token, base, form, before, after, words, opens, tokens, at)
