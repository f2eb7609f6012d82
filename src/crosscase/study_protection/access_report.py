"""The access report: all that a study holds about one person, for that person to read."""

from __future__ import annotations

import numpy as np

from crosscase.coding.carried_passages import CurrentTexts
from crosscase.errors import NotFound
from crosscase.fieldwork.recruitment import shown_value
from crosscase.fieldwork.speaker_labels import read_speakers
from crosscase.fieldwork.withdrawals import find_withdrawn
from crosscase.model.counted import counted
from crosscase.model.fieldwork_nouns import (
    Activity,
    Consent,
    Contact,
    Recruitment,
    Referral,
    Release,
)
from crosscase.model.finding_nouns import Quote
from crosscase.model.ids import Id
from crosscase.model.nouns import (
    Attribute,
    AttributeValue,
    Case,
    Code,
    Link,
    Membership,
    Memo,
)
from crosscase.query.intervals import Intervals
from crosscase.report.document import Cover
from crosscase.report.sections import Section, SectionedDocument
from crosscase.store.blobs import read_text_blobs
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading
from crosscase.store.source_names import find_case
from crosscase.store.turn_columns import turn_columns
from crosscase.store.who_speaks import participants_of_passages

__all__ = ["access_report"]


def access_report(reading: Reading, cover: Cover, participant: str) -> SectionedDocument:
    """All that the study holds about a participant."""
    person = _found(reading, participant)
    return SectionedDocument(
        cover,
        f"What the study holds about {person.name}",
        (
            _identity(person),
            _characteristics(reading, person.id),
            _places(reading, person.id),
            _recruitment(reading, person.id),
            _consents(reading, person.id),
            _activities(reading, person.id),
            _sources(reading, person.id),
            _codings(reading, person.id),
            _quotes(reading, person.id),
            _memos(reading, person.id),
            _releases(reading, person.id),
        ),
    )


def _found(reading: Reading, participant: str) -> Case:
    """The participant; of a withdrawn one is said how their request can be answered."""
    try:
        return find_case(reading, participant, "person")
    except NotFound:
        withdrawn = find_withdrawn(reading, participant)
        if withdrawn is None:
            raise
    raise NotFound(
        "This participant is withdrawn: while that stands, nothing of theirs is told.",
        slug="withdrawn",
        hint="To answer them, lift the withdrawal first, and record it again afterwards: "
        f"`crosscase withdraw lift STUDY {withdrawn}`, "
        f"`crosscase protection access STUDY {withdrawn}`, "
        f"`crosscase withdraw STUDY {withdrawn}`.",
    )


def _identity(person: Case) -> Section:
    told = [f"Name in the study: {person.name}.", f"Id: {person.id}."]
    if person.description:
        told.append(f"Description: {person.description}")
    told.append(
        "If the study was anonymised, the name above is a pseudonym, and the key is in the vault."
    )
    return Section("The person", told)


def _characteristics(reading: Reading, person: Id) -> Section:
    names = {each.id: each.name for each in reading.all(Attribute)}
    rows = sorted(
        (names[each.attribute], shown_value(each.value))
        for each in reading.all(AttributeValue)
        if each.subject == person and each.value is not None and each.attribute in names
    )
    return Section("Characteristics", (), ("what", "value"), rows, "None are recorded.")


def _places(reading: Reading, person: Id) -> Section:
    cases = reading.by_id(Case)
    rows = [
        (cases[each.group].name, cases[each.group].case_kind, each.role, each.start_day,
         each.end_day)
        for each in reading.all(Membership)
        if each.member == person and each.group in cases
    ]  # fmt: skip
    rows += [
        (_other_end(reading, each, person), each.link_type, each.note, None, None)
        for each in reading.all(Link)
        if person in each.ends
    ]
    columns = ("in or with", "kind", "role or note", "from", "until")
    return Section("Places and relations", (), columns, rows, "None are recorded.")


def _other_end(reading: Reading, link: Link, person: Id) -> str:
    other = link.ends.end if link.ends.start == person else link.ends.start
    case = reading.by_id(Case).get(other)
    return "another thing" if case is None else case.name


def _recruitment(reading: Reading, person: Id) -> Section:
    cases = reading.by_id(Case)

    def name_of(id_: Id | None) -> str:
        return cases[id_].name if id_ in cases else "somebody"

    rows: list[tuple[str, str | None, str | None, str | None]] = [
        (f"found by {each.found_by or 'unknown'}", None, each.prior_relationship, each.note)
        for each in reading.all(Recruitment)
        if each.participant == person
    ]
    for referral in reading.all(Referral):
        told = (referral.day, referral.channel, referral.note)
        if referral.participant == person:
            rows.append((f"named by {name_of(referral.referred_by)}", *told))
        if referral.referred_by == person:
            rows.append((f"named {name_of(referral.participant)}", *told))
    rows += [
        (f"contacted: {each.outcome or 'no outcome'}", each.day, each.channel, each.note)
        for each in reading.all(Contact)
        if each.participant == person
    ]
    columns = ("what", "day", "how", "note")
    return Section("How they were found and contacted", (), columns, rows, "Nothing is recorded.")


