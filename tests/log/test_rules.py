"""The table of rules is complete: what it says is refused is refused somewhere, under that name."""

from __future__ import annotations

from pathlib import Path

import pytest

import crosscase
from crosscase.log.rules import RULES, Rule

SOURCES = [
    path.read_text(encoding="utf-8")
    for path in Path(crosscase.__file__).parent.rglob("*.py")
    if path.name != "rules.py"
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_is_refused_from_a_person_under_its_slug(rule: Rule) -> None:
    """Somewhere an error is raised with that slug."""
    assert any(f'slug="{rule.refused_as}"' in text for text in SOURCES)


def test_each_rule_is_whole_and_named_once() -> None:
    """A name, a sentence, a slug and a repair, each rule its own."""
    for rule in RULES:
        assert rule.name and rule.refused_as and rule.says.endswith(".")
        assert rule.repaired_by.endswith(".")
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert len({rule.refused_as for rule in RULES}) == len(RULES)
