"""The verbs of saved queries. Whoever calls has checked that the expression can be read."""

from __future__ import annotations

from crosscase.coding.named_things import checked_text, tidy_name
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft
from crosscase.model.ids import Id
from crosscase.model.nouns import Query
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.store.source_names import find_named

__all__ = ["Queries"]


class Queries:
    """The saved queries of a study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Query]:
        """All saved queries in the order in which they were first saved."""
        with self._session.reading() as reading:
            return reading.all(Query)

    def get(self, query: str) -> Query:
        """One saved query by name or id."""
        with self._session.reading() as reading:
            return find_named(query, reading.all(Query), "query")

    def save(self, name: str, expression: str, description: str | None = None) -> Query:
        """Save a query under a name; one of that name is changed, and history keeps the old."""
        id_ = self._session.ids()
        saved: list[Id] = [id_]
        tidy = tidy_name(name, "query")
        asked = checked_text(expression).strip()
        if not asked:
            raise MistakeOfUse(f"The query “{tidy}” asks nothing.", slug="empty-query")
        says = checked_text(description).strip() or None if description else None

        def decide(reading: Reading) -> Draft | None:
            known = [each for each in reading.all(Query) if each.name.casefold() == tidy.casefold()]
            if not known:
                query = made(Query, id_, name=tidy, expression=asked, description=says)
                return Draft("query.saved", {"query": id_}, (query,))
            found = known[0]
            saved[0] = found.id
            new = {"expression": asked} if found.expression != asked else {}
            if says is not None and found.description != says:
                new["description"] = says
            if not new:
                return None
            return Draft("query.saved", {"query": found.id}, (changed(Query, found.id, **new),))

        self._session.record(decide)
        return self.get(saved[0])

    def remove(self, query: str) -> Recorded | None:
        """Drop a saved query."""

        def decide(reading: Reading) -> Draft:
            found = find_named(query, reading.all(Query), "query")
            return Draft("query.removed", {"query": found.id}, (dropped(Query, found.id),))

        return self._session.record(decide)

    def restore(self, query: str) -> Recorded | None:
        """Bring a dropped query back, by its id or its name."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, Query, query)
            if found is None:
                return None
            if any(each.name.casefold() == found.name.casefold() for each in reading.all(Query)):
                raise MistakeOfUse(
                    f"There is a query “{found.name}” already.",
                    slug="name-taken",
                    hint="Remove that one first.",
                )
            change = dropped(Query, found.id, False)
            return Draft("query.restored", {"query": found.id}, (change,))

        return self._session.record(decide)
