"""Which code of the study each code of a file is: by GUID, by path as it came, by what it marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping

from crosscase.exchange.refi_earlier import CodeBefore
from crosscase.exchange.refi_plan import ImportPlan, tidy
from crosscase.formats.refi_qda import records
from crosscase.model.ids import Id
from crosscase.store.code_tree import CodeTree

__all__ = ["CodedPlaces", "CodesFound", "code_name"]

_PATH_MARK, _LIKE_IT = ">", "›"
CodedPlaces = Callable[[Collection[str], Collection[Id]], "Mapping[str | Id, frozenset[Hashable]]"]
"""What is coded with codes of the file (by GUID) and of the study (by id)."""


def code_name(name: str | None) -> str:
    """The name of a code as a study can have it."""
    return tidy((name or "").replace(_PATH_MARK, _LIKE_IT)) or "Unnamed code"


def _folded(name: str | None) -> str:
    return code_name(name).casefold()


class CodesFound:
    """The codes of the study that the codes of a file are, removed and merged ones among them.

    Earlier imports of the project are the base: a code is found under the name and the parent
    under which it came, wherever people have put it since. Then it is found at its path now, by
    what it says or marks where only one can be meant, and as it came with other projects.
    """

    def __init__(self, plan: ImportPlan, tree: CodeTree, places: CodedPlaces) -> None:
        self._plan, self._tree, self._places = plan, tree, places
        self._file = [each for top in plan.project.codes for each in top.walk()]
        self._above = {id(child): each for each in self._file for child in each.codes}
        self._base = plan.earlier.codes
        self._ids: dict[int, Id] = {}
        self._claimed: set[Id] = set()
        self._by_guid()
        self._keeps_guids = bool(self._ids)
        steps = (self._as_it_came, self._at_its_path, self._by_content, self._as_others_came)
        while any(step() for step in steps):
            pass

    def of(self, code: records.Code) -> Id | None:
        """The code of the study; None for a new one."""
        return self._ids.get(id(code))

    def _claim(self, code: records.Code, id_: Id) -> None:
        self._ids[id(code)] = id_
        self._claimed.add(id_)

    def _open(self) -> list[records.Code]:
        return [each for each in self._file if id(each) not in self._ids]

    def _by_guid(self) -> None:
        for code in self._file:
            own = self._plan.id_of("code", code.guid)
            if own in self._tree.everything or own in self._base or self._plan.why_gone(own):
                self._claim(code, own)

    def _as_it_came(self) -> bool:
        return self._below(_children(self._base.values()), lambda parent: parent)

    def _as_others_came(self) -> bool:
        others = [x for x in self._plan.earlier.codes_of_others.values() if self._shows(x.id)]
        return self._below(_children(others), lambda parent: parent)

    def _shows(self, id_: Id) -> bool:
        return self._tree.read_as(id_) in self._tree.codes

    def _at_its_path(self) -> bool:
        tree = self._tree
        found: dict[tuple[Id | None, str], list[Id]] = {}
        for id_, code in tree.codes.items():
            found.setdefault((tree.parent_of(code), _folded(code.name)), []).append(id_)
        return self._below(found, lambda parent: None if parent is None else tree.read_as(parent))

    def _below(
        self,
        children: Mapping[tuple[Id | None, str], list[Id]],
        read_as: Callable[[Id | None], Id | None],
    ) -> bool:
        """Find codes below those that are found, by their names; whether any was."""
        before = len(self._ids)
        for code in self._open():  # parents come first
            above = self._above.get(id(code))
            if above is not None and id(above) not in self._ids:
                continue
            parent = None if above is None else read_as(self._ids[id(above)])
            named = children.get((parent, _folded(code.name)), ())
            free = next((each for each in named if each not in self._claimed), None)
            if free is not None:
                self._claim(code, free)
        return len(self._ids) > before

    def _by_content(self) -> bool:
        """Find those that were moved or renamed in the file, where only one can be meant.

        Where a tool keeps GUIDs, one that is not known is new.
        """
        if self._keeps_guids:
            return False
        lost = [each for each in self._base.values() if each.id not in self._claimed]
        ahead = self._open()
        if not lost or not ahead:
            return False
        in_file = Counter(_folded(each.name) for each in self._file)
        in_base = Counter(_folded(each.name) for each in self._base.values())

        def moved(name: str | None, definition: str | None) -> Hashable:
            folded = _folded(name)
            is_one = in_file[folded] <= 1 and in_base[folded] <= 1
            return (folded, (definition or "").strip()) if is_one else None

        def renamed(_: str | None, definition: str | None) -> Hashable:
            return (definition or "").strip() or None

        for key in (moved, renamed):
            of_file = {id(each): key(each.name, each.description) for each in ahead}
            of_base = {each.id: key(each.name, each.definition) for each in lost}
            if self._pair(ahead, of_file, of_base):
                return True
        return self._by_places(ahead, lost)

    def _pair(
        self,
        ahead: Iterable[records.Code],
        of_file: Mapping[int, Hashable],
        of_base: Mapping[Id, Hashable],
    ) -> bool:
        """Claim those of which the file and the base have one each."""
        counts = Counter(of_file.values())
        ids: dict[Hashable, list[Id]] = {}
        for id_, key in of_base.items():
            ids.setdefault(key, []).append(id_)
        before = len(self._ids)
        for code in ahead:
            key = of_file[id(code)]
            named = ids.get(key, ())
            if key is not None and counts[key] == 1 and len(named) == 1:
                self._claim(code, named[0])
        return len(self._ids) > before

    def _by_places(self, ahead: list[records.Code], lost: list[CodeBefore]) -> bool:
        """Find codes that mark all that a lost one marked, and that no other does."""
        marked = self._places([each.guid for each in ahead], [each.id for each in lost])
        none: frozenset[Hashable] = frozenset()
        wider: dict[Id, list[records.Code]] = {
            each.id: [x for x in ahead if marked[each.id] <= marked.get(x.guid, none)]
            for each in lost
            if marked.get(each.id)
        }
        times = Counter(id(each) for found in wider.values() for each in found)
        before = len(self._ids)
        for id_, found in wider.items():
            if len(found) == 1 and times[id(found[0])] == 1:
                self._claim(found[0], id_)
        return len(self._ids) > before


def _children(codes: Iterable[CodeBefore]) -> dict[tuple[Id | None, str], list[Id]]:
    """Codes by the parent below which they came and their folded names, in their order."""
    found: dict[tuple[Id | None, str], list[Id]] = {}
    for each in sorted(codes, key=lambda code: (code.order_key, code.id)):
        found.setdefault((each.parent, _folded(each.name)), []).append(each.id)
    return found
