"""Dossiers: many reports held together."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from attrib.errors import DocumentError, DuplicateIdError
from attrib.model.document import Document
from attrib.model.report import Report


def _reports(given: Iterable[Report]) -> tuple[Report, ...]:
    untyped: object = given
    if isinstance(untyped, str | bytes) or not isinstance(untyped, Iterable):
        one = "one " if isinstance(untyped, Report | Document) else ""
        raise DocumentError(
            "a dossier holds several reports, such as a list, and got "
            f"{one}{type(untyped).__name__}"
        )
    return tuple(given)


@attrs.frozen
class Dossier:
    """Many reports, each once, to be read together.

    `trace`, `deduplicate`, `find_reuse` and `summarize` take a dossier or any iterable
    of reports.

    Attributes:
        reports: In the order in which they were given; the same one twice counts once.

    Raises:
        DocumentError: Something given is no report.
        DuplicateIdError: Two different reports are of documents with one id.

    Example:
        >>> from attrib.model.document import Document
        >>> dossier = Dossier([Report(Document("It rained.", "a"))])
        >>> len(dossier), dossier["a"].document.text, "b" in dossier
        (1, 'It rained.', False)
        >>> Dossier().reports
        ()
    """

    reports: tuple[Report, ...] = attrs.field(default=(), converter=_reports)
    _by_id: Mapping[str, Report] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        by_id: dict[str, Report] = {}
        for report in self.reports:
            if not isinstance(report, Report):
                raise DocumentError(
                    "a dossier holds reports, such as attrib.parse returns, and got "
                    f"{type(report).__name__}: {report!r:.60}"
                )
            known = by_id.setdefault(report.document.id, report)
            if known is not report and known != report:
                raise DuplicateIdError(
                    f"two different reports are of documents with the id "
                    f"{report.document.id!r}; give each document an id of its own"
                )
        object.__setattr__(self, "reports", tuple(by_id.values()))
        object.__setattr__(self, "_by_id", by_id)

    def __len__(self) -> int:
        """Return the number of reports."""
        return len(self.reports)

    def __iter__(self) -> Iterator[Report]:
        """Iterate over the reports in order."""
        return iter(self.reports)

    def __contains__(self, document_id: object) -> bool:
        """Say whether the document of this id is among them."""
        return document_id in self._by_id

    def __getitem__(self, document_id: str) -> Report:
        """Return the report of a document.

        Raises:
            KeyError: No document has this id.
        """
        return self._by_id[document_id]
