"""Paragraphs and sentences, as ranges of tokens."""

import functools
import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

import attrs

from attrib.text.calendars import MONTHS, WEEKDAYS
from attrib.text.tokens import Tokens, find_listed

_BULLETS = frozenset("*•‣·▪●")
_DASH_BULLETS = frozenset({"-", "–", "—"})
"""After a stop or a colon they are bullets, and dashes elsewhere."""
_LINE_BREAKS = "\n\r\x85\u2028\u2029"
_LINE_STOPS = tuple(".!?:;…\"”’'")
_LINKING = frozenset(
    """
    a an the my our his her its their of in on at by for from with to into about against
    between and or but nor that which who whose whom because although while if than as
    according is are was were has have had been will would
    """.split()
)
"""Behind these a sentence goes on, whatever the next line begins with."""
_WRAP_CHARS = range(30, 101)
"""Width, in code points, to which a typewriter or a mail program breaks lines."""
_WRAPPED_LINES = 3
"""So many lines must be broken by a machine before a text is taken for wrapped."""
_LONGEST_TOKENS = 300
"""No sentence is longer; what seems so is a list or no prose, and is cut, so that the
work on a sentence has a bound."""
_SHORT_LINE = 0.75
"""A line below this share of the width was ended by its author."""


@functools.cache
def _line_break(breaks: str) -> re.Pattern[str]:
    """Return the pattern of line breaks of some kinds: of one, it is far faster."""
    return re.compile(rf"[{breaks}]\s*")


@functools.cache
def _initial() -> re.Pattern[str]:
    return re.compile(r"(?:^|[\s.])[A-Z]\.$")


@attrs.frozen
class _Break:
    """One line break without a blank line, and what stands on either side of it."""

    end: int
    indent: int
    """White space before the next line, in code points."""
    length: int
    """Code points of the line before it, its own indentation included."""
    following: str
    """The next line's first word, or as much of it as a line may hold."""
    goes_on: bool
    """Whether that word continues a sentence: by its case it begins none."""
    is_ended: bool
    """Whether the line before may end a sentence, or is a heading in capitals."""
    has_initial: bool
    """Whether the line before ends in initials: those of a name, in wrapped lines."""
    is_open: bool
    """Whether the line before cannot end a sentence: "according to", "“It rained,”"."""


def find_paragraphs(text: str, tokens: Tokens) -> list[tuple[int, int]]:
    """Return the paragraphs as half-open ranges of tokens, none of them empty.

    Blank lines part paragraphs. A single line break does so too, unless the text is
    wrapped to a width: then a new one begins only after a blank line, at an indented
    line, at a bullet, and after a short line that ends a sentence. A break in the
    middle of a sentence, before a small letter, never parts any.

    Args:
        text: The text.
        tokens: The tokens of this text.

    Example:
        >>> from attrib.text.tokens import tokenize
        >>> text = "One line.\\nAnother."
        >>> find_paragraphs(text, tokenize(text))
        [(0, 3), (3, 5)]
    """
    if not tokens.forms:
        return []
    kinds = "".join([kind for kind in _LINE_BREAKS if kind in text]) or _LINE_BREAKS
    found = _line_break(kinds).finditer(text, tokens.starts[0], tokens.ends[-1])
    gaps = [match.span() for match in found]
    breaks, blank = _measure(text, tokens.starts[0], gaps)
    wrap = _find_wrap(breaks)
    parting = [each.end for each in breaks if _parts(each, wrap)]
    starts = tokens.starts
    firsts = [0]
    for place in sorted([*blank, *parting]):
        firsts.append(bisect_left(starts, place, firsts[-1]))
    return list(zip(firsts, [*firsts[1:], len(tokens)], strict=True))


def _measure(
    text: str, first: int, gaps: Sequence[tuple[int, int]]
) -> tuple[list[_Break], list[int]]:
    """Return the single line breaks of a text, and the ends of blank lines.

    Args:
        text: The text.
        first: Where its first character stands.
        gaps: The white space between any two lines.
    """
    breaks, blank = [], []
    indent = _indent(text[:first])
    begin = first
    for start, end in gaps:
        gap = text[start:end].replace("\r\n", "\n")
        own_begin, begin = begin, end
        own_indent, indent = indent, _indent(gap)
        if len(gap) != indent + 1 or gap[0] == "\u2029":
            blank.append(end)
            continue
        line = text[own_begin:start].rstrip()
        following = text[end : end + _WRAP_CHARS.stop].split(None, 1)[0]
        is_shouted = line.isupper()
        begins_low = following[0].islower() or (
            is_shouted and len(following) > 1 and following.isupper()
        )
        breaks.append(
            _Break(
                end=end,
                indent=indent,
                length=own_indent + len(line),
                following=following,
                goes_on=begins_low,
                is_ended=line.endswith(_LINE_STOPS) or (is_shouted and not begins_low),
                has_initial=line[-1:] == "." and _initial().search(line) is not None,
                is_open=_is_open(line),
            )
        )
    return breaks, blank


