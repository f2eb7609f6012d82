"""The files that the tests of the command line import."""

from __future__ import annotations

__all__ = ["CODEBOOK", "PARTICIPANTS", "TRANSCRIPTS"]

TRANSCRIPTS = {
    "P01.txt": (
        "Interviewer: What changed when the money came?\n\n"
        "P01: We trusted one another at last. The money went into one pot.\n\n"
        "Interviewer: And then?\n\n"
        "P01: Then the winter came, and the pot was emptied by people we had trusted.\n"
    ),
    "P02.txt": (
        "Interviewer: Who decides?\n\n"
        "P02: Nobody decides. There is a meeting, and after the meeting there is a meeting.\n\n"
        "Interviewer: Do you trust them?\n\n"
        "P02: I trust the nurse. I do not trust the meeting.\n"
    ),
}

PARTICIPANTS = (
    "participant,role,sector,site\nP01,Director,Health,Northam\nP02,Nurse,Community,Southam\n"
)

CODEBOOK = (
    "code,parent,definition\n"
    "Relationships,,How people get on\n"
    "Trust,Relationships,Readiness to rely on somebody\n"
    "Money,,What it costs\n"
)
