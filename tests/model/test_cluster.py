import pytest

from attrib.errors import ModelError
from attrib.model.chain import Chain, Link
from attrib.model.cluster import Cluster, Level, Pair, Reuse
from attrib.model.span import Passage, Span


def pair(first: str, second: str, share: float = 0.9) -> Pair:
    return Pair(first=first, second=second, first_share=share, second_share=share)


def reuse(
    donor: str, host: str, *, share: float = 0.5, spans: tuple[tuple[Span, Span], ...]
) -> Reuse:
    return Reuse(
        donor=donor,
        host=host,
        donor_share=share,
        host_share=share,
        spans=spans,
        reason="by hand",
    )


SPANS = ((Span(0, 9), Span(3, 12)),)


def test_a_level_equals_its_name() -> None:
    assert Cluster(members=("a",), reason="alone").level == "report"


def test_a_cluster_of_one_is_single() -> None:
    assert Cluster(members=("a",), reason="alone").is_single
    assert not Cluster(members=("a", "b"), reason="", pairs=(pair("a", "b"),)).is_single


def test_a_level_may_be_given_by_name() -> None:
    assert Cluster(members=("a",), reason="alone", level="claim").level is Level.CLAIM


def test_a_pair_is_known_by_its_larger_share() -> None:
    assert Pair(first="a", second="b", first_share=0.2, second_share=0.7).share == 0.7


@pytest.mark.parametrize(
    ("members", "pairs", "message"),
    [
        ((), (), "at least one member"),
        (("a", "a"), (), "'a' is named twice"),
        (("a", "b"), (), "no pair ties 'b' to 'a'"),
        (("a", "b"), (pair("a", "c"),), "'c' is in a pair, but is no member"),
        (
            ("a", "b", "c", "d"),
            (pair("a", "b"), pair("c", "d")),
            "no pair ties 'c' to 'a'",
        ),
    ],
    ids=["empty", "twice", "untied", "stranger", "two halves"],
)
def test_a_cluster_that_does_not_hold_together_is_an_error(
    members: tuple[str, ...], pairs: tuple[Pair, ...], message: str
) -> None:
    with pytest.raises(ModelError, match=message):
        Cluster(members=members, reason="", pairs=pairs)


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_share_out_of_range_is_an_error(share: float) -> None:
    with pytest.raises(ModelError, match=r"between 0 and 1|a finite number"):
        pair("a", "b", share)
    with pytest.raises(ModelError, match=r"between 0 and 1|a finite number"):
        reuse("a", "b", share=share, spans=SPANS)


def test_nothing_is_held_against_itself() -> None:
    with pytest.raises(ModelError, match="'a' cannot be held against itself"):
        pair("a", "a")
    with pytest.raises(ModelError, match="'a' cannot be held against itself"):
        reuse("a", "a", spans=SPANS)


def test_a_reuse_without_words_is_an_error() -> None:
    with pytest.raises(ModelError, match="at least one pair of spans"):
        reuse("a", "b", spans=())


def test_a_chain_of_a_stranger_is_an_error() -> None:
    content = Passage.of("it rained", (0, 9))
    chain = Chain(links=[Link(source=None)], content=content, document_id="a")
    assert Cluster(members=["a#0"], reason="", chains=[chain]).chains == (chain,)
    with pytest.raises(ModelError, match="'a#0' has a chain, but is no member"):
        Cluster(members=["b#0"], reason="", chains=[chain])
