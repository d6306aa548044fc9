"""Matching: which of many claims a text repeats, found by an index.

Claims are weighed as a pile is: what many of them tell of says little of any.
"""

from collections.abc import Iterable

import attrs

from attrib.errors import ModelError
from attrib.model.claim import Claim
from attrib.provenance.candidates import WordingIndex
from attrib.provenance.differences import stance_of
from attrib.provenance.relatedness import related_words
from attrib.provenance.similarity import Comparison, compare_wordings
from attrib.provenance.wording import Pile, Wording

_COMPARED = 100
"""Claims that a text is held against, those with most in common first."""


@attrs.frozen
class Match:
    """A claim that a text may repeat.

    Attributes:
        place: Where the claim stands among those of the index, from 0.
        comparison: How the text, first, and the claim compare.
    """

    place: int
    comparison: Comparison


class ClaimIndex:
    """Claims, to find those that a text repeats.

    Args:
        claims: Claims, or texts of a sentence or two.

    Raises:
        ModelError: They are not several, or one is neither a claim nor a text.

    Example:
        >>> index = ClaimIndex(["The harbour master closed the northern quay",
        ...                     "A choir sings in the chapel"])
        >>> (match,) = index.match("Northern quay shut by harbour master")
        >>> match.place, match.comparison.shared[:2]
        (0, ('harbour', 'quay'))
        >>> index.match("")
        ()
    """

    def __init__(self, claims: Iterable[Claim | str]) -> None:
        if isinstance(claims, str | bytes) or not isinstance(claims, Iterable):
            raise ModelError(
                f"wanted several claims or texts, such as a list, not {claims!r:.60}"
            )
        held = list(claims)
        self._stances = [stance_of(claim) for claim in held]
        self._pile = Pile(held)
        self._index = WordingIndex(self._pile.wordings)

    def __len__(self) -> int:
        """Return the number of claims."""
        return len(self._stances)

    def match(self, text: Claim | str, *, limit: int = 5) -> tuple[Match, ...]:
        """Return the claims most like a text, the likest first.

        At most 100 claims are looked at closely, so that time hardly grows with the
        number of claims.

        Args:
            text: A claim, a sentence or a post.
            limit: The most claims to return.

        Returns:
            Those that share a telling word with the text; that it is the same claim is
            told by a similarity from `SAME_FROM`.

        Raises:
            ModelError: The text is neither a claim nor a text, or the limit is no
                number from 0.
        """
        is_number = isinstance(limit, int) and not isinstance(limit, bool)
        if not is_number or limit < 0:
            raise ModelError(f"limit is a whole number from 0, not {limit!r:.60}")
        sought, stance = self._pile.read(text), stance_of(text)
        found = [
            Match(
                place,
                compare_wordings(
                    sought,
                    self._pile.wordings[place],
                    stances=(stance, self._stances[place]),
                ),
            )
            for place in self._index.near(sought, limit=_COMPARED)
        ]
        found.sort(key=lambda match: (-match.comparison.similarity, match.place))
        return tuple(self._explained(match, sought) for match in found[:limit])

    def _explained(self, match: Match, sought: Wording) -> Match:
        related = related_words(sought, self._pile.wordings[match.place])
        comparison = attrs.evolve(match.comparison, related=related)
        return attrs.evolve(match, comparison=comparison)
