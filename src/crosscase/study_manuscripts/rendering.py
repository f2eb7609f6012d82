"""A Markdown manuscript as a document: its marks filled in, then set by pandoc and Typst.

Pandoc reads the manuscript with a token for every mark. What the study says takes the token's
place in the tree that pandoc reads, as words: nothing of it is ever read as markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from crosscase.errors import Conflict, MistakeOfUse, nearest_names_hint
from crosscase.model.counted import counted
from crosscase.report.manuscripts.markdown_inline import Slip
from crosscase.report.manuscripts.markdown_reading import MarkdownManuscript, read_manuscript
from crosscase.report.manuscripts.page import TEMPLATE, claim_notes
from crosscase.report.manuscripts.pandoc import read_markdown_tree, write_tree
from crosscase.report.manuscripts.render_tree import (
    Pictures,
    cleaned,
    filled,
    kept_meta,
    numbered,
    pictured,
    widened,
)
from crosscase.report.manuscripts.syntax_tree import attributes, inlines, text_of
from crosscase.report.manuscripts.typst_pages import TYPST_TEMPLATE, pdf_of, typst_head
from crosscase.report.manuscripts.word_finishing import finished_word
from crosscase.store.as_of import state_name
from crosscase.store.session import Session
from crosscase.study_findings.leaving_words import LeavingWords
from crosscase.study_manuscripts.carried_items import checks_to_carry
from crosscase.study_manuscripts.filling import fill_marks
from crosscase.study_manuscripts.markdown_check import slips_of
from crosscase.study_protection.disclosure import policy_of
from crosscase.version import __version__

__all__ = ["FORMATS", "Rendered", "render"]

FORMATS = ("docx", "html", "pdf", "typst")

_MOST_PICTURE = 20_000_000
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document; ``warnings`` are what its author has to know before it leaves the study.

    ``state`` names the state of the study that its numbers are of.
    """

    data: bytes
    to: str
    state: str
    warnings: tuple[str, ...] = ()
    media: Mapping[str, bytes] | None = None


def render(
    session: Session, text: str, name: str, to: str, *, folder: Path | None, annotated: bool
) -> Rendered:
    """The manuscript as a document; refused where something in it cannot be filled in."""
    _require_format(to, annotated)
    read = read_manuscript(text)
    slips = list(slips_of(read, folder))
    with session.reading() as reading:
        filling = fill_marks(session, reading, read, annotated=annotated, with_ids=to == "docx")
        state = state_name(reading.file)
        refuses = policy_of(reading).exports == "refuse"
        leaving = LeavingWords(reading) if to == "docx" else None
    slips += filling.slips
    _require_whole(read, name, slips)
    if refuses and filling.at_risk:
        raise Conflict(
            f"{filling.at_risk[0]}.",
            slug="quotes-would-tell",
            hint="`crosscase disclose STUDY` lists ways out; the study's policy refuses this.",
        )
    tree = read_markdown_tree(filling.text)
    tree["meta"] = kept_meta(tree["meta"])
    if not _LANGUAGE.fullmatch(text_of(tree["meta"].get("lang", [])) or "en"):
        del tree["meta"]["lang"]
    tree, dropped = cleaned(tree)
    tree = numbered(filled(tree, filling.token, filling.parts))
    pictures = Pictures(_pictures_for(to), _loader(folder), own=filling.figures)
    tree = pictured(tree, pictures)
    tree = widened(tree) if to == "docx" else tree
    tree["meta"] |= _told_of_state(tree, state, to, name)
    if annotated and filling.notes:
        # References go before the notes, wherever the manuscript left them.
        if '["refs", ' not in json.dumps(tree["blocks"]):
            tree["blocks"].append({"t": "Div", "c": [attributes("refs"), []]})
        tree["blocks"].append({"t": "RawBlock", "c": ["html", claim_notes(filling.notes)]})
    data, missing = _written(tree, to, read, folder, pictures)
    warnings = [*filling.at_risk, *filling.warnings]
    if leaving is not None:
        kept, left_out = checks_to_carry(filling.carried, leaving, text_of(tree["blocks"]))
        data = finished_word(data, kept, text_of(tree["meta"].get("lang", [])) or "en")
        warnings += left_out
    warnings += [_missing_reference(read, each) for each in missing]
    warnings += [f"The picture “{each}” was left out: only files beside the manuscript are read."
                 for each in dict.fromkeys(pictures.refused)]  # fmt: skip
    if dropped:
        warnings.append(f"Left out: {counted(dropped, 'piece')} of html, LaTeX or script.")
    media = pictures.media if to == "typst" else None
    return Rendered(data, to, state, tuple(warnings), media)


