"""Learn the weights by which the finder chooses and accepts readings.

    PYTHONPATH=tests python training/extraction_weights.py [--corpora PATH] [--out FILE]

Reads PolNeAR train, the small development corpora and the rules' own examples, and
writes `src/attrib/lexicon/en/weights.tsv`: for each choice (`end`: where an indirect
content ends; `accept`: whether a reading of a verb is an attribution; `phrase`: the
same for cues that are no verbs) the features that count and their weights in
hundredths.
Logistic regression, and a softmax over the candidates for an end (ranking.py), with an
L1 penalty, so that most features weigh nothing; deterministic.
Needs scikit-learn (the `training` dependency group). Run it after word_contexts.py.
"""

import argparse
import importlib
import json
import os
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from attrib.extraction.contents.endings import Ends, content_limit, trim
from attrib.extraction.cues.acceptance import acceptance_features
from attrib.extraction.cues.phrases import phrase_features, propose_phrases
from attrib.extraction.cues.proposals import Proposal
from attrib.extraction.cues.verbs import kind_of, read_groups
from attrib.extraction.pages.chunks import Chunks, find_chunks
from attrib.extraction.pages.groups import Group
from attrib.extraction.pages.page import Page, Range, read_page
from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.rules import load_rules
from attrib.lexicon.weights import Weights
from marking import mark
from ranking import Choice, learn_choices

ROOT = Path(__file__).resolve().parent.parent
HEADER = """\
# Weights of features, in hundredths, by the choice they are for. Made by
# training/extraction_weights.py from PolNeAR 1.0 train. Coefficients only, no text.
"""
EXAMPLE_WEIGHT = 6
"""How many sentences of the corpus one example of a rule is worth."""
Learnt = dict[str, Weights]
Row = tuple[list[str], bool]
LEAST_FIT = 0.3
"""So much of gold's content is met by the best candidate for its end, at least."""


@attrs.frozen
class Gold:
    """A gold attribution as ranges of tokens."""

    cue: set[int]
    content: set[int]
    ranges: tuple[Range, ...]


def read_gold(page: Page, attributions: list[dict[str, Any]]) -> list[Gold]:
    """Return gold attributions on a page's tokens, without punctuation."""

    def tokens(spans: list[list[int]]) -> list[Range]:
        return [
            (
                bisect_left(page.tokens.ends, start + 1),
                bisect_left(page.tokens.starts, end),
            )
            for start, end in spans
        ]

    return [
        Gold(
            words_of(page, tokens(gold["cue"])),
            words_of(page, tokens(gold["content"])),
            tuple(tokens(gold["content"])),
        )
        for gold in attributions
    ]


def words_of(page: Page, ranges: list[Range] | tuple[Range, ...]) -> set[int]:
    """Return the tokens of ranges that hold a letter or a digit."""
    return {
        at
        for first, last in ranges
        for at in range(first, last)
        if page.words[at].norm[:1].isalnum() or page.words[at].norm[:1] in "':"
    }


def agreement(one: set[int], other: set[int]) -> float:
    """Return the Jaccard index of two sets of tokens."""
    return len(one & other) / len(one | other) if one or other else 0.0


def is_content(
    page: Page, content: tuple[Range, ...], gold: Gold, *, is_direct: bool
) -> bool:
    """Say whether a content is gold's, or the beginning of a longer quotation's."""
    words = words_of(page, content)
    if agreement(words, gold.content) >= 0.5:
        return True
    return is_direct and len(words & gold.content) >= 0.9 * len(words) > 0


def end_choice(page: Page, ends: Ends, proposal: Proposal, gold: Gold) -> list[Choice]:
    """Return the candidates for the end of a content and the one that is gold's most.

    Nothing where gold's content begins elsewhere, or ends at none of them.
    """
    start = proposal.content[-1][0]
    if proposal.opening is None or page.quotation_of[start] >= 0:
        return []
    ranges = [each for each in gold.ranges if abs(each[0] - start) <= 2]
    if not ranges:
        return []
    wanted = words_of(page, ranges[:1])
    limit = content_limit(page, page.sentence_at(proposal.group.head))
    candidates = ends.candidates(start, limit)
    fits = [
        agreement(words_of(page, (trim(page, (start, ends.whole(at))),)), wanted)
        for at in candidates
    ]
    if max(fits) < LEAST_FIT:
        return []
    described = ends.features.of(candidates, start, proposal.group, proposal.opening)
    return [Choice(described, fits.index(max(fits)))]


