"""Interview guides as files: what each format says, and that Markdown is read as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError, MistakeOfUse, UnreadableFile
from crosscase.formats.guide_files import FileTopic, GuideFile, read_guide, written_guide
from tests.formats.making import docx

MONEY = FileTopic("Money", ("What happened to it?", "Who paid?"), ("And then?",))
ROLE = FileTopic("Role", ("What do you do?",))

MARKDOWN = """\
# Leaders

Version: 1.10
An hour with each,
by telephone.

## 1. Money

- What happened to it?
  - And then?
- Who
  paid?

Part II
-------

### Role {#post}

What do you do?
"""

YAML = """\
name: Leaders
version: 1.10
description: An hour with each, by telephone.
topics:
  - topic: Money
    questions:
      - question: What happened to it?
        probes: And then?
      - Who paid?
  - topic: Role
    key: post
    questions: What do you do?
"""


def test_markdown_has_topics_as_headings_and_questions_below_them() -> None:
    """A part's title is no topic; what is drawn in is a probe; ``{#key}`` is a key."""
    assert read_guide(MARKDOWN.encode(), "guide.md") == GuideFile(
        "Leaders",
        "1.10",
        "An hour with each, by telephone.",
        (MONEY, FileTopic("Role", ("What do you do?",), (), "post")),
    )


def test_yaml_says_the_same() -> None:
    """A version stays as it is written."""
    assert read_guide(YAML.encode(), "guide.yaml") == read_guide(MARKDOWN.encode(), "guide.md")


@pytest.mark.parametrize(
    "text",
    [
        "- Money\n  - What happened to it?\n    - And then?\n  - Who paid?\n"
        "- Role\n  - What do you do?\n",
        "Money\n=====\n1. What happened to it?\n   - Probe: And then?\n2. Who paid?\n\n"
        "Role\n====\nWhat do you do?",
        "# Money\n\n* What happened to it?\n* *Probe*: And then?\n* Who paid?\n\n"
        "# Role\n\nWhat do you do?",
    ],
)
def test_lists_and_other_headings_are_understood(text: str) -> None:
    """Of a list alone the first level are topics; without one top heading there is no name."""
    assert read_guide(text.encode(), "guide.md") == GuideFile(None, None, None, (MONEY, ROLE))


def test_a_word_document_has_a_question_a_paragraph() -> None:
    """Probes say that they are."""
    data = docx("# Money", "What happened to it?", "Probe: And then?", "", "Who paid?", "# Role",
                "What do you do?")  # fmt: skip
    assert read_guide(data, "guide.docx").topics == (MONEY, ROLE)


def test_a_table_has_a_question_a_line() -> None:
    """A line without a topic goes on with the one above."""
    text = (
        "Theme,Questions,Prompts,key\n"
        "Money,What happened to it?,,\n"
        ",Who paid?,And then?,\n"
        "Role,What do you do?,,post\n"
    )
    found = read_guide(text.encode(), "guide.csv")
    assert found.topics == (MONEY, FileTopic("Role", ("What do you do?",), (), "post"))


@pytest.mark.parametrize(
    ("text", "name", "slug"),
    [
        ("Nothing here.", "a.md", "no-topics"),
        ("question\nWho?\n", "a.csv", "no-topic-column"),
        ("topics: 3", "a.yaml", "not-a-guide"),
        ("topics:\n  - questions: [x]", "a.yaml", "nameless-topic"),
        ("- topic: A\n  asks: [x]", "a.yaml", "unknown-field"),
        ("topics:\n  - topic: [x]", "a.yaml", "not-a-guide"),
        ("topics: [", "a.yaml", "damaged-file"),
        ("x" * 1_000_001, "a.md", "file-too-large"),
        ("".join(f"- T{n}\n" for n in range(501)), "a.md", "too-many-topics"),
    ],
)
def test_what_is_no_guide_is_refused_with_a_way_out(text: str, name: str, slug: str) -> None:
    """Each by its own sentence."""
    with pytest.raises((MistakeOfUse, UnreadableFile)) as caught:
        read_guide(text.encode(), name)
    assert caught.value.slug == slug


WORDS = (
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=30)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
TOPICS = st.lists(
    st.builds(
        FileTopic,
        WORDS,
        st.lists(WORDS, max_size=3).map(tuple),
        st.lists(WORDS, max_size=2).map(tuple),
        st.from_regex(r"[a-z]{1,5}", fullmatch=True),
    ),
    min_size=1,
    max_size=4,
).map(tuple)


@given(WORDS, WORDS | st.none(), WORDS | st.none(), TOPICS)
def test_what_was_written_as_markdown_is_read_the_same(
    name: str, version: str | None, description: str | None, topics: tuple[FileTopic, ...]
) -> None:
    """Whatever signs the words hold."""
    text = written_guide(name, version, description, topics)
    assert read_guide(text.encode(), "guide.md") == GuideFile(name, version, description, topics)


@given(st.text(st.sampled_from("# -*ab\n{}:1.\\_=~`<>")), st.sampled_from(["md", "yaml", "csv"]))
def test_no_text_breaks_the_reader(text: str, ending: str) -> None:
    """It is a guide, or a sentence says why it is none."""
    try:
        assert read_guide(text.encode(), f"guide.{ending}").topics
    except CrosscaseError as error:
        assert error.sentence
