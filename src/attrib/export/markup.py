"""Markup: text made safe for Markdown, and a report's chains as a Markdown list."""

import re

from attrib.export.prose import STANCE_VERBS, visible
from attrib.model.chain import Chain, quote
from attrib.model.report import Report

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def escape_markdown(text: str) -> str:
    r"""Return a text that Markdown shows as it is, on one line.

    Example:
        >>> print(escape_markdown("1. *very* <b>open</b>"))
        1\. \*very\* \<b\>open\</b\>
    """
    escaped = _SPECIAL.sub(r"\\\1", visible(text))
    lead = _LEADING.match(escaped)
    if lead is None:
        return escaped
    if lead[2].isdigit():
        return f"{lead[0]}\\{escaped[lead.end() :]}"
    return f"{lead[1]}\\{escaped[lead.end(1) :]}"


def chains_to_markdown(report: Report) -> str:
    r"""Return the chains of a report as a numbered list; a sentence when it has none.

    What the origin does stands in brackets unless it plainly asserts the content.

    Example:
        >>> from attrib.model.document import Document
        >>> chains_to_markdown(Report(Document("It rained.")))
        'Nothing is attributed to anybody.\n'
    """
    chains = report.chains()
    if not chains:
        return "Nothing is attributed to anybody.\n"
    return "".join(
        f"{number}. {escape_markdown(_line(chain))}\n"
        for number, chain in enumerate(chains, 1)
    )


def _line(chain: Chain) -> str:
    names = " ← ".join([link.name for link in chain.links])
    verb = STANCE_VERBS.get(chain.stance)
    stance = "" if verb is None else f" ({verb})"
    return f"{names}{stance}: {quote(visible(chain.content.text))}"
