"""Reading REFI-QDA files: every kind of element, what tools write askew, and harmful archives."""

from __future__ import annotations

import io
import random
import re
import stat
import warnings
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError, UnreadableFile
from crosscase.formats.refi_qda.package import open_package
from crosscase.formats.refi_qda.reading import is_refi_qda, read_project
from crosscase.formats.refi_qda.records import TextPart
from crosscase.formats.refi_qda.texts import FoundText, find_text
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.making import (
    ALL_KINDS,
    codebook,
    coding,
    everything,
    guid,
    packed,
    project,
)

BOUNDED = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
ONE_CODE = f'<Code guid="{guid(1)}" name="Trust" isCodable="true"/>'


def slugs(data: bytes) -> set[str]:
    """What was unusual in a file."""
    return {each.slug for each in read_project(data, "p.qdpx")[0].oddities}


def with_text(source: str, files: dict[str, bytes] | None = None) -> bytes:
    """A project of one text source."""
    return packed(project(f"<Sources>{source}</Sources>"), files)


def text_of(data: bytes) -> FoundText:
    """The words of a project's only text."""
    found, package = read_project(data, "p.qdpx")
    [source] = found.sources
    assert isinstance(source, TextPart)
    return find_text(package, source)


def test_every_kind_of_element_is_read_and_counted() -> None:
    found, _ = read_project(everything(), "p.qdpx")
    assert found.counts == ALL_KINDS
    assert [code.name for code in found.every_code()] == [
        "People", "Trust", "Fear > worry", "Trust"
    ]  # fmt: skip
    assert found.codes[0].codable is False
    assert found.cases[0].values[0].text == "67"
    aside = found.sources[0].aside
    assert aside is not None
    assert "cold" in aside.elements[0]


@pytest.mark.parametrize("name", ["project.qde", "Project.qde", "Two Sites.qde", "inner/x.qde"])
def test_the_project_is_found_under_the_names_that_tools_give_it(name: str) -> None:
    found, _ = read_project(packed(project(""), name=name), "p.zip")
    assert found.name == "The pot"


def test_a_bare_project_and_a_codebook_are_known_by_what_is_inside() -> None:
    assert read_project(project(""), "x.txt")[0].kind == "project"
    assert read_project(codebook(ONE_CODE), "x.txt")[0].kind == "codebook"
    assert is_refi_qda(io.BytesIO(everything()))
    assert is_refi_qda(io.BytesIO(codebook(ONE_CODE)))
    assert not is_refi_qda(io.BytesIO(b"<html>urn:QDA-XML is a namespace</html>"))
    assert not is_refi_qda(io.BytesIO(everything()[:900]))


@pytest.mark.parametrize(
    ("xml", "slug"),
    [
        (project(f'<Users><User guid="{{{guid(1)}}}"/></Users>'), "guid-braced"),
        (project('<Users><User name="A"/></Users>'), "guid-missing"),
        (project('<Users><User guid="7" name="A"/></Users>'), "guid-malformed"),
        (
            project(f'<Users><User guid="{guid(1)}"/><User guid="{guid(1).lower()}"/></Users>'),
            "guid-twice",
        ),
        (
            project(f'<Users><User guid="{guid(1)}"/><User guid="{guid(2).lower()}"/></Users>'),
            "guid-cases-mixed",
        ),
        (project("<Sources/><Cases/>"), "wrong-order"),
        (project("", namespace="urn:QDA-XML:project:0:10"), "other-namespace"),
        (
            project(
                '<CodeBook xmlns="urn:QDA-XML:codebook:0:4" origin="M"><Codes>'
                f"{ONE_CODE}</Codes></CodeBook>"
            ),
            "other-namespace",
        ),
        (project(f'<Cases><Case guid="{guid(1)}"/></Cases>'), "case-unnamed"),
        (codebook(ONE_CODE.replace("/>", ' description="Help"/>')), "description-as-attribute"),
        (codebook(ONE_CODE.replace("/>", ' color="rgb(1,2,3)"/>')), "colour-unreadable"),
        (codebook(ONE_CODE.replace('isCodable="true"', "")), "truth-missing"),
        (project('<Users><User guid="\x01" name="A\x0b"/></Users>'), "controls-removed"),
    ],
)
def test_what_tools_write_askew_is_read_and_told(xml: bytes, slug: str) -> None:
    assert slug in slugs(xml)


def test_a_path_without_a_scheme_names_the_file_inside() -> None:
    source = f'<TextSource guid="{guid(1)}" plainTextPath="Admin.txt"/>'
    text = text_of(with_text(source, {"Sources/admin.txt": b"Words"}))
    assert (text.words, text.oddities) == ("Words", ("path-without-scheme",))


@pytest.mark.parametrize("folder", ["My study/", "a/b/"])
def test_an_archive_made_of_a_folder_has_its_files_beside_the_project(folder: str) -> None:
    source = f'<TextSource guid="{guid(1)}" plainTextPath="internal://p.txt"/>'
    xml = project(f"<Sources>{source}</Sources>")
    data = packed(xml, {f"{folder}Sources/p.txt": b"Words"}, name=f"{folder}project.qde")
    package = open_package(data, "p.qdpx")
    assert package.find("internal://p.txt") == b"Words"


@pytest.mark.parametrize(
    "path", ["absolute:///etc/passwd", "relative:///x.txt", "internal://../../etc/passwd", "C:\\x"]
)
def test_no_file_outside_the_project_is_ever_opened(path: str) -> None:
    source = f'<TextSource guid="{guid(1)}" plainTextPath="{path}"/>'
    assert text_of(with_text(source)).words is None


