"""A study in which one person's words are planted everywhere, and all that a study can be read by.

A word that stands nowhere else is in the person's name, transcript, memos, values, notes and in
the example of a code; what comes out of each read verb is told as one text and searched for it.
"""

from __future__ import annotations

import dataclasses
import inspect
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from crosscase.errors import CrosscaseError
from crosscase.model.ids import id_of_bytes
from crosscase.study import Study
from crosscase.testing import make_study

__all__ = [
    "OTHER",
    "PERSON",
    "SOURCE",
    "WORD",
    "Planted",
    "makers",
    "plant",
    "plant_undone",
    "readings",
    "readings_of_everything",
    "told",
]

WORD = "quagmire7731"
PERSON = f"Quentin {WORD}"
SOURCE = f"{WORD}.txt"
OTHER = "Olga"
_TALK = (
    "Interviewer: What became of it?\n\n"
    f"P01: We sank into a {WORD} of meetings, and I lost trust.\n\n"
    "Interviewer: And then?\n\n"
    f"P01: Then the {WORD} dried up.\n"
)
_OTHER_TALK = (
    "Interviewer: And you?\n\nOlga: I trust the nurse. Trust is what we have.\n\nOlga: Yes.\n"
)


def plant(folder: Path) -> Study:
    """The study, with a shared source of two people and one of another person alone."""
    study = make_study(folder)
    for name, text in {
        SOURCE: _TALK,
        "other.txt": _OTHER_TALK,
        "shared.txt": f"{_OTHER_TALK}\nP01: I said {WORD} here, too.\n\nP01: Yes.\n",
        f"{WORD} in German.txt": f"Interviewer: Was?\n\nP01: Ein {WORD} von Sitzungen.\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
        study.sources.add(folder / name, originals="keep")
    study.cases.add("Northam", "site")
    study.participants.add(
        PERSON, role=f"{WORD} director", sector="health", sites=["Northam"],
        description=f"known for the {WORD}",
    )  # fmt: skip
    study.participants.add(OTHER, role="nurse", sector="care", sites=["Northam"])
    study.speakers.link_by_name()
    study.speakers.link(SOURCE, "P01", PERSON)
    study.speakers.link("shared.txt", "P01", PERSON)
    study.sources.pair(f"{WORD} in German.txt", SOURCE)
    _code(study)
    _write(study)
    _meet(study)
    _chart(study)
    _find(study)
    _quote(study)
    return study


def _code(study: Study) -> None:
    study.codes.add("Trust", definition="Readiness to rely on somebody")
    study.codes.add("Meetings")
    study.codings.add(SOURCE, "Trust", quote="I lost trust")
    study.codings.add("other.txt", "Trust", quote="I trust the nurse")
    study.codings.add("shared.txt", "Trust", quote=f"I said {WORD} here")
    study.codings.add_new(SOURCE, "of meetings", origin="in vivo", quote="of meetings")
    study.codes.describe("of meetings", example=f"We sank into a {WORD} of meetings")
    study.codes.describe("Meetings", example=f"the {WORD} dried up")
    undone = study.codings.add(SOURCE, "Meetings", quote=f"the {WORD} dried up")
    study.undo()
    assert undone.id


def _write(study: Study) -> None:
    study.memos.write(f"On {WORD}", f"{WORD} matters", about=f"participant:{PERSON}")
    study.memos.write(f"Of {WORD}", f"a {WORD} again", passage=(SOURCE, "I lost trust"))
    coding = study.codings.frame().filter(pl.col("source") == SOURCE)["coding"][0]
    study.memos.write(f"About {WORD}", f"{WORD} coded", about=coding)
    study.memos.write("On trust", "what it is", about="code:Trust")
    study.memos.write(f"Undone {WORD}", f"{WORD} undone", about=f"source:{SOURCE}")
    study.undo()
    study.memos.write(f"Removed {WORD}", f"{WORD} removed", about=f"source:{SOURCE}")
    study.memos.remove(f"Removed {WORD}")
    link = study.links.add(f"participant:{PERSON}", "participant:Olga", "knows", note=WORD)
    study.links.add_evidence(link.id, SOURCE, quote="I lost trust")
    study.links.add("code:Trust", "code:Meetings", "hinders")
    study.interactions.add(
        "Meetings", "Trust", directed=True, sign="-", basis="asserted",
        evidence=[(SOURCE, "I lost trust")],
    )  # fmt: skip
    study.dominance.judge("Meetings", "undecided", domains=["Trust"])
    study.sets.make("Talks", [f"source:{SOURCE}", "source:other.txt", f"participant:{PERSON}"])
    study.queries.save("On trust", "code:Trust")
    study.sources.correct(SOURCE, _TALK.replace("dried up", f"dried up, that {WORD}"))


def _chart(study: Study) -> None:
    """Summaries and judgements about the person, about their site, and quoting them."""
    quote = f"We sank into a {WORD} of meetings, and I lost trust."
    study.charting.write(PERSON, "Trust", f"{WORD} and trust", quotes=[(SOURCE, "I lost trust")])
    study.charting.write(
        "Northam", "Trust", f"Somebody says: {quote}", quotes=[(SOURCE, "I lost trust")]
    )
    study.charting.write(OTHER, "Trust", "She trusts.")
    study.grids.add("policy-streams")
    study.grids.judge(
        "Policy streams", "Policy", "Vertical", "aligned", f"For “{quote}” is said.",
        case="Northam", evidence=[(SOURCE, "I lost trust")],
    )  # fmt: skip


def _quote(study: Study) -> None:
    """Quotes of the person alone and beside another."""
    study.quotes.choose(SOURCE, quote="I lost trust", finding="F1", note=f"so the {WORD}")
    study.quotes.choose(
        SOURCE, quote=f"the {WORD} dried up", words=f"[T]he {WORD} […] up", name=f"Q-{WORD}"
    )
    study.quotes.choose("other.txt", quote="I trust the nurse", against=True)


def _find(study: Study) -> None:
    """Findings, checks and sentences of manuscripts that hold the person's words."""
    quote = f"We sank into a {WORD} of meetings, and I lost trust."
    study.findings.add(
        f"Meetings wear trust down: “{quote}”", domain="Trust",
        checks=[f'quote "{quote}" is verbatim', "participants(code:Trust) >= 2",
                'interaction(Meetings -> Trust) by participants >= 1'],
    )  # fmt: skip
    study.findings.give_evidence("F1", [(SOURCE, "I lost trust")])
    study.findings.give_evidence("F1", [("other.txt", "I trust the nurse")], against=True)
    study.findings.link("paper.docx", f"One of them said: “{quote}”", "F1")
    undone = study.findings.add(f"Undone: {quote}", checks=[f'quote "{quote}" is verbatim'])
    study.undo()
    assert undone.name == "F2"
    removed = study.findings.add(f"Removed: {quote}", checks=[f'quote "{quote}" is verbatim'])
    study.findings.remove(removed.name)


def _meet(study: Study) -> None:
    study.contacts.add(PERSON, outcome="invited", note=f"said {WORD}")
    study.consents.add(PERSON, version="1", note=f"but no {WORD}")
    study.recruitments.describe(PERSON, found_by="search", note=f"by {WORD}")
    study.referrals.add(OTHER, PERSON, note=f"through {WORD}")
    study.activities.add_interview(PERSON, source=SOURCE, name=f"Talk with {WORD}", note=WORD)
    study.activities.add_interview(OTHER, source="other.txt", name="Talk with Olga")
    study.sources.describe(SOURCE, date="2026-01-05")
    study.sources.describe("shared.txt", date="2026-02-05")
    study.waves.add("January", "2026-01-01", "2026-01-31")
    study.waves.add("February", "2026-02-01")


def plant_undone(study: Study) -> None:
    """The same in things that were undone or removed, tied to the person or to nothing."""
    person = f"participant:{PERSON}"
    coding = study.codings.frame().filter(pl.col("source") == SOURCE)["coding"][0]
    quote = f"We sank into a {WORD} of meetings, and I lost trust."
    for number, make in enumerate(
        (
            lambda name: study.memos.write(name, WORD, about=person),
            lambda name: study.memos.write(name, WORD, passage=(SOURCE, "I lost trust")),
            lambda name: study.memos.write(name, WORD, about=coding),
            lambda name: study.memos.write(name, f"so says {PERSON}", about="code:Trust"),
            lambda name: study.memos.write(name, f"as in {SOURCE}"),
            lambda name: study.memos.write(name, f"she said: {quote}"),
            lambda name: study.links.add(person, "code:Trust", "knows", note=name),
            lambda name: study.links.add(
                "code:Trust", "code:Meetings", "is", note=f"{PERSON} {name}"
            ),
            lambda name: study.sets.make(f"{PERSON} {name}", ["source:other.txt"]),
            lambda name: study.queries.save(name, f'participant:"{PERSON}"'),
            lambda name: study.codes.add(name, definition=f"what {PERSON} means"),
            lambda name: study.codings.add_new(
                SOURCE, f"into a {WORD}", origin="in vivo", quote=f"into a {WORD}"
            ),
            lambda name: study.contacts.add(PERSON, outcome="invited", note=name),
            lambda name: study.activities.add_interview(PERSON, source=SOURCE, name=name),
            lambda name: study.activities.add_meeting(f"{PERSON} {name}", participants=[OTHER]),
            lambda name: study.attributes.set(PERSON, {"role": name}),
            lambda name: study.cases.rename(PERSON, name),
            lambda name: study.sources.correct(SOURCE, study.sources.text(SOURCE) + name),
        )
    ):
        make(f"{WORD} undone {number}")
        study.undo()
    _remove(study, coding, quote)


def _remove(study: Study, coding: str, quote: str) -> None:
    for number, (text, given) in enumerate(
        (
            (WORD, {"about": f"participant:{PERSON}"}),
            (WORD, {"about": coding}),
            (f"so says {PERSON}", {}),
            (f"she said: {quote}", {"about": "source:other.txt"}),
        )
    ):
        study.memos.write(f"{WORD} removed {number}", text, **given)
        study.memos.remove(f"{WORD} removed {number}")
    study.queries.save(f"{WORD} removed", f'participant:"{PERSON}"')
    study.queries.remove(f"{WORD} removed")
    study.codes.add(f"{PERSON} removed")
    study.codes.remove(f"{PERSON} removed")
    # What somebody has changed because it said too much; the history knows how it was.
    study.memos.write("Changed", f"so says {PERSON}", about="code:Trust")
    study.memos.change("Changed", text="so says somebody")
    study.codes.describe("Trust", includes=f"what {PERSON} says")
    study.codes.describe("Trust", includes="what somebody says")


# -- reading all of it ----------------------------------------------------------------------------

# Verbs that change something, or that are read through others.
_CHANGES = {
    "add", "add_staged", "attach_media", "correct", "define", "describe", "detach_media",
    "import_rows",
    "keep_original", "pair", "remove", "restore", "settle", "stage", "decide", "merge", "move",
    "rename", "reopen", "retire", "split", "add_new", "add_passages", "adjust", "change",
    "import_table", "qualify", "recode", "write", "add_evidence", "remove_evidence",
    "add_members", "change_members", "remove_members", "make", "save", "set", "set_many", "link",
    "link_by_name", "link_table", "add_interview", "add_meeting", "add_request", "on",
    "withdraw", "lift", "noun", "purge", "undo", "redo", "unmerge", "copy", "close", "verify",
    "code_query", "add_shipped", "clean_up_purges", "give", "take", "judge", "clear", "unlink",
    "link_topics", "take_back", "restore_judgement", "give_evidence", "take_evidence",
    "accept", "add_check", "change_check", "remove_check", "restore_check", "set_words",
    "link_all", "change_claim", "restore_claim", "choose", "answer", "answer_all", "package",
}  # fmt: skip
_NO_READERS = {"intents", "live", "settings"}


@dataclasses.dataclass(frozen=True)
class Planted:
    """The ids by which the planted things are asked for: names would come back in errors."""

    ids: Mapping[str, str]


def makers(study: Study) -> Planted:
    """Everything that a verb may need, looked up while it shows."""
    source, person = study.sources.get(SOURCE), study.participants.get(PERSON)
    memo, code = study.memos.get(f"On {WORD}"), study.codes.get("of meetings")
    coding = study.codings.frame().filter(pl.col("source") == SOURCE)["coding"][0]
    link = next(each.link for each in study.links.all() if each.link.note == WORD)
    group = next(each for each in study.memberships.all() if each.member == person.id)
    finding = study.findings.get("F1")
    return Planted(
        {
            "source": source.id, "sources": source.id, "translation": source.id,
            "case": person.id, "participant": person.id, "person": person.id,
            "subject": person.id, "memo": memo.id, "code": code.id, "into": "Trust",
            "coding": coding, "link": link.id, "membership": group.id, "set_": "Talks",
            "query": "On trust", "entity": source.id, "thing": memo.id,
            "attribute": "role", "name": "role", "expression": "code:Trust",
            "column": "Trust", "grid": "Policy streams",
            "judgement": study.grids.table("Policy streams").judgements[0].id,
            "finding": finding.id, "check": finding.checks[0].id,
            "quote": study.quotes.get("Q1").id,
            "interaction": study.interactions.all()[0].link.id, "cause": "Meetings",
        }
    )  # fmt: skip


def readings(study: Study, planted: Planted) -> Mapping[str, Callable[[], Any]]:
    """Every way to read a study, by a name; asked for by ids alone."""
    ids = planted.ids
    ways: dict[str, Callable[[], Any]] = {
        "title": lambda: study.title,
        "find": lambda: [_tried(lambda id_=id_: study.find(id_)) for id_ in ids.values()],
        "find by name": lambda: study.find("source:other.txt"),
        "query": lambda: study.query("trust"),
        "query for the word": lambda: study.query(WORD).frame(),
        "query of a code": lambda: study.query('code:"of meetings" or code:Trust').frame(),
        "search": lambda: study.search("trust or meetings"),
        "matrix": lambda: study.matrix("codes", "participants"),
        "matrix of sources": lambda: study.matrix("codes", "sources", count="passages"),
        "matrix cell": lambda: study.matrix_cell(study.matrix("codes", "sites"), most=50),
        "code_passages": lambda: study.code_passages("Trust"),
        "code_passages in vivo": lambda: study.code_passages("of meetings"),
        "compare": lambda: study.compare("Trust", "other.txt", 30, 50),
        "matrix_options": lambda: study.matrix_options(),
        "counts": lambda: study.counts(),
        "log": lambda: study.log(),
        "log_page": lambda: study.log_page(500),
        "operations": lambda: [study.operation(each.operation) for each in study.log()],
        "undo previews": lambda: [
            _tried(lambda each=each: study.preview_undo(each.operation)) for each in study.log()
        ],
        "histories": lambda: [_tried(lambda id_=id_: study.history(id_)) for id_ in ids.values()],
        "told histories": lambda: [
            _tried(lambda id_=id_: study.history(id_, told=True)) for id_ in ids.values()
        ],
        "conflicts": lambda: study.conflicts(),
        "live": lambda: study.live.cursor(),
        "settings": lambda: study.settings.all(),
        "a check": lambda: study.findings.evaluate("participants(code:Trust) in every site"),
        "a check of a quote": lambda: study.findings.evaluate("quote Q1 is verbatim"),
        "a manuscript": lambda: study.manuscripts.check(
            b"# Results\n\nTwo said so. {{F1}}\n\n{{quote Q1}}\n", name="paper.md"
        ),
        "to do": lambda: study.fieldwork.to_do("2026-03-02"),
        "memos told": lambda: study.memos.told(study.memos.all()),
    }
    for group in _groups(study):
        for verb, method in inspect.getmembers(getattr(study, group), callable):
            if verb.startswith("_") or verb in _CHANGES or verb.startswith("import_"):
                continue
            arguments = _arguments(group, verb, method, ids)
            if arguments is not None:
                ways[f"{group}.{verb}"] = lambda method=method, given=arguments: method(**given)
    return ways


def readings_of_everything(study: Study) -> Mapping[str, Callable[[], Any]]:
    """Each thing that the log knows of, undone and removed ones too: found, and its history."""
    file = study._session.file
    raw_ids = file.driver().execute("SELECT id FROM entity ORDER BY id").fetchall()
    ways: dict[str, Callable[[], Any]] = {
        "log": lambda: study.log(),
        "operations": lambda: [study.operation(each.operation) for each in study.log()],
        "undo previews": lambda: [
            _tried(lambda each=each: study.preview_undo(each.operation)) for each in study.log()
        ],
    }
    for id_ in (id_of_bytes(bytes(raw)) for (raw,) in raw_ids):
        ways[f"find {id_}"] = lambda id_=id_: study.find(id_)
        ways[f"history {id_}"] = lambda id_=id_: study.history(id_)
        ways[f"told history {id_}"] = lambda id_=id_: study.history(id_, told=True)
        ways[f"memo {id_}"] = lambda id_=id_: study.memos.text(id_)
    return ways


def _groups(study: Study) -> Iterable[str]:
    found = inspect.getmembers(type(study), lambda each: hasattr(each, "attrname"))
    return [name for name, _ in found if not name.startswith("_") and name not in _NO_READERS]


def _arguments(
    group: str, verb: str, method: Callable[..., Any], ids: Mapping[str, str]
) -> dict[str, Any] | None:
    """What a read verb is asked with; None where it needs what is no thing of the study."""
    given: dict[str, Any] = {}
    for name, parameter in inspect.signature(method).parameters.items():
        if parameter.default is not parameter.empty or parameter.kind in (2, 4):
            continue
        if name == "memos":
            return None  # asked below by `all`
        if name not in ids:
            return None
        given[name] = ids[name]
    if verb == "get":
        wanted = group.rstrip("s") if group != "queries" else "query"
        only = next(iter(given))
        given[only] = ids.get(wanted, given[only])
    return given


def _tried(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except CrosscaseError as error:
        return error


def told(read: Callable[[], Any]) -> str:
    """All that comes out of a reading as one text, in small letters; an error by its sentence."""
    pieces: list[str] = []
    _tell(_tried(read), pieces, {})
    return "\n".join(pieces).casefold()


def _tell(value: Any, pieces: list[str], seen: dict[int, Any]) -> None:
    if id(value) in seen and not isinstance(value, str | bytes | int):
        return
    seen[id(value)] = value  # kept, so that no other thing gets the same id
    match value:
        case None | bool() | int() | float():
            return
        case CrosscaseError():
            pieces.append(f"{value.sentence} {value.hint}")
        case str():
            pieces.append(value)
        case bytes():
            pieces.append(_words_of_bytes(value))
        case pl.DataFrame():
            pieces += [repr(row) for row in value.rows()]
        case Mapping():
            for key, each in value.items():
                _tell(key, pieces, seen)
                _tell(each, pieces, seen)
        case _ if hasattr(value, "to_bytes"):
            _tell(value.to_bytes(), pieces, seen)
        case _ if dataclasses.is_dataclass(value):
            for each in dataclasses.fields(value):
                _tell(getattr(value, each.name, None), pieces, seen)
            for name in ("rows", "columns", "cells"):
                held = getattr(value, name, None)
                if held is not None and not callable(held):
                    _tell(held, pieces, seen)
        case _ if isinstance(value, Iterable):
            for each in value:
                _tell(each, pieces, seen)
        case _:
            pieces.append(repr(value))


def _words_of_bytes(data: bytes) -> str:
    if data[:2] != b"PK":
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
