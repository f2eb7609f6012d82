"""The vault's check looks at every word that a study holds, and finishing takes each out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from crosscase.log.records import Draft, DraftChange
from crosscase.model.kinds import KINDS
from crosscase.model.nouns import Coding, Purge, Revision
from crosscase.store.blobs import blob_hash
from crosscase.store.purging import purge
from crosscase.store.session import changed
from crosscase.study import Study
from crosscase.study_protection.review import decide_all
from crosscase.study_protection.vault import Vault
from crosscase.testing import make_study
from tests.study_protection.test_anonymising import make_vault, talked

_OLD, _NEW = b"Anna Smith", b"anna smith"


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return talked(tmp_path)


@pytest.fixture
def vault(study: Study, tmp_path: Path) -> Vault:
    """The vault of a study that is anonymised, and in which nothing shows any more."""
    held = make_vault(study, tmp_path)
    _anonymise(study, held)
    assert study.anonymising.check(held).is_clean
    return held


def _anonymise(study: Study, vault: Vault) -> None:
    while candidates := study.anonymising.propose(vault=vault):
        study.anonymising.apply(decide_all(candidates, everything=True), vault)


def _say(study: Study, change: DraftChange, blobs: Mapping[str, bytes] | None = None) -> None:
    """Record a change as an importer does, which no verb of the study makes."""
    draft = Draft("study.described", {}, (change,), blobs or {})
    study._session.record(lambda _: draft)


def _holds(folder: Path) -> bool:
    held = b"".join(each.read_bytes() for each in folder.glob("study.crosscase*"))
    return _OLD in held or _NEW in held


def _left(study: Study, vault: Vault) -> list[tuple[str, str]]:
    return [(each.kind, each.field) for each in study.anonymising.check(vault).shown]


def _gone_in_the_end(study: Study, vault: Vault, folder: Path) -> None:
    """Proposing, applying and finishing once more leaves no byte of it."""
    assert _holds(folder)
    _anonymise(study, vault)
    assert study.anonymising.check(vault).is_clean
    study.anonymising.finish(vault)
    assert study.anonymising.check(vault).is_finished
    assert study.verify() == []
    assert not _holds(folder)


def test_what_an_imported_file_said_of_a_coding_is_looked_at(
    study: Study, vault: Vault, tmp_path: Path
) -> None:
    coding = study.codings.frame()["coding"][0]
    _say(study, changed(Coding, coding, foreign={"note": ["said by Anna Smith"]}))
    assert _left(study, vault) == [("coding", "foreign")]
    before = sorted(each.text for each in study.query("code:trust").passages)
    _gone_in_the_end(study, vault, tmp_path)
    assert sorted(each.text for each in study.query("code:trust").passages) == before


@pytest.mark.parametrize(
    "kind", ["study", "coder", "source", "code", "case", "memo", "speaker", "revision"]
)
def test_what_an_imported_file_said_of_anything_is_looked_at(
    study: Study, vault: Vault, tmp_path: Path, kind: str
) -> None:
    with study._session.reading() as reading:
        thing = reading.all(KINDS[kind].noun)[-1]
    _say(study, DraftChange(KINDS[kind], thing.id, {"foreign": {"Anna Smith": [1, "x"]}}))
    assert _left(study, vault) == [(kind, "foreign")]
    _gone_in_the_end(study, vault, tmp_path)


def test_a_setting_is_looked_at(study: Study, vault: Vault, tmp_path: Path) -> None:
    setting = DraftChange(
        KINDS["setting"], study._session.ids(),
        {"key": "a setting", "value": {"who": ["Anna Smith"]}}, makes=True,
    )  # fmt: skip
    _say(study, setting)
    [left] = study.anonymising.check(vault).shown
    assert (left.kind, left.name, left.field) == ("setting", "a setting", "value")
    _gone_in_the_end(study, vault, tmp_path)


def test_the_note_of_a_correction_is_looked_at_by_its_source(
    study: Study, vault: Vault, tmp_path: Path
) -> None:
    text = study.sources.text("P01.txt")
    study.sources.correct("P01.txt", text.replace("began", "started"), note="Anna Smith asked")
    [left] = study.anonymising.check(vault).shown
    assert (left.kind, left.name, left.field) == ("revision", "P01.txt", "note")
    _gone_in_the_end(study, vault, tmp_path)
    assert "started" in study.sources.text("P01.txt")


def test_a_note_at_the_only_text_of_a_source_goes_too(
    study: Study, vault: Vault, tmp_path: Path
) -> None:
    study.anonymising.finish(vault)
    [revision] = _all(study, Revision)
    _say(study, changed(Revision, revision.id, note="typed by Anna Smith"))
    before = study.sources.text("P01.txt")
    _gone_in_the_end(study, vault, tmp_path)
    assert study.sources.text("P01.txt") == before


@pytest.mark.parametrize(("kind", "field"), [("finding", "statement"), ("cell", "summary")])
def test_summaries_and_findings_are_looked_at(
    study: Study, vault: Vault, tmp_path: Path, kind: str, field: str
) -> None:
    words = b"Anna Smith trusts them."
    case, code = study.cases.all()[0].id, study.codes.get("trust").id
    about: dict[str, Any] = {"subject": case, "column": code} if kind == "cell" else {}
    thing = DraftChange(
        KINDS[kind], study._session.ids(), {**about, field: blob_hash(words)}, makes=True
    )
    _say(study, thing, {blob_hash(words): words})
    assert _left(study, vault) == [(kind, field)]
    _gone_in_the_end(study, vault, tmp_path)


def test_why_something_was_purged_is_kept_by_the_history_until_finishing(
    study: Study, vault: Vault, tmp_path: Path
) -> None:
    study.memos.write("A slip", "of the pen")
    slip = next(each.id for each in study.memos.all() if each.title == "A slip")
    purge(study._session, [slip], reason="Anna Smith asked for it")
    found = study.anonymising.check(vault)
    assert found.is_clean and not found.is_finished
    assert "purge" in {kind for kind, _, _ in found.remembered}
    study.copy(tmp_path / "other.crosscase")
    study.anonymising.finish(vault)
    assert study.anonymising.check(vault).is_finished
    assert not _holds(tmp_path) and study.verify() == []
    with make_study(tmp_path, name="other", person="Ben", open_again=True) as other:
        other.merge(tmp_path / "study.crosscase")
        assert other.verify() == []
        assert [each.reason for each in _all(other, Purge) if each.reason] == ["P01 asked for it"]
        assert slip not in {each.id for each in other.memos.all()}


def test_a_finish_that_is_said_anew_still_clears_a_copy_that_knows_of_neither(
    study: Study, tmp_path: Path
) -> None:
    study.copy(tmp_path / "other.crosscase")
    vault = make_vault(study, tmp_path)
    _anonymise(study, vault)
    study.anonymising.finish(vault)
    # That purge gets a reason with a name, and so is said anew by the next finishing.
    [made] = _all(study, Purge)
    _say(study, changed(Purge, made.id, reason="for Anna Smith"))
    study.anonymising.finish(vault)
    assert not _holds(tmp_path)
    with make_study(tmp_path, name="other", person="Ben", open_again=True) as other:
        other.merge(tmp_path / "study.crosscase")
        assert other.verify() == []
        assert [each.name for each in other.participants.all()] == ["P01"]
        study.merge(tmp_path / "other.crosscase")
        assert study.sources.text("P01.txt") == other.sources.text("P01.txt")
    for name in ("study", "other"):
        held = (tmp_path / f"{name}.crosscase").read_bytes()
        assert _OLD not in held and _NEW not in held
    assert study.verify() == []


def _all(study: Study, noun: type[Any]) -> list[Any]:
    with study._session.reading() as reading:
        return list(reading.all(noun))
