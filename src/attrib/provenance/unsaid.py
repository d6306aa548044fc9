"""Unsaid: the parts of a text that leave open whether something is so, or deny it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import attrs

from attrib.lexicon.terms import load_terms
from attrib.model.span import Span

_OPENER = re.compile(
    r"""
      \b(?:whether|unless|as\ though)\b
    | \bif\b(?!\s+(?:any|anything|not|so|ever|only|necessary|needed|possible)\b)
    | (?:\b(?:no|not|never|nor|without|little|scant|insufficient|lack(?:s|ed|ing)?
         |absence)|n['’]t)\s+
      (?:[\w'’-]+\s+){0,4}?                           # "not found any clear" evidence
      (?:evidence|proof|signs?|indications?|suggestions?|confirmation|hints?|traces?
         |(?:reasons?|grounds|cause)\s+to\s+(?:believe|think|suspect|suppose|assume))\b
    | \bnothing\s+(?:to\s+)?(?:suggest|show|indicat|prov|point)\w*
    | (?:\b(?:not|never)|n['’]t)\s+(?:\w+\s+){0,2}?
      (?:clear|certain|sure|proven|proved|confirmed|established|convinced|verified)
      \s+that\b
    | \b(?:unclear|uncertain|unsure|unproven|unconfirmed|doubtful|unlikely)\s+that\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What begins a clause that tells of nothing that is so: "no sign that", "unless"."""
_INVERTED = re.compile(
    r"""
      ^["“‘']?(?:had|were|should)\s(?=[^?]*,)         # Had it sunk, ...
    | (?<=\s)had\s(?!been)[^,;.]{1,60}?\sbeen\b      # would have waited had it been
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How a condition begins that is told by the order of words."""
_SUPPOSED = re.compile(r"\b(?:would|could|might)(?:\s+not|n['’]t)?\s+have\b", re.I)
"""What stands before a condition of the past that follows."""
_CLAUSE_END = re.compile(
    r"""
      [,;:!?()–—"“”]
    | \b(?:after|because|although|though|but|while|despite)\b
    | \b(?:and|by)\s+(?:said|saying|told|telling|claimed|claiming|added|insisted)\b
    | \b(?:know|knows|knew|known|realis\w+|realiz\w+|aware)\s+that\b
    | \b(?:claim|report|allegation|accusation|rumou?r)s?\s+that\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Where such a clause ends: what stands behind is told, or somebody else's word."""
_ASIDE = re.compile(r",\s+(?:which|who|whose|where)\b[^,;?!]*,", re.IGNORECASE)
_KNOWN = re.compile(r"\b(?:know|aware|realise|realize)\s+that\b", re.IGNORECASE)
"""What stands before a clause that is so, though it is asked who knows of it."""
_INTERROGATIVE = re.compile(
    r"\b(?:who|whom|whose|what|why|how|when|where|which)\b", re.IGNORECASE
)
_YES_OR_NO = re.compile(
    r"""
    (?:^\W*|["“‘(]|[,;:–—]\s+)(?:(?:and|but|so|or)\s+)?\b
    (?P<verb>am|are|is|was|were|do|does|did|has|have|had|can|could|will|would|shall|should
       |may|might|must)(?:n['’]t)?\s
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How a question begins that is answered with yes or no."""
_ALMOST = re.compile(
    r"(\w+)\s+(?:almost|nearly)\s+(?:been\s+|being\s+|got\s+)?([a-z]+)\b"
)
_WITHIN_PHRASES = frozenset("a an the in of with by for at this that its".split())
"""Behind one of these "almost" is said of a noun: "in an almost deserted port"."""
_CLAUSE_START = re.compile(r"[,;:()–—]")
_BACKGROUND = re.compile(
    r"""
      (?<![\w-])(?:after|following|since|amid|despite|before|when|while|which|whose|who
        |where|as(?!\s(?:an?|in|it|of|to|the|if|far|few|high|little|long|low|many|much
          |part|soon|such|though|well|\w+\sas)\b))\s
    | \b(?:thankful|grateful|(?:un)?happy|glad|pleased|delighted|proud|relieved|sorry
        |sad|angry|shocked|surprised|disappointed)["”’']?\s(?P<known>that|for)\s
    | \b(?P<lately>recently|newly|just|freshly)\s\w+(?:ed|en|un)\b  # newly closed quay
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What begins a part that is known beside a statement: "after the quay closed"."""
_HARMED = re.compile(
    r"\b(?:kill(?:ed|s)|dead|die[sd]?|injur(?:ed|es)|wounded|hurt)\b", re.IGNORECASE
)
"""Behind one of these it is told as new what did the harm: "died after it sank"."""
_QUOTE = re.compile(r"[“”\"]")

_HOLDERS = (
    r"(?:claim|allegation|accusation|report|suggestion|rumou?r|assertion|statement"
    r"|account|version|narrative|notion|idea|fear|suspicion|stor(?=y|ies)"
    r"|(?:claim|alleg|suggest)ing)(?:s|y|ies)?"
)
_OPENING = (
    r"(?:(?:\s+(?:by|from|in)\s+(?:[\w'’-]+\s+){0,4}?[\w'’-]+)?\s+that\b"
    r"|\s+(?P<noun>of|about)\b"
    r"|\s+(?=(?:the|an?|its?|he|she|they|his|her)\b))"
)
_FALSE = (
    r"(?:false|untrue|not\s+true|lies?|nonsense|fakes?|absurd|baseless|unfounded"
    r"|groundless|hoax(?:es)?|fabricat(?:ed|ions?)|[dm]isinformation|ridiculous"
    r"|propaganda|provocations?|slander|ludicrous|preposterous|rubbish|myths?|fiction"
    r"|fantas(?:y|ies)|incorrect|inaccurate)"
)
_REFUTED = r"(?:debunked|refuted|disproved|disproven|discredited|quashed)"
_FALSE_WORD = re.compile(rf"\b(?:{_FALSE}|{_REFUTED})\b", re.IGNORECASE)
_MEASURE = r"(?:(?:\w+ly|just|all|an?|pure|utter|total|complete|another)\s+){0,3}?"
_UNTRUE = re.compile(
    rf"""
      # Claims that it sank are untrue
      \b{_HOLDERS}{_OPENING}(?P<told>[^;?]{{1,200}}?)
      \b(?:(?:is|are|was|were|be|been|as|prove[ds]?|proven)\s+{_MEASURE}(?:{_FALSE}|{_REFUTED}))
      (?=\s+by\b|\s*(?:[^\w\s]|$)|\s+(?:and|but)\b)
      # It is a lie that it sank
    | \bit\s+(?:is|was)\s+{_MEASURE}{_FALSE}\s+(?:that|to\s+say\s+that)\b
      # called the story that it sank a lie
    | \b(?:call|brand|label|dub)(?:s|l?ed|bed|l?ing)?\s(?:[\w'’-]+\s+){{0,3}}?
      {_HOLDERS}\s+that\b[^;?]{{1,200}}?\s(?:an?\s+)?{_MEASURE}{_FALSE}
      (?=\s*(?:[^\w\s]|$)|\s+and\b)
      # debunked rumours that it sank
    | \b(?:debunk|refut|disprov|rebut|discredit|quash)\w*\s+(?:[\w'’-]+\s+){{0,4}}?
      {_HOLDERS}(?:\s+(?:that|of|about)\b|\s+(?=(?:the|an?|its?|he|she|they)\b))
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How something is told to be untrue."""
_NEGATED = re.compile(
    r"(?:\b(?:not|never|nobody|cannot)|n['’]t)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|did|\w+ed)\b")


@attrs.frozen
class Unsaid:
    """Where a text does not tell that something is so; each in text order.

    Attributes:
        left_open: Where it is asked, under a condition or without evidence.
        withheld: What somebody would not say, or did not.
        untrue: Where it is told that something is not so.
        known: Where something is told as known, beside what is stated.
    """

    left_open: Sequence[Span] = ()
    withheld: Sequence[Span] = ()
    untrue: Sequence[Span] = ()
    known: Sequence[Span] = ()


def find_open(sentence: str) -> tuple[Span, ...]:
    """Return the parts of a sentence that leave open whether something is so.

    They are asked, stand under a condition or under evidence that is not there, or
    only almost came to be. What a part presupposes is none: who asks why the quay was
    closed tells that it was.

    Example:
        >>> text = "The quay is shut, and it is unclear whether it sank, Lind said."
        >>> [span.of(text) for span in find_open(text)]
        ['whether it sank']
        >>> find_open("Why was the quay closed?")
        ()
    """
    found = [*_find_asked(sentence), *_find_almost(sentence)]
    for begin in _INVERTED.finditer(sentence):
        if not begin.start() or _SUPPOSED.search(sentence, 0, begin.start()):
            found.append(Span(begin.start(), _clause_end(sentence, begin.end())))
    at = 0
    while opener := _OPENER.search(sentence, at):
        at = _clause_end(sentence, opener.end())
        found.append(Span(opener.start(), at))
    return merge(found)


def find_untrue(sentence: str) -> tuple[Span, ...]:
    """Return the parts of a sentence that tell that something is not so.

    Example:
        >>> text = "Claims that it sank are untrue, said Lind, who denied nothing."
        >>> [span.of(text) for span in find_untrue(text)]
        ['Claims that it sank are untrue']
        >>> find_untrue("Claims that it is a fake spread.")
        ()
    """
    found = []
    for match in _UNTRUE.finditer(sentence):
        told = match["told"]
        if told is not None and match["noun"] is None and not _has_verb(told):
            continue  # "reports that the photos were fake"
        if _NEGATED.search(sentence, max(0, match.start() - 30), match.start()):
            continue
        is_before = match[0].endswith(("that", "of", "about", " "))
        end = _clause_end(sentence, match.end()) if is_before else match.end()
        found.append(Span(match.start(), end))
    return merge(found)


def find_known(sentence: str) -> tuple[Span, ...]:
    """Return the parts of a sentence in which something is told as known.

    Whoever says that sailors wait "after the quay was closed", or is glad of it, is
    not the one from whom it is known that it was; the report tells it beside. Inside
    of quotation marks everything is the speaker's own.

    Example:
        >>> text = "Lind said that sailors wait after the quay was closed."
        >>> [span.of(text) for span in find_known(text)]
        ['after the quay was closed']
        >>> find_known("“Sailors wait after the quay was closed,” Lind said.")
        ()
    """
    found = []
    at = 0
    while opener := _BACKGROUND.search(sentence, at):
        start = opener.start("known" if opener["known"] else 0)
        at = opener.end()
        if opener["lately"] is None:
            at = _clause_end(sentence, at)
        is_beside = _HARMED.search(sentence, 0, start) is None
        if is_beside and len(_QUOTE.findall(sentence, 0, start)) % 2 == 0:
            found.append(Span(start, at))
    return merge(found)


def calls_untrue(claim: str) -> bool:
    """Say whether a claim has a word by which one is called untrue.

    Example:
        >>> calls_untrue("The photos are fake"), calls_untrue("The quay is closed")
        (True, False)
    """
    return _FALSE_WORD.search(claim) is not None


def find_within(spans: Sequence[Span], place: Span) -> Sequence[Span]:
    """Return those of some spans, in text order and apart, that overlap a place.

    Example:
        >>> find_within([Span(0, 4), Span(6, 9)], Span(3, 6))
        [Span(start=0, end=4)]
    """
    first = bisect_left(spans, place.start + 1, key=lambda span: span.end)
    last = bisect_left(spans, place.end, key=lambda span: span.start)
    return spans[first:last]


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return what some spans cover, in text order and apart.

    Example:
        >>> merge([Span(5, 9), Span(0, 4), Span(2, 6)])
        (Span(start=0, end=9),)
    """
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            span = Span(found[-1].start, max(span.end, found.pop().end))
        found.append(span)
    return tuple(found)


def cut_out(text: str, spans: Iterable[Span], cuts: Sequence[Span]) -> str:
    """Return what some spans of a text hold beside others, with blanks for these.

    Args:
        text: The text.
        spans: What is kept of it.
        cuts: What is left out, in text order.

    Example:
        >>> cut_out("It sank if it sailed.", [Span(0, 21)], [Span(8, 20)])
        'It sank  .'
    """
    rest = []
    for span in spans:
        at = span.start
        for cut in cuts:
            if cut.overlaps(span):
                rest += [text[at : cut.start], " "]
                at = max(at, cut.end)
        rest += [text[at : span.end], " "]
    return "".join(rest[:-1])


def _clause_end(sentence: str, at: int) -> int:
    """Return where a clause that goes on at a place ends."""
    while end := _CLAUSE_END.search(sentence, at):
        aside = _ASIDE.match(sentence, end.start())
        if aside is None:
            return len(sentence[: end.start()].rstrip())
        at = aside.end()
    return len(sentence.rstrip(" .\n"))


def _find_asked(sentence: str) -> list[Span]:
    """Return what is asked with yes or no for an answer."""
    found = []
    start = 0
    while (mark := sentence.find("?", start)) >= 0:
        asked = sentence[start : mark + 1]
        begin = _YES_OR_NO.search(asked)
        if begin is not None or _INTERROGATIVE.search(asked) is None:
            first = start + (begin.start("verb") if begin else 0)
            known = _KNOWN.search(sentence, first, mark)
            found.append(Span(first, known.end() if known else mark + 1))
        start = mark + 1
    return found


def _find_almost(sentence: str) -> list[Span]:
    """Return the clauses of what almost came to be: "was nearly closed"."""
    known = load_terms()
    found = []
    for almost in _ALMOST.finditer(sentence):
        verb = almost[2]
        is_past = verb.endswith("ed") or known.forms.get(verb, verb) != verb
        if almost[1].lower() in _WITHIN_PHRASES or verb in known.multiples:
            continue
        if is_past:
            starts = _CLAUSE_START.finditer(sentence, 0, almost.start())
            start = max((each.end() for each in starts), default=0)
            start += len(sentence[start:]) - len(sentence[start:].lstrip())
            found.append(Span(start, _clause_end(sentence, almost.end())))
    return found


def _has_verb(words: str) -> bool:
    forms = load_terms().forms
    return _VERB.search(words) is not None or any(
        forms.get(word, word) != word for word in words.lower().split()
    )
