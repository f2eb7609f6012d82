"""Random work in a copy of a study, drawn as plain numbers so that it shrinks well."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from crosscase.errors import CrosscaseError
from crosscase.log.canonical import decode
from crosscase.log.records import Draft
from crosscase.model.fields import Value
from crosscase.model.ids import derived_id
from crosscase.model.nouns import (
    Attribute,
    AttributeValue,
    Case,
    Code,
    Coding,
    Membership,
    Memo,
    Noun,
    Revision,
    Source,
)
from crosscase.store.blobs import blob_hash
from crosscase.store.layout_bytes import layout_to_bytes
from crosscase.store.reading import list_all
from crosscase.store.session import changed, dropped, made
from tests.store.study_copies import (
    WORDS,
    Copy,
    add_source,
    correct_text,
    current_revision_id,
    layout_of,
    mark,
    operation_names,
    text_of,
)

Numbers = tuple[int, int, int]
_NAMES = ("Trust", "Money", "Waiting", "Kindness", "Rules", "Voice")

steps = st.tuples(
    st.integers(0, 99), st.integers(0, 1_000), st.integers(0, 1_000), st.integers(0, 1_000)
)


def act(copy: Copy, step: Sequence[int]) -> str:
    """Do one thing; returns its name. What a verb refuses changes nothing and counts as done."""
    verb, *numbers = step
    names = [name for name, (_, weight) in VERBS.items() for _ in range(weight)]
    name = names[verb % len(names)]
    try:
        VERBS[name][0](copy, (numbers[0], numbers[1], numbers[2]))
    except CrosscaseError:
        return f"{name} (refused)"
    return name


def _all(copy: Copy, noun: type[Noun]) -> list[Any]:
    with copy.session.reading() as reading:
        return list_all(copy.file, reading.connection, noun)


def _pick(things: Sequence[Any], number: int) -> Any:
    return things[number % len(things)] if things else None


def _shown(copy: Copy, noun: type[Noun]) -> list[Any]:
    with copy.session.reading() as reading:
        return reading.all(noun)


def _add_code(copy: Copy, n: Numbers) -> None:
    parents = [None, *(each.id for each in copy.codes.all())]
    copy.codes.add(_NAMES[n[0] % len(_NAMES)], parent=_pick(parents, n[1]))


def _with_code(do: Callable[[Copy, Code, Numbers], object]) -> Callable[[Copy, Numbers], None]:
    def run(copy: Copy, n: Numbers) -> None:
        code = _pick(copy.codes.all(), n[0])
        if code is not None:
            do(copy, code, n)

    return run


def _move_code(copy: Copy, code: Code, n: Numbers) -> None:
    copy.codes.move(code.id, parent=_pick([None, *(c.id for c in copy.codes.all())], n[1]))


def _merge_code(copy: Copy, code: Code, n: Numbers) -> None:
    copy.codes.merge(code.id, _pick(copy.codes.all(), n[1]).id)


def _restore_code(copy: Copy, n: Numbers) -> None:
    code = _pick([each for each in _all(copy, Code) if each.dropped], n[0])
    if code is not None:
        copy.codes.restore(code.id)


def _place(copy: Copy, n: Numbers) -> tuple[Any, int, int] | None:
    source = _pick(_shown(copy, Source), n[0])
    text = None if source is None else text_of(copy, source.id)
    if not text:
        return None
    start = n[1] % len(text)
    return source, start, min(len(text), start + 1 + n[2] % 12)


def _add_coding(copy: Copy, n: Numbers) -> None:
    place, code = _place(copy, n), _pick(copy.codes.all(), n[2])
    if place is not None and code is not None:
        source, start, end = place
        copy.codings.add(source.id, code.id, start_char=start, end_char=end)


def _adjust_coding(copy: Copy, n: Numbers) -> None:
    coding = _pick([each for each in _all(copy, Coding) if each.source], n[0])
    if coding is not None:
        text = text_of(copy, coding.source) or ""
        start = n[1] % max(1, len(text))
        copy.codings.adjust(coding.id, start, min(len(text), start + 1 + n[2] % 9))


def _mark_region(copy: Copy, n: Numbers) -> None:
    """A rectangle on a coding, another one, or none: on a picture, on a page, or no rectangle."""
    coding = _pick([each for each in _all(copy, Coding) if each.source], n[0])
    if coding is not None:
        marks = (None, [0, 0, 0, 9, 9], [0, 5, 5, 9, 9], [1, 0, 0, 9, 9], {"round": True})
        change = changed(Coding, coding.id, region=_pick(marks, n[1]))
        copy.record(Draft("coding.adjusted", {"source": coding.source}, (change,)))


def _qualify_coding(copy: Copy, n: Numbers) -> None:
    coding = _pick(_all(copy, Coding), n[0])
    if coding is not None:
        copy.codings.qualify(coding.id, valence=_pick(["enabling", "mixed", None], n[1]))


def _recode(copy: Copy, n: Numbers) -> None:
    coding, code = _pick(_all(copy, Coding), n[0]), _pick(copy.codes.all(), n[1])
    if coding is not None and code is not None:
        copy.codings.recode([coding.id], code.id)


def _drop_coding(copy: Copy, n: Numbers) -> None:
    coding = _pick(_all(copy, Coding), n[0])
    if coding is not None:
        (copy.codings.restore if coding.dropped else copy.codings.remove)([coding.id])


def _drop_source(copy: Copy, n: Numbers) -> None:
    source = _pick(_all(copy, Source), n[0])
    if source is not None:
        change = dropped(Source, source.id, not source.dropped)
        copy.record(Draft("source.removed", {"source": source.id}, (change,)))


def _rename_source(copy: Copy, n: Numbers) -> None:
    source = _pick(_all(copy, Source), n[0])
    if source is not None:
        fields = {"name": f"s{n[1] % 3}", "language": _pick(["en", "de", None], n[2])}
        change = changed(Source, source.id, **fields)
        copy.record(Draft("source.described", {"source": source.id}, (change,)))


def _new_source(copy: Copy, n: Numbers) -> None:
    count = 1 + n[0] % 12
    text = " ".join(WORDS[(n[1] + at * (1 + n[2] % 5)) % len(WORDS)] for at in range(count))
    add_source(copy, f"s{n[2] % 4}", text)


def _correct(copy: Copy, n: Numbers) -> None:
    place = _place(copy, n)
    if place is not None:
        source, start, end = place
        correct_text(
            copy, source.id, [(start, end if n[2] % 3 else start, ["", "neu ", "x"][n[0] % 3])]
        )


def _lay_out(copy: Copy, n: Numbers) -> None:
    source = _pick(_shown(copy, Source), n[0])
    text = None if source is None else text_of(copy, source.id)
    if text:
        data = layout_to_bytes(layout_of(text, 3 + n[1] % 9))
        revision = current_revision_id(copy.file, source.id)
        change = changed(Revision, revision, layout=blob_hash(data))
        values = {"source": source.id}
        copy.record(Draft("source.described", values, (change,), {blob_hash(data): data}))


def _settle(copy: Copy, n: Numbers) -> None:
    source = _pick(_shown(copy, Source), n[0])
    if source is not None and text_of(copy, source.id):
        with copy.session.reading() as reading:
            row = reading.row(source.id)
            found = copy.file.driver().execute(
                "SELECT rivals FROM source_text WHERE source = ?", (row,)
            )
            (rivals,) = found.fetchone()
            ids = [copy.file.id_of(reading.connection, each) for each in decode(rivals or b"\x80")]
        correct_text(copy, source.id, [(0, 0, "! ")], settles=ids)


def _write_memo(copy: Copy, n: Numbers) -> None:
    data = f"memo {n[2]} {WORDS[n[1] % len(WORDS)]}".encode()
    memo = _pick([None, *_all(copy, Memo)], n[0])
    about = _pick([None, *_all(copy, Source), *_all(copy, Case)], n[1])
    id_ = copy.session.ids() if memo is None else memo.id
    fields = {"title": f"m{n[2] % 3}", "text": blob_hash(data), "about": about and about.id}
    change = made(Memo, id_, **fields) if memo is None else changed(Memo, id_, **fields)
    copy.record(Draft("memo.written", {"memo": id_}, (change,), {blob_hash(data): data}))


def _add_case(copy: Copy, n: Numbers) -> None:
    id_ = copy.session.ids()
    change = made(Case, id_, name=f"P{n[0] % 5:02}", case_kind=_pick(["person", "site"], n[1]))
    copy.record(Draft("case.added", {"case": id_}, (change,)))


def _set_value(copy: Copy, n: Numbers) -> None:
    case = _pick(_all(copy, Case), n[0])
    if case is None:
        return
    attribute = derived_id("attribute", str(n[1] % 2))
    value = derived_id("value", attribute, case.id)
    changes = (
        made(Attribute, attribute, fresh=False, name=f"a{n[1] % 2}", value_type="number"),
        made(
            AttributeValue,
            value,
            fresh=False,
            attribute=attribute,
            subject=case.id,
            value=Value("number", float(n[2] % 7)),
        ),
    )
    copy.record(Draft("values.set", {"n": 1}, changes))


def _drop_value(copy: Copy, n: Numbers) -> None:
    value = _pick(_all(copy, AttributeValue), n[0])
    if value is not None:
        copy.record(Draft("values.set", {"n": 1}, (dropped(AttributeValue, value.id),)))


def _put_into(copy: Copy, n: Numbers) -> None:
    cases = _all(copy, Case)
    one, other = _pick(cases, n[0]), _pick(cases, n[1])
    if one is None or one is other:
        return
    id_ = derived_id("membership", one.id, other.id)
    share = [None, 0.5, 1.0][n[2] % 3]
    change = made(Membership, id_, fresh=False, member=one.id, group=other.id, share=share)
    copy.record(Draft("membership.added", {"member": one.id, "group": other.id}, (change,)))


def _undo(copy: Copy, n: Numbers) -> None:
    names = operation_names(copy.file)[1:]
    with copy.session.reading() as reading:
        standing = [name for name in names if name not in copy.file.undone(reading.connection)]
    # Mostly what was done late, sometimes anything.
    name = _pick(standing[-4:] if n[1] % 3 else standing, n[0])
    if name is not None:
        mark(copy, name, True)


def _redo(copy: Copy, n: Numbers) -> None:
    with copy.session.reading() as reading:
        name = _pick(sorted(copy.file.undone(reading.connection)), n[0])
    if name is not None:
        mark(copy, name, False)


VERBS: Mapping[str, tuple[Callable[[Copy, Numbers], None], int]] = {
    "add code": (_add_code, 4),
    "rename code": (_with_code(lambda c, code, n: c.codes.rename(code.id, _NAMES[n[1] % 6])), 2),
    "move code": (_with_code(_move_code), 5),
    "merge code": (_with_code(_merge_code), 2),
    "remove code": (_with_code(lambda c, code, n: c.codes.remove(code.id)), 2),
    "restore code": (_restore_code, 1),
    "retire code": (_with_code(lambda c, code, n: c.codes.retire(code.id)), 1),
    "add coding": (_add_coding, 8),
    "adjust coding": (_adjust_coding, 2),
    "qualify coding": (_qualify_coding, 2),
    "mark a region": (_mark_region, 2),
    "re-code": (_recode, 2),
    "drop or restore coding": (_drop_coding, 3),
    "drop or restore source": (_drop_source, 1),
    "rename source": (_rename_source, 2),
    "new source": (_new_source, 2),
    "correct text": (_correct, 6),
    "lay out text": (_lay_out, 2),
    "settle text": (_settle, 1),
    "write memo": (_write_memo, 2),
    "add case": (_add_case, 2),
    "set value": (_set_value, 3),
    "drop value": (_drop_value, 1),
    "put into": (_put_into, 2),
    "undo": (_undo, 5),
    "redo": (_redo, 3),
}
