"""Corroboration: how far a claim is to be believed by who says so and who says not.

The labels have no arithmetic; what is said here moves a claim from one to the next,
and each move says why. Only what is certain moves it up: somebody left unnamed, or an
outlet that names nobody, may be one of the others, and counts between none and one.

Source:
    The meaning of the labels: AJP-2.1 of NATO; that 1 needs another origin: STANAG
    2511. That one origin gives 3, and how far each move goes, is our own choice.
"""

from collections.abc import Iterable, Sequence
from typing import Self

import attrs

from attrib.credibility.reliance import has_outlet_apart
from attrib.model.attribution import Directness
from attrib.model.chain import Chain
from attrib.model.claim import Conflict
from attrib.model.record import Outcome, Verdict, record_key
from attrib.model.scale import Credibility, Likelihood
from attrib.model.source import Source, SourceKind, source_key
from attrib.model.trace import OriginCount

_ONE, _TWO, _THREE, _FOUR, _FIVE, _SIX = Credibility
_LADDER = (_ONE, _TWO, _THREE, _FOUR, _FIVE)
_BOUNDS = {
    Likelihood.LIKELY: _TWO,
    Likelihood.ROUGHLY_EVEN_CHANCE: _THREE,
    Likelihood.UNLIKELY: _FOUR,
    Likelihood.VERY_UNLIKELY: _FIVE,
    Likelihood.ALMOST_NO_CHANCE: _FIVE,
}
"""What is at best to be believed of that which its own source holds to be so likely."""


