"""`crosscase backup`: the whole study in one encrypted file, and out of it again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App

from crosscase import surroundings
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.passphrases import PassphraseFile, known_passphrase, new_passphrase
from crosscase.cli.rendering import Answer, counted

app = App(name="backup")


@app.default
def backup(
    study: StudyPath,
    file: Annotated[Path, says("Where the backup goes, such as ics.sealed.", "FILE")],
    /,
    *,
    passphrase_file: PassphraseFile = None,
    common: Common = COMMON,
) -> Answer:
    """Write the study with its recordings into one encrypted file, even while it is in use.

    The vault is a file of its own and does not go with it.
    """
    with opened(study, common, reads=True) as work:
        size = work.protection.backup(
            file, new_passphrase(passphrase_file), randomness=surroundings.random_bytes
        )
    return Answer(
        {"file": str(file), "bytes": size}, f"Sealed {study} in {file} ({size / 1e6:,.1f} MB)."
    )


@app.command(name="open")
def open_(
    file: Annotated[Path, says("The backup.", "FILE")],
    target: Annotated[Path, says("Where the study goes: a file, or a folder.", "TARGET")],
    /,
    *,
    passphrase_file: PassphraseFile = None,
    common: Common = COMMON,
) -> Answer:
    """Take the study out of a backup; it is checked first, and nothing is overwritten."""
    from crosscase.study_protection.backup import open_backup

    goal = target / f"{file.stem}.crosscase" if target.is_dir() else target
    done = open_backup(file, goal, known_passphrase(passphrase_file))
    beside = f", with {counted(done.recordings, 'recording')} beside it" if done.recordings else ""
    return Answer(
        {"path": str(done.path), "bytes": done.bytes, "recordings": done.recordings},
        f"The study lies in {done.path}{beside}. It is sound.",
    )
