"""Frameworks: shipped ones and people's own, added once however often they are added."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.coding.codes import Codes
from crosscase.coding.framework_files import NO_FIT, read_framework
from crosscase.coding.frameworks import Frameworks
from crosscase.errors import CrosscaseError, MistakeOfUse, NotFound
from crosscase.store.merging import merge_file
from crosscase.store.session import Session
from crosscase.store.verifying import verify_file
from crosscase.testing import make_session

# Each level names the one before it three times: 3 to the power of 10 codes in a few lines.
ALIASES = "\n".join(
    [
        "name: X",
        "levels:",
        "- &a0 []",
        *(
            f"- &a{n} [{', '.join(f'{{code: {c}, children: *a{n - 1}}}' for c in 'ABC')}]"
            for n in range(1, 11)
        ),
        "codes: *a10",
    ]
).encode()
DOMAINS = [
    "Motivation and purpose",
    "Relationships and cultures",
    "Resources and capabilities",
    "Governance and leadership",
    "External factors",
]
OWN = b"""
name: Two halves
version: 1.10
codes:
  - code: Inside
    definition: What is within reach
    children:
      - Near
      - {code: Nearer, origin: inductive, colour: "#123"}
  - Outside
"""


def tops(codes: Codes) -> list[str]:
    return [code.name for depth, code in codes.tree().walk() if depth == 0]


def test_the_five_domains_are_shipped(empty: Session) -> None:
    """With a definition, includes and excludes for every code, and the citation."""
    (framework,) = Frameworks(empty).available()
    assert [code.path[0] for code in framework.codes if len(code.path) == 1] == [*DOMAINS, NO_FIT]
    assert framework.citation is not None and "BMC Public Health 2021;21:753" in framework.citation
    for code in framework.codes:
        assert all(code.says[name] for name in ("definition", "includes", "excludes")), code.path


def test_adding_a_framework_makes_its_codes(empty: Session) -> None:
    """Deductive, cited, and marked as the framework's own."""
    added = Frameworks(empty).add("collaboration")
    codes = Codes(empty)
    assert tops(codes) == [*DOMAINS, NO_FIT]
    assert added.made == len(codes.all()) and added.already_there == 0
    trust = codes.get("Relationships and cultures > Trust")
    assert trust.framework == added.framework.id
    assert trust.origin == "deductive" and trust.citation == added.framework.citation


def test_adding_it_again_changes_nothing(empty: Session) -> None:
    """By its whole name too; what was renamed or removed since stays so."""
    frameworks, codes = Frameworks(empty), Codes(empty)
    first = frameworks.add("collaboration")
    codes.rename("External factors", "What comes from outside")
    codes.remove("Trust")
    again = frameworks.add("Collaboration between local organisations")
    assert (again.made, again.already_there) == (0, first.made)
    assert "What comes from outside" in tops(codes)
    assert len(codes.all()) == first.made - 1


def test_new_codes_come_after_a_frameworks(empty: Session) -> None:
    """In the order in which they are added."""
    codes = Codes(empty)
    codes.add("Before")
    Frameworks(empty).add("collaboration")
    for number in range(30):
        codes.add(f"After {number}")
    assert tops(codes) == ["Before", *DOMAINS, NO_FIT, *(f"After {n}" for n in range(30))]


def test_adding_it_on_two_laptops_gives_one_framework(tmp_path: Path) -> None:
    """After a merge every code is there once, and nothing is in conflict."""
    one = make_session(tmp_path, name="one", seed="one")
    other = make_session(tmp_path, name="other", seed="other", person="Ben", study_id=one.study_id)
    Codes(other).add("Ben's own")
    made = Frameworks(one).add("collaboration").made
    Frameworks(other).add("collaboration")
    now = one.now_us()
    merge_file(one.file, other.file, now_us=now, wall_ms=now // 1000, file_name="other")
    assert len(Codes(one).all()) == made + 1
    assert len(Frameworks(one).all()) == 1
    conflicts = one.file.driver().execute("SELECT sum(conflict) FROM state_code").fetchone()
    assert conflicts == (0,)
    assert verify_file(one.file) == []
    one.file.close()
    other.file.close()


def test_a_framework_of_ones_own_is_added_from_a_file(empty: Session, tmp_path: Path) -> None:
    """It gets the code that no framework may lack, and colours for its top codes."""
    path = tmp_path / "halves.yaml"
    path.write_bytes(OWN)
    added = Frameworks(empty).add(path)
    codes = Codes(empty)
    assert (added.made, added.framework.version) == (5, "1.10")
    assert [code.name for code in codes.all()] == ["Inside", "Near", "Nearer", "Outside", NO_FIT]
    assert (codes.get("Nearer").origin, codes.get("Nearer").colour) == ("inductive", "#112233")
    assert codes.get("Inside").colour != codes.get("Outside").colour


def test_two_frameworks_share_the_code_for_what_does_not_fit(
    empty: Session, tmp_path: Path
) -> None:
    """It stands once in the codebook."""
    path = tmp_path / "halves.yaml"
    path.write_bytes(OWN)
    Frameworks(empty).add("collaboration")
    assert Frameworks(empty).add(path).already_there == 1
    assert tops(Codes(empty)).count(NO_FIT) == 1


def test_a_framework_whose_names_are_taken_is_refused(empty: Session) -> None:
    """The codebook has a code of that name at the top."""
    Codes(empty).add("external factors")
    with pytest.raises(MistakeOfUse, match="external factors") as error:
        Frameworks(empty).add("collaboration")
    assert error.value.slug == "name-taken"


def test_an_unknown_framework_is_refused_with_those_there_are(empty: Session) -> None:
    """Near names are offered."""
    with pytest.raises(NotFound) as error:
        Frameworks(empty).add("colaboration")
    assert "collaboration" in str(error.value.hint)


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"", "not-a-framework"),
        (b"- a\n- b\n", "not-a-framework"),
        (b"name: [a]\ncodes: [A]\n", "not-a-framework"),
        (b"name: X\ncodes: {A: B}\n", "not-a-framework"),
        (b"codes: [A]\n", "empty-name"),
        (b"name: X\ncodes: []\n", "no-codes"),
        (b"name: X\ncodes: [{definition: y}]\n", "nameless-code"),
        (b"name: X\ncodes: [A, ' a ']\n", "code-twice"),
        (b"name: X\ncodes: [{code: A, weight: 3}]\n", "unknown-field"),
        (b"name: X\ncodes: [{code: A, origin: dreamt}]\n", "unknown-origin"),
        (b"name: X\ncodes: [{code: A, children: B}]\n", "not-a-framework"),
        (b"name: X\ncodes: [\n", "damaged-file"),
        (b"\xff\xfe\x00", "damaged-file"),
        (b"name: X\ncodes: " + b"[" * 1_200, "damaged-file"),
        (b"name: X\ncodes: &a [{code: A, children: *a}]\n", "damaged-file"),
        (ALIASES, "too-many-codes"),
        (b"#" * 1_000_001, "file-too-large"),
    ],
)
def test_files_that_are_no_framework_are_refused(data: bytes, slug: str) -> None:
    """Each with its own reason."""
    with pytest.raises(CrosscaseError) as error:
        read_framework(data, "x.yaml")
    assert error.value.slug == slug
