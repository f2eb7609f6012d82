"""`crosscase quotes`: words chosen to be published, held against the transcripts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from crosscase.cli.importing_tables import rows_answer
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import (
    COMMON,
    Common,
    DryRun,
    SourceName,
    Strict,
    StudyPath,
    flag,
    given,
    says,
    span,
)
from crosscase.cli.quotes_left import write_quotes
from crosscase.cli.quotes_shown import (
    balance_data,
    draw_balance,
    draw_match,
    draw_quotes,
    match_data,
    quote_data,
)
from crosscase.cli.rendering import FAILED, Answer, Screen, counted
from crosscase.cli.table_files import table_of
from crosscase.cli.verbs import did
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study_findings.quote_reading import QuoteWithStanding

app = App(
    name="quotes",
    usage="Usage: crosscase quotes STUDY [OPTIONS]\n   or: crosscase quotes VERB ...\n",
)
QuoteName = Annotated[str, says("The quote, by its name (Q12) or id.", "QUOTE")]
FindingName = Annotated[str | None, says("The finding that it speaks for, such as F3.")]
OfFinding = Annotated[str | None, says("Only those of this finding.")]
Words = Annotated[
    str | None, says("The words as they are printed, with [...] and [brackets] for changes.")
]
Named = Annotated[str | None, says("What it is called; otherwise the next free of Q1, Q2...")]


@app.default
def list_(study: StudyPath, /, *, finding: OfFinding = None, common: Common = COMMON) -> Answer:
    """List the quotes, each with how it stands to its transcript now."""
    with opened(study, common, reads=True) as work:
        found = work.quotes.all(finding)
    data = {"quotes": [quote_data(each) for each in found]}
    return Answer(data, lambda screen: draw_quotes(screen, found))


@app.command
def show(study: StudyPath, quote: QuoteName, /, *, common: Common = COMMON) -> Answer:
    """Show one quote: its words, what was said, and what differs."""
    with opened(study, common, reads=True) as work:
        found = work.quotes.get(quote)

    def draw(screen: Screen) -> None:
        screen.line(f"{found.name}: {found.words}", "bold")
        draw_match(screen, found.match)
        label = "none helps: paraphrase, or ask" if found.attribution is None else found.attribution
        screen.line(f"Label: {label or 'none, as nobody is linked who speaks there'}")
        for risk in found.risks:
            screen.line(f"  {risk}")
        if found.finding_name is not None:
            screen.line(f"{'Against' if found.against else 'For'} {found.finding_name}.")
        if found.note:
            screen.line(f"Note: {found.note}")

    return Answer({"quote": quote_data(found)}, draw)


@app.command
def choose(
    study: StudyPath,
    source: SourceName,
    /,
    *,
    quote: Annotated[str | None, says("The passage: its words, exactly as they stand.")] = None,
    at: Annotated[str | None, says("Or where: START-END, in characters from 0.")] = None,
    words: Words = None,
    finding: FindingName = None,
    against: Annotated[bool, flag("It speaks against the finding.")] = False,
    name: Named = None,
    note: Annotated[str | None, says("A note.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Choose a passage to be quoted.

    crosscase quotes choose ics.crosscase "Ann.docx" --quote "the money was all gone" --finding F3
    """
    start, end = (None, None) if at is None else span(at)
    with opened(study, common) as work:
        chosen = work.quotes.choose(
            source,
            quote=quote,
            start_char=start,
            end_char=end,
            words=words,
            finding=finding,
            against=against,
            name=name,
            note=note,
        )
    return Answer({"quote": quote_data(chosen)}, f"Chose {chosen.name}: {chosen.match.says}.")


@app.command
def change(
    study: StudyPath,
    quote: QuoteName,
    /,
    *,
    words: Annotated[
        str | None, says('The words as they are printed; "" takes those of the passage.')
    ] = None,
    finding: Annotated[str | None, says('The finding; "" takes it off its finding.')] = None,
    against: Annotated[
        bool | None, Parameter(help="It speaks against the finding.", negative="--for")
    ] = None,
    name: Annotated[str | None, says("What it is called.")] = None,
    note: Annotated[str | None, says('A note; "" clears it.')] = None,
    common: Common = COMMON,
) -> Answer:
    """Change the words, the name, the note, or what a quote speaks for."""
    told: dict[str, Any] = given(words=words, finding=finding, name=name, note=note)
    with opened(study, common) as work:
        recorded = work.quotes.change(quote, against=against, **told)
    return did(recorded, "Changed the quote.", quote=quote)


@app.command
def remove(study: StudyPath, quote: QuoteName, /, *, common: Common = COMMON) -> Answer:
    """Take a quote out of the bank; `crosscase undo` or `quotes restore` brings it back."""
    with opened(study, common) as work:
        recorded = work.quotes.remove(quote)
    return did(recorded, "Removed the quote.", quote=quote)


