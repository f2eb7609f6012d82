"""The verbs of interview guides: versions with their topics and questions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from crosscase.coding.named_things import checked_text, tidy_name
from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.guide_versions import GuideVersions, guide_versions
from crosscase.formats.guide_files import FileTopic, GuideFile, written_guide
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fieldwork_nouns import Guide, TopicTurn
from crosscase.model.ids import Id, derived_id
from crosscase.store.reading import find_entity
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.study_fieldwork.guide_topics import (
    GuideTopic,
    TopicGiven,
    stored_topics,
    topics_of,
)

__all__ = ["Guides"]


class Guides:
    """All interview guides of a study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------

    def all(self) -> list[Guide]:
        """All versions of all guides that show, those of one guide together, oldest first."""
        with self._session.reading() as reading:
            return guide_versions(reading).ordered()

    def with_topics(self) -> list[tuple[Guide, tuple[GuideTopic, ...], bool]]:
        """The same with the topics of each, and whether it is the newest of its guide."""
        with self._session.reading() as reading:
            versions = guide_versions(reading)
            return [
                (each, topics_of(each), versions.newest(each).id == each.id)
                for each in versions.ordered()
            ]

    def get(self, guide: str) -> Guide:
        """One version: by id, as NAME@VERSION, or by name alone, which means the newest."""
        with self._session.reading() as reading:
            return guide_versions(reading).find(guide)

    def topics(self, guide: str) -> tuple[GuideTopic, ...]:
        """The topics of a guide in their order."""
        return topics_of(self.get(guide))

    def to_markdown(self, guide: str) -> str:
        """A guide as Markdown, with the keys of its topics."""
        found = self.get(guide)
        topics = [FileTopic(t.topic, t.questions, t.probes, t.key) for t in topics_of(found)]
        return written_guide(found.name, found.version, found.description, topics)

    # -- writing -----------------------------------------------------------------------

    def add(
        self,
        name: str,
        version: str | None = None,
        topics: Iterable[TopicGiven] = (),
        description: str | None = None,
    ) -> Guide:
        """Add a guide; without a version it is version 1.

        A topic is a name, or a mapping with topic, questions, and if wanted probes and key.
        """
        ids: list[Id] = []
        tidy = tidy_name(name, "guide")
        number, says = _version(version) or "1", _description(description)
        stored = stored_topics(topics)

        def decide(reading: Reading) -> Draft:
            _require_free(guide_versions(reading), tidy)
            change = self._made(reading, tidy, version=number, topics=stored, description=says)
            ids.append(change.entity)
            return Draft("guide.added", {"guide": change.entity}, (change,))

        self._session.record(decide)
        return self.get(ids[0])

    def new_version(
        self,
        guide: str,
        topics: Iterable[TopicGiven],
        version: str | None = None,
        description: str | None = None,
    ) -> Guide:
        """Add a version of a guide that replaces its newest, or the one that is named.

        Topics that go on from the version before keep their keys (see ``stored_topics``), so that
        what was asked with either version is counted together.
        """
        ids: list[Id] = []
        given = list(topics)
        number, says = _version(version), _description(description)

        def decide(reading: Reading) -> Draft:
            versions = guide_versions(reading)
            former = versions.find(guide)
            fields: dict[str, Any] = {
                "version": number or versions.next_version(former),
                "description": says or former.description,
                "topics": stored_topics(given, topics_of(former)),
            }
            _require_new(versions, former, fields["version"])
            change = self._made(reading, former.name, replaces=former.id, **fields)
            ids.append(change.entity)
            return Draft("guide.versioned", {"guide": change.entity}, (change,))

        self._session.record(decide)
        return self.get(ids[0])

    def import_file(
        self, file: GuideFile, name: str | None = None, *, version: str | None = None
    ) -> Guide:
        """Take a guide from a file: a new one, or a new version of the one of that name.

        A file that says what a version says already makes no other one: that version is returned.
        """
        called = name or file.name
        if called is None:
            raise MistakeOfUse(
                "The file does not say what the guide is called.",
                slug="nameless-guide",
                hint="Give it a name, or a first heading above those of its topics.",
            )
        with self._session.reading() as reading:
            versions = guide_versions(reading)
            known = versions.named(called)
            newest = versions.find(called) if known else None
        number = version or file.version
        if newest is not None:
            alike = [each for each in known if each.version == number]
            if version is None and (number is None or alike):
                alike.append(newest)
            same = next((each for each in alike if _says_the_same(each, file)), None)
            if same is not None:
                return same
            if version is None and number in {each.version for each in known}:
                number = None  # the file was not given its new number
            return self.new_version(called, file.topics, number, file.description)
        return self.add(called, number, file.topics, file.description)

    def change(
        self,
        guide: str,
        *,
        name: str | None = None,
        version: str | None = None,
        topics: Iterable[TopicGiven] | None = None,
        description: str | None = None,
    ) -> Recorded | None:
        """Mend a version; a name is that of all its versions, and topics keep their keys.

        What is not given stays; an empty description is taken away. A topic to which turns are
        linked cannot be taken out: make a new version instead.
        """
        given = None if topics is None else list(topics)

        def decide(reading: Reading) -> Draft | None:
            versions = guide_versions(reading)
            found = versions.find(guide)
            new: dict[str, Any] = {}
            if version is not None:
                new["version"] = _version(version)
                if new["version"] != found.version:
                    _require_new(versions, found, new["version"])
            if description is not None:
                new["description"] = _description(description)
            if given is not None:
                new["topics"] = stored_topics(given, topics_of(found))
                _require_linked_kept(reading, found, {each["key"] for each in new["topics"]})
            new = {key: value for key, value in new.items() if getattr(found, key) != value}
            changes = [changed(Guide, found.id, **new)] if new else []
            if name is not None:
                tidy = tidy_name(name, "guide")
                _require_free(versions, tidy, besides=found)
                changes += [
                    changed(Guide, each.id, name=tidy)
                    for each in versions.family(found)
                    if each.name != tidy
                ]
            return Draft("guide.changed", {"guide": found.id}, tuple(changes)) if changes else None

        return self._session.record(decide)

    def remove(self, guide: str) -> Recorded | None:
        """Drop one version of a guide; the turns linked to its topics are hidden with it."""

        def decide(reading: Reading) -> Draft:
            found = guide_versions(reading).find(guide)
            return Draft("guide.removed", {"guide": found.id}, (dropped(Guide, found.id),))

        return self._session.record(decide)

    def restore(self, guide: str) -> Recorded | None:
        """Bring a dropped version back with its linked turns, by its id or its name."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, Guide, guide)
            if found is None:
                return None
            _require_free(guide_versions(reading), found.name, besides=found)
            return Draft("guide.restored", {"guide": found.id}, (dropped(Guide, found.id, False),))

        return self._session.record(decide)

    def _made(self, reading: Reading, name: str, **fields: Any) -> DraftChange:
        """The change that makes a version: what says the same is one version on every laptop."""
        parts = (name.casefold(), fields["version"], fields.get("replaces") or "")
        topics = json.dumps(fields["topics"], sort_keys=True)
        id_ = derived_id(self._session.study_id, "guide", *parts, topics)
        # It may be that of a version that was removed or has another name by now.
        is_taken = find_entity(reading.file, reading.connection, id_) is not None
        if is_taken:
            id_ = self._session.ids()
        return made(Guide, id_, fresh=is_taken, name=name, **fields)


def _says_the_same(guide: Guide, file: GuideFile) -> bool:
    says = _description(file.description)
    topics = stored_topics(file.topics, topics_of(guide))
    return topics == guide.topics and says in (None, guide.description)


def _version(version: str | None) -> str | None:
    return None if version is None else tidy_name(str(version), "version")


def _description(description: str | None) -> str | None:
    return checked_text(description).strip() or None if description else None


def _require_free(versions: GuideVersions, name: str, besides: Guide | None = None) -> None:
    own = set() if besides is None else {each.id for each in versions.family(besides)}
    for other in versions.named(name):
        if other.id not in own and (besides is None or other.id != besides.id):
            raise MistakeOfUse(
                f"There is a guide “{other.name}” already.",
                slug="name-taken",
                hint="Add a new version of it, or choose another name.",
            )


def _require_new(versions: GuideVersions, guide: Guide, version: str) -> None:
    if version in {each.version for each in versions.family(guide)}:
        raise MistakeOfUse(
            f"The guide “{guide.name}” has a version {version} already.",
            slug="version-taken",
            hint=f"Call this one {versions.next_version(guide)}.",
        )


def _require_linked_kept(reading: Reading, guide: Guide, keys: set[str]) -> None:
    names = {each.key: each.topic for each in topics_of(guide)}
    linked = [each.topic for each in reading.all(TopicTurn) if each.guide == guide.id]
    for key in dict.fromkeys(linked):
        if key in names and key not in keys:
            number = linked.count(key)
            raise MistakeOfUse(
                f"{number} turn{'s are' if number > 1 else ' is'} linked to the topic "
                f"“{names[key]}”: it cannot be taken out of this version.",
                slug="topic-in-use",
                hint="Make a new version of the guide without it.",
            )
