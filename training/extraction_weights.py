"""Learn the weights by which the finder chooses and accepts readings.

    PYTHONPATH=tests python training/extraction_weights.py [--corpora PATH] [--out FILE]

Reads PolNeAR train, the small development corpora and the rules' own examples, and
writes `src/attrib/lexicon/en/weights.tsv`: for each choice (`end`: where an indirect
content ends; `accept`: whether a reading of a verb is an attribution; `phrase`: the
same for cues that are no verbs) the features that count and their weights in
hundredths.
Logistic regression with an L1 penalty, so that most features weigh nothing;
deterministic.
Needs scikit-learn (the `training` dependency group). Run it after word_contexts.py.
"""

import argparse
import importlib
import json
import os
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from attrib.extraction.acceptance import acceptance_features
from attrib.extraction.chunks import find_chunks
from attrib.extraction.endings import Ends
from attrib.extraction.layouts import Proposal
from attrib.extraction.page import Page, Range, read_page
from attrib.extraction.phrases import phrase_features, propose_phrases
from attrib.extraction.verbs import kind_of, read_groups
from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.rules import load_rules
from marking import mark

ROOT = Path(__file__).resolve().parent.parent
HEADER = """\
# Weights of features, in hundredths, by the choice they are for. Made by
# training/extraction_weights.py from PolNeAR 1.0 train. Coefficients only, no text.
"""
EXAMPLE_WEIGHT = 6
"""How many sentences of the corpus one example of a rule is worth."""
Weights = dict[str, dict[str, float]]
Row = tuple[list[str], bool]


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


def end_rows(page: Page, ends: Ends, proposal: Proposal, gold: Gold) -> Iterator[Row]:
    """Yield each candidate for the end of a content, and whether it is gold's."""
    if proposal.opening is None or len(gold.ranges) != 1:
        return
    start = proposal.content[0][0]
    first, last = gold.ranges[0]
    if abs(first - start) > 2 or proposal.opening.value == "quotation":
        return
    sentence = page.sentence_at(proposal.group.head)
    limit = sentence[1]
    while limit - 1 > start and page.tags[limit - 1] == ".":
        if page.quotation_of[limit - 1] >= 0:
            break
        limit -= 1
    while last - 1 > start and page.tags[last - 1] in ",.:-":
        if page.quotation_of[last - 1] >= 0:
            break
        last -= 1
    candidates = ends.candidates(start, limit)
    if last not in candidates and last < limit:
        return
    for at in candidates:
        features = ends.features(at, start, limit, proposal.group, proposal.opening)
        yield features, at == min(last, limit)


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


def train(corpora: Path, *, half: int | None = None) -> Weights:
    """Return the weights for all choices, learnt one after another.

    Args:
        corpora: The folder of the corpora.
        half: As for `is_left_out`.
    """
    weights: Weights = {}
    ends = collect(corpora, weights, half)["end"]
    weights["end"] = learn(ends, strength=3.0, least=5)
    rows = collect(corpora, weights, half)
    for choice, examples in example_rows(weights).items():
        rows[choice].extend(examples * EXAMPLE_WEIGHT)
    weights["accept"] = learn(rows["accept"], strength=0.3, least=5)
    weights["phrase"] = learn(rows["phrase"], strength=0.5, least=5)
    return weights


def collect(corpora: Path, weights: Weights, half: int | None) -> dict[str, list[Row]]:
    """Return the rows for all choices, with the weights that are there so far."""
    rows: dict[str, list[Row]] = {"end": [], "accept": [], "phrase": []}
    for corpus in CORPORA:
        for place, record in enumerate(read_records(corpora, corpus)):
            if is_left_out(corpus, place, half):
                continue
            for choice, found in record_rows(record, corpus, weights).items():
                rows[choice].extend(found * corpus.weight)
    return rows


def record_rows(
    record: dict[str, Any], corpus: Corpus, weights: Weights
) -> dict[str, list[Row]]:
    """Return the rows of one text."""
    lexicon = load_lexicon("en")
    rows: dict[str, list[Row]] = {"end": [], "accept": [], "phrase": []}
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
        for group, layouts in read_groups(page, chunks, sentence, weights):
            if group.head not in judged:
                continue
            mine = [
                gold
                for at in (group.head, *range(group.first, group.last))
                for gold in by_cue.get(at, ())
            ]
            proposals = list(layouts.propose(group, inherited))
            for proposal in proposals:
                kind = kind_of(page, proposal)
                is_direct = ".direct." in proposal.rule
                right = [
                    gold
                    for gold in mine
                    if is_content(page, proposal.content, gold, is_direct=is_direct)
                ]
                for gold in mine[:1]:
                    rows["end"].extend(end_rows(page, layouts.ends, proposal, gold))
                if not mine and group.head in told and kind == "reporting":
                    continue
                if not right and (corpus.kinds and kind not in corpus.kinds):
                    continue
                if not right and mine and record.get("is_chain"):
                    continue  # an outer attribution, whose content is no chain's
                features = acceptance_features(page, sentence, proposal)
                rows["accept"].append((features, bool(right)))
            if mine and proposals:
                inherited = proposals[0].source or inherited
        if not corpus.kinds:
            for draft in propose_phrases(page, chunks, lexicon, sentence, ()):
                found = [
                    gold
                    for first, last in draft.cue
                    for at in range(first, last)
                    for gold in by_cue.get(at, ())
                ]
                if draft.rule.startswith("en.colon") and not found:
                    found = [gold for gold in golds if not gold.cue]
                is_right = any(
                    is_content(page, draft.content, gold, is_direct=True)
                    for gold in found
                )
                features = phrase_features(page, sentence, draft)
                rows["phrase"].append((features, is_right))
    return rows


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


def example_rows(weights: Weights) -> dict[str, list[Row]]:
    """Return rows from the rules' own examples: what must be found, and what not."""
    lexicon = load_lexicon("en")
    rows: dict[str, list[Row]] = {"accept": [], "phrase": []}
    for rule in load_rules("en").values():
        for sentence in (*rule.examples, *rule.against):
            marked = mark(sentence)
            page = read_page(marked.text, lexicon)
            chunks = find_chunks(page)
            wanted = {(span.start, span.end) for span in marked.spans("T")}
            for part in page.sentences:
                for group, layouts in read_groups(page, chunks, part, weights):
                    for proposal in layouts.propose(group, None):
                        is_right = {*map(page.chars, proposal.content)} == wanted
                        if proposal.rule == rule.id or wanted:
                            features = acceptance_features(page, part, proposal)
                            is_right = is_right and proposal.rule == rule.id
                            rows["accept"].append((features, is_right))
                for draft in propose_phrases(page, chunks, lexicon, part, ()):
                    is_right = {*map(page.chars, draft.content)} == wanted
                    if draft.rule == rule.id:
                        features = phrase_features(page, part, draft)
                        rows["phrase"].append((features, is_right))
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
