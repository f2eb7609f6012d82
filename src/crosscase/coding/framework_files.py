"""Framework files: what ships with crosscase, and files of the same shape that people write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Any

from crosscase.coding.code_surgery import checked_colour, checked_origin
from crosscase.coding.named_things import checked_text, tidy_name
from crosscase.errors import MistakeOfUse, NotFound, UnreadableFile, nearest_names_hint
from crosscase.store.code_tree import PATH_MARK

__all__ = [
    "NO_FIT",
    "FrameworkCode",
    "FrameworkFile",
    "find_framework_file",
    "find_shipped_framework",
    "folded_name",
    "read_framework",
    "shipped_frameworks",
]

NO_FIT = "Does not fit the framework"
_NO_FIT_SAYS = {
    "definition": "Something that bears on the study's question and that no code of the framework "
    "can hold without being bent.",
    "includes": "Cases that speak against the framework; ideas that wait for a code of their own.",
    "excludes": "What fits two codes of the framework: use both.",
    "colour": "#999999",
}
_TEXTS = ("definition", "includes", "excludes", "example", "citation")
_MOST_BYTES = 1_000_000
_MOST_CODES = 2_000
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class FrameworkCode:
    """One code of a framework as its file states it."""

    path: tuple[str, ...]
    says: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class FrameworkFile:
    """A framework as its file states it; ``key`` is how it is called for when it is shipped."""

    key: str
    name: str
    version: str | None
    citation: str | None
    description: str | None
    codes: tuple[FrameworkCode, ...]


def folded_name(name: str) -> str:
    """A name as it is compared: case and spacing make no difference."""
    return " ".join(name.split()).casefold()


def shipped_frameworks() -> list[FrameworkFile]:
    """The frameworks that come with crosscase."""
    return [read_framework(data, key) for key, data in sorted(_shipped().items())]


def read_framework(data: bytes, key: str) -> FrameworkFile:
    """Read a framework file (YAML).

    Arguments:
        data: the file.
        key: what it is called in errors, and when it is asked for.

    Returns:
        The framework with its codes in order, “Does not fit the framework” among them.

    Raises:
        UnreadableFile: it is too large, or not YAML.
        MistakeOfUse: it has no name or no codes, a code has no name, stands twice or says
            something that codes do not say.
    """
    import yaml

    if len(data) > _MOST_BYTES:
        raise UnreadableFile(
            f"“{key}” has {len(data) / 1e6:,.1f} MB; frameworks are read up to 1 MB.",
            slug="file-too-large",
        )
    try:
        # The base loader makes texts, lists and mappings only: a version 1.10 stays “1.10”.
        loaded = yaml.load(data.decode("utf-8-sig"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        raise UnreadableFile(
            f"“{key}” cannot be read as YAML{where}.",
            hint="Check the indentation, and put texts with “: ” in quotation marks.",
            slug="damaged-file",
        ) from error
    if not isinstance(loaded, dict) or not isinstance(loaded.get("codes"), list):
        raise MistakeOfUse(
            f"“{key}” is not a framework: it needs a name and a list of codes.",
            slug="not-a-framework",
            hint="Give it the keys name, citation, description and codes, as the shipped one has.",
        )
    citation = _text(loaded, "citation", key)
    codes = list(islice(_codes(loaded["codes"], (), citation, key), _MOST_CODES + 1))
    if len(codes) > _MOST_CODES:
        raise MistakeOfUse(
            f"“{key}” holds more than {_MOST_CODES:,} codes.",
            slug="too-many-codes",
            hint="A framework is a short list to begin with; import a codebook instead.",
        )
    tops = {folded_name(code.path[0]) for code in codes}
    if folded_name(NO_FIT) not in tops:
        codes.append(FrameworkCode((NO_FIT,), {**_NO_FIT_SAYS, "origin": "inductive"}))
    _require_once(codes, key)
    return FrameworkFile(
        key,
        tidy_name(_text(loaded, "name", key) or "", "framework"),
        _text(loaded, "version", key),
        citation,
        _text(loaded, "description", key),
        tuple(codes),
    )


def _shipped() -> dict[str, bytes]:
    folder = resources.files("crosscase.coding") / "frameworks"
    return {
        each.name.removesuffix(".yaml"): each.read_bytes()
        for each in folder.iterdir()
        if each.name.endswith(".yaml")
    }


def find_framework_file(name_or_path: str | Path) -> FrameworkFile:
    """A shipped framework by its key or its name, or the file at a path."""
    path = Path(name_or_path)
    if _shipped_as(str(name_or_path)) is None and path.is_file():
        try:
            return read_framework(path.read_bytes(), path.name)
        except OSError as error:
            raise UnreadableFile(f"“{path.name}” cannot be read.", slug="unreadable") from error
    return find_shipped_framework(str(name_or_path), or_else="and no file of that name")


def find_shipped_framework(wanted: str, *, or_else: str | None = None) -> FrameworkFile:
    """A framework that comes with crosscase, by its key or its name; ``or_else`` is what else was
    looked for."""
    found = _shipped_as(wanted)
    if found is not None:
        return found
    shipped = shipped_frameworks()
    names = [name for file in shipped for name in (file.key, file.name)]
    listed = f"Shipped: {', '.join(sorted(file.key for file in shipped))}"
    raise NotFound(
        f"There is no framework “{wanted}”{f', {or_else}' if or_else else ''}.",
        slug="framework-not-found",
        hint=nearest_names_hint(wanted, names)
        or (f"{listed}; or give the path of a YAML file." if or_else else f"{listed}."),
    )


def _shipped_as(wanted: str) -> FrameworkFile | None:
    folded = folded_name(wanted)
    return next(
        (
            file
            for file in shipped_frameworks()
            if folded in (folded_name(file.key), folded_name(file.name))
        ),
        None,
    )


def _text(item: Mapping[Any, Any], name: str, key: str) -> str | None:
    value = item.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise MistakeOfUse(f"In “{key}” the {name} is not a text.", slug="not-a-framework")
    return checked_text(value).strip() or None


def _codes(
    items: list[Any], above: tuple[str, ...], citation: str | None, key: str
) -> Iterator[FrameworkCode]:
    """The codes of a list and below, parents first."""
    if len(above) > _DEEPEST:
        raise MistakeOfUse(f"The codes of “{key}” are nested too deeply.", slug="not-a-framework")
    for item in items:
        item = {"code": item} if isinstance(item, str) else item
        if not isinstance(item, dict) or not _text(item, "code", key):
            raise MistakeOfUse(
                f"A code in “{key}” has no name.",
                slug="nameless-code",
                hint="Write it as “- code: NAME”.",
            )
        unknown = item.keys() - {*_TEXTS, "code", "origin", "colour", "children"}
        name = tidy_name(_text(item, "code", key) or "", "code")
        if unknown:
            raise MistakeOfUse(
                f"The code “{name}” of “{key}” says “{min(unknown)}”, which codes do not have.",
                slug="unknown-field",
                hint=f"Codes have {', '.join(_TEXTS)}, origin, colour and children.",
            )
        says = {each: _text(item, each, key) for each in _TEXTS}
        says["citation"] = says["citation"] or citation
        says["origin"] = checked_origin(_text(item, "origin", key)) or "deductive"
        says["colour"] = checked_colour(_text(item, "colour", key))
        path = (*above, name)
        yield FrameworkCode(path, says)
        children = item.get("children") or []
        if not isinstance(children, list):
            raise MistakeOfUse(
                f"The children of “{name}” in “{key}” are not a list.", slug="not-a-framework"
            )
        yield from _codes(children, path, citation, key)


def _require_once(codes: list[FrameworkCode], key: str) -> None:
    if len(codes) < 2:
        raise MistakeOfUse(f"“{key}” holds no code.", slug="no-codes")
    seen: set[tuple[str, ...]] = set()
    for code in codes:
        folded = tuple(folded_name(name) for name in code.path)
        if folded in seen:
            raise MistakeOfUse(
                f"The code “{PATH_MARK.join(code.path)}” stands twice in “{key}”.",
                slug="code-twice",
            )
        seen.add(folded)
