"""The table of commands: what each is called, where it lives, and what it is for."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["COMMANDS", "Command", "overview"]


@dataclass(frozen=True, slots=True)
class Command:
    """One command; ``place`` is imported when it is used, ``stage`` heads its group in the help."""

    name: str
    place: str
    says: str
    stage: str


def _command(stage: str, name: str, says: str, module: str | None = None) -> Command:
    return Command(name, f"crosscase.cli.{module or name}:app", says, stage)


_BEGIN, _FIELD, _CODE = "Begin and bring in", "Cases and people", "Code"
_ASK, _HISTORY, _KEEP = "Ask and export", "Look back", "Keep and share"
_PROTECT, _WRITE = "Protect people", "Find and write"

COMMANDS: tuple[Command, ...] = (
    _command(_BEGIN, "new", "Make a new study."),
    _command(_BEGIN, "open", "Open a study in the browser."),
    _command(_BEGIN, "info", "Say what a study holds."),
    _command(_BEGIN, "import", "Import documents, tables and projects.", "importing"),
    _command(_BEGIN, "inspect", "Say what a project of another tool holds."),
    _command(_BEGIN, "sources", "List, show, correct and pair sources."),
    _command(_BEGIN, "speakers", "List speakers and link them to participants."),
    _command(_FIELD, "cases", "List, add and arrange cases: sites, organisations, bodies."),
    _command(_FIELD, "participants", "List participants with their roles and places."),
    _command(_FIELD, "attributes", "List, add and set attributes."),
    _command(_FIELD, "frame", "List, import, describe and group tables of candidate cases."),
    _command(_FIELD, "sample", "Choose cases from a frame, and tell how."),
    _command(_FIELD, "inequality", "Work out indices of inequality, and put them on cases."),
    _command(_FIELD, "fieldwork", "Show how far each participant is, and what is to do."),
    _command(_FIELD, "contacts", "List and record how participants were approached."),
    _command(_FIELD, "referrals", "List and record who named whom."),
    _command(_FIELD, "consents", "List and record what participants agreed to."),
    _command(_FIELD, "withdraw", "Hide a participant who took their consent back."),
    _command(_FIELD, "approvals", "List and add approvals and their amendments."),
    _command(_FIELD, "activities", "List and add interviews, meetings and document requests."),
    _command(_FIELD, "guides", "List, add and print interview guides with their topics."),
    _command(_FIELD, "topics", "Link interviewers' turns to topics; see who was asked what."),
    _command(_CODE, "codes", "List, add, rename, move, merge and split codes."),
    _command(_CODE, "codebook", "Import and export the codebook; add frameworks."),
    _command(_CODE, "code", "Code a passage, or every passage that a query finds."),
    _command(_CODE, "codings", "List, re-code, adjust and remove codings."),
    _command(_CODE, "coders", "List, add, rename and describe coders."),
    _command(_CODE, "memos", "List, write and read memos."),
    _command(_CODE, "links", "List and draw links, with their evidence."),
    _command(_CODE, "sets", "List, make and fill sets."),
    _command(_ASK, "query", "Find passages."),
    _command(_ASK, "queries", "List, save and run saved queries."),
    _command(_ASK, "matrix", "Cross codes with cases, attributes or coders."),
    _command(_ASK, "compare", "Compare groups, and search for what speaks against."),
    _command(_ASK, "cooccurrence", "Show which codes meet, by a stated unit."),
    _command(_ASK, "interactions", "Say and count how factors act on one another."),
    _command(_ASK, "chart", "Chart summaries of codes by participants or cases."),
    _command(_ASK, "grid", "Judge the cells of a grid, and compare raters."),
    _command(_ASK, "saturation", "Tell how new codes came in with the interviews."),
    _command(_ASK, "waves", "List and add rounds of fieldwork, and tell what changed."),
    _command(_ASK, "qca", "Find which combinations of conditions go with an outcome."),
    _command(_ASK, "dominance", "Tell a cause across domains, and judge whether it dominates."),
    _command(_ASK, "export", "Write a table to a file."),
    _command(_WRITE, "findings", "Keep what the study claims, checked against its data."),
    _command(_WRITE, "quotes", "Choose quotes, check and balance them, and let them leave."),
    _command(_WRITE, "check", "Check a manuscript's claims, quotes and numbers."),
    _command(_WRITE, "render", "Make a document of a Markdown manuscript."),
    _command(_WRITE, "report", "Tell how the study was done; fill reporting checklists."),
    _command(_WRITE, "package", "Write a replication package, whole or to be shared."),
    _command(_HISTORY, "log", "List what was done, by whom and when."),
    _command(_HISTORY, "undo", "Undo an operation."),
    _command(_HISTORY, "redo", "Bring an undone operation back."),
    _command(_HISTORY, "show", "Show one thing, its history, or what it was."),
    _command(_HISTORY, "conflicts", "List where people's work stands against each other."),
    _command(_PROTECT, "anonymise", "Replace names in a study that is at work; review first."),
    _command(_PROTECT, "vault", "Keep who is who, and the originals, sealed."),
    _command(_PROTECT, "disclose", "Find what would let a reader tell who took part."),
    _command(_PROTECT, "releases", "List and record what left the study."),
    _command(_PROTECT, "protection", "Write the data-protection annex and access reports."),
    _command(_KEEP, "merge", "Bring over what another copy of the study has."),
    _command(_KEEP, "unmerge", "Take out what a merge brought."),
    _command(_KEEP, "purge", "Take things out for ever, words and all."),
    _command(_KEEP, "copy", "Make a safe copy of a study in use."),
    _command(_KEEP, "backup", "Write a sealed backup of a study, or open one."),
    _command(_KEEP, "verify", "Check that a study is sound."),
    _command(_KEEP, "config", "Read and change your settings, or those of a study."),
    _command(_KEEP, "completion", "Let your shell complete commands."),
)

_TAIL = """\
Every command takes --json (one JSON document on standard output) and --as NAME (who does this).
`crosscase COMMAND --help` says more; `crosscase --version` says which crosscase this is.
"""


def overview() -> str:
    """The help of ``crosscase`` itself."""
    lines = [
        "crosscase: qualitative case-study research from transcripts to a cross-case answer",
        "",
        "Usage: crosscase COMMAND STUDY ...",
        '   as: crosscase new ics.crosscase --title "Integrated care"',
        "       crosscase import ics.crosscase transcripts/",
        "       crosscase query ics.crosscase 'code:trust and sector:\"public health\"'",
    ]
    width = max(len(command.name) for command in COMMANDS)
    for stage in dict.fromkeys(command.stage for command in COMMANDS):
        lines += ["", f"{stage}:"]
        lines += [
            f"  {command.name:<{width}}  {command.says}"
            for command in COMMANDS
            if command.stage == stage
        ]
    return "\n".join(lines) + "\n\n" + _TAIL
