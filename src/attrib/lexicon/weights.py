"""Learnt weights of what is seen of a reading, and which of them decided."""

import functools
from collections.abc import Iterable, Mapping

from attrib.model.attribution import Term

_MOST_TERMS = 5
"""So many terms of an attribution are kept; mostly they decide it."""


class Weights(dict[str, float]):
    """Features to what each adds to the log-odds, for one choice.

    A feature that weighs nothing is left out; "" is the weight of every reading.

    Attributes:
        choice: What the weights are for, such as "accept".

    Example:
        >>> Weights("accept", {"f": 0.5})["f"]
        0.5
    """

    def __init__(self, choice: str, weights: Mapping[str, float]) -> None:
        """Hold the weights of a choice."""
        super().__init__(weights)
        self.choice = choice

    @functools.cached_property
    def _terms(self) -> list[Term]:
        """Every feature as a term, the largest first."""
        ordered = sorted(self.items(), key=lambda item: (-abs(item[1]), item[0]))
        return [Term(f"{self.choice}:{feature}", weight) for feature, weight in ordered]

    @functools.cached_property
    def _places(self) -> dict[str, int]:
        """Features to the places of their terms."""
        behind = len(self.choice) + 1
        return {term.name[behind:]: place for place, term in enumerate(self._terms)}

    def deciding(self, features: Iterable[str]) -> tuple[Term, ...]:
        """Return the features that weigh most, for or against, the largest first.

        Args:
            features: What was seen.

        Example:
            >>> weights = Weights("accept", {"a": 0.5, "b": -2.0})
            >>> weights.deciding(["a", "b", "c"])
            (Term(name='accept:b', weight=-2.0), Term(name='accept:a', weight=0.5))
        """
        # They are put in order once for all readings, and then told by their places.
        places, terms = self._places, self._terms
        seen = {places[feature] for feature in features if feature in places}
        return tuple([terms[place] for place in sorted(seen)[:_MOST_TERMS]])


UNWEIGHED = Weights("", {})
"""What nothing has been learnt for."""
