"""The vault: a sealed file beside the study with what anonymising took out of it.

It holds the key table (which pseudonym stands for whom), every replacement with the words that
stood there before, and originals. The study works without it; without its passphrase it does not
open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from crosscase.errors import Conflict, MistakeOfUse, UnreadableFile
from crosscase.formats.sealed_file import (
    Cost,
    Randomness,
    checked_passphrase,
    open_sealed,
    write_sealed,
)
from crosscase.formats.tables import write_csv
from crosscase.intake.replacements import Replacement
from crosscase.log.canonical import decode, encode
from crosscase.model.ids import Id

__all__ = ["KeyEntry", "LoggedReplacement", "Original", "Vault"]

_VERSION = 1


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """Whom or what a pseudonym stands for."""

    pseudonym: str
    real: str
    sort: str


@dataclass(frozen=True, slots=True)
class LoggedReplacement:
    """One replacement: where it was made, what stood there, what stands there now, who and when.

    The place is one in the words before; ``revision`` is the text that the replacement made.
    """

    kind: str
    entity: Id
    name: str
    field: str
    revision: Id | None
    start_char: int | None
    end_char: int | None
    original: str
    replacement: str
    sort: str
    person: str | None
    wall_ms: int


@dataclass(frozen=True, slots=True)
class Original:
    """Words or a file as they were: of which source, under which name."""

    source: Id
    name: str
    sort: str
    revision: Id | None
    data: bytes


@dataclass
class Vault:
    """An open vault. Changes are kept in memory until ``save``."""

    path: Path
    study: Id
    randomness: Randomness
    cost: Cost | None
    passphrase: str = field(repr=False)
    key: list[KeyEntry] = field(default_factory=list, repr=False)
    replacements: list[LoggedReplacement] = field(default_factory=list, repr=False)
    originals: list[Original] = field(default_factory=list, repr=False)
    left_standing: list[str] = field(default_factory=list, repr=False)

    @classmethod
    def create(
        cls,
        path: Path,
        study: Id,
        passphrase: str,
        *,
        randomness: Randomness,
        cost: Cost | None = None,
    ) -> Vault:
        """A new vault for a study; a file that is there is never overwritten."""
        if path.exists():
            raise Conflict(
                f"“{path.name}” is there already.",
                slug="file-exists",
                hint="Name that vault to go on with it, or choose another name.",
            )
        vault = cls(path, study, randomness, cost, checked_passphrase(passphrase))
        vault.save()
        return vault

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str,
        *,
        study: Id | None = None,
        randomness: Randomness,
        cost: Cost | None = None,
    ) -> Vault:
        """Open a vault; with ``study``, only if it is the vault of that study."""
        data = b"".join(open_sealed(path, passphrase, content="vault"))
        held = _read(data, path.name)
        if study is not None and held["study"] != study:
            raise Conflict(
                f"“{path.name}” is the vault of another study.",
                slug="vault-of-another-study",
                hint="Name the vault that was made for this study; copies of it share one.",
            )
        vault = cls(path, held["study"], randomness, cost, passphrase)
        vault.key = [KeyEntry(**each) for each in held["key"]]
        vault.replacements = [LoggedReplacement(**each) for each in held["replacements"]]
        vault.originals = [Original(**each) for each in held["originals"]]
        vault.left_standing = list(held["left_standing"])
        return vault

    def save(self) -> None:
        """Write the vault, all of it or nothing."""
        held = {
            "version": _VERSION,
            "study": self.study,
            "key": [asdict(each) for each in self.key],
            "replacements": [asdict(each) for each in self.replacements],
            "originals": [asdict(each) for each in self.originals],
            "left_standing": self.left_standing,
        }
        write_sealed(
            self.path,
            [encode(held)],
            self.passphrase,
            content="vault",
            randomness=self.randomness,
            cost=self.cost,
        )

    def change_passphrase(self, passphrase: str) -> None:
        """Seal the vault under another passphrase, with a new salt."""
        self.passphrase = checked_passphrase(passphrase)
        self.save()

    # -- adding ----------------------------------------------------------------------------------

    def add_key(self, pseudonym: str, real: str, sort: str = "person") -> KeyEntry:
        """Say whom a pseudonym stands for. The same real name cannot have two."""
        given = KeyEntry(" ".join(pseudonym.split()), " ".join(real.split()), sort)
        if not given.pseudonym or not given.real:
            raise MistakeOfUse("A key needs a pseudonym and a real name.", slug="empty-name")
        held = self.pseudonym_of(given.real)
        if held is not None and held != given.pseudonym:
            raise Conflict(
                f"The vault has another pseudonym for that name: “{held}”.",
                slug="two-pseudonyms",
                hint="Use the one that is there, so that the texts stay consistent.",
            )
        if held is None:
            self.key.append(given)
        return given

    def add_replacements(self, made: Iterable[LoggedReplacement]) -> None:
        """Log replacements; a name that got a pseudonym goes into the key table as well."""
        for each in made:
            self.replacements.append(each)
            if each.sort in NAME_SORTS and self.pseudonym_of(each.original) is None:
                self.key.append(KeyEntry(each.replacement, each.original, each.sort))

    def add_original(self, original: Original) -> None:
        """Keep words or a file as they were, once."""
        held = ((each.source, each.sort, each.data) for each in self.originals)
        if (original.source, original.sort, original.data) not in held:
            self.originals.append(original)

    # -- asking ----------------------------------------------------------------------------------

    def pseudonym_of(self, real: str) -> str | None:
        """The pseudonym of a real name."""
        wanted = real.casefold()
        return next((each.pseudonym for each in self.key if each.real.casefold() == wanted), None)

    def lookup(self, words: str) -> tuple[KeyEntry, ...]:
        """The entries whose pseudonym or real name is these words, the fullest name first."""
        wanted = " ".join(words.split()).casefold()
        found = [
            each for each in self.key if wanted in (each.pseudonym.casefold(), each.real.casefold())
        ]
        return tuple(sorted(found, key=lambda each: (-len(each.real), each.real)))

    def watched(self) -> Mapping[str, str]:
        """The words that may stand nowhere in the study, with what stands in their place.

        Words that a review left standing somewhere on purpose are not watched.
        """
        free = {each.casefold() for each in self.left_standing}
        pairs = [(each.original, each.replacement) for each in self.replacements]
        pairs += [(each.real, each.pseudonym) for each in self.key]
        return {one: other for one, other in pairs if one.strip() and one.casefold() not in free}

    def watched_rules(self) -> tuple[Replacement, ...]:
        """How the watched words are looked for.

        A single word is a name only as it is written, or in capitals: May is somebody, and may is
        not. Several words, or words with a digit or an @ in them, are found in any case.
        """
        rules: list[Replacement] = []
        for one, other in self.watched().items():
            if len(one.split()) > 1 or not one.isalpha():
                rules.append(Replacement(one, other, ignore_case=True))
            else:
                rules += [Replacement(form, other) for form in dict.fromkeys((one, one.upper()))]
        return tuple(dict.fromkeys(rules))

    def people(self) -> Mapping[str, str]:
        """The pseudonyms of the persons in the key, by their real names."""
        return {each.real: each.pseudonym for each in self.key if each.sort in _PERSONS}

    def key_table(self) -> str:
        """The key as a table for a spreadsheet: pseudonym, real name, sort."""
        rows = sorted((each.pseudonym, each.real, each.sort) for each in self.key)
        return write_csv(("pseudonym", "real name", "sort"), rows, guard=True).decode()


_PERSONS = frozenset({"person", "participant", "speaker"})
NAME_SORTS = _PERSONS | {"list", "case"}


def _read(data: bytes, name: str) -> dict[str, Any]:
    try:
        held = decode(data)
        version = held["version"]
    except (ValueError, TypeError, KeyError):
        raise UnreadableFile(
            f"“{name}” opens, but what it holds is no vault.",
            slug="not-a-vault",
            hint="Take another copy of the vault.",
        ) from None
    if version > _VERSION:
        raise UnreadableFile(
            f"“{name}” was written by a newer crosscase.",
            slug="newer-version",
            hint="Install the newest crosscase.",
        )
    found: dict[str, Any] = held
    return found
