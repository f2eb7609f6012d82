"""Prints the description of the desk's HTTP interface (OpenAPI, JSON) without serving anything."""

from __future__ import annotations

import json
import sys

from crosscase.server.application import make_application
from crosscase.study import Study


def _open_nothing(_: bool) -> Study:
    raise AssertionError("Describing the routes opens no study.")


def openapi_text() -> str:
    """The description as JSON, sorted, so that two runs give the same text."""
    described = make_application(_open_nothing).openapi()
    return json.dumps(described, indent=1, sort_keys=True, ensure_ascii=False)


if __name__ == "__main__":
    sys.stdout.write(openapi_text() + "\n")
