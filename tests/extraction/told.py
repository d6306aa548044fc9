"""What a text tells, in short forms that tests compare."""

import attrib
from attrib.model.chain import Chain
from attrib.model.document import Document


def names_of(text: str) -> list[str | None]:
    """Return the name of the source of each attribution, in text order."""
    found = attrib.parse(text).attributions
    return [None if each.source is None else each.source.name for each in found]


def chains_of(text: str, *, outlet: str | None = None) -> list[str]:
    """Return the sources of each chain, with arrows between them."""
    report = attrib.parse(Document(text, outlet=outlet))
    return [_names(chain) for chain in report.chains()]


def contents_of(text: str) -> set[str]:
    """Return each chain of a text as the names in it and its content."""
    chains = attrib.parse(text).chains()
    return {f"{_names(chain)}: {chain.content.text}" for chain in chains}


def _names(chain: Chain) -> str:
    return " ← ".join(link.name for link in chain.links)
