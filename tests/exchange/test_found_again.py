"""A project that comes back is found again, whatever GUIDs the other tool gave it meanwhile."""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from pathlib import Path

import pytest

from crosscase.exchange.crossing import CrossingReport
from crosscase.exchange.refi_written import Target
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.making import guid, packed, project
from tests.exchange.test_newer_export import TEXT, bring

_GUID = re.compile(rb"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_KINDS = ("source", "code", "coding", "case", "memo", "link", "attribute", "attribute_value")


def with_new_guids(data: bytes, *, origin: str = "Another tool 1") -> bytes:
    """The project as a tool writes it anew that makes all GUIDs anew and knows nothing of us."""
    stream, known = io.BytesIO(), dict[bytes, bytes]()

    def new(found: re.Match[bytes]) -> bytes:
        return known.setdefault(found[0].lower(), str(uuid.uuid4()).encode())

    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as archive:
        for name in old.namelist():
            inside = old.read(name)
            if name.endswith(".qde"):
                inside = re.sub(rb"<\?crosscase.*?\?>", b"", inside, flags=re.DOTALL)
                inside = re.sub(rb'origin="[^"]*"', f'origin="{origin}"'.encode(), inside)
                inside = _GUID.sub(new, inside)
            archive.writestr(_GUID.sub(new, name.encode()).decode(), inside)
    return stream.getvalue()


def sizes(study: Study) -> dict[str, int]:
    """How many there are of each kind."""
    return {each.name: len(each.rows) for each in study.projects.tables() if each.name in _KINDS}


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A study that no project ever came into."""
    study = make_study(None)
    for name, words in (("P01", TEXT), ("P02", "Another talk, of winters.\r\nAnd pots.\r\n")):
        (tmp_path / f"{name}.txt").write_bytes(words.encode())
        study.sources.add(tmp_path / f"{name}.txt")
    study.codes.add("Trust")
    study.codings.add("P01.txt", "Trust", quote="Nobody trusted", coder="Ama")
    study.cases.add("Northam", "site")
    study.memos.write("On trust", "To rely.")
    return study


@pytest.mark.parametrize("target", [None, "nvivo"])
def test_a_study_that_comes_back_with_new_guids_is_not_doubled(
    study: Study, target: Target | None
) -> None:
    out, _ = study.projects.write(target=target)
    before = sizes(study)
    report = bring(study, with_new_guids(out))
    assert sizes(study) == before
    assert report.kind("Coding").here_already == report.kind("Coding").present == 1


def test_our_own_export_brought_back_makes_no_operation(study: Study) -> None:
    out, _ = study.projects.write()
    report = bring(study, out)
    assert report.operation is None
    assert all(each.here_already == each.present for each in report.kinds), report.kinds


def test_a_text_is_found_by_words_that_were_corrected_since(study: Study) -> None:
    out, _ = study.projects.write()
    study.sources.correct("P01.txt", TEXT.replace("Nobody", "No one"))
    before = sizes(study)
    bring(study, with_new_guids(out))
    assert sizes(study) == before
    assert study.sources.text("P01.txt") == TEXT.replace("Nobody", "No one")


def alike(number: int) -> bytes:
    """Cases, variables and sources that only their order tells apart."""
    cases = "".join(
        f'<Case guid="{guid(number + n)}"{name}><VariableValue><VariableRef targetGUID='
        f'"{guid(number + 30 + n % 2)}"/><{kind}Value>{n}</{kind}Value></VariableValue></Case>'
        for n, (name, kind) in enumerate(
            ((' name="C"', "Integer"), (' name="C"', "Text"), ("", "Integer"), ("", "Text"))
        )
    )
    sources = "".join(
        f'<{kind}Source guid="{guid(number + 10 + n)}" name="E" {path}="internal://gone{number}"/>'
        for n, (kind, path) in enumerate(
            (("Text", "plainTextPath"), ("Text", "plainTextPath"), ("PDF", "path"),
             ("Picture", "path"), ("Picture", "path"))
        )
    )  # fmt: skip
    return packed(
        project(
            f'<Variables><Variable guid="{guid(number + 30)}" name="Age" typeOfVariable="Integer"/>'
            f'<Variable guid="{guid(number + 31)}" name="Age" typeOfVariable="Text"/></Variables>'
            f"<Cases>{cases}</Cases><Sources>{sources}</Sources>"
        )
    )


def whole(*, is_less: bool = False) -> bytes:
    """A case with a value and a source, and a set with that source; or without all three."""
    value = "" if is_less else "<IntegerValue>5</IntegerValue>"
    reference = "" if is_less else f'<SourceRef targetGUID="{guid(50)}"/>'
    member = "" if is_less else f'<MemberSource targetGUID="{guid(50)}"/>'
    return packed(
        project(
            f'<Variables><Variable guid="{guid(30)}" name="Age" typeOfVariable="Integer"/>'
            f'</Variables><Cases><Case guid="{guid(40)}" name="Northam"><VariableValue>'
            f'<VariableRef targetGUID="{guid(30)}"/>{value}</VariableValue>{reference}</Case>'
            f'</Cases><Sources><TextSource guid="{guid(50)}" name="P01"><PlainTextContent>Words'
            f'</PlainTextContent></TextSource></Sources><Sets><Set guid="{guid(70)}" name="Early">'
            f"{member}</Set></Sets>"
        )
    )


def test_values_members_and_places_in_cases_that_are_no_longer_there_are_told() -> None:
    study = make_study(None)
    bring(study, whole())
    assert bring(study, whole()).vanished == ()
    report = bring(study, whole(is_less=True))
    assert report.operation is None
    assert [(each.kind, each.names) for each in report.vanished] == [
        ("attribute_value", ("Northam, Age",)),
        ("set_member", ("Early, P01",)),
        ("membership", ("Northam, P01",)),
    ]


def brought_often(first: int, *more: int) -> tuple[Study, list[CrossingReport]]:
    """A study into which such projects came one after the other."""
    study = make_study(None)
    bring(study, alike(first))
    return study, [bring(study, alike(each)) for each in more]


def test_what_only_its_order_tells_apart_is_found_again() -> None:
    study, reports = brought_often(100, 100, 500, 900)
    assert [each.operation for each in reports] == [None] * 3
    assert sizes(study)["case"] == 4
    assert sizes(study)["source"] == 5
    assert sizes(study)["attribute"] == 2
    assert sizes(study)["attribute_value"] == 4
