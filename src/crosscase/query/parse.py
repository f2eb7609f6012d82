"""From the words of a query to its tree."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from crosscase.model.slips import Slip, not_understood
from crosscase.query.expression import Expression, children
from crosscase.query.slips import Token, misplaced_token, unreadable_character

if TYPE_CHECKING:
    from lark import Lark

__all__ = ["LONGEST_QUERY", "MOST_LEVELS", "parse_query"]

LONGEST_QUERY = 20_000
MOST_LEVELS = 100


def parse_query(expression: str) -> Expression:
    """Read an expression of the query language (docs/reference/query-language.md).

    Raises MistakeOfUse with the slug ``query-not-understood``; its sentence shows the place,
    which ``details`` gives as ``start_char`` and ``end_char``.
    """
    try:
        return _read(expression)
    except Slip as slip:
        raise not_understood(expression, slip, "query-not-understood") from slip


def _read(expression: str) -> Expression:
    from lark import UnexpectedToken

    if len(expression) > LONGEST_QUERY:
        sentence = f"The query has {len(expression):,} characters; the most is {LONGEST_QUERY:,}."
        raise Slip(sentence, LONGEST_QUERY, len(expression), "Ask it in several queries.")
    tokens = _tokens(expression)
    if not tokens:
        hint = "Write for instance code:trust and site:“ICS A”, or words to look for."
        raise Slip("The query is empty.", 0, len(expression), hint)
    _check_distances(tokens)
    try:
        tree: Expression = _language().parse(expression)  # type: ignore[assignment]
    except UnexpectedToken as error:
        at_end = error.token.type == "$END"
        at = len(expression) if at_end else error.token.start_pos or 0
        index = sum(token.start_char < at for token in tokens)
        raise misplaced_token(expression, tokens, len(tokens) if at_end else index) from error
    _check_levels(tree)
    return tree


@lru_cache(maxsize=1)
def _language() -> Lark:
    from lark import Lark

    from crosscase.query.tree_builder import TreeBuilder

    grammar = files("crosscase.query").joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="basic", transformer=TreeBuilder())


def _tokens(expression: str) -> list[Token]:
    from lark import UnexpectedCharacters

    try:
        return [
            Token(token.type, str(token), token.start_pos or 0, token.end_pos or 0)
            for token in _language().lex(expression)
        ]
    except UnexpectedCharacters as error:
        at: int = error.pos_in_stream  # type: ignore[assignment]  # lark declares it None
        raise unreadable_character(expression, at) from error


def _check_distances(tokens: list[Token]) -> None:
    """Told first: a distance amiss would otherwise be reported as words side by side."""
    from crosscase.query.tree_builder import distance_of

    for index, token in enumerate(tokens):
        is_asked = index > 0 and tokens[index - 1].kind in ("WORD", "STRING", "REGEX", "RPAR")
        if token.kind == "RELATION" and is_asked:
            distance_of(token.written, token.start_char)


def _check_levels(tree: Expression) -> None:
    """Whoever answers a query may walk its tree by recursion."""
    level, deepest = [tree], 0
    while level:
        deepest += 1
        if deepest > MOST_LEVELS:
            place = (level[0].start_char, level[0].end_char)
            raise Slip(f"The query has more than {MOST_LEVELS} levels.", *place)
        level = [child for node in level for child in children(node)]
