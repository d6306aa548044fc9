import math
from collections.abc import Callable
from typing import Any

import pytest

from attrib.credibility.fixpoints import (
    average_log,
    count_votes,
    find_truth,
    invest,
    invest_pooled,
    sum_links,
)
from attrib.credibility.voices import Voices, hear

Weigh = Callable[[Voices[Any, Any, Any]], list[float]]
METHODS: list[Weigh] = [
    count_votes,
    sum_links,
    average_log,
    invest,
    invest_pooled,
    find_truth,
]
every = pytest.mark.parametrize("weigh", METHODS, ids=lambda weigh: weigh.__name__)

SAID = [
    ("Ada", "quay", "shut"),
    ("Ada", "tower", "tall"),
    ("Ben", "quay", "shut"),
    ("Ben", "mayor", "Lind"),
    ("Cem", "quay", "open"),
    ("Cem", "tower", "low"),
    ("Cem", "mayor", "Lind"),
    ("Dag", "tower", "low"),
    ("Dag", "quay", "wet"),
    ("Dag", "mayor", "Holm"),
]
VALUES = ["shut", "open", "wet", "tall", "low", "Lind", "Holm"]

# What the library truthdiscovery 1.0.4 makes of the same, with default settings.
PUBLISHED: dict[Weigh, str] = {
    sum_links: ".434395532 .565773228 .434226772 .131546609 1 .868622151 .434226772",
    average_log: ".370796528 .558520572 .441479428 .105758612 1 .823558489 .441479428",
    invest: "1 .026350622 .000143357 .043209189 .026761353 .970508475 .000143357",
    invest_pooled: ".448010916 .10883183 .000002573 .000000906 .361524451 1 .000002",
    find_truth: ".799239991 .666139425 .666139425 .666139425 .799239991 .799239991 "
    ".666139425",
}


@pytest.mark.parametrize("weigh", PUBLISHED, ids=lambda weigh: weigh.__name__)
def test_beliefs_are_those_of_the_published_library(weigh: Weigh) -> None:
    voices = hear(SAID)
    assert voices.values == VALUES
    published = [float(belief) for belief in PUBLISHED[weigh].split()]
    assert weigh(voices) == pytest.approx(published, abs=1e-9)


def test_votes_count_origins() -> None:
    assert count_votes(hear(SAID)) == [2, 1, 1, 1, 2, 2, 1]
    assert count_votes(hear(SAID, origins={"Ben": "Ada"})) == [1, 1, 1, 1, 2, 2, 1]


@every
def test_copies_of_one_origin_weigh_as_one_source(weigh: Weigh) -> None:
    copies = [(f"copy {n}", about, v) for n in range(9) for s, about, v in SAID[:2]]
    origins = {source: "Ada" for source, _, _ in copies}
    assert weigh(hear(SAID + copies, origins=origins)) == weigh(hear(SAID))


def test_sources_with_one_claim_each_have_no_trust_by_average_log() -> None:
    assert average_log(hear([("Ada", "quay", "shut"), ("Ben", "quay", "wet")])) == [
        0,
        0,
    ]


def test_investing_ends_when_there_is_nothing_left_to_invest() -> None:
    # One source with many claims of its own gains on the other without end.
    said = [("Ada", f"thing {n}", "seen") for n in range(200)]
    said += [("Ben", "thing 0", "unseen")]
    beliefs = invest(hear(said))
    assert all(map(math.isfinite, beliefs))
    assert beliefs[0] > beliefs[1]


@every
def test_many_agreeing_sources_do_not_exceed_what_numbers_hold(weigh: Weigh) -> None:
    said = [(f"source {n}", f"thing {m}", "seen") for n in range(300) for m in range(3)]
    said += [("Ada", "thing 0", "unseen")]
    beliefs = weigh(hear(said))
    assert all(map(math.isfinite, beliefs))
    assert beliefs[0] > beliefs[1] >= 0
