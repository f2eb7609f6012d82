"""From the words of a check to its tree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from crosscase.model.slips import Slip, not_understood
from crosscase.report.checks.misplaced import misplaced_piece
from crosscase.report.checks.pieces import Piece, pieces_of
from crosscase.report.checks.tree import CheckTree

if TYPE_CHECKING:
    from lark import Lark

__all__ = ["LONGEST_CHECK", "parse_check"]

LONGEST_CHECK = 20_000


@lru_cache(maxsize=4096)
def parse_check(text: str) -> CheckTree:
    """Read a check (docs/reference/checks.md).

    Questions inside brackets are kept as they are written; whoever evaluates them reads them.
    Raises MistakeOfUse with the slug ``check-not-understood``; its sentence shows the place,
    which ``details`` gives as ``start_char`` and ``end_char``.
    """
    try:
        return _read(text)
    except Slip as slip:
        raise not_understood(text, slip, "check-not-understood") from slip


def _read(text: str) -> CheckTree:
    from lark import UnexpectedToken

    if len(text) > LONGEST_CHECK:
        sentence = f"The check has {len(text):,} characters; the most is {LONGEST_CHECK:,}."
        raise Slip(sentence, LONGEST_CHECK, len(text), "Write several checks.")
    pieces = list(pieces_of(text))
    if not pieces:
        hint = "Write for instance participants(code:trust) >= 3."
        raise Slip("The check is empty.", 0, len(text), hint)
    try:
        tree: CheckTree = _language().parse(pieces)  # type: ignore[assignment]
    except UnexpectedToken as error:
        at_end = error.token.type == "$END"
        index = len(pieces) if at_end else _index_of(pieces, error.token.start_pos or 0)
        raise misplaced_piece(text, pieces, index) from error
    return tree


def _index_of(pieces: Sequence[Piece], start_char: int) -> int:
    return sum(piece.start_char < start_char for piece in pieces)


@lru_cache(maxsize=1)
def _language() -> Lark:
    from lark import Lark

    from crosscase.report.checks.tree_builder import PieceLexer, TreeBuilder

    grammar = files("crosscase.report.checks").joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer=PieceLexer, transformer=TreeBuilder())
