"""What looks like a number and counts nothing of a study: dates, names, references, statistics."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["COUNTED", "TELLS", "not_counted"]

# Who and what a study counts: before these “no” and “one” say how many.
COUNTED = (
    r"(?:participants?|interviewees?|respondents?|informants?|leaders?|managers?|people|persons?|"
    r"sites?|systems?|organi[sz]ations?|sectors?|cases?|interviews?|sources?|documents?|"
    r"passages?|quotes?|boards?|teams?|staff|members?|areas?|nurses?|doctors?|clinicians?|"
    r"patients?|directors?|executives?|professionals?|practitioners?|partners?|councils?|ICSs?)"
)
TELLS = (
    r"(?:described|said|felt|spoke|talked|thought|saw|reported|noted|argued|mentioned|raised|told|"
    r"agreed|explained|suggested|believed|worried|pointed|emphasi[sz]ed|stressed|identified|"
    r"viewed|wanted|questioned|highlighted|expressed|used|recogni[sz]ed|feared|hoped|were|had|did)"
)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_SMALL = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|"
    r"seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)"
)
_TIME = r"(?:years?|months?|weeks?|days?|hours?|minutes?|mins?|seconds?)"
_WORD_LED = (
    rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?"
    r"|\b(?:tables?|tab\.|figures?|figs?\.|sections?|sect?\.|chapters?|appendi(?:x|ces)|box|"
    r"panels?|equations?|eqs?\.|steps?|phases?|waves?|rounds?|parts?|pages?|pp?\.|refs?\.?|"
    r"no\.|nos\.|numbers?|footnotes?|notes?|questions?|items?|versions?|volumes?|vol\.|columns?|"
    r"rows?|stages?|levels?|objectives?|aims?|themes?|lines?|turns?|days?|years?|bands?|grades?|"
    r"tiers?|types?|covid|aged?)"
    rf"\s*(?:#\s*)?(?:(?:\d+|{_SMALL}\b)(?!\d|\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?[\dtsfen])"
    r"|[A-Z]\d+)(?:[.–-]\d+)*[a-z]?"
    r"(?:\s*(?:,|and|or|to|–|-|&)\s*\d+(?:[.–-]\d+)*[a-z]?\b)*"
    rf"|\b{_SMALL}(?:\s?(?:to|and|or|–|-)\s?(?:\d[\d.]{{0,9}}|{_SMALL}))?[ -]?{_TIME}\b"
)
_NUMBER_LED = (
    r"(?<!\d)(?:\d{4}-\d\d?-\d\d?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b\d{1,3}:\d{1,3}(?::\d\d)?\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s*[–-]\s*\d{{1,2}})?\s+{_MONTH}\b(?:,?\s+\d{{4}})?"
    r"|(?<![\d,.])(?:19|20)\d\d(?:\s*[–/-]\s*(?:(?:19|20)?\d\d))?[a-z]?"
    rf"(?![\d%])(?!,\d{{3}})(?!\.\d)(?!\s+{COUNTED})"
    r"|\b\d+(?:st|nd|rd|th)\b|\d+(?:\.\d+){2,}"
    r"|\b\d{1,2}(?:[.:]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|o[’']clock)(?!\w)|\b24/7\b|\b9(?: to |-|–)5\b"
    rf"|\b\d[\d.]{{0,9}}(?:\s?(?:to|and|or|–|-)\s?(?:\d[\d.]{{0,9}}|{_SMALL}))?"
    rf"[ -]?{_TIME}\b(?:[ -]olds?\b)?"
    r"|\b\d[\d.,]{0,15}\s?(?:million|billion|trillion|bn|km|miles?|kg|mg|GB|MB)\b"
    r"|\d{1,3}\s?%\s?(?:CI|confidence\s+intervals?)\b(?:\s?[:=,(]?\s?[-–−]?\d{1,9}\.?\d{0,9}\s?"
    r"(?:to|,|–|-)\s?[-–−]?\d{1,9}\.?\d{0,9})?"
    r"|\d+[A-Za-z]\w*)"
)
_SIGN_LED = (
    r"[£$€¥]\s?\d[\d.,]{0,15}(?:\s?(?:m|bn|k|million|billion|trillion)\b)?"
    # Statistics: p < 0.05, κ = 0.8.
    r"|(?:\b(?:p|r|t|F|z|OR|RR|HR|SD|SE|kappa|alpha|beta|AC1)|[κακχ]²?2?)\s?"
    r"(?:\([\d., ]{1,20}\)\s?)?[=<>≤≥]\s?[-–−]?\d{0,9}\.?\d{1,9}"
    # References by number, and the page that a reference ends in.
    r"|\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}\]"
    r"|(?<=\d\d\d\d)[a-z]?(?:\s?:\s?|,\s(?=\d+[–-]\d+\)))(?:pp?\.\s?)?\d+(?:[–-]\d+)?"
    r"|(?<![A-Za-z_&])[A-Za-z_&]+[-–]?\d[\w.]*"
)
_IN_WORDS = re.compile(_WORD_LED, re.IGNORECASE)
_IN_DIGITS = re.compile(f"{_WORD_LED}|{_NUMBER_LED}|{_SIGN_LED}", re.IGNORECASE)
_A_DIGIT = re.compile(r"\d")
# Names that end in a number: NHS 111, NVivo 12, Participant 7. “ICS 17 leaders” counts leaders.
_NAMED = re.compile(
    r"\b(?:[A-Z]{2,}[a-z]?|NVivo|ATLAS\.ti|Participant|Interviewee|Respondent|Informant|Leader|"
    r"Manager|Interview|Site|System|Case|Group|Trust|Borough|Nurse|Doctor|Focus [Gg]roup)"
    rf"\s\d+\b(?!\.\d)(?!\s?(?:%|/|of\b|out\b|{COUNTED}))"
)


def not_counted(text: str) -> Iterator[tuple[int, int]]:
    """The places of numbers that count nothing."""
    has_digits = _A_DIGIT.search(text) is not None
    for pattern in (_IN_DIGITS, _NAMED) if has_digits else (_IN_WORDS,):
        for found in pattern.finditer(text):
            yield found.span()
