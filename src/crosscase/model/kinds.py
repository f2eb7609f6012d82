"""The table of kinds: which noun has which number in the log."""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.model import fieldwork_nouns, finding_nouns, nouns, synthesis_nouns
from crosscase.model.fields import KindSpec

__all__ = ["KINDS", "KIND_OF_NUMBER", "kind_of"]

_TABLE = (
    KindSpec(1, "study", nouns.Study),
    KindSpec(2, "setting", nouns.Setting),
    KindSpec(3, "coder", nouns.Coder),
    KindSpec(4, "source", nouns.Source),
    KindSpec(5, "revision", nouns.Revision),
    KindSpec(6, "speaker", nouns.Speaker),
    KindSpec(7, "framework", nouns.Framework),
    KindSpec(8, "code", nouns.Code),
    KindSpec(9, "coding", nouns.Coding),
    KindSpec(10, "case", nouns.Case),
    KindSpec(11, "membership", nouns.Membership),
    KindSpec(12, "attribute", nouns.Attribute),
    KindSpec(13, "attribute_value", nouns.AttributeValue),
    KindSpec(14, "memo", nouns.Memo),
    KindSpec(15, "link", nouns.Link),
    KindSpec(16, "evidence", nouns.Evidence),
    KindSpec(17, "set", nouns.ResearchSet),
    KindSpec(18, "set_member", nouns.SetMember),
    KindSpec(19, "query", nouns.Query),
    KindSpec(20, "operation", nouns.Mark),
    KindSpec(21, "purge", nouns.Purge),
    KindSpec(22, "guide", fieldwork_nouns.Guide),
    KindSpec(23, "activity", fieldwork_nouns.Activity),
    KindSpec(24, "consent", fieldwork_nouns.Consent),
    KindSpec(25, "finding", finding_nouns.Finding),
    KindSpec(26, "cell", synthesis_nouns.Cell),
    KindSpec(27, "frame", fieldwork_nouns.Frame),
    KindSpec(28, "selection", fieldwork_nouns.Selection),
    KindSpec(29, "recruitment", fieldwork_nouns.Recruitment),
    KindSpec(30, "referral", fieldwork_nouns.Referral),
    KindSpec(31, "contact", fieldwork_nouns.Contact),
    KindSpec(32, "withdrawal", fieldwork_nouns.Withdrawal),
    KindSpec(33, "approval", fieldwork_nouns.Approval),
    KindSpec(34, "topic_turn", fieldwork_nouns.TopicTurn),
    KindSpec(35, "release", fieldwork_nouns.Release),
    KindSpec(36, "grid", synthesis_nouns.Grid),
    KindSpec(37, "judgement", synthesis_nouns.Judgement),
    KindSpec(38, "dominance", synthesis_nouns.DominanceJudgement),
    KindSpec(39, "wave", synthesis_nouns.Wave),
    KindSpec(40, "analysis", synthesis_nouns.Analysis),
    KindSpec(41, "check", finding_nouns.Check),
    KindSpec(42, "quote", finding_nouns.Quote),
    KindSpec(43, "claim", finding_nouns.Claim),
)

KINDS: Mapping[str, KindSpec] = {kind.name: kind for kind in _TABLE}
KIND_OF_NUMBER: Mapping[int, KindSpec] = {kind.number: kind for kind in _TABLE}
_KIND_OF_NOUN = {kind.noun: kind for kind in _TABLE}


def kind_of(noun: type[nouns.Noun]) -> KindSpec:
    """The kind that stores this noun."""
    return _KIND_OF_NOUN[noun]
