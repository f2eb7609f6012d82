"""The table of kinds: numbers that the log holds are given once and for ever."""

from __future__ import annotations

from crosscase.model.kinds import KINDS
from crosscase.model.sentences import ABOUT, SENTENCES, keys_about

# What studies hold already: a kind or a field may be added, never given another number.
NUMBERS = {
    "study": 1, "setting": 2, "coder": 3, "source": 4, "revision": 5, "speaker": 6,
    "framework": 7, "code": 8, "coding": 9, "case": 10, "membership": 11, "attribute": 12,
    "attribute_value": 13, "memo": 14, "link": 15, "evidence": 16, "set": 17, "set_member": 18,
    "query": 19, "operation": 20, "purge": 21, "guide": 22, "activity": 23, "consent": 24,
    "finding": 25, "cell": 26, "frame": 27, "selection": 28, "recruitment": 29, "referral": 30,
    "contact": 31, "withdrawal": 32, "approval": 33, "topic_turn": 34, "release": 35,
    "grid": 36, "judgement": 37, "dominance": 38, "wave": 39, "analysis": 40,
    "check": 41, "quote": 42, "claim": 43,
}  # fmt: skip


def test_a_kind_keeps_its_number_for_ever() -> None:
    assert {name: kind.number for name, kind in KINDS.items()} == NUMBERS


def test_the_fields_of_a_kind_have_numbers_of_their_own() -> None:
    for kind in KINDS.values():
        numbers = [spec.number for spec in kind.fields]
        assert len(numbers) == len(set(numbers)), kind.name


def test_every_sentence_is_found_under_what_it_is_about() -> None:
    found = [key for about in ABOUT for key in keys_about(about)]
    assert sorted(found) == sorted(SENTENCES)
