import csv
import math
import pickle
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.credibility.ledger import Ledger
from attrib.credibility.one_coin import UNKNOWN
from attrib.credibility.truth import Discovery, Method, discover_truth, recall_priors
from attrib.errors import AttribError, ModelError, TruthError, UnknownObjectError
from attrib.model.record import Outcome
from attrib.model.source import Source

Triple = tuple[str, str, str]
names = st.sampled_from(["Ada", "Ben", "Cem", "Dag", "Eva", "Finn"])
triples = st.lists(
    st.tuples(names, st.sampled_from("xyz"), st.sampled_from("1234")), max_size=40
)
some_triples = triples.filter(bool)
origins = st.dictionaries(names, names, max_size=4)
every = pytest.mark.parametrize("method", Method)


@every
@given(triples, origins, st.randoms(use_true_random=False))
def test_the_order_of_the_assertions_does_not_matter(
    method: Method, said: list[Triple], whence: dict[str, str], draw: random.Random
) -> None:
    shuffled = list(said)
    draw.shuffle(shuffled)
    found = discover_truth(said, method=method, origins=whence)
    assert discover_truth(shuffled, method=method, origins=whence) == found


@every
@given(triples, st.integers(2, 4))
def test_the_same_assertion_again_counts_once(
    method: Method, said: list[Triple], times: int
) -> None:
    found = discover_truth(said, method=method)
    assert discover_truth(said * times, method=method) == found


@every
@given(triples)
def test_beliefs_sum_to_one_for_each_object(method: Method, said: list[Triple]) -> None:
    found = discover_truth(said, method=method)
    assert set(found.belief) == {about for _, about, _ in said}
    for about, beliefs in found.belief.items():
        assert set(beliefs) == {v for _, o, v in said if o == about}
        assert all(0 <= belief <= 1 for belief in beliefs.values())
        assert sum(beliefs.values()) == pytest.approx(1)


@every
@given(triples)
def test_accuracies_are_shares(method: Method, said: list[Triple]) -> None:
    accuracy = discover_truth(said, method=method).accuracy
    assert set(accuracy) == {source for source, _, _ in said}
    assert all(0 <= share <= 1 for share in accuracy.values())


@every
@given(triples, origins)
def test_new_names_for_sources_objects_and_values_change_nothing_else(
    method: Method, said: list[Triple], whence: dict[str, str]
) -> None:
    def renamed(name: str) -> tuple[str, frozenset[str]]:
        return "new", frozenset({name, name + "!"})

    found = discover_truth(said, method=method, origins=whence)
    other = discover_truth(
        [(renamed(s), renamed(o), renamed(v)) for s, o, v in said],
        method=method,
        origins={renamed(source): renamed(origin) for source, origin in whence.items()},
    )
    assert other.accuracy == {renamed(s): a for s, a in found.accuracy.items()}
    assert other.belief == {
        renamed(o): {renamed(v): b for v, b in beliefs.items()}
        for o, beliefs in found.belief.items()
    }


@every
@given(some_triples, st.integers(1, 5))
def test_copies_that_name_their_origin_change_nothing(
    method: Method, said: list[Triple], count: int
) -> None:
    source = said[0][0]
    copies = [
        (f"copy {number}", about, value)
        for number in range(count)
        for who, about, value in said
        if who == source
    ]
    found = discover_truth(said, method=method)
    whence = {copy: source for copy, _, _ in copies}
    with_copies = discover_truth(said + copies, method=method, origins=whence)
    assert with_copies.belief == found.belief
    assert with_copies.accuracy == {
        **found.accuracy,
        **dict.fromkeys(whence, found.accuracy[source]),
    }


@every
@given(triples, names)
def test_what_nobody_contradicts_is_believed(
    method: Method, said: list[Triple], source: str
) -> None:
    found = discover_truth([*said, (source, "only", "thing")], method=method)
    assert found.belief["only"] == {"thing": 1}
    assert found.best("only") == "thing"


@every
@given(some_triples)
def test_the_best_value_is_believed_most_and_leads(
    method: Method, said: list[Triple]
) -> None:
    found = discover_truth(said, method=method)
    for about, beliefs in found.belief.items():
        leaders = found.leaders(about)
        assert found.best(about) == min(leaders, key=repr)
        most = max(beliefs.values())
        assert all(beliefs[value] == pytest.approx(most) for value in leaders)


@every
@given(triples, origins)
def test_the_voices_are_those_who_assert_the_value(
    method: Method, said: list[Triple], whence: dict[str, str]
) -> None:
    found = discover_truth(said, method=method, origins=whence)
    heard = {
        (source, about, value)
        for about, values in found.voices.items()
        for value, voices in values.items()
        for voice in voices
        for source in voice.sources
        if voice.origin == whence.get(source, source)
    }
    assert heard == set(said)


@every
def test_without_assertions_there_is_nothing(method: Method) -> None:
    said: list[Triple] = []
    found = discover_truth(said, method=method)
    assert found == Discovery(belief={}, accuracy={}, voices={}, method=method)


