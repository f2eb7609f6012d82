"""What comes of checks now: counted, or remembered where nothing changed that they hang on.

A verdict hangs on the codings of the codes that it asks for and on all else that a study holds
(texts, speakers, cases...). One coding more leaves those of other codes as they are. What was
found in a state is kept with the file too, for the next program that asks in the same state.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crosscase.log.closure import heads_name
from crosscase.model.ids import Id
from crosscase.model.nouns import Setting
from crosscase.model.slips import Slip, not_understood
from crosscase.report.checks.quantities import SETTING, meanings_with
from crosscase.store.kept_outcomes import keep_outcomes, kept_outcomes
from crosscase.store.session import Reading, Session
from crosscase.store.showing import SHOWING_KINDS
from crosscase.study_findings.outcomes import Outcome
from crosscase.study_findings.verdicts import AskedCheck, Evaluated, NotEvaluated, outcome_of
from crosscase.version import __version__

__all__ = [
    "AskedCheck",
    "bound_names",
    "evaluate_checks",
    "keep_verdicts",
    "own_meanings",
    "quantity_meanings",
]

_VERSION = f"{__version__} 2"
_WITHOUT_EFFECT = {"finding", "check", "claim", "memo", "query", "framework", "release", "cell"}
_KINDS = tuple(kind for kind in SHOWING_KINDS if kind not in _WITHOUT_EFFECT)
_LATER = ("empty-denominator", "no-parts", "not-judged", "asked-about-what")
_MOST_HELD = 5_000
_WORTH_KEEPING = 25


@dataclass
class _Held:
    """A verdict, the print of the codings that it hangs on, and the state it was last true in."""

    found: Evaluated
    print: str | None
    state: str


@dataclass
class _Verdicts:
    """The verdicts that are remembered, by check; ``fresh`` were counted and are not kept yet."""

    held: dict[str, _Held] = field(default_factory=dict)
    looked_up: str | None = None
    fresh: int = 0


def evaluate_checks(reading: Reading, checks: Sequence[AskedCheck]) -> tuple[Outcome, ...]:
    """What comes of each check now."""
    verdicts = _verdicts(reading)
    state = heads_name(reading.file.heads(reading.connection))
    keys = [_key(each) for each in checks]
    if any(key not in verdicts.held for key in keys):
        _look_up(reading, verdicts, state)
    now = {
        key: verdicts.held[key].found for key in keys if _still_holds(reading, verdicts, key, state)
    }
    missing = {key: each for key, each in zip(keys, checks, strict=True) if key not in now}
    if missing:
        now |= _counted(reading, verdicts, missing, state)
    return tuple(outcome_of(check, now[key]) for check, key in zip(checks, keys, strict=True))


def _counted(
    reading: Reading, verdicts: _Verdicts, missing: Mapping[str, AskedCheck], state: str
) -> dict[str, Evaluated]:
    """Count what is not remembered, and remember it."""
    from crosscase.study_findings.evaluating import evaluated

    found = evaluated(reading, list(missing.values()), quantity_meanings(reading))
    if len(verdicts.held) > _MOST_HELD:
        verdicts.held.clear()
    verdicts.fresh += len(missing)
    for key, each in zip(missing, found, strict=True):
        verdicts.held[key] = _Held(each, _print(reading, each), state)
    return dict(zip(missing, found, strict=True))


def keep_verdicts(session: Session, *, least: int = _WORTH_KEEPING) -> None:
    """Keep what was counted with the file, for the next program that asks.

    Each time makes other programs read the file anew, so fewer than ``least`` are not worth it;
    a command that ends with its answer has no later time to keep them.
    """
    file = session.file
    if file.connection.in_transaction():
        return
    with session.reading() as reading:
        verdicts = _verdicts(reading)
        if verdicts.fresh < least:
            return
        state = heads_name(file.heads(reading.connection))
        plain = {
            key: each.found.to_plain() for key, each in verdicts.held.items() if each.state == state
        }
        verdicts.fresh = 0
    keep_outcomes(file, f"{_VERSION} {state}", plain)


def bound_names(reading: Reading, text: str) -> dict[str, Id]:
    """What the names in a check mean now, to be kept with it.

    Raises:
        MistakeOfUse: the check is not understood; the error shows the place.
        NotFound: it names something that the study does not have.
    """
    from crosscase.report.checks.parsing import parse_check
    from crosscase.study_findings.check_names import CheckNames
    from crosscase.study_findings.evaluating import verdict_of

    names = CheckNames(reading, {})
    tree = parse_check(text)
    try:
        verdict_of(reading, tree, names, quantity_meanings(reading))
    except NotEvaluated as error:
        problem = error.problem
        if problem.slug in _LATER:
            return names.found
        slip = Slip(problem.sentence, problem.start_char, problem.end_char, problem.hint)
        shown = not_understood(text, slip, problem.slug)
        raise error.of(
            shown.sentence, hint=problem.hint, slug=problem.slug, details=shown.details
        ) from error
    return names.found


def quantity_meanings(reading: Reading) -> dict[str, str]:
    """What quantity words mean in this study."""
    return meanings_with(own_meanings(reading))


def own_meanings(reading: Reading) -> object:
    """What the study's setting holds of quantity words; None where it was never made."""
    return next((each.value for each in reading.all(Setting) if each.key == SETTING), None)


def _verdicts(reading: Reading) -> _Verdicts:
    return reading.file.remember("verdicts of checks", _KINDS, _Verdicts)


def _look_up(reading: Reading, verdicts: _Verdicts, state: str) -> None:
    """Take in what another program kept of this very state."""
    if verdicts.looked_up == state:
        return
    verdicts.looked_up = state
    kept: Mapping[str, list[object]] | None = kept_outcomes(
        reading.file, reading.connection, f"{_VERSION} {state}"
    )
    for key, plain in (kept or {}).items():
        if key not in verdicts.held:
            verdicts.held[key] = _Held(Evaluated.from_plain(plain), None, state)


def _still_holds(reading: Reading, verdicts: _Verdicts, key: str, state: str) -> bool:
    held = verdicts.held.get(key)
    if held is None:
        return False
    if held.state == state:
        return True
    if held.print is None or held.print != _print(reading, held.found):
        return False
    held.state = state
    return True


def _print(reading: Reading, found: Evaluated) -> str:
    if found.codes is not None and not found.codes:
        return ""
    from crosscase.store.coding_prints import coding_prints

    return coding_prints(reading).of(found.codes)


def _key(check: AskedCheck) -> str:
    asked = json.dumps([check.text, sorted(check.bound.items())])
    return hashlib.blake2b(asked.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