def learn(rows: list[Row], *, strength: float, least: int) -> dict[str, float]:
    """Return the weights of features; "" is the weight of every row.

    Args:
        rows: Features of each example, and whether it is right.
        strength: Inverse of the penalty.
        least: How often a feature must have been seen.
    """
    extraction = importlib.import_module("sklearn.feature_extraction")
    linear_model = importlib.import_module("sklearn.linear_model")
    seen = Counter(feature for features, _ in rows for feature in set(features))
    kept = [
        {feature: 1 for feature in features if seen[feature] >= least}
        for features, _ in rows
    ]
    vectorizer = extraction.DictVectorizer()
    matrix = vectorizer.fit_transform(kept)
    # liblinear reads 32-bit indices only.
    matrix.indices = matrix.indices.astype("int32")
    matrix.indptr = matrix.indptr.astype("int32")
    model = linear_model.LogisticRegression(
        l1_ratio=1.0, C=strength, solver="liblinear", random_state=0, max_iter=400
    )
    model.fit(matrix, [right for _, right in rows])
    weights = dict(zip(vectorizer.feature_names_, model.coef_[0], strict=True))
    weights[""] = float(model.intercept_[0])
    return {
        feature: round(float(weight), 2)
        for feature, weight in sorted(weights.items())
        if abs(weight) >= 0.01
    }


@attrs.frozen
class Corpus:
    """A corpus to learn from.

    Attributes:
        path: Its file, below the folder of the corpora.
        kinds: The kinds of attribution that its gold holds; none for all.
        weight: How many rows one of its rows is worth.
    """

    path: str
    kinds: tuple[str, ...] = ()
    weight: int = 1


CORPORA = (
    Corpus("attributions/polnear_train.jsonl"),
    Corpus("attributions/framenet_say_dev.jsonl", ("reporting",), 8),
    Corpus("attributions/gum_news.jsonl", ("reporting", "belief"), 8),
    Corpus("chains/chains_dev.jsonl", ("reporting",), 8),
)


def read_records(corpora: Path, corpus: Corpus) -> Iterator[dict[str, Any]]:
    """Yield the texts of a corpus; a chain's content counts for each of its cues."""
    for line in (corpora / corpus.path).read_text("utf-8").splitlines():
        record = json.loads(line)
        if "chains" in record:
            record["attributions"] = [
                {"cue": chain["cues"], "content": chain["content"]}
                for chain in record["chains"]
            ]
            record["is_chain"] = True
        yield record


def is_left_out(corpus: Corpus, place: int, half: int | None) -> bool:
    """Say whether a text is left out of the training, to be read unseen.

    Args:
        corpus: The corpus it stands in.
        place: Which of its texts it is.
        half: 0 or 1 for the half of FrameNet and of the chains that is left out, and
            all of GUM with it; None to leave nothing out.
    """
    if half is None or not corpus.kinds:
        return False
    return "gum" in corpus.path or place % 2 == half


@attrs.frozen
class Rows:
    """What is learnt from.

    Attributes:
        ends: Lists of candidates for the end of a content.
        accept: Lists of the readings of a verb; the first, of which nothing is seen,
            is that it attributes nothing.
        phrase: Readings of phrases, and whether they are right.
    """

    ends: list[Choice] = attrs.field(factory=list)
    accept: list[Choice] = attrs.field(factory=list)
    phrase: list[Row] = attrs.field(factory=list)

    def extend(self, more: "Rows", *, times: int) -> None:
        """Add other rows so many times over."""
        self.ends.extend(more.ends * times)
        self.accept.extend(more.accept * times)
        self.phrase.extend(more.phrase * times)


def train(corpora: Path, *, half: int | None = None) -> Learnt:
    """Return the weights for all choices, learnt one after another.

    Args:
        corpora: The folder of the corpora.
        half: As for `is_left_out`.
    """
    weights: Learnt = {}
    ends = collect(corpora, weights, half).ends
    weights["end"] = Weights("end", learn_choices(ends, penalty=4.0, least=5))
    rows = collect(corpora, weights, half)
    rows.extend(example_rows(weights), times=EXAMPLE_WEIGHT)
    accept = learn_choices(rows.accept, penalty=3.0, least=5)
    weights["accept"] = Weights("accept", accept)
    weights["phrase"] = Weights("phrase", learn(rows.phrase, strength=0.5, least=5))
    return weights


