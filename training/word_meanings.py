"""Learn small vectors of what terms mean, for the similarity of claims.

    PYTHONPATH=src python training/word_meanings.py --model FOLDER [--corpora PATH]
        [--out FILE]

A sentence encoder (all-MiniLM-L6-v2, Apache-2.0) is asked what sentences mean; then a
vector is sought for each term of the rarity table so that the vectors of a sentence's
terms, by their rarity, add up to what the encoder says. What the encoder says of a word
alone is where each begins. The vectors are cut to their principal directions and
rounded to a character each. FOLDER holds `model.safetensors` and `tokenizer.json`.
Needs torch, tokenizers, safetensors, numpy and scipy. Run it after term_rarity.py and
before claim_similarity.py.
"""

import argparse
import csv
import importlib
import json
import os
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrib.lexicon.loading import load_lexicon
from attrib.lexicon.meanings import ZERO
from attrib.lexicon.terms import load_terms
from attrib.provenance.wording import read_wording

ROOT = Path(__file__).resolve().parent.parent
HEADER = """\
# What terms mean: for each term of rarity.tsv a vector of 64 whole numbers from -46 to
# 46, each written as the character of its value and 80. Made by
# training/word_meanings.py from what a sentence encoder (all-MiniLM-L6-v2, Apache-2.0)
# says of these words and of 53,000 sentences of news and claims. Vectors of common
# words only, no text.
"""
DIMENSIONS = 64
LARGEST = 46
"""The largest number in a vector; so each is one character of ASCII."""
SENTENCES = 24_000
"""Sentences of news that are read besides claims, titles and pairs."""
FEWEST_WORDS = 5
MOST_WORDS = 30
STIFFNESS = 2.0
"""How much a vector holds to what the encoder says of its word alone."""
LONGEST = 128
"""Tokens of a text that the encoder reads."""
LAYERS = 6
HEADS = 12
_END = re.compile(r"(?<=[.!?])\s+|\n")
Array = Any


def read_texts(corpora: Path) -> list[str]:
    """Return the sentences of MSRP train, claims, their titles, and sentences of news.

    Posts of CheckThat! are not among them: they are what is foretold.
    """
    folder = corpora / "dedup"
    pairs = (folder / "msrp_train.tsv").read_text("utf-8").splitlines()[1:]
    texts = [text for line in pairs for text in line.split("\t")[3:5]]
    claims = folder / "checkthat2020_verified_claims.tsv"
    with claims.open(encoding="utf-8", newline="") as file:
        for row in list(csv.reader(file, delimiter="\t"))[1:]:
            texts += row[1:3]
    news = sorted(set(read_news(corpora)))
    random.Random(0).shuffle(news)
    return texts + news[:SENTENCES]


def read_news(corpora: Path) -> Iterator[str]:
    """Yield sentences of PolNeAR train and of articles on shared events."""
    articles = [corpora / "attributions" / "polnear_train.jsonl"]
    for path in [*articles, *sorted((corpora / "events").glob("*.jsonl"))]:
        for line in path.read_text("utf-8").splitlines():
            for sentence in _END.split(json.loads(line)["text"]):
                if FEWEST_WORDS <= len(sentence.split()) <= MOST_WORDS:
                    yield sentence