def _consents(reading: Reading, person: Id) -> Section:
    rows = [
        (each.day, each.version, ", ".join(each.scope or ()), each.withdrawn_day, each.note)
        for each in reading.all(Consent)
        if each.participant == person
    ]
    columns = ("day", "version", "agreed to", "withdrawn on", "note")
    return Section("Consents", (), columns, rows, "No consent is recorded.")


def _activities(reading: Reading, person: Id) -> Section:
    rows = [
        (each.name, each.activity_kind, each.day, each.mode,
         None if each.minutes is None else f"{each.minutes:g} min", each.note)
        for each in reading.all(Activity)
        if person in (each.participants or ())
    ]  # fmt: skip
    columns = ("activity", "kind", "day", "mode", "length", "note")
    return Section("Interviews and meetings", (), columns, rows, "None are recorded.")


def _sources(reading: Reading, person: Id) -> Section:
    rows = [
        (row.source.name, row.label, row.turns, row.words or 0,
         "yes" if row.source.media else "no", "yes" if row.source.original else "no")
        for row in read_speakers(reading, words=True)
        if row.participant is not None and row.participant.id == person
    ]  # fmt: skip
    told = ["The words themselves: `crosscase sources show STUDY SOURCE`."] if rows else []
    columns = ("source", "speaks as", "turns", "words", "recording", "original file")
    return Section("What they said", told, columns, rows, "They speak in no source.")


def _codings(reading: Reading, person: Id) -> Section:
    """How often their words carry which code: a passage over several people counts for each."""
    row = reading.row(person)
    columns = coding_columns(reading.file, reading.connection)
    turns = turn_columns(reading.file, reading.connection)
    passage, who = participants_of_passages(
        turns, columns.source, columns.start_char, columns.end_char
    )
    mine = columns.code[passage[who == row]]
    codes = reading.by_row(Code)
    counts = zip(*np.unique(mine, return_counts=True), strict=True)
    rows = sorted((codes[int(code)].name, int(count)) for code, count in counts if code in codes)
    return Section(
        "How their words are coded", (), ("code", "codings"), rows, "Nothing of it is coded."
    )


def _quotes(reading: Reading, person: Id) -> Section:
    """The passages of theirs that were chosen to be quoted, with the words to be printed."""
    texts = CurrentTexts(reading)
    held = [(each, texts.carry(each.passage)) for each in reading.all(Quote)]
    there = [(quote, at) for quote, at in held if at.standing != "lost"]
    rows_of = [reading.row(at.source) or 0 for _, at in there]
    places = Intervals.of(
        rows_of, [at.start_char for _, at in there], [at.end_char for _, at in there]
    )
    turns = turn_columns(reading.file, reading.connection)
    owner, who = participants_of_passages(turns, places.source, places.start, places.end)
    mine = [there[at] for at in owner[who == reading.row(person)].tolist()]
    names = [bytes.fromhex(quote.words) for quote, _ in mine if quote.words]
    words = read_text_blobs(reading.file, reading.connection, names)
    rows = [
        (quote.name, at.source_name, words.get(bytes.fromhex(quote.words or ""), at.text))
        for quote, at in mine
    ]
    columns = ("quote", "source", "words")
    return Section("Quotes of them", (), columns, rows, "None was chosen.")


def _memos(reading: Reading, person: Id) -> Section:
    memos = [each for each in reading.all(Memo) if each.about == person]
    names = [bytes.fromhex(each.text) for each in memos if each.text]
    texts = read_text_blobs(reading.file, reading.connection, names)
    rows = [
        (each.title, each.memo_kind, texts.get(bytes.fromhex(each.text or ""), ""))
        for each in memos
    ]
    return Section("Memos about them", (), ("memo", "kind", "text"), rows, "There are none.")


def _releases(reading: Reading, person: Id) -> Section:
    sources = {
        row.source.id
        for row in read_speakers(reading)
        if row.participant is not None and row.participant.id == person
    }
    rows = [
        (each.day, each.name, each.release_kind, each.recipient, _quoted(each, sources))
        for each in reading.all(Release)
        if person in (each.participants or ())
    ]
    columns = ("day", "release", "kind", "recipient", "their quotes")
    told = [f"Their words or data are part of {counted(len(rows), 'release')}."] if rows else []
    return Section("What left the study", told, columns, rows, "No release is recorded.")


def _quoted(release: Release, sources: set[Id]) -> int:
    """How many quotes of a release are passages of their sources."""
    items = release.items if isinstance(release.items, dict) else {}
    return sum(each.get("source") in sources for each in items.get("quotes", ()))
