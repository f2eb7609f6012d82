"""Interview guides as files: Markdown, a Word document or another text, YAML, or a table.

In a text a heading is a topic and each line or list item under it a question; what is drawn in
below a question, or begins with “Probe:”, is a probe. ``{#key}`` after a topic is its key, by
which versions are compared. The first heading, when all others lie below it, is the guide's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from crosscase.errors import MistakeOfUse, UnreadableFile
from crosscase.formats.decoding import decode
from crosscase.formats.document import checked_text
from crosscase.formats.guide_outline import FileTopic, OutlineGuide, read_outline, written_guide
from crosscase.formats.reading import read_document
from crosscase.formats.tables import read_table

__all__ = ["FileTopic", "GuideFile", "read_guide", "written_guide"]

_MOST_BYTES = 1_000_000
_MOST_TOPICS = 500
_TABLES = (".csv", ".tsv", ".xlsx")
_YAML = (".yaml", ".yml", ".json")
_MARKDOWN = (".md", ".markdown", ".txt")
_OTHER_NAMES = {
    "topics": "topic",
    "theme": "topic",
    "questions": "question",
    "probes": "probe",
    "prompt": "probe",
    "prompts": "probe",
}


@dataclass(frozen=True, slots=True)
class GuideFile:
    """An interview guide as its file states it; name and version where the file says them."""

    name: str | None
    version: str | None
    description: str | None
    topics: tuple[FileTopic, ...]


def read_guide(data: bytes, name: str) -> GuideFile:
    """Read an interview guide.

    Args:
        data: the file.
        name: its name; the ending tells the format: md, txt, docx, odt, yaml, json, csv, xlsx.

    Returns:
        The guide with its topics in order.

    Raises:
        UnreadableFile: it is too large, empty or damaged.
        MistakeOfUse: it holds no topic, or says something that guides do not say.
    """
    ending = PurePath(name).suffix.casefold()
    if ending in _TABLES:
        found = _of_table(data, name)
    elif ending in _YAML:
        found = _of_yaml(_text(data, name), name)
    elif ending in _MARKDOWN:
        found = _of_outline(read_outline(_text(data, name)))
    else:
        document = read_document(data, name)
        levels = {span.start_char: span.level for span in document.headings}
        found = _of_outline(read_outline(document.text, levels))
    if not found.topics:
        raise MistakeOfUse(
            f"“{name}” holds no topic.",
            hint="Write each topic as a heading, and its questions as a list under it.",
            slug="no-topics",
        )
    if len(found.topics) > _MOST_TOPICS:
        raise MistakeOfUse(
            f"“{name}” holds more than {_MOST_TOPICS} topics.",
            hint="Is it an interview guide? A transcript is a source.",
            slug="too-many-topics",
        )
    return found


def _text(data: bytes, name: str) -> str:
    if len(data) > _MOST_BYTES:
        raise UnreadableFile(
            f"“{name}” has {len(data) / 1e6:,.1f} MB; guides are read up to 1 MB.",
            slug="file-too-large",
        )
    return checked_text(decode(data, name).text, name)


def _of_outline(found: OutlineGuide) -> GuideFile:
    return GuideFile(found.name, found.version, found.description, found.topics)


def _of_table(data: bytes, name: str) -> GuideFile:
    """A table with a line for each question; a line without a topic goes on with the one above."""
    table = read_table(data, name)
    called = [_OTHER_NAMES.get(each.casefold(), each.casefold()) for each in table.columns]
    if "topic" not in called:
        raise MistakeOfUse(
            f"“{name}” has no column “topic”.",
            hint="A guide's table has the columns topic, question, and if wanted probe and key.",
            slug="no-topic-column",
        )
    gathered: dict[str, dict[str, list[str]]] = {}
    at = ""
    for row in table.rows:
        cells = {column: cell.strip() for column, cell in zip(called, row, strict=True)}
        at = cells["topic"] or at
        if not at:
            continue
        held = gathered.setdefault(at, {"question": [], "probe": [], "key": []})
        for column, words in held.items():
            if cells.get(column):
                words.append(cells[column])
    topics = [
        FileTopic(
            topic, tuple(held["question"]), tuple(held["probe"]), next(iter(held["key"]), None)
        )
        for topic, held in gathered.items()
    ]
    return GuideFile(None, None, None, tuple(topics))


def _of_yaml(text: str, name: str) -> GuideFile:
    import yaml

    try:
        # The base loader makes texts, lists and mappings only: a version 1.10 stays “1.10”.
        loaded = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        raise UnreadableFile(
            f"“{name}” cannot be read as YAML{where}.",
            hint="Check the indentation, and put texts with “: ” in quotation marks.",
            slug="damaged-file",
        ) from error
    if isinstance(loaded, list):
        loaded = {"topics": loaded}
    if not isinstance(loaded, dict) or not isinstance(loaded.get("topics"), list):
        raise MistakeOfUse(
            f"“{name}” is not a guide: it needs a list of topics.",
            hint="Give it the keys name, version, description and topics.",
            slug="not-a-guide",
        )
    says = {key: _one(loaded.get(key), key, name) for key in ("name", "version", "description")}
    topics = tuple(_yaml_topic(each, name) for each in loaded["topics"])
    return GuideFile(says["name"], says["version"], says["description"], topics)


def _yaml_topic(item: Any, name: str) -> FileTopic:
    if isinstance(item, str):
        return FileTopic(item)
    if not isinstance(item, dict) or not (item.get("topic") or item.get("name")):
        raise MistakeOfUse(
            f"A topic of “{name}” has no name.",
            hint="Write it as “- topic: NAME”.",
            slug="nameless-topic",
        )
    topic = _one(item.get("topic") or item.get("name"), "topic", name) or ""
    unknown = item.keys() - {"topic", "name", "key", "questions", "probes"}
    if unknown:
        raise MistakeOfUse(
            f"The topic “{topic}” of “{name}” says “{min(unknown)}”, which topics do not have.",
            hint="Topics have topic, key, questions and probes.",
            slug="unknown-field",
        )
    questions: list[str] = []
    probes = _many(item.get("probes"), "probes", name)
    asked = item.get("questions") or ()
    for each in [asked] if isinstance(asked, str | dict) else asked:
        if isinstance(each, dict):
            questions += _many(each.get("question"), "question", name)
            probes += _many(each.get("probes"), "probes", name)
        else:
            questions += _many(each, "questions", name)
    return FileTopic(topic, tuple(questions), tuple(probes), _one(item.get("key"), "key", name))


def _one(value: Any, key: str, name: str) -> str | None:
    if value is None or isinstance(value, str):
        return (value or "").strip() or None
    raise MistakeOfUse(f"In “{name}” the {key} is not a text.", slug="not-a-guide")


def _many(value: Any, key: str, name: str) -> list[str]:
    values: Sequence[Any] = value if isinstance(value, list) else [value]
    found = (_one(each, key, name) for each in values)
    return [each for each in found if each is not None]
