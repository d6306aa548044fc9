"""Grades in text: where a grade of the Admiralty code stands, and what it says.

"B2" is a grade, a vitamin, a bomber, a bond and a level of English. Precision comes
first, so words beside it must say that it is a grade:

- it is the whole text, as in the cell of a table;
- it follows the name of a grading: "Admiralty code B2", "source grading: B2",
  "reliability B", "credibility: 3";
- what is graded comes with it: "the source was graded F6", "rated the report B2";
- "graded F6" or "grade: F6" begins a line, a sentence or a bracket;
- it stands in brackets after "source" or "informant", or anywhere in brackets in a
  text that names the Admiralty code.

What follows must not be a noun of its own ("A1 motorway") nor go on to another label
("B2 or B3"). Labels are capitals. A text that names 5x5x5 or 3x5x2, and not the
Admiralty code, uses other labels, so nothing in it is read.
"""

import functools
import re

import attrs

from attrib.errors import FormatError, ModelError
from attrib.model.scale import AdmiraltyGrade, Credibility, Reliability
from attrib.model.span import Span

_FRAGMENTS = {
    "_": r"(?: [^\S\r\n]{1,3} | \r?\n )",
    "code": r"(?P<reliability> [A-F] )[-‐‑/]?(?P<credibility> [1-6] )(?! \w )",
    # A colon, perhaps in bold or before quotation marks: "**Reliability:** B".
    "equals": r"""{_}?\*{0,2}[:=]\*{0,2}{_}?\*{0,2}["“'`]?""",
    # The second of a list or a range: B2-B3, 3 or 4, A, B and C.
    "other": r"""
        \s{0,3}(?: [,/‐‑–—-] | (?: and | or | through | to )\b )\s{0,3}
        (?: [A-F][-‐‑/]?[1-6] | [A-F1-6] )(?! \w )
    """,
    # A mark, the end of a line, or a word that begins no noun.
    "ends": r"""
        (?! {other} )(?! {_}on{_}a{_}scale\b | {_}in{_}[0-9] )
        (?= [^\S\r\n]{0,3}
            (?: \Z | [\r\n(\[] | [.,;:!?)\]}>"'”’»|…](?! \w ) | [‐‑–—/-]\s
              | (?i: {follower} )\b )
        )
    """,
    "follower": r"""(?:
        after | although | and | are | as | at | because | before | but | by | despite
      | for | from | had | has | have | if | in | instead | is | on | pending | rather
      | said | says | since | so | than | that | then | though | until | was | were
      | when | where | which | while | who | with | without
      | {label_name}
    )""",
    "label_name": r"""
        (?: (?: information | source ){_} )?(?: credibility | reliability )
    """,
    "graded_thing": r"""(?:
        claims? | informants? | information | intelligence | origins? | reporting
      | reports? | sources? | statements? | tips?
    )""",
    "name": r"(?: code | grade | grading | rating | scale | system )",
    # The first letters of every cue: most words of a text fail here.
    "first": r"""
        (?= (?i: adm | c[lr] | gra | in[ft] | nat | ori | ra | re[lp] | s[ot] | tip ) )
    """,
    # "The source, who was initially graded ..."
    "auxiliaries": r"""
        ,?(?: {_}(?: also | are | be | been | being | had | has | have | initially | is
                   | later | now | still | that | was | were | which | who ) ){0,4}
    """,
    "determiner": r"""
        (?: an? | each | her | his | its | our | that | the | their | this )
    """,
}

_GRADE = r"""
(?<! [\w-] ){first}
(?i:
  (?P<cue>
      admiralty (?: {_}{name} )?
    | (?: nato | source | information | intelligence ){_}(?: grade | grading | rating )
    | (?: source{_} )?reliability (?: {_}?(?: / | and | & ){_}?
      (?: information{_} )?credibility )?
    | {graded_thing}{auxiliaries}{_}(?: assessed | evaluated | graded | rated )
    | (?: grade[ds]? | grading | rate[ds]? | rating ){_}{determiner}{_}{graded_thing}
    | (?P<alone> graded? | grading )
  )
  (?: {equals} | (?: {_}(?: as | at | is | now | of | was | were ) ){0,2}{_} )\(?
)
{code}{ends}
"""

_LABEL = r"""
(?<! [\w-] ){first}
(?i:
  (?P<cue>
    (?: (?: source{_} )?(?P<of_source> reliability )
      | (?: information{_} )?credibility )
    (?: {_}(?: code | grade | grading | rating ) )?
  )
  (?: {equals}
    | (?: {_}(?: as | assessed | at | graded | is | now | rated | was ) ){0,3}{_} )\(?
)
(?(of_source)
    # Neither the article of "A man" nor the initial of "E. coli".
    (?P<reliability>
        [B-F] | A(?! {_}(?! (?: and | {label_name} )\b )[a-z] ) )
    (?! \.[^\S\r\n]{1,3}[a-z] )
  | (?P<credibility> [1-6] )
)
(?! [\w%] | [.,:/-]\w ){ends}
"""

_WHOLE = r"""\s*[(\["“']?{code}[)\]"”']?\s*\Z"""
_BRACKETED = r"(?<! \S )[(\[]{code}(?= [)\]] )"

