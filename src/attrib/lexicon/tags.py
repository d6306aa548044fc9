"""Word classes, one character each, so that phrases can be sought in a string."""


class Tag:
    """The class of a word in its place.

    Plain strings, because every token is asked for its tag again and again, and it
    takes six times as long to reach the members of an `enum`.
    """

    NOUN = "n"
    NAME = "p"
    VERB_BASE = "v"
    VERB_S = "z"
    PAST = "d"
    PARTICIPLE = "q"
    GERUND = "g"
    ADJECTIVE = "j"
    ADVERB = "r"
    DETERMINER = "T"
    POSSESSIVE = "$"
    SUBJECT = "S"
    OBJECT = "O"
    PREPOSITION = "I"
    SUBORDINATOR = "U"
    WH = "W"
    THAT = "="
    TO = "t"
    COORDINATOR = "C"
    MODAL = "M"
    BE = "B"
    HAVE = "H"
    DO = "D"
    NEGATION = "N"
    NUMBER = "#"
    COMMA = ","
    COLON = ":"
    STOP = "."
    OPEN = "("
    CLOSE = ")"
    QUOTATION_MARK = '"'
    DASH = "-"
    OTHER = "~"


TAGS = {name: tag for name, tag in vars(Tag).items() if name.isupper()}
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
}
"""Tags of punctuation; any other mark is `Tag.OTHER`."""