def _require_format(to: str, annotated: bool) -> None:
    if to not in FORMATS:
        raise MistakeOfUse(
            f"A manuscript is not rendered as “{to}”.",
            slug="unknown-format",
            hint=nearest_names_hint(to, FORMATS) or f"Say {', '.join(FORMATS)}.",
        )
    if annotated and to != "html":
        raise MistakeOfUse(
            "Only html opens the passages behind its claims.",
            slug="not-html",
            hint="Give --to html with --annotated.",
        )


def _require_whole(read: MarkdownManuscript, name: str, slips: Sequence[Slip]) -> None:
    """Refuse what cannot be filled in; the first is told at its line and column."""
    if not slips:
        return
    ordered = sorted(slips, key=lambda each: each.start)
    placed = [(read.place(each.start), each) for each in ordered]
    (line, column), first = placed[0]
    more = f" {counted(len(placed) - 1, 'more place')} cannot be filled in." if placed[1:] else ""
    raise MistakeOfUse(
        f"{name}:{line}:{column}: {first.sentence}",
        slug="manuscript-slip",
        hint=f"{first.hint}{more}",
        details={
            "places": [
                {"line": at[0], "column": at[1], "sentence": each.sentence, "hint": each.hint}
                for at, each in placed
            ]
        },
    )


def _pictures_for(to: str) -> str:
    return to if to in ("docx", "html") else "typst"


def _loader(folder: Path | None) -> Any:
    """Reads pictures that lie in the folder of the manuscript or below it, and nothing else."""

    def load(address: str) -> bytes | None:
        if folder is None or ":" in address or address.startswith(("/", "\\")):
            return None
        root = folder.resolve()
        file = (root / address).resolve()
        if not file.is_relative_to(root) or not file.is_file():
            return None
        return file.read_bytes() if file.stat().st_size <= _MOST_PICTURE else None

    return load


def _told_of_state(tree: dict[str, Any], state: str, to: str, name: str) -> dict[str, Any]:
    """What the document says of where its numbers come from, in its own data."""
    made_by = f"crosscase {__version__}"
    told = f"Numbers and quotes of the study as of {state}; made by {made_by}."

    def said(words: str) -> dict[str, Any]:
        return {"t": "MetaInlines", "c": inlines(words)}

    meta: dict[str, Any] = {"crosscase-state": said(state), "generator": said(made_by)}
    if to == "docx":
        meta["description"] = said(told)
    if to in ("pdf", "typst"):
        held = tree["meta"].get("keywords")
        listed = held["c"] if isinstance(held, dict) and held.get("t") == "MetaList" else []
        keywords = [*map(text_of, listed), f"crosscase-state {state}", made_by]
        language = text_of(tree["meta"].get("lang", [])) or None
        raw = {"t": "RawBlock", "c": ["typst", typst_head(keywords, language)]}
        meta["header-includes"] = {"t": "MetaBlocks", "c": [raw]}
    if "title" not in tree["meta"]:
        meta["pagetitle"] = said(name)
    return meta


def _written(
    tree: dict[str, Any],
    to: str,
    read: MarkdownManuscript,
    folder: Path | None,
    pictures: Pictures,
) -> tuple[bytes, tuple[str, ...]]:
    options = ["--citeproc"]
    for file in read.head.files:
        if folder is None or (file.key == "reference-doc" and to != "docx"):
            continue
        options.append(f"--{file.key}={(folder / file.name).resolve()}")
    if to == "docx":
        made = write_tree(tree, "docx", options)
        return made.data, made.missing
    if to == "html":
        with TemporaryDirectory(prefix="crosscase-") as held:
            page = Path(held, "page.html")
            page.write_text(TEMPLATE, encoding="utf-8")
            made = write_tree(
                tree, "html5", [*options, f"--template={page}", "--mathml", "--wrap=none"]
            )
        return made.data, made.missing
    with TemporaryDirectory(prefix="crosscase-") as held:
        page = Path(held, "page.typ")
        page.write_text(TYPST_TEMPLATE, encoding="utf-8")
        made = write_tree(tree, "typst", [*options, f"--template={page}"])
    return (made.data if to == "typst" else pdf_of(made.data, pictures.media)), made.missing


def _missing_reference(read: MarkdownManuscript, name: str) -> str:
    at = next((at for at, cited in read.cites if cited == name), None)
    where = "" if at is None else "{}:{}: ".format(*read.place(at))
    return f"{where}@{name} is in no bibliography."
