"""A person is purged from a source that others share: their turns go, the others' work stays."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError
from crosscase.study import Study
from crosscase.study_protection.person_purge import PurgeReceipt
from crosscase.testing import make_study
from tests.store.planted import told
from tests.store.test_person_purge import assert_nowhere, assert_same, opened

WORD = "quagmire7731"
PERSON = f"Quentin {WORD}"
LEFT_OUT = "[left out: consent withdrawn]"
GROUP = (
    f"Focus group of three.\n\n"
    "Interviewer: What became of it?\n\n"
    f"P01: We sank into a {WORD} of meetings, and I lost trust in all of them.\n\n"
    "Olga: I trust the nurse. Trust is what we have.\n\n"
    f"Interviewer: So you sank into a {WORD} of meetings, and I lost trust in all of them?\n\n"
    f"P01: Yes, the {WORD} dried up later on.\n\n"
    f"Femi: As {PERSON} says. I would add that money was short.\n\n"
    "Olga: Yes.\n\nFemi: Very short.\n"
)
WITHOUT = (
    "Focus group of three.\n\n"
    "Interviewer: What became of it?\n\n"
    f"P01: {LEFT_OUT}\n\n"
    "Olga: I trust the nurse. Trust is what we have.\n\n"
    "Interviewer: So you ████ ████ █ ████████████ ██ █████████ ███ █ ████ █████ ██ ███ ██ ████?\n\n"
    f"P01: {LEFT_OUT}\n\n"
    "Femi: As ████████████████████ says. I would add that money was short.\n\n"
    "Olga: Yes.\n\nFemi: Very short.\n"
)


def group(folder: Path) -> Study:
    """A focus group of three, coded and written about, and an interview with one of them."""
    study = make_study(folder)
    for name, text in {
        "group.txt": GROUP,
        "alone.txt": f"Interviewer: And?\n\nP01: Alone in the {WORD}.\n\nInterviewer: Hm.\n\n"
        "P01: Hm.\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
        study.sources.add(folder / name, originals="keep")
    voice = folder / "voice.mp3"
    voice.write_bytes(b"ID3" + WORD.encode() * 20)
    study.sources.attach_media("group.txt", voice)
    for name in (PERSON, "Olga", "Femi"):
        study.participants.add(name, role="member")
    study.speakers.link_by_name()
    for source in ("group.txt", "alone.txt"):
        study.speakers.link(source, "P01", PERSON)
    text = study.sources.text("group.txt")
    study.sources.correct("group.txt", text.replace("later on", f"later on, that {WORD}"))
    _code(study)
    return study


def _code(study: Study) -> None:
    study.codes.add("Trust", definition="Readiness to rely on somebody")
    study.codings.add("group.txt", "Trust", quote="I trust the nurse")
    study.codings.add("group.txt", "Trust", quote="all of them.\n\nOlga: I trust")
    study.codings.add("group.txt", "Trust", quote=f"We sank into a {WORD}")
    study.codings.add("group.txt", "Trust", quote="dried up")
    study.codings.add_new("group.txt", "money was short", origin="in vivo",
                          quote="money was short")  # fmt: skip
    study.codes.describe("money was short", example="money was short")
    study.codings.add_new("group.txt", "in all", origin="in vivo", quote="in all of them.")
    study.codings.add("group.txt", "Trust", quote="that money")
    study.undo()
    study.memos.write("On Olga", "she trusts", passage=("group.txt", "Trust is what we have"))
    study.memos.write("On him", f"a {WORD}", passage=("group.txt", f"Yes, the {WORD}"))
    study.memos.write("On the group", f"good, says {PERSON}", about="source:group.txt")
    on_cut = study.codings.frame().filter(pl.col("text") == "dried up")["coding"][0]
    study.memos.write("On a coding", f"why {WORD}", about=on_cut)
    study.memos.write("Undone", f"why {WORD}", passage=("group.txt", "dried up"))
    study.undo()
    study.activities.add_meeting("Group", participants=[PERSON, "Olga", "Femi"])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study, made once."""
    folder = tmp_path_factory.mktemp("made")
    with group(folder) as study:
        return study.path or folder


