"""What `import crosscase` may load: nothing heavy, so that the first screen comes at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "alembic",
    "docx",
    "lark",
    "lxml",
    "numpy",
    "odfdo",
    "polars",
    "pypdfium2",
    "rich",
    "sqlalchemy",
    "xlsxwriter",
)


@pytest.fixture(scope="module")
def loaded_modules() -> frozenset[str]:
    """The modules that a fresh interpreter holds after `import crosscase`."""
    script = "import crosscase, sys; print(*sys.modules)"
    shown = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    return frozenset(shown.split())


@pytest.mark.parametrize("package", HEAVY)
def test_importing_crosscase_leaves_heavy_packages_alone(
    package: str, loaded_modules: frozenset[str]
) -> None:
    """`import crosscase` loads none of the packages that take long to import."""
    assert "crosscase" in loaded_modules
    assert package not in loaded_modules
