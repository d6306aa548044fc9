"""Word classes, one character each, so that phrases can be sought in a string."""

import attrs


@attrs.frozen(eq=False)
class _Tags:
    """The class of a word in its place.

    Plain strings held by an object, because every token is asked for its tag again and
    again: it takes six times as long to reach the members of an `enum`, and three times
    as long to reach what a class holds.
    """

    NOUN: str = "n"
    NAME: str = "p"
    VERB_BASE: str = "v"
    VERB_S: str = "z"
    PAST: str = "d"
    PARTICIPLE: str = "q"
    GERUND: str = "g"
    ADJECTIVE: str = "j"
    ADVERB: str = "r"
    DETERMINER: str = "T"
    POSSESSIVE: str = "$"
    SUBJECT: str = "S"
    OBJECT: str = "O"
    PREPOSITION: str = "I"
    SUBORDINATOR: str = "U"
    WH: str = "W"
    THAT: str = "="
    TO: str = "t"
    COORDINATOR: str = "C"
    MODAL: str = "M"
    BE: str = "B"
    HAVE: str = "H"
    DO: str = "D"
    NEGATION: str = "N"
    NUMBER: str = "#"
    COMMA: str = ","
    COLON: str = ":"
    STOP: str = "."
    OPEN: str = "("
    CLOSE: str = ")"
    QUOTATION_MARK: str = '"'
    DASH: str = "-"
    OTHER: str = "~"


Tag = _Tags()

TAGS: dict[str, str] = attrs.asdict(Tag)
"""Every tag by the name of its class."""

CLOSED = {
    "determiner": Tag.DETERMINER,
    "possessive": Tag.POSSESSIVE,
    "subject": Tag.SUBJECT,
    "object": Tag.OBJECT,
    "preposition": Tag.PREPOSITION,
    "subordinator": Tag.SUBORDINATOR,
    "wh": Tag.WH,
    "coordinator": Tag.COORDINATOR,
    "modal": Tag.MODAL,
    "be": Tag.BE,
    "have": Tag.HAVE,
    "do": Tag.DO,
    "negation": Tag.NEGATION,
    "number": Tag.NUMBER,
    "adverb": Tag.ADVERB,
}
"""Sections of a language's closed classes, and the tag of their words."""

OPEN_CLASSES = "npvzdqgjr"
"""Tags of open classes, as the word table writes them."""

CLOSED_TAGS = "T$SOIUW=tCMBHDN"
"""Tags of words that a language has few of, and uses in every sentence."""

AUXILIARIES = frozenset("MBHDN")
"""Tags of what stands before a verb of the same group, but for adverbs."""

CLAUSE_VERBS = frozenset("zdvMBHD")
"""Tags of verbs that may be that of a clause; in the base form not all of them are."""

MARKS = {
    ",": Tag.COMMA,
    ":": Tag.COLON,
    ";": Tag.COLON,
    ".": Tag.STOP,
    "!": Tag.STOP,
    "?": Tag.STOP,
    "…": Tag.STOP,
    "(": Tag.OPEN,
    "[": Tag.OPEN,
    "<": Tag.OPEN,
    ")": Tag.CLOSE,
    "]": Tag.CLOSE,
    ">": Tag.CLOSE,
    '"': Tag.QUOTATION_MARK,
    "“": Tag.QUOTATION_MARK,
    "”": Tag.QUOTATION_MARK,
    "„": Tag.QUOTATION_MARK,
    "''": Tag.QUOTATION_MARK,
    "’’": Tag.QUOTATION_MARK,
    "‘‘": Tag.QUOTATION_MARK,
    "``": Tag.QUOTATION_MARK,
    "«": Tag.QUOTATION_MARK,
    "»": Tag.QUOTATION_MARK,
    "‘": Tag.QUOTATION_MARK,
    "–": Tag.DASH,
    "—": Tag.DASH,
    "―": Tag.DASH,
    "-": Tag.DASH,
    "--": Tag.DASH,
    "%": Tag.NOUN,
}
"""Tags of punctuation; any other mark is `Tag.OTHER`."""
