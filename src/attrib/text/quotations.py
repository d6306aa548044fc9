"""Quotation marks of every style, as ranges of tokens.

Quotation marks come first: a reporting cue almost never stands inside them (28 of
19,492 cues of PolNeAR), and what stands inside them is somebody's words.
"""

import bisect
from collections.abc import Iterator, Sequence

import attrs

from attrib.text.tokens import Tokens, find_listed


@attrs.frozen(eq=False)
class _Kinds:
    """Which marks close each other: „…" is as good as “…”."""

    DOUBLE: int = 0
    GUILLEMET: int = 1
    SINGLE: int = 2


@attrs.frozen(eq=False)
class _Shapes:
    """What a mark does; in sum, how many more of them close than open."""

    OPENS: int = -1
    EITHER: int = 0
    CLOSES: int = 1


_Kind, _Shape = _Kinds(), _Shapes()
_Mark = tuple[int, int, int]
"""A mark: its token, its kind and its shape."""

_OPENING = dict.fromkeys(("“", "„", "‟", "``", "‘‘"), _Kind.DOUBLE) | {
    "«": _Kind.GUILLEMET
}
_CLOSING = {"”": _Kind.DOUBLE, "’’": _Kind.DOUBLE, "»": _Kind.GUILLEMET}
_STRAIGHT = dict.fromkeys(('"', "''", "＂"), _Kind.DOUBLE)
_SINGLE = dict.fromkeys(("'", "‘", "’", "‚", "‛", "`", "‹", "›", "＇"), _Kind.SINGLE)
_MARKS = _OPENING | _CLOSING | _STRAIGHT | _SINGLE

_BEFORE_OPENING = frozenset("([{-–—:/=") | {"--"}
_AFTER_CLOSING = frozenset(",;:!?)]")
_BEFORE_TURNED = frozenset(",.?!")
_CONTRACTED = frozenset({"s", "t", "d", "m", "ve", "ll", "re"})


@attrs.frozen
class Quotation:
    """One stretch between quotation marks, in one paragraph.

    Attributes:
        first: Index of its first token: the opening mark, where there is one.
        last: Index just after its last token: the closing mark, where there is one.
        is_opened: Whether it has an opening mark.
        is_closed: Whether it has a closing mark.
        continues: Whether it goes on in the next paragraph: that one opens with a
            mark although this one has not been closed. The next quotation then
            begins with that paragraph.
    """

    first: int
    last: int
    is_opened: bool = True
    is_closed: bool = True
    continues: bool = False


def find_quotations(
    tokens: Tokens,
    paragraphs: Sequence[tuple[int, int]],
    sentences: Sequence[tuple[int, int]],
) -> list[Quotation]:
    """Return the outermost quotations of a text, in text order and apart.

    Curly, straight, low and angle marks, `` and '' are read; a quotation inside a
    quotation is part of it. Single marks count as quotation marks only where they
    cannot be apostrophes. A quotation that is never closed ends with its paragraph,
    or with the sentence before the next one is opened; one that is never opened
    begins with its sentence.

    Args:
        tokens: The tokens of the text.
        paragraphs: Ranges of tokens; a quotation lies in one of them.
        sentences: Ranges of tokens.

    Example:
        >>> from attrib.text.tokens import tokenize
        >>> tokens = tokenize('“Stop,” he said.')
        >>> find_quotations(tokens, [(0, 7)], [(0, 7)])[0].last
        4
    """
    places = find_listed(tokens.forms, _MARKS)
    if not places:
        return []
    begins = [first for first, _ in sentences]
    found: list[Quotation] = []
    carried: int | None = None
    cursor = 0
    for (first, last), following in zip(
        paragraphs, (*paragraphs[1:], (0, 0)), strict=True
    ):
        stop = bisect.bisect_left(places, last, cursor)
        if stop > cursor:
            reader = _Reader(tokens, (first, last), following, begins, carried)
            carried = reader.read(places[cursor:stop])
            found.extend(reader.found)
            cursor = stop
    return found


