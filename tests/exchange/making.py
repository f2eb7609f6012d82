"""Synthetic REFI-QDA projects: twins of what tools write, made for these tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

__all__ = ["ALL_KINDS", "TEXT", "codebook", "everything", "guid", "packed", "picture", "project"]

NAMESPACE = "urn:QDA-XML:project:1.0"
TEXT = "The pot was empty. 🙂 Nobody trusted the meeting.\nThen the winter came.\n"
ALL_KINDS = {
    "AudioSelection": 1, "AudioSource": 1, "Case": 2, "Code": 4, "CodeRef": 1, "Coding": 7,
    "Edge": 1, "Graph": 1, "Link": 2, "MemberCode": 1, "MemberNote": 1, "MemberSource": 1,
    "Note": 2, "NoteRef": 3, "PDFSelection": 1, "PDFSource": 1, "PictureSelection": 1,
    "PictureSource": 1, "PlainTextSelection": 4, "Representation": 2, "SelectionRef": 1, "Set": 1,
    "SourceRef": 1, "SyncPoint": 2, "TextDescription": 1, "TextSource": 1, "Transcript": 1,
    "TranscriptSelection": 1, "User": 2, "Variable": 3, "VariableValue": 4, "Vertex": 2,
    "VideoSource": 1, "other": 1,
}  # fmt: skip


def guid(number: int) -> str:
    """One GUID a number, with letters in it."""
    return f"ABCDEF00-0000-4000-8000-{number:012X}"


def project(inside: str, *, origin: str = "A tool 1.0", namespace: str = NAMESPACE) -> bytes:
    """A whole project of these elements."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="{namespace}" name="The pot" '
        f'origin="{origin}">{inside}</Project>'
    ).encode()


def codebook(codes: str, sets: str = "") -> bytes:
    """A codebook of these codes."""
    return (
        f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="A tool"><Codes>{codes}</Codes>{sets}'
        "</CodeBook>"
    ).encode()


def packed(
    xml: bytes, files: Mapping[str, bytes] | None = None, *, name: str = "project.qde"
) -> bytes:
    """The project as an archive with its files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
        for path, data in (files or {}).items():
            archive.writestr(path, data)
    return stream.getvalue()


def picture() -> bytes:
    """The head and the end of a picture of 200 by 100 points: nothing more is ever read."""
    head = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (200).to_bytes(4, "big")
    return head + (100).to_bytes(4, "big") + bytes(9) + b"\0\0\0\0IEND\xaeB`\x82"


def coding(number: int, code: int, coder: int | None = 1, notes: str = "") -> str:
    """One coding."""
    by = "" if coder is None else f' creatingUser="{guid(coder)}"'
    return (
        f'<Coding guid="{guid(number)}"{by} creationDateTime="2025-06-01T10:00:00Z">'
        f'<CodeRef targetGUID="{guid(code)}"/>{notes}</Coding>'
    )


def everything() -> bytes:
    """A project with every kind of element that the standard knows, and one that it does not."""
    xml = project(_people_and_codes() + _sources() + _notes_and_drawings())
    return packed(
        xml,
        {
            "sources/p01.txt": b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(),
            "sources/board.png": picture(),
            "sources/note.txt": b"A note by itself",
        },
    )


def _people_and_codes() -> str:
    value = f'<VariableValue><VariableRef targetGUID="{guid(30)}"/>'
    return f"""
<Users><User guid="{guid(1)}" name="Ama"/><User guid="{guid(2)}" name="Ben" id="bb"/></Users>
<CodeBook><Codes>
 <Code guid="{guid(10)}" name="People" isCodable="false" color="#e69f00">
  <Description>How people get on</Description>
  <Code guid="{guid(11)}" name="Trust" isCodable="true"><NoteRef targetGUID="{guid(60)}"/></Code>
  <Code guid="{guid(12)}" name="Fear &gt; worry" isCodable="1" color="#abc"/></Code>
 <Code guid="{guid(13)}" name="Trust" isCodable="true"/>
</Codes></CodeBook>
<Variables><Variable guid="{guid(30)}" name="Age" typeOfVariable="Integer"/>
 <Variable guid="{guid(31)}" name="Deprived" typeOfVariable="Boolean"/>
 <Variable guid="{guid(32)}" name="source" typeOfVariable="Text"/></Variables>
