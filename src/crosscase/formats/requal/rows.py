"""The rows of one requal project, and what tells those of two copies of it apart."""

from __future__ import annotations

from crosscase.formats.foreign_rows import ForeignRows
from crosscase.formats.foreign_sqlite import ForeignDatabase, Row
from crosscase.formats.refi_qda.records import Provenance, User
from crosscase.model.ids import Id

__all__ = ["RequalRows"]

_TOOL = "requal"
_ANOTHER = "It belongs to another project of the file."
_ASTRAY = "What it belongs to is not in this project."
_RIGHTS = "Who may do what is not taken over."
_WORDS = ("segment_text", "doc_text")
_MAKER = "user_id"
# Another copy of the project gives the same number to what was made there: what else tells them
# apart. Names tell only what has no maker, or would be mixed up for good.
_APART = {
    "segments": (_MAKER, "doc_id", "segment_start", "segment_end"),
    "codes": (_MAKER,),
    "documents": (_MAKER, "created_at"),
    "categories": (_MAKER,),
    "memos": (_MAKER,),
    "attributes": (_MAKER, "attribute_name"),
    "cases": ("case_name",),
}
_ON = {
    "memos_documents_map": ("doc_id", "memo_start", "memo_end"),
    "memos_segments_map": ("segment_id",),
    "memos_codes_map": ("code_id",),
}


class RequalRows(ForeignRows):
    """The rows of one project of a file, with what its numbers mean."""

    def __init__(self, database: ForeignDatabase, about: Row) -> None:
        self._project = about.whole("project_id")
        super().__init__(database, _TOOL, f"{self._project} {about.text('created_at')}")
        self.leave("projects", _ANOTHER, len(self.take("projects")) - 1)
        self.read("projects")
        self._people = {row.whole(_MAKER): row for row in database.rows("users")}
        self._seen: set[int] = set()

    def own(self, table: str) -> list[Row]:
        """The rows of a table that belong to the project; those of others are left out."""
        found = self.take(table)
        scoped = "project_id" in self.database.tables.get(table, ())
        own = [row for row in found if not scoped or row.whole("project_id") == self._project]
        self.leave(table, _ANOTHER, len(found) - len(own))
        return own

    def lose(self, table: str, row: Row) -> None:
        """What the row belongs to is not there."""
        self.keep(table, row, _ASTRAY, without=_WORDS)

    def known_rows(self, table: str, column: str) -> dict[int, Row]:
        """The rows of the project by their numbers, which from now on are known."""
        found = self.numbered(table, self.own(table), column, without=_WORDS)
        for number, row in found.items():
            self.know_row(table, column, number, row)
        return found

    def know_row(self, table: str, column: str, number: int, row: Row, *more: object) -> Id:
        """The GUID of a row, by which its number is known from now on."""
        apart = [
            self._name(row) if each == _MAKER else row.text(each) for each in _APART.get(table, ())
        ]
        return self.know(column, number, self.guid(table, number, *apart, *more))

    def guid_of(self, column: str, number: int) -> Id:
        """The GUID of a row of which the number is known."""
        return self.known(column, number) or ""

    def pairs(self, table: str, column: str, other: str) -> dict[int | None, list[Row]]:
        """The rows of a table of pairs by the number in one column, where both are known."""
        found: dict[int | None, list[Row]] = {}
        for row in self.own(table):
            one, two = row.whole(column), row.whole(other)
            if self.known(column, one) is None or self.known(other, two) is None:
                self.lose(table, row)
                continue
            self.read(table)
            found.setdefault(one, []).append(row)
        return found

    def first_places(self) -> dict[int | None, tuple[object, ...]]:
        """What each memo hangs on first: two copies hardly give one number to the same place."""
        found: dict[int | None, tuple[object, ...]] = {}
        for table, columns in _ON.items():
            for row in self.database.rows(table):
                where = (row.text(each) for each in columns)
                found.setdefault(row.whole("memo_id"), (table, *where))
        return found

    # -- people ------------------------------------------------------------------------------

    def _name(self, row: Row) -> str | None:
        person = self._people.get(row.whole(_MAKER))
        return None if person is None else person.text("user_name") or person.text("user_login")

    def person(self, row: Row) -> Id | None:
        """The GUID of who made a row, who from then on is one of the project."""
        number = row.whole(_MAKER)
        if number is None or number not in self._people:
            return None
        self._seen.add(number)
        return self.user(self._name(row))

    def made(self, row: Row, *, changed: str | None = None) -> Provenance:
        """Who made what a row says, and when."""
        return Provenance(self.person(row), self.time(row.text("created_at")))

    def people(self) -> tuple[User, ...]:
        """Everybody who made something in the project, or may: addresses stay where they are."""
        rights = self.own("user_permissions")
        for row in rights:
            self.person(row)
        self.leave("user_permissions", _RIGHTS, len(rights))
        for row in self.take("users"):
            if row.whole(_MAKER) in self._seen:
                self.read("users")
            else:
                self.leave("users", _ANOTHER)
        return self.users
