"""Who says so, how did it reach us, and how many origins stand behind it."""

from attrib.errors import AttribError
from attrib.export.json import from_json, to_json
from attrib.extraction.pipeline import parse, parse_many
from attrib.lexicon.lexicon import Lexicon
from attrib.model.attribution import Attribution, AttributionKind, Mode, Stance
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
    "Report",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Summary",
    "from_json",
    "parse",
    "parse_many",
    "summarize",
    "to_json",
]
