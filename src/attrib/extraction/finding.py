"""Finding: every attribution of a page, as drafts."""

from collections.abc import Sequence

import attrs

from attrib.extraction.contents.claims import end_with_claims, hold_claims
from attrib.extraction.cues.colons import without_datelines
from attrib.extraction.cues.fronted import own_openings
from attrib.extraction.cues.introducing import introduce
from attrib.extraction.cues.owning import own_quotations
from attrib.extraction.cues.phrases import find_phrases
from attrib.extraction.cues.showing import without_shown
from attrib.extraction.cues.turns import find_turns
from attrib.extraction.cues.verbs import find_verbs
from attrib.extraction.pages.chunks import Chunks
from attrib.extraction.pages.drafts import Draft
from attrib.extraction.pages.page import Page, Range
from attrib.extraction.relays.quoted import find_quoted
from attrib.extraction.relays.relays import find_relays
from attrib.lexicon.lexicon import Lexicon
from attrib.model.attribution import AttributionKind, Stance


@attrs.frozen(eq=False)
class Found:
    """What was found on a page.

    Attributes:
        drafts: Attributions in the making, in text order.
        unowned: Quotations long enough to be speech that nobody is named for.
    """

    drafts: list[Draft]
    unowned: list[Range]


def find(page: Page, chunks: Chunks, lexicon: Lexicon) -> Found:
    """Return every attribution of a page, and the quotations that lack one."""
    drafts: list[Draft] = []
    for sentence in page.sentences[page.first_sentence :]:
        if sentence[0] in page.asides or not page.may_attribute(sentence):
            continue
        verbs = find_verbs(page, chunks, sentence, lexicon.weights)
        phrases = find_phrases(page, chunks, lexicon, sentence, verbs)
        told = verbs
        if phrases:
            verbs = [draft for draft in verbs if not _is_felt(draft, phrases)]
            hold_claims(page, verbs, phrases)
            told = [*verbs, *(draft for draft in phrases if not _is_said(draft, verbs))]
            end_with_claims(page, told)
            told = without_datelines(page, told)
        told = find_relays(page, chunks, sentence, told)
        if not told:
            continue
        told = without_shown(page, own_openings(page, chunks, sentence, told))
        drafts.extend(draft for draft in told if not _is_told(draft, told))
    drafts.extend(find_quoted(page, chunks, lexicon))
    turns = find_turns(page, chunks)
    if turns:
        drafts = [*_untaken(drafts, turns), *turns]
    drafts.sort(key=lambda draft: (draft.start, draft.anchor))
    unowned = own_quotations(page, drafts)
    introduced, unowned = introduce(page, chunks, unowned)
    if introduced:
        drafts += introduced
        drafts.sort(key=lambda draft: (draft.start, draft.anchor))
    return Found(drafts, unowned)


def _is_felt(verb: Draft, phrases: Sequence[Draft]) -> bool:
    """Say whether a verb is part of a phrase that says more.

    So a passive is that is an adjective ("convinced that", "worried about"), and the
    verb of "as reported by Baltic Wire".
    """
    if any(
        phrase.rule.startswith("en.preposition.")
        and phrase.cue[0][0] < verb.anchor < phrase.cue[0][1]
        for phrase in phrases
    ):
        return True
    if not verb.rule.startswith("en.passive") or verb.source is not None:
        return False
    return any(
        phrase.rule.startswith("en.adjective.")
        and any(first <= phrase.anchor < last for first, last in verb.cue)
        for phrase in phrases
    )


def _untaken(drafts: Sequence[Draft], turns: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that do not say what a turn says of the whole paragraph."""
    cues = {
        at for turn in turns for first, last in turn.cue for at in range(first, last)
    }
    told = {turn.content[0][0]: turn for turn in turns}
    return [
        draft
        for draft in drafts
        if not _says_same(draft, told.get(draft.content[0][0]))
        and not any(first <= at < last for first, last in draft.cue for at in cues)
    ]


def _says_same(draft: Draft, turn: Draft | None) -> bool:
    """Say whether a draft tells what a turn tells, and not a part of what is in it."""
    return turn is not None and not turn.holds(draft.anchor)


_SOURCELESS_RULES = ("en.hearsay.adverb", "en.passive", "en.passive.to")


def _is_told(draft: Draft, others: Sequence[Draft]) -> bool:
    """Say whether somebody tells what nobody else is named for.

    Hearsay inside a content has a source: whoever tells it. "Two are confirmed dead,
    officials said" is theirs, too.
    """
    if draft.source is not None or draft.relays:
        return False
    if draft.stance is Stance.WITHHOLDS and draft.rule == "en.passive":
        return True  # "the fire was not reported": nobody has told anything
    return draft.rule in _SOURCELESS_RULES and any(
        other.holds(draft.anchor)
        for other in others
        if other is not draft and other.kind is AttributionKind.REPORTING
    )


def _is_of_speaker(phrase: Draft, verb: Draft) -> bool:
    """Say whether "its" is whoever speaks: "in its statement, the firm said that"."""
    source = phrase.source
    if phrase.rule != "en.preposition.owned" or source is None or verb.source is None:
        return False
    is_pronoun = source[1] - source[0] == 1
    return is_pronoun and phrase.content[0][0] == verb.source[0]


def _is_said(phrase: Draft, verbs: Sequence[Draft]) -> bool:
    """Say whether a verb says the same: "said in a statement that", "hopes that"."""
    return any(
        first <= phrase.anchor < last
        or (
            phrase.rule.startswith(("en.noun.", "en.adjective.", "en.relation.noun"))
            and phrase.content[0][0] == draft.content[0][0]
        )
        or _is_of_speaker(phrase, draft)
        for draft in verbs
        for first, last in draft.cue
    )