def _is_open(line: str) -> bool:
    """Say whether a line goes on behind its end; "Dear Ada," is a line of its own."""
    bare = line.rstrip("\"”’'")
    if bare.endswith(","):
        return len(bare) >= _WRAP_CHARS.start
    return line.rsplit(None, 1)[-1] in _LINKING


def _indent(gap: str) -> int:
    return len(gap) - len(gap.rstrip(" \t\xa0"))


def _find_wrap(singles: Sequence[_Break]) -> tuple[int, int] | None:
    """Return the width and the usual indentation of wrapped lines, or None.

    A line was broken by a machine when the next word would not have fitted into it.
    Lists of headlines are now and then as even; but their lines do not go on.
    """
    if len(singles) < _WRAPPED_LINES:
        return None
    usual = sorted(found.indent for found in singles)[len(singles) // 4]
    lines = [found for found in singles if found.indent <= usual]
    width = max((b.length for b in lines if b.length in _WRAP_CHARS), default=0)
    full = [b for b in lines if b.length <= width < b.length + 1 + len(b.following)]
    if len(full) < _WRAPPED_LINES or len(full) * 2 <= len(lines):
        return None
    return (width, usual) if sum(b.goes_on for b in full) * 3 > len(full) else None


def _parts(found: _Break, wrap: tuple[int, int] | None) -> bool:
    """Say whether a single line break parts paragraphs.

    In a text that is not wrapped it does, unless it falls in the middle of a sentence:
    behind no mark, and before a word that begins none.
    """
    if found.is_open and (wrap is None or found.indent <= wrap[1]):
        return found.following in _BULLETS
    if wrap is None:
        return found.is_ended or not found.goes_on
    width, usual = wrap
    if found.indent > usual or found.following in _BULLETS:
        return True
    if found.following in _DASH_BULLETS:
        return found.is_ended
    is_short = found.length < _SHORT_LINE * width
    is_ended = found.is_ended and not found.has_initial
    return is_short and is_ended and not found.goes_on


STOPS = frozenset(".!?…")
"""Marks that may end a sentence."""
_CLOSERS = frozenset("\"”’»›“«‘)]'＂") | {"''", "’’"}
_TURNED = frozenset("“«‘")
"""These close in „…“, »…« and ‚…‘, where white space follows them."""
_SPACED_CLOSERS = frozenset("”»)]")
"""These close although white space stands before them: « Nous allons. »"""
_OPENERS = frozenset("“„«‘‚‹([\"'") | {"``", "''", "‘‘"}
DASHES = frozenset("-–—") | {"--"}
_ELLIPSES = frozenset({"...", "..", "…", "...."})


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES = _words(
    "mr mrs ms messrs dr gen sen sens rep reps gov govs lt col maj capt cmdr adm sgt "
    "cpl prof rev hon pres st ste"
)
"""A name follows these, be it An, No or So."""
_FIRST_WORDS = _words(
    "The This That These Those There A An He She It We They I You His Her Its Their "
    "Our My But In On At For As If When While After Before Since Although Though "
    "Because However Meanwhile Now Then So Yet Also Still Some Many Most Both Each "
    "Every All No Not What Who Why How Where During Despite Earlier Later Only Even "
    "Here One Two Several Another Mr Mrs Ms According"
)
"""A sentence begins with these, and no name does: "in the U.S. The bill"."""
_CLOCK = frozenset({"a.m.", "p.m."})
_AFTER_CLOCK = frozenset((*WEEKDAYS, *MONTHS)) | {
    name[:length] for name in (*WEEKDAYS, *MONTHS) for length in (3, 4)
}
_LONGEST_NUMERAL = 3
_SHORTEST_WORD = 5
"""A shorter word before a stop may be an abbreviation that no list holds."""


def find_sentences(
    tokens: Tokens,
    paragraphs: Collection[tuple[int, int]],
    *,
    abbreviations: Collection[str] = (),
) -> list[tuple[int, int]]:
    """Return the sentences as half-open ranges of tokens, in text order.

    A full stop ends no sentence after an initial or an abbreviation, unless a word
    follows that begins sentences only, nor before a word in lower case that follows
    a quotation ("Stop!" he said). Closing quotation marks and brackets belong to the
    sentence that they close. What goes on for more than 300 tokens is cut there.

    Args:
        tokens: The tokens of the text.
        paragraphs: Ranges of tokens over which no sentence reaches.
        abbreviations: Words, folded to lower case, that a full stop belongs to.

    Example:
        >>> from attrib.text.tokens import tokenize
        >>> tokens = tokenize("Mr. Smith left. He slept.")
        >>> find_sentences(tokens, [(0, len(tokens))], abbreviations={"mr"})
        [(0, 5), (5, 8)]
    """
    stops = find_listed([form[-1] for form in tokens.forms], STOPS)
    sentences: list[tuple[int, int]] = []
    cursor = 0
    for first, last in paragraphs:
        splitter = _Splitter(tokens, first, last, abbreviations)
        begin = after = first
        while cursor < len(stops) and stops[cursor] < last:
            stop = stops[cursor]
            cursor += 1
            if stop < after:
                continue  # one of several stops in a row
            after = splitter.skip_closers(stop)
            if begin < stop and after < last and splitter.parts(begin, stop, after):
                sentences.append((begin, after))
                begin = after
        sentences.append((begin, last))
    return [
        (begin, min(begin + _LONGEST_TOKENS, last))
        for first, last in sentences
        for begin in range(first, last, _LONGEST_TOKENS)
    ]


class _Splitter:
    """Says for the stops of one paragraph, from left to right, what they end."""

    def __init__(
        self, tokens: Tokens, first: int, last: int, abbreviations: Collection[str]
    ) -> None:
        self.forms = tokens.forms
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.first = first
        self.last = last
        self.abbreviations = abbreviations
        self.counted = first
        self.is_inside = False

    def skip_closers(self, stop: int) -> int:
        """Return where more stops and closing marks after a stop come to an end."""
        forms, starts, ends = self.forms, self.starts, self.ends
        is_apart = stop > self.first and starts[stop] > ends[stop - 1]
        at = stop + 1
        while at < self.last:
            form = forms[at]
            if form[0] not in STOPS:
                if form not in _CLOSERS:
                    break
                if starts[at] > ends[at - 1]:
                    if not self._has_gap(at + 1):
                        break
                    # Tokenised text: `` We go . '' He left .
                    if form not in _SPACED_CLOSERS and not (
                        is_apart
                        and (form == "''" or (form == '"' and self._closes(at)))
                    ):
                        break
                elif not self._has_gap(at + 1) and (
                    form in _TURNED or (form == '"' and not self._closes(at))
                ):
                    break  # 'he said."They left"'
            at += 1
        return at

    def parts(self, begin: int, stop: int, after: int) -> bool:
        """Say whether a sentence from `begin` ends with the stop and its closers."""
        form, following = self.forms[stop], self.forms[after]
        before = self.forms[stop - 1] if form[0] in STOPS else form
        if not self._has_gap(after):
            return self._parts_unspaced(before, after)
        if following[0].islower():
            # "Stop!" he said; "Yahoo! said"; names may be in lower case, sentences not.
            return (
                form == "."
                and after == stop + 1
                and len(before) >= _SHORTEST_WORD
                and before.isalpha()
                and before.lower() not in self.abbreviations
            )
        if following in (",", ";", ":"):
            return False
        if form[0] in "!?":
            return following not in DASHES or not self._is_lower(after + 1)
        if form in _ELLIPSES or self.forms[stop + 1] == ".":
            return following != "I" or not self._has_gap(stop)
        if form == ".":
            if before.isdecimal() and stop - 1 == begin and after == stop + 1:
                return len(before) > _LONGEST_NUMERAL  # "2. The bridge is closed."
            if not self._is_abbreviation(before, following):
                return True
            if before.lower() in _TITLES:
                return False
        elif form.lower() in _CLOCK:
            return not self._is_time(after)
        return self._begins(after)

    def _is_lower(self, at: int) -> bool:
        return at < self.last and self.forms[at][0].islower()

    def _has_gap(self, at: int) -> bool:
        return at >= self.last or self.starts[at] > self.ends[at - 1]

    def _closes(self, at: int) -> bool:
        """Say whether an odd number of straight marks stands before this one."""
        count = self.forms[self.counted : at].count('"')
        self.is_inside ^= count % 2 == 1
        self.counted = at
        return self.is_inside

    def _parts_unspaced(self, before: str, after: int) -> bool:
        """Say whether only the space is missing: "he said.They left"."""
        following = self.forms[after]
        if before in _CLOSERS:
            return following[0].isupper() and following[1:2].islower()
        if len(before) < 2 or not before.isalnum():
            return False
        if before.lower() in self.abbreviations:
            return False
        if following in _OPENERS:
            return True
        if not following[0].isupper():
            return False
        # Neither the Dot of ASP.NET nor the one of a version 2.B is a stop.
        is_word = following in ("A", "I") and self._has_gap(after + 1)
        return is_word or following[1:2].islower()

    def _is_abbreviation(self, before: str, following: str) -> bool:
        word = before.lower()
        if word in ("no", "nos"):
            return following[0].isdecimal()
        if word == "al":
            return following in ("(", "[")  # "Lind et al. (2019) found"
        if len(word) == 1:
            return word.isalpha()
        return (
            word in self.abbreviations or word.rpartition("-")[2] in self.abbreviations
        )

    def _is_time(self, after: int) -> bool:
        """Say whether words after "9 a.m." still tell the time: Monday, EST."""
        word = self.forms[after]
        if word in _AFTER_CLOCK or (word.isupper() and 1 < len(word) < 5):
            return True
        return after + 1 < self.last and self.forms[after + 1].lower() == "time"

    def _begins(self, at: int) -> bool:
        """Say whether a word stands here with which sentences begin, and no names."""
        if self.forms[at] in _OPENERS:
            at += 1
        if at >= self.last or self.forms[at] not in _FIRST_WORDS:
            return False
        is_initial = (
            at + 1 < self.last
            and self.forms[at + 1] == "."
            and not self._has_gap(at + 1)
        )
        return not (is_initial and len(self.forms[at]) == 1)
