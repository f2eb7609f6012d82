"""The projects of other tools that are fuzzed: small, made in code, with something of everything.

A new reader adds a line to ``SEEDS``; what its files are made of (XML, zip, SQLite) is seen by
their first bytes, and decides how they are mutated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial

from crosscase.testing import make_study
from tests.exchange.making import codebook, coding, everything, guid, packed, project
from tests.exchange.mex_files import mex_file
from tests.exchange.qualcoder_making import qualcoder
from tests.exchange.requal_files import requal_file
from tests.exchange.rqda_making import rqda
from tests.exchange.taguette_files import taguette_file
from tests.formats.making import pdf

__all__ = ["SEEDS", "seed_bytes"]

_WORDS = "We trusted nobody 🙂.\r\nThen the winter came.\r\n"


def _inline() -> bytes:
    """A bare .qde with its words inside."""
    users = f'<Users><User guid="{guid(1)}" name="Ama"/></Users>'
    codes = (
        f'<CodeBook><Codes><Code guid="{guid(11)}" name="a" isCodable="true"/></Codes></CodeBook>'
    )
    selection = (
        f'<PlainTextSelection guid="{guid(70)}" startPosition="3" endPosition="10">'
        f"{coding(80, 11)}</PlainTextSelection>"
    )
    source = (
        f'<TextSource guid="{guid(50)}" name="P01"><PlainTextContent>{_WORDS}</PlainTextContent>'
        f"{selection}{coding(81, 11)}</TextSource>"
    )
    return project(f"{users}{codes}<Sources>{source}</Sources>")


def _with_pdf() -> bytes:
    area = (
        f'<PDFSelection guid="{guid(74)}" page="0" firstX="10" firstY="20" secondX="99" '
        f'secondY="40">{coding(85, 11)}</PDFSelection>'
    )
    codes = f'<CodeBook><Codes><Code guid="{guid(11)}" name="a" isCodable="1"/></Codes></CodeBook>'
    source = f'<PDFSource guid="{guid(52)}" name="L" path="internal://l.pdf">{area}</PDFSource>'
    return packed(
        project(f"{codes}<Sources>{source}</Sources>"), {"sources/l.pdf": pdf("First", "Second")}
    )


def _codebook() -> bytes:
    code = f'<Code guid="{guid(2)}" name="b" isCodable="true" color="#abc"/>'
    sets = f'<Sets><Set guid="{guid(3)}" name="s"><MemberCode guid="{guid(2)}"/></Set></Sets>'
    return codebook(f'<Code guid="{guid(1)}" name="a" isCodable="false">{code}</Code>', sets)


def _our_own() -> bytes:
    """What crosscase writes itself, with what the standard has no place for."""
    with make_study(None) as study:
        study.projects.bring_in(everything(), name="p.qdpx")
        study.codes.add("Hope", definition="Said.", includes="All of it.")
        return study.projects.write()[0]


SEEDS: Mapping[str, Callable[[], bytes]] = {
    "project.qdpx": everything,
    "pdf.qdpx": _with_pdf,
    "own.qdpx": _our_own,
    "project.qde": _inline,
    "codebook.qdc": _codebook,
    "qualcoder-4.qda": partial(qualcoder, 4),
    "qualcoder-17.qda": partial(qualcoder, 17),
    "rqda.rqda": rqda,
    "taguette.sqlite3": taguette_file,
    "taguette-tree.sqlite3": partial(taguette_file, parents=True),
    "requal.requal": requal_file,
    "locked.mex": mex_file,
    "rich.mex": partial(mex_file, kind="rtf"),
}


@cache
def seed_bytes(name: str) -> bytes:
    """The bytes of a seed, made once."""
    return SEEDS[name]()