@attrs.frozen(kw_only=True)
class Findings:
    """What is known of one claim.

    Attributes:
        asserting: Chains of those who say so.
        denying: Chains of those who deny or doubt it.
        counted: How many origins a trace has found behind `asserting`; None where
            nobody has counted.
        conflicts: Versions of the claim that do not agree with it.
        outcomes: How the claim was settled.
    """

    asserting: tuple[Chain, ...] = ()
    denying: tuple[Chain, ...] = ()
    counted: OriginCount | None = None
    conflicts: tuple[Conflict, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


@attrs.frozen(kw_only=True)
class Corroboration:
    """How far a claim is to be believed.

    Attributes:
        credibility: The label.
        origins: Named sources that say so.
        deniers: Named sources that deny or doubt it.
        count: How many independent origins say so.
        reasons: In words, how the label follows.
    """

    credibility: Credibility
    origins: tuple[Source, ...]
    deniers: tuple[Source, ...]
    count: OriginCount
    reasons: tuple[str, ...]


@attrs.frozen(kw_only=True)
class _Witness:
    """One named origin, by all its chains."""

    source: Source
    is_outlet: bool
    level: Credibility
    is_plain: bool
    supports: bool
    remarks: tuple[str, ...]

    @classmethod
    def of(cls, chains: Sequence[Chain]) -> Self:
        """Return what the origin of some chains says, at its most certain."""
        read = [_read(chain) for chain in chains]
        level, remark = min(read, key=lambda each: _LADDER.index(each[0]))
        source = chains[0].origin
        assert source is not None
        return cls(
            source=source,
            is_outlet=all(_ends_at_outlet(chain) for chain in chains),
            level=level,
            is_plain=any(
                _bound(chain) is _ONE and each[0] in (_TWO, _THREE)
                for chain, each in zip(chains, read, strict=True)
            ),
            supports=any(_bound(chain) in (_ONE, _TWO) for chain in chains),
            remarks=(f"{_name(source)} {remark}: {level} at best",) if remark else (),
        )

    @property
    def body(self) -> str:
        """Key of the body it belongs to; its own where that is not known."""
        if self.source.affiliation:
            return source_key(self.source.affiliation)
        return self.source.key


def corroborate(found: Findings) -> Corroboration:
    """Return how far a claim is to be believed, by what is known of it.

    Returns:
        6 where nobody says so whom the text names, and nobody else has settled it.

    Example:
        >>> corroborate(Findings()).credibility.meaning
        'truth cannot be judged'
    """
    witnesses = _witnesses(found.asserting)
    is_open = any(not is_named(chain) for chain in found.asserting)
    settlers, refuted, settled = _settle(found)
    count = _count(witnesses, found)
    plain = _bodies([w for w in witnesses if w.is_plain])
    supporting = _bodies([w for w in witnesses if w.supports])
    sure = min(len(plain), count.minimum) + len(settlers)
    least = min(len(supporting), count.minimum) + len(settlers)
    levels = [w.level for w in witnesses] + [_TWO for _ in settlers]
    level = min(levels, key=_LADDER.index, default=_SIX)
    reasons = [_tell_origins(found, witnesses, is_open=is_open)]
    reasons += [remark for w in witnesses for remark in w.remarks]
    if sure > 1:
        level = _ONE
        reasons.append(f"{sure} origins are independent: {_told(level)}")
    elif least > 1:
        level = max(_TWO, _up(level), key=_LADDER.index)
        reasons.append(
            f"{least} origins are independent, but not all of them say so without "
            f"reserve: {_told(level)}"
        )
    elif level.is_known:
        reasons.append(f"no more than one origin is certain: {_told(level)}")
    else:
        reasons.append(f"there is nothing to judge it by: {_told(level)}")
    may_be_another = is_open or any(w.is_outlet for w in witnesses)
    firm = {w.body for w in witnesses if w.supports and not w.is_outlet}
    most = max(len(firm) + may_be_another + len(settlers), 1)
    deniers = _sources(found.denying)
    level, contrary = _contradict(level, found, deniers, least=least, most=most)
    return Corroboration(
        credibility=_FIVE if refuted else level,
        origins=tuple(w.source for w in witnesses),
        deniers=deniers,
        count=count,
        reasons=(*reasons, *contrary, *settled),
    )


def is_named(chain: Chain) -> bool:
    """Say whether the origin of a chain is somebody whom the text names."""
    return chain.origin is not None and not chain.origin.is_anonymous


def _read(chain: Chain) -> tuple[Credibility, str]:
    """Return what a chain alone makes of a claim, and what kept it from 3."""
    directness = chain.links[-1].directness
    level, remark = _THREE, ""
    if chain.hedges:
        level, remark = _FOUR, f'is told with "{_line(chain.hedges[0].text)}"'
    elif directness is Directness.TOLD:
        level, remark = _FOUR, "has it from others"
    elif directness is Directness.WITNESSED:
        level, remark = _TWO, "was there"
    bound = _bound(chain)
    if _LADDER.index(bound) > _LADDER.index(level):
        assert chain.likelihood is not None
        level, remark = bound, f"calls it {chain.likelihood.term}"
    return level, remark


def _bound(chain: Chain) -> Credibility:
    if chain.likelihood is None:
        return _ONE
    return _BOUNDS.get(chain.likelihood.term, _ONE)


def _ends_at_outlet(chain: Chain) -> bool:
    """Say whether a chain ends at an outlet, which may have it from somebody else."""
    origin = chain.origin
    is_own = chain.has_outlet and not has_outlet_apart(chain)
    return is_own or (origin is not None and origin.kind is SourceKind.NEWS_OUTLET)


def _witnesses(chains: Iterable[Chain]) -> list[_Witness]:
    by_origin: dict[str, list[Chain]] = {}
    for chain in chains:
        if chain.origin is not None and is_named(chain):
            by_origin.setdefault(chain.origin.key, []).append(chain)
    return [_Witness.of(each) for each in by_origin.values()]


def _bodies(witnesses: Sequence[_Witness]) -> set[str]:
    """Return keys of the bodies that are certainly apart.

    Outlets that name nobody may all have it from one, or from one of the others.
    """
    bodies = {w.body for w in witnesses if not w.is_outlet}
    return bodies or {w.body for w in witnesses[:1]}


def _count(witnesses: Sequence[_Witness], found: Findings) -> OriginCount:
    open_ends = {c.document_id for c in found.asserting if not is_named(c)}
    least, most = len(_bodies(witnesses)), len(witnesses) + len(open_ends)
    if found.counted is not None:
        most = min(most, found.counted.maximum)
        least = min(least, found.counted.minimum)
    return OriginCount(min(least, most), most)


def _sources(chains: Iterable[Chain]) -> tuple[Source, ...]:
    found = {c.origin.key: c.origin for c in chains if c.origin and is_named(c)}
    return tuple(found.values())


def _settle(found: Findings) -> tuple[list[str], bool, list[str]]:
    """Return who else confirmed the claim, whether it was refuted, and this in words.

    Whoever is on a chain of the claim does not confirm it by settling it.
    """
    on_chains = {
        key
        for chain in found.asserting
        for link in chain.links
        if link.source is not None
        for key in (link.source.key, source_key(link.source.affiliation or ""))
    }
    confirmed = [o for o in found.outcomes if o.verdict is Verdict.CONFIRMED]
    refuted = [o for o in found.outcomes if o.verdict is Verdict.REFUTED]
    told = [
        f"{_line(o.settled_by)} found it {o.verdict.value} on {o.settled}"
        + (f": {_line(o.evidence)}" if o.evidence else "")
        for o in found.outcomes
    ]
    if confirmed and refuted:
        return [], False, [*told, "contrary outcomes count neither way"]
    if refuted:
        return [], True, [*told, f"it is settled: {_told(_FIVE)}"]
    settlers = {record_key(o.settled_by) for o in confirmed} - on_chains
    return sorted(settlers), False, told


def _contradict(
    level: Credibility,
    found: Findings,
    deniers: Sequence[Source],
    *,
    least: int,
    most: int,
) -> tuple[Credibility, list[str]]:
    """Return the label in view of what speaks against the claim, and why."""
    reasons = []
    if found.conflicts:
        level = _down(level)
        told = "; ".join(str(d) for c in found.conflicts[:1] for d in c.differences)
        reasons.append(
            f"{_plural(len(found.conflicts), 'other version')} of it "
            f"{'do' if len(found.conflicts) > 1 else 'does'} not agree ({told}): "
            f"{_told(level)}"
        )
    if deniers:
        if len(deniers) > most:
            level = _FIVE
        elif len(deniers) < least:
            level = _down(level)
        elif level is not _FIVE:
            level = _FOUR
        reasons.append(f"denied or doubted by {_names(deniers)}: {_told(level)}")
    elif found.denying:
        reasons.append("it is denied by somebody unnamed, who does not count")
    return level, reasons


def _up(level: Credibility) -> Credibility:
    return _LADDER[max(_LADDER.index(level) - 1, 0)]


def _down(level: Credibility) -> Credibility:
    if not level.is_known:
        return level
    return _LADDER[min(_LADDER.index(level) + 1, len(_LADDER) - 1)]


def _tell_origins(
    found: Findings, witnesses: Sequence[_Witness], *, is_open: bool
) -> str:
    if not found.asserting:
        return "nobody says that it is so"
    told = [_names([w.source for w in witnesses])] if witnesses else []
    if is_open:
        told.append("somebody unnamed, who counts between none and one")
    return f"said by {' and by '.join(told)}"


def _names(sources: Iterable[Source]) -> str:
    return ", ".join(_name(source) for source in sources)


def _name(source: Source) -> str:
    return _line(source.name)


def _line(words: str) -> str:
    return " ".join(words.split())


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count > 1 else ''}"


def _told(level: Credibility) -> str:
    return f"{level}, {level.meaning}"
