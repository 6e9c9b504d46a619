"""What check says of an opening and an ending."""

from __future__ import annotations

from pathlib import Path

from sidecar_viz.files.rules.checks import problems_in

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "lessons" / "sidecar" / "lesson.yaml").read_text("utf-8")


def problems(tmp_path: Path, old: str, new: str) -> list[str]:
    """List what is said of the first lesson with one change."""
    assert old in TEXT
    file = tmp_path / "lesson.yaml"
    file.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    return [f"{problem.code}: {problem.text}" for problem in problems_in(file)]


def test_a_number_is_computed_and_not_believed(tmp_path: Path) -> None:
    """Nine lines were read, whatever the ending says."""
    found = problems(tmp_path, '{ text: "9", word: read', '{ text: "10", word: read')

    assert [one.replace('"', "'") for one in found] == [
        "number: written '10', but the steps lead to '9'"
    ]


def test_their_words_are_as_short_as_a_steps(tmp_path: Path) -> None:
    """The title, the question, the announcement."""
    long = "How could we have kept all of it for ever and ever?"
    found = problems(tmp_path, "How could we have kept it?", long)
    assert [one.split(":")[0] for one in found] == ["too-long"]

    found = problems(tmp_path, "say: The app has died", "say: " + "The app " * 12)
    assert [one.split(":")[0] for one in found] == ["say"]


def test_they_are_described(tmp_path: Path) -> None:
    """For those who do not see the picture."""
    before, after = TEXT.split("ending:\n", 1)
    start = after.index("  describe: >-")
    end = after.index("  holder:")
    file = tmp_path / "lesson.yaml"
    text = f"{before}ending:\n{after[:start]}{after[end:]}"
    file.write_text(text, encoding="utf-8")

    found = [f"{problem.code}: {problem.text}" for problem in problems_in(file)]

    assert found == ["untold-story: this ending has no describe"]
