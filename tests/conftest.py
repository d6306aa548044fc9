"""What all tests share: repeatable property tests, and the corpora when present."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every run and no deadline, so that no test depends on the
# machine or the day. To look further: pytest --hypothesis-profile=explore
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def project() -> Path:
    """Return the project's root folder."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def corpora(project: Path) -> Path:
    """Return the folder of development corpora; skip the test where there is none."""
    folder = Path(os.environ.get("ATTRIB_CORPORA", "../shared/corpora"))
    path = (project / folder).resolve()
    if not path.is_dir():
        pytest.skip("the corpora are not here; ATTRIB_CORPORA names their folder")
    return path
