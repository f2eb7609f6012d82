"""`crosscase topics`: which turns asked what, and who answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, Parameter

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, SourceName, StudyPath, flag, says
from crosscase.cli.rendering import Answer, Screen, counted, shortened
from crosscase.cli.verbs import did
from crosscase.errors import MistakeOfUse, NotFound

if TYPE_CHECKING:
    from crosscase.study import Study
    from crosscase.study_fieldwork.topic_suggestions import TurnTopic

app = App(name="topics")
_WORDS_CHARS = 60
GuideOption = Annotated[
    str | None, says("The guide; otherwise that of the interview, or the only one.")
]
TurnTopics = Annotated[
    tuple[str, ...],
    Parameter(name="TURN=TOPIC", help="Turns by their numbers with the topic, such as 3=money."),
]


@app.default
def list_(
    study: StudyPath,
    source: SourceName,
    /,
    *,
    guide: GuideOption = None,
    every_turn: Annotated[bool, flag("List the participants' turns too.")] = False,
    common: Common = COMMON,
) -> Answer:
    """List the interviewer's turns of a source with their topics, said or suggested."""
    with opened(study, common, reads=True) as work:
        found = work.topics.suggest(source, guide, every_turn=every_turn)
    rows = [
        (
            each.turn,
            each.speaker,
            shortened(each.text, _WORDS_CHARS),
            each.topic,
            None if each.score is None else f"{each.score:.2f}",
            " ".join(filter(None, (each.standing, each.answer and f"({each.answer})"))),
        )
        for each in found
    ]
    waiting = sum(each.standing == "suggested" for each in found)

    def draw(screen: Screen) -> None:
        columns = ("turn", "speaker", "words", "topic", "score", "standing")
        screen.table(columns, rows, empty="No interviewer speaks in this source.")
        if waiting:
            screen.line(
                f"{counted(waiting, 'suggestion')}: confirm with `topics confirm`, what is wrong "
                "with `topics reject`."
            )

    return Answer({"turns": found}, draw)


@app.command
def confirm(
    study: StudyPath,
    source: SourceName,
    turns: TurnTopics = (),
    /,
    *,
    suggested: Annotated[bool, flag("All suggestions that `topics STUDY SOURCE` lists.")] = False,
    answer: Annotated[
        Literal["answered", "no-answer", "none"] | None,
        says("What you judge of the answer; otherwise it is read from the turns that follow."),
    ] = None,
    guide: GuideOption = None,
    common: Common = COMMON,
) -> Answer:
    """Say on which topics turns are.

    A turn of the interviewer asks; one of a participant raises the topic, or comes back to it.

    crosscase topics confirm ics.crosscase P01.txt 3=money 9=trust
    """
    with opened(study, common) as work:
        wanted = _placed(work, source, turns)
        if suggested:
            wanted += _suggested(work.topics.suggest(source, guide), wanted)
        _require_some(wanted, turns or suggested)
        judged = {} if answer is None else {"answer": _ANSWERS[answer]}
        recorded = work.topics.confirm(source, wanted, guide, **judged)
    return did(recorded, f"Linked {counted(len(wanted), 'turn')}.", turns=len(wanted))


@app.command
def reject(
    study: StudyPath,
    source: SourceName,
    turns: TurnTopics = (),
    /,
    *,
    guide: GuideOption = None,
    common: Common = COMMON,
) -> Answer:
    """Say that turns are not on these topics, so that they are not suggested again."""
    with opened(study, common) as work:
        wanted = _placed(work, source, turns)
        _require_some(wanted, turns)
        recorded = work.topics.reject(source, wanted, guide)
    return did(recorded, f"Rejected {counted(len(wanted), 'topic')}.", turns=len(wanted))


@app.command
def remove(
    study: StudyPath,
    source: SourceName,
    turns: TurnTopics = (),
    /,
    *,
    guide: GuideOption = None,
    common: Common = COMMON,
) -> Answer:
    """Take back what was said of turns; they are suggested anew."""
    with opened(study, common) as work:
        wanted = {(place, topic.casefold()) for place, topic in _placed(work, source, turns)}
        _require_some(wanted, turns)
        said = work.topics.suggest(source, guide, every_turn=True)
        links = [each.link for each in said if each.link and not wanted.isdisjoint(_names(each))]
        recorded = work.topics.remove(links)
    return did(recorded, f"Took back {counted(len(links), 'topic')}.", turns=len(links))


@app.command
def table(study: StudyPath, /, *, guide: GuideOption = None, common: Common = COMMON) -> Answer:
    """Participants by topics: answered, asked without answer, raised unprompted, not asked, or
    unknown where nobody went through their sources."""
    with opened(study, common, reads=True) as work:
        made = work.topics.table(guide)
    frame = made.frame()
    standings = ("answered", "asked without answer", "raised unprompted", "not asked", "unknown")
    counts = [
        (topic.topic, *(held[standing] for standing in standings))
        for topic, held in zip(made.topics, made.counts, strict=True)
    ]

    def draw(screen: Screen) -> None:
        screen.line(f"{made.guide.name}, version {made.guide.version}", "bold")
        screen.table(frame.columns, frame.iter_rows(), empty="Nobody was interviewed yet.")
        screen.line()
        screen.table(("topic", *standings), counts)

    told = [dict(zip(("topic", *standings), row, strict=True)) for row in counts]
    return Answer({"guide": made.guide.id, "participants": frame, "topics": told}, draw)


_ANSWERS = {"answered": "answered", "no-answer": "no answer", "none": None}


def _placed(work: Study, source: str, turns: tuple[str, ...]) -> list[tuple[int, str]]:
    """Turns by where they begin, with their topics."""
    places = work.topics.places(source)
    found = []
    for each in turns:
        number, mark, topic = each.partition("=")
        if not mark or not number.strip().isdecimal() or not topic.strip():
            raise MistakeOfUse(
                f"“{each}” is no turn with its topic.",
                slug="not-a-turn",
                hint="Write the turn's number and the topic: 3=money.",
            )
        if not 1 <= int(number) <= len(places):
            raise NotFound(
                f"“{source}” has no turn {number.strip()}.",
                slug="turn-not-found",
                hint=f"It has {counted(len(places), 'turn')}.",
            )
        found.append((places[int(number) - 1][0], topic.strip()))
    return found


def _suggested(found: list[TurnTopic], besides: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """What is suggested, but for turns of which something else is said now."""
    said = {place for place, _ in besides}
    return [
        (each.start_char, each.topic)
        for each in found
        if each.standing == "suggested" and each.topic and each.start_char not in said
    ]


def _names(each: TurnTopic) -> set[tuple[int, str]]:
    named = (each.topic or "", each.topic_name or "")
    return {(each.start_char, name.casefold()) for name in named}


def _require_some(wanted: object, asked: object) -> None:
    if not wanted and not asked:
        raise MistakeOfUse(
            "No turn is named.",
            slug="no-turns",
            hint="Write each turn's number and topic, such as 3=money; or give --suggested.",
        )
