"""Which versions a guide has, and which one is meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.model.fieldwork_nouns import Activity, Guide
from crosscase.model.ids import Id
from crosscase.store.reading import list_all
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named

__all__ = ["GuideVersions", "guide_for", "guide_versions"]


@dataclass(frozen=True, slots=True)
class GuideVersions:
    """The versions that show; by id the first version from which each goes on, in what steps."""

    shown: Mapping[Id, Guide]
    roots: Mapping[Id, Id]
    steps: Mapping[Id, int]

    def family(self, guide: Guide) -> list[Guide]:
        """All versions of one guide that show, oldest first."""
        root = self.roots.get(guide.id, guide.id)
        found = [each for each in self.shown.values() if self.roots[each.id] == root]
        return sorted(found, key=self._age)

    def root(self, guide: Guide) -> Id:
        """The first version of a guide: the same for all its versions."""
        return self.roots.get(guide.id, guide.id)

    def ordered(self) -> list[Guide]:
        """All that show by name, those of one guide together, oldest first."""
        return sorted(
            self.shown.values(),
            key=lambda each: (_folded(each.name), self.roots[each.id], self._age(each)),
        )

    def named(self, name: str) -> list[Guide]:
        """The versions that bear a name."""
        folded = _folded(name)
        return [each for each in self.ordered() if _folded(each.name) == folded]

    def newest(self, guide: Guide) -> Guide:
        """The version of a guide that none replaces; of several (after a merge) the last."""
        family = self.family(guide)
        replaced = {each.replaces for each in family}
        return [each for each in family if each.id not in replaced][-1]

    def next_version(self, guide: Guide) -> str:
        """The number that the next version of a guide would have."""
        family = self.family(guide)
        versions = [each.version or "" for each in family]
        numbers = [int(version) for version in versions if version.isdecimal()]
        return str(max([len(family), *numbers]) + 1)

    def _age(self, guide: Guide) -> tuple[int, int, Id]:
        # Ids tell no time here (they are made of what a version says), so steps and numbers do.
        number = guide.version or ""
        return self.steps[guide.id], int(number) if number.isdecimal() else 0, guide.id

    def find(self, wanted: str) -> Guide:
        """One version: by id, as NAME@VERSION, or by name alone, which means the newest."""
        if wanted in self.shown:
            return self.shown[wanted]
        newest = {self.newest(each).id: self.newest(each) for each in self.named(wanted)}
        if newest:
            return find_named(wanted, newest.values(), "guide")
        exact = [each for each in self.ordered() if _folded(wanted) in _with_version(each)]
        if exact:
            return find_named(exact[0].name, exact, "guide")
        name, mark, version = wanted.rpartition("@")
        of_name = self.named(name) if mark else []
        if of_name:
            raise NotFound(
                f"The guide “{of_name[0].name}” has no version {version}.",
                slug="guide-not-found",
                hint=f"It has {', '.join(each.version or '' for each in of_name)}.",
            )
        # Raises NotFound with the names that are near.
        return find_named(wanted, {each.name: each for each in self.ordered()}.values(), "guide")


def guide_versions(reading: Reading) -> GuideVersions:
    """The guides of a study; a removed version still joins those before and after it."""
    everything = {each.id: each for each in list_all(reading.file, reading.connection, Guide)}
    roots: dict[Id, Id] = {}
    steps: dict[Id, int] = {}
    for id_ in everything:
        at, seen = id_, {id_}
        while (before := everything[at].replaces) in everything and before not in seen:
            assert before is not None
            seen.add(before)
            at = before
        roots[id_], steps[id_] = at, len(seen) - 1
    return GuideVersions(reading.by_id(Guide), roots, steps)


def guide_for(reading: Reading, wanted: str | None, source: Id | None = None) -> Guide:
    """The guide that is meant: the one named, else that of the source's interview, else the only.

    Raises MistakeOfUse where several could be meant.
    """
    versions = guide_versions(reading)
    if wanted is not None:
        return versions.find(wanted)
    used = {
        each.guide
        for each in reading.all(Activity)
        if source is not None and each.source == source and each.guide in versions.shown
    }
    if len(used) == 1:
        return versions.shown[used.pop() or ""]
    guides = {versions.root(each): each for each in versions.ordered()}
    if len(guides) == 1:
        return versions.newest(next(iter(guides.values())))
    if not guides:
        raise NotFound(
            "The study has no interview guide yet.",
            slug="guide-not-found",
            hint="Add one: `crosscase guides add STUDY FILE`.",
        )
    listed = ", ".join(f"“{each.name}”" for each in guides.values())
    raise MistakeOfUse(
        f"The study has {len(guides)} interview guides: {listed}.",
        slug="which-guide",
        hint="Say which one is meant with guide=NAME (--guide NAME).",
    )


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _with_version(guide: Guide) -> tuple[str, str]:
    """A name with its version, as it is written and as it is read aloud."""
    return _folded(f"{guide.name}@{guide.version}"), _folded(f"{guide.name} {guide.version}")
