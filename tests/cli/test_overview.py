"""`crosscase --help`, `--version`, and what is said when a command cannot be parsed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from crosscase import __version__
from crosscase.cli.commands import COMMANDS, overview
from crosscase.cli.running import application
from tests.cli.conftest import Run


@pytest.mark.parametrize("tokens", [(), ("--help",), ("-h",), ("help",)])
def test_the_overview_lists_every_command(run: Run, tokens: tuple[str, ...]) -> None:
    """Asked for help, or nothing, crosscase lists its commands with a sentence each."""
    said = run(*tokens).out
    assert said == overview()
    for command in COMMANDS:
        assert f"\n  {command.name} " in said
        assert command.says.endswith(".")


def test_help_imports_nothing_heavy() -> None:
    """Neither the parser nor the store is imported for the overview."""
    script = (
        "import sys; from crosscase.cli import main; main(['--help']); "
        "print([m for m in ('cyclopts', 'rich', 'sqlalchemy', 'numpy', 'polars') "
        "if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"


def test_help_of_a_command_does_not_load_the_study_machinery() -> None:
    """The help of a command needs the parser, not the store."""
    script = (
        "import sys; from crosscase.cli import main; main(['codes', 'merge', '--help']); "
        "print([m for m in ('sqlalchemy', 'numpy', 'polars') if m in sys.modules], "
        "file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"


def test_version(run: Run) -> None:
    """`--version` says which crosscase this is."""
    assert run("--version").out == f"crosscase {__version__}\n"


def test_help_of_a_verb_is_two_columns(run: Run) -> None:
    """The help of a verb: usage with what is needed first, then names beside what they say."""
    assert run("codes", "merge", "--help").out == (
        "Usage: crosscase codes merge STUDY CODE --into TEXT [OPTIONS]\n"
        "\n"
        "Merge a code into another: its codings are read as the other's, late ones too.\n"
        "\n"
        "Arguments:\n"
        "  STUDY  The study file.\n"
        "  CODE   The code, by name, path (`A > B`) or id.\n"
        "\n"
        "Options:\n"
        "  --into TEXT  The code that stays. (needed)\n"
        "  --dry-run    Say what would happen, and change nothing.\n"
        "  --as TEXT    Who does this; otherwise your settings say it.\n"
        "  --json       Answer with one JSON document.\n"
        "\n"
    )


def test_every_command_and_option_says_what_it_is() -> None:
    """No command, argument or option comes without help, and each is a sentence."""
    app = application()
    silent = []
    for command in COMMANDS:
        nodes = [((command.name,), app[command.name])]
        while nodes:
            chain, node = nodes.pop()
            nodes += [((*chain, name), node[name]) for name in node if not name.startswith("-")]
            if not node.help:
                silent.append(" ".join(chain))
            for argument in node.assemble_argument_collection():
                if argument.parse and argument.show and not argument.parameter.help:
                    silent.append(f"{' '.join(chain)} {argument.name}")
    assert silent == []


def test_every_command_takes_json_and_a_person() -> None:
    """`--json` and `--as` go with every command and every verb."""
    app = application()
    without = []
    for command in COMMANDS:
        nodes = [((command.name,), app[command.name])]
        while nodes:
            chain, node = nodes.pop()
            nodes += [((*chain, name), node[name]) for name in node if not name.startswith("-")]
            names = {name for each in node.assemble_argument_collection() for name in each.names}
            if not {"--json", "--as"} <= names:
                without.append(" ".join(chain))
    assert without == []


def test_what_writes_words_of_a_study_to_a_file_takes_its_vault() -> None:
    """Every command with a study and --replace can refuse while a vaulted word shows."""
    app = application()
    without = []
    for command in COMMANDS:
        nodes = [((command.name,), app[command.name])]
        while nodes:
            chain, node = nodes.pop()
            nodes += [((*chain, name), node[name]) for name in node if not name.startswith("-")]
            names = {name for each in node.assemble_argument_collection() for name in each.names}
            if {"STUDY", "--replace"} <= names and "--vault" not in names:
                without.append(" ".join(chain))
    assert without == ["import"]  # its --replace is a table of words


@pytest.mark.parametrize(
    ("tokens", "sentence", "hint"),
    [
        (["cods"], "There is no command “cods”.", "Did you mean “codes”"),
        (["frobnicate"], "There is no command “frobnicate”.", "`crosscase --help` lists"),
        (["codes", "mrge", "s"], "`crosscase codes` cannot “mrge”.", "Did you mean “merge”?"),
        (["codes", "merge", "s", "A"], "`crosscase codes merge` needs --into.", "--help"),
        (["codes", "merge", "s"], "`crosscase codes merge` needs CODE.", "--help"),
        (["codes"], "`crosscase codes` needs STUDY.", "--help"),
        (
            ["info", "s", "--jsn"],
            "`crosscase info` has no option --jsn.",
            "Did you mean --json?",
        ),
        (["info", "s", "t"], "`crosscase info` does not know what to do with “t”.", "quotation"),
        (["log", "s", "--most", "ten"], "--most cannot be “ten”: it is a number.", "--help"),
        (
            ["import", "s", "a.txt", "--speakers", "maybe"],
            "--speakers cannot be “maybe”: say ask, take or none.",
            "--help",
        ),
        (["query", "s", "a", "--most"], "--most needs a value.", "--help"),
        (["log", "s", "--most", "1", "--most", "2"], "--most is given twice.", "--help"),
    ],
)
def test_a_mistake_of_use_is_a_sentence_with_a_hint(
    run: Run, tokens: list[str], sentence: str, hint: str
) -> None:
    """What cannot be parsed exits 2 and says in our words what is wrong and what to do."""
    said = run(*tokens, status=2)
    first, second = said.err.splitlines()[:2]
    assert first == sentence
    assert second.startswith("  ") and hint in second
    assert said.out == ""


def test_a_parse_error_is_json_when_asked_for(run: Run) -> None:
    """With --json an error is the one document on standard output."""
    said = run("codes", "merge", "s", "A", "--json", status=2)
    assert said.err == ""
    assert said.json["error"]["slug"] == "missing-argument"
    assert said.json["error"]["sentence"] == "`crosscase codes merge` needs --into."


@pytest.mark.parametrize("tokens", [["--help"], ["codes", "--help"]])
def test_a_reader_that_has_gone_ends_help_quietly(tokens: list[str]) -> None:
    """Help into a closed pipe exits 141, without a traceback."""
    script = (
        "import os, sys; from crosscase.cli import main; reading, writing = os.pipe(); "
        "os.close(reading); os.dup2(writing, 1); "
        f"raise SystemExit(main({tokens!r}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_stop_while_modules_are_imported() -> None:
    """Ctrl-C before a command has begun is one line and 130."""
    script = (
        "import sys, importlib.abc\n"
        "class Stop(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'cyclopts': raise KeyboardInterrupt\n"
        "from crosscase.cli import main\n"
        "sys.meta_path.insert(0, Stop())\n"
        "raise SystemExit(main(['info', 's.crosscase']))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (130, "Stopped.\n")
