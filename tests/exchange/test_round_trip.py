"""What leaves as a REFI-QDA project comes back the same, entity by entity."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.coding.memos import MEMO_KINDS
from crosscase.errors import Conflict
from crosscase.formats.refi_qda.reading import read_project
from crosscase.formats.refi_qda.records import FileSource
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.making import coding, everything, guid, packed, project
from tests.formats.making import pdf

NAMES = st.text("abcÅé信🙂 שלום", min_size=1, max_size=8).filter(lambda name: bool(name.strip()))
WORDS = st.sampled_from(["pot", "🙂🙂", "שלום", "𝔸nna", "meeting", "e\u0301t", "信頼", "&<>\"'"])
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", "\r\n", "\n\n", ". "])), min_size=4).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


def held(study: Study) -> dict[str, Any]:
    """What a study holds, told by names, places and words."""
    names = {each.id: each.name for each in (*study.sources.all(), *study.cases.all())}
    names |= {
        code.id: " > ".join(study.codes.tree().path_of(code.id)) for code in study.codes.all()
    }
    columns = (
        "source", "start_char", "end_char", "code_path", "coder", "region", "valence", "basis",
    )  # fmt: skip
    return {
        "sources": sorted((each.name, study.sources.text(each.id)) for each in study.sources.all()),
        "codes": [
            (
                names[code.id],
                code.definition,
                code.colour,
                code.codable,
                code.includes,
                code.excludes,
                code.example,
            )
            for code in study.codes.all()
        ],
        "codings": sorted(map(str, study.codings.frame().select(columns).iter_rows())),
        "cases": sorted(
            (
                each.name,
                each.case_kind,
                str(each.description),
                str(study.attributes.values(each.id)),
            )
            for each in study.cases.all()
        ),
        "memos": sorted(
            (
                memo.title,
                str(memo.memo_kind),
                study.memos.text(memo.id),
                str(names.get(memo.about or "")),
                str(study.memos.passage(memo.id)).partition("source_name")[2],
            )
            for memo in study.memos.all()
        ),
        "inside": sorted(
            (names[each.member], names[each.group], str(each.role), str(each.start_day))
            for each in study.memberships.all()
        ),
        "links": sorted(
            (each.start_name, each.end_name, each.link.link_type, str(each.link.sign))
            for each in study.links.all()
        ),
    }


def there_and_back(study: Study) -> tuple[dict[str, Any], bytes]:
    """What another study holds that was made of this one's project, and the project."""
    data, report = study.projects.write()
    assert report.is_balanced, report.kinds
    with make_study(None, name="other") as other:
        came = other.projects.bring_in(data, name="back.qdpx")
        assert came.is_balanced, came.kinds
        assert other.verify() == []
        return held(other), data


@st.composite
def acts(draw: st.DrawFn) -> dict[str, Any]:
    """What is done to a study: texts, a deep codebook, codings that overlap, cases and memos."""
    return {
        "texts": draw(st.lists(TEXTS, min_size=1, max_size=3)),
        "codes": draw(
            st.lists(st.tuples(st.integers(0, 9), st.none() | NAMES, st.none() | TEXTS), min_size=1)
        ),
        "codings": draw(
            st.lists(
                st.tuples(
                    st.integers(0, 2),
                    st.integers(0, 9),
                    st.integers(0, 40),
                    st.integers(1, 40),
                    st.sampled_from(["Ama", "Ben"]),
                    st.sampled_from([None, "enabling", "mixed"]),
                ),
                max_size=8,
            )
        ),
        "cases": draw(st.dictionaries(st.sampled_from("ABC"), NAMES, max_size=3)),
        "memos": draw(
            st.lists(
                st.tuples(NAMES, TEXTS, st.integers(0, 3), st.sampled_from(MEMO_KINDS)), max_size=3
            )
        ),
    }


def done(study: Study, folder: Path, what: dict[str, Any]) -> None:
    """Make a study of what was drawn."""
    for number, text in enumerate(what["texts"]):
        file = folder / f"T{number}.txt"
        file.write_bytes(f"{number} {text}".encode())
        study.sources.add(file)
    codes: list[str] = []
    for number, (parent, definition, words) in enumerate(what["codes"]):
        above = codes[parent % len(codes)] if codes and parent else None
        code = study.codes.add(
            f"Code {number}", parent=above, definition=definition, includes=words, example=words
        )
        codes.append(code.id)
    sources = study.sources.all()
    for source, code_at, start, length, coder, valence in what["codings"]:
        of = sources[source % len(sources)]
        chars = len(study.sources.text(of.id))
        begin = min(start, chars - 1)
        study.codings.add(
            of.id, codes[code_at % len(codes)],
            start_char=begin, end_char=min(begin + length, chars), coder=coder, valence=valence,
        )  # fmt: skip
    if what["cases"]:
        study.attributes.add("size", "number")
    for name, description in what["cases"].items():
        study.cases.add(name, "site", description=description)
        study.attributes.set(name, {"size": len(description) / 3})
    about = [None, codes[0], sources[0].id, *(each.id for each in study.cases.all()[:1])]
    for title, words, at, kind in what["memos"]:
        study.memos.write(f"{title} memo", words, about=about[at % len(about)], memo_kind=kind)
    if len(what["cases"]) > 1:
        one, other, *_ = what["cases"]
        study.memberships.add(one, other, role="part", start_day="2024-05-06")
        study.links.add(codes[0], sources[0].id, "shapes", sign="-", note="As said.")


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(acts())
def test_any_study_comes_back_entity_by_entity(what: dict[str, Any]) -> None:
    with TemporaryDirectory() as folder, make_study(None) as study:
        done(study, Path(folder), what)
        back, _ = there_and_back(study)
        assert back == held(study)


