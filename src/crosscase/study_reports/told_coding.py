"""What the study knows of who coded, with which codebook, and how it was analysed, in sentences."""

from __future__ import annotations

from collections import Counter

import numpy as np

from crosscase.model.counted import counted
from crosscase.model.finding_nouns import Finding, Quote
from crosscase.model.nouns import Code, Coder, Framework, Link, Memo, Query
from crosscase.model.synthesis_nouns import Analysis, Cell, DominanceJudgement, Grid, Judgement
from crosscase.store.code_tree import read_tree
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading
from crosscase.study_reports.known import Known, listed

__all__ = [
    "agreement", "analysis", "codebook", "coded_by_several", "coders", "derivation", "frameworks",
    "grids", "reflexivity", "researchers", "saturation", "software", "title",
]  # fmt: skip

_CHANGES = (
    ("code.renamed", "renamed"), ("code.moved", "moved"), ("code.merged", "merged"),
    ("code.split", "split"), ("code.described", "described anew"), ("code.retired", "retired"),
)  # fmt: skip


def title(known: Known) -> list[str]:
    """What the study is called."""
    from crosscase.study_documents.telling import title_of

    return [f"The study is called “{title_of(known.reading)}”."]


def researchers(known: Known) -> list[str]:
    """Who they are, as far as somebody said."""
    return [f"{each.name}: {each.note}" for each in known.coders.values() if each.note]


def reflexivity(known: Known) -> list[str]:
    """What the researchers wrote of where they stand."""
    told = [f"{each.name}: {each.positionality}" for each in known.coders.values()
            if each.positionality]  # fmt: skip
    memos = sum(each.memo_kind == "reflexive" for each in known.all(Memo))
    return told + ([f"Reflexive memos: {memos:,}."] if memos else [])


def frameworks(known: Known) -> list[str]:
    """Which frameworks the codebook began with."""
    return [
        f"Framework of the codebook: {each.name}{f' ({each.citation})' if each.citation else ''}."
        for each in known.all(Framework)
    ]


def coders(known: Known) -> list[str]:
    """How many coded, and how much."""
    columns = coding_columns(known.reading.file, known.reading.connection)
    if not len(columns):
        return []
    who, how_many = np.unique(columns.coder, return_counts=True)
    named = sorted(((n, row) for row, n in zip(who.tolist(), how_many.tolist(), strict=True)))
    by_row = known.reading.by_row(Coder)
    names = {row: known.coders[each.id].name for row, each in by_row.items()}
    told = [f"{names[row]} ({n:,})" for n, row in reversed(named) if row in names]
    unknown = sum(n for n, row in named if row not in names)  # as some tools write projects
    said = [f"Of {counted(unknown, 'coding')} no coder is known."] if unknown else []
    if not told:
        return said
    several, coded = coded_by_several(known.reading)
    return [
        f"{counted(len(told), 'person', 'people')} coded: {listed(told)}.",
        *said,
        f"Of {counted(coded, 'coded source')}, coded by more than one of them: {several:,}.",
    ]


def coded_by_several(reading: Reading) -> tuple[int, int]:
    """How many sources more than one person coded, and how many are coded at all."""
    columns = coding_columns(reading.file, reading.connection)
    pairs = np.unique(np.stack([columns.source, columns.coder]), axis=1)
    _, people = np.unique(pairs[0], return_counts=True)
    return int(np.count_nonzero(people > 1)), len(people)


def codebook(known: Known) -> list[str]:
    """How large and how deep the codebook is, and how it changed."""
    tree = read_tree(known.reading)
    codes = [(depth, code) for depth, code in tree.walk()]
    if not codes:
        return []
    defined = sum(bool(code.definition) for _, code in codes)
    deepest = 1 + max(depth for depth, _ in codes)
    told = [
        f"The codebook has {counted(len(codes), 'code')} on {counted(deepest, 'level')}; "
        f"{defined:,} of them have a definition."
    ]
    changed = [f"{known.times(key):,} {what}" for key, what in _CHANGES if known.times(key)]
    if changed:
        told.append(f"Changes to codes while the study went on: {listed(changed)}.")
    return told


def derivation(known: Known) -> list[str]:
    """Which codes were set beforehand, and which came from the data, as far as that is recorded."""
    codes = [each for each in known.all(Code) if each.merged_into is None]
    origins = Counter(
        "deductive" if each.framework is not None else each.origin or "" for each in codes
    )
    unknown = origins.pop("", 0)
    if not origins:
        return []
    told = f"Of {counted(len(codes), 'code')}, {origins.pop('deductive', 0):,} were set beforehand"
    ways = [f"{count:,} {name.replace('_', ' ')}" for name, count in origins.most_common()]
    told = f"{told}; others: {listed(ways)}." if ways else f"{told}."
    return [f"{told} Of {unknown:,} it is not recorded."] if unknown else [told]


def saturation(known: Known) -> list[str]:
    """Whether somebody looked for saturation; the figures stand in their own report."""
    from crosscase.errors import CrosscaseError
    from crosscase.study_synthesis.saturation import Saturation

    try:
        told = Saturation(known.session).assess(orders=1)
    except CrosscaseError:  # nothing coded, or no interviews: then nothing can be said
        return []
    interviews = told.pooled.interviews
    if not interviews:
        return []
    late = sum(len(each.new) for each in interviews[-3:])
    return [
        f"In {counted(len(interviews), 'interview')}, {counted(told.codebook.used, 'code')} "
        f"occur; the last {counted(min(3, len(interviews)), 'interview')} brought "
        f"{counted(late, 'new code') if late else 'no new code'}. {told.caveat}"
    ]


def grids(known: Known) -> list[str]:
    """Which grids were judged, and by how many."""
    judgements = known.all(Judgement)
    told = []
    for each in known.all(Grid):
        own = [one for one in judgements if one.grid == each.id]
        raters = len({one.rater for one in own})
        told.append(f"Grid “{each.name}”: {counted(len(own), 'judgement')} by "
                    f"{counted(raters, 'rater')}.")  # fmt: skip
    return told


def agreement(known: Known) -> list[str]:
    """Where several people judged or coded the same."""
    several, coded = coded_by_several(known.reading)
    told = []
    if coded:
        told.append(
            f"Coded by more than one person: {several:,} of {counted(coded, 'coded source')}. "
            "This crosscase works out no coefficient for codings of text."
        )
    return told + grids(known)


def analysis(known: Known) -> list[str]:
    """Which analyses the study holds."""
    held: tuple[tuple[str, int], ...] = (
        ("summaries in framework matrices", len(known.all(Cell))),
        ("links between factors and other things", len(known.all(Link))),
        ("judgements in grids", len(known.all(Judgement))),
        ("judgements of dominance", len(known.all(DominanceJudgement))),
        ("definitions of QCA and other analyses", len(known.all(Analysis))),
        ("saved queries", len(known.all(Query))),
        ("analytic memos", sum(each.memo_kind == "analytic" for each in known.all(Memo))),
        ("findings", len(known.all(Finding))),
        ("quotes chosen", len(known.all(Quote))),
    )
    named = [f"{what}: {count:,}" for what, count in held if count]
    return [*codebook(known), f"The study holds {'; '.join(named)}."] if named else codebook(known)


def software(known: Known) -> list[str]:
    """Which software, and in which state the study is."""
    from crosscase.store.as_of import state_name

    return [f"crosscase {known.version}; the study in the state {state_name(known.reading.file)}."]