<Cases><Case guid="{guid(40)}" name="Northam"><Description>A site</Description>
  <CodeRef targetGUID="{guid(11)}"/>
  {value}<IntegerValue>67</IntegerValue></VariableValue>
  <VariableValue><VariableRef targetGUID="{guid(31)}"/><BooleanValue>true</BooleanValue>
  </VariableValue>
  <SourceRef targetGUID="{guid(50)}"/><SelectionRef targetGUID="{guid(70)}"/></Case>
 <Case guid="{guid(41)}">{value}</VariableValue></Case></Cases>
"""


def _sources() -> str:
    start = TEXT.index("Nobody")
    return f"""
<Sources>
 <TextSource guid="{guid(50)}" name="P01" plainTextPath="internal://p01.txt">
  <PlainTextSelection guid="{guid(70)}" name="Nobody trusted" startPosition="{start}"
   endPosition="{start + 14}"><Description>Is this so?</Description>
   {coding(80, 11)}{coding(81, 12, 2)}<NoteRef targetGUID="{guid(61)}"/></PlainTextSelection>
  <PlainTextSelection guid="{guid(71)}" startPosition="{start}" endPosition="{start + 14}">
   {coding(82, 11)}</PlainTextSelection>
  <PlainTextSelection guid="{guid(72)}" name="free" startPosition="0" endPosition="3"/>
  {coding(83, 13, None)}
  <VariableValue><VariableRef targetGUID="{guid(32)}"/><TextValue>diary</TextValue></VariableValue>
  <Weather xmlns="urn:other">cold</Weather>
 </TextSource>
 <PictureSource guid="{guid(51)}" name="Board" path="internal://board.png">
  <TextDescription guid="{guid(90)}"><PlainTextContent>A white board</PlainTextContent>
  </TextDescription>
  <PictureSelection guid="{guid(73)}" firstX="20" firstY="10" secondX="120" secondY="60">
   {coding(84, 11, 2)}</PictureSelection></PictureSource>
 <PDFSource guid="{guid(52)}" name="Leaflet" path="internal://missing.pdf">
  <PDFSelection guid="{guid(74)}" page="0" firstX="1" firstY="2" secondX="3" secondY="4">
   <Representation guid="{guid(92)}"><PlainTextContent>pot</PlainTextContent></Representation>
   {coding(85, 11)}</PDFSelection>
  <Representation guid="{guid(91)}"><PlainTextContent>One pot for all</PlainTextContent>
   <PlainTextSelection guid="{guid(75)}" startPosition="7" endPosition="4"/></Representation>
 </PDFSource>
 <AudioSource guid="{guid(53)}" name="Tape" path="relative:///tape.m4a">
  <Transcript guid="{guid(93)}"><PlainTextContent>Hello there. Good bye.</PlainTextContent>
   <SyncPoint guid="{guid(94)}" timeStamp="0" position="0"/>
   <SyncPoint guid="{guid(95)}" timeStamp="2000" position="13"/>
   <TranscriptSelection guid="{guid(76)}" fromSyncPoint="{guid(94)}" toSyncPoint="{guid(95)}">
    {coding(86, 13)}</TranscriptSelection></Transcript>
  <AudioSelection guid="{guid(77)}" begin="2100" end="2900"/></AudioSource>
 <VideoSource guid="{guid(54)}" name="Film" path="absolute:///C:/film.mp4"/>
</Sources>
"""


def _notes_and_drawings() -> str:
    return f"""
<Notes><Note guid="{guid(60)}" name="On trust" creatingUser="{guid(2)}">
  <PlainTextContent>Two kinds.</PlainTextContent></Note>
 <Note guid="{guid(61)}" plainTextPath="internal://note.txt"/></Notes>
<Links><Link guid="{guid(100)}" name="explains" direction="OneWay" originGUID="{guid(60)}"
  targetGUID="{guid(11)}"/><Link guid="{guid(101)}" originGUID="{guid(999)}"/></Links>
<Sets><Set guid="{guid(110)}" name="Begin"><MemberCode targetGUID="{guid(11)}"/>
  <MemberSource targetGUID="{guid(50)}"/><MemberNote targetGUID="{guid(998)}"/></Set></Sets>
<Graphs><Graph guid="{guid(120)}" name="Map"><Vertex guid="{guid(121)}" firstX="1" firstY="2"
  representedGUID="{guid(11)}" name="Trust"/><Vertex guid="{guid(122)}" firstX="3" firstY="4"/>
  <Edge guid="{guid(123)}" sourceVertex="{guid(121)}" targetVertex="{guid(122)}"/></Graph></Graphs>
<NoteRef targetGUID="{guid(60)}"/>
"""
