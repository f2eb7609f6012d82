"""What a study keeps to when quotes and tables leave it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from crosscase.analysis.disclosure import Policy
from crosscase.errors import MistakeOfUse, UnreadableFile, nearest_names_hint

__all__ = ["LABEL", "SETTING", "DisclosurePolicy", "policy_from_file", "policy_from_plain"]

SETTING = "disclosure-policy"

LABEL = re.compile(r"\{\s*([^{}]+?)\s*\}")
_BRACE = re.compile(r"[{}]")
_MOST_BYTES, _LONGEST_TEMPLATE = 100_000, 200
_CHOICES = {"exports": ("warn", "refuse"), "counts": ("exact", "rounded")}


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosurePolicy:
    """How many people must share what is printed, and which fields of the study are printed.

    ``k``, ``archive_k``      the least number of participants behind an attribution; in an archive
    ``stances``               how many different stances they must take (1: not looked at)
    ``role``, ``site``, ``sector``  the attribute or the kind of cases that is each of these labels
    ``by``                    the labels that are printed beside a quote
    ``template``              how they are printed, such as “{role}, {site}”; empty: with commas
    ``most_quotes``           how often one person may be quoted in one output
    ``most_share``            and which share of one site's quotes may be theirs, 0 to 1
    ``exports``               whether an export of quotes at risk is told of (warn) or refused
    ``counts``                whether a frame's counts leave as they are (exact), or with 1 to 7
                              hidden and others to the nearest 5 (rounded)
    ``public``                the attribute that says of a source whether a reader can search it
    ``bodies``                superior bodies: what speaks ill of them asks for a second reviewer
    ``holders``               (role, site, how many hold such a post, as a reader could count them)
    """

    k: int = 3
    archive_k: int = 5
    stances: int = 1
    role: str = "role"
    site: str = "site"
    sector: str = "sector"
    by: tuple[str, ...] = ("role", "site")
    template: str = ""
    most_quotes: int = 5
    most_share: float = 0.3
    exports: str = "warn"
    counts: str = "exact"
    public: str = "public"
    bodies: tuple[str, ...] = ()
    holders: tuple[tuple[str, str, int], ...] = ()

    def to_plain(self) -> dict[str, Any]:
        """Everything it says, as a policy file says it."""
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        told["by"], told["bodies"] = list(self.by), list(self.bodies)
        told["holders"] = [
            {"role": role, "site": site, "people": people} for role, site, people in self.holders
        ]
        return told

    def to_text(self) -> str:
        """The same as one line, as the study's setting holds it."""
        return json.dumps(self.to_plain(), ensure_ascii=False, sort_keys=True)

    def field_of(self, label: str) -> str:
        """The attribute or the kind of cases that is printed under a label."""
        own = {"role": self.role, "site": self.site, "sector": self.sector}
        return own.get(label, label)

    def rules(self) -> Policy:
        """The part of it that the pure rules go by."""
        return Policy(k=self.k, stances=self.stances)

    def with_k(self, k: int | None) -> DisclosurePolicy:
        """The same with another least number, where one is given."""
        return self if k is None else replace(self, k=_number("k", k, 1))


def policy_from_plain(told: Mapping[str, Any]) -> DisclosurePolicy:
    """A policy from what a file, a page or a setting says; what is left out is as usual.

    Raises:
        MistakeOfUse: a name is not known, or a value cannot be so.
    """
    known = [each.name for each in fields(DisclosurePolicy)]
    values: dict[str, Any] = {}
    for raw, value in told.items():
        name = str(raw).replace("-", "_")
        if name not in known:
            raise MistakeOfUse(
                f"A disclosure policy says nothing of “{raw}”.",
                slug="unknown-field",
                hint=nearest_names_hint(name, known) or f"It has {', '.join(known)}.",
            )
        values[name] = _read(name, value)
    policy = DisclosurePolicy(**values)
    if not policy.by:
        raise _mistake("by", "no labels", "List what is printed beside a quote, such as role.")
    strange = [label for label in LABEL.findall(policy.template) if label not in policy.by]
    if strange:
        hint = f"It may print {', '.join(policy.by)}; name “{strange[0]}” under by as well."
        raise _mistake("template", policy.template, hint)
    return policy


def policy_from_file(data: bytes, name: str) -> DisclosurePolicy:
    """A policy from a YAML or JSON file."""
    import yaml

    if len(data) > _MOST_BYTES:
        raise UnreadableFile(
            f"“{name}” is too long for a policy.",
            slug="too-long",
            hint="Write the few lines that docs/how-to/publish-quotes-safely.md shows.",
        )
    try:
        told = yaml.safe_load(data.decode("utf-8-sig"))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableFile(
            f"“{name}” cannot be read as YAML or JSON.",
            slug="damaged-file",
            hint="Write one line for each value, such as `k: 3`, in UTF-8.",
        ) from error
    if not isinstance(told, Mapping):
        raise UnreadableFile(
            f"“{name}” holds no policy.",
            slug="not-a-policy",
            hint="Write one line for each value, such as `k: 3`.",
        )
    return policy_from_plain(told)


def _read(name: str, value: Any) -> Any:
    match name:
        case "k" | "archive_k" | "stances" | "most_quotes":
            return _number(name, value, 1)
        case "most_share":
            return _share(value)
        case "by" | "bodies":
            listed = value.split(",") if isinstance(value, str) else _listed(name, value)
            return tuple(dict.fromkeys(_text(name, each) for each in listed))
        case "template":
            return _template(value)
        case "holders":
            return tuple(_holder(each) for each in _listed(name, value))
        case "exports" | "counts" if value not in _CHOICES[name]:
            raise _mistake(name, value, f"Say {' or '.join(_CHOICES[name])}.")
        case _:
            return _text(name, value)


def _number(name: str, value: Any, least: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise _mistake(name, value, f"Write a whole number, {least} or more.")
    return value


def _share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1:
        raise _mistake("most_share", value, "Write a share between 0 and 1, such as 0.3.")
    return float(value)


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _mistake(name, value, "Write a name.")
    return " ".join(value.split())


def _template(value: Any) -> str:
    """How labels are printed; what stands in braces are labels, each once."""
    if value is None or value == "":
        return ""
    text = _text("template", value)
    labels, rest = LABEL.findall(text), LABEL.sub("", text)
    is_clear = labels and len(labels) == len(set(labels)) and not _BRACE.search(rest)
    if len(text) > _LONGEST_TEMPLATE or not is_clear:
        raise _mistake("template", text, "Write labels in braces, such as {role}, {site}.")
    return text


def _listed(name: str, value: Any) -> Sequence[Any]:
    if not isinstance(value, list | tuple):
        raise _mistake(name, value, "Write a list.")
    return value


def _holder(told: Any) -> tuple[str, str, int]:
    if not isinstance(told, Mapping) or set(told) != {"role", "site", "people"}:
        raise _mistake("holders", told, "Each says role, site and people (a number).")
    return (
        _text("role", told["role"]),
        _text("site", told["site"]),
        _number("people", told["people"], 0),
    )


def _mistake(name: str, value: Any, hint: str) -> MistakeOfUse:
    return MistakeOfUse(
        f"“{name.replace('_', '-')}” of a disclosure policy cannot be “{value}”.",
        slug="unknown-value",
        hint=hint,
    )