@every
def test_agreement_alone_never_makes_sources_dependent(method: Method) -> None:
    said = [(f"paper {n}", f"thing {m}", "seen") for n in range(5) for m in range(4)]
    said += [("Ada", "quay", "shut"), ("paper 0", "quay", "open")]
    said += [(f"paper {n}", "quay", "open") for n in range(1, 5)]
    assert discover_truth(said, method=method).best("quay") == "open"
    heard = discover_truth(said, method=method).voices["quay"]["open"]
    assert [len(voice.sources) for voice in heard] == [1] * 5


def test_one_rumour_in_many_papers_is_one_voice() -> None:
    papers = [f"paper {n}" for n in range(9)]
    said = [(paper, "quay", "open") for paper in papers]
    said += [("Ada", "quay", "shut"), ("Ben", "quay", "shut")]
    assert discover_truth(said).best("quay") == "open"
    found = discover_truth(said, origins=dict.fromkeys(papers, "rumour"))
    assert found.best("quay") == "shut"
    (voice,) = found.voices["quay"]["open"]
    assert (voice.origin, voice.sources) == ("rumour", tuple(papers))


def test_a_tie_goes_to_the_value_whose_text_comes_first() -> None:
    said = [("Ada", "quay", 9), ("Ben", "quay", 10), ("Cem", "quay", 8)]
    found = discover_truth(said[:2])
    assert found.leaders("quay") == (10, 9)
    assert found.best("quay") == 10


def test_a_tie_between_sets_goes_by_their_ordered_members() -> None:
    first, second = frozenset({"Holm", "Lind"}), frozenset({"Berg", "Wik"})
    found = discover_truth([("Ada", "authors", first), ("Ben", "authors", second)])
    assert found.leaders("authors") == (second, first)


def test_reasons_name_origins_sources_and_shares() -> None:
    said = [
        ("daily", "quay", "shut"),
        ("post", "quay", "shut"),
        ("post", "quay", "wet"),
        ("Ada", "quay", "open"),
    ]
    found = discover_truth(
        said, method="vote", origins={"daily": "wire", "post": "wire"}
    )
    assert found.reasons("quay") == (
        "'open', believed at 0.50: 1 origin, 'Ada' (right in 0.50)",
        "'shut', believed at 0.38: 1 origin, 'wire' "
        "(right in 0.31, by 2 sources, with 0.75 of its voice)",
        "'wet', believed at 0.12: 1 origin, 'wire' "
        "(right in 0.31, by 1 source, with 0.25 of its voice)",
    )


def test_reasons_count_the_origins_they_do_not_name() -> None:
    (reason,) = discover_truth([(n, "quay", "shut") for n in range(7)]).reasons("quay")
    assert reason.startswith("'shut', believed at 1.00: 7 origins, 0 (right in ")
    assert reason.endswith(", and 2 more")


def test_priors_settle_what_would_be_a_tie() -> None:
    said = [("Ada", "quay", "shut"), ("Ben", "quay", "open")]
    assert discover_truth(said).leaders("quay") == ("open", "shut")
    found = discover_truth(said, priors={"Ada": (30, 2)})
    assert found.leaders("quay") == ("shut",)
    assert found.accuracy["Ada"] > found.accuracy["Ben"]


def test_a_ledger_settles_what_would_be_a_tie_from_the_day_it_knew() -> None:
    ledger = Ledger()
    ledger.record(
        Outcome(
            source="Ben",
            claim=f"claim {n}",
            verdict=verdict,
            settled="2024-03-01",
            recorded="2024-03-02",
            settled_by="port desk",
        )
        for n, verdict in enumerate(["confirmed"] * 6 + ["retracted", "unsettled"])
    )
    said = [("Ada", "gate", "elm"), ("Ben", "gate", "oak")]
    priors = recall_priors(
        ledger, ["Ada", "Ben", "Ben"], as_of="2024-03-02", half_life_days=None
    )
    assert priors == {"Ben": (UNKNOWN[0] + 6, UNKNOWN[1] + 1)}
    assert discover_truth(said, priors=priors).leaders("gate") == ("oak",)
    before = recall_priors(ledger, ["Ada", "Ben"], as_of="2024-03-01")
    assert before == {}
    assert len(discover_truth(said, priors=before).leaders("gate")) == 2


def test_an_unknown_method_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(TruthError, match="found the method 'guess'") as caught:
        discover_truth([], method="guess")
    assert all(repr(method.value) in str(caught.value) for method in Method)


def test_an_unknown_object_is_an_error_that_names_it() -> None:
    found = discover_truth([("Ada", "quay", "shut")])
    for ask in (found.best, found.leaders, found.reasons):
        with pytest.raises(UnknownObjectError, match="nothing was asserted of 'gate'"):
            ask("gate")
        with pytest.raises(UnknownObjectError, match=r"asserted of \['quay'\]; there"):
            ask(["quay"])  # type: ignore[arg-type]  # it cannot be hashed
    assert issubclass(UnknownObjectError, AttribError)


