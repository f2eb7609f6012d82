"""Several projects in one study, and copies worked on apart: none takes from another."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from crosscase.exchange.crossing import CrossingReport
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.making import coding, guid, project
from tests.exchange.taguette_files import offsets, taguette_file

WORDS = {0: "Hello words of the first project.", 500: "Quite other things stand in the second."}


def code(number: int, definition: str) -> str:
    """A codebook of one code."""
    said = f"<Description>{definition}</Description>"
    return (
        f'<CodeBook><Codes><Code guid="{guid(number)}" name="Trust" isCodable="true">{said}</Code>'
        "</Codes></CodeBook>"
    )


def text(number: int, name: str, words: str, inside: str = "") -> str:
    """One text."""
    return (
        f'<TextSource guid="{guid(number)}" name="{name}"><PlainTextContent>{words}'
        f"</PlainTextContent>{inside}</TextSource>"
    )


def bring(study: Study, data: bytes) -> CrossingReport:
    """Bring a project in; its report adds up and the study is sound."""
    report = study.projects.bring_in(data, name="p")
    assert report.is_balanced, report.kinds
    assert study.verify() == []
    return report


def quotes(study: Study) -> list[tuple[str, str]]:
    """The words of each coding with its code."""
    rows = study.codings.frame().iter_rows(named=True)
    return sorted((row["text"], row["code_path"]) for row in rows)


def of_code(shift: int) -> bytes:
    """A project that has a word of its own for a code."""
    sources = text(2 + shift, f"P{shift}", WORDS[shift])
    return project(f"{code(1 + shift, f'As in {shift}')}<Sources>{sources}</Sources>")


def of_memo(shift: int) -> bytes:
    """A project whose memo has the title that tools give."""
    note = (
        f'<Note guid="{guid(8 + shift)}" name="Memo 1"><PlainTextContent>{WORDS[shift]}'
        "</PlainTextContent></Note>"
    )
    sources = text(2 + shift, f"P{shift}", WORDS[shift])
    return project(f"<Sources>{sources}</Sources><Notes>{note}</Notes>")


@pytest.mark.parametrize("make", [of_code, of_memo])
def test_a_project_changes_nothing_of_another_one(make: Callable[[int], bytes]) -> None:
    with make_study(None) as study:
        reports = [bring(study, make(shift)) for shift in (0, 500, 0, 500)]
        assert [each.differences for each in reports] == [()] * 4
        assert [each.operation is None for each in reports[2:]] == [True, True]
        if make is of_code:
            assert study.codes.get("Trust").definition == "As in 0"
        else:
            memos = [each.id for each in study.memos.all()]
            assert {study.memos.text(memo) for memo in memos} == set(WORDS.values())


def same_words(shift: int, names: tuple[str, ...], words: str = "The same words in all.") -> bytes:
    """Texts of the same words, of each of which another word is coded."""
    spans = [(0, 3), (4, 8)]
    found = ""
    for number, (name, (start, end)) in enumerate(zip(names, spans, strict=False)):
        at = shift + 10 * number
        marked = (
            f'<PlainTextSelection guid="{guid(3 + at)}" startPosition="{start}" '
            f'endPosition="{end}">{coding(4 + at, 1 + shift, None)}</PlainTextSelection>'
        )
        found += text(2 + at, name, words, marked if words else "")
    return project(f"{code(1 + shift, 'One')}<Sources>{found}</Sources>")


def test_texts_of_the_same_words_are_told_apart_under_new_guids() -> None:
    with make_study(None) as study:
        bring(study, same_words(0, ("P1", "P2")))
        before = quotes(study)
        assert bring(study, same_words(500, ("P1", "P2"))).operation is None
        assert quotes(study) == before
        assert sorted(each.name for each in study.sources.all()) == ["P1", "P2"]


def test_an_empty_text_is_not_taken_for_another_empty_text() -> None:
    with make_study(None) as study:
        bring(study, same_words(0, ("Picture of a pot",), ""))
        bring(study, same_words(500, ("Film of a winter",), ""))
        names = {"Picture of a pot", "Film of a winter"}
        assert {each.name for each in study.sources.all()} == names


def copy_of(words: str, day: int, tag: str) -> bytes:
    """A copy of a Taguette project in which one more highlight and one more tag were made."""
    payloads = [
        {"type": "highlight_add", "highlight_id": 50, "tags": [19]},
        {"type": "tag_add", "tag_id": 19, "tag_path": tag},
    ]
    commands = [
        ("commands", (90 + n, f"2025-07-0{day} 10:00:00", "ann", 1, 10, json.dumps(said)))
        for n, said in enumerate(payloads)
    ]
    return taguette_file(
        more=[
            ("highlights", (50, 10, *offsets(words), f"<p>{words}</p>")),
            ("highlight_tags", (50, 19)),
            ("tags", (19, 1, tag, "")),
            *commands,
        ]
    )


def test_copies_of_a_taguette_project_keep_what_was_made_in_each() -> None:
    first, second = copy_of("pot", 1, "Objects"), copy_of("came", 2, "Feelings")
    with make_study(None) as study:
        bring(study, first)
        bring(study, second)
        assert {("pot", "Objects"), ("came", "Feelings")} <= set(quotes(study))
        assert len(quotes(study)) == len(set(quotes(study)))
        for again in (first, second):
            assert bring(study, again).operation is None
