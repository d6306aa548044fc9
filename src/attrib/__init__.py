"""Who says so, and how it reached us: chains of attribution from prose.

The names below are loaded when they are first asked for, so that `import attrib` takes
no time.
"""

import importlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrib.credibility.grading import grade
    from attrib.credibility.ledger import Ledger
    from attrib.credibility.truth import discover_truth
    from attrib.errors import AttribError
    from attrib.explanation import explain
    from attrib.export.json import from_json, to_json
    from attrib.extraction.assembling import assemble
    from attrib.extraction.naming import name_source
    from attrib.extraction.pipeline import parse, parse_many
    from attrib.extraction.triples import Triple
    from attrib.lexicon.lexicon import Lexicon
    from attrib.lexicon.loading import load_lexicon
    from attrib.model.attribution import (
        Attribution,
        AttributionKind,
        Directness,
        Mode,
        Relay,
        Stance,
        StatedLikelihood,
        Term,
    )
    from attrib.model.chain import Chain, Link
    from attrib.model.claim import Claim
    from attrib.model.cluster import Cluster, Reuse
    from attrib.model.document import Document
    from attrib.model.dossier import Dossier
    from attrib.model.grade import Grade
    from attrib.model.period import Period
    from attrib.model.record import Assessment, Outcome, TrackRecord, Verdict
    from attrib.model.report import Diagnostic, DiagnosticCode, Report
    from attrib.model.source import Source, SourceKind
    from attrib.model.span import Passage, Span
    from attrib.provenance.duplicates import deduplicate
    from attrib.provenance.reuse import find_reuse
    from attrib.provenance.similarity import similarity
    from attrib.provenance.tracing import trace
    from attrib.summary.pages import Summary
    from attrib.summary.summarizing import summarize

__version__ = "0.1.0"

__all__ = [
    "Assessment",
    "AttribError",
    "Attribution",
    "AttributionKind",
    "Chain",
    "Claim",
    "Cluster",
    "Diagnostic",
    "DiagnosticCode",
    "Directness",
    "Document",
    "Dossier",
    "Grade",
    "Ledger",
    "Lexicon",
    "Link",
    "Mode",
    "Outcome",
    "Passage",
    "Period",
    "Relay",
    "Report",
    "Reuse",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "StatedLikelihood",
    "Summary",
    "Term",
    "TrackRecord",
    "Triple",
    "Verdict",
    "assemble",
    "deduplicate",
    "discover_truth",
    "explain",
    "find_reuse",
    "from_json",
    "grade",
    "load_lexicon",
    "name_source",
    "parse",
    "parse_many",
    "similarity",
    "summarize",
    "to_json",
    "trace",
]

_HOMES = {
    "Assessment": "attrib.model.record",
    "AttribError": "attrib.errors",
    "Attribution": "attrib.model.attribution",
    "AttributionKind": "attrib.model.attribution",
    "Chain": "attrib.model.chain",
    "Claim": "attrib.model.claim",
    "Cluster": "attrib.model.cluster",
    "Diagnostic": "attrib.model.report",
    "DiagnosticCode": "attrib.model.report",
    "Directness": "attrib.model.attribution",
    "Document": "attrib.model.document",
    "Dossier": "attrib.model.dossier",
    "Grade": "attrib.model.grade",
    "Ledger": "attrib.credibility.ledger",
    "Lexicon": "attrib.lexicon.lexicon",
    "Link": "attrib.model.chain",
    "Mode": "attrib.model.attribution",
    "Outcome": "attrib.model.record",
    "Passage": "attrib.model.span",
    "Period": "attrib.model.period",
    "Relay": "attrib.model.attribution",
    "Report": "attrib.model.report",
    "Reuse": "attrib.model.cluster",
    "Source": "attrib.model.source",
    "SourceKind": "attrib.model.source",
    "Span": "attrib.model.span",
    "Stance": "attrib.model.attribution",
    "StatedLikelihood": "attrib.model.attribution",
    "Summary": "attrib.summary.pages",
    "Term": "attrib.model.attribution",
    "TrackRecord": "attrib.model.record",
    "Triple": "attrib.extraction.triples",
    "Verdict": "attrib.model.record",
    "assemble": "attrib.extraction.assembling",
    "deduplicate": "attrib.provenance.duplicates",
    "discover_truth": "attrib.credibility.truth",
    "explain": "attrib.explanation",
    "find_reuse": "attrib.provenance.reuse",
    "from_json": "attrib.export.json",
    "grade": "attrib.credibility.grading",
    "load_lexicon": "attrib.lexicon.loading",
    "name_source": "attrib.extraction.naming",
    "parse": "attrib.extraction.pipeline",
    "parse_many": "attrib.extraction.pipeline",
    "similarity": "attrib.provenance.similarity",
    "summarize": "attrib.summary.summarizing",
    "to_json": "attrib.export.json",
    "trace": "attrib.provenance.tracing",
}
"""The module in which each name of `__all__` is defined."""


def __getattr__(name: str) -> object:
    """Return a public name, loaded from its module."""
    home = _HOMES.get(name)
    if home is None:
        # With the last two Python asks: did you mean ...?
        raise AttributeError(
            f"module {__name__!r} has no attribute {name!r}",
            name=name,
            obj=sys.modules[__name__],
        )
    value: object = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, loaded or not."""
    return sorted({*globals(), *__all__})
