"""Reports: one document with its attributions. A report is finished and immutable."""

from collections.abc import Iterable, Sequence

import attrs

from attrib.errors import ModelError, SpanError
from attrib.model.attribution import Attribution, AttributionKind, Relay
from attrib.model.chain import Chain, build_chains
from attrib.model.document import Document
from attrib.model.fields import check_types
from attrib.model.labels import Labels
from attrib.model.span import Passage, Span


class DiagnosticCode(Labels):
    """What could not be read, or was read with doubt."""

    UNBALANCED_QUOTATION = "unbalanced-quotation"
    UNOWNED_QUOTATION = "unowned-quotation"
    UNRESOLVED_SOURCE = "unresolved-source"
    UNSETTLED_TIME = "unsettled-time"
    UNREADABLE_CHARACTER = "unreadable-character"
    WRONG_DECODING = "wrong-decoding"
    FOREIGN_LANGUAGE = "foreign-language"
    HEADER = "header"


@attrs.frozen(field_transformer=check_types)
class Diagnostic:
    """A remark on how a document was read.

    Attributes:
        code: What sort of remark it is.
        message: The remark in words.
        span: Where in the text, or None for the whole document.

    Raises:
        ModelError: The code is none, or a field is of the wrong type.

    Example:
        >>> remark = Diagnostic("unresolved-source", "who says so is left open")
        >>> remark.code is DiagnosticCode.UNRESOLVED_SOURCE, remark.span
        (True, None)
    """

    code: DiagnosticCode = attrs.field(converter=DiagnosticCode)
    message: str
    span: Span | None = None


@attrs.frozen(field_transformer=check_types)
class Report:
    """One document with its attributions.

    Attributes:
        document: The document that was read.
        attributions: Everything attributed in it, in text order.
        diagnostics: Remarks on what could not be read.
        agencies: Agencies that the text is from, as a dateline ("SARN, May 3 (AFP) -")
            or a closing credit says: each chain passes through them.

    Raises:
        SpanError: A span lies outside the text or does not say what it is said to.
        ModelError: Indexes do not count from 0 in order, a parent does not exist, or
            an attribution is its own ancestor.

    Example:
        >>> Report(Document("It rained.")).chains()
        ()
    """

    document: Document
    attributions: tuple[Attribution, ...] = attrs.field(
        default=(), converter=tuple[Attribution, ...]
    )
    diagnostics: tuple[Diagnostic, ...] = attrs.field(
        default=(), converter=tuple[Diagnostic, ...]
    )
    agencies: tuple[Relay, ...] = attrs.field(default=(), converter=tuple[Relay, ...])

    def __attrs_post_init__(self) -> None:
        for place, attribution in enumerate(self.attributions):
            if attribution.index != place:
                raise ModelError(
                    f"attribution {attribution.index} stands at place {place}: "
                    "indexes count from 0 in order"
                )
            for passage in attribution.parts:
                _check_passage(self.document.text, passage)
        _check_nesting(self.attributions)
        for credit in self.agencies:
            _check_passage(self.document.text, credit.mention)
        for diagnostic in self.diagnostics:
            _check_place(self.document.text, diagnostic)

    def chains(
        self, kinds: Iterable[AttributionKind | str] | str | None = None
    ) -> tuple[Chain, ...]:
        """Return who told whom, one chain for each innermost content.

        Args:
            kinds: The kinds of attribution that make a chain, or a single one, such
                as "belief"; by default reporting only.

        Returns:
            Chains in document order; empty when nothing is attributed.

        Raises:
            ModelError: A kind is none of `AttributionKind`.

        Example:
            >>> Report(Document("It rained.")).chains("belief")
            ()
        """
        if kinds is None:
            kinds = (AttributionKind.REPORTING,)
        elif isinstance(kinds, str):
            # A kind is a str, and a str is a collection: of letters.
            kinds = (kinds,)
        elif not isinstance(kinds, Iterable):
            raise ModelError(
                f"kinds are several kinds, such as a list, or one, not {kinds!r:.60}"
            )
        kinds = tuple(kinds)
        known = list(AttributionKind)
        wrong = [kind for kind in kinds if kind not in known]
        if wrong:
            raise ModelError(
                f"found the kind {wrong[0]!r:.60}, wanted one of: "
                + ", ".join(AttributionKind)
            )
        wanted = {AttributionKind(kind) for kind in kinds}
        return build_chains(
            self.document, self.attributions, kinds=wanted, agencies=self.agencies
        )


def _check_passage(text: str, passage: Passage) -> None:
    spans = passage.spans
    said = " ".join([text[span.start : span.end] for span in spans])
    if said != passage.text or spans[-1].end > len(text):
        places = ", ".join(f"[{s.start}, {s.end})" for s in passage.spans)
        raise SpanError(f"the document says {said!r} at {places}, not {passage.text!r}")


def _check_place(text: str, diagnostic: Diagnostic) -> None:
    span = diagnostic.span
    if span is not None and span.end > len(text):
        raise SpanError(
            f"the {diagnostic.code} diagnostic at [{span.start}, {span.end}) ends "
            f"beyond the text, which has {len(text)} characters"
        )


def _check_nesting(attributions: Sequence[Attribution]) -> None:
    count = len(attributions)
    for attribution in attributions:
        for outer in (attribution.parent, attribution.continues):
            if outer is not None and not 0 <= outer < count:
                raise ModelError(
                    f"attribution {attribution.index} stands inside attribution "
                    f"{outer}, but there are {count}"
                )
    settled: set[int] = set()
    for attribution in attributions:
        trail: set[int] = set()
        at: int | None = attribution.index
        while at is not None and at not in settled:
            if at in trail:
                raise ModelError(f"attribution {at} is its own ancestor")
            trail.add(at)
            at = attributions[at].outer
        settled |= trail
