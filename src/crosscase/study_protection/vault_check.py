"""Whether words that are in the vault are left anywhere in the study, or in what leaves it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crosscase.errors import Conflict
from crosscase.intake.replacements import Replacement, apply_replacements
from crosscase.model.ids import Id, bytes_of_id
from crosscase.model.nouns import Source
from crosscase.store.history import name_in_study
from crosscase.store.session import Reading, Session
from crosscase.study_protection.held_words import logged_things, logged_words, words_shown
from crosscase.study_protection.vault import Vault

__all__ = [
    "Left",
    "VaultCheck",
    "WatchedWords",
    "require_clean",
    "shown_places",
    "vault_check",
]


@dataclass(frozen=True, slots=True)
class Left:
    """Vaulted words that are left: in which thing and field, where, and which they are."""

    kind: str
    entity: Id
    name: str
    field: str
    start_char: int | None
    found: str
    replacement: str


@dataclass(frozen=True, slots=True)
class VaultCheck:
    """What is left of the vaulted words.

    ``shown`` are those that anybody sees; ``remembered`` names the things whose past (the
    history, what was removed or undone) still holds some, until anonymising is finished;
    ``original_files`` are the sources that keep the file they came from, and ``recordings``
    those beside which a recording lies. ``left_standing`` are words that a review left
    somewhere on purpose; they are not looked for.
    """

    shown: tuple[Left, ...]
    remembered: tuple[tuple[str, Id, str], ...]
    original_files: tuple[str, ...]
    recordings: tuple[str, ...]
    left_standing: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing that shows holds vaulted words."""
        return not self.shown

    @property
    def is_finished(self) -> bool:
        """Whether the study's file holds none either, its past included."""
        return not self.shown and not self.remembered and not self.original_files


class WatchedWords:
    """Finds vaulted words, as whole words."""

    def __init__(self, vault: Vault) -> None:
        self._rules = [(_first_word(rule.find), rule) for rule in vault.watched_rules()]

    def _near(self, text: str) -> list[Replacement]:
        """The rules whose first word is in a text: few of many, and quickly told."""
        folded = text.casefold()
        return [rule for word, rule in self._rules if word in folded]

    def places(self, text: str) -> list[tuple[int, str, str]]:
        """Where vaulted words stand in a text, which they are, and what should stand there."""
        rules = self._near(text)
        if not rules:
            return []
        made = apply_replacements(text, rules)
        return [
            (edit.start_char, place.original, edit.inserted)
            for edit, place in zip(made.edits, made.places, strict=True)
            if place.original != edit.inserted
        ]

    def are_in(self, texts: Iterable[str]) -> bool:
        """Whether any of the texts holds any of them."""
        return any(self.places(text) for text in texts)

    def scrubbed(self, text: str) -> str:
        """The text with what should stand there instead."""
        rules = self._near(text)
        return apply_replacements(text, rules).text if rules else text


def _first_word(words: str) -> str:
    found = re.search(r"\w+", words)
    return "" if found is None else found[0].casefold()


def vault_check(session: Session, vault: Vault) -> VaultCheck:
    """What is left of the vaulted words, in what shows and in what the file remembers."""
    with session.reading() as reading:
        return _check(reading, vault)


def _check(reading: Reading, vault: Vault) -> VaultCheck:
    watched = WatchedWords(vault)
    shown = shown_places(reading, watched)
    name_of = name_in_study(reading)
    seen = {each.entity for each in shown}
    remembered = []
    for thing in logged_things(reading):
        if thing.entity not in seen and watched.are_in(logged_words(reading, thing)):
            name = watched.scrubbed(name_of(bytes_of_id(thing.entity)))
            remembered.append((thing.kind, thing.entity, name))
    sources = reading.all(Source)
    touched = {each.entity for each in vault.replacements}
    return VaultCheck(
        tuple(shown),
        tuple(remembered),
        tuple(each.name for each in sources if each.original and each.id in touched),
        tuple(each.name for each in sources if each.media and each.id in touched),
        tuple(vault.left_standing),
    )


def shown_places(reading: Reading, watched: WatchedWords) -> list[Left]:
    """Every place that shows vaulted words."""
    return [
        Left(*held.place[:2], held.name, held.place.field, start, found, replacement)
        for held in words_shown(reading)
        for start, found, replacement in watched.places(held.text)
    ]


def require_clean(session: Session, vault: Vault) -> None:
    """Refuse to go on while the study shows a vaulted word: nothing is to leave it then."""
    with session.reading() as reading:
        left = shown_places(reading, WatchedWords(vault))
    if left:
        raise Conflict(
            f"Vaulted words still show at {len(left):,} {'places' if len(left) > 1 else 'place'} "
            "of the study; nothing was written.",
            slug="vaulted-words-left",
            hint="`crosscase anonymise check STUDY --vault FILE` lists them; "
            "`crosscase anonymise propose` finds their places anew.",
        )