_ADMIRALTY = r"""
\b(?i: admiralty{_}{name} | nato{_}(?: grading | rating | system )
     | stanag{_}2511 | ajp-2\.1 )\b
"""
_OTHER_SYSTEM = r"\b[35]\s?[x×]\s?5\s?[x×]\s?[25]\b"
_PEOPLE = frozenset({"informant", "informants", "source", "sources"})
_BEGINNINGS = frozenset(".;:!?([{<|•*–—-\n\r")
_GAP_CHARS = 4
"""How far a first word may stand from the beginning of its line, in code points."""
_WORD_CHARS = 14
"""How far before a bracket its word is looked for: more than the longest, and a gap."""


@functools.cache
def _pattern(template: str) -> re.Pattern[str]:
    """Return a template compiled, with its fragments filled in."""
    filled = template
    while (names := set(re.findall(r"\{([a-z_]+)\}", filled))) != set():
        for name in names:
            filled = filled.replace(f"{{{name}}}", _FRAGMENTS[name])
    return re.compile(filled, re.VERBOSE)


@attrs.frozen
class GradeSpan:
    """A grade in a text, whole or one half of it.

    Attributes:
        span: Where the label or labels stand: "B2" of "graded B2".
        reliability: Of the source, or None when it is not graded here.
        credibility: Of the claim, or None when it is not graded here.
        reason: Why it is read as a grade.
    """

    span: Span
    reliability: Reliability | None
    credibility: Credibility | None
    reason: str

    @property
    def grade(self) -> AdmiraltyGrade | None:
        """Both halves together, or None when one of them is not given here."""
        if self.reliability is None or self.credibility is None:
            return None
        return AdmiraltyGrade(self.reliability, self.credibility)


def read_grade(text: str) -> AdmiraltyGrade:
    """Return the grade that a text is, as "B2", "B-2" or "B/2".

    Raises:
        FormatError: It is anything else.

    Example:
        >>> print(read_grade("A-1"))
        A1
        >>> read_grade("B7")
        Traceback (most recent call last):
        attrib.errors.FormatError: found 'B7', wanted a grade from A1 to F6, as 'B2'
    """
    match = _pattern("{code}").fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise FormatError(f"found {text!r:.60}, wanted a grade from A1 to F6, as 'B2'")
    return AdmiraltyGrade(match["reliability"], match["credibility"])


def find_grades(text: str) -> tuple[GradeSpan, ...]:
    """Return the grades of the Admiralty code in an English text, in text order.

    Args:
        text: Any text. Cues are read in any case, labels in capitals only.

    Returns:
        Spans that do not overlap; none for an empty text.

    Raises:
        ModelError: The text is no str.

    Example:
        >>> text = "The source was graded B2; a second report has credibility 3."
        >>> for found in find_grades(text):
        ...     print(found.span.of(text), found.grade, found.reason, sep=" | ")
        B2 | B2 | follows "source was graded"
        3 | None | follows "credibility"
        >>> find_grades("Take vitamin B2 on the A1 motorway.")
        ()
    """
    if not isinstance(text, str):
        raise ModelError(f"grades are found in a str, not in {text!r:.60}")
    whole = _pattern(_WHOLE).match(text)
    if whole is not None:
        return (_read(whole, "is the whole text"),)
    is_admiralty = _pattern(_ADMIRALTY).search(text) is not None
    if not is_admiralty and _pattern(_OTHER_SYSTEM).search(text):
        return ()
    found: dict[Span, GradeSpan] = {}
    for template in (_GRADE, _LABEL):
        for match in _pattern(template).finditer(text):
            is_alone = "alone" in match.re.groupindex and match["alone"] is not None
            if not is_alone or _begins(text, match.start()):
                reason = f'follows "{" ".join(match["cue"].split())}"'
                graded = _read(match, reason)
                found.setdefault(graded.span, graded)
    for match in _pattern(_BRACKETED).finditer(text):
        word = _word_before(text, match.start())
        if word.lower() in _PEOPLE:
            graded = _read(match, f'stands in brackets after "{word}"')
        elif is_admiralty:
            reason = "stands in brackets; the text names the Admiralty code"
            graded = _read(match, reason)
        else:
            continue
        found.setdefault(graded.span, graded)
    return tuple(found[span] for span in sorted(found))


def _word_before(text: str, start: int) -> str:
    """Return the word before a place, or its last characters where it is long."""
    words = text[max(0, start - _WORD_CHARS) : start].split()
    return words[-1] if words else ""


def _begins(text: str, start: int) -> bool:
    """Say whether a line, a sentence or a bracket begins at a place."""
    gap = text[max(0, start - _GAP_CHARS) : start].rstrip(" \t*_")
    return gap[-1:] in _BEGINNINGS if gap else start <= _GAP_CHARS


def _read(match: re.Match[str], reason: str) -> GradeSpan:
    letter, digit = match["reliability"], match["credibility"]
    start, _ = match.span("credibility" if letter is None else "reliability")
    _, end = match.span("reliability" if digit is None else "credibility")
    return GradeSpan(
        Span(start, end),
        None if letter is None else Reliability(letter),
        None if digit is None else Credibility(digit),
        reason,
    )
