"""Passphrases: from a file, the environment or a question; never a word of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from crosscase import surroundings
from crosscase.cli.asking import is_someone_there
from crosscase.cli.files import text_of_file
from crosscase.cli.options import says
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study_protection.vault import Vault

__all__ = ["PassphraseFile", "VaultFile", "known_passphrase", "new_passphrase", "opened_vault"]

PassphraseFile = Annotated[
    Path | None,
    says("A file whose first line is the passphrase; without it you are asked."),
]
VaultFile = Annotated[Path, says("The vault of the study.")]


def known_passphrase(file: Path | None) -> str:
    """The passphrase of something that is sealed already."""
    return _given(file) or surroundings.passphrase_of_environment() or _asked("Passphrase: ")


def new_passphrase(file: Path | None, *, another: bool = False) -> str:
    """The passphrase for something that is sealed anew; typed twice where it is typed.

    ``another``: it takes the place of one that is given as well.
    """
    found = _given(file) or surroundings.passphrase_of_environment(new=another)
    if found is not None:
        return found
    first = _asked("New passphrase: ")
    if _asked("The same again: ") != first:
        raise MistakeOfUse(
            "The two passphrases differ; nothing was written.",
            slug="passphrases-differ",
            hint="Try again.",
        )
    return first


def _given(file: Path | None) -> str | None:
    if file is None:
        return None
    first = text_of_file(file).partition("\n")[0].strip("\r")
    if not first:
        raise MistakeOfUse(
            f"“{file.name}” has no passphrase on its first line.",
            slug="no-passphrase",
            hint="Write the passphrase on its first line, and nothing before it.",
        )
    return first


def _asked(question: str) -> str:
    if not is_someone_there():
        raise MistakeOfUse(
            "A passphrase is needed, and nobody is there to be asked.",
            slug="no-passphrase",
            hint="Give a file that holds it, or set CROSSCASE_PASSPHRASE in the environment.",
        )
    return surroundings.typed_secretly(question)


def opened_vault(path: Path, passphrase_file: Path | None, study: str | None = None) -> Vault:
    """An open vault; with ``study`` only if it is that study's."""
    from crosscase.errors import NotFound
    from crosscase.study_protection.vault import Vault

    if not path.exists():
        raise NotFound(
            f"There is no vault “{path}”.",
            slug="file-not-found",
            hint=f"Make one: `crosscase vault make STUDY {path.name}`.",
        )
    return Vault.open(
        path,
        known_passphrase(passphrase_file),
        study=study,
        randomness=surroundings.random_bytes,
    )