@pytest.mark.parametrize(
    "prior", [(0, 1), (1, -1), (float("inf"), 1), (1,), (1, 1, 1), None, 3], ids=repr
)
def test_a_prior_that_is_none_is_an_error_that_shows_it(prior: object) -> None:
    with pytest.raises(TruthError, match="the prior of 'Ada' is ") as caught:
        discover_truth([], priors={"Ada": prior})  # type: ignore[dict-item]
    assert repr(prior) in str(caught.value)


def test_priors_that_are_no_mapping_are_an_error_that_says_so() -> None:
    with pytest.raises(TruthError, match=r"priors are a mapping .*, not \[\(1, 2\)\]"):
        discover_truth([], priors=[(1, 2)])  # type: ignore[arg-type]  # on purpose


def test_priors_for_a_method_that_has_none_are_an_error() -> None:
    with pytest.raises(TruthError, match="for the method 'one-coin', not for 'sums'"):
        discover_truth([], method="sums", priors={"Ada": (1, 1)})


def test_a_discovery_can_be_pickled() -> None:
    found = discover_truth([("Ada", "quay", "shut"), ("Ben", "quay", "open")])
    assert pickle.loads(pickle.dumps(found)) == found


def copiers(
    seed: int,
) -> tuple[list[Triple], dict[str, str], dict[str, str], dict[str, float]]:
    """Return claims of sources and copiers, who copies whom, truth and accuracies."""
    draw = random.Random(seed)
    accuracies = {f"own {n}": draw.uniform(0.45, 0.97) for n in range(14)}
    accuracies |= {f"root {n}": draw.uniform(0.4, 0.6) for n in range(5)}
    copied = {f"copier {n}": f"root {n % 5}" for n in range(20)}
    said: list[Triple] = []
    truth: dict[str, str] = {}
    for about in map(str, range(500)):
        right, wrong, *others = draw.sample("123456", 6)
        truth[about] = right
        for source, accuracy in accuracies.items():
            if draw.random() < 0.4:
                value = right
                if draw.random() > accuracy:
                    value = wrong if draw.random() < 0.6 else draw.choice(others)
                copying = [copier for copier in copied if copied[copier] == source]
                said += [(who, about, value) for who in (source, *copying)]
    return said, copied, truth, accuracies


@pytest.mark.parametrize("seed", range(3))
def test_copiers_known_to_be_such_mislead_no_more_than_an_oracle(seed: int) -> None:
    said, copied, truth, accuracies = copiers(seed)
    weights: dict[str, dict[str, float]] = {}
    for origin, about, value in {(copied.get(s, s), o, v) for s, o, v in said}:
        odds = 5 * accuracies[origin] / (1 - accuracies[origin])
        values = weights.setdefault(about, {})
        values[value] = values.get(value, 0) + math.log(odds)

    def share(best: Callable[[str], str]) -> float:
        return sum(best(about) == truth[about] for about in weights) / len(weights)

    oracle = share(lambda about: max(sorted(weights[about]), key=weights[about].get))  # type: ignore[arg-type]  # none is missing
    assert share(discover_truth(said, origins=copied).best) >= oracle - 0.01
    assert share(discover_truth(said, method="vote").best) < oracle - 0.1


@pytest.mark.parametrize(
    ("name", "floor"),
    [("book_authors", 0.80), ("population", 0.85), ("weather_sample", 0.65)],
)
def test_accuracy_on_real_claims_does_not_fall(
    corpora: Path, name: str, floor: float
) -> None:
    assert _accuracy(corpora / "truth" / name) >= floor


def _accuracy(folder: Path) -> float:
    """Return the share of contested objects whose best value is right; ties 1/k."""
    with (folder / "claims.csv").open(newline="", encoding="utf-8") as file:
        found = discover_truth(
            (row["source"], row["object"], row["value"]) for row in csv.DictReader(file)
        )
    with (folder / "truth.csv").open(newline="", encoding="utf-8") as file:
        truth = {row["object"]: row["value"] for row in csv.DictReader(file)}
    hits = [
        (truth[about] in found.leaders(about)) / len(found.leaders(about))
        for about in truth
        if len(found.belief.get(about, ())) > 1
    ]
    return sum(hits) / len(hits)


@pytest.mark.parametrize("origins", [None, "Ada", Source("Ada"), ["Ada", None], [[]]])
def test_priors_of_what_are_not_several_names_are_an_error(origins: object) -> None:
    with pytest.raises(ModelError, match=r"several sources or names|wanted a Source"):
        recall_priors(Ledger(), origins, as_of="2024-03-01")  # type: ignore[arg-type]  # on purpose


def test_priors_of_no_ledger_are_an_error() -> None:
    with pytest.raises(ModelError, match="found NoneType, wanted a Ledger"):
        recall_priors(None, ["Ada"], as_of="2024-03-01")  # type: ignore[arg-type]  # on purpose
