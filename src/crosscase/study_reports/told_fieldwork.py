"""What the study knows of how the data were collected and prepared, in sentences."""

from __future__ import annotations

from collections import Counter

from crosscase.fieldwork.field_choices import INTERVIEW, MEETING
from crosscase.model.counted import counted
from crosscase.model.fieldwork_nouns import Activity, Guide
from crosscase.model.nouns import Memo, Revision, Source, Speaker
from crosscase.model.speaker_roles import INTERVIEWER
from crosscase.study_fieldwork.guide_topics import topics_of
from crosscase.study_fieldwork.lengths import interview_lengths
from crosscase.study_reports.known import Known, listed

__all__ = [
    "collection", "duration", "field_notes", "guide", "interviewers", "presence", "processing",
    "recording", "repeats", "setting",
]  # fmt: skip


def _interviews(known: Known) -> list[Activity]:
    return [each for each in known.field.activities if each.activity_kind == INTERVIEW]


def interviewers(known: Known) -> list[str]:
    """Who led the interviews."""
    led = Counter(each.led_by for each in _interviews(known) if each.led_by)
    names = [
        f"{known.coders[id_].name} ({count:,})"
        for id_, count in led.most_common()
        if id_ in known.coders
    ]
    told = [f"Interviews were led by {listed(names)}."] if names else []
    labels = {each.label for each in known.all(Speaker) if each.role == INTERVIEWER}
    if labels and not names:
        told.append(f"Labels marked as interviewers' in transcripts: {len(labels):,}.")
    return told


def setting(known: Known) -> list[str]:
    """How people met."""
    modes = Counter(each.mode for each in known.field.activities if each.mode)
    if not modes:
        return []
    if not known.can_be_told(modes.values()):
        return [f"Modes of meeting: {listed([mode for mode, _ in modes.most_common()])}."]
    ways = listed([f"{count:,} {mode}" for mode, count in modes.most_common()])
    return [f"Of {counted(sum(modes.values()), 'meeting')} with a known mode: {ways}."]


def presence(known: Known) -> list[str]:
    """Who else was there."""
    several = [each for each in _interviews(known) if len(each.participants or ()) > 1]
    meetings = [each for each in known.field.activities if each.activity_kind == MEETING]
    told = []
    if several:
        told.append(f"In {counted(len(several), 'interview')} several participants took part.")
    if meetings:
        told.append(f"Observed among those who held them: {counted(len(meetings), 'meeting')}.")
    return told


def collection(known: Known) -> list[str]:
    """What was collected, and when."""
    told = []
    days = sorted(each.day for each in known.field.activities if each.day)
    if days:
        events = Counter(each.activity_kind for each in known.field.activities)
        kinds = listed([counted(n, kind) for kind, n in events.most_common()])
        told.append(f"From {days[0]} to {days[-1]}: {kinds}.")
    counts = known.counts
    if counts.sources:
        told.append(
            f"The study holds {counted(counts.sources, 'source')} with "
            f"{counted(counts.turns, 'turn')} and {counts.words:,} words."
        )
    return told


def guide(known: Known) -> list[str]:
    """The interview guides and their versions."""
    told = []
    for each in known.all(Guide):
        topics = topics_of(each)
        questions = sum(len(topic.questions) for topic in topics)
        version = f", version {each.version}" if each.version else ""
        told.append(
            f"Interview guide “{each.name}”{version}: {counted(len(topics), 'topic')}, "
            f"{counted(questions, 'question')}."
        )
    replaced = sum(each.replaces is not None for each in known.all(Guide))
    if replaced:
        told.append(f"The guide was changed {counted(replaced, 'time')} during fieldwork.")
    return told


def repeats(known: Known) -> list[str]:
    """Who was met more than once."""
    held = known.field.interviews
    if not any(held.values()):
        return []
    again = sum(len(each) > 1 for each in held.values())
    if not again:
        return ["Nobody was interviewed more than once."]
    told = known.people(again, sum(bool(each) for each in held.values()))
    return [f"Interviewed more than once: {told} participant{'' if told == '1' else 's'}."]


def recording(known: Known) -> list[str]:
    """Whether sound or pictures were recorded."""
    recorded = sum(bool(each.media) for each in known.all(Source))
    return [f"Sources with a recording beside them: {recorded:,}."] if recorded else []


def field_notes(known: Known) -> list[str]:
    """Notes made in the field, and memos."""
    noted = sum(bool(each.note) for each in known.field.activities)
    told = [f"Interviews and meetings with notes: {noted:,}."]
    kinds = Counter(each.memo_kind or "of no kind" for each in known.all(Memo))
    memos = [f"{count:,} {kind}" for kind, count in kinds.most_common()]
    return (told if noted else []) + ([f"Memos: {listed(memos)}."] if memos else [])


def duration(known: Known) -> list[str]:
    """How long the interviews were."""
    told = interview_lengths(_interviews(known), known.field.people, None)[-1]
    if not told.interviews or told.mean is None:
        return []
    return [
        f"Of {counted(told.interviews, 'interview')} with a known length: mean {told.mean:.0f} "
        f"minutes, median {told.median:.0f}, from {told.shortest:.0f} to {told.longest:.0f}."
    ]


def processing(known: Known) -> list[str]:
    """How transcripts were corrected and anonymised, and how they are kept."""
    revisions = known.all(Revision)
    replaced = {each.source for each in revisions if each.replaced}
    corrected = known.times("source.corrected")
    told = []
    if corrected:
        told.append(f"Transcripts were corrected {counted(corrected, 'time')}; codings followed.")
    if replaced:
        told.append(f"Names were replaced in {counted(len(replaced), 'source')}.")
    told.append(
        "Every change to the study is kept in its log with the person and the time, and can be "
        f"undone ({counted(known.counts.operations, 'operation')} so far)."
    )
    return told