class _Reader:
    """Reads the marks of one paragraph from left to right."""

    def __init__(
        self,
        tokens: Tokens,
        paragraph: tuple[int, int],
        following: tuple[int, int],
        begins: Sequence[int],
        carried: int | None = None,
    ) -> None:
        self.tokens = tokens
        self.forms = tokens.forms
        self.first, self.last = paragraph
        self.following = following
        self.begins = begins
        self.carried = carried
        """The kind of mark that the paragraph before left open, and with which this
        one begins."""
        self.found: list[Quotation] = []
        self.open_at: int | None = None
        self.kind = _Kind.DOUBLE
        self.inner = 0
        """How many quotations with marks of the same kind are open inside."""
        self.surplus = [0] * len(attrs.astuple(_Kind))
        """How many more marks of each kind close than open, in the rest."""

    def read(self, places: Sequence[int]) -> int | None:
        """Find the quotations among the marks of the paragraph.

        Returns:
            The kind of mark that is left open, and with which the next paragraph
            begins.
        """
        marks = self._shape_all(places)
        for _, kind, shape in marks:
            self.surplus[kind] += shape
        for at, kind, shape in marks:
            self.surplus[kind] -= shape
            self._step(at, kind, shape)
        if self.open_at is None:
            return None
        continues = self._continues(self.kind)
        self._add(self.open_at, self.last, is_closed=False, continues=continues)
        return self.kind if continues else None

    def _shape_all(self, places: Sequence[int]) -> list[_Mark]:
        forms = self.forms
        singles = [at for at in places if forms[at] in _SINGLE]
        paired = self._pair(singles) if singles else {}
        marks: list[_Mark] = []
        for at in places:
            kind = _MARKS[forms[at]]
            if kind == _Kind.SINGLE:
                if at in paired:
                    marks.append((at, kind, paired[at]))
            elif at == self.first and kind == self.carried:
                marks.append((at, kind, _Shape.OPENS))
            elif not self._is_other(at):
                marks.append((at, kind, self._shape(at)))
        return marks

    def _pair(self, singles: Sequence[int]) -> dict[int, int]:
        """Return the shape of each single mark that is no apostrophe."""
        tokens, first, last = self.tokens, self.first, self.last
        paired = {}
        for opening, closing in _pair_singles(tokens, singles, first, last):
            paired[opening], paired[closing] = _Shape.OPENS, _Shape.CLOSES
        # One that nothing closes opens a quotation over several paragraphs, or is an
        # apostrophe: 'Tis.
        if singles[0] == first and (
            self.carried == _Kind.SINGLE
            or (
                _opens_single(tokens, first, first, last)
                and self._continues(_Kind.SINGLE)
            )
        ):
            paired[first] = _Shape.OPENS
        return paired

    def _step(self, at: int, kind: int, shape: int) -> None:
        if self.open_at is None:
            if shape != _Shape.CLOSES:
                self.open_at, self.kind, self.inner = at, kind, 0
            else:
                self._add_unopened(at)
        elif kind != self.kind:
            return  # a quotation inside, in other marks
        elif shape == _Shape.OPENS:
            if self._is_inner(at):
                self.inner += 1
            else:
                self._reopen(self.open_at, at)
        elif self.inner:
            self.inner -= 1
        else:
            self._add(self.open_at, at + 1)
            self.open_at = None

    def _is_inner(self, at: int) -> bool:
        """Say whether a second opening mark opens a quotation inside the first.

        Otherwise the first has been left open by mistake: there are not enough marks
        to close both.
        """
        spare = self.surplus[self.kind] - self.inner
        if spare == 1 and self._sentence_begin(at) != at:
            return self._continues(self.kind)
        return spare > 1

    def _reopen(self, open_at: int, at: int) -> None:
        """Give up a quotation that was not closed before the next one is opened."""
        begin = self._sentence_begin(at)
        if begin > open_at + 1:
            self._add(open_at, begin, is_closed=False)
        elif self._has_gap(at + 1) and self.surplus[self.kind] <= 0:
            # Nothing is left that could close: `` like this ``
            self._add(open_at, at + 1)
            self.open_at = None
            return
        elif open_at == self.first and self.carried is not None:
            return
        # "A joke, he said, "and a bad one." Most often the first mark is the wrong one.
        self.open_at = at

    def _continues(self, kind: int) -> bool:
        """Say whether the next paragraph begins with an opening mark of this kind."""
        first, last = self.following
        if last - first < 2 or _MARKS.get(self.forms[first]) is not kind:
            return False
        if kind == _Kind.SINGLE:
            return _opens_single(self.tokens, first, first, last)
        reader = _Reader(self.tokens, self.following, (0, 0), self.begins)
        return reader._shape(first) != _Shape.CLOSES

    def _add(
        self,
        first: int,
        last: int,
        *,
        is_opened: bool = True,
        is_closed: bool = True,
        continues: bool = False,
    ) -> None:
        if last - first > 1:  # a lone mark quotes nothing
            self.found.append(Quotation(first, last, is_opened, is_closed, continues))

    def _add_unopened(self, at: int) -> None:
        before = self.forms[at - 1]
        if before[-1].isdigit() and self.forms[at] in _STRAIGHT:
            return  # a 12" pipe
        begin = self._sentence_begin(at)
        if self.found:
            begin = max(begin, self.found[-1].last)
        self._add(begin, at + 1, is_opened=False)

    def _sentence_begin(self, at: int) -> int:
        begin = self.begins[bisect.bisect_right(self.begins, at) - 1]
        return max(begin, self.first)

    def _is_other(self, at: int) -> bool:
        """Say whether a double mark tells inches (6'3") or stands for one (don''t)."""
        form, before = self.forms[at], self.forms[at - 1]
        if before[-1].isdigit():
            is_feet = "'" in before or "’" in before
            return is_feet and form not in _OPENING and not self._has_gap(at)
        return (
            form == "''"
            and before[-1].isalpha()
            and not (self._has_gap(at) or self._has_gap(at + 1))
            and self.forms[at + 1].lower() in _CONTRACTED
        )

    def _has_gap(self, at: int) -> bool:
        """Say whether white space or the paragraph's end stands before a token."""
        if at == self.first or at == self.last:
            return True
        return self.tokens.starts[at] > self.tokens.ends[at - 1]

    def _shape(self, at: int) -> int:
        """Say what a double mark does, by its form and the space around it."""
        form = self.forms[at]
        leans = self._lean(at)
        if form in _STRAIGHT:
            return leans
        if form in _OPENING:
            # “Mostly false.“ and „Nein“ close although their mark is an opening one.
            is_turned = leans == _Shape.CLOSES or self._ends_phrase(at)
            return _Shape.EITHER if is_turned else _Shape.OPENS
        # ”Like this” and »this« open although their mark is a closing one.
        return _Shape.EITHER if leans == _Shape.OPENS else _Shape.CLOSES

    def _ends_phrase(self, at: int) -> bool:
        """Say whether a mark of tokenised text closes: `` We go . `` He left ."""
        if at == self.first or self.forms[at - 1] not in _BEFORE_TURNED:
            return False
        return all(map(self._has_gap, (at - 1, at, at + 1)))

    def _lean(self, at: int) -> int:
        """Say whether a mark leans on the word after it or on the one before it."""
        starts, ends = self.tokens.starts, self.tokens.ends
        left = at == self.first or starts[at] > ends[at - 1]
        right = at + 1 == self.last or starts[at + 1] > ends[at]
        if left and right:
            is_end = at + 1 == self.last > self.first + 1
            return _Shape.CLOSES if is_end else _Shape.EITHER
        if right:
            return _Shape.CLOSES
        after = self.forms[at + 1]
        if left:
            # A space too many: "We will go ", he said.
            stops = after in _AFTER_CLOSING or (after == "." and self._has_gap(at + 2))
            return _Shape.CLOSES if stops else _Shape.OPENS
        before = self.forms[at - 1]
        opens = before in _BEFORE_OPENING or (
            before in _MARKS and self._has_gap(at - 1)
        )
        closes = not after[0].isalnum() or before[-1].isdigit()
        if opens is closes:
            return _Shape.EITHER
        return _Shape.OPENS if opens else _Shape.CLOSES


