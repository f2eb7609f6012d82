"""How one line names its speaker: the forms that labels have in transcripts.

``read_label`` looks at a single line and knows nothing of the rest of the text; whether a label
is a person or the start of a sentence is weighed over the whole text in ``speakers``.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from crosscase.intake.label_words import label_shape, reads_as_sentence

__all__ = ["WEAK_FORMS", "LabelForm", "LineLabel", "read_label", "read_stamp"]

LabelForm = Literal[
    "colon",  # Name: words
    "time before",  # [00:12:03] Name: words
    "time after",  # Name [00:12:03]: words
    "bold",  # **Name** or **Name:** words
    "time line",  # 00:12:03 Name, or Name 0:03, on a line of its own
    "own line",  # NAME on a line of its own
    "dash",  # Name - words
    "tab",  # Name, a tab, words
    "letter",  # Q. words
    "given",  # the file itself says who speaks
]

WEAK_FORMS: frozenset[LabelForm] = frozenset({"own line", "dash", "tab", "letter", "time line"})
"""Forms that ordinary lines share: they count only where they recur."""

_MOST_WORDS = 9


class LineLabel(NamedTuple):
    """A label at the start of a line; ``speech_start`` is an offset in that line."""

    label: str
    form: LabelForm
    speech_start: int
    start_ms: int | None


_MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_RANGE = rf"{_TIME}(?:\s*(?:-->|[-–—]|to)\s*{_TIME})?"
_STAMP = (
    rf"(?:\[\s*{_RANGE}\s*\]|\(\s*{_RANGE}\s*\)|<{_RANGE}>|\#?(?<!\d){_RANGE}(?:-\d)?\#?(?!\d))"
)
_LABEL = r"(?:\d{1,2}(?=[^\W\d_])|(?=[^\W\d_]))[^:：﹕\n*\[\]<>{}|\#“”\"«»?!;…=\t\\]{1,79}?"
_START = rf"^[\s{_MARKS}]*(?:(?P<before>{_STAMP})[ \t]*[-–—]?[ \t]*)?"
_AFTER = rf"(?:[ \t]*[,–-]?[ \t]*(?P<after>{_STAMP}))?[ \t{_MARKS}]*"
_SPEECH = rf"[\s{_MARKS}]*(?:(?P<inside>{_STAMP})[ \t]*)?"

_COLON = re.compile(
    rf"{_START}(?P<bold>\*\*|__)?(?:(?P<within>{_STAMP})[ \t]*)?(?P<bracket>[\[<])?"
    rf"(?P<label>{_LABEL})(?(bracket)[\]>]){_AFTER}(?(bold)(?:\*\*|__)?)[ \t]*"
    rf"(?P<colon>[:：﹕])(?(bold)(?:\*\*|__)?){_SPEECH}"
)
_BOLD = re.compile(
    rf"{_START}(?P<bold>\*\*|__)(?:(?P<within>{_STAMP})[ \t]*)?(?P<label>{_LABEL}){_AFTER}"
    rf"(?P=bold)(?!\w){_SPEECH}"
)
_TIME_LINE = re.compile(
    rf"^[\s{_MARKS}]*(?:(?P<before>{_STAMP})[ \t]*[-–—]?[ \t]*"
    r"(?P<label>[^\W\d_][^:：*\[\]\t]{0,48})"
    r"|(?P<named>[^\W\d_][^:：*\[\]\t\n]{0,48}?)[ \t]*[,–-]?[ \t]+"
    rf"(?P<after>{_STAMP}))\s*$"
)
_DASH = re.compile(
    rf"^[\s{_MARKS}]*(?P<label>[^\W\d_][^:：*\t?!;]{{0,39}}?)[ \t]+[-–—][ \t]+(?=\S)"
)
_TAB = re.compile(rf"^[ {_MARKS}]*(?P<label>[^\W\d_][^:：*\t?!;]{{0,39}}?)[ ]*\t\s*(?=\S)")
_LETTER = re.compile(r"^\s*(?P<label>[QA])(?:\.[ \t]+|[ \t]{2,}|\.$)")
_OWN_LINE = re.compile(
    rf"^[\s{_MARKS}]*(?P<label>[^\W\d_][^:：*\t?!;,|=/\\…]{{0,38}}[^\s.?!;,:：])\s*$"
)

_FAR = 150
_AFTER_A_CLOCK = frozenset({"am", "pm", "a.m", "p.m", "a.m.", "p.m.", "uhr", "hrs", "h"})


def read_label(line: str) -> LineLabel | None:
    """The speaker label at the start of a line, if its form could be one."""
    head = line[:_FAR]
    if ":" in head or "：" in head or "﹕" in head:
        found = _COLON.match(line)
        label = None if found is None else _from_colon(found, line)
        if label is not None:
            return label
    if "**" in head or "__" in head:
        found = _BOLD.match(line)
        if found is not None and _plausible(found["label"]):
            return _label(found, found["label"], "bold")
    if len(line) < 100:
        found = _TIME_LINE.match(line) if ":" in head else None
        if found is not None:
            words = found["label"] or found["named"]
            if _plausible(words) and label_shape(words.strip()) != "phrase":
                return _label(found, words, "time line")
        found = _OWN_LINE.match(line)
        if found is not None and _stands_alone(found["label"].strip()):
            return LineLabel(_tidy(found["label"]), "own line", len(line), None)
    return _read_weak(line, head)


def _read_weak(line: str, head: str) -> LineLabel | None:
    if line.lstrip()[:1] in ("Q", "A"):
        found = _LETTER.match(line)
        if found is not None:
            return LineLabel(found["label"], "letter", found.end(), None)
    form: LabelForm
    for pattern, form, marks in ((_TAB, "tab", "\t"), (_DASH, "dash", "-–—")):
        if any(mark in head[:48] for mark in marks):
            found = pattern.match(line)
            if found is not None and _plausible(found["label"]):
                return LineLabel(_tidy(found["label"]), form, found.end(), None)
    return None


def _from_colon(found: re.Match[str], line: str) -> LineLabel | None:
    label = found["label"].strip()
    if not _plausible(label) or label.casefold() in _AFTER_A_CLOCK:
        return None
    if any(dash in label for dash in _DASHES) and _speaks_after_a_dash(label):
        return None
    colon = found.end("colon")
    follower = line[colon : colon + 1]
    if follower in ("/", "\\", ":"):
        return None
    if follower.isdigit() and label[-1:].isdigit():  # a clock time, a verse
        return None
    if follower in (")", "(", "D", "P") and line[colon - 2] == " ":  # a face
        return None
    if follower and not follower.isspace() and line[colon - 1] == ":" and label.count(" ") > 3:
        return None
    form: LabelForm = "colon"
    if found["bold"]:
        form = "bold"
    elif found["before"]:
        form = "time before"
    elif found["after"]:
        form = "time after"
    return _label(found, label, form)


_DASHES = (" - ", " – ", " — ")


def _speaks_after_a_dash(label: str) -> bool:
    """Whether a colon stands in what is said behind “Name - ”, and not behind a name."""
    said = re.split(r" [-–—] ", label, maxsplit=1)[1].strip()
    return not said or said.count(" ") > 2 or reads_as_sentence(said)


def _label(found: re.Match[str], words: str, form: LabelForm) -> LineLabel:
    stamps = found.groupdict()
    stamp = next(
        (stamps[at] for at in ("before", "within", "after", "inside") if stamps.get(at)), None
    )
    start_ms = None if stamp is None else read_stamp(stamp)
    return LineLabel(_tidy(words), form, found.end(), start_ms)


def _tidy(label: str) -> str:
    return " ".join(label.split())


def _plausible(label: str) -> bool:
    return (
        label.count(" ") < _MOST_WORDS
        and label.count("(") == label.count(")")
        and any(character.isalpha() for character in label)
    )


def _stands_alone(label: str) -> bool:
    """Whether words without any mark may be a label: only those that look like a person."""
    if not _plausible(label):
        return False
    shape = label_shape(label)
    if shape in ("role", "titled"):
        return not label[0].islower()
    if shape == "code":
        return len(label) > 1
    return shape == "name" or (shape == "word" and label.isupper() and len(label) > 2)


_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?")


def read_stamp(stamp: str) -> int | None:
    """The milliseconds of a time such as ``00:12:03`` or ``12:03.5``; of a range, its start."""
    found = _CLOCK.search(stamp)
    if found is None:
        return None
    hours, minutes, seconds, fraction = found.groups()
    thousandths = int((fraction or "0").ljust(3, "0"))
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + thousandths
