"""Meanings: vectors of common terms, near one another where terms mean the like."""

import functools
import sys
from collections.abc import Mapping
from importlib import resources

ZERO = 80
"""The character that stands for 0 in the file; those after it for 1, 2 and so on."""

Vector = tuple[int, ...]
_STEPS = 1000
"""Steps of a share when vectors are added up, so that sums are of whole numbers."""
_LANE = 4
"""Bytes for one number of a sum: enough for every known term at once."""


class Meanings:
    """What terms mean, as vectors; read from their spelling when first asked for."""

    def __init__(self, spelled: Mapping[str, str]) -> None:
        self._spelled = spelled
        self._lanes: dict[str, int] = {}

    def __len__(self) -> int:
        """Return how many terms have a vector."""
        return len(self._spelled)

    def get(self, term: str) -> Vector | None:
        """Return the vector of a term, longer for words that tell more, if it has one.

        Example:
            >>> meanings = Meanings({"quay": "PO~"})
            >>> meanings.get("quay"), meanings.get("lind")
            ((0, -1, 46), None)
        """
        spelled = self._spelled.get(term)
        return None if spelled is None else tuple(ord(each) - ZERO for each in spelled)

    def add_up(self, shares: Mapping[str, float]) -> Vector:
        """Return where terms point together, in thousandths, each by its share.

        One long number holds all numbers of a vector, four bytes each: thus a sum
        takes one step a term.

        Args:
            shares: Terms to how much each counts, from 0 to 1.

        Returns:
            Empty where no term is known.

        Example:
            >>> meanings = Meanings({"quay": "PO~", "pier": "QRP"})
            >>> meanings.add_up({"quay": 1.0, "pier": 0.5, "lind": 1.0})
            (500, 0, 46000)
            >>> meanings.add_up({})
            ()
        """
        total = steps = count = 0
        for term, share in shares.items():
            lanes = self._lanes.get(term)
            if lanes is None:
                spelled = self._spelled.get(term)
                if spelled is None:
                    continue
                lanes = int.from_bytes(spelled.encode("utf-32-le"), "little")
                self._lanes[term] = lanes
            count = count or len(self._spelled[term])
            step = round(_STEPS * share)
            steps += step
            total += step * lanes
        sums = memoryview(total.to_bytes(_LANE * count, sys.byteorder)).cast("I")
        ordered = sums if sys.byteorder == "little" else reversed(sums)
        return tuple(number - steps * ZERO for number in ordered)


@functools.cache
def load_meanings(lang: str = "en") -> Meanings:
    """Return the vectors that are shipped for a language; there are those of English.

    Source:
        training/word_meanings.py

    Example:
        >>> len(load_meanings().get("ship") or ())
        64
    """
    path = resources.files("attrib.lexicon") / lang / "meanings.tsv"
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return Meanings({row[0]: row[1] for row in rows if not row[0].startswith("#")})
