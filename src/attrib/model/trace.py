"""Traces: where one claim comes from, over many reports."""

import datetime as dt
import difflib
from collections.abc import Mapping

import attrs

from attrib.errors import ModelError, UnknownSourceError
from attrib.model.chain import Chain
from attrib.model.claim import Conflict
from attrib.model.fields import check_types
from attrib.model.graph import Graph
from attrib.model.source import Source, source_key

_SHOWN_SOURCES = 5


@attrs.frozen(field_transformer=check_types)
class OriginCount:
    """How many independent origins stand behind a claim, at least and at most.

    Attributes:
        minimum: If everyone left unnamed is someone named, wherever that is possible; 0
            where outlets cite only one another, since nobody may be behind a circle.
        maximum: If everyone left unnamed is somebody else.

    Raises:
        ModelError: The minimum is below 0 or above the maximum.

    Example:
        >>> str(OriginCount(1, 3)), str(OriginCount(2, 2))
        ('1 to 3', '2')
    """

    minimum: int
    maximum: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.minimum <= self.maximum:
            raise ModelError(
                f"origins are counted from 0 upwards, not from {self.minimum} to "
                f"{self.maximum}"
            )

    def __str__(self) -> str:
        """Return the range in figures."""
        if self.minimum == self.maximum:
            return str(self.minimum)
        return f"{self.minimum} to {self.maximum}"


@attrs.frozen(kw_only=True, field_transformer=check_types)
class Trace:
    """Where one claim comes from: every way it took, and who stands behind it.

    Attributes:
        claim: The claim that was traced, in words.
        documents: Ids of the reports that carry it, the earliest first; those without
            a date come last.
        chains: How each reached its reader, from its outlet to the origin, through
            other reports where these are at hand; in the order of `documents`.
        denials: The same for those that deny or doubt it.
        versions: The same for those that say it with another number or date. They are
            no part of `chains`, and their reports carry the claim only by others.
        conflicts: What each of the versions disagrees in with the claim. The member
            is the claim in words, the other the id of the version (`Chain.claim_id`).
        published: When each of the reports was published, those of the versions
            included, by id, where that is known.
        origins: Named origins of `chains`, the independent ones first.
        origin_count: How many independent origins there are.
        cycles: Circular reporting: keys of the sources that lead to one another, the
            first again at the end.
        graph: Reports, statements and sources, and what came from what.
        reasons: In words, what was concluded and why.

    Raises:
        ModelError: A version has no conflict, or a conflict is with no version.

    Example:
        >>> trace = Trace(claim="the quay is closed", origin_count=OriginCount(0, 0))
        >>> trace.first is None, trace.what_falls_without("harbour master")
        (True, ())
    """

    claim: str
    documents: tuple[str, ...] = attrs.field(default=(), converter=tuple[str, ...])
    chains: tuple[Chain, ...] = attrs.field(default=(), converter=tuple[Chain, ...])
    denials: tuple[Chain, ...] = attrs.field(default=(), converter=tuple[Chain, ...])
    versions: tuple[Chain, ...] = attrs.field(default=(), converter=tuple[Chain, ...])
    conflicts: tuple[Conflict, ...] = attrs.field(
        default=(), converter=tuple[Conflict, ...]
    )
    published: Mapping[str, dt.date] = attrs.field(factory=dict, hash=False)
    origins: tuple[Source, ...] = attrs.field(default=(), converter=tuple[Source, ...])
    origin_count: OriginCount
    cycles: tuple[tuple[str, ...], ...] = ()
    graph: Graph = attrs.field(factory=Graph)
    reasons: tuple[str, ...] = attrs.field(default=(), converter=tuple[str, ...])

    def __attrs_post_init__(self) -> None:
        apart = {c.claim_id for c in self.versions} ^ {c.other for c in self.conflicts}
        if apart:
            raise ModelError(
                f"{min(apart)!r} is a version without a conflict, or the reverse"
            )

    @property
    def first(self) -> str | None:
        """Id of the earliest report that carries the claim, or None for none."""
        return self.documents[0] if self.documents else None

    def what_falls_without(self, source: Source | str) -> tuple[Chain, ...]:
        """Return what rests on one source alone and falls if that is not believed.

        Args:
            source: The source, or its name or key, as in `chains`, `denials` or
                `versions`; a name is taken in any case and with or without an article.
                Of another of its names `attrib.name_source` makes the source.

        Returns:
            The chains that run through the source, of the documents that carry the
            claim by no other chain. Empty when nothing rests on the source, as on a
            `Source` that has no part in the trace, and for a trace without chains.

        Raises:
            UnknownSourceError: No source of the trace has this name.

        Example:
            >>> from attrib.model.chain import Link
            >>> from attrib.model.span import Passage
            >>> content = Passage.of("the quay is closed", (0, 18))
            >>> chain = Chain(links=[Link(source=Source("harbour master"))],
            ...               content=content, document_id="a")
            >>> trace = Trace(claim="the quay is closed", chains=[chain],
            ...               origin_count=OriginCount(1, 1))
            >>> len(trace.what_falls_without("the harbour master"))
            1
            >>> trace.what_falls_without("harbor master")
            Traceback (most recent call last):
            attrib.errors.UnknownSourceError: no source in this trace is called \
'harbor master'; there is 'harbour master'
        """
        if isinstance(source, Source):
            key = source.key
        else:
            key = source_key(source)
            self._check_named(source, key)
        standing = {c.document_id for c in self.chains if not _runs_through(c, key)}
        return tuple(
            chain
            for chain in self.chains
            if _runs_through(chain, key) and chain.document_id not in standing
        )

    def _check_named(self, name: str, key: str) -> None:
        """Raise if a name is that of no source in the trace, unless there is none."""
        keys: dict[str, str] = {}
        for chain in (*self.chains, *self.denials, *self.versions):
            for link in chain.links:
                if link.source is not None:
                    keys.setdefault(link.source.key, link.name)
                    keys.setdefault(source_key(link.name), link.name)
        if not keys or key in keys:
            return
        near = difflib.get_close_matches(key, keys, n=_SHOWN_SOURCES)
        shown = list(dict.fromkeys(keys[each] for each in near or keys))
        listed = ", ".join(map(repr, shown[:_SHOWN_SOURCES]))
        more = len(shown) - _SHOWN_SOURCES
        raise UnknownSourceError(
            f"no source in this trace is called {name!r:.60}; there is {listed}"
            + (f" and {more} more" if more > 0 else "")
        )


def _runs_through(chain: Chain, key: str) -> bool:
    return any(
        link.source is not None and key in (link.source.key, source_key(link.name))
        for link in chain.links
    )
