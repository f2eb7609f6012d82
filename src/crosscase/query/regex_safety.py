"""Reading a regular expression a person wrote, and refusing those that could run for ever.

Python's engine tries every way to match, so a pattern such as ``(a+)+$`` takes a time that
doubles with each letter. The check refuses the usual form of this: an endless repeat of
something that repeats endlessly itself, unless each round must cross what the inner repeat
cannot eat. It errs on the safe side there, and it cannot find every slow pattern; the length
is bounded as well, and a match never reaches beyond one turn.
"""

from __future__ import annotations

import re
import warnings

from crosscase.errors import MistakeOfUse

__all__ = ["LONGEST_PATTERN", "SLUG", "compile_pattern"]

LONGEST_PATTERN = 1_000
SLUG = "pattern-not-understood"

# A pattern is sketched before it is judged: x is something in a word, s a space, p another
# sign, . may be any of them; brackets, bars and repeats stay, places without width go.
_SKETCHED = re.compile(
    r"(?P<width0>\\[bBAZ]|[\^$])|(?P<space>\\s|\s)|(?P<word>\\[wd]|\w)"
    r"|(?P<klass>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<any>\\\w|\.)"
    r"|(?P<group>\(\?(?:P?<\w+>|[a-z-]*:|<?[=!]|>)|\()|(?P<kept>\{\d*,?\d*\}|[)|*+?])"
    r"|(?P<sign>\\.|.)",
    re.DOTALL,
)
_INNERMOST_GROUP = re.compile(r"\(([^()]*)\)")
_ATOM = re.compile(r"([xsp.])([*+?]|\{\d*,?\d*\})?[?+]?")
_ENDLESS = re.compile(r"[*+]|\{\d*,\}")
_ENDLESS_AFTER = re.compile(r"(?:[*+]|\{\d*,\})(?!\+)")
# Words and spaces take turns, so there is one way only to match.
_TAKES_TURNS = re.compile(r"x\+s\+|s\+x\+")
_SAMPLES = {"x": "aZ5é_", "s": " \t\n", "p": ".,;:-!?'()/"}


def compile_pattern(pattern: str, flags: str = "") -> re.Pattern[str]:
    """The compiled pattern; MistakeOfUse where it cannot be read or could run for ever.

    ``flags`` is empty, or ``i`` to set case aside.
    """
    if set(flags) - {"i"}:
        raise MistakeOfUse(
            f"After the closing slash of a pattern only i may stand, not “{flags}”.",
            hint="i sets case aside: /fund(s|ing)/i.",
            slug=SLUG,
        )
    if len(pattern) > LONGEST_PATTERN:
        raise MistakeOfUse(
            f"The pattern has {len(pattern):,} characters; the most is {LONGEST_PATTERN:,}.",
            hint="Ask with several shorter patterns joined by or.",
            slug=SLUG,
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an odd but valid pattern is the writer's choice
            compiled = re.compile(pattern, re.IGNORECASE if flags else re.NOFLAG)
            _refuse_nested_repeats(pattern)
    except re.error as error:
        place = "" if error.pos is None else f" at its character {error.pos + 1}"
        raise MistakeOfUse(
            f"The pattern /{pattern}/ cannot be read{place}: {error.msg}.",
            hint="Put a backslash before a sign that is meant as itself, such as \\( or \\*.",
            slug=SLUG,
        ) from error
    except (OverflowError, RecursionError) as error:
        raise MistakeOfUse(
            "The pattern asks for too much at once.",
            hint="Use fewer brackets and smaller repeat counts.",
            slug=SLUG,
        ) from error
    return compiled


def _refuse_nested_repeats(pattern: str) -> None:
    rest = _SKETCHED.sub(_sketch, pattern)
    while group := _INNERMOST_GROUP.search(rest):
        inner, after = group[1], rest[group.end() :]
        if _ENDLESS_AFTER.match(after) and _is_ambiguous(inner):
            raise MistakeOfUse(
                f"The pattern /{pattern}/ repeats a repeat, which may never come to an end.",
                hint="Write a+ instead of (a+)+, or bound the outer repeat, as in (a+){1,9}.",
                slug=SLUG,
            )
        rest = rest[: group.start()] + (".+" if _ENDLESS.search(inner) else ".") + after


def _is_ambiguous(inner: str) -> bool:
    """Whether what a sketched group matches could be cut into its rounds in several ways."""
    if not _ENDLESS.search(inner) or _TAKES_TURNS.fullmatch(inner):
        return False
    atoms = _ATOM.findall(inner)
    endless = {kind for kind, repeat in atoms if _ENDLESS.match(repeat)}
    crossed = {kind for kind, repeat in atoms if repeat in ("", "+")} - {"."} - endless
    return "|" in inner or "." in endless or not crossed


def _sketch(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "kept":
            return found[0]
        case "klass":
            matches = re.compile(found[0]).search
            kinds = [kind for kind, samples in _SAMPLES.items() if any(map(matches, samples))]
            return kinds[0] if len(kinds) == 1 else "."
        case kind:
            sketches = {"width0": "", "space": "s", "word": "x", "any": ".", "group": "("}
            return sketches.get(kind or "", "p")