def collect(corpora: Path, weights: Learnt, half: int | None) -> Rows:
    """Return the rows for all choices, with the weights that are there so far."""
    rows = Rows()
    for corpus in CORPORA:
        for place, record in enumerate(read_records(corpora, corpus)):
            if is_left_out(corpus, place, half):
                continue
            rows.extend(record_rows(record, corpus, weights), times=corpus.weight)
    return rows


def record_rows(record: dict[str, Any], corpus: Corpus, weights: Learnt) -> Rows:
    """Return the rows of one text."""
    lexicon = load_lexicon("en")
    rows = Rows()
    page = read_page(record["text"], lexicon)
    chunks = find_chunks(page)
    golds = read_gold(page, record["attributions"])
    # PolNeAR does not mark what is reported inside a content: that it is not marked
    # there tells nothing.
    told = {at for gold in golds for at in gold.content}
    by_cue: dict[int, list[Gold]] = {}
    for gold in golds:
        for at in gold.cue:
            by_cue.setdefault(at, []).append(gold)
    judged = judged_tokens(page, record)
    for sentence in page.sentences:
        inherited: Range | None = None
        before: list[tuple[Range, ...]] = []
        for group, layouts in read_groups(page, chunks, sentence, weights):
            if group.head not in judged:
                continue
            mine = [
                gold
                for at in (group.head, *range(group.first, group.last))
                for gold in by_cue.get(at, ())
            ]
            proposals = list(layouts.propose(group, inherited))
            if not proposals:
                continue
            for gold in mine[:1]:
                for proposal in proposals:
                    rows.ends.extend(end_choice(page, layouts.ends, proposal, gold))
            right = best_reading(page, proposals, mine)
            # The outer attribution of a chain has a content that is not the chain's.
            is_outer = bool(mine) and record.get("is_chain")
            inner = set() if mine else told
            if right is not None or (
                not is_outer and is_judged(page, corpus, group, proposals, inner)
            ):
                described = [
                    acceptance_features(page, sentence, proposal, before)
                    for proposal in proposals
                ]
                rows.accept.append(as_choice(described, right))
            if mine:
                chosen = proposals[right or 0]
                before.append(chosen.content)
                inherited = chosen.source or inherited
        rows.phrase.extend(
            phrase_rows(page, chunks, sentence, corpus, golds, judged - told)
        )
    return rows


def best_reading(
    page: Page, proposals: Sequence[Proposal], golds: Sequence[Gold]
) -> int | None:
    """Return the index of the reading that is most like gold, None if none is like."""
    fits = [
        max(
            (
                agreement(words_of(page, proposal.content), gold.content)
                for gold in golds
                if is_content(
                    page,
                    proposal.content,
                    gold,
                    is_direct=".direct." in proposal.rule,
                )
            ),
            default=0.0,
        )
        for proposal in proposals
    ]
    return fits.index(max(fits)) if max(fits) > 0 else None


def is_judged(
    page: Page,
    corpus: Corpus,
    group: Group,
    proposals: Sequence[Proposal],
    told: set[int],
) -> bool:
    """Say whether the gold would hold what a cue attributes, if it did.

    Args:
        page: The page.
        corpus: The corpus.
        group: The cue.
        proposals: Its readings.
        told: Tokens inside contents: what is reported there may not be marked.
    """
    kinds = {kind_of(page, proposal).value for proposal in proposals}
    if group.head in told and "reporting" in kinds:
        return False
    return not corpus.kinds or kinds <= {*corpus.kinds}


def as_choice(described: list[list[str]], right: int | None) -> Choice:
    """Return the readings of a verb after the one that it attributes nothing."""
    readings = [[*features, ""] for features in described]
    return Choice([[], *readings], 0 if right is None else right + 1)


