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

COMMANDS: tuple[Command, ...] = (
    _command(_BEGIN, "new", "Make a new study."),
    _command(_BEGIN, "open", "Open a study in the browser."),
    _command(_BEGIN, "info", "Say what a study holds."),
    _command(_BEGIN, "import", "Import transcripts, documents and tables.", "importing"),
    _command(_BEGIN, "sources", "List, show, correct and pair sources."),
    _command(_BEGIN, "speakers", "List speakers and link them to participants."),
    _command(_FIELD, "cases", "List, add and arrange cases: sites, organisations, bodies."),
    _command(_FIELD, "participants", "List participants with their roles and places."),
    _command(_FIELD, "attributes", "List, add and set attributes."),
    _command(_CODE, "codes", "List, add, rename, move, merge and split codes."),
    _command(_CODE, "codebook", "Import and export the codebook; add frameworks."),
    _command(_CODE, "code", "Code a passage, or every passage that a query finds."),
    _command(_CODE, "codings", "List, re-code, adjust and remove codings."),
    _command(_CODE, "coders", "List, add and rename coders."),
    _command(_CODE, "memos", "List, write and read memos."),
    _command(_CODE, "links", "List and draw links, with their evidence."),
    _command(_CODE, "sets", "List, make and fill sets."),
    _command(_ASK, "query", "Find passages."),
    _command(_ASK, "queries", "List, save and run saved queries."),
    _command(_ASK, "matrix", "Cross codes with cases, attributes or coders."),
    _command(_ASK, "export", "Write a table to a file."),
    _command(_HISTORY, "log", "List what was done, by whom and when."),
    _command(_HISTORY, "undo", "Undo an operation."),
    _command(_HISTORY, "redo", "Bring an undone operation back."),
    _command(_HISTORY, "show", "Show one thing, its history, or what it was."),
    _command(_HISTORY, "conflicts", "List where people's work stands against each other."),
    _command(_KEEP, "merge", "Bring over what another copy of the study has."),
    _command(_KEEP, "unmerge", "Take out what a merge brought."),
    _command(_KEEP, "purge", "Take things out for ever, words and all."),
    _command(_KEEP, "copy", "Make a safe copy of a study in use."),
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
