"""A process that works until it is killed: `python crash_writer.py STUDY SEED`.

After each operation that was stored it says so: writer, number and digest, one line each. What
it has said is confirmed; everything else may be there as a whole or not at all.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

from crosscase.coding.codes import Codes
from crosscase.coding.codings import Codings
from crosscase.log.records import Draft
from crosscase.model.ids import derived_id
from crosscase.model.nouns import Mark, Memo, Revision, Source
from crosscase.store.blobs import blob_hash
from crosscase.store.purging import purge
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, made
from crosscase.store.source_texts import source_text
from crosscase.store.study_file import StudyFile


class Writer:
    """Does random things, most of them small, some of many changes and large words."""

    def __init__(self, path: str, seed: str) -> None:
        self.file = StudyFile.open(Path(path))
        self.session = Session(
            self.file,
            person=f"Writer {seed}",
            now_us=lambda: time.time_ns() // 1_000,
            randomness=os.urandom,
        )
        self.codes, self.codings = Codes(self.session), Codings(self.session)
        self.random = random.Random(seed)
        self.record = self.session.record

    def work(self) -> None:
        """Until killed."""
        for number in range(1_000_000):
            kinds = (self.code, self.code_many, self.add, self.correct, self.note, self.undo)
            weights = (30, 20, 8, 10, 10, 8)
            self.random.choices(kinds, weights)[0](number)
            if number % 40 == 39:
                self.purge()

    def say(self, recorded: Recorded | None) -> None:
        """Confirm what was stored."""
        if recorded is not None:
            line = f"{recorded.name.writer.hex()} {recorded.name.seq} {recorded.digest.hex()}\n"
            os.write(1, line.encode())

    def pick(self, reading: Reading) -> Source:
        return self.random.choice(reading.all(Source))

    def code(self, number: int) -> None:
        before = self.last()
        start = self.random.randrange(200)
        self.codings.add("a.txt", "Trust", start_char=start, end_char=start + 1 + number % 50)
        if self.last() != before:
            self.confirm_last()

    def code_many(self, number: int) -> None:
        starts = self.random.sample(range(200), 40)
        with self.session.reading() as reading:
            source = self.pick(reading).id
        before = self.last()
        self.codings.add_passages("Trust", [(source, at, at + 2 + number % 7) for at in starts])
        if self.last() != before:
            self.confirm_last()

    def last(self) -> int:
        found = self.file.driver().execute("SELECT max(row) FROM operation").fetchone()
        return int(found[0])

    def confirm_last(self) -> None:
        writer, seq, digest = (
            self.file.driver()
            .execute(
                "SELECT w.id, o.seq, o.digest FROM operation o JOIN writer w ON w.row = o.writer "
                "ORDER BY o.row DESC LIMIT 1"
            )
            .fetchone()
        )
        os.write(1, f"{writer.hex()} {seq} {digest.hex()}\n".encode())

    def add(self, number: int) -> None:
        data = f"{number} ".encode() + b"many words here " * self.random.choice([20, 200, 4_000])
        source, revision = self.session.ids(), self.session.ids()
        changes = (
            made(Source, source, name=f"s{number}", language="en"),
            made(Revision, revision, source=source, text=blob_hash(data)),
        )
        draft = Draft("sources.imported", {"n": 1}, changes, {blob_hash(data): data})
        self.say(self.record(lambda _: draft))

    def correct(self, number: int) -> None:
        def decide(reading: Reading) -> Draft:
            source = self.pick(reading)
            text = source_text(reading, source)
            at = self.random.randrange(text.chars)
            data = f"{number}!".encode()
            change = made(
                Revision,
                self.session.ids(),
                source=source.id,
                parent=text.revision,
                text=blob_hash(data),
                edits=[[at, min(text.chars, at + 2), len(data)]],
            )
            values = {"source": source.id}
            return Draft("source.corrected", values, (change,), {blob_hash(data): data})

        self.say(self.record(decide))

    def note(self, number: int) -> None:
        data, id_ = f"memo {number}".encode() * 50, self.session.ids()
        with self.session.reading() as reading:
            about = self.pick(reading).id
        change = made(Memo, id_, title=f"m{number}", text=blob_hash(data), about=about)
        draft = Draft("memo.written", {"memo": id_}, (change,), {blob_hash(data): data})
        self.say(self.record(lambda _: draft))

    def undo(self, number: int) -> None:
        with self.session.reading():
            names = (
                self.file.driver()
                .execute(
                    "SELECT w.id, o.seq FROM operation o JOIN writer w ON w.row = o.writer "
                    "WHERE o.row > 4 ORDER BY o.row DESC LIMIT 12"
                )
                .fetchall()
            )
        if names:
            writer, seq = self.random.choice(names)
            id_ = derived_id("operation", writer.hex(), str(seq))
            change = made(Mark, id_, fresh=False, target=[writer, seq], undone=number % 3 > 0)
            self.say(self.record(lambda _: Draft("undone", {}, (change,))))

    def purge(self) -> None:
        with self.session.reading() as reading:
            sources = [each for each in reading.all(Source) if each.name != "a.txt"]
        if sources:
            self.say(purge(self.session, [sources[0].id]).operation)


if __name__ == "__main__":
    Writer(*sys.argv[1:]).work()
