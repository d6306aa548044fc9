"""Explanations: why an attribution was found, and how a chain hangs together."""

import textwrap
from collections.abc import Iterator

from attrib.errors import UnknownLanguageError, UnsupportedTypeError
from attrib.export.prose import STANCE_VERBS, tell_likelihood, visible, written_day
from attrib.export.terminal import Line, Role, head, told_and_other
from attrib.export.voices import split_voices, tally_words
from attrib.extraction.cues.terms import describe_term
from attrib.lexicon.rules import load_rules
from attrib.model.attribution import Attribution, AttributionKind, Stance
from attrib.model.chain import Chain, Link, quote
from attrib.model.report import Report
from attrib.model.span import Passage

_BY_HAND = "by-hand"
_KIND_VERBS = {
    AttributionKind.REPORTING: "says",
    AttributionKind.BELIEF: "believes",
    AttributionKind.PERCEPTION: "perceives",
    AttributionKind.ATTITUDE: "takes a stand on",
}
_NOBODY = "a source that is not named"
_INDENT = " " * 5


def explain(value: Attribution | Chain) -> str:
    """Return in words why an attribution was found, or how a chain hangs together.

    Args:
        value: An attribution, or a chain.

    Returns:
        For an attribution several lines: what it says, the rule that found it, its
        score with the learnt terms that weighed most (what each adds to the log-odds,
        and what was seen), and what was concluded about it. For a chain one paragraph
        that goes from the outlet to the origin, each step with its words in the text
        and the rule that read them.

    Raises:
        UnsupportedTypeError: The value is neither.

    Example:
        >>> from attrib.extraction.pipeline import parse
        >>> report = parse("Radio Norr said that it had rained.")
        >>> for sentence in explain(report.chains()[0]).split(". "):
        ...     print(sentence)
        The text has this from Radio Norr: "Radio Norr said" (en.indirect.that)
        The content: Radio Norr says "that it had rained".
        >>> for line in explain(report.attributions[0]).splitlines()[:3]:
        ...     print(line)
        Radio Norr says "that it had rained"
        rule   en.indirect.that: A reporting verb, and behind it a clause with "that".
        words  "Radio Norr said"
    """
    if isinstance(value, Chain):
        return _explain_chain(value)
    if isinstance(value, Attribution):
        return "\n".join(_explain_attribution(value))
    raise UnsupportedTypeError(
        f"explain takes an Attribution or a Chain, not {type(value).__name__}"
    )


def lay_out_reasons(report: Report, *, name: str, width: int = 88) -> Iterator[Line]:
    """Yield a head, and for each chain its explanation and those of its attributions.

    Args:
        report: The report.
        name: What to head it with, such as the name of the file.
        width: Longest line in characters; a word that is longer stands by itself.

    Example:
        >>> from attrib.export.terminal import to_plain
        >>> from attrib.model.document import Document
        >>> for line in lay_out_reasons(Report(Document("It rained.")), name="rain"):
        ...     print(to_plain(line))
        rain
        no chains · no sources · 2 words
    """
    told, others = told_and_other(report)
    tally = tally_words(report.document.text, split_voices(report))
    yield from head(report, told + others, tally, name=name, width=width)
    for number, chain in enumerate(told + others, 1):
        yield ()
        for place, line in enumerate(_wrap(_explain_chain(chain), width)):
            yield (
                (Role.TITLE, _INDENT if place else f"{number:>3}  "),
                (Role.PLAIN, line),
            )
        for index in dict.fromkeys(link.attribution for link in chain.links):
            if index is None:
                continue
            yield ()
            for line in _explain_attribution(report.attributions[index]):
                for part in _wrap(line, width):
                    yield ((Role.FAINT, f"{_INDENT}{part}"),)


def _wrap(line: str, width: int) -> list[str]:
    """Return a line as lines, the later ones below the words after its label."""
    label = len(line) - len(line[7:].lstrip()) if line[6:7] == " " else 0
    return textwrap.wrap(
        line,
        width - len(_INDENT),
        subsequent_indent=" " * label,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _explain_attribution(attribution: Attribution) -> Iterator[str]:
    name = _NOBODY if attribution.source is None else visible(attribution.source.name)
    yield f"{name} {_verb(attribution.kind, attribution.stance)} " + quote(
        visible(attribution.content.text)
    )
    yield f"rule   {_describe_rule(attribution.rule)}"
    words = _words(attribution.mention, attribution.cue)
    if words:
        yield f"words  {words}"
    for stated in attribution.likelihoods:
        yield f"likely {tell_likelihood(stated)}"
    if attribution.rule != _BY_HAND:
        alone = "" if attribution.terms else ", by the rule alone: no learnt terms"
        yield f"score  {attribution.score:.2f}{alone}"
    for term in attribution.terms:
        seen = describe_term(term.name) or f"a term unknown here, {term.name}"
        yield f"{term.weight:+6.2f} {seen}"
    for reason in attribution.reasons:
        yield f"why    {reason}"


def _describe_rule(rule: str) -> str:
    if rule == _BY_HAND:
        return f"{rule}: it was made without the parser."
    try:
        found = load_rules(rule.partition(".")[0]).get(rule)
    except UnknownLanguageError:
        found = None
    return f"{rule}: {'a rule unknown here.' if found is None else found.description}"


def _explain_chain(chain: Chain) -> str:
    sentences = []
    silent = chain.has_outlet and chain.links[0].attribution is None
    holder = visible(chain.links[0].name) if silent else "The text"
    what = "this"
    for link in chain.links[1 if silent else 0 :]:
        name = _NOBODY if link.source is None else visible(link.name)
        sentences.append(f"{holder} has {what} from {name}{_ground(link)}.")
        holder, what = name, "it"
    if silent and len(chain.links) == 1:
        sentences.append(f"{holder} published this.")
    said = quote(visible(chain.content.text))
    when = "" if chain.time is None else f" ({written_day(chain.time)})"
    verb = _verb(chain.kind, chain.stance)
    sentences.append(f"The content: {holder} {verb}{when} {said}.")
    return " ".join(sentences)


def _ground(link: Link) -> str:
    """Return what a step rests on: words and rule, or a conclusion."""
    words = _words(link.mention, link.cue)
    said = f": {words}" if words else ""
    if link.is_inferred:
        return f"{said}, concluded and not written: {link.reason}"
    return f"{said} ({link.reason})" if link.reason else said


def _verb(kind: AttributionKind, stance: Stance) -> str:
    return STANCE_VERBS.get(stance, _KIND_VERBS[kind])


def _words(*passages: Passage | None) -> str:
    """Return passages in text order and in quotation marks, gaps as an ellipsis."""
    pieces = []
    for passage in passages:
        if passage is not None:
            at = 0
            for span in passage.spans:
                pieces.append((span, passage.text[at : at + len(span)]))
                at += len(span) + 1
    words, end = "", 0
    for span, piece in sorted(set(pieces)):
        if words:
            words += " … " if span.start > end + 1 else " "
        words += piece
        end = span.end
    return quote(visible(words)) if words else ""
