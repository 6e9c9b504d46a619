"""A lesson as computed, in JSON and as text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sidecar_viz.cli import main
from sidecar_viz.core.markup import isolated

ROOT = Path(__file__).parents[2]


def described(capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    """Describe the sidecar lesson as JSON."""
    assert main(["describe", "sidecar", "--format", "json", *more]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_description_has_all_parts(capsys: pytest.CaptureFixture[str]) -> None:
    """Named and shaped as documented."""
    found = described(capsys)

    assert found["id"] == "sidecar"
    assert found["subject"] == "Kubernetes"
    assert found["flow"]["nodes"][0] == {
        "id": "pod-start",
        "label": "Pod start",
        "kind": "box",
    }
    assert len(found["flow"]["edges"]) == 6
    assert found["table"]["columns"][2] == "Container State"
    assert found["table"]["rows"][4][4] == "Logs forwarded"
    assert found["tracker"]["columns"][0] == "Variable"
    assert found["tracker"]["rows"][3][5] == "Active"
    assert [moment["steps"] for moment in found["key_moments"]] == [
        [1, 2, 3, 6],
        [3, 4],
        [],
    ]
    assert [question["answer"] for question in found["quiz"]] == [0, 2, 1]
    assert "**" not in "".join(found["snapshot"])
    assert found["transcript"].count("\n\n") == 2
    assert found["samples"][0]["language"] == "yaml"
    assert len(found["what_ifs"]) == 4
    assert found["what_if"] is None


def test_the_description_of_each_step(capsys: pytest.CaptureFixture[str]) -> None:
    """Step 0 to 6: cells by label, lit boxes, states, links, sends, what changed."""
    steps = described(capsys)["steps"]

    assert [step["step"] for step in steps] == list(range(7))
    assert steps[0]["cells"] == {}
    assert steps[4]["cells"]["Shared Resource"] == "Shared volume used for logs"
    assert steps[4]["flow"] == [
        "Sidecar enhances main container",
        "Shared volume or network communication",
    ]
    assert steps[2]["states"]["pod"] == "Running"
    assert steps[5]["links"] == {
        "main-mount": "on",
        "sidecar-mount": "on",
        "connection": "on",
    }
    assert steps[4]["sends"] == [
        {"from": "main", "to": "logs", "loop": True},
        {"from": "logs", "to": "sidecar", "loop": True},
    ]
    assert steps[3]["changed"] == ["sidecar", "sidecar-mount"]
    assert "**" not in "".join(step["caption"] for step in steps)
    assert all(step["description"] for step in steps)
    assert {step["blocked"] for step in steps} == {None}


def test_the_description_of_a_what_if(capsys: pytest.CaptureFixture[str]) -> None:
    """Cells, tracker, states and words are those of the what-if."""
    found = described(capsys, "--what-if", "volume-not-mounted")
    step = found["steps"][4]

    assert found["what_if"] == "volume-not-mounted"
    assert step["blocked"].startswith("There is no shared volume")
    assert step["cells"]["Result"] == "Nothing to read"
    assert step["caption"].startswith("There is no shared volume")
    assert step["states"]["logs"] == "Not mounted"
    assert found["tracker"]["rows"][2][1:] == ["Not mounted"] * 6
    assert found["steps"][1]["caption"].startswith("Kubernetes opens the pod")


def test_the_description_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    """The whole lesson from top to bottom, with what cannot happen said as such."""
    assert main(["describe", "sidecar", "--what-if", "network-down"]) == 0
    text = capsys.readouterr().out

    for part in (
        "What if the network is down?",
        "Step 5: Sidecar sends logs externally",
        "  Cannot happen: The network is down",
        "  * Sidecar container: Running (6)",
        "    Shared volume -> Sidecar container: log lines\n",
        "\n- Pod: ",
        "\n  - Main container, in Pod: ",
        "\n- Sidecar container -> Log receiver: traffic, through Network connection\n",
        "\n- What if the network is down? (--what-if network-down)\n",
        "7. Pod stops both containers",
        "4    | Sidecar reads logs ",
        "  kind: Pod",
        "   A  Step 3  <- right",
        "- Two containers in one pod: that is the sidecar pattern.",
    ):
        assert part in text
    assert max(map(len, text.splitlines())) < 140


def test_a_lesson_of_few_parts_is_described(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without tables, flow, quiz and so on; a quiz without a right answer has none."""
    path = tmp_path / "few.yaml"
    path.write_text(
        "format: 1\nid: few\ntitle: Few\nactors: [{id: a, name: A}]\n"
        "steps: [{id: s, title: S, actors: [{id: a, state: Up}]}]\n"
        "quiz: [{id: q, question: Q, options: [{text: x}, {text: y}]}]\n"
    )

    assert main(["describe", str(path), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["table"] == found["tracker"] == {"columns": [], "rows": []}
    assert (found["exit_note"], found["transcript"]) == ("", "")
    assert found["quiz"][0]["answer"] is None

    assert main(["describe", str(path)]) == 0
    assert "Step 1: S\n  * A: Up" in capsys.readouterr().out


def test_every_right_answer_is_marked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the text all of them; the JSON object names the first, as it always did."""
    path = tmp_path / "two.yaml"
    path.write_text(
        "format: 1\nid: two\ntitle: Two\nactors: [{id: a, name: A, present: false}]\n"
        "steps: [{id: s, title: S, actors: [{id: a, present: true}]}]\n"
        "quiz: [{id: q, question: Q, options: [{text: x, right: true}, {text: y},"
        " {text: z, right: true}]}]\n"
    )

    assert main(["describe", str(path)]) == 0
    text = capsys.readouterr().out
    assert "   A  x  <- right\n   B  y\n   C  z  <- right\n" in text
    assert "\n- A, not there yet\n" in text

    assert main(["describe", str(path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["quiz"][0]["answer"] == 0


def test_branches_and_loops_of_the_flow_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where a box leads is said by number, with the words of its arrows."""
    assert main(["describe", "init-containers"]) == 0
    text = capsys.readouterr().out

    assert "\n2. check-db asks the database\n" in text
    assert "\n3. Exit code 0? (No to 4, Yes to 5)\n" in text
    assert "\n4. Wait, then try again (to 2)\n" in text

    assert main(["describe", "job"]) == 0
    text = capsys.readouterr().out
    assert "\n7. Somebody deletes it (ends here)\n" in text
    assert "\n10. Job is complete\n" in text


def test_names_from_right_to_left_stay_whole_in_text(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A name keeps its brackets, whatever is written beside it."""
    file = tmp_path / "rtl.yaml"
    text = (ROOT / "lessons" / "sidecar" / "lesson.yaml").read_text("utf-8")
    file.write_text(text.replace("name: Shared volume", "name: ماء (1)"), "utf-8")
    assert main(["describe", str(file)]) == 0
    told = capsys.readouterr().out

    whole = isolated("ماء (1)")
    assert f"- {whole}, in Pod" in told
    assert f"    Main container -> {whole}: " in told
    assert f"  * {whole}: Mounted" in told
