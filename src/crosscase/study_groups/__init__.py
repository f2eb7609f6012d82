"""The groups of short verbs that a study is made of; each is loaded when it is first used."""

from crosscase.study_groups.groups import StudyGroups

__all__ = ["StudyGroups"]