def archive_of(*members: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    """An archive of these members, and of a project."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # zipfile itself warns of names that stand there twice
        archive.writestr("project.qde", project(""))
        for member, data in members:
            archive.writestr(member, data)
    return stream.getvalue()


def link() -> zipfile.ZipInfo:
    """A member that is a link."""
    member = zipfile.ZipInfo("sources/a.txt")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    return member


def encrypted() -> bytes:
    """An archive whose last member says that it is encrypted."""
    data = bytearray(archive_of(("sources/a.txt", b"x")))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def lying() -> bytes:
    """An archive whose last member says that it is smaller than it is."""
    data = bytearray(archive_of(("sources/a.txt", b"many words " * 99)))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (5).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        archive_of(("../out.txt", b"x")),
        archive_of(("/etc/passwd", b"x")),
        archive_of(("C:/x.txt", b"x")),
        archive_of(("sources\\a.txt", b"x")),
        archive_of(("sources/a.txt", b"x"), ("Sources/A.TXT", b"y")),
        archive_of((link(), b"/etc/passwd")),
        archive_of(("sources/a.txt", bytes(20_000_000))),
        encrypted(),
        lying(),
        archive_of(("sources/a.txt", b"x"))[:-40],
        b"",
        b"<html><body>Not found</body></html>",
        b"PK\x03\x04",
        project("")[:-12],
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + project("&b;").split(b"\n", 1)[1],
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
        + project("<Description>&b;</Description>").split(b"\n", 1)[1],
        codebook("<Code>" * 150 + "</Code>" * 150),
        codebook("<Code>" * 5_000 + "</Code>" * 5_000),
    ],
)
def test_harmful_and_broken_files_are_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_project(data, "p.qdpx")
    assert caught.value.sentence.endswith(".")


def read_or_refused(data: bytes) -> None:
    """Read a file and all its texts; only an error of ours may come out."""
    try:
        found, package = read_project(data, "p.qdpx")
        for source in found.sources:
            if isinstance(source, TextPart):
                find_text(package, source)
    except CrosscaseError as error:
        assert error.sentence


@pytest.fixture(scope="module")
def study() -> Iterator[Study]:
    """A study that nothing is stored in."""
    with make_study() as study:
        yield study


def mutated(data: bytes, seed: int) -> bytes:
    """The bytes with a few of them changed, doubled or taken out."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(max(len(changed), 1))
        match chance.randrange(4):
            case 0 if changed:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randint(1, 30)]
            case 2:
                changed[at:at] = changed[at : at + chance.randint(1, 60)]
            case _:
                changed[at:at] = chance.choice([b"<", b'"', b"&#0;", b"\xff", b"-1", b"9" * 30])
    return bytes(changed)


@BOUNDED
@given(st.integers(0, 2**32))
def test_whatever_happens_to_the_bytes_only_our_errors_come_out(seed: int) -> None:
    whole = everything()
    xml = zipfile.ZipFile(io.BytesIO(whole)).read("project.qde")
    read_or_refused(mutated(whole, seed))
    read_or_refused(mutated(xml, seed))
    read_or_refused(packed(mutated(xml, seed), {"sources/p01.txt": mutated(b"Words " * 9, seed)}))


@BOUNDED
@given(st.integers(0, 2**32))
def test_a_project_that_can_be_read_adds_up_whatever_it_says(study: Study, seed: int) -> None:
    whole = zipfile.ZipFile(io.BytesIO(everything()))
    xml = reworded(whole.read("project.qde").decode(), seed).encode()
    data = packed(xml, {"sources/p01.txt": whole.read("sources/p01.txt")})
    try:
        report = study.projects.bring_in(data, name="p.qdpx", dry_run=True)
    except CrosscaseError:
        return
    assert report.is_balanced, report.kinds


def reworded(xml: str, seed: int) -> str:
    """The XML with attributes and elements exchanged for others, well-formed as before."""
    chance = random.Random(seed)
    parts = re.split(r"(<[^<>]+/>|\"[^\"]*\")", xml)
    places = [at for at, part in enumerate(parts) if part[:1] in ("<", '"') and at > 9]
    for _ in range(chance.randint(1, 10)):
        at, other = chance.choice(places), chance.choice(places)
        if parts[at][0] == parts[other][0]:
            parts[at] = parts[other]
        elif parts[at][0] == "<":
            parts[at] += parts[at]
    return "".join(parts)


def test_a_selection_without_numbers_is_read_without_a_place() -> None:
    source = (
        f'<TextSource guid="{guid(1)}"><PlainTextContent>Words</PlainTextContent>'
        f'<PlainTextSelection guid="{guid(2)}" startPosition="x">{coding(3, 4)}'
        "</PlainTextSelection></TextSource>"
    )
    data = with_text(source)
    assert "number-missing" in slugs(data)


def test_sources_are_read_in_each_holder_of_the_project_and_nowhere_else() -> None:
    """What looks like one inside something unknown is kept with that."""
    one, two, three = (f'<TextSource guid="{guid(50 + n)}" name="P{n}"/>' for n in range(3))
    data = project(
        f"<Sources>{one}<Odd/></Sources><Sources>{two}</Sources>"
        f"<Elsewhere><Sources>{three}</Sources></Elsewhere>{three}"
    )
    found, _ = read_project(data, "p.qde")
    assert [each.name for each in found.sources] == ["P0", "P1"]
    assert found.counts == {"TextSource": 2, "other": 3}
    assert found.aside is not None
    assert sum("P2" in each for each in found.aside.elements) == 2
