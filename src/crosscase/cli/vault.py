"""`crosscase vault`: the key table and the originals, sealed under a passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App

from crosscase import surroundings
from crosscase.cli.files import write_new
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, flag, says
from crosscase.cli.passphrases import PassphraseFile, new_passphrase, opened_vault
from crosscase.cli.rendering import Answer, Screen, counted, warn
from crosscase.errors import NotFound, UnreadableFile

app = App(name="vault")
VaultPath = Annotated[Path, says("The vault.", "VAULT")]
_COLUMNS = ("pseudonym", "real", "sort")


@app.default
def list_(
    vault: VaultPath,
    /,
    *,
    passphrase_file: PassphraseFile = None,
    common: Common = COMMON,
) -> Answer:
    """Say what a vault holds: the key table, and how many replacements and originals."""
    held = opened_vault(vault, passphrase_file)
    rows = [(each.pseudonym, each.real, each.sort) for each in sorted(held.key, key=_by_name)]
    data = {
        "study": held.study,
        "key": held.key,
        "replacements": len(held.replacements),
        "originals": [
            {"name": each.name, "sort": each.sort, "bytes": len(each.data)}
            for each in held.originals
        ],
        "left_standing": held.left_standing,
    }

    def show(screen: Screen) -> None:
        screen.table(_COLUMNS, rows, empty="The key table is empty.")
        screen.line(
            f"{counted(len(held.replacements), 'replacement')} logged, "
            f"{counted(len(held.originals), 'original')} kept."
        )

    return Answer(data, show)


def _by_name(entry: object) -> tuple[str, str]:
    return (getattr(entry, "pseudonym", ""), getattr(entry, "real", ""))


@app.command
def make(
    study: StudyPath,
    vault: VaultPath,
    /,
    *,
    passphrase_file: PassphraseFile = None,
    common: Common = COMMON,
) -> Answer:
    """Make the vault of a study. Its passphrase is stored nowhere: lose it, and all is lost."""
    from crosscase.study_protection.vault import Vault

    with opened(study, common, reads=True) as work:
        made = Vault.create(
            vault, work.id, new_passphrase(passphrase_file), randomness=surroundings.random_bytes
        )
    warn("Keep the vault apart from the study, and the passphrase apart from both.")
    return Answer({"vault": str(made.path), "study": made.study}, f"Made the vault {vault}.")


@app.command
def add(
    vault: VaultPath,
    pseudonym: Annotated[str, says("What stands in the texts.", "PSEUDONYM")],
    real: Annotated[str, says("Whom it stands for.", "NAME")],
    /,
    *,
    sort: Annotated[str, says("person, organisation, site or place.")] = "person",
    passphrase_file: PassphraseFile = None,
    common: Common = COMMON,
) -> Answer:
    """Say whom a pseudonym stands for, before or beside what reviews add."""
    held = opened_vault(vault, passphrase_file)
    entry = held.add_key(pseudonym, real, sort)
    held.save()
    return Answer({"entry": entry}, f"{entry.pseudonym} stands for {entry.real}.")


@app.command
def lookup(
    vault: VaultPath,
    words: Annotated[str, says("A pseudonym or a real name.", "WORDS")],
    /,
    *,
    passphrase_file: PassphraseFile = None,
    common: Common = COMMON,
) -> Answer:
    """Say whom a pseudonym stands for, or which pseudonym somebody has."""
    found = opened_vault(vault, passphrase_file).lookup(words)
    if not found:
        raise NotFound(
            f"The vault has no entry for “{words}”.",
            slug="not-in-the-vault",
            hint="`crosscase vault VAULT` lists what it has.",
        )
    rows = [(each.pseudonym, each.real, each.sort) for each in found]
    return Answer({"found": found}, lambda screen: screen.table(_COLUMNS, rows))


@app.command
def log(
    vault: VaultPath,
    /,
    *,
    passphrase_file: PassphraseFile = None,
    common: Common = COMMON,
) -> Answer:
    """List every replacement: where, what stood there, what stands there now, by whom and when."""
    held = opened_vault(vault, passphrase_file).replacements
    rows = [
        (surroundings.local_time_text(each.wall_ms), each.person, each.name, each.field,
         each.start_char, each.original, each.replacement)
        for each in held
    ]  # fmt: skip
    columns = ("when", "who", "in", "field", "at", "stood there", "stands there")
    return Answer(
        {"replacements": held},
        lambda screen: screen.table(columns, rows, empty="Nothing was replaced yet."),
    )


@app.command
def key(
    vault: VaultPath,
    file: Annotated[Path, says("Where the key table goes: a .csv file.", "FILE")],
    /,
    *,
    replace: Annotated[bool, flag("Replace a file that is there.")] = False,
    passphrase_file: PassphraseFile = None,
    common: Common = COMMON,
) -> Answer:
    """Write the key table to a file, readable by anybody."""
    held = opened_vault(vault, passphrase_file)
    write_new(file, held.key_table().encode("utf-8-sig"), replace=replace)
    warn(f"“{file.name}” says who is who and is not encrypted: delete it when it has served.")
    return Answer(
        {"file": str(file), "entries": len(held.key)},
        f"Wrote {counted(len(held.key), 'name')} to {file}.",
    )


@app.command
def originals(
    vault: VaultPath,
    folder: Annotated[Path, says("An empty or new folder.", "FOLDER")],
    /,
    *,
    passphrase_file: PassphraseFile = None,
    common: Common = COMMON,
) -> Answer:
    """Write the texts and files as they were before anonymising into a folder."""
    from crosscase.report.file_names import title_as_name

    held = opened_vault(vault, passphrase_file).originals
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UnreadableFile(
            f"The folder “{folder}” cannot be made: {(error.strerror or '').lower()}.",
            slug="cannot-write",
            hint="Name a folder in one that is there, and that you may write to.",
        ) from error
    written = []
    for number, each in enumerate(held, start=1):
        path = Path(each.name)
        ending = ".txt" if each.sort == "text" else path.suffix
        name = f"{number:03d} {title_as_name(path.stem)}{ending}"
        write_new(folder / name, each.data)
        written.append(name)
    return Answer({"folder": str(folder), "files": written},
                  f"Wrote {counted(len(written), 'original')} to {folder}.")  # fmt: skip


@app.command
def passphrase(
    vault: VaultPath,
    /,
    *,
    passphrase_file: PassphraseFile = None,
    new_passphrase_file: Annotated[
        Path | None, says("A file whose first line is the new passphrase.")
    ] = None,
    common: Common = COMMON,
) -> Answer:
    """Seal a vault under another passphrase; copies of it keep the one they have."""
    held = opened_vault(vault, passphrase_file)
    held.change_passphrase(new_passphrase(new_passphrase_file, another=True))
    return Answer({"vault": str(vault)}, f"{vault} has a new passphrase.")
