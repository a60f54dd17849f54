"""The closed classes of English words, and nouns whose number is irregular."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


AUXILIARIES = _set("""
    is are was were be been being am has have had having do does did will would can could may might must
    should shall 's 're 've hasn't haven't weren't wasn't isn't aren't got getting
""")  # be, have, do and the modals
PREPOSITIONS = _set("""
    in on at by from with to into onto over under between across near per via within among amongst of for
    during inside outside around through throughout off up down out against without along behind beyond
    including versus worth toward towards above below beneath past
""")
DETERMINERS = _set("""
    the a an its their his her our your my these those this that such some any all both each every no
    another
""")
PRONOUNS = _set("""
    it he she they we you i them him us me who whom whose which what everyone
""")
BREAKS = _set("""
    while but because although though whereas when where if unless until since after before as than so yet
    whether
""")  # words that open another clause
CONJUNCTIONS = _set("""
    and or nor & plus
""")
ADVERBS = _set("""
    also now then still already again ever never not just only even too either reportedly so far since ago
    today yesterday tomorrow later earlier once together alone overnight there here almost nearly about
    around roughly approximately some least most more less fewer many much well over up exactly next last
    abroad worldwide nationwide overall respectively instead perhaps
""")  # adverbs that don't end in -ly
QUIETERS = _set("""
    more other others another additional further extra fresh such same these those the
""")  # words between a number and its noun that count nothing
QUALIFIERS = _set("""
    at least most up to as many much few more less fewer than another some about around roughly approximately
    nearly almost over under only just exactly an a the estimated total of well other further additional
    all
""")  # words that may hedge a number or come between it and its verb
CHANGES = _set("""
    rise rises rose risen rising climb climbs climbed climbing fall falls fell fallen falling drop drops
    dropped dropping increase increases increased increasing decrease decreases decreased decline declines
    declined declining grow grows grew grown growing jump jumps jumped surge surges surged soar soars
    soared slip slips slipped slide slid sink sank tumble tumbled plunge plunged shrink shrank shrunk gain
    gained edge edged reach reaches reached reaching hit hits hitting stand stands stood standing total
    totals totalled totaled totalling totaling come comes came exceed exceeds exceeded exceeding surpass
    surpassed surpassing top topped topping pass passed passing remain remains remained number numbered
    numbering estimate estimated estimates project projected forecast expected put puts brought bring
    brings recorded average averages averaged averaging peak peaked peaking double doubled doubling triple
    tripled halve halved cut raised lowered set record high low level figure figures equal equals equalled
    amounted amounting amounts measured measuring near nearing ran became turned out ended kept left went
    go gone eased narrowed widened swung rate
""")  # verbs and nouns that link a subject to its number
SAYING = _set("""
    said say says saying told tell think thought believe believed know knew agreed felt feel want wanted
""")  # verbs after a number of people that count nothing
IRREGULAR_SINGULAR = {
    "people": "person", "persons": "person", "children": "child", "men": "man", "women": "woman",
    "lives": "life", "wives": "wife", "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose",
    "oxen": "ox", "dead": "dead", "police": "police", "troops": "troop", "personnel": "personnel",
    "cattle": "cattle", "sheep": "sheep", "fish": "fish", "species": "species", "series": "series",
    "aircraft": "aircraft", "staff": "staff", "crew": "crew", "sales": "sale", "earnings": "earnings",
    "damages": "damages", "criteria": "criterion", "phenomena": "phenomenon", "bacteria": "bacterium",
    "analyses": "analysis", "crises": "crisis", "diagnoses": "diagnosis", "buses": "bus",
    "viruses": "virus", "gases": "gas", "wolves": "wolf", "leaves": "leaf", "knives": "knife",
    "halves": "half", "thieves": "thief", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
    "volcanoes": "volcano", "tornadoes": "tornado", "cargoes": "cargo", "embargoes": "embargo",
    "movies": "movie", "calories": "calorie", "ties": "tie", "mps": "mp", "news": "news",
    "houses": "house", "horses": "horse", "nurses": "nurse", "cases": "case", "causes": "cause",
    "doses": "dose", "losses": "loss", "heads of state": "head of state",
    "heads of government": "head of government", "members of parliament": "member of parliament",
    "prisoners of war": "prisoner of war",
}  # fmt: skip
INVARIABLE = _set("police personnel cattle sheep fish species series aircraft staff crew")