_SINGLE_OPENING = frozenset("'‘‚‛`‹›＇")
_SINGLE_CLOSING = frozenset("'’‘‛›‹＇")
_BEFORE_SINGLE = _BEFORE_OPENING | frozenset(_OPENING) | frozenset(_STRAIGHT)
_STOPS = frozenset(".,!?…;:") | {"..."}
_BEFORE_SINGLE_CLOSING = _STOPS | frozenset('–—"”»') | {"--", "''"}
_AFTER_SINGLE_CLOSING = _STOPS | frozenset(')]"”»')
_BEFORE_YEARS = frozenset({"in", "of", "since", "from", "late", "early", "class"})
_ELIDED = frozenset({"em", "tis", "twas", "til", "cause", "n", "bout", "cos", "cuz"})
"""Words that lose their beginning: rock 'n' roll, get 'em."""
_CUT = frozenset({"o", "ol", "an", "th"})
"""Words that lose their end: o' clock, ol' man."""
_FARTHEST_TOKENS = 15
"""Beyond it, the apostrophe of a plural ("the players' union") closes nothing."""


def _pair_singles(
    tokens: Tokens, singles: Sequence[int], first: int, last: int
) -> Iterator[tuple[int, int]]:
    """Yield the single marks of a paragraph that open and close a quotation.

    An apostrophe after a plural closes a quotation only when no surer mark does
    before the next one is opened: 'The players' union will go,' but 'clowns'.
    """
    opened: list[int] = []
    unsure: int | None = None
    for at in singles:
        if _opens_single(tokens, at, first, last):
            if unsure is not None:
                yield opened.pop(), unsure
                unsure = None
            opened.append(at)
        elif opened and _closes_single(tokens, at, first, last):
            if _is_sure(tokens, at, last):
                yield opened.pop(), at
                unsure = None
            elif unsure is None and at - opened[-1] <= _FARTHEST_TOKENS:
                unsure = at
    if unsure is not None:
        yield opened.pop(), unsure


