"""A made-up REFI-QDA project of any size, written without crosscase's own writer."""

from __future__ import annotations

import io
import random
import uuid
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path

from benchmarks.synthetic_text import invented_words, write_transcript

__all__ = ["PROJECTS", "ProjectSize", "write_foreign_project"]

_USERS = 4
_DAYS = 300


@dataclass(frozen=True, slots=True)
class ProjectSize:
    """How large a project is; ``words`` are those of one source."""

    sources: int
    codings: int
    codes: int
    words: int


PROJECTS = {
    "small": ProjectSize(50, 5_000, 100, 2_000),
    "full": ProjectSize(1_000, 200_000, 500, 4_000),
}


def write_foreign_project(path: Path, size: ProjectSize, seed: int = 7) -> dict[str, float]:
    """Write the project, and say how many megabytes it unpacks to: its XML, and all of it."""
    chance = random.Random(seed)
    texts = _texts(size, chance)
    stream = io.StringIO()
    for part in _parts(size, texts, chance):
        stream.write(part)
    xml = stream.getvalue().encode("utf-8")
    del stream
    total = len(xml)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", xml)
        for guid, text in texts.items():
            data = text.encode("utf-8")
            total += len(data)
            archive.writestr(f"sources/{guid}.txt", data)
    return {"xml_mb": len(xml) / 1e6, "total_mb": total / 1e6, "file_mb": path.stat().st_size / 1e6}


def _guid(chance: random.Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4)).upper()


def _texts(size: ProjectSize, chance: random.Random) -> dict[str, str]:
    """The words of each source by its GUID; in some, characters that two tools count apart."""
    words = invented_words(5)
    found = {}
    for number in range(size.sources):
        text = write_transcript(words, f"P{number:04d}", size.words, chance).text
        if number % 20 == 0:
            text = text.replace(" ", " \N{GRINNING FACE} ", 3)
        found[_guid(chance)] = text
    return found


def _parts(size: ProjectSize, texts: dict[str, str], chance: random.Random) -> Iterator[str]:
    users = [_guid(chance) for _ in range(_USERS)]
    codes = [_guid(chance) for _ in range(size.codes)]
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<Project xmlns="urn:QDA-XML:project:1.0" name="Made up" origin="A made-up tool">\n<Users>'
    )
    for number, guid in enumerate(users, 1):
        yield f'<User guid="{guid}" name="Coder {number}"/>'
    yield "</Users>\n<CodeBook><Codes>\n"
    for number, guid in enumerate(codes):
        end = "/>" if number % 10 else ">"
        yield f'<Code guid="{guid}" name="code {number:03d}" isCodable="true" color="#3A7BD5"{end}'
        yield "</Code>\n" if number % 10 == 9 or number == size.codes - 1 else "\n"
    yield "</Codes></CodeBook>\n<Sources>\n"
    weights = list(accumulate(1 / (rank + 10) for rank in range(size.codes)))
    ahead = size.codings
    for number, (guid, text) in enumerate(texts.items()):
        share = ahead // (size.sources - number)
        ahead -= share
        yield (
            f'<TextSource guid="{guid}" name="Interview {number + 1:04d}" '
            f'plainTextPath="internal://{guid}.txt">\n'
        )
        yield from islice(_selections(len(text), users, codes, weights, chance), share)
        yield "</TextSource>\n"
    yield "</Sources>\n</Project>\n"


def _selections(
    length: int, users: list[str], codes: list[str], weights: list[float], chance: random.Random
) -> Iterator[str]:
    """Selections with one coding each, no two on the same words."""
    seen: set[tuple[int, int]] = set()
    while True:
        start = chance.randrange(length - 800)
        end = start + chance.randint(40, 700)
        if (start, end) in seen:
            continue
        seen.add((start, end))
        user = chance.choice(users)
        day = chance.randrange(_DAYS)
        when = f"2024-{day // 28 + 1:02d}-{day % 28 + 1:02d}T09:{chance.randrange(60):02d}:00Z"
        code = chance.choices(codes, cum_weights=weights)[0]
        yield (
            f'<PlainTextSelection guid="{_guid(chance)}" startPosition="{start}" '
            f'endPosition="{end}" creatingUser="{user}" creationDateTime="{when}">\n'
            f'<Coding guid="{_guid(chance)}" creatingUser="{user}" creationDateTime="{when}">'
            f'<CodeRef targetGUID="{code}"/></Coding>\n</PlainTextSelection>\n'
        )
