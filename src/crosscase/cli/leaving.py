"""What commands that write a study's words to a file take, and the check before they do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from crosscase.cli.options import flag, says
from crosscase.cli.passphrases import PassphraseFile, opened_vault
from crosscase.cli.rendering import warn
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study import Study

__all__ = ["LEAVING", "Leaving"]


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Leaving:
    """What every command takes that writes words of a study to a file."""

    replace: Annotated[bool, flag("Replace a file that is there.")] = False
    vault: Annotated[
        Path | None, says("Refuse while a word of this vault still shows in the study.")
    ] = None
    passphrase_file: PassphraseFile = None

    def check(self, work: Study, file: Path | None = None) -> None:
        """Refuse to go on while a word of the vault shows, before anything is written.

        Where a ``file`` is to be written and no vault is named, a study that was anonymised says
        so: only the vault knows what may have come in since.
        """
        if self.vault is not None:
            work.anonymising.require_clean(opened_vault(self.vault, self.passphrase_file, work.id))
        elif self.passphrase_file is not None:
            raise MistakeOfUse(
                "A passphrase opens a vault, and none is named.",
                slug="passphrase-of-what",
                hint="Give --vault FILE with it.",
            )
        elif file is not None and work.anonymising.has_begun():
            warn("This study was anonymised: --vault FILE checks that no vaulted word is left.")


LEAVING = Leaving()
