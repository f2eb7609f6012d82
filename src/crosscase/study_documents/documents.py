"""The verbs of documents: every view of a study as a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from crosscase.store.history import list_operations
from crosscase.store.session import Reading, Session
from crosscase.store.source_names import find_coder
from crosscase.study_documents.telling import PLAINLY, Telling, cover_of, title_of

if TYPE_CHECKING:
    from crosscase.coding.named_things import Thing
    from crosscase.report.codebook import CodebookDocument
    from crosscase.report.document import Cover
    from crosscase.report.matrix import MatrixDocument
    from crosscase.report.notes import MemosDocument, PassagesDocument, ReleasedDocument
    from crosscase.report.overview import OverviewDocument
    from crosscase.report.plain_table import TableDocument
    from crosscase.report.qca import QcaDocument
    from crosscase.report.quoted_table import QuotedTable, QuotedTableDocument
    from crosscase.report.selection import SelectionDocument
    from crosscase.report.tables import CasesDocument, HistoryDocument, SourcesDocument
    from crosscase.report.transcript import TranscriptDocument
    from crosscase.study_synthesis.dominance_table import DominanceTable
    from crosscase.study_synthesis.interaction_graph import InteractionGraph
    from crosscase.study_synthesis.qca_result import QcaResult

__all__ = ["Documents"]


class Documents:
    """The views of a study as documents: plain values, which ``to_bytes()`` writes for Word.

    ``telling`` says how each of them tells moments.
    """

    def __init__(self, session: Session, author: str | None) -> None:
        self._session = session
        self._author = author

    def codebook(self, *, telling: Telling = PLAINLY) -> CodebookDocument:
        """The codebook: each code with its definition and its counts."""
        from crosscase.study_documents.codes import codebook_document

        with self._session.reading() as reading:
            return codebook_document(reading, self._cover(reading, telling))

    def matrix(
        self,
        rows: str = "codes",
        columns: str = "sites",
        *,
        count: str = "participants",
        where: str | None = None,
        of: str | None = None,
        topic: str | None = None,
        guide: str | None = None,
        telling: Telling = PLAINLY,
    ) -> MatrixDocument:
        """A matrix with its denominators and notes."""
        from crosscase.study_documents.codes import matrix_document
        from crosscase.study_fieldwork.topics import Topics

        with self._session.reading() as reading:
            cover = self._cover(reading, telling)
            asked = Topics(self._session).counted_of(of, topic, guide)
            return matrix_document(reading, cover, rows, columns, count, where, asked)

    def interactions(self, graph: InteractionGraph, *, telling: Telling = PLAINLY) -> TableDocument:
        """A graph of factors as a table (also a page of its own: ``to_html``)."""
        from crosscase.study_documents.interactions import interactions_document

        with self._session.reading() as reading:
            return interactions_document(graph, self._cover(reading, telling))

    def qca(self, result: QcaResult, *, telling: Telling = PLAINLY) -> QcaDocument:
        """A QCA: warnings, sets, truth table, solutions and necessity."""
        from crosscase.study_documents.qca import qca_document

        with self._session.reading() as reading:
            return qca_document(result, self._cover(reading, telling))

    def quoted_table(
        self, table: QuotedTable, *, telling: Telling = PLAINLY
    ) -> QuotedTableDocument:
        """A framework matrix or a grid with the passages behind each cell."""
        from crosscase.report.quoted_table import QuotedTableDocument

        with self._session.reading() as reading:
            return QuotedTableDocument(self._cover(reading, telling), table)

    def dominance(self, table: DominanceTable, *, telling: Telling = PLAINLY) -> TableDocument:
        """A cause across domains as a table (also a page of its own: ``to_html``)."""
        from crosscase.study_documents.dominance import dominance_document

        with self._session.reading() as reading:
            return dominance_document(table, self._cover(reading, telling))

    def transcript(
        self, source: str, *, coders: Sequence[str] = (), telling: Telling = PLAINLY
    ) -> TranscriptDocument:
        """A source with its codings in the margin: those of all coders, or of some."""
        from crosscase.study_documents.transcripts import transcript_document

        with self._session.reading() as reading:
            return transcript_document(reading, self._cover(reading, telling), source, coders)

    def sources(self, *, telling: Telling = PLAINLY) -> SourcesDocument:
        """The list of sources."""
        from crosscase.study_documents.lists import sources_document

        with self._session.reading() as reading:
            return sources_document(reading, self._cover(reading, telling))

    def cases(self, kind: str | None = None, *, telling: Telling = PLAINLY) -> CasesDocument:
        """The cases, of one kind if it is given, with their attributes."""
        from crosscase.fieldwork.cases import Cases
        from crosscase.study_documents.lists import cases_document

        cases = Cases(self._session).all(kind)
        with self._session.reading() as reading:
            return cases_document(reading, self._cover(reading, telling), cases, kind)

    def memos(
        self,
        *,
        kind: str | None = None,
        author: str | None = None,
        about: Thing | None = None,
        telling: Telling = PLAINLY,
    ) -> MemosDocument:
        """Memos, all or some, one after another."""
        from crosscase.coding.memos import Memos
        from crosscase.study_documents.lists import memos_document

        memos = Memos(self._session)
        told = memos.told(memos.all(memo_kind=kind, author=author, about=about))
        with self._session.reading() as reading:
            by = "" if author is None else f"by {find_coder(reading, author).name}"
            chosen = ", ".join(each for each in (kind or "", by) if each)
            return memos_document(self._cover(reading, telling), told, telling, chosen or None)

    def passages(self, expression: str, *, telling: Telling = PLAINLY) -> PassagesDocument:
        """The passages that a question finds, with who says them and where: a working copy."""
        from crosscase.study_documents.codes import passages_of_question

        with self._session.reading() as reading:
            return passages_of_question(reading, self._cover(reading, telling), expression)

    def passages_of(self, code: str, *, telling: Telling = PLAINLY) -> PassagesDocument:
        """The passages of a code and of the codes below it: a working copy."""
        from crosscase.study_documents.codes import passages_of_code

        with self._session.reading() as reading:
            return passages_of_code(reading, self._cover(reading, telling), code)

    def released(self, release: str, *, telling: Telling = PLAINLY) -> ReleasedDocument:
        """The quotes of a release with what was printed beside them, and nothing else of them."""
        from crosscase.study_documents.released import released_document

        with self._session.reading() as reading:
            return released_document(reading, self._cover(reading, telling), release)

    def history(self, *, telling: Telling = PLAINLY, **filters: Any) -> HistoryDocument:
        """What was done, the newest first (person, since_ms, until_ms)."""
        from crosscase.study_documents.lists import history_document

        with self._session.reading() as reading:
            entries = list_operations(reading, **filters)
            return history_document(self._cover(reading, telling), entries, telling)

    def overview(self, *, telling: Telling = PLAINLY) -> OverviewDocument:
        """The study at a glance: its description, figures, top codes and latest work."""
        from crosscase.study_documents.lists import overview_document

        with self._session.reading() as reading:
            return overview_document(reading, self._cover(reading, telling), telling)

    def selection(
        self,
        selection: str,
        *,
        labels: Mapping[str, str] | None = None,
        names: bool = False,
        characteristics: Sequence[str] | None = None,
        counts: str = "exact",
        telling: Telling = PLAINLY,
    ) -> SelectionDocument:
        """A choice of cases: the methods paragraph, and the sites by their groups."""
        from crosscase.report.selection import SelectionDocument
        from crosscase.study_selection.selections import Selections

        selections = Selections(self._session)
        found = selections.get(selection)
        text = selections.paragraph(found.id, names=names)
        table = selections.table(
            found.id, labels=labels, names=names, characteristics=characteristics, counts=counts
        )
        with self._session.reading() as reading:
            cover = self._cover(reading, telling)
        return SelectionDocument(cover, found.name, text, table.columns, table.rows())

    def board(self, today: str | None = None, *, telling: Telling = PLAINLY) -> TableDocument:
        """Every participant with how far they are, and what is missing of them."""
        from crosscase.study_documents.fieldwork import board_document

        with self._session.reading() as reading:
            cover = self._cover(reading, telling)
        return board_document(self._session, cover, today)

    def recruitment(
        self, rows: str = "site", columns: str = "sector", *, telling: Telling = PLAINLY
    ) -> TableDocument:
        """The participants by two fields with margins, and where nobody stands."""
        from crosscase.study_documents.fieldwork import recruitment_document

        with self._session.reading() as reading:
            cover = self._cover(reading, telling)
        return recruitment_document(self._session, cover, rows, columns)

    def file_name(self, view: str, ending: str) -> str:
        """A safe name for another file of this study, such as a table."""
        from crosscase.report.file_names import file_name

        with self._session.reading() as reading:
            return file_name(title_of(reading), view, ending)

    def _cover(self, reading: Reading, telling: Telling) -> Cover:
        return cover_of(reading, self._session.now_us(), self._author, telling)
