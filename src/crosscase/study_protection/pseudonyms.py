"""Which names a study holds, and the pseudonym that is suggested for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from crosscase.fieldwork.speaker_labels import SpeakerRow, read_speakers
from crosscase.intake.replacements import Replacement
from crosscase.model.nouns import Case
from crosscase.model.speaker_roles import is_interviewer_form
from crosscase.store.session import Reading

__all__ = ["NameRule", "Pseudonyms", "listed_first", "looks_like_pseudonym"]

_PSEUDONYM = re.compile(
    r"\[.*\]|[A-Za-z]{1,4}[-_ .]?\d+(?:[-_ .]?[A-Za-z]{0,4}\d*)*"
    r"|(?:participant|person|speaker|respondent|interviewee|site|case|organisation|organization|"
    r"area|system)[-_ ]?(?:[A-Z]|\d+)",
    re.IGNORECASE,
)
_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady",
    "cllr", "rev", "the", "of", "and", "for",
})  # fmt: skip
_PERSON = "person"


@dataclass(frozen=True, slots=True)
class NameRule:
    """A name to look for, what is suggested in its place, and whose name it is."""

    replacement: Replacement
    sort: str


def looks_like_pseudonym(name: str) -> bool:
    """Whether a name says nothing of anybody: P01, S2-03, site A, [organisation B]."""
    return _PSEUDONYM.fullmatch(" ".join(name.split())) is not None


@dataclass
class Pseudonyms:
    """Suggests pseudonyms: the same for the same name, and none twice."""

    key: Mapping[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    given: dict[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading, key: Mapping[str, str], people: Mapping[str, str]) -> Pseudonyms:
        """Pseudonyms that go on from a key table and keep clear of the study's names.

        ``people`` are those of the key who are persons, by their real names.
        """
        names = {each.name.casefold() for each in reading.all(Case) if each.name}
        folded = {real.casefold(): pseudonym for real, pseudonym in key.items()}
        taken = names | {each.casefold() for each in key.values()}
        return cls(folded, taken, people=people)

    def suggest(self, name: str, kind: str) -> str:
        """The pseudonym for a name: that of the key, else the next one that is free."""
        folded = name.casefold()
        held = self.key.get(folded) or self.given.get(folded)
        if held is not None:
            return held
        form = "P{:02d}" if kind == _PERSON else "[" + kind + " {}]"
        number = 1
        while True:
            made = form.format(number if kind == _PERSON else _letters(number))
            if made.casefold() not in self.taken:
                break
            number += 1
        self.taken.add(made.casefold())
        self.given[folded] = made
        return made

    def _is_pseudonym(self, name: str) -> bool:
        """Whether a name tells nothing by its form, or stands for another one already."""
        return looks_like_pseudonym(name) or name.casefold() in self._standing

    @cached_property
    def _standing(self) -> frozenset[str]:
        return frozenset(each.casefold() for each in self.key.values())

    def rules(self, reading: Reading) -> list[NameRule]:
        """The names of cases and their parts, each with its pseudonym; the longest are listed
        with the others, since the longest find wins anyway."""
        found: dict[str, NameRule] = {}
        cases = sorted(reading.all(Case), key=lambda case: (case.name.casefold(), case.id))
        for case in cases:
            if self._is_pseudonym(case.name):
                continue
            pseudonym = self.suggest(case.name, case.case_kind)
            sort = "participant" if case.case_kind == _PERSON else "case"
            for words in _forms(case.name, case.case_kind):
                rule = NameRule(Replacement(words, pseudonym), sort)
                found.setdefault(words.casefold(), rule)
        labelled: dict[str, dict[str, str]] = {}
        for row in read_speakers(reading):
            label = self.for_label(row)
            if label is not None:
                for words in _forms(row.label, _PERSON):
                    labelled.setdefault(words.casefold(), {}).setdefault(label, words)
                # The whole label is looked for, whoever else bears it elsewhere.
                rule = NameRule(Replacement(row.label, label), "speaker")
                found.setdefault(row.label.casefold(), rule)
        for folded, meant in labelled.items():
            # A word of the labels of two people (Council DPH, here and there) is either's.
            rule = NameRule(Replacement(next(iter(meant.values())), _either(meant)), "speaker")
            found.setdefault(folded, rule)
        for real, known in self.people.items():
            # Of somebody who has a pseudonym already, a first name alone may still stand.
            for words in _forms(real, _PERSON):
                rule = NameRule(Replacement(words, known), "participant")
                found.setdefault(words.casefold(), rule)
        return list(found.values())

    def for_label(self, row: SpeakerRow) -> str | None:
        """What is suggested for a speaker label; None where it says nothing of anybody."""
        if self._is_pseudonym(row.label) or is_interviewer_form(row.label):
            return None
        if row.participant is not None:
            name = row.participant.name
            if self._is_pseudonym(name):
                return name if name != row.label else None
            return self.suggest(name, _PERSON)
        if row.role not in (None, "participant"):
            return self.suggest(row.label, row.role or "speaker")
        return self.suggest(row.label, "speaker")


def _forms(name: str, kind: str) -> Iterator[str]:
    """A name, and for a person also its single words: Anna Smith, Anna, Smith."""
    yield name
    words = re.findall(r"[^\W\d_][\w'’-]*", name)
    # A label that ends in a small word is a role (Trust associate director): no word of it names.
    if kind == _PERSON and 1 < len(words) <= 4 and words[-1][0].isupper():
        for word in words:
            if len(word) > 2 and word[0].isupper() and word.casefold() not in _TITLES:
                yield word


def _either(pseudonyms: Iterable[str]) -> str:
    """One pseudonym, or all that are possible, for a reviewer to choose from: [P07 or P19]."""
    known = list(pseudonyms)
    if len(known) == 1:
        return known[0]
    return f"[{' or '.join(each.strip('[]') for each in known)}]"


def _letters(number: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    made = ""
    while number:
        number, rest = divmod(number - 1, 26)
        made = chr(ord("A") + rest) + made
    return made


def listed_first(
    listed: Sequence[Replacement], known: Sequence[Replacement], names: Sequence[NameRule]
) -> list[NameRule]:
    """The rows of a find-and-replace list, and the words of a vault and names beyond them."""
    rules = [NameRule(each, "list") for each in listed]
    spoken_of = {" ".join(each.find.split()).casefold() for each in listed}
    rules += [NameRule(each, "vault") for each in known if each.find.casefold() not in spoken_of]
    spoken_of |= {each.find.casefold() for each in known}
    return rules + [each for each in names if each.replacement.find.casefold() not in spoken_of]
