"""How much of an article ``factlint draft`` claims, how much of that is right, and how exactly.

The articles in ``articles/`` are invented, one a genre, with their gold claims marked in place:
``[[q:about 2.1 million]]``. q quantity, d date, t time of day, s score or vote; n person's name, o office, u
quotation, r relation with a state, l list, x superlative; ``?`` may be claimed or not. Marks nest. In alphabetical
order every second article, from the first on, is for building and the others are for testing.
New ones come in pairs of neighbours, so that no other changes sides.

Run with ``--json`` for one JSON object, ``--half build`` or ``test``, ``--misses`` to list what went wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factlint.documents.article import ArticleText
from factlint.documents.article.markdown import markdown_article
from factlint.documents.article.page import page_article
from factlint.documents.base import Document
from factlint.drafting import Drafted, draft
from factlint.drafting.described import article_for, described
from factlint.drafting.reading import Article
from factlint.project import anchors

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
FIRST_CLAIMS = HERE.parent / "claims" / "beijing-parade.yaml"
FIRST_ARTICLE = HERE.parent.parent / "shared" / "article" / "beijing-parade.txt"
NUMERIC = frozenset("qdts")
OTHER = {"n": "names", "o": "offices", "u": "quotations", "r": "relations", "l": "lists", "x": "superlatives"}
OTHER_KINDS = ("state", "list", "boolean", "paraphrase", "wording")
TARGETS = {"recall": 0.95, "precision": 0.90, "value_exact": 0.95, "anchor_exact": 0.95}


@dataclass(frozen=True)
class Gold:
    """One claim as an editor marked it: its kind and the characters of its value."""

    kind: str
    start: int
    end: int


@dataclass
class Score:
    """What was found of the gold of some articles."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def share(self, part: str, whole: str) -> float:
        """Return a share, 1 where there is nothing to find."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 1.0

    def figures(self) -> dict[str, Any]:
        """Return the figures as they are reported."""
        numeric = {
            "claims": self.counts["gold"],
            "recall": round(self.share("found", "gold"), 4),
            "precision": round(self.share("right", "drafted"), 4),
            "value_exact": round(self.share("value", "found"), 4),
            "anchor_exact": round(self.share("anchor", "found"), 4),
        }
        others = {name: round(self.share(f"{name} found", name), 4) for name in OTHER.values()}
        return {**numeric, "recall_of_others": others}


def marked(text: str) -> tuple[str, list[Gold]]:
    """Return the text without its marks, and the gold that they mark."""
    plain, gold, opened, at = "", [], [], 0
    while at < len(text):
        if text.startswith("[[", at) and ":" in text[at : at + 40]:
            colon = text.index(":", at)
            opened.append((text[at + 2], len(plain)))
            at = colon + 1
        elif text.startswith("]]", at) and opened:
            kind, start = opened.pop()
            gold.append(Gold(kind, start, len(plain)))
            at += 2
        else:
            plain += text[at]
            at += 1
    return plain, sorted(gold, key=lambda item: (item.start, item.end))


def load(path: Path) -> tuple[Article, list[Gold]]:
    """Return an article as the drafter gets it, and its gold."""
    body, published = path.read_text(encoding="utf-8"), ""
    if body.startswith("published:"):
        first, _, body = body.partition("\n")
        published = first.partition(":")[2].strip()
    if path.suffix == ".html":
        text, gold = marked(_page(body).text)
        source = _page(marked(body)[0])
        assert source.text == text, f"{path.name}: marks change what is read of the page"
    else:
        text, gold = marked(body.lstrip("\n"))
        source = markdown_article(text) if path.suffix == ".md" else ArticleText(text)
    return article_for(source, described(source, path.stem, published=published)), gold


def _page(html: str) -> ArticleText:
    return page_article(Document(html.encode(), "text/html", "https://example.org/article"))


def score(article: Article, gold: list[Gold], into: Score) -> None:
    """Add one article's figures."""
    claims = list(draft(article).claims)
    wanted = [item for item in gold if item.kind in NUMERIC]
    numeric = [claim for claim in claims if is_numeric(claim)]
    taken: set[int] = set()
    for item in wanted:
        _score_one(article, item, numeric, taken, into)
    for claim in numeric:
        into.counts["drafted"] += 1
        if any(_overlap(item, claim) for item in gold if item.kind in NUMERIC | {"?"}):
            into.counts["right"] += 1
        else:
            into.misses.append(f"  extra    {claim.value!r} in {_around(article, claim.start, claim.end)}")
    _score_others(gold, [claim for claim in claims if not is_numeric(claim)], into)


def is_numeric(claim: Drafted) -> bool:
    """Whether a claim is of a number, date, time or score."""
    return bool(
        {"counts", "shares", "ranks", "multiples", "money", "measurements", "dates", "times", "scores"}
        & set(claim.tags)
    )


