"""Protecting people: quotes checked as if they were to be printed."""

from __future__ import annotations

from typing import Any

from benchmarks.synthetic import Built
from benchmarks.table import Line, seconds
from benchmarks.timing import in_own_process, repeated, timed

__all__ = ["lines"]

_QUOTES = 10_000
_REPEATS = 3
_LABELS = ("sector", "site")


def lines(built: Built) -> list[Line]:
    """The line of the table about the disclosure check, with the words of the quotes."""
    run = in_own_process("benchmarks.protecting:check", built.path)
    note = f"median of {_REPEATS}; first {seconds(run['first'])}; {run['risks']:,} risks"
    return [
        Line(
            f"disclosure check of {run['quotes']:,} quotes",
            run["median"],
            2.0 * run["quotes"] / _QUOTES,
            note=note,
            processor=run["processor"],
            peak_mb=run["peak_mb"],
        )
    ]


def check(path: str) -> dict[str, Any]:
    """Check up to ten thousand coded passages of the study, joined with what was released."""
    import crosscase

    with crosscase.open_study(path) as study:
        places = ["source", "start_char", "end_char"]
        coded = study.codings.frame(text=False).select(places).unique(maintain_order=True)
        asked = coded.head(_QUOTES).rows()
        first, report = timed(lambda: study.disclosure.risks(asked, attribution=_LABELS))
        again = repeated(lambda: study.disclosure.risks(asked, attribution=_LABELS), _REPEATS)
    return {
        "first": first.seconds,
        **again.facts(),
        "quotes": len(asked),
        "risks": len(report.risks),
    }
