"""Why a piece of a check cannot stand where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.model.slips import Slip
from crosscase.report.checks.pieces import Piece

__all__ = ["misplaced_piece"]

_EXAMPLE = "A check is for instance participants(code:trust) >= 3."
_AMOUNT = "Write a number (3), a share (80%, 2/3), 17 of 32, or another figure to compare with."
_VERDICT = "Write what is to hold: >= 3, = 17 of 32, > 80%, is most, or in every site."
_WHERE = "Write in every site, in at least 3 sites, or by participants."
_QUOTE = "Write quote “their words” is verbatim, or quote Q12 is verbatim."


# What is expected after a piece of a kind; {before} and {written} stand for the pieces.
_AFTER = {
    "COMPARISON": ("After “{before}” an amount is expected, not {written}.", _AMOUNT),
    "_IS": ("After “{before}” a quantity word is expected, not {written}.",
            "Write is all, is most, is several, is some, is one or is none."),
    "_IN": ("After “{before}” it is not said where: {written} stands there.", _WHERE),
    "_BY": ("After “{before}” it is not said where: {written} stands there.", _WHERE),
    "OF": ("After “of” a number is expected, not {written}.", "Write = 17 of 32."),
    "QUOTE": ("After “quote” words in quotation marks are expected, not {written}.", _QUOTE),
    "JUDGED": ("After judged(…) stands what it is judged to be.",
               'Write judged("policy streams", process, national) = "no evidence".'),
}  # fmt: skip


def misplaced_piece(text: str, pieces: Sequence[Piece], index: int) -> Slip:
    """Why the piece at ``index`` cannot stand there; ``len(pieces)`` is the end."""
    piece = pieces[index] if index < len(pieces) else None
    if not index:
        assert piece is not None
        return _wrong_beginning(piece)
    before = pieces[index - 1]
    place = (len(text), len(text)) if piece is None else (piece.start_char, piece.end_char)
    written = "the end" if piece is None else f"“{piece.written}”"
    is_of_a_quote = pieces[0].kind == "QUOTE"
    if is_of_a_quote and before.kind == "_IS":
        sentence = f"After “{before.written}” the word verbatim is expected, not {written}."
        return Slip(sentence, *place, _QUOTE)
    if before.kind in _AFTER:
        sentence, hint = _AFTER[before.kind]
        return Slip(sentence.format(before=before.written, written=written), *place, hint)
    if piece is None:
        return Slip("The check ends too early.", *place, _QUOTE if is_of_a_quote else _VERDICT)
    if piece.kind == "FIGURE":
        return Slip(
            f"Between “{before.written}” and {written} a comparison is expected.",
            *place,
            "Write >, >=, =, <= or < between two figures; several checks are written one by one.",
        )
    if piece.kind == "WORD" and piece.written.casefold() in ("and", "or", "not"):
        return Slip(
            f"Checks are not joined by “{piece.written}”.",
            *place,
            "Write each as a check of its own: a finding holds when all of them hold.",
        )
    if before.kind in ("FIGURE", "WORD") and piece.kind in ("WORD", "NUMBER", "PERCENT"):
        return Slip(f"{written} cannot stand after “{before.written}”.", *place, _VERDICT)
    return Slip(f"{written} is too much here.", *place, _EXAMPLE)


def _wrong_beginning(piece: Piece) -> Slip:
    place = (piece.start_char, piece.end_char)
    if piece.kind == "STRING":
        return Slip("It is not said what is to be checked of these words.", *place, _QUOTE)
    if piece.kind == "WORD":
        return Slip(
            f"It is not said what of “{piece.written}” is counted.",
            *place,
            f"Write for instance participants(code:{piece.written}) >= 3.",
        )
    return Slip(f"A check cannot begin with “{piece.written}”.", *place, _EXAMPLE)