@app.command
def restore(study: StudyPath, quote: QuoteName, /, *, common: Common = COMMON) -> Answer:
    """Bring a removed quote back."""
    with opened(study, common) as work:
        recorded = work.quotes.restore(quote)
    return did(recorded, "Restored the quote.", quote=quote)


@app.command
def check(
    study: StudyPath,
    words: Annotated[
        str | None, says("Any words; left out: all quotes of the bank.", "WORDS")
    ] = None,
    /,
    *,
    source: Annotated[str | None, says("Only in this source.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Hold words, or the whole bank, against the transcripts; status 1 where one differs."""
    if words is None and source is not None:
        raise MistakeOfUse(
            "--source says where words are looked for, and there are none.",
            slug="source-of-what",
            hint="Give the words, or leave --source out: quotes of the bank know their sources.",
        )
    with opened(study, common, reads=True) as work:
        if words is not None:
            match = work.quotes.check(words, source)
            return Answer(
                {"match": match_data(match)},
                lambda screen: draw_match(screen, match),
                FAILED if match.standing in ("differs", "absent") else 0,
            )
        found = work.quotes.all()
    wrong = [each for each in found if each.match.standing in ("differs", "absent")]
    data = {"quotes": [quote_data(each) for each in found], "failing": len(wrong)}
    return Answer(data, lambda screen: _draw_check(screen, found, wrong), FAILED if wrong else 0)


def _draw_check(
    screen: Screen,
    found: tuple[QuoteWithStanding, ...],
    wrong: list[QuoteWithStanding],
) -> None:
    for each in wrong:
        screen.line(f"{each.name}: {each.match.says}")
    right = len(found) - len(wrong)
    screen.line(f"{right:,} of {counted(len(found), 'quote')} as in the transcripts.")


@app.command
def balance(
    study: StudyPath,
    /,
    *,
    of: Annotated[
        str | None, says("A query: shares are of the passages that it finds.", "--of")
    ] = None,
    by: Annotated[
        tuple[str, ...],
        Parameter(help="A kind of cases or an attribute; again for more.", negative=()),
    ] = (),
    common: Common = COMMON,
) -> Answer:
    """Tell who is quoted more or less than their share of what was said, and who never."""
    with opened(study, common, reads=True) as work:
        found = work.quotes.balance(of=of, by=by or None)
    return Answer(balance_data(found), lambda screen: draw_balance(screen, found))


@app.command
def export(
    study: StudyPath,
    file: Annotated[Path, says("A .docx, .html, .csv or .xlsx.", "FILE")],
    /,
    *,
    finding: OfFinding = None,
    leaving: Leaving = LEAVING,
    release: Annotated[
        str | None, says("Record the quotes in it as a release of this name.", "--release")
    ] = None,
    to: Annotated[str | None, says("Who gets that release.", "--to")] = None,
    common: Common = COMMON,
) -> Answer:
    """Write the quotes to a file, with the labels that the disclosure policy lets be printed.

    Names of participants and sources are not in it; quotes whose words stand in no transcript
    any more are left out.
    """
    with opened(study, common, reads=release is None) as work:
        leaving.check(work, file)
        made = work.quotes.leaving(finding)
        return write_quotes(
            work, file, made, replace=leaving.replace, release=release, recipient=to
        )


@app.command(name="import")
def import_(
    study: StudyPath,
    file: Annotated[Path, says("A .csv or spreadsheet.", "FILE")],
    /,
    *,
    sheet: Annotated[str | None, says("The sheet of a spreadsheet; otherwise the first.")] = None,
    strict: Strict = False,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Choose quotes from a table: words, and if wanted source, finding, against, name, note.

    Without start_char and end_char the words are looked for in the source, or in all of them.
    """
    table = table_of(file, sheet)
    with opened(study, common, reads=dry_run) as work:
        done = work.quotes.import_table(
            table.columns, table.rows, lines=table.lines, strict=strict, dry_run=dry_run
        )
    said = f"{'Would choose' if dry_run else 'Chose'} {counted(done.quotes, 'quote')}"
    told = [
        f"{done.already_there:,} there already" if done.already_there else "",
        f"{done.differing:,} with words that differ" if done.differing else "",
    ]
    data = {
        "dry_run": dry_run,
        "quotes": done.quotes,
        "already_there": done.already_there,
        "differing": done.differing,
        "refused": [{"line": line, "sentence": error.sentence} for line, error in done.refused],
    }
    return rows_answer(data, f"{', '.join([said, *filter(None, told)])}.", done.refused)