def copied(made: Path, folder: Path, name: str) -> Path:
    """A copy with its recordings."""
    shutil.copytree(made.with_suffix(".media"), folder / f"{name}.media")
    return Path(shutil.copy(made, folder / f"{name}.crosscase"))


@pytest.fixture
def study(made: Path, tmp_path: Path) -> Iterator[Study]:
    """A copy of it."""
    with opened(copied(made, tmp_path, "a")) as study:
        yield study


def purge_keeping(study: Study) -> PurgeReceipt:
    """All traces confirmed; the group stays to the others."""
    traces = study.traces(PERSON, [WORD], keep_others=True).traces
    return study.purge_participant(
        PERSON, [each.id for each in traces], strings=[WORD], keep_others=True
    )


def test_the_turns_are_cut_and_nothing_else_of_the_others_is(study: Study, tmp_path: Path) -> None:
    """The text, the codings on others' words, and no byte of what the person said."""
    before = study.codings.frame()
    done = purge_keeping(study)
    assert done.is_scrubbed and done.left == () and done.remains == ()
    assert [each.name for each in study.sources.all()] == ["group.txt"]
    assert study.sources.text("group.txt") == WITHOUT
    after = study.codings.frame()
    assert sorted(after["text"]) == [
        "I trust the nurse", f"{LEFT_OUT}\n\nOlga: I trust", "money was short",
    ]  # fmt: skip
    assert set(after["coding"]) < set(before["coding"])
    assert {each.name for each in study.codes.all()} == {
        "Trust", "money was short", *(x.name for x in study.codes.all() if "in vivo" in x.name),
    }  # fmt: skip
    money = study.codes.get("money was short")
    assert money.example == "money was short" and money.first_incident is not None
    assert {each.title for each in study.memos.all()} == {"On Olga", "On the group"}
    assert study.memos.text("On the group") == "good, says [removed]"
    speakers = {each.label: each.participant for each in study.speakers.all()}
    assert speakers["Olga"] and speakers["P01"] is None
    assert len(study.activities.all()[0].participants or ()) == 2
    assert study.conflicts() == []
    assert study.verify() == []
    assert_nowhere(tmp_path)
    assert not (tmp_path / "a.media").exists()
    study.close()
    assert_nowhere(tmp_path)


def test_a_label_that_is_linked_to_nobody_is_somebody_else(study: Study) -> None:
    """A group in which one label alone is linked is shared: the others' words are not taken."""
    for label in ("Olga", "Femi"):
        study.speakers.link("group.txt", label, None)
    (source, _) = study.withdrawals.preview(PERSON).sources
    assert (source.name, source.others) == ("group.txt", 2)
    assert source.speakers == (("Femi", 2, False), ("Olga", 2, False))
    study.speakers.link("group.txt", "Femi", None, role="observer")
    assert study.withdrawals.preview(PERSON).sources[0].speakers == (("Olga", 2, False),)
    purge_keeping(study)
    assert "I trust the nurse" in study.sources.text("group.txt")
    assert WORD not in study.sources.text("group.txt")
    assert study.verify() == []


def test_a_source_that_was_withdrawn_shows_again(study: Study, tmp_path: Path) -> None:
    """Hidden whole while it can be lifted; the others' turns come back with the purge."""
    study.withdrawals.withdraw(PERSON)
    assert study.sources.all() == []
    purge_keeping(study)
    assert study.sources.text("group.txt") == WITHOUT
    assert study.withdrawals.all() == []
    assert len(study.codings.frame()) == 3
    assert [each.text for each in study.query("nurse").passages] == ["nurse"]
    assert study.verify() == []
    assert_nowhere(tmp_path)


def test_it_is_hidden_still_where_another_of_them_is_withdrawn(study: Study) -> None:
    """And their turns are kept, for when that is lifted."""
    study.withdrawals.withdraw("Olga")
    purge_keeping(study)
    assert study.sources.all() == []
    study.withdrawals.lift("Olga")
    assert study.sources.text("group.txt") == WITHOUT
    assert len(study.codings.frame()) == 3
    assert study.verify() == []


