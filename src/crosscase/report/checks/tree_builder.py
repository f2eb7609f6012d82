"""From the pieces of a check to its tree, checking what the grammar cannot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, cast

from lark import Token, Transformer
from lark.lexer import Lexer

from crosscase.model.slips import Slip
from crosscase.report.checks.pieces import Piece
from crosscase.report.checks.settled import refuse_settled
from crosscase.report.checks.tree import (
    Against,
    Amount,
    CheckTree,
    Compared,
    Figure,
    FigureCheck,
    InteractionFigure,
    JudgedCheck,
    Measure,
    Name,
    Parts,
    QuoteCheck,
    Relation,
    Sign,
    Worded,
    amount_text,
)

__all__ = ["PieceLexer", "TreeBuilder"]

_SIGNS = {"≥": ">=", "≤": "<=", "≠": "!=", "<>": "!=", "==": "="}
_EVERY = ("every", "each", "all")
_NO = ("no", "none")
_BOUNDS: dict[tuple[str, str], Sign] = {
    ("at", "least"): ">=",
    ("at", "most"): "<=",
    ("more", "than"): ">",
    ("fewer", "than"): "<",
    ("less", "than"): "<",
    ("exactly", ""): "=",
    ("only", ""): "=",
}
_WHERE_WORDS = ("source", "document", "participant")


class HeldToken(Token):
    """A token with what its piece holds: words without their quotation marks, a figure."""

    held: Any


class PieceLexer(Lexer):
    """Hands pieces to the parser."""

    def __init__(self, conf: Any) -> None:
        pass

    def lex(self, pieces: Iterable[Piece]) -> Iterator[Token]:  # type: ignore[override]
        """The pieces as tokens that hold them."""
        for piece in pieces:
            token = HeldToken(piece.kind, piece.written, piece.start_char, end_pos=piece.end_char)
            token.held = piece.held
            yield token


class TreeBuilder(Transformer[Token, CheckTree]):
    """One method a rule of the grammar; each is given what its parts became."""

    def start(self, parts: list[Any]) -> CheckTree:
        refuse_settled(parts[0])
        return cast(CheckTree, parts[0])

    def stated(self, parts: list[Any]) -> CheckTree:
        amount, check = parts
        place = (amount.start_char, amount.end_char)
        if not isinstance(check, FigureCheck) or check.parts is not None:
            raise Slip("A number before “:” is that of a figure alone.", *place)
        says = Compared("=", amount)
        if check.relation not in (None, says):
            raise Slip(
                "The number before “:” and the one that is checked differ.",
                *place,
                "Write it once: 17 of 32 : participants(code:trust).",
            )
        said = replace(check, relation=says)
        refuse_settled(said)
        return said

    def figure(self, parts: list[Any]) -> Figure:
        return cast(Figure, parts[0].held)

    def figure_by(self, parts: list[Any]) -> Figure:
        figure, word = parts[0].held, parts[1]
        if not isinstance(figure, InteractionFigure):
            raise Slip(
                "Only interactions are counted “by” something.",
                word.start_pos - 3,
                word.end_pos,
                f"Write what is counted before the bracket: {word}(…).",
            )
        unit = Name(str(word), word.start_pos, word.end_pos)
        return replace(figure, unit=unit, end_char=word.end_pos)

    def amount(self, parts: list[Any]) -> Amount:
        first, last = parts[0], parts[-1]
        place = (first.start_pos, last.end_pos)
        if first.type == "FRACTION":
            above, below = (int(each) for each in re.split(r"\s*/\s*", first.replace(",", "")))
            if not below:
                raise Slip("Nothing can be divided by 0.", *place)
            return Amount(
                Fraction(above, below), is_share=True, start_char=place[0], end_char=place[1]
            )
        if first.type == "PERCENT":
            number = re.match(r"[\d.,]+", first)
            assert number is not None
            return Amount(_number(number[0]) / 100, True, None, *place)
        value = _number(first)
        of = None if len(parts) == 1 else _number(last)
        if of is not None and (of.denominator != 1 or value.denominator != 1):
            raise Slip("Only whole numbers stand on both sides of “of”.", *place)
        return Amount(value, False, None if of is None else int(of), *place)

    def compared(self, parts: list[Any]) -> Relation:
        return Compared(_sign(parts[0]), parts[1])

    def against(self, parts: list[Any]) -> Relation:
        return Against(_sign(parts[0]), parts[1])

    def worded(self, parts: list[Any]) -> Relation:
        return cast(Relation, parts[0])

    def words(self, parts: list[Token]) -> Worded:
        return _worded(parts)

    def phrase(self, parts: list[Token]) -> Parts:
        return _parts(parts)

    def figure_alone(self, parts: list[Any]) -> CheckTree:
        return FigureCheck(parts[0])

    def figure_check(self, parts: list[Any]) -> CheckTree:
        return FigureCheck(parts[0], _of_a_share(parts[0], parts[1]))

    def parts_check(self, parts: list[Any]) -> CheckTree:
        return FigureCheck(parts[0], None, parts[1])

    def relation_in_parts(self, parts: list[Any]) -> CheckTree:
        figure, relation, where = parts
        return FigureCheck(figure, _of_a_share(figure, relation), where)

    def in_source(self, parts: list[Token]) -> tuple[str, Name]:
        return "source", _where_name(parts)

    def by_participant(self, parts: list[Token]) -> tuple[str, Name]:
        return "participant", _where_name(parts)

    def quote_check(self, parts: list[Any]) -> CheckTree:
        word, said, *where = parts
        held: dict[str, Name] = {}
        for what, name in where:
            if what in held:
                raise Slip(f"The {what} is said twice.", name.start_char, name.end_char)
            held[what] = name
        end = where[-1][1].end_char if where else said.end_pos
        place = {"start_char": word.start_pos, "end_char": end}
        if said.type == "STRING":
            words = said.held.strip()
            if not words:
                raise Slip("The quotation is empty.", said.start_pos, said.end_pos)
            return QuoteCheck(words, None, held.get("source"), held.get("participant"), **place)
        name = Name(str(said), said.start_pos, said.end_pos)
        return QuoteCheck(None, name, held.get("source"), held.get("participant"), **place)

    def judged_check(self, parts: list[Any]) -> CheckTree:
        judged, sign, status = parts
        written = _sign(sign)
        if written not in ("=", "!="):
            raise Slip(
                "Judgements have no more and less here.",
                sign.start_pos,
                sign.end_pos,
                "Write = or !=.",
            )
        name = Name(status.held.strip(), status.start_pos, status.end_pos)
        assert isinstance(judged.held, JudgedCheck)
        return replace(judged.held, sign=written, status=name)


def _of_a_share(figure: Figure, relation: Relation) -> Relation:
    """A share is compared with a share: 0.8 is one, and 80 is not."""
    is_share = _is_share(figure)
    if isinstance(relation, Against) and is_share != _is_share(relation.figure):
        raise Slip(
            "A share is compared with a share.",
            relation.figure.start_char,
            relation.figure.end_char,
            "Write share(…, of:participants) on both sides, or a number on both.",
        )
    if not (is_share and isinstance(relation, Compared)):
        return relation
    amount = relation.amount
    if amount.is_share or amount.of is not None:
        return relation
    if 0 < amount.value < 1:
        return replace(relation, amount=replace(amount, is_share=True))
    raise Slip(
        "A share is compared with a share.",
        amount.start_char,
        amount.end_char,
        f"Write {amount_text(amount)}%, a fraction such as 2/3, or 17 of 32.",
    )


def _is_share(figure: Figure) -> bool:
    return isinstance(figure, Measure) and figure.base is not None


def _sign(token: Token) -> Sign:
    return cast(Sign, _SIGNS.get(str(token), str(token)))


def _number(written: str) -> Fraction:
    return Fraction(written.replace(",", ""))


def _worded(tokens: Sequence[Token]) -> Worded:
    word = " ".join(str(each).casefold() for each in tokens)
    return Worded(word, tokens[0].start_pos or 0, tokens[-1].end_pos or 0)


def _parts(tokens: Sequence[Token]) -> Parts:
    """What “every site”, “at least 3 sites” and “3 of 3 sites” say."""
    noun = tokens[-1]
    place = (tokens[0].start_pos or 0, noun.end_pos or 0)
    how = tokens[:-1]
    if noun.type != "WORD" or not how:
        raise Slip(
            f"It is not said in how many of what: “{' '.join(tokens)}”.",
            *place,
            "Write in every site, in most sites, in at least 3 sites or in 3 of 3 sites.",
        )
    named = Name(str(noun), noun.start_pos or 0, noun.end_pos or 0)
    if how[-1].type == "OF" or (len(how) > 1 and str(how[-1]).casefold() == "the"):
        how = [each for each in how if str(each).casefold() not in ("of", "the")]
    return Parts(_how_many(how, place), named)


def _how_many(tokens: Sequence[Token], place: tuple[int, int]) -> Compared | Worded:
    words = [str(each).casefold() for each in tokens]
    start = (tokens[0].start_pos or 0) if tokens else place[0]
    end = (tokens[-1].end_pos or 0) if tokens else place[1]
    if all(each.type == "WORD" for each in tokens):
        if len(words) == 1 and words[0] in _EVERY:
            return Worded("every", start, end)
        if words == ["both"]:
            return Compared("=", Amount(Fraction(2), False, 2, start, end))
        if len(words) == 1 and words[0] in _NO:
            return Worded("no", start, end)
        return Worded(" ".join(words), start, end)
    sign: Sign | None = None
    numbers = list(tokens)
    for (first, second), meant in _BOUNDS.items():
        bound = [first, second] if second else [first]
        if words[: len(bound)] == bound:
            sign, numbers = meant, numbers[len(bound) :]
            break
    kinds = [each.type for each in numbers]
    if kinds == ["NUMBER"]:
        value, of = _number(numbers[0]), None
    elif kinds == ["NUMBER", "OF", "NUMBER"]:
        value, of = _number(numbers[0]), int(_number(numbers[2]))
    elif kinds in (["PERCENT"], ["FRACTION"]):
        amount = TreeBuilder().amount(numbers)
        return Compared(sign or ">=", amount)
    else:
        raise Slip(
            f"“{' '.join(tokens)}” is no number of parts.",
            start,
            end,
            "Write every, most, some, no, at least 3 or 3 of 3.",
        )
    if value.denominator != 1:
        raise Slip("Parts are counted in whole numbers.", start, end)
    return Compared(sign or "=", Amount(value, False, of, start, end))


def _where_name(tokens: Sequence[Token]) -> Name:
    held = list(tokens)
    if len(held) > 1 and str(held[0]).casefold() in _WHERE_WORDS:
        held = held[1:]
    start, end = held[0].start_pos or 0, held[-1].end_pos or 0
    if any(each.type == "STRING" for each in held) and len(held) > 1:
        raise Slip("Only one name can stand here.", start, end)
    quoted = held[0]
    name = (
        quoted.held if isinstance(quoted, HeldToken) and quoted.type == "STRING" else " ".join(held)
    )
    return Name(str(name).strip(), start, end)
