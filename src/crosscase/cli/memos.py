"""`crosscase memos`: notes, each on what it hangs on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says, span, words_of
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen
from crosscase.cli.verbs import did
from crosscase.errors import MistakeOfUse

app = App(name="memos")
MemoName = Annotated[str, says("The memo, by title or id.", "MEMO")]
MemoKind = Literal["analytic", "methodological", "reflexive", "summary"]
Words = Annotated[str | None, says("Its words.")]
WordsFile = Annotated[
    Path | None,
    Parameter(
        help="A file with its words; - reads them from the pipe.",
        negative=(),
        allow_leading_hyphen=True,
    ),
]


@app.default
def list_(
    study: StudyPath,
    /,
    *,
    kind: Annotated[MemoKind | None, says("Those of one kind.")] = None,
    author: Annotated[str | None, says("Those of one author.")] = None,
    about: Annotated[str | None, says("Those about one thing, such as code:Trust.")] = None,
    common: Common = COMMON,
) -> Answer:
    """List the memos."""
    with opened(study, common, reads=True) as work:
        found = work.memos.all(memo_kind=kind, author=author, about=about)
        texts = {memo.id: work.memos.text(memo.id) for memo in found}
        authors = {each.coder.id: each.coder.name for each in work.coders.all()}
    rows = [(m.title, m.memo_kind, authors.get(m.author or ""), texts[m.id]) for m in found]
    data = [
        {**plain(memo), "author": authors.get(memo.author or ""), "text": texts[memo.id]}
        for memo in found
    ]
    return Answer(
        {"memos": data},
        lambda screen: screen.table(
            ("memo", "kind", "author", "words"), rows, empty="No memos yet."
        ),
    )


@app.command
def show(study: StudyPath, memo: MemoName, /, *, common: Common = COMMON) -> Answer:
    """Print a memo, and the passage that it hangs on."""
    with opened(study, common, reads=True) as work:
        found, text = work.memos.get(memo), work.memos.text(memo)
        passage = work.memos.passage(memo)

    def draw(screen: Screen) -> None:
        screen.line(found.title, "bold")
        if passage is not None:
            place = f"{passage.source_name} {passage.start_char}-{passage.end_char}"
            screen.passage(place, "", passage.text, "")
        screen.line(text)

    return Answer({**plain(found), "text": text, "passage": passage}, draw)


@app.command
def write(
    study: StudyPath,
    title: Annotated[str, says("Its title.", "TITLE")],
    /,
    *,
    text: Words = None,
    file: WordsFile = None,
    kind: Annotated[MemoKind, says("What kind of memo it is.")] = "analytic",
    about: Annotated[str | None, says("What it is about, such as code:Trust.")] = None,
    source: Annotated[str | None, says("The source of a passage that it hangs on.")] = None,
    at: Annotated[str | None, says("The place of that passage: START-END.")] = None,
    quote: Annotated[str | None, says("The words of that passage.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Write a memo, about anything in the study or on a passage."""
    passage = _passage(source, at, quote)
    words = words_of(text, file, "The memo's text") or ""
    if not words.strip():
        raise MistakeOfUse(
            f"The memo “{title}” has no words.",
            slug="no-words",
            hint="Give them with --text TEXT or --file FILE; --file - reads them from a pipe.",
        )
    with opened(study, common) as work:
        memo = work.memos.write(title, words, memo_kind=kind, about=about, passage=passage)
    return Answer({"memo": memo}, f"Wrote “{memo.title}”.")


def _passage(
    source: str | None, at: str | None, quote: str | None
) -> tuple[str, str] | tuple[str, int, int] | None:
    if source is None and at is None and quote is None:
        return None
    if source is not None and quote is not None and at is None:
        return source, quote
    if source is not None and at is not None and quote is None:
        return (source, *span(at))
    raise MistakeOfUse(
        "A passage is a source with either a place or a quote.",
        slug="no-passage",
        hint="Give --source NAME and --at START-END, or --source NAME and --quote TEXT.",
    )


@app.command
def change(
    study: StudyPath,
    memo: MemoName,
    /,
    *,
    title: Annotated[str | None, says("Another title.")] = None,
    text: Words = None,
    file: WordsFile = None,
    kind: Annotated[MemoKind | None, says("Another kind.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Change the title, the words or the kind of a memo."""
    words = words_of(text, file, "The memo's text")
    with opened(study, common) as work:
        found = work.memos.get(memo)
        recorded = work.memos.change(found.id, title=title, text=words, memo_kind=kind)
    return did(recorded, f"Changed “{found.title}”.", memo=found.id)


@app.command
def remove(study: StudyPath, memo: MemoName, /, *, common: Common = COMMON) -> Answer:
    """Hide a memo; `crosscase undo` or `restore` brings it back."""
    with opened(study, common) as work:
        found = work.memos.get(memo)
        recorded = work.memos.remove(found.id)
    return did(recorded, f"Removed “{found.title}” ({found.id}).", memo=found.id)


@app.command
def restore(
    study: StudyPath,
    memo: Annotated[str, says("The removed memo, by title or id.", "MEMO")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed memo back."""
    with opened(study, common) as work:
        recorded = work.memos.restore(memo)
        found = work.memos.get(memo)
    return did(recorded, f"Restored “{found.title}”.", memo=found.id)