def test_the_traces_say_what_is_cut(study: Study) -> None:
    """So many turns; a source of theirs alone goes whole, as without the option."""
    found = study.traces(PERSON, [WORD], keep_others=True)
    sources = {each.name: each for each in found.traces if each.kind == "source"}
    assert sources["group.txt"].action == "cut" and sources["group.txt"].turns == 2
    assert sources["group.txt"].others == 2
    assert sources["group.txt"].fields == ("text", "original", "media")
    assert sources["alone.txt"].action == "seal"
    assert found.parts["coding"] == 3
    assert WORD not in json.dumps(dataclasses.asdict(found)).casefold()
    without = study.traces(PERSON, [WORD]).traces
    assert {each.name: each.action for each in without if each.kind == "source"} == {
        "group.txt": "seal", "alone.txt": "seal",
    }  # fmt: skip


def test_a_source_that_is_not_confirmed_is_not_cut(study: Study) -> None:
    """It stays as it is, with what stands on it, and the receipt says so."""
    traces = study.traces(PERSON, [WORD], keep_others=True).traces
    kept = next(each for each in traces if each.name == "group.txt")
    wanted = [each.id for each in traces if each.kind in ("case", "code")]
    done = study.purge_participant(PERSON, wanted, strings=[WORD], keep_others=True)
    assert kept.id in {each.id for each in done.left}
    assert WORD in study.sources.text("group.txt")
    assert len(study.codings.frame()) >= 5
    assert study.verify() == []


def offline_work(study: Study) -> None:
    """What an unpurged copy does meanwhile to the source that is cut elsewhere."""
    text = study.sources.text("group.txt")
    study.sources.correct("group.txt", text.replace("Yes, the", f"Yes, the late {WORD}"))
    study.codings.add("group.txt", "Trust", quote="money was short")
    study.codings.add("group.txt", "Trust", quote="trust in all of them.")
    study.memos.write("Late", f"late {WORD}", about=f"participant:{PERSON}")
    study.sources.describe("group.txt", note=f"late {WORD}")


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_unpurged_copies_bring_no_turn_back(made: Path, tmp_path: Path, order: str) -> None:
    """Merged both ways, whichever comes first, a copy that worked on."""
    copies = {name: opened(copied(made, tmp_path, name), name) for name in ("a", "b")}
    offline_work(copies["b"])
    purge_keeping(copies["a"])
    for name in (*order, *order):
        (other,) = set(order) - {name}
        copies[name].merge(tmp_path / f"{other}.crosscase")
    assert_same(list(copies.values()))
    for each in copies.values():
        assert each.sources.text("group.txt") == WITHOUT
        assert each.verify() == []
        assert each.protection.receipt().is_clean
        assert len(each.codings.frame()) == 3
    assert_nowhere(tmp_path)
    for each in copies.values():
        each.close()
    assert_nowhere(tmp_path)


def test_two_people_who_are_cut_apart_are_told_by_the_receipt(made: Path, tmp_path: Path) -> None:
    """Each text has the other's turns: nobody may take the file for clean."""
    copies = {name: opened(copied(made, tmp_path, name), name) for name in ("a", "b")}
    purge_keeping(copies["a"])
    traces = copies["b"].traces("Olga", keep_others=True).traces
    copies["b"].purge_participant("Olga", [each.id for each in traces], keep_others=True)
    for name, other in ("ab", "ba"):
        copies[name].merge(tmp_path / f"{other}.crosscase")
    assert_same(list(copies.values()))
    for each in copies.values():
        assert each.verify() == []
        told_here = each.protection.receipt()
        assert [left.slug for left in told_here.remains] == ["begun-twice"]
        assert [x.sort for x in each.conflicts()].count("text") == 1
        each.purge([each.sources.get("group.txt").id])
        assert each.protection.receipt().is_clean
        each.close()
    assert_nowhere(tmp_path)


