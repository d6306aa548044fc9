"""Speaking: claims that somebody says, orders or promises something.

Such a deed is done with words, so that whoever does it is the origin of the claim, even
where a report tells it in its own voice.
"""

from collections.abc import Set

import attrs

from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.terms import load_terms
from attrib.model.source import Source
from attrib.provenance.weighing import read_terms
from attrib.provenance.wording import Wording, read_wording

_MOST_WORDS = 6
_INSIDE = frozenset("of for and de von van".split())
_BETWEEN = frozenset("has have had is are was were again now formally publicly".split())
"""Words that may stand between who speaks and the verb."""
_FEWEST_INITIALS = 2


@attrs.frozen
class Speaker:
    """Who does with words what a claim says.

    Attributes:
        source: The source, as the claim names it.
        terms: Terms of which a text that names the speaker holds one.
    """

    source: Source
    terms: Set[str]

    def is_named_in(self, said: Set[str]) -> bool:
        """Say whether some terms name the speaker."""
        return not self.terms.isdisjoint(said)


def find_speaker(claim: Wording) -> Speaker | None:
    """Return who does with words what a claim says, or None where it is another deed.

    Example:
        >>> for claim in ("The Harbour Board has promised a new quay",
        ...               "The Harbour Board has built a new quay"):
        ...     speaker = find_speaker(read_wording(claim))
        ...     print(speaker and speaker.source)
        Harbour Board
        None
    """
    known = load_terms()
    written = list(claim.written)
    start = 1 if written[:1] == ["The"] else 0
    end = start
    while end < len(written) and end - start < _MOST_WORDS:
        if not written[end][:1].isupper() and written[end] not in _INSIDE:
            break
        end += 1
    verb = end
    while verb < len(written) and written[verb] in _BETWEEN:
        verb += 1
    if (
        end == start
        or claim.terms[verb : verb + 1] == ()
        or (claim.terms[verb] not in known.speaking)
    ):
        return None
    return _speaker(" ".join(written[start:end]))


def _speaker(name: str) -> Speaker:
    """Return the speaker of a name: a country under all its names, or as it is."""
    knowledge = load_lexicon("en").knowledge
    country = knowledge.countries.get(name.casefold())
    terms = read_terms(read_wording(name), knowledge)
    if country is not None:
        return Speaker(country, terms.keys())
    initials = "".join(word[0] for word in name.split() if word not in _INSIDE)
    known = {next(reversed(terms))}
    if len(initials) > _FEWEST_INITIALS:
        known.add(load_terms().of[initials.casefold()])
    return Speaker(Source(name), known)
