"""Bytes to characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.errors import MistakeOfUse, UnreadableFile
from crosscase.formats.decoding import decode

WESTERN = "I couldn’t say – the café’s manager said “no”, très déçu. "
JAPANESE = "これは日本語のインタビューです。質問に答えてください。\n"
CHINESE = "这是一个中文访谈。请回答问题。我们讨论了医疗服务。\n"
RUSSIAN = "Это интервью на русском языке. Пожалуйста, ответьте на вопросы.\n"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_read_as_it_is(text: str) -> None:
    """Whatever is valid UTF-8 and writing comes back unchanged, without a note."""
    if text.startswith("\ufeff") or "\ufffe" in text or "\uffff" in text:
        return
    decoded = decode(text.encode(), "a.txt", "utf-8")
    assert decoded.text == text
    assert not decoded.notes


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    """A file that begins with a byte order mark is read by it, and the mark is gone."""
    decoded = decode(RUSSIAN.encode(encoding), "a.txt")
    assert decoded.text == RUSSIAN
    assert not decoded.notes


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "cp1252"),
        ("Él pidió información sobre el niño.", "latin-1"),
        (RUSSIAN, "cp1251"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy.", "cp1250"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        ("Hello there, how are you?", "utf-16-le"),
        ("Hello there, how are you?", "utf-16-be"),
        (RUSSIAN * 3, "utf-16-le"),
        (CHINESE * 3, "utf-16-be"),
    ],
)
def test_other_encodings_are_guessed_and_the_guess_is_noted(text: str, encoding: str) -> None:
    """A text in a usual encoding other than UTF-8 is read, and a note says it was a guess."""
    decoded = decode(text.encode(encoding), "a.txt")
    assert decoded.text == text
    assert [note.slug for note in decoded.notes] == ["encoding-guessed"]
    assert decoded.encoding in decoded.notes[0].sentence


def test_one_accent_late_in_a_long_text_is_enough_to_guess() -> None:
    """The guess looks at the lines that tell, wherever they stand."""
    text = "plain words\n" * 50_000 + "the café\n"
    assert decode(text.encode("cp1252"), "a.txt").text == text


def test_the_encoding_named_by_a_person_is_used() -> None:
    """A named encoding is not second-guessed."""
    decoded = decode("Ÿ".encode("mac_roman"), "a.txt", "mac_roman")
    assert (decoded.text, decoded.encoding, decoded.notes) == ("Ÿ", "mac-roman", ())


def test_an_encoding_that_does_not_exist_is_a_mistake_of_use() -> None:
    """A mistyped encoding is named."""
    with pytest.raises(MistakeOfUse, match="utf-9"):
        decode(b"a", "a.txt", "utf-9")


def test_the_wrong_encoding_says_where_it_fails() -> None:
    """A text that is not in the encoding named is refused, with the place."""
    with pytest.raises(UnreadableFile, match=r"“a\.txt” is not in utf-8.* byte 3"):
        decode(b"caf\xe9", "a.txt", "utf-8")


def test_damaged_utf8_is_refused_and_not_garbled() -> None:
    """UTF-8 with a few bad bytes is not read as something else; the line is named."""
    data = (CHINESE * 4).encode() + b"\xe4\xbd\n" + CHINESE.encode()
    with pytest.raises(UnreadableFile, match=r"UTF-8, but damaged .* line 5"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
        b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 40,
        b"SQLite format 3\x00" + b"\x00" * 40,
        bytes(range(256)) * 4,
        bytes(range(1, 32)) * 4,
    ],
)
def test_what_is_not_a_text_is_refused(data: bytes) -> None:
    """Pictures, recordings, databases and unknown bytes are not texts."""
    with pytest.raises(UnreadableFile) as caught:
        decode(data, "a.txt")
    assert caught.value.slug == "binary-file"


@pytest.mark.parametrize("text", ["ID3: I think so.", "RIFFs and raffs", "GIF8", "BZhang: hello"])
def test_texts_that_begin_like_other_files_are_texts(text: str) -> None:
    """The letters that begin a recording may begin a transcript."""
    assert decode(text.encode(), "a.txt").text == text
