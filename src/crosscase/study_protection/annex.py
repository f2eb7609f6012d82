"""The data-protection annex: what a study holds about people, told from the study itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from crosscase.model.counted import counted
from crosscase.model.fieldwork_nouns import (
    Activity,
    Approval,
    Consent,
    Contact,
    Recruitment,
    Referral,
    Release,
    Withdrawal,
)
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import (
    Attribute,
    AttributeValue,
    Case,
    Coder,
    Memo,
    Noun,
    Revision,
    Setting,
    Source,
    Speaker,
    Study,
)
from crosscase.report.document import Cover
from crosscase.report.sections import Section, SectionedDocument
from crosscase.store.session import Reading
from crosscase.store.storage_sizes import StorageSizes, storage_sizes, writers_of_study
from crosscase.study_documents.telling import Telling
from crosscase.study_protection.pseudonyms import looks_like_pseudonym

__all__ = ["annex", "measures"]

_PERSON = "person"


def annex(reading: Reading, cover: Cover, telling: Telling) -> SectionedDocument:
    """The annex to a data-protection plan, as the study stands now."""
    sizes = storage_sizes(reading)
    return SectionedDocument(
        cover,
        "Data-protection annex",
        (
            _what(reading),
            _where(reading, sizes),
            _personal_data(reading),
            _who(reading, telling),
            _approvals(reading, cover.made_at.date()),
            _came_in(reading, sizes, telling),
            _went_out(reading),
            _measures(reading, sizes),
        ),
    )


def measures(reading: Reading) -> Section:
    """Which measures protect the people in a study now."""
    return _measures(reading, storage_sizes(reading))


def _what(reading: Reading) -> Section:
    sentences = [f"Study id: {reading.file.study_id()}."]
    sentences += [each.description for each in reading.all(Study) if each.description]
    return Section("The study", sentences)


def _size(bytes_: int) -> str:
    return f"{bytes_ / 1e6:,.1f} MB"


def _where(reading: Reading, sizes: StorageSizes) -> Section:
    path = reading.file.path
    name = "in memory" if path is None else path.name
    rows: list[tuple[str, str, str]] = [
        ("the study file", name, _size(sizes.file)),
        ("in it: texts, layouts and memos", counted(sizes.texts, "item"), _size(sizes.text_bytes)),
        (
            "in it: original files",
            counted(sizes.originals, "file"),
            _size(sizes.original_bytes),
        ),
        ("in it: the history", counted(sizes.operations, "operation"), ""),
        ("in it: the search index", "made from the current texts", ""),
        ("recordings, in the folder beside it", counted(sizes.recordings, "recording"), ""),
        ("the vault", "a file of its own, if one was made; the study does not know where", ""),
        ("copies and backups", "wherever somebody put them; the study does not know where", ""),
    ]
    told = ["The study file and the recordings are not encrypted; a vault and a sealed backup are "
            "(AES-256-GCM, with a key made from a passphrase by argon2id)."]  # fmt: skip
    return Section("What is stored where", told, ("what", "where or how many", "size"), rows)


def _personal_data(reading: Reading) -> Section:
    people = {each.id for each in reading.all(Case) if each.case_kind == _PERSON}
    values = Counter(
        each.attribute for each in reading.all(AttributeValue) if each.subject in people
    )
    names = {each.id: each.name for each in reading.all(Attribute)}
    sources = reading.all(Source)
    speakers = [each for each in reading.all(Speaker) if each.participant in people]
    rows: list[tuple[str, int]] = [
        ("participants", len(people)),
        ("sources in which a participant speaks", len({each.source for each in speakers})),
        ("sources with a recording of voices", sum(bool(each.media) for each in sources)),
        ("sources with the file they came from", sum(bool(each.original) for each in sources)),
        ("memos about a participant", sum(each.about in people for each in reading.all(Memo))),
    ]
    records: Sequence[tuple[str, type[Noun]]] = (
        ("records of recruitment", Recruitment), ("referrals: who named whom", Referral),
        ("contacts", Contact), ("consents", Consent), ("withdrawals", Withdrawal),
        ("interviews, meetings and requests", Activity),
    )  # fmt: skip
    rows += [(name, len(reading.all(noun))) for name, noun in records]
    rows += [
        (f"participants with “{names[attribute]}”", count)
        for attribute, count in sorted(values.items(), key=lambda each: names.get(each[0], ""))
        if attribute in names
    ]
    told = ["What people say in a text may hold further kinds of data, health and opinions among "
            "them; no count can tell."]  # fmt: skip
    return Section(
        "Personal data", told, ("what", "how many"), [row for row in rows if row[1]],
        "The study holds no personal data that it knows of.",
    )  # fmt: skip


def _who(reading: Reading, telling: Telling) -> Section:
    wrote = writers_of_study(reading)
    rows = []
    for coder in sorted(reading.all(Coder), key=lambda each: (each.name or "").casefold()):
        count, latest = wrote.get(coder.id, (0, 0))
        rows.append((coder.name, count, telling.day(latest) if count else None))
    told = ["Whoever has a copy of the study file can read all of it. These people are named in "
            "it:"]  # fmt: skip
    columns = ("person", "operations", "latest on")
    return Section("Who can see it", told, columns, rows, "Nobody is named yet.")


def _approvals(reading: Reading, today: date) -> Section:
    rows = [
        (each.name, each.body, each.reference, each.day, _until(each.end_day, today),
         _until(each.retention_day, today), each.conditions)
        for each in sorted(reading.all(Approval), key=lambda each: (each.day or "", each.name))
    ]  # fmt: skip
    columns = ("approval", "body", "reference", "from", "ends", "data kept until", "conditions")
    return Section(
        "Approvals and retention", (), columns, rows, "No approval is recorded, and no day until "
        "which the data are kept: `crosscase approvals add` records them.",
    )  # fmt: skip


def _until(day: str | None, today: date) -> str | None:
    """A day, and whether it is over."""
    if day is None:
        return None
    return f"{day} (over)" if day < today.isoformat()[: len(day)] else day


def _came_in(reading: Reading, sizes: StorageSizes, telling: Telling) -> Section:
    kinds = Counter(each.format or "other" for each in reading.all(Source))
    rows: list[tuple[str, str]] = [
        (f"imported: {kind}", counted(count, "source")) for kind, count in sorted(kinds.items())
    ]
    rows += [
        (f"merged on {telling.day(each.wall_ms)}: {each.file_name}",
         counted(each.operations, "operation"))
        for each in sizes.merges
    ]  # fmt: skip
    return Section("What came in", (), ("from", "how much"), rows, "Nothing was imported yet.")


def _items(release: Release) -> int:
    """How many quotes and tables left in a release."""
    items = release.items if isinstance(release.items, dict) else {}
    return sum(len(items.get(sort, ())) for sort in ("quotes", "tables"))


def _went_out(reading: Reading) -> Section:
    rows = [
        (each.day, each.name, each.release_kind, each.recipient, _items(each),
         len(each.participants or ()))
        for each in sorted(reading.all(Release), key=lambda each: (each.day or "", each.name))
    ]  # fmt: skip
    columns = ("day", "release", "kind", "recipient", "items", "participants")
    told = ["Releases are what somebody recorded as having left; copies of the file are not among "
            "them."]  # fmt: skip
    return Section("What went out", told, columns, rows, "No release is recorded.")


def _measures(reading: Reading, sizes: StorageSizes) -> Section:
    people = [each.name for each in reading.all(Case) if each.case_kind == _PERSON]
    coded = sum(looks_like_pseudonym(name) for name in people)
    replaced = {each.source for each in reading.all(Revision) if each.replaced}
    setting = _settings(reading).get(derived_id(reading.file.study_id(), "setting", "originals"))
    kept = "no rule; each import decides" if setting is None else str(setting.value)
    rows = [
        ("participants under a pseudonym", f"{coded:,} of {len(people):,}"),
        ("sources with words replaced", f"{len(replaced):,} of {len(reading.all(Source)):,}"),
        ("reviews of anonymising carried out", f"{sizes.anonymised:,}"),
        ("original files of imports", kept),
        ("sources that may not be quoted",
         f"{sum(each.quotable is False for each in reading.all(Source)):,}"),
        ("withdrawals that stand", f"{len(reading.all(Withdrawal)):,}"),
        ("purges (words taken out for ever)", f"{sizes.purges:,}"),
        ("history", "every change is kept with its person and time, and digests show damage"),
    ]  # fmt: skip
    return Section("Measures in force", (), ("measure", "now"), rows)


def _settings(reading: Reading) -> Mapping[Id, Setting]:
    return reading.by_id(Setting)