class Encoder:
    """The sentence encoder, in plain torch: one vector of unit length for a text."""

    def __init__(self, folder: Path) -> None:
        self._torch = importlib.import_module("torch")
        self._torch.set_num_threads(1)
        tokenizers = importlib.import_module("tokenizers")
        self._tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.enable_padding()
        loading = importlib.import_module("safetensors.torch")
        self._weights = loading.load_file(folder / "model.safetensors")

    def encode(self, texts: Sequence[str], batch: int = 64) -> Array:
        """Return one row for each text, in their order."""
        numpy = importlib.import_module("numpy")
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        found: dict[int, Array] = {}
        with self._torch.no_grad():
            for at in range(0, len(order), batch):
                places = order[at : at + batch]
                rows = self._encode([texts[place] for place in places])
                found |= zip(places, rows.numpy(), strict=True)
        return numpy.stack([found[place] for place in range(len(texts))])

    def _encode(self, texts: list[str]) -> Array:
        torch, weights = self._torch, self._weights
        read = self._tokenizer.encode_batch(texts)
        ids = torch.tensor([each.ids for each in read])
        is_token = torch.tensor([each.attention_mask for each in read])
        x = weights["embeddings.word_embeddings.weight"][ids]
        x = x + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        x = x + weights["embeddings.token_type_embeddings.weight"][0]
        x = self._norm(x, "embeddings.LayerNorm")
        mask = (is_token > 0)[:, None, None, :]
        for number in range(LAYERS):
            x = self._layer(x, mask, f"encoder.layer.{number}")
        shares = is_token[:, :, None].float()
        mean = (x * shares).sum(1) / shares.sum(1)
        return torch.nn.functional.normalize(mean, dim=1)

    def _layer(self, x: Array, mask: Array, name: str) -> Array:
        functional = self._torch.nn.functional
        size, length, width = x.shape
        query, key, value = (
            self._linear(x, f"{name}.attention.self.{part}")
            .view(size, length, HEADS, width // HEADS)
            .transpose(1, 2)
            for part in ("query", "key", "value")
        )
        seen = functional.scaled_dot_product_attention(query, key, value, mask)
        seen = seen.transpose(1, 2).reshape(size, length, width)
        seen = self._linear(seen, f"{name}.attention.output.dense")
        x = self._norm(x + seen, f"{name}.attention.output.LayerNorm")
        inner = functional.gelu(self._linear(x, f"{name}.intermediate.dense"))
        outer = self._linear(inner, f"{name}.output.dense")
        return self._norm(x + outer, f"{name}.output.LayerNorm")

    def _linear(self, x: Array, name: str) -> Array:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return self._torch.nn.functional.linear(x, weight, bias)

    def _norm(self, x: Array, name: str) -> Array:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        norm = self._torch.nn.functional.layer_norm
        return norm(x, (x.shape[-1],), weight, bias, 1e-12)


def encode_terms(encoder: Encoder) -> tuple[list[str], Array]:
    """Return the terms of the rarity table, and what their words mean alone."""
    numpy = importlib.import_module("numpy")
    lexicon, terms = load_lexicon(), load_terms()
    listed = sorted({*lexicon.closed, *lexicon.classes})
    words = [word for word in listed if terms.of[word] in terms.rarity]
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(terms.of[word], []).append(place)
    rows = encoder.encode(words)
    names = sorted(places)
    alone = numpy.stack([rows[places[name]].mean(0) for name in names])
    alone -= alone.mean(0)
    return names, alone / numpy.linalg.norm(alone, axis=1, keepdims=True)


def count_terms(texts: Sequence[str], names: Sequence[str]) -> Array:
    """Return a row for each text: how rare each of its terms is, of unit length."""
    sparse = importlib.import_module("scipy.sparse")
    of = {name: place for place, name in enumerate(names)}
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        wording = read_wording(text)
        for term, weight in wording.weights.items():
            if term in of:
                rows.append(row)
                columns.append(of[term])
                values.append(weight / wording.term_norm)
    shape = len(texts), len(names)
    return sparse.csr_matrix((values, (rows, columns)), shape=shape)


def learn_vectors(seen: Array, meant: Array, alone: Array) -> Array:
    """Return the vectors that add up to what texts mean (ridge regression)."""
    numpy = importlib.import_module("numpy")
    meant = meant - meant.mean(0)
    guess = seen @ alone
    start = alone * ((guess * meant).sum() / (guess * guess).sum())
    square = (seen.T @ seen).toarray() + STIFFNESS * numpy.eye(len(alone))
    return start + numpy.linalg.solve(square, seen.T @ (meant - seen @ start))


def shorten(vectors: Array) -> Array:
    """Return vectors along their principal directions, in small whole numbers."""
    numpy = importlib.import_module("numpy")
    _, _, directions = numpy.linalg.svd(vectors, full_matrices=False)
    short = vectors @ directions[:DIMENSIONS].T
    return numpy.rint(short * LARGEST / abs(short).max()).astype(int)


def spell(vector: Sequence[int]) -> str:
    """Return a vector as text, a character a number.

    Example:
        >>> spell([-46, 0, 46])
        '"P~'
    """
    return "".join(chr(number + ZERO) for number in vector)


def main() -> None:
    """Read the corpora, ask the encoder and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--corpora", type=Path)
    out = ROOT / "src" / "attrib" / "lexicon" / "en" / "meanings.tsv"
    parser.add_argument("--out", type=Path, default=out)
    options = parser.parse_args()
    named = os.environ.get("ATTRIB_CORPORA", "../shared/corpora")
    texts = read_texts(options.corpora or ROOT / named)
    encoder = Encoder(options.model)
    names, alone = encode_terms(encoder)
    vectors = learn_vectors(count_terms(texts, names), encoder.encode(texts), alone)
    rows = [
        f"{name}\t{spell(vector)}\n"
        for name, vector in zip(names, shorten(vectors), strict=True)
    ]
    options.out.write_text(HEADER + "".join(rows), "utf-8")
    print(f"{len(rows)} vectors from {len(texts)} texts -> {options.out}")


if __name__ == "__main__":
    main()