def test_what_another_tool_wrote_survives_coming_and_leaving_and_coming_again() -> None:
    with make_study(None) as study:
        study.projects.bring_in(everything(), name="p.qdpx")
        back, data = there_and_back(study)
        mine = held(study)
        mine["memos"] = [each for each in mine["memos"] if not each[0].startswith("Kept aside")]
        back["memos"] = [each for each in back["memos"] if not each[0].startswith("Kept aside")]
        assert back == mine
        found, _ = read_project(data, "p.qdpx")
        assert found.counts["Graph"] == 1
        assert found.graphs[0].vertices[0].says == {"firstX": "1", "firstY": "2"}
        assert study.projects.bring_in(data, name="p.qdpx").operation is None


def test_what_is_written_is_strict_and_says_nothing_of_this_machine() -> None:
    with make_study(None) as study:
        study.projects.bring_in(everything(), name="p.qdpx")
        data, _ = study.projects.write()
        assert data == study.projects.write()[0]
    archive = zipfile.ZipFile(io.BytesIO(data))
    xml = archive.read("project.qde").decode()
    found, package = read_project(data, "p.qdpx")
    assert {each.slug for each in found.oddities} == {"case-unnamed"}  # as it came
    assert "C:/film.mp4" not in xml
    assert "basePath" not in xml
    text = package.find(next(each.plain_path for each in found.sources if each.name == "P01"))  # type: ignore[union-attr]
    assert text is not None
    assert not text.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in text


def test_areas_of_a_pdf_come_leave_and_come_again() -> None:
    areas = "".join(
        f'<PDFSelection guid="{guid(10 + page)}" page="{page}" firstX="72" firstY="700" '
        f'secondX="200" secondY="650">{coding(20 + page, 1, None)}</PDFSelection>'
        for page in (0, 1)
    )
    xml = project(
        f'<CodeBook><Codes><Code guid="{guid(1)}" name="Trust" isCodable="true"/></Codes>'
        f'</CodeBook><Sources><PDFSource guid="{guid(2)}" name="L" path="internal://l.pdf">{areas}'
        "</PDFSource></Sources>"
    )
    with make_study(None) as study:
        report = study.projects.bring_in(
            packed(xml, {"sources/l.pdf": pdf("First page", "Second page")}), name="p.qdpx"
        )
        assert report.kind("PDFSelection").imported == 2
        texts = [row["text"] for row in study.codings.frame().iter_rows(named=True)]
        assert texts == ["First page", "Second page"]
        back, data = there_and_back(study)
        assert back == held(study)
        found, _ = read_project(data, "p.qdpx")
        assert isinstance(found.sources[0], FileSource)
        assert [each.place for each in found.sources[0].selections] == [
            (0, 72, 700, 200, 650),
            (1, 72, 700, 200, 650),
        ]


def test_coders_can_be_written_without_their_names() -> None:
    with make_study(None) as study:
        study.projects.bring_in(everything(), name="p.qdpx")
        found, _ = read_project(study.projects.write(coder_names=False)[0], "p.qdpx")
        assert {user.name for user in found.users} == {"Coder 1", "Coder 2"}


def test_a_codebook_comes_back_and_one_without_codes_is_refused() -> None:
    with make_study(None) as study:
        with pytest.raises(Conflict):
            study.projects.write(codebook=True)
        study.codes.add("Trust", definition="To rely on\nsomebody \x0b now")
        study.codes.add("Blind", parent="Trust", colour="#E69F00")
        data, report = study.projects.write(codebook=True)
        assert [each.kind for each in report.kinds] == ["code"]
        with make_study(None, name="other") as other:
            other.projects.bring_in(data, name="c.qdc")
            assert [code.name for code in other.codes.all()] == ["Trust", "Blind"]
            assert other.codes.get("Trust").definition == "To rely on\nsomebody  now"