def _score_one(article: Article, item: Gold, claims: list[Drafted], taken: set[int], into: Score) -> None:
    into.counts["gold"] += 1
    words = article.words(item.start, item.end)
    near = [i for i, claim in enumerate(claims) if _overlap(item, claim) and i not in taken]
    if not near:
        into.misses.append(f"  missed   {words!r} in {_around(article, item.start, item.end)}")
        return
    best = min(near, key=lambda i: abs(claims[i].start - item.start) + abs(claims[i].end - item.end))
    taken.add(best)
    claim = claims[best]
    into.counts["found"] += 1
    if str(claim.value).casefold() == words.casefold():
        into.counts["value"] += 1
    else:
        into.misses.append(f"  value    {claim.value!r} for {words!r}")
    if _anchored(article, claim, item):
        into.counts["anchor"] += 1
    else:
        into.misses.append(f"  anchor   {claim.quote!r} for {words!r}")


def _score_others(gold: list[Gold], claims: list[Drafted], into: Score) -> None:
    for item in gold:
        if item.kind in OTHER:
            into.counts[OTHER[item.kind]] += 1
            into.counts[f"{OTHER[item.kind]} found"] += any(_overlap(item, claim) for claim in claims)


def _overlap(item: Gold, claim: Drafted) -> bool:
    return claim.start < item.end and item.start < claim.end


def _anchored(article: Article, claim: Drafted, item: Gold) -> bool:
    assert claim.quote
    places = anchors.find(claim.quote, article.text).places
    return len(places) == 1 and places[0][0] < item.end and item.start < places[0][1]


def _around(article: Article, start: int, end: int) -> str:
    return repr(article.words(max(0, start - 30), end + 30))


def first_article() -> dict[str, Any] | None:
    """Return what share of the hand-made claims file the draft finds; ``None`` where the text isn't at hand."""
    if not FIRST_ARTICLE.exists():
        return None
    from factlint import load as load_project

    hand = [(item.claim, item.kind) for item in load_project(FIRST_CLAIMS).claims]
    source = ArticleText(FIRST_ARTICLE.read_text(encoding="utf-8"))
    entry = described(source, "beijing-parade", published="[2025-08-28..2025-08-29]")
    article = article_for(source, entry)
    claims = draft(article).claims
    missing = [
        claim.id for claim, kind in hand if not any(_same(article, claim, kind, made) for made in claims)
    ]
    numeric = [claim.id for claim, kind in hand if kind in ("quantity", "date")]
    return {
        "claims": len(hand),
        "drafted": len(claims),
        "share": round(1 - len(missing) / len(hand), 4),
        "share_of_numbers_and_dates": round(1 - len(set(missing) & set(numeric)) / len(numeric), 4),
        "missing": missing,
    }


def _same(article: Article, hand: Any, kind: str, made: Drafted) -> bool:
    """Whether a drafted claim makes the statement of the hand-made one.

    Numbers, dates and quotations: of the same type, in the same words' place. Names: the same printed form. What
    else there is (states, lists, yes or no, paraphrases) may be typed otherwise, but stands in the same place.
    """
    places = anchors.find(hand.quote, article.text).places
    if not places:
        return False
    overlaps = made.span[0] < places[0][1] and places[0][0] < made.span[1]
    if kind in ("quantity", "date", "quotation"):
        return overlaps and (made.kind or "quantity") == kind
    if kind == "name" and made.kind == "name":
        return str(made.value).casefold() == str(hand.value).casefold()
    return overlaps and made.kind in OTHER_KINDS


def table(result: dict[str, Any]) -> str:
    """Lay the figures out for people: one row a figure, one column a half."""
    halves = [name for name in ("build", "test") if name in result]
    lines = [f"{'':22}" + "".join(f"{name:>10}" for name in halves) + f"{'target':>10}"]
    for figure in ("claims", "recall", "precision", "value_exact", "anchor_exact"):
        told = "".join(f"{_shown(result[name][figure]):>10}" for name in halves)
        target = f">= {TARGETS[figure]:.0%}" if figure in TARGETS else ""
        lines.append(f"{figure:22}{told}{target:>10}")
    for kind in result[halves[0]]["recall_of_others"]:
        told = "".join(f"{_shown(result[name]['recall_of_others'].get(kind)):>10}" for name in halves)
        lines.append(f"{'recall of ' + kind:22}{told}")
    first = result["first_article"]
    if first:
        lines += [
            "",
            f"first article: {first['share']:.1%} of its {first['claims']} hand-made claims are drafted, "
            f"{first['share_of_numbers_and_dates']:.1%} of those on numbers and dates",
        ]
    return "\n".join(lines)


def _shown(figure: float | None) -> str:
    if figure is None:
        return "–"
    return f"{figure:.1%}" if isinstance(figure, float) else str(figure)


def main() -> int:
    """Print the figures; exit 1 where the test half misses a target."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--half", choices=("build", "test"))
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    halves = {"build": Score(), "test": Score()}
    paths = sorted(path for path in ARTICLES.iterdir() if path.suffix in (".txt", ".md", ".html"))
    for number, path in enumerate(paths):
        name = "test" if number % 2 else "build"
        halves[name].misses.append(path.name)
        score(*load(path), halves[name])
    shown = {name: half for name, half in halves.items() if options.half in (None, name)}
    result = {name: half.figures() for name, half in shown.items()} | {
        "articles": len(paths),
        "first_article": first_article(),
    }
    if options.misses:
        print("\n".join(line for half in shown.values() for line in half.misses), file=sys.stderr)
    print(json.dumps(result) if options.json else table(result))
    test = halves["test"].figures()
    return int(any(test[name] < least for name, least in TARGETS.items()))


if __name__ == "__main__":
    sys.exit(main())
