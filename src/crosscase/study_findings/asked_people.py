"""Who was asked about what a share counts: by a topic that is named, or those of its codes."""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.errors import CrosscaseError
from crosscase.fieldwork.guide_versions import guide_for, guide_versions
from crosscase.model.fieldwork_nouns import Guide
from crosscase.model.ids import Id
from crosscase.query.code_names import code_names
from crosscase.query.expression import Expression
from crosscase.report.checks.tree import Base, Measure
from crosscase.store.session import Reading
from crosscase.study_fieldwork.guide_topics import find_topic, topics_of
from crosscase.study_fieldwork.topic_table import topic_table
from crosscase.study_findings.outcomes import Problem
from crosscase.study_findings.verdicts import NotEvaluated
from crosscase.study_synthesis.chart_topics import topics_of_codes
from crosscase.study_synthesis.counter_evidence import codes_named

__all__ = ["asked_about_codes", "people_asked"]


def people_asked(reading: Reading, base: Base, measure: Measure, tree: Expression) -> frozenset[Id]:
    """The participants who were asked.

    Raises NotEvaluated where no topic is named and none is linked to the codes.
    """
    if base.topic is not None:
        try:
            guide = guide_for(reading, None)
            topic = find_topic(topics_of(guide), base.topic.name)
        except CrosscaseError as error:
            place = (base.topic.start_char, base.topic.end_char)
            problem = Problem(*place, error.slug, error.sentence, error.hint)
            raise NotEvaluated(problem, type(error)) from error
        return _asked(reading, guide, [topic.key])[0]
    people, topics = asked_about_codes(reading, tree)
    if not topics:
        raise NotEvaluated(
            Problem(
                base.word.start_char,
                base.word.end_char,
                "asked-about-what",
                "It is not known who was asked: no topic of an interview guide is linked to "
                f"what {measure.query.text} asks for.",
                'Name the topic, as in of:asked("Money"), or link it to the code in the matrix '
                "of cases by codes.",
            )
        )
    return people


def asked_about_codes(reading: Reading, tree: Expression) -> tuple[frozenset[Id], tuple[str, ...]]:
    """Who was asked about one of the topics linked to the codes of a question, and these topics.

    Without a topic it is not known who was asked.
    """
    linked = topics_of_codes(reading)
    codes = code_names(reading).codes
    rows = codes_named(reading, tree) if linked else ()
    keys = {pair for row in rows if row in codes for pair in linked.get(codes[row].id, ())}
    versions = guide_versions(reading)
    people: set[Id] = set()
    titles: list[str] = []
    for root in sorted({root for root, _ in keys}):
        of_root = (each for each in versions.ordered() if versions.root(each) == root)
        if (guide := next(of_root, None)) is not None:
            own = [key for at, key in keys if at == root]
            asked, topics = _asked(reading, versions.newest(guide), own)
            people |= asked
            titles += topics
    return frozenset(people), tuple(dict.fromkeys(titles))


def _asked(reading: Reading, guide: Guide, keys: Sequence[str]) -> tuple[frozenset[Id], list[str]]:
    table = topic_table(reading, guide)
    named = [(at, topic.topic) for at, topic in enumerate(table.topics) if topic.key in keys]
    people = frozenset(each.id for at, _ in named for each in table.asked(at))
    return people, [title for _, title in named]
