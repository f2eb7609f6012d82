"""The grammar that what we write is checked by: as strict as the schema of the standard."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from crosscase.formats.refi_qda.grammar import checker
from tests.exchange.making import codebook, everything, project

_SAFE = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _tree(file: bytes) -> etree._Element:
    if zipfile.is_zipfile(io.BytesIO(file)):
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            name = next(n for n in archive.namelist() if n.lower().endswith(".qde"))
            file = archive.read(name)
    return etree.fromstring(file, _SAFE)


def _mutated(tree: etree._Element, random_: random.Random) -> etree._Element:
    """A copy in which one thing is otherwise."""
    made = etree.fromstring(etree.tostring(tree), _SAFE)
    every = [each for each in made.iter() if isinstance(each.tag, str)]
    one = random_.choice(every)
    match random_.randrange(5):
        case 0 if one.attrib:
            del one.attrib[random_.choice(list(one.attrib))]
        case 1 if len(one) > 1:
            one.insert(0, one[-1])
        case 2 if one.getparent() is not None:
            one.getparent().remove(one)
        case 3 if one.attrib:
            value = random_.choice(["", "x", "7", "true", "#fff"])
            one.set(random_.choice(list(one.attrib)), value)
        case _:
            one.append(etree.fromstring(etree.tostring(random_.choice(every))))
    return made


def test_all_that_the_standard_knows_is_allowed() -> None:
    """And nothing else: one element of the project is no part of the standard."""
    tree = _tree(everything())
    assert checker("Project").refusal(tree) is not None
    for other in tree.xpath("//*[namespace-uri() != 'urn:QDA-XML:project:1.0']"):
        other.getparent().remove(other)
    assert checker("Project").refusal(tree) is None


@pytest.mark.parametrize(
    "inside",
    [
        "<Users/>",
        '<Users><User name="Ama"/></Users>',
        '<Users><User guid="1" name="Ama"/></Users>',
        "<Cases/><Variables/>",
        '<Sets><Set guid="11111111-1111-1111-1111-111111111111"/></Sets>',
        "<Elsewhere/>",
    ],
)
def test_what_the_standard_does_not_know_is_refused(inside: str) -> None:
    assert checker("Project").refusal(_tree(project(inside))) is not None


def test_a_codebook_has_its_own_grammar() -> None:
    guid = "11111111-1111-1111-1111-111111111111"
    code = f'<Code guid="{guid}" name="Trust" isCodable="true"/>'
    assert checker("CodeBook").refusal(_tree(codebook(code))) is None
    other = _tree(codebook(code.replace("isCodable", "codable")))
    assert checker("CodeBook").refusal(other) is not None


@pytest.mark.shared
def test_it_says_what_the_schema_of_the_standard_says(shared_data: Path) -> None:
    """Of real files, of one with all there is, and of a thousand changes to them."""
    schemas = {
        root: etree.XMLSchema(etree.parse(str(shared_data / "refi" / "spec" / name)))
        for root, name in (("Project", "Project-mrt2019.xsd"), ("CodeBook", "Codebook-mrt2019.xsd"))
    }
    random_ = random.Random(7)
    trees = [_tree(everything()), *_small(shared_data)]
    assert len(trees) > 5
    checked = 0
    for tree in trees:
        root = etree.QName(tree).localname
        for made in (tree, *(_mutated(tree, random_) for _ in range(100))):
            expected = schemas[root].validate(made)
            refusal = checker(root).refusal(made)
            assert (refusal is None) == expected, (refusal, schemas[root].error_log)
            checked += 1
    assert checked > 1000


def _small(shared_data: Path) -> Iterator[etree._Element]:
    for path in sorted((shared_data / "refi" / "files").glob("*.qd[pec]*")):
        if path.stat().st_size < 300_000:
            try:
                yield _tree(path.read_bytes())
            except etree.XMLSyntaxError:
                continue