def test_a_translation_in_which_nobody_is_linked_goes_whole(study: Study, tmp_path: Path) -> None:
    """Which of its turns are theirs is not known."""
    german = tmp_path / "de.txt"
    german.write_text(f"Interviewer: Was?\n\nP01: Ein {WORD}.\n", encoding="utf-8")
    study.sources.add(german)
    german.unlink()
    study.sources.pair("de.txt", "group.txt")
    done = purge_keeping(study)
    assert done.sealed["source"] == 2
    assert [each.name for each in study.sources.all()] == ["group.txt"]
    assert study.verify() == []
    assert_nowhere(tmp_path)


def test_what_was_undone_may_come_back_and_the_study_stays_sound(study: Study) -> None:
    """Undo and redo of what was done before the purge, one after another."""
    purge_keeping(study)
    for each in study.log():
        for change in (study.redo, study.undo):
            with suppress(CrosscaseError):
                change(each.operation)
    assert study.verify() == []
    assert_nowhere((study.path or Path()).parent)


_SPEAKERS = ("P01", "Olga", "Interviewer")


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    spoken=st.lists(st.sampled_from(_SPEAKERS), min_size=3, max_size=9),
    spans=st.lists(st.tuples(st.integers(0, 400), st.integers(1, 90)), min_size=1, max_size=12),
)
def test_any_coding_keeps_the_words_of_others_and_none_of_theirs(
    tmp_path_factory: pytest.TempPathFactory, spoken: list[str], spans: list[tuple[int, int]]
) -> None:
    """Whatever was coded: on the turns alone it goes, on others' words it stays with them."""
    folder = tmp_path_factory.mktemp("any")
    lines = [
        f"{who}: " + (f"{WORD} {number}a {number}b" if who == "P01" else f"word{number} and more.")
        for number, who in enumerate([*_SPEAKERS, *_SPEAKERS, *spoken])
    ]
    text = "\n\n".join(lines)
    with make_study(folder) as study:
        (folder / "g.txt").write_text(text, encoding="utf-8")
        study.sources.add(folder / "g.txt")
        (folder / "g.txt").unlink()
        study.participants.add(PERSON)
        study.participants.add("Olga")
        study.speakers.link("g.txt", "P01", PERSON)
        study.speakers.link("g.txt", "Olga", "Olga")
        study.codes.add("Trust")
        text = study.sources.text("g.txt")
        places = {(at % len(text), min(at % len(text) + size, len(text))) for at, size in spans}
        source = study.sources.get("g.txt").id
        study.codings.add_passages("Trust", [(source, *place) for place in sorted(places)])
        theirs = [each.span() for each in re.finditer(rf"P01: {WORD} \d+a \d+b", text)]
        before = list(study.codings.frame().select("coding", "start_char", "end_char").iter_rows())
        purge_keeping(study)
        after = dict(study.codings.frame().select("coding", "text").iter_rows())
        for coding, start, end in before:
            cut = [span for span in theirs if span[0] < end and span[1] > start]
            left = list(text[start:end])
            for first, last in cut:
                left[max(first - start, 0) : last - start] = [""] * (
                    min(last, end) - max(first, start)
                )
            if not cut:
                assert after[coding] == text[start:end]
            elif not "".join(left).strip():
                assert coding not in after
            else:
                others = re.findall(r"word\d+", text[start:end])
                assert re.findall(r"word\d+", after[coding]) == others
        assert study.verify() == []
        assert_nowhere(folder)


def test_no_reading_holds_a_word_of_theirs_now_or_in_the_past(study: Study) -> None:
    """Every read verb, as of before the purge too; and it cannot be undone."""
    heads = study.heads
    purge_keeping(study)
    ids = {each.name: each.id for each in study.sources.all()}
    with study.as_of(heads) as past:
        for view in (study, past):
            text = told(lambda view=view: [view.log(), view.memos.all(), view.codes.all()])
            assert WORD not in text
            assert WORD not in told(lambda view=view: view.history(ids["group.txt"], told=True))
