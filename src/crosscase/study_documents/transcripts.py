"""A source with its codings, read for its document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crosscase.errors import NotFound
from crosscase.model.ids import Id
from crosscase.model.nouns import Coder, Source
from crosscase.report.document import Cover
from crosscase.report.transcript import MarginCoding, TranscriptDocument, TranscriptSegment
from crosscase.store.code_tree import PATH_MARK, CodeTree, read_tree
from crosscase.store.session import Reading
from crosscase.store.source_list import SourceLine, source_lines
from crosscase.store.source_names import find_coder, find_source
from crosscase.store.source_page import LabelLine, SourceWords, source_codings, source_words

__all__ = ["transcript_document"]


def transcript_document(
    reading: Reading, cover: Cover, source: str, coders: Sequence[str]
) -> TranscriptDocument:
    """A source with the codings of all coders, or of some, in its margin."""
    found = find_source(reading, source)
    wanted = [find_coder(reading, each) for each in coders]
    words = _words(reading, found)
    return TranscriptDocument(
        cover,
        name=found.name or "",
        text="" if words is None else words.text,
        segments=() if words is None else _segments(words),
        codings=_codings(reading, found, {each.id for each in wanted}),
        facts=_facts(source_lines(reading)[found.id], () if words is None else words.labels),
        source_language=found.language,
        coders=tuple(each.name or "" for each in wanted),
    )


def _words(reading: Reading, source: Source) -> SourceWords | None:
    """The words; None for a picture or a recording, which has none and may be coded."""
    try:
        return source_words(reading, source)
    except NotFound:
        return None


def _segments(words: SourceWords) -> list[TranscriptSegment]:
    columns = (
        words.start_char, words.end_char, words.speech_start_char, words.label, words.start_ms
    )  # fmt: skip
    segments = [
        TranscriptSegment(
            "turn",
            start,
            end,
            speech,
            None if label < 0 else words.labels[label].label,
            None if start_ms < 0 else start_ms,
        )
        for start, end, speech, label, start_ms in zip(
            *(column.tolist() for column in columns), strict=True
        )
    ]
    segments += [TranscriptSegment("heading", start, end, start) for start, end in words.headings]
    segments += [
        TranscriptSegment("furniture", start, end, start) for start, end in words.furniture
    ]
    return sorted(segments, key=lambda each: each.start_char)


def _facts(line: SourceLine, labels: Sequence[LabelLine]) -> tuple[tuple[str, str | None], ...]:
    return (
        ("Date", line.source.date),
        ("Speakers", ", ".join(_told(each) for each in labels)),
        ("Lies in", ", ".join(each.name or "" for each in line.groups)),
        ("Length", f"{line.words:,} words in {line.turns:,} turns"),
        ("Note", line.source.note),
    )


def _told(label: LabelLine) -> str:
    """A speaker label with whoever speaks under it: “P01 (Ama Mensah)”, “Int (interviewer)”."""
    person = label.participant and label.participant.name
    role = None if label.role in (None, "participant") else label.role
    more = person if person != label.label else None
    said = more or (role if role != label.label.casefold() else None)
    return f"{label.label} ({said})" if said else label.label


def _codings(reading: Reading, source: Source, coders: set[Id]) -> list[MarginCoding]:
    held = source_codings(reading, source)
    tree, people = read_tree(reading), reading.by_id(Coder)
    paths = [PATH_MARK.join(tree.path_of(code)) for code in held.codes]
    colours = [_colour(tree, code) for code in held.codes]
    found = []
    for at, code in enumerate(held.code):
        coder = None if held.coder[at] < 0 else held.coders[held.coder[at]]
        if coders and coder not in coders:
            continue
        found.append(
            MarginCoding(
                start_char=held.start_char[at],
                end_char=held.end_char[at],
                code=paths[code],
                coder=people[coder].name if coder in people else None,
                colour=colours[code],
                valence=held.valence[at],
                basis=held.basis[at],
                coded_on=date.fromisoformat(held.coded_on[at]),
                is_touched=held.touched[at],
            )
        )
    return found


def _colour(tree: CodeTree, code: Id) -> str | None:
    """A code's colour, or that of the nearest code above it that has one."""
    at: Id | None = code
    while at is not None and at in tree.codes:
        if tree.codes[at].colour:
            return tree.codes[at].colour
        at = tree.parent_of(tree.codes[at])
    return None
