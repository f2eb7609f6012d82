"""The verbs of data protection: backups, the annex, access reports, and receipts of purges."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crosscase.formats.sealed_file import Cost, Randomness
from crosscase.store.purging import carry_out_again
from crosscase.store.session import Reading, Session
from crosscase.study_documents.telling import PLAINLY, Telling, cover_of
from crosscase.study_protection.backup import write_backup

if TYPE_CHECKING:
    from crosscase.report.document import Cover
    from crosscase.report.sections import Section, SectionedDocument
    from crosscase.study_protection.device_receipt import DeviceReceipt, PurgeEntry

__all__ = ["Protection"]


class Protection:
    """What protects the people in a study, and what is told of the data held about them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def backup(
        self,
        target: str | Path,
        passphrase: str,
        *,
        randomness: Randomness,
        cost: Cost | None = None,
    ) -> int:
        """Write the whole study into one encrypted file; returns its size in bytes."""
        return write_backup(
            self._session, Path(target), passphrase, randomness=randomness, cost=cost
        )

    def measures(self) -> Section:
        """Which measures protect the people in the study now."""
        from crosscase.study_protection.annex import measures

        with self._session.reading() as reading:
            return measures(reading)

    def annex(self, *, telling: Telling = PLAINLY) -> SectionedDocument:
        """What is stored where, of whom, who can see it, for how long, and where it went."""
        from crosscase.study_protection.annex import annex

        with self._session.reading() as reading:
            return annex(reading, self._cover(reading, telling), telling)

    def access(self, participant: str, *, telling: Telling = PLAINLY) -> SectionedDocument:
        """All that the study holds about one person."""
        from crosscase.study_protection.access_report import access_report

        with self._session.reading() as reading:
            return access_report(reading, self._cover(reading, telling), participant)

    def purges(self) -> list[PurgeEntry]:
        """The purges that this file knows of, oldest first."""
        from crosscase.study_protection.device_receipt import purge_entries

        return purge_entries(self._session)

    def receipt(
        self,
        purge: str | None = None,
        *,
        file_name: str | None = None,
        device: str | None = None,
    ) -> DeviceReceipt:
        """What one purge (or the last) took out, and whether all of it is gone from this file.

        Any device can give one that merged the purge. The whole study is verified for it.
        """
        from crosscase.study_protection.device_receipt import device_receipt

        return device_receipt(self._session, purge, file_name=file_name, device=device)

    def clean_up_purges(self) -> bool:
        """Finish what purges left to do here and rewrite the file; returns whether that was done.

        It is not while another program keeps old pages of the file.
        """
        return carry_out_again(self._session.file)

    def _cover(self, reading: Reading, telling: Telling) -> Cover:
        return cover_of(reading, self._session.now_us(), self._session.person_name, telling)
