"""The methods appendix: how the study was done, told from what was done."""

from __future__ import annotations

from crosscase.report.document import Cover
from crosscase.report.sections import SectionedDocument
from crosscase.study_reports.known import Known, headed
from crosscase.study_reports.told import told

__all__ = ["methods_appendix"]

_PARTS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("Cases and sampling", ("context", "sampling", "sample"),
     "No choice of cases and no participants are recorded."),
    ("Recruitment", ("approach", "refusals", "relationships"), "No contacts are recorded."),
    ("Ethics and consent", ("ethics",), "No approval and no consent are recorded."),
    ("Data collection", ("collection", "setting", "presence", "duration", "repeats", "recording",
                         "guide", "field_notes"), "Nothing was collected yet."),
    ("Sources and their preparation", ("sample_size", "processing"), "There are no sources yet."),
    ("Coding", ("coders", "frameworks", "codebook", "derivation", "saturation"),
     "Nothing is coded yet."),
    ("Agreement", ("agreement",), "Nobody coded or judged the same as somebody else."),
    ("Analysis", ("analysis",), "No analysis is kept in the study."),
    ("Findings and what speaks against them", ("findings", "themes", "counter_evidence", "quotes"),
     "No findings are in the ledger."),
    ("Researchers and where they stand", ("interviewers", "researchers", "reflexivity"),
     "Nothing is said of the researchers."),
    ("Software", ("software",), ""),
)  # fmt: skip


def methods_appendix(known: Known, cover: Cover) -> SectionedDocument:
    """Every part with its sentences; where the study knows nothing, it says so."""
    sections = [headed(heading, told(known, *names), none) for heading, names, none in _PARTS]
    return SectionedDocument(cover, "Methods appendix", sections)
