"""`contacts`, `referrals`, `consents`, `approvals`, `activities` and `fieldwork`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import crosscase
from crosscase.study import Study
from tests.cli.conftest import Run

CONTACTS = "participant,day,channel,outcome\nP01,2022-08-01,e-mail,invited\nP09,,,invited\n"
ACTIVITIES = "kind,participants,day,minutes\ninterview,P02,2022-09-02,30\n"


def test_contacts_from_the_first_to_the_last_verb(run: Run, study: Path) -> None:
    """Recorded, listed, changed, cleared, removed and restored."""
    said = run("contacts", "add", study, "P01", "agreed", "--day", "2022-08-01",
               "--channel", "phone")  # fmt: skip
    assert said.out == "Recorded for P01: agreed.\n"
    assert run("contacts", "change", study, "P01", "--channel", "", "--note", "Kind").out == (
        "Changed the contact of P01.\n"
    )
    assert "Nothing to change." in run("contacts", "change", study, "P01", "--note", "Kind").out
    head, row = run("contacts", study, "--outcome", "agreed").out.splitlines()
    assert head.split() == [
        "day", "participant", "channel", "outcome", "contacted", "by", "note", "id",
    ]  # fmt: skip
    assert row.split()[:5] == ["2022-08-01", "P01", "agreed", "Ama", "Kind"]
    (held,) = run("contacts", study, "--json").json["contacts"]
    assert (held["participant"], held["contacted_by"], held["channel"]) == ("P01", "Ama", None)
    assert held["id"] in run("contacts", "remove", study, "P01").out
    assert run("contacts", study).out == "No contacts yet.\n"
    assert run("contacts", "restore", study, held["id"]).out == "Restored the contact of P01.\n"


def test_a_table_says_what_it_left_out(run: Run, study: Path) -> None:
    """With exit status 5; --strict takes nothing, --dry-run only looks."""
    Path("contacts.csv").write_text(CONTACTS, encoding="utf-8")
    said = run("contacts", "import", study, "contacts.csv", "--dry-run", status=5)
    assert said.out.splitlines()[0] == "Would import 1 contact."
    assert run("contacts", "import", study, "contacts.csv", "--strict", status=3).err
    assert run("contacts", study).out == "No contacts yet.\n"
    said = run("contacts", "import", study, "contacts.csv", status=5)
    assert said.out.splitlines() == [
        "Imported 1 contact.",
        "Left out 1 row:",
        "  line 3: There is no participant “P09”.",
    ]
    said = run("contacts", "import", study, "contacts.csv", "--json", status=5)
    assert said.json["import"]["already_there"] == 1


def test_referrals_are_recorded_and_drawn(run: Run, study: Path) -> None:
    """As chains, with how alike those are who name one another."""
    said = run("referrals", "add", study, "P02", "P01", "--day", "2022-08-01")
    assert said.out == "P02 was named by P01.\n"
    assert run("referrals", study, "--referred-by", "P01").out.splitlines()[1].split()[:3] == [
        "2022-08-01", "P02", "P01",
    ]  # fmt: skip
    assert run("fieldwork", "referrals", study).out.splitlines() == [
        "P01: 2 participants (100 % of all participants), 1 wave",
        "  P02",
        "1 in wave 0, 1 in wave 1; 0 neither named anybody nor were named.",
        "0 of 1 referral (0 %) went to the same sector; by chance it would be 0 %.",
    ]
    error = run("referrals", "add", study, "P01", "P02", "--json", status=2).error
    assert error["slug"] == "referral-circle"


def test_a_consent_after_the_interview_is_said_at_once(run: Run, study: Path) -> None:
    """On the side of the answer, in the to-do list and on the board."""
    run("activities", "add-interview", study, "P01", "--day", "2022-09-01", "--minutes", "44")
    said = run("consents", "add", study, "P01", "interview", "naming role", "--day", "2022-09-03")
    assert said.out == "Recorded that P01 agreed to interview, naming role.\n"
    assert said.err == "Interview 1 of 2022-09-01 came before this consent.\n"
    assert "came before the consent." in run("fieldwork", "to-do", study).out
    assert "came before the consent." in run("fieldwork", study).out
    assert run("consents", study, "--scope", "naming role").out.count("P01") == 1
    run("consents", "change", study, "P01", "--scope", "interview, quoting", "--version", "2")
    (held,) = run("consents", study, "--json").json["consents"]
    assert (held["scope"], held["version"]) == (["interview", "quoting"], "2")


def test_a_consent_that_does_not_say_to_what_is_told_as_that(run: Run, study: Path) -> None:
    """It is not known, which is something else than nothing; how to say it is on the side."""
    said = run("consents", "add", study, "P01")
    assert said.out == "Recorded a consent of P01 that does not say to what.\n"
    assert said.err.startswith("Until it says so nothing counts as allowed: `crosscase consents")
    (held,) = run("consents", study, "--json").json["consents"]
    assert f"change {study} {held['id']} --scope" in " ".join(said.err.split())
    run("consents", "change", study, held["id"], "--scope", "interview")
    assert run("consents", study, "--scope", "interview").out.count("P01") == 1


def test_approvals_and_what_ends_soon(run: Run, study: Path) -> None:
    """The to-do list tells of ends as of a day."""
    run("approvals", "add", study, "Ethics", "--day", "2022-05-01", "--end-day", "2023-05-01")
    run("approvals", "add", study, "Amendment", "--amends", "ethics", "--end-day", "2024-05-01")
    listed = run("approvals", study).out
    assert "Ethics" in listed.splitlines()[2]
    assert run("fieldwork", "to-do", study, "--on", "2024-04-30").out.splitlines()[0] == (
        "“Amendment” ends on 2024-05-01 (in 1 day)."
    )
    assert (
        "Amendment"
        not in run("fieldwork", "to-do", study, "--on", "2024-04-20", "--ahead", "5").out
    )
    error = run(
        "approvals", "change", study, "Ethics", "--end-day", "2022-01-01", "--json", status=2
    ).error
    assert error["slug"] == "ends-before-it-begins"
    run("approvals", "remove", study, "Amendment")
    assert run("approvals", "restore", study, "Amendment").out == (
        "Restored the approval “Amendment”.\n"
    )


def test_activities_of_the_three_kinds(run: Run, study: Path) -> None:
    """Each is added by its own verb, and shown whole."""
    run("activities", "add-interview", study, "P01", "P02", "--source", "P01.txt")
    run("activities", "add-meeting", study, "Board", "--case", "Northam", "--attendance",
        "Health: 5; Community: 2", "--decided", "One pot; One plan")  # fmt: skip
    said = run("activities", "add-request", study, "Annual report", "--case", "Northam",
               "--mentioned-in", "P01.txt@60", "--public", "yes")  # fmt: skip
    assert said.out == "Added the request for “Annual report”: asked.\n"
    shown = run("activities", "show", study, "Board").out
    assert "decided        One pot, One plan\n" in shown
    assert "Health: 5" in shown
    data = run("activities", "show", study, "Annual report", "--json").json
    assert (data["mentioned_in"]["source"], data["mentioned_in"]["start_char"]) == ("P01.txt", 60)
    run("activities", "change", study, "Annual report", "--standing", "refused", "--public", "no")
    assert "refused" in run("activities", study, "--kind", "document request").out
    run("activities", "remove", study, "Board")
    assert "Board" not in run("activities", study).out
    assert run("activities", "restore", study, "Board").out == "Restored the activity “Board”.\n"


def test_the_figures_of_the_fieldwork(run: Run, study: Path) -> None:
    """The board, the table with its empty cells, rates and lengths."""
    run("contacts", "add", study, "P01", "agreed")
    run("contacts", "add", study, "P02", "declined")
    Path("activities.csv").write_text(ACTIVITIES, encoding="utf-8")
    run("activities", "import", study, "activities.csv")
    board = run("fieldwork", study).out.splitlines()
    assert board[-1] == "2 participants: 2 transcribed."
    assert "Nobody in Northam is of Community" in run("fieldwork", "matrix", study).out
    rates = run("fieldwork", "rates", study, "--by", "sector").out.splitlines()
    assert rates[-1].split() == ["total", "2", "2", "2", "0", "0", "0", "0", "2", "100", "100"]
    lengths = run("fieldwork", "lengths", study, "--by", "site").out.splitlines()
    assert lengths[-1].split() == ["total", "1", "30", "30", "30", "30", "0"]
    run("fieldwork", "recruit", study, "P01", "--found-by", "search")
    assert run("fieldwork", "recruitments", study).out.splitlines()[1].split() == ["P01", "search"]
    Path("found.csv").write_text("participant,found_by\nP01,snowball\n", encoding="utf-8")
    assert run("fieldwork", "import-recruitments", study, "found.csv").out == (
        "Imported 0 recruitments, changed 1.\n"
    )
    for verb in ("matrix", "rates", "referrals", "lengths", "to-do", "recruitments"):
        assert run("fieldwork", verb, study, "--json").json


def test_sources_that_are_not_to_be_quoted_and_coders_who_say_who_they_are(
    run: Run, study: Path
) -> None:
    """Both are changed by `describe`."""
    run("sources", "describe", study, "P01.txt", "--quotable", "no")
    run("coders", "describe", study, "Ama", "--positionality", "A nurse by training")
    assert "A nurse by training" in run("coders", study).out
    with crosscase.open_study(study) as held:
        assert held.sources.get("P01.txt").quotable is False
    run("sources", "describe", study, "P01.txt", "--quotable", "yes")
    with crosscase.open_study(study) as held:
        assert held.sources.get("P01.txt").quotable is None


def by_command_line(run: Run, path: Path) -> None:
    """The acts, as commands."""
    run("new", path, "--title", "Two doors", "--as", "Ama")
    run("config", "set", "name", "Ama")
    for name in ("P1", "P2"):
        run("participants", "add", path, name, "--sector", "Health")
    run("contacts", "add", path, "P1", "--day", "2022-08-01", "--channel", "email")
    run("contacts", "change", path, "P1", "--outcome", "agreed")
    run("referrals", "add", path, "P2", "P1", "--note", "By hand")
    run("fieldwork", "recruit", path, "P1", "--found-by", "search")
    run("consents", "add", path, "P1", "interview", "quoting", "--version", "1")
    run("approvals", "add", path, "Ethics", "--end-day", "2030-01-01")
    run("activities", "add-interview", path, "P1", "--minutes", "44", "--day", "2022-09-01")
    run("activities", "add-meeting", path, "Board", "--attendance", "Health: 2")
    run("activities", "add-request", path, "Plan", "--standing", "promised")
    run("activities", "change", path, "Plan", "--standing", "refused")
    run("activities", "remove", path, "Board")
    run("undo", path)


def by_python(path: Path) -> None:
    """The same acts, in Python."""
    with crosscase.new_study(path, "Two doors", person="Ama") as study:
        for name in ("P1", "P2"):
            study.participants.add(name, sector="Health")
        study.contacts.add("P1", day="2022-08-01", channel="email")
        study.contacts.change("P1", outcome="agreed")
        study.referrals.add("P2", "P1", note="By hand")
        study.recruitments.describe("P1", found_by="search")
        study.consents.add("P1", scope=["interview", "quoting"], version="1")
        study.approvals.add("Ethics", end_day="2030-01-01")
        study.activities.add_interview("P1", minutes=44, day="2022-09-01")
        study.activities.add_meeting("Board", attendance={"Health": 2})
        study.activities.add_request("Plan", standing="promised")
        study.activities.change("Plan", standing="refused")
        study.activities.remove("Board")
        study.undo()


def told(study: Study) -> list[Any]:
    """What the fieldwork of a study says, in words that two makings share."""
    names = study.fieldwork.names()
    rows = []
    for records in (
        study.contacts.all(), study.referrals.all(), study.recruitments.all(),
        study.consents.all(), study.approvals.all(), study.activities.all(),
    ):  # fmt: skip
        for record in records:
            fields = {f: getattr(record, f) for f in record.__slots__ if f != "id"}
            rows.append({f: names.get(str(value), value) for f, value in fields.items()})
            if rows[-1].get("participants"):
                rows[-1]["participants"] = [names[each] for each in rows[-1]["participants"]]
    to_do = [each.sentence for each in study.fieldwork.to_do("2022-12-01")]
    return [*sorted(map(repr, rows)), *to_do, *[each.sentence for each in study.log()]]


def test_two_doors_one_fieldwork(run: Run) -> None:
    """By command line and by Python the same records, figures and sentences come about."""
    by_command_line(run, Path("one.crosscase"))
    by_python(Path("two.crosscase"))
    with (
        crosscase.open_study("one.crosscase") as one,
        crosscase.open_study("two.crosscase") as two,
    ):
        assert told(one) == told(two)
        assert one.verify() == two.verify() == []
