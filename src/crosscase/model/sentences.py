"""The sentences of the history: one template for each intention.

An operation stores the key, counts and ids; the sentence is made when it is read, with the
names that the things have then. ``{code}`` is a name, ``{n:passage|passages}`` a count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

__all__ = ["ABOUT", "SENTENCES", "keys_about", "render_sentence"]

SENTENCES: Mapping[str, str] = {
    "study.made": "began the study",
    "study.described": "described the study",
    "setting.set": "changed a setting",
    "coder.added": "added the coder {coder}",
    "coder.renamed": "renamed the coder {coder}",
    "sources.imported": "imported {n:source|sources}",
    "source.described": "changed the description of {source}",
    "source.corrected": "corrected the text of {source}",
    "source.settled": "settled two versions of the text of {source}",
    "source.removed": "removed {source}",
    "source.restored": "restored {source}",
    "source.paired": "paired {source} with its translation {translation}",
    "speakers.linked": "linked {n:speaker|speakers} to participants",
    "framework.added": "added the framework {framework} with {n:code|codes}",
    "codebook.imported": "imported a codebook of {n:code|codes}",
    "code.added": "added the code {code}",
    "code.described": "changed the description of {code}",
    "code.renamed": "renamed the code {code}",
    "code.moved": "moved the code {code}",
    "code.merged": "merged the code {code} into {into}",
    "code.split": "split the code {code} into {n:code|codes}",
    "code.retired": "retired the code {code}",
    "code.reopened": "took the code {code} back into use",
    "code.removed": "removed the code {code}",
    "code.restored": "restored the code {code}",
    "coding.added": "coded a passage of {source} as {code}",
    "codings.added": "coded {n:passage|passages} as {code}",
    "codings.imported": "imported {n:coding|codings}",
    "codings.recoded": "re-coded {n:passage|passages} as {code}",
    "coding.adjusted": "adjusted a coding of {source}",
    "coding.qualified": "changed what a coding of {source} says",
    "codings.removed": "removed {n:coding|codings}",
    "codings.restored": "restored {n:coding|codings}",
    "case.added": "added the case {case}",
    "cases.imported": "imported {n:case|cases}",
    "case.described": "changed the description of {case}",
    "case.removed": "removed the case {case}",
    "case.restored": "restored the case {case}",
    "membership.added": "put {member} into {group}",
    "membership.changed": "changed the place of {member} in {group}",
    "membership.removed": "took {member} out of {group}",
    "attribute.added": "added the attribute {attribute}",
    "attribute.changed": "changed the attribute {attribute}",
    "attribute.removed": "removed the attribute {attribute}",
    "values.set": "set {n:value|values}",
    "participants.imported": "imported {n:participant|participants}",
    "memo.written": "wrote the memo {memo}",
    "memo.changed": "changed the memo {memo}",
    "memo.removed": "removed the memo {memo}",
    "memo.restored": "restored the memo {memo}",
    "link.added": "linked {start} and {end}",
    "link.changed": "changed the link of {start} and {end}",
    "link.removed": "removed the link of {start} and {end}",
    "evidence.added": "added evidence to a link",
    "evidence.removed": "took evidence from a link",
    "set.made": "made the set {set}",
    "set.changed": "changed the set {set}",
    "set.removed": "removed the set {set}",
    "query.saved": "saved the query {query}",
    "query.removed": "removed the query {query}",
    "undone": "undid an operation",
    "redone": "redid an operation",
    "purged": "purged {n:entity|entities} for ever",
    "conflict.settled": "settled a conflict about {entity}",
    "case.renamed": "renamed the case {case}",
    "attribute.renamed": "renamed the attribute {attribute}",
    "attribute.restored": "restored the attribute {attribute}",
    "link.restored": "restored the link of {start} and {end}",
    "set.restored": "restored the set {set}",
    "query.restored": "restored the query {query}",
    "memos.imported": "imported {n:memo|memos}",
    "links.imported": "imported {n:link|links}",
    "source.original_kept": "kept the original file of {source}",
    "source.media_attached": "put a recording beside {source}",
    "source.media_detached": "took the recording from {source}",
    "coding.added_new": "coded a passage of {source} as the new code {code}",
    "coding.changed": "changed a coding of {source}",
    "comparison.same": "compared a passage of {source} with {code}: the same",
    "comparison.new_code": "compared a passage of {source} with {code}: a new code, {new}",
    "comparison.split": "compared a passage of {source} with {code}: split off {new}",
    "comparison.redefine": "compared a passage of {source} with {code} and redefined the code",
    "sources.removed": "removed {n:source|sources}",
    "frame.imported": "imported the frame {frame} of {n:case|cases}",
    "frame.changed": "changed the frame {frame}",
    "frame.classified": "grouped the cases of the frame {frame}",
    "frame.removed": "removed the frame {frame}",
    "frame.restored": "restored the frame {frame}",
    "frame.joined": "joined {n:value|values} from the frame {frame} to cases",
    "selection.made": "chose {n:case|cases} from the frame {frame}",
    "selection.replaced": "replaced {n:case|cases} of the selection {selection}",
    "selection.changed": "changed the selection {selection}",
    "selection.removed": "removed the selection {selection}",
    "selection.restored": "restored the selection {selection}",
    "guide.added": "added the guide {guide}",
    "guide.changed": "changed the guide {guide}",
    "guide.removed": "removed the guide {guide}",
    "guide.restored": "restored the guide {guide}",
    "topics.linked": "linked {n:turn|turns} of {source} to topics",
    "topics.changed": "changed the topics of {n:turn|turns}",
    "recruitment.changed": "changed how {participant} was recruited",
    "referral.recorded": "recorded who named {participant}",
    "referral.changed": "changed who named {participant}",
    "referral.removed": "removed a referral of {participant}",
    "referral.restored": "restored a referral of {participant}",
    "referrals.imported": "imported {n:referral|referrals}",
    "contact.recorded": "recorded a contact with {participant}",
    "contact.changed": "changed a contact with {participant}",
    "contact.removed": "removed a contact with {participant}",
    "contact.restored": "restored a contact with {participant}",
    "contacts.imported": "imported {n:contact|contacts}",
    "consent.recorded": "recorded the consent of {participant}",
    "consent.changed": "changed the consent of {participant}",
    "consent.removed": "removed a consent of {participant}",
    "consent.restored": "restored a consent of {participant}",
    "consents.imported": "imported {n:consent|consents}",
    "participant.withdrawn": "recorded that {participant} withdrew",
    "withdrawal.lifted": "lifted the withdrawal of {participant}",
    "approval.added": "added the approval {approval}",
    "approval.changed": "changed the approval {approval}",
    "approval.removed": "removed the approval {approval}",
    "approval.restored": "restored the approval {approval}",
    "activity.added": "added {activity}",
    "activity.changed": "changed {activity}",
    "activity.removed": "removed {activity}",
    "activity.restored": "restored {activity}",
    "activities.imported": "imported {n:activity|activities}",
    "coder.described": "changed what is said of the coder {coder}",
    "sources.anonymised": "anonymised {n:source|sources}",
    "release.recorded": "recorded the release {release}",
    "release.changed": "changed the release {release}",
    "release.removed": "removed the release {release}",
    "release.restored": "restored the release {release}",
    "recruitment.removed": "removed how {participant} was recruited",
    "recruitment.restored": "restored how {participant} was recruited",
    "recruitments.imported": "imported the recruitment of {n:participant|participants}",
    "guide.versioned": "added a new version of the guide {guide}",
    "sources.originals_purged": "took the originals of {n:source|sources} out for ever",
}

# What the history can be narrowed to, and how the keys of its operations begin.
ABOUT: Mapping[str, tuple[str, ...]] = {
    "study": ("study", "setting", "purged", "conflict"),
    "source": ("source", "sources"),
    "code": ("code", "codebook", "framework", "comparison"),
    "coding": ("coding", "codings"),
    "coder": ("coder",),
    "case": ("case", "cases", "membership", "participants", "speakers"),
    "attribute": ("attribute", "values"),
    "memo": ("memo", "memos"),
    "link": ("link", "links", "evidence"),
    "set": ("set",),
    "query": ("query",),
    "frame": ("frame", "selection"),
    "fieldwork": (
        "guide",
        "topics",
        "recruitment",
        "recruitments",
        "referral",
        "referrals",
        "contact",
        "contacts",
        "consent",
        "consents",
        "participant",
        "withdrawal",
        "approval",
        "activity",
        "activities",
    ),
    "release": ("release",),
    "undo": ("undone", "redone"),
}

_HOLE = re.compile(r"\{(\w+)(?::(\w+)\|(\w+))?\}")


def keys_about(about: str) -> tuple[str, ...]:
    """The keys of the sentences that are about one thing, such as codes."""
    return tuple(key for key in SENTENCES if key.partition(".")[0] in ABOUT.get(about, ()))


def render_sentence(key: str, values: Mapping[str, object], name_of: Callable[[bytes], str]) -> str:
    """The sentence with today's names; one of a newer crosscase is shown by its key."""
    template = SENTENCES.get(key)
    if template is None:
        return f"did something that a newer crosscase knows as “{key}”"

    def fill(hole: re.Match[str]) -> str:
        value = values.get(hole[1])
        if isinstance(value, int):
            return f"{value:,} {hole[2] if value == 1 else hole[3]}" if hole[2] else str(value)
        if isinstance(value, bytes):
            return f"“{name_of(value)}”"
        return "something"

    return _HOLE.sub(fill, template)
