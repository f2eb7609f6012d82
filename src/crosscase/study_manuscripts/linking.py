"""Linking sentences of Word manuscripts to findings: by their words, or by their number."""

from __future__ import annotations

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.report.manuscripts.likeness import LEAST_LIKENESS, LinkedSentence, find_again
from crosscase.report.manuscripts.word_marking import add_bookmark
from crosscase.report.manuscripts.word_reading import WordManuscript, read_word
from crosscase.store.session import Session
from crosscase.study_findings.claim_verbs import LinkedClaim
from crosscase.study_findings.findings import Findings
from crosscase.study_manuscripts.word_check import manuscript_name

__all__ = ["link_sentence"]


def link_sentence(
    session: Session,
    data: bytes,
    name: str,
    finding: str,
    sentence: str | None,
    number: int | None,
) -> tuple[LinkedClaim, bytes]:
    """Link one sentence; returns the link, and the document with the finding's id around it."""
    findings = Findings(session)
    told = findings.get(finding)
    read = read_word(data, name, [told.name])
    at = _chosen(read, name, sentence, number)
    found = read.sentences[at]
    place = {"sentence": at + 1, "of": len(read.sentences)}
    claim = findings.link(manuscript_name(name), found.words, told.id, place=place)
    add_bookmark(read, found.start, found.end, told.name)
    return claim, read.package.to_bytes()


def _chosen(read: WordManuscript, name: str, sentence: str | None, number: int | None) -> int:
    if (sentence is None) == (number is None):
        raise MistakeOfUse(
            "It is not clear which sentence is meant.",
            slug="which-sentence",
            hint='Give --sentence "its words", or --number 12.',
        )
    if number is not None:
        if not 1 <= number <= len(read.sentences):
            raise NotFound(
                f"“{name}” has {len(read.sentences):,} sentences.",
                slug="sentence-not-found",
                hint="Sentences count from 1; headings and block quotes are not counted.",
            )
        return number - 1
    words = " ".join((sentence or "").split())
    listed = [each.words for each in read.sentences]
    folded = words.casefold()
    within = [at for at, each in enumerate(listed) if folded and folded in each.casefold()]
    if len(within) == 1:
        return within[0]
    if len(within) > 1:
        numbers = ", ".join(str(at + 1) for at in within[:8])
        raise Conflict(
            f"These words stand in {len(within):,} sentences.",
            slug="sentence-ambiguous",
            hint=f"Give more of the sentence, or --number with one of {numbers}.",
        )
    found = find_again([LinkedSentence(words)], listed)[0]
    if found.sentence is None or found.likeness < LEAST_LIKENESS or found.others:
        raise NotFound(
            f"“{name}” has no such sentence.",
            slug="sentence-not-found",
            hint="Copy it from the document, or give --number with its number.",
        )
    return found.sentence
