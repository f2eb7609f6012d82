"""Synthetic requal files: twins of what requal writes, made for these tests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.exchange.taguette_files import database_bytes

__all__ = ["ADDRESS", "TEXT", "requal_file"]

ADDRESS = "ann7731@example.org"
TEXT = "The pot was empty. 🙂 Nobody trusted it.\r\nThen the winter came.\r\n"
_TABLES = {
    "projects": "project_id INTEGER PRIMARY KEY, project_name, project_description, created_at",
    "requal_version": "project_id, version",
    "users": "user_id INTEGER PRIMARY KEY, user_login, user_name, user_mail, created_at",
    "user_permissions": "user_id, project_id, data_modify",
    "logs": "user_id, project_id, action, payload, created_at",
    "documents": "doc_id INTEGER PRIMARY KEY, project_id, user_id, doc_name, doc_description, "
    "doc_text, created_at",
    "codes": "project_id, code_id INTEGER PRIMARY KEY, user_id, code_name, code_description, "
    "code_color",
    "categories": "project_id, category_id INTEGER PRIMARY KEY, user_id, category_name, "
    "category_description",
    "categories_codes_map": "project_id, category_id, code_id",
    "cases": "project_id, case_id INTEGER PRIMARY KEY, case_name, case_description",
    "cases_documents_map": "project_id, case_id, doc_id",
    "segments": "project_id, user_id, doc_id, code_id, segment_id INTEGER PRIMARY KEY, "
    "segment_start, segment_end, segment_text",
    "memos": "project_id, memo_id INTEGER PRIMARY KEY, user_id, text",
    "memos_codes_map": "memo_id, code_id",
    "memos_documents_map": "memo_id, doc_id, memo_start, memo_end",
    "memos_segments_map": "memo_id, segment_id",
    "attributes": "attribute_id INTEGER PRIMARY KEY, attribute_name, attribute_object, "
    "attribute_type, project_id, user_id",
    "attribute_values": "attribute_value_id INTEGER PRIMARY KEY, attribute_id, value",
    "attributes_users_map": "user_id, attribute_id, attribute_value_id, project_id",
    "attributes_documents_map": "doc_id, attribute_id, attribute_value_id, project_id",
    "attributes_cases_map": "case_id, attribute_id, attribute_value_id, project_id",
}
_DAY = "2025-06-01 10:00:00"


def requal_file(
    *, without: Iterable[str] = (), more: Iterable[tuple[str, tuple[Any, ...]]] = ()
) -> bytes:
    """A file with one project of a document, three segments, memos, a case and attributes."""
    left = set(without)
    tables = {name: columns for name, columns in _TABLES.items() if name not in left}
    rows = [*_people_and_codes(), *_words(), *_cases(), *more]
    return database_bytes(tables, [row for row in rows if row[0] in tables])


def _people_and_codes() -> list[tuple[str, tuple[Any, ...]]]:
    return [
        ("projects", (1, "The pot", "About a pot", _DAY)),
        ("requal_version", (1, "1.1.4")),
        ("users", (1, None, "Ann", ADDRESS, _DAY)),
        ("users", (2, "ben", None, None, _DAY)),
        ("users", (3, "eve", "Eve", None, _DAY)),
        ("user_permissions", (1, 1, 1)),
        ("logs", (1, 1, "Create project", "[]", _DAY)),
        ("codes", (1, 1, 1, "Trust", "Readiness to rely", "rgb(230, 159, 0)")),
        ("codes", (1, 2, 2, "Seasons", None, "#aabbcc")),
        ("categories", (1, 1, 1, "People", "How people get on")),
        ("categories_codes_map", (1, 1, 1)),
    ]


def _segment(words: str) -> tuple[int, int, str]:
    """From which character to which, counted from 1, and the words."""
    start = TEXT.index(words) + 1
    return start, start + len(words) - 1, words


def _words() -> list[tuple[str, tuple[Any, ...]]]:
    return [
        ("documents", (1, 1, 1, "Talk", "A talk", TEXT, _DAY)),
        ("segments", (1, 1, 1, 1, 1, *_segment("Nobody trusted it"))),
        ("segments", (1, 2, 1, 1, 2, *_segment("Nobody trusted it"))),
        ("segments", (1, 2, 1, 2, 3, *_segment("winter"))),
        ("memos", (1, 1, 1, "Whose pot?")),
        ("memos", (1, 2, 1, "Two kinds of trust")),
        ("memos", (1, 3, 2, "Which winter?")),
        ("memos", (1, 4, 2, "On the whole talk")),
        ("memos", (1, 5, 2, "Free")),
        ("memos_documents_map", (1, 1, *_segment("pot")[:2])),
        ("memos_documents_map", (4, 1, None, None)),
        ("memos_codes_map", (2, 1)),
        ("memos_segments_map", (3, 3)),
    ]


def _cases() -> list[tuple[str, tuple[Any, ...]]]:
    return [
        ("cases", (1, 1, "Northam", "A site")),
        ("cases_documents_map", (1, 1, 1)),
        ("attributes", (1, "Deprived", "case", "categorical", 1, 1)),
        ("attributes", (2, "Kind", "document", "categorical", 1, 1)),
        ("attributes", (3, "Role", "user", "categorical", 1, 1)),
        ("attribute_values", (1, 1, "yes")),
        ("attribute_values", (2, 2, "interview")),
        ("attribute_values", (3, 3, "student")),
        ("attributes_cases_map", (1, 1, 1, 1)),
        ("attributes_documents_map", (1, 2, 2, 1)),
        ("attributes_users_map", (1, 3, 3, 1)),
    ]