def _opens_single(tokens: Tokens, at: int, first: int, last: int) -> bool:
    """Say whether a single mark may open a quotation."""
    forms, starts, ends = tokens.forms, tokens.starts, tokens.ends
    if forms[at] not in _SINGLE_OPENING or at + 1 >= last or starts[at + 1] > ends[at]:
        return False
    before = "" if at == first else forms[at - 1]
    if before and starts[at] == ends[at - 1] and before not in _BEFORE_SINGLE:
        return False
    after = forms[at + 1]
    if after in _AFTER_SINGLE_CLOSING - {"..."} or after.lower() in _ELIDED:
        return False
    if after[:2].isdecimal() and len(after) > 1:
        # The '90s, and the class of '16; but '20 people died,' he said.
        is_year = len(after) == 2 and before.lower() in _BEFORE_YEARS
        return not is_year and after[2:] != "s"
    return True


def _closes_single(tokens: Tokens, at: int, first: int, last: int) -> bool:
    """Say whether a single mark may close a quotation."""
    forms, starts, ends = tokens.forms, tokens.starts, tokens.ends
    if forms[at] not in _SINGLE_CLOSING or at == first or starts[at] > ends[at - 1]:
        return False
    return at + 1 >= last or starts[at + 1] > ends[at] or not forms[at + 1][0].isalnum()


def _is_sure(tokens: Tokens, at: int, last: int) -> bool:
    """Say whether a closing single mark cannot be an apostrophe."""
    forms = tokens.forms
    if forms[at - 1] in _BEFORE_SINGLE_CLOSING:
        return True
    if at + 1 < last and tokens.starts[at + 1] == tokens.ends[at]:
        return forms[at + 1] in _AFTER_SINGLE_CLOSING
    # The players' union, Cruz' plan, goin' home, o' clock.
    before = forms[at - 1].lower()
    return not before.endswith(("s", "z", "x", "in")) and before not in _CUT
