"""How fast attrib reads, and how fast it starts: records, not limits.

    pytest benchmarks --benchmark-enable

Tokens are words and marks of punctuation. Reading time should grow with the length of
the text alone: the texts that are hardest to read stand beside a plain report.
"""

import re
import subprocess
import sys

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import attrib

_TOKEN = re.compile(r"\w+|[^\w\s]")

PARAGRAPHS = (
    "The harbour at Lindhaven will reopen on Friday, the port master, Ada Vestergaard, "
    "told the Northern Courier. She said that divers had found no second mine, and "
    "that the ferries would sail again.",
    "“We have waited for nine days,” said Jonas Berg, who runs the fish market. "
    "“Nobody told us anything. We read it in the paper.”",
    "According to two officials, the coast guard had reported the first mine to the "
    "ministry a week earlier. The ministry denied this in a statement.",
    "The wire service, citing a diplomat, reported that the neighbouring states had "
    "been warned; its own correspondent wrote that they had not.",
    "The quay is 400 metres long and was built in 1931. Snow fell during the night, "
    "and the road to the lighthouse stayed closed until noon.",
)
TEXTS = {
    "report": "\n\n".join(PARAGRAPHS * 40),
    "one-paragraph": " ".join(PARAGRAPHS * 40),
    "one-sentence": "the clerk said that " * 2_000,
    "no-attribution": f"{PARAGRAPHS[-1]}\n\n" * 200,
    "quotation-marks": '" ' * 8_000,
    "commas": "the envoy, " * 3_000,
    "nouns": "agency report " * 4_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_reading(benchmark: BenchmarkFixture, name: str) -> None:
    text = TEXTS[name]
    report = benchmark(attrib.parse, text)
    tokens = len(_TOKEN.findall(text))
    benchmark.extra_info["tokens"] = tokens
    if benchmark.stats is not None:
        median = benchmark.stats.stats.median
        benchmark.extra_info["tokens_per_second"] = round(tokens / median)
    assert report.document.text == text


@pytest.mark.parametrize("modules", ["sys", "sys, attrib"])
def test_starting(benchmark: BenchmarkFixture, modules: str) -> None:
    """Time an interpreter that imports attrib, beside one that does not."""
    statement = f"import {modules}; print(len(sys.modules), 'attrib' in sys.modules)"
    command = [sys.executable, "-c", statement]

    def start() -> str:
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        return done.stdout

    module_count, is_imported = benchmark(start).split()
    benchmark.extra_info["modules"] = int(module_count)
    assert is_imported == str("attrib" in modules)
