"""Runs the examples: docstrings in src, code blocks in README, guide and docs.

Names stay defined from one example to the next within one file.
"""

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

_docstrings = Sybil([DocTestParser()], path="src", pattern="*.py")
_pages = Sybil(
    [PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "CONTRIBUTING.md", "docs/*.md", "docs/*/*.md"],
)

pytest_collect_file = (_docstrings + _pages).pytest()
