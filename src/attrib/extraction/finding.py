"""Finding: every attribution of a page, as drafts."""

from collections.abc import Sequence

import attrs

from attrib.extraction.chunks import Chunks
from attrib.extraction.drafts import Draft
from attrib.extraction.owning import own_quotations
from attrib.extraction.page import Page, Range
from attrib.extraction.phrases import find_phrases
from attrib.extraction.verbs import find_verbs
from attrib.lexicon.lexicon import Lexicon


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
        if sentence[0] in page.asides:
            continue
        verbs = find_verbs(page, chunks, sentence, lexicon.weights)
        phrases = find_phrases(page, chunks, lexicon, sentence, verbs)
        relays = {draft.anchor for draft in phrases if draft.relay_of is not None}
        drafts.extend(draft for draft in verbs if draft.anchor not in relays)
        drafts.extend(draft for draft in phrases if not _is_said(draft, verbs))
    drafts.sort(key=lambda draft: (draft.start, draft.anchor))
    return Found(drafts, own_quotations(page, drafts))


def _is_said(phrase: Draft, verbs: Sequence[Draft]) -> bool:
    """Say whether a verb says the same: "said in a statement that", "hopes that"."""
    if phrase.relay_of is not None:
        return False
    return any(
        first <= phrase.anchor < last
        or (
            phrase.rule == "en.noun.that"
            and phrase.content[0][0] == draft.content[0][0]
        )
        for draft in verbs
        for first, last in draft.cue
    )
