"""tools/check_surroundings.py: below the interfaces nothing prints or looks around."""

from __future__ import annotations

import pytest

from tools.check_surroundings import SURROUNDINGS, problems_of

STAGE = "src/crosscase/coding/codebook.py"


@pytest.mark.parametrize(
    "text",
    [
        "import time",
        "from time import monotonic",
        "import datetime\ndatetime.datetime.now()",
        "import datetime as dt\ndt.datetime.now(dt.UTC)",
        "from datetime import datetime as day\nday.now()",
        "from datetime import date\ndate.today()",
        "import os\nos.environ['HOME']",
        "from os import environ",
        "import os\nos.getenv('LANG')",
        "import getpass",
        "from pathlib import Path\nPath.home()",
        "def f(path):\n    return path.expanduser()",
    ],
)
def test_looking_around_is_found(text: str) -> None:
    """The clock, the environment, the login name and the home folder are out of reach."""
    assert problems_of(STAGE, text)


@pytest.mark.parametrize(
    "text",
    [
        "from datetime import datetime\ndatetime.fromisoformat('2026-03-03')",
        "from crosscase.model import time",
        "def f(study):\n    return study.clock.now()",
        "import os\nos.replace('a', 'b')",
    ],
)
def test_what_was_handed_in_passes(text: str) -> None:
    """Parsing a date, a clock that was handed in and our own modules are fine."""
    assert problems_of(STAGE, text) == []


def test_surroundings_may_look_around() -> None:
    """One module reads the machine."""
    assert problems_of(SURROUNDINGS, "import time, os\nos.environ['HOME']") == []


@pytest.mark.parametrize("text", ["print('done')", "input()", "import sys\nsys.stderr.write('x')"])
def test_output_belongs_to_the_command_line(text: str) -> None:
    """Only the command line prints or asks."""
    assert problems_of(STAGE, text)
    assert problems_of("src/crosscase/cli/codes.py", text) == []


def test_the_model_uses_the_standard_library_only() -> None:
    """A library that is not Python's own is out of the model's reach."""
    model = "src/crosscase/model/code.py"
    assert problems_of(model, "import polars")
    assert problems_of(model, "import dataclasses\nfrom crosscase.errors import NotFound") == []


def test_the_line_is_named() -> None:
    """A problem says where it is."""
    assert problems_of(STAGE, "x = 1\nprint(x)") == [
        f"{STAGE}:2: print() belongs in src/crosscase/cli/."
    ]
