"""Opening zip archives (docx, odt, xlsx are such) without being harmed by one."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from crosscase.errors import UnreadableFile

__all__ = ["MAX_UNCOMPRESSED_BYTES", "MAX_XML_BYTES", "ZIP_TROUBLE", "open_archive", "read_member"]

MAX_UNCOMPRESSED_BYTES = 1_000_000_000
MAX_RATIO = 200
RATIO_MATTERS_ABOVE_BYTES = 10_000_000
MAX_MEMBERS = 20_000
MAX_XML_BYTES = 100_000_000

ZIP_TROUBLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    UnicodeError,
    ValueError,
    IndexError,
    OverflowError,
)


def _damaged(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” is damaged or was cut short.",
        hint="Download or copy it again, or open it in the program that made it and save it anew.",
        slug="damaged-file",
    )


def _refuse_harmful(archive: zipfile.ZipFile, name: str) -> None:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise UnreadableFile(
            f"“{name}” holds {len(members):,} files; crosscase reads at most {MAX_MEMBERS:,}.",
            hint="Open it in the program that made it and save it anew.",
            slug="archive-too-large",
        )
    if sum(member.file_size for member in members) > MAX_UNCOMPRESSED_BYTES:
        raise UnreadableFile(
            f"“{name}” would unpack to more than 1 GB, so it was not opened.",
            hint="Save it anew in the program that made it, with smaller pictures, and with "
            "recordings outside it.",
            slug="archive-too-large",
        )
    for member in members:
        parts = member.filename.replace("\\", "/").split("/")
        if ".." in parts or parts[0] == "" or parts[0].endswith(":"):
            raise UnreadableFile(
                f"“{name}” holds a file whose name leads out of it (“{member.filename}”), "
                "so it was not opened.",
                hint="No program writes such a document by itself: ask where it comes from.",
                slug="archive-leads-out",
            )
        if member.flag_bits & 0x1:
            raise UnreadableFile(
                f"“{name}” is encrypted.",
                hint="Open it with its password and save it without one.",
                slug="encrypted-file",
            )
        if _is_swollen(member.file_size, member.compress_size):
            raise _swollen(f"“{member.filename}” in “{name}”")
    # Many small members can be one bomb.
    if _is_swollen(
        sum(member.file_size for member in members),
        sum(member.compress_size for member in members),
    ):
        raise _swollen(f"“{name}”")


def _is_swollen(unpacked_bytes: int, packed_bytes: int) -> bool:
    return unpacked_bytes > RATIO_MATTERS_ABOVE_BYTES and unpacked_bytes > MAX_RATIO * packed_bytes


def _swollen(what: str) -> UnreadableFile:
    return UnreadableFile(
        f"{what} unpacks to more than {MAX_RATIO} times its size, so it was not opened.",
        hint="Open it in the program that made it and save it anew.",
        slug="archive-too-large",
    )


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Open a zip archive that is whole and cannot do harm.

    Args:
        data: the archive.
        name: its name, for sentences.

    Returns:
        The opened archive; every member has been checked against its checksum.

    Raises:
        UnreadableFile: it is damaged, cut short, encrypted, far too large when
            unpacked, or holds names that lead out of it.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except ZIP_TROUBLE as error:
        raise _damaged(name) from error
    _refuse_harmful(archive, name)
    try:
        broken = archive.testzip()
    except ZIP_TROUBLE as error:
        raise _damaged(name) from error
    if broken is not None:
        raise _damaged(name)
    return archive


def read_member(archive: zipfile.ZipFile, member: str, name: str) -> bytes | None:
    """The bytes of one XML member, or None when the archive has none of that name.

    Raises:
        UnreadableFile: it is damaged, or over 100 MB.
    """
    try:
        information = archive.getinfo(member)
    except KeyError:
        return None
    if information.file_size > MAX_XML_BYTES:
        raise UnreadableFile(
            f"The text of “{name}” is over 100 MB.",
            hint="Split it into several documents.",
            slug="file-too-large",
        )
    try:
        return archive.read(information)
    except ZIP_TROUBLE as error:
        raise _damaged(name) from error
