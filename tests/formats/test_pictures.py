"""Pictures and recordings: told by their first bytes, sizes read from their heads alone."""

from __future__ import annotations

import struct

import pytest

from crosscase.errors import UnreadableFile
from crosscase.formats.media import media_type_of
from crosscase.formats.pictures import Picture, picture_of
from crosscase.formats.reading import read_document
from crosscase.model.regions import PICTURE_TEXT
from tests.formats.making import gif, jpeg, mp3, mp4, png, wav, webp


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (png(40, 30), Picture("png", 40, 30)),
        (jpeg(40, 30), Picture("jpeg", 40, 30)),
        (jpeg(40, 30, orientation=6), Picture("jpeg", 30, 40)),
        (jpeg(40, 30, says_where=True), Picture("jpeg", 40, 30, says_where=True)),
        (gif(7, 9), Picture("gif", 7, 9)),
        (webp(40, 30, "VP8X"), Picture("webp", 40, 30)),
        (webp(40, 30, "VP8L"), Picture("webp", 40, 30)),
        (webp(40, 30, "VP8 "), Picture("webp", 40, 30)),
    ],
)
def test_a_pictures_size_is_read_from_its_head(data: bytes, expected: Picture) -> None:
    """As it is shown: a photograph taken upright is turned."""
    assert picture_of(data, "a") == expected


def test_a_picture_is_read_as_one_sign() -> None:
    """What is inside decides, not the name."""
    document = read_document(png(4, 4), "notes.txt")
    assert (document.text, document.format) == (PICTURE_TEXT, "picture")
    assert "named as plain text" in document.notes[0].sentence


def test_a_photograph_that_says_where_it_was_taken_says_so() -> None:
    """A person decides whether the place may be in the study."""
    (note,) = read_document(jpeg(4, 4, says_where=True), "a.jpg").notes
    assert note.slug == "picture-says-where"


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"II*\0" + bytes(20), "unsupported-picture"),
        (b"MM\0*" + bytes(20), "unsupported-picture"),
        (b"BM" + bytes(60), "unsupported-picture"),
        (b"\0\0\0\x18ftypheic" + bytes(20), "unsupported-picture"),
        (b"\0\0\0\x18ftypavif" + bytes(20), "unsupported-picture"),
        (png(100_000, 100_000), "picture-too-large"),
        (png(0, 4), "picture-too-large"),
        (png(40, 30)[:40], "damaged-file"),
        (jpeg(40, 30)[:-2], "damaged-file"),
        (jpeg(40, 30)[:20], "damaged-file"),
        (webp(40, 30, "VP8X")[:-4], "damaged-file"),
        (b"no picture", "damaged-file"),
    ],
)
def test_pictures_that_cannot_be_shown_are_refused(data: bytes, slug: str) -> None:
    """Each with the way out; a head that promises billions of points is never unfolded."""
    with pytest.raises(UnreadableFile) as error:
        read_document(data, "a.png")
    assert error.value.slug == slug and error.value.hint


@pytest.mark.parametrize("length", range(0, 120, 7))
def test_a_picture_cut_anywhere_is_refused_in_a_sentence(length: int) -> None:
    """Never an error of Python's."""
    for data in (png(4, 4), jpeg(4, 4, orientation=6), gif(4, 4), webp(4, 4, "VP8 ")):
        if length < len(data) - 1:
            with pytest.raises(UnreadableFile):
                picture_of(data[:length], "a.png")


def test_a_text_that_begins_like_a_bitmap_is_a_text() -> None:
    """BMW is no picture."""
    assert read_document(b"BMW is where she worked.", "a.txt").format == "text"


# -- recordings --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (mp3(), "a.mp3", "audio/mpeg"),
        (b"\xff\xfb\x90\x00" + bytes(40), "a.mp3", "audio/mpeg"),
        (b"\xff\xf1\x50\x80" + bytes(40), "a.aac", "audio/aac"),
        (wav(), "a.wav", "audio/wav"),
        (mp4(), "a.mp4", "video/mp4"),
        (mp4(), "a.m4a", "audio/mp4"),
        (mp4(b"M4A "), "voice", "audio/mp4"),
        (mp4(b"qt  "), "a.mov", "video/quicktime"),
        (b"OggS" + bytes(60), "a.ogg", "audio/ogg"),
        (b"OggS" + bytes(20) + b"\x80theora", "a", "video/ogg"),
        (b"fLaC" + bytes(60), "a.flac", "audio/flac"),
        (b"\x1a\x45\xdf\xa3" + bytes(60), "a.webm", "video/webm"),
        (b"We lost trust.", "a.txt", None),
        (b"\xff\xfeW\0e\0", "a.txt", None),
        (png(4, 4), "a.png", None),
        (b"\0\0\0\x18ftypheic" + bytes(20), "a.heic", None),
    ],
)
def test_recordings_are_told_by_their_first_bytes(
    head: bytes, name: str, expected: str | None
) -> None:
    """The name's ending only decides within a family."""
    assert media_type_of(head, name) == expected


@pytest.mark.parametrize(
    ("head", "name", "slug"),
    [
        (b"RIFF" + struct.pack("<I", 9) + b"AVI LIST", "a.avi", "unsupported-recording"),
        (b"\x30\x26\xb2\x75\x8e\x66", "a.wma", "unsupported-recording"),
        (b"#!AMR\n", "a.amr", "unsupported-recording"),
        (b"We lost trust.", "a.mp3", "damaged-file"),
        (b"", "a.wav", "damaged-file"),
    ],
)
def test_recordings_that_cannot_be_played_are_refused(head: bytes, name: str, slug: str) -> None:
    """With what to save it as."""
    with pytest.raises(UnreadableFile) as error:
        media_type_of(head, name)
    assert error.value.slug == slug and error.value.hint
