"""`crosscase withdraw`: a participant takes their consent back, or gives it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase import surroundings
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, flag, says
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.cli.verbs import did

if TYPE_CHECKING:
    from crosscase.fieldwork.withdrawals import WithdrawalPreview, WithdrawnOutputs

app = App(name="withdraw")
Person = Annotated[str, says("The participant, by name or id.", "PARTICIPANT")]
_WITHDRAWN = "a withdrawn source"
_UNTOLD = ("case", "revision")


@app.default
def withdraw(
    study: StudyPath,
    participant: Person,
    /,
    *,
    day: Annotated[
        str | None, says("The day on which they said so, such as 2026-03-02; otherwise today.")
    ] = None,
    reason: Annotated[
        str | None, says("Why or how, for the record. Their name and words do not belong here.")
    ] = None,
    preview: Annotated[bool, flag("Say what it hides, and change nothing.")] = False,
    common: Common = COMMON,
) -> Answer:
    """Hide a participant, every source in which they speak, and all that is about these.

    crosscase withdraw ics.crosscase P07 --day 2026-03-02

    Queries, matrices, exports, searches and the history show nothing of it until the withdrawal
    is lifted. Nothing is deleted: `crosscase purge` does that.
    """
    with opened(study, common, reads=preview) as work:
        told = work.withdrawals.preview(participant)
        if preview:
            return Answer(told, lambda screen: _show_preview(screen, told))
        recorded = work.withdrawals.withdraw(
            participant, day=day or surroundings.local_day(), reason=reason
        )

    def show(screen: Screen) -> None:
        _show_preview(screen, told)
        screen.line()
        screen.line("`crosscase withdraw lift` shows it again; `crosscase purge` ends it for ever.")

    said = f"“{participant}” is withdrawn; what is theirs is hidden."
    return did(recorded, said, show, participant=told.participant, hidden=told)


@app.command
def lift(study: StudyPath, participant: Person, /, *, common: Common = COMMON) -> Answer:
    """Show a withdrawn participant and all that is theirs again."""
    with opened(study, common) as work:
        recorded = work.withdrawals.lift(participant)
    return did(recorded, f"“{participant}” is withdrawn no more; what is theirs shows again.")


@app.command(name="list")
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the withdrawals that stand, by the ids of the participants: their names are hidden."""
    with opened(study, common, reads=True) as work:
        listed = work.withdrawals.all()
    rows = [(each.participant, each.day, each.reason) for each in listed]
    data = [{"participant": who, "day": day, "reason": why} for who, day, why in rows]
    return Answer(
        {"withdrawals": data},
        lambda screen: screen.table(
            ("participant", "day", "reason"), rows, empty="Nobody is withdrawn."
        ),
    )


@app.command
def outputs(study: StudyPath, participant: Person, /, *, common: Common = COMMON) -> Answer:
    """List what names or quotes a participant: codes, queries, memos, releases and findings."""
    with opened(study, common, reads=True) as work:
        told = work.withdrawals.outputs(participant)
    return Answer(told, lambda screen: _show_outputs(screen, told))


def _show_preview(screen: Screen, told: WithdrawalPreview) -> None:
    screen.table(
        ("source", "other speakers", "turns", "codings"),
        [(each.name or _WITHDRAWN, each.others, each.turns, each.codings)
         for each in told.sources],
        empty="They speak in no source.",
    )  # fmt: skip
    _show_shared(screen, told)
    screen.line()
    named = {**told.counts, "participant": told.counts.get("case", 0)}
    kinds = sorted(named.keys() - set(_UNTOLD))
    listed = ((kind.replace("_", " "), named[kind]) for kind in kinds)
    screen.pairs((kind, count) for kind, count in listed if count)
    screen.line()
    _show_outputs(screen, told.outputs)


def _show_shared(screen: Screen, told: WithdrawalPreview) -> None:
    """That what others said in the same sources is hidden with them, and for how long."""
    shared = [each for each in told.sources if each.others]
    if not shared:
        return
    screen.line(
        f"{counted(len(shared), 'source')} of other speakers too, hidden whole while the "
        "withdrawal stands:"
    )
    for each in shared:
        said = (
            f"{who.name or 'somebody who withdrew'} ({counted(who.turns, 'turn')}"
            + ("" if who.is_linked else ", linked to nobody")
            + ")"
            for who in each.speakers
        )
        screen.line(f"  {each.name or _WITHDRAWN}: also {', '.join(said)}")
    screen.line("`crosscase purge --keep-others` can cut only this person's turns for ever.")
    if any(not who.is_linked for each in shared for who in each.speakers):
        screen.line(
            "A label that is linked to nobody counts as somebody else: if it is this person's, "
            "link it with `crosscase speakers link`."
        )


def _show_outputs(screen: Screen, told: WithdrawnOutputs) -> None:
    rows = [
        (what, each.name or each.id)
        for what, found in (
            ("in vivo code", told.codes),
            ("saved query", told.queries),
            ("memo", told.memos),
            ("release", told.releases),
            ("finding", told.findings),
        )
        for each in found
    ]
    screen.table(("used by", "name"), rows, empty="Nothing else names them or uses their words.")
    if told.codes or told.queries or told.memos:
        screen.line("Codes, queries and memos stay as they are: change those that say too much.")
    if told.cells or told.evidence:
        screen.line(
            f"{counted(told.cells, 'summary', 'summaries')} and "
            f"{counted(told.evidence, 'evidence passage')} are hidden with them."
        )
