"""Who says so, and how it reached us: chains of attribution from prose.

The names below are loaded when they are first asked for, so that `import attrib` takes
no time.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrib.errors import AttribError
    from attrib.export.json import from_json, to_json
    from attrib.extraction.pipeline import parse, parse_many
    from attrib.lexicon.lexicon import Lexicon
    from attrib.lexicon.loading import load_lexicon
    from attrib.model.attribution import (
        Attribution,
        AttributionKind,
        Mode,
        Relay,
        Stance,
    )
    from attrib.model.chain import Chain, Link
    from attrib.model.document import Document
    from attrib.model.period import Period
    from attrib.model.report import Diagnostic, DiagnosticCode, Report
    from attrib.model.source import Source, SourceKind
    from attrib.model.span import Passage, Span
    from attrib.summary import Summary, summarize

__version__ = "0.1.0"

__all__ = [
    "AttribError",
    "Attribution",
    "AttributionKind",
    "Chain",
    "Diagnostic",
    "DiagnosticCode",
    "Document",
    "Lexicon",
    "Link",
    "Mode",
    "Passage",
    "Period",
    "Relay",
    "Report",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Summary",
    "from_json",
    "load_lexicon",
    "parse",
    "parse_many",
    "summarize",
    "to_json",
]

_HOMES = {
    "AttribError": "attrib.errors",
    "Attribution": "attrib.model.attribution",
    "AttributionKind": "attrib.model.attribution",
    "Chain": "attrib.model.chain",
    "Diagnostic": "attrib.model.report",
    "DiagnosticCode": "attrib.model.report",
    "Document": "attrib.model.document",
    "Lexicon": "attrib.lexicon.lexicon",
    "Link": "attrib.model.chain",
    "Mode": "attrib.model.attribution",
    "Passage": "attrib.model.span",
    "Period": "attrib.model.period",
    "Relay": "attrib.model.attribution",
    "Report": "attrib.model.report",
    "Source": "attrib.model.source",
    "SourceKind": "attrib.model.source",
    "Span": "attrib.model.span",
    "Stance": "attrib.model.attribution",
    "Summary": "attrib.summary",
    "from_json": "attrib.export.json",
    "load_lexicon": "attrib.lexicon.loading",
    "parse": "attrib.extraction.pipeline",
    "parse_many": "attrib.extraction.pipeline",
    "summarize": "attrib.summary",
    "to_json": "attrib.export.json",
}
"""The module in which each name of `__all__` is defined."""


def __getattr__(name: str) -> object:
    """Return a public name, loaded from its module."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, loaded or not."""
    return sorted({*globals(), *__all__})