def phrase_rows(
    page: Page,
    chunks: Chunks,
    sentence: Range,
    corpus: Corpus,
    golds: list[Gold],
    judged: set[int],
) -> Iterator[Row]:
    """Yield the readings of cues that are no verbs, and whether they are gold's.

    Args:
        page: The page.
        chunks: Its noun phrases.
        sentence: The sentence's tokens.
        corpus: The corpus it stands in.
        golds: The page's gold attributions.
        judged: The tokens at which it tells something that no gold cue stands there.
    """
    if "chains" in corpus.path:
        return  # their gold holds no attitudes, and not every statement
    for reading in propose_phrases(page, chunks, page.lexicon, sentence):
        draft = reading.draft
        cue = {at for first, last in draft.cue for at in range(first, last)}
        found = [gold for gold in golds if cue & gold.cue]
        is_colon = draft.rule.startswith("en.colon")
        if is_colon and corpus.kinds:
            continue  # turns of a conversation have no cue that they would mark
        if is_colon and not found:
            found = [gold for gold in golds if not gold.cue]
        is_right = any(
            is_content(page, draft.content, gold, is_direct=is_colon) for gold in found
        )
        if not found and draft.anchor not in judged:
            continue
        if not is_right and corpus.kinds and draft.kind not in corpus.kinds:
            continue
        yield phrase_features(page, sentence, reading), is_right


def judged_tokens(page: Page, record: dict[str, Any]) -> set[int]:
    """Return the tokens at which a cue counts, where not all of a text was judged."""
    if "annotated" not in record:
        return set(range(len(page)))
    judged = {
        at
        for start, end in record["annotated"]
        for at in range(
            bisect_left(page.tokens.starts, start), bisect_left(page.tokens.starts, end)
        )
    }
    for aside in record.get("ignored", ()):
        for start, end in aside["cue"]:
            first = bisect_left(page.tokens.ends, start + 1)
            judged -= set(range(first, bisect_left(page.tokens.starts, end)))
    return judged


def example_rows(weights: Learnt) -> Rows:
    """Return rows from the rules' own examples: what must be found, and what not."""
    lexicon = load_lexicon("en")
    rows = Rows()
    for rule in load_rules("en").values():
        for sentence in (*rule.examples, *rule.against):
            marked = mark(sentence)
            page = read_page(marked.text, lexicon)
            chunks = find_chunks(page)
            wanted = {(span.start, span.end) for span in marked.spans("T")}
            for part in page.sentences:
                for group, layouts in read_groups(page, chunks, part, weights):
                    proposals = list(layouts.propose(group, None))
                    fitting = [
                        at
                        for at, proposal in enumerate(proposals)
                        if proposal.rule == rule.id
                        and {*map(page.chars, proposal.content)} == wanted
                    ]
                    if fitting or (
                        not wanted and any(each.rule == rule.id for each in proposals)
                    ):
                        described = [
                            acceptance_features(page, part, proposal, ())
                            for proposal in proposals
                        ]
                        right = fitting[0] if fitting else None
                        rows.accept.append(as_choice(described, right))
                for reading in propose_phrases(page, chunks, lexicon, part):
                    draft = reading.draft
                    is_right = {*map(page.chars, draft.content)} == wanted
                    if draft.rule == rule.id:
                        features = phrase_features(page, part, reading)
                        rows.phrase.append((features, is_right))
    return rows


def main(arguments: list[str] | None = None) -> None:
    """Learn and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    default = os.environ.get("ATTRIB_CORPORA") or ROOT.parent / "shared" / "corpora"
    parser.add_argument("--corpora", type=Path, default=Path(default))
    parser.add_argument(
        "--out", type=Path, default=ROOT / "src/attrib/lexicon/en/weights.tsv"
    )
    options = parser.parse_args(arguments)
    if not options.corpora.is_dir():
        sys.exit(f"no corpora at {options.corpora}: set ATTRIB_CORPORA")
    weights = train(options.corpora)
    rows = "".join(
        f"{choice}\t{feature}\t{round(100 * weight)}\n"
        for choice, chosen in weights.items()
        for feature, weight in chosen.items()
    )
    options.out.write_text(HEADER + rows, encoding="utf-8", newline="\n")
    for choice, chosen in weights.items():
        print(f"{choice}: {len(chosen):,} weights")
    print(f"{len(rows.encode()):,} bytes")


if __name__ == "__main__":
    main()
