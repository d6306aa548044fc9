"""The peer truthdiscovery: the same published methods, with NumPy and SciPy.

    pip install --no-deps truthdiscovery bidict numpy scipy

Its package imports libraries for plotting and the web, pinned to old versions, which
weighing needs none of: its modules are loaded past it.
"""

import importlib
import importlib.metadata
import importlib.util
import sys
import types
import warnings
from collections.abc import Sequence

ALGORITHMS = {
    "vote": "MajorityVoting",
    "sums": "Sums",
    "average-log": "AverageLog",
    "investment": "Investment",
    "pooled-investment": "PooledInvestment",
    "truthfinder": "TruthFinder",
}
Belief = dict[str, dict[str, float]]


class Peer:
    """truthdiscovery with its algorithms loaded; raises ImportError without it."""

    def __init__(self) -> None:
        spec = importlib.util.find_spec("truthdiscovery")
        if spec is None:
            raise ImportError("truthdiscovery is not installed")
        package = types.ModuleType("truthdiscovery")
        package.__path__ = list(spec.submodule_search_locations or ())
        sys.modules["truthdiscovery"] = package
        self._algorithms = importlib.import_module("truthdiscovery.algorithm")
        self._input = importlib.import_module("truthdiscovery.input")

    @property
    def methods(self) -> frozenset[str]:
        """The methods it has, by our names."""
        return frozenset(ALGORITHMS)

    @property
    def version(self) -> str:
        """What was run."""
        return f"truthdiscovery {importlib.metadata.version('truthdiscovery')}"

    def believe(self, triples: Sequence[tuple[str, str, str]], method: str) -> Belief:
        """Return the belief in each value of each object, with default settings."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            algorithm = getattr(self._algorithms, ALGORITHMS[method])()
            belief: Belief = algorithm.run(self._input.Dataset(triples)).belief
        return belief
