"""What a page is told of what was recorded: enough to know what to ask again, and no words."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from crosscase.model.ids import derived_id
from crosscase.server.desk import Desk
from crosscase.server.live import MOST_BYTES, Live, header_text
from crosscase.store.live_headers import LiveHeader, LiveOperation
from crosscase.study import Study
from tests.server.conftest import open_by


@pytest.fixture
def study(study_path: Path) -> Iterator[Study]:
    """Ama's copy of the small study."""
    with open_by(study_path)(False) as study:
        yield study


def told(study: Study, act: Any) -> LiveHeader:
    """The header of what an act recorded."""
    before = study.live.cursor()
    act()
    header, after = study.live.since(before)
    assert header is not None
    assert study.live.since(after) == (None, after)
    assert header.heads == study.heads
    return header


def test_nothing_recorded_is_nothing_told(study: Study) -> None:
    """Reading, and an act that changes nothing, tell nobody anything."""
    before = study.live.cursor()
    study.codes.rename("Trust", "Trust")
    assert study.live.since(before) == (None, before)


def test_a_coding_names_its_source_and_its_code(study: Study) -> None:
    """And its removal, its undo and its redo name them again."""
    header = told(study, lambda: study.codings.add("P03.txt", "Money", quote="A director"))
    source, code = study.sources.get("P03.txt").id, study.codes.get("Money").id
    assert (header.kinds, header.sources, header.codes) == (("coding",), (source,), (code,))
    assert [each.sentence_key for each in header.operations] == ["coding.added"]
    assert header.operations[0].person_id == study.person_id
    for act in (study.undo, study.redo):
        header = told(study, act)
        assert header.kinds == ("coding", "operation")
        assert header.sources == (source,)
        assert header.codes in ((code,), None)


def test_a_code_that_changes_shows_wherever_it_was_used(study: Study) -> None:
    """A new one shows nowhere yet."""
    header = told(study, lambda: study.codes.add("Weather"))
    assert (header.kinds, header.sources) == (("code",), ())
    header = told(study, lambda: study.codes.rename("Trust", "Reliance"))
    assert (header.sources, header.codes) == (None, (study.codes.get("Reliance").id,))
    header = told(study, study.undo)
    assert header.sources is None


def test_a_corrected_text_names_its_source(study: Study) -> None:
    """And so does a memo on a passage, and a source's own description."""
    source = study.sources.get("P01.txt").id
    text = study.sources.text("P01.txt").replace("winter", "autumn")
    assert told(study, lambda: study.sources.correct("P01.txt", text)).sources == (source,)
    assert source in (told(study, study.undo).sources or (source,))
    header = told(study, lambda: study.sources.describe("P01.txt", note="first"))
    assert (header.kinds, header.sources) == (("source",), (source,))


def test_a_merge_that_is_taken_out_again_may_have_changed_anything(
    study: Study, tmp_path: Path
) -> None:
    """There are fewer operations than before; no page can say what it lost."""
    study.copy(tmp_path / "other.crosscase")
    with open_by(tmp_path / "other.crosscase", "Ben")(False) as other:
        other.codes.add("Weather")
    header = told(study, lambda: study.merge(tmp_path / "other.crosscase"))
    assert header.kinds == ("code",)
    header = told(study, lambda: study.unmerge(1))
    assert (header.operations, header.sources, header.codes) == ((), None, None)
    assert "coding" in header.kinds


def test_a_purge_may_have_changed_anything(study: Study) -> None:
    """What it took may have stood anywhere."""
    memo = study.memos.get("On the way of asking").id
    header = told(study, lambda: study.purge([memo]))
    assert (header.sources, header.codes) == (None, None)


def test_many_operations_are_counted_and_the_newest_named(study: Study) -> None:
    """A page that slept hears of ten, and how many more."""

    def act() -> None:
        for number in range(15):
            study.codes.add(f"Code {number}")

    header = told(study, act)
    assert (len(header.operations), header.more, header.codes) == (10, 5, None)
    newest = study.log(most=1)[0].operation
    assert header.operations[0].operation == newest


def test_a_header_never_exceeds_a_kilobyte() -> None:
    """What does not fit is told as more, or as any."""
    ids = tuple(derived_id("thing", str(number)) for number in range(10))
    operations = tuple(
        LiveOperation(f"{number:08x}:123456789", ids[0], "attribute.restored")
        for number in range(10)
    )
    kinds = tuple(f"a kind of things {number}" for number in range(15))
    header = LiveHeader("f" * 64, operations, 999_999, kinds, ids, ids)
    shape = json.loads(header_text(header))
    assert len(header_text(header).encode()) <= MOST_BYTES
    assert shape["more"] == 999_999 + 10 - len(shape["operations"])
    assert shape["operations"][0]["operation"] == operations[0].operation


# -- the reader that all pages share -------------------------------------------------------------


async def _event(page: AsyncIterator[bytes]) -> tuple[str, dict[str, Any]]:
    lines = (await asyncio.wait_for(anext(page), 20)).decode().splitlines()
    fields = dict(line.split(": ", 1) for line in lines if line)
    return fields["event"], json.loads(fields["data"])


def test_a_page_that_does_not_listen_holds_nobody_up(study_path: Path) -> None:
    """It hears once that anything may have changed; the others hear everything."""

    async def follow() -> None:
        desk = Desk(open_by(study_path))
        await desk.start()
        live = Live(open_by(study_path), desk)
        slow, quick = live.listen(None), live.listen(None)
        assert (await _event(slow))[0] == (await _event(quick))[0] == "state"
        for number in range(12):
            await desk.write(lambda study, name=f"Code {number}": study.codes.add(name) and None)
            name, header = await _event(quick)
            assert (name, len(header["operations"])) == ("changed", 1)
        name, header = await _event(slow)
        assert (name, header["operations"], header["sources"]) == ("changed", [], None)
        await live.close()
        await desk.close()

    asyncio.run(follow())


def test_pages_hear_of_a_long_write_and_read_on_while_it_goes_on(study_path: Path) -> None:
    """They are told what goes on; questions are answered from what was stored before."""

    async def follow() -> None:
        desk = Desk(open_by(study_path))
        await desk.start()
        live = Live(open_by(study_path), desk)
        page = live.listen(None)
        await _event(page)
        may_end = threading.Event()

        def act(study: Study) -> None:
            study.codes.add("Weather")
            assert may_end.wait(20)

        writing = asyncio.create_task(desk.write(act, long=True, what="importing 12 sources"))
        assert await _event(page) == ("busy", {"busy": True, "what": "importing 12 sources"})
        late = live.listen(None)
        assert (await _event(late))[0] == "state"
        assert (await _event(late))[0] == "busy"
        assert len(await desk.read(lambda study: study.codes.all())) >= 4
        # What answers meanwhile can only be read; the desk still can be written to.
        assert await desk.read(lambda study: study.read_only)
        assert not desk.is_read_only
        may_end.set()
        await writing
        heard = {}
        while len(heard) < 2:
            name, data = await _event(page)
            heard[name] = data
        assert heard["busy"] == {"busy": False, "what": None}
        assert heard["changed"]["kinds"] == ["code"]
        await live.close()
        await desk.close()

    asyncio.run(follow())
