"""Building a made-up study of any size through the public interface, and keeping it."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import accumulate, chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.synthetic_text import (
    CORPUS,
    corpus_words,
    invented_words,
    search_words,
    write_transcript,
)
from benchmarks.timing import in_own_process, timed

if TYPE_CHECKING:
    from crosscase.coding.codings import CodingRow
    from crosscase.intake.staging import StagedSource
    from crosscase.study import Study

__all__ = [
    "SIZES",
    "Built",
    "StudySize",
    "build_study",
    "built_study",
    "code_path",
    "copied_study",
    "step_path",
]

# Another number builds studies that were kept from before anew.
_VERSION = 2
_SOURCES_AT_ONCE = 100
_CODINGS_AT_ONCE = 20_000
_SECTORS = ("health", "social care", "public health", "voluntary", "housing")
_SEARCH_SAMPLE = 400_000


@dataclass(frozen=True, slots=True)
class StudySize:
    """How large a study is. ``steps`` are the numbers of codings at which a copy is kept."""

    name: str
    sources: int
    words: int
    codings: int
    codes: int
    coders: int = 4
    sites: int = 20
    steps: tuple[int, ...] = ()
    has_corpus_words: bool = False


SIZES = {
    "small": StudySize("small", 50, 500_000, 5_000, 500, steps=(50, 500, 5_000)),
    "full": StudySize(
        "full",
        2_000,
        20_000_000,
        200_000,
        500,
        steps=(2_000, 20_000, 200_000),
        has_corpus_words=True,
    ),
    # What the desk is measured on: many transcripts, and one of 5 MB.
    "desk-many": StudySize("desk-many", 100, 1_000_000, 20_000, 300, steps=(20_000,)),
    "desk-long": StudySize("desk-long", 1, 960_000, 20_000, 300, steps=(20_000,)),
}


@dataclass
class Built:
    """A study that was built: where it lies, what to search it for, and what building took."""

    path: str
    size: dict[str, Any]
    common: str
    rare: str
    phrase: str
    seconds: dict[str, float] = field(default_factory=dict)
    # Processor seconds a coding in a bulk import, at each number that the study then held.
    bulk: list[tuple[int, float]] = field(default_factory=list)
    peak_mb: float = 0.0
    file_mb: float = 0.0
    version: int = _VERSION


def step_path(folder: Path, size: StudySize, codings: int) -> Path:
    """Where the study lies as it was at this number of codings."""
    return folder / f"{size.name}-{codings}.crosscase"


def copied_study(folder: str, study: str) -> Path:
    """A copy of a closed study in another folder, for measurements that change it."""
    copy = Path(folder) / "copy.crosscase"
    shutil.copyfile(study, copy)
    return copy


def built_study(folder: Path, size: StudySize, shared: Path) -> Built:
    """The study of this size in this folder; built when it is not there yet."""
    facts = folder / f"{size.name}.json"
    if facts.exists() and all(step_path(folder, size, step).exists() for step in size.steps):
        kept = Built(**json.loads(facts.read_text(encoding="utf-8")))
        if kept.version == _VERSION and kept.size == json.loads(json.dumps(asdict(size))):
            return kept
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{size.name}-*.crosscase*"):
        old.unlink()
    found = in_own_process("benchmarks.synthetic:build_named", str(folder), size.name, str(shared))
    facts.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return Built(**found)


def build_named(folder: str, name: str, shared: str) -> dict[str, Any]:
    """Build a study of a known size; what a process of its own is asked to do."""
    return asdict(build_study(Path(folder), SIZES[name], Path(shared)))


def build_study(folder: Path, size: StudySize, shared: Path, seed: int = 7) -> Built:
    """Build a study step by step, keeping a copy at each step of its size."""
    import crosscase

    uses_corpus = size.has_corpus_words and (shared / CORPUS).exists()
    words = corpus_words(shared) if uses_corpus else invented_words(seed)
    sample = list(islice(words, min(_SEARCH_SAMPLE, size.words // 2)))
    path = folder / f"{size.name}-building.crosscase"
    built = Built(str(path), asdict(size), *search_words(iter(sample), len(sample)))
    with crosscase.new_study(path, f"Made up ({size.name})", person="Coder 1") as study:
        built.seconds["codebook"] = timed(lambda: _add_codes(study, size))[0].seconds
        built.seconds["participants"] = timed(lambda: _add_participants(study, size))[0].seconds
        built.seconds["staging"] = built.seconds["storing"] = 0.0
        _add_sources(study, size, chain(sample, words), built, seed)
        built.seconds["speakers"] = timed(study.speakers.link_by_name)[0].seconds
        _add_codings(study, folder, size, built, seed)
    last = step_path(folder, size, size.codings)
    if last.exists():
        path.unlink()
    else:
        path.rename(last)
    built.path = str(last)
    built.file_mb = last.stat().st_size / 1e6
    return built


def code_path(number: int) -> tuple[str, str]:
    """The path of a code: its theme, and its name below that."""
    return f"Theme {number % 10 + 1}", f"code {number:03d}"


def participant_name(number: int) -> str:
    """The name of the participant of a source."""
    return f"P{number + 1:04d}"


def _add_codes(study: Study, size: StudySize) -> None:
    from crosscase.formats.codebook_entries import CodebookEntry

    study.codebook.import_entries(
        CodebookEntry(code_path(number), definition=f"What is said of matter {number}.")
        for number in range(size.codes)
    )


def _add_participants(study: Study, size: StudySize) -> None:
    rows = [
        (participant_name(n), f"Site {n % size.sites + 1}", _SECTORS[n % 7 % len(_SECTORS)])
        for n in range(size.sources)
    ]
    study.participants.import_table(("name", "site", "sector"), rows)


def _add_sources(
    study: Study, size: StudySize, words: Iterator[str], built: Built, seed: int
) -> None:
    """Sources in groups, so that no more than a group is ever in memory."""
    chance = random.Random(seed)
    length = size.words // size.sources
    for low in range(0, size.sources, _SOURCES_AT_ONCE):
        people = [
            participant_name(number)
            for number in range(low, min(low + _SOURCES_AT_ONCE, size.sources))
        ]
        texts = [write_transcript(words, person, length, chance).text for person in people]
        taken, staged = timed(partial(_staged, people, texts))
        built.seconds["staging"] += taken.seconds
        stored, _ = timed(partial(study.sources.add_staged, staged, language="en"))
        built.seconds["storing"] += stored.seconds


def _staged(people: Sequence[str], texts: Sequence[str]) -> list[StagedSource]:
    """Transcripts read and laid out, as files are before they are stored."""
    from crosscase.formats.document import Document
    from crosscase.intake.staging import ReadingOptions, stage_document

    return [
        stage_document(
            f"{person}.txt",
            Document(text, "text", language="en"),
            ReadingOptions(language="en"),
            file_name=f"{person}.txt",
            file_hash=hashlib.sha256(text.encode()).hexdigest(),
        )
        for person, text in zip(people, texts, strict=True)
    ]


def _add_codings(study: Study, folder: Path, size: StudySize, built: Built, seed: int) -> None:
    rows = _coding_rows(study, size, seed)
    done, built.seconds["codings"] = 0, 0.0
    marks = sorted({*range(0, size.codings, _CODINGS_AT_ONCE), *size.steps, size.codings} - {0})
    for mark in marks:
        batch = list(islice(rows, mark - done))
        taken, report = timed(partial(study.codings.import_rows, batch, strict=True))
        built.seconds["codings"] += taken.seconds
        done = mark
        built.bulk.append((done, taken.processor / max(1, report.codings)))
        if mark in size.steps:
            study.copy(step_path(folder, size, mark))


def _coding_rows(study: Study, size: StudySize, seed: int) -> Iterator[CodingRow]:
    """Codings all over the study: a few codes are used often, and no two say the same."""
    from crosscase.coding.codings import CodingRow

    chance = random.Random(seed + 1)
    frame = study.sources.frame()
    lengths = dict(zip(frame["source"].to_list(), frame["chars"].to_list(), strict=True))
    names = list(lengths)
    codes = [" > ".join(code_path(number)) for number in range(size.codes)]
    weights = list(accumulate(1 / (rank + 10) for rank in range(size.codes)))
    seen: set[tuple[Any, ...]] = set()
    while len(seen) < size.codings:
        name = chance.choice(names)
        start = chance.randrange(lengths[name] - 800)
        end = start + chance.randint(40, 700)
        code = chance.choices(codes, cum_weights=weights)[0]
        coder = f"Coder {chance.randint(1, size.coders)}"
        if (name, start, end, code, coder) in seen:
            continue
        seen.add((name, start, end, code, coder))
        yield CodingRow(name, code, start_char=start, end_char=end, coder=coder)
