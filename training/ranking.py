"""Learn to choose one of several candidates: a softmax over the candidates of a list.

Needs numpy and scipy, which scikit-learn brings along.
"""

import importlib
from collections import Counter
from typing import Any

import attrs

ITERATIONS = 120
"""Fewer steps than it takes to fit the lists wholly: what is left travels better."""


@attrs.frozen
class Choice:
    """Candidates, and which of them is right.

    Attributes:
        candidates: What is seen at each candidate: names of features.
        right: Index of the right one.
    """

    candidates: list[list[str]]
    right: int


def learn_choices(
    choices: list[Choice], *, penalty: float, least: int
) -> dict[str, float]:
    """Return the weights of features by which the right candidates score highest.

    The likelihood of the right candidates, less an L1 penalty, is maximised by
    L-BFGS-B over the positive and the negative parts of the weights.

    Args:
        choices: The lists to learn from; without any there are no weights.
        penalty: What a weight of 1 costs, in units of the log-likelihood of one list.
        least: How often a feature must have been seen.
    """
    numpy = importlib.import_module("numpy")
    optimize = importlib.import_module("scipy.optimize")
    names, matrix = _matrix(choices, least)
    if not names:
        return {}
    sizes = numpy.array([len(choice.candidates) for choice in choices])
    starts = numpy.concatenate([[0], numpy.cumsum(sizes)[:-1]])
    right = starts + numpy.array([choice.right for choice in choices])
    list_of = numpy.repeat(numpy.arange(len(choices)), sizes)
    transposed = matrix.T.tocsr()
    observed = transposed @ numpy.bincount(right, minlength=matrix.shape[0])
    count = len(names)

    def loss(parts: Any) -> tuple[float, Any]:
        scores = matrix @ (parts[:count] - parts[count:])
        top = numpy.maximum.reduceat(scores, starts)
        odds = numpy.exp(scores - top[list_of])
        totals = numpy.add.reduceat(odds, starts)
        likelihood = (scores[right] - top - numpy.log(totals)).sum()
        slope = transposed @ (odds / totals[list_of]) - observed
        return (
            penalty * parts.sum() - likelihood,
            numpy.concatenate([slope + penalty, penalty - slope]),
        )

    found = optimize.minimize(
        loss,
        numpy.zeros(2 * count),
        jac=True,
        method="L-BFGS-B",
        bounds=[(0, None)] * (2 * count),
        options={"maxiter": ITERATIONS},
    )
    weights = found.x[:count] - found.x[count:]
    return {
        name: round(float(weight), 2)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) >= 0.01
    }


def _matrix(choices: list[Choice], least: int) -> tuple[list[str], Any]:
    """Return the features that are seen often enough, and a row for each candidate."""
    numpy = importlib.import_module("numpy")
    sparse = importlib.import_module("scipy.sparse")
    rows = [{*features} for choice in choices for features in choice.candidates]
    seen = Counter(feature for row in rows for feature in row)
    names = sorted(feature for feature, count in seen.items() if count >= least)
    place = {name: at for at, name in enumerate(names)}
    indices: list[int] = []
    borders = [0]
    for row in rows:
        indices.extend(sorted(place[name] for name in row if name in place))
        borders.append(len(indices))
    ones = numpy.ones(len(indices))
    return names, sparse.csr_matrix((ones, indices, borders), (len(rows), len(names)))
