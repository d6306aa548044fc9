"""Passages: stretches of two texts that are the same words in the same order."""

from collections.abc import Iterable, Iterator, Sequence

from attrib.model.span import Span
from attrib.provenance.shingles import SHINGLE_WORDS, Reading

_GAP = 6
"""Shingles that may differ inside a passage: two words changed spoil four to six."""

_FEWEST = 4
"""Shingles of a passage, about 10 words; fewer are a turn of phrase."""

_SHOWN_WORDS = 3
_QUOTED_WORDS = 8


Run = tuple[tuple[int, int], ...]
"""One passage: where its shingles stand in the first text and in the second."""


def covered(run: Run, side: int) -> int:
    """Return the words that count of one text inside a passage, one bit each.

    Args:
        run: The passage.
        side: 0 for the first text, 1 for the second.

    Example:
        >>> bin(covered(((5, 1), (6, 2)), 1))
        '0b11110'
    """
    first = run[0][side]
    count = run[-1][side] + SHINGLE_WORDS - first
    return ((1 << count) - 1) << first


def find_passages(first: Sequence[int], second: Sequence[int]) -> tuple[Run, ...]:
    """Return the passages that two texts share.

    Up to two words in a row may differ inside a passage, so that a scanner's errors
    do not cut it up.

    Args:
        first: The shingles of one text, in text order, repeats included.
        second: Those of the other.

    Returns:
        Passages in the order of the second text, in which they do not overlap.

    Example:
        >>> find_passages([1, 2, 3, 4, 5], [9, 2, 3, 4, 5])
        (((1, 1), (2, 2), (3, 3), (4, 4)),)
        >>> find_passages([], [1])
        ()
    """
    places: dict[int, int] = {}
    for place, shingle in enumerate(first):
        places.setdefault(shingle, place)
    runs: list[list[tuple[int, int]]] = []
    for there, shingle in enumerate(second):
        if shingle not in places:
            continue
        here = places[shingle]
        if runs:
            last_here, last_there = runs[-1][-1]
            step = there - last_there
            # A shingle that repeats: the one in step with the passage is meant.
            expected = last_here + step
            if expected < len(first) and first[expected] == shingle:
                here = expected
            if step <= _GAP and 0 < here - last_here <= _GAP:
                runs[-1].append((here, there))
                continue
        runs.append([(here, there)])
    return tuple(tuple(run) for run in runs if len(run) >= _FEWEST)


def same_words(
    first: Reading, second: Reading, passages: Iterable[Run]
) -> tuple[tuple[Span, Span], ...]:
    """Return the pairs of spans in two texts that are the same words.

    Every word between the start and the end of a pair is the same, short ones too;
    case, punctuation and characters that scanners confuse aside. A pair begins and
    ends with a word and reaches as far as the words are the same; where they are so
    for three words or more, shorter pairs are left out.

    Args:
        first: The words of one text.
        second: The words of the other.
        passages: What `find_passages` found in their shingles.

    Returns:
        Pairs in the order of the second text, in which they do not overlap.
    """
    found: list[tuple[int, int, int]] = []
    for run in passages:
        floor = found[-1][1] + found[-1][2] if found else 0
        found += _stretches(first, second, _ties(first, second, run), floor)
    longer = [stretch for stretch in found if stretch[2] >= _SHOWN_WORDS]
    return tuple(
        (_span(first, here, count), _span(second, there, count))
        for here, there, count in longer or found
    )


def _span(reading: Reading, place: int, count: int) -> Span:
    return Span(reading.spans[place][0], reading.spans[place + count - 1][1])


def _ties(first: Reading, second: Reading, run: Run) -> Iterator[tuple[int, int]]:
    """Yield places of words that are the same, by the shingles that match."""
    for here, there in run:
        for step in range(SHINGLE_WORDS):
            tie = first.counting[here + step], second.counting[there + step]
            if first.numbers[tie[0]] == second.numbers[tie[1]]:
                yield tie


def _stretches(
    first: Reading, second: Reading, ties: Iterable[tuple[int, int]], floor: int
) -> Iterator[tuple[int, int, int]]:
    """Yield where words are the same: place in first, in second, number of words."""
    ours, theirs = first.numbers, second.numbers
    low, high = 0, floor
    for here, there in ties:
        if here < low or there < high:
            continue
        begin, start = here, there
        while begin > low and start > high and ours[begin - 1] == theirs[start - 1]:
            begin, start = begin - 1, start - 1
        while here < len(ours) and there < len(theirs) and ours[here] == theirs[there]:
            here, there = here + 1, there + 1
        yield begin, start, there - start
        low, high = here, there


def shorten(text: str) -> str:
    """Return a text on one line, cut after eight words.

    Example:
        >>> shorten("one two three four five six seven eight nine")
        'one two three four five six seven eight ...'
    """
    words = text.split(maxsplit=_QUOTED_WORDS)
    more = ["..."] if len(words) > _QUOTED_WORDS else []
    return " ".join(words[:_QUOTED_WORDS] + more)
