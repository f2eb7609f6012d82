"""crosscase.query.plan: what the parts of a question are about, and how it is put."""

from __future__ import annotations

import pytest

from crosscase.query.expression import to_text
from crosscase.query.parse import parse_query
from crosscase.query.plan import about, asks_for_codes, planned


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ("code:a", "passages"),
        ("word", "passages"),
        ("code:a near(1 turn) site:X", "passages"),
        ("coder:Ama", "codings"),
        ("not coder:Ama and date:2024", "codings"),
        ("site:X or not speaker:INT", "turns"),
        ("site:X and coder:Ama", "passages"),
        ("not code:a", "passages"),
    ],
)
def test_what_a_question_is_about(expression: str, kind: str) -> None:
    """Codings and turns stay what they are; what joins the two gives passages."""
    assert about(parse_query(expression)) == kind


@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        ("code:a", True),
        ("word", False),
        ("word or code:a", True),
        ("not code:a", False),
        ("word and not code:a", False),
        ("code:a within word", True),
        ("word within code:a", False),
    ],
)
def test_whether_codes_lend_passages(expression: str, answer: bool) -> None:
    """What stands after not, or on the right of a position, lends none."""
    assert asks_for_codes(parse_query(expression)) == answer


@pytest.mark.parametrize(
    ("expression", "put"),
    [
        ("not not code:a", "code:a"),
        ("code:a and (code:b or code:c)", "code:a and (code:b or code:c)"),
        ("code:a and (site:X or site:Y)", "code:a and (site:X or site:Y)"),
        ("code:a and (code:b or site:X)", "code:a and code:b or code:a and site:X"),
        ("(code:a or coder:B) and site:X", "code:a and site:X or coder:B and site:X"),
        (
            "(code:a or site:X) and (code:b or site:Y)",
            "code:a and code:b or code:a and site:Y or site:X and code:b or site:X and site:Y",
        ),
        ("code:a and (code:b and site:X)", "code:a and code:b and site:X"),
        ("not (code:a and (code:b or site:X))", "not (code:a and code:b or code:a and site:X)"),
        (
            "(code:a and (code:b or site:X)) within word",
            "(code:a and code:b or code:a and site:X) within text:word",
        ),
    ],
)
def test_mixed_alternatives_inside_and_are_drawn_out(expression: str, put: str) -> None:
    """`X and (Y or filter)` is `X and Y`, and besides `X and filter`."""
    assert to_text(planned(parse_query(expression))) == put
