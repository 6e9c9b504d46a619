"""New lessons: they work as they are, and nothing is written over."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest

from sidecar_viz.cli import main
from sidecar_viz.commands.upgrade import NEWEST
from sidecar_viz.files.library.places import bundled_lessons
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.making.from_pod import MOST_CONTAINERS, from_pod
from sidecar_viz.files.making.pod_manifest import read_manifest
from sidecar_viz.files.making.starter import (
    STARTERS,
    StarterError,
    blank,
    copied,
    quoted_on_windows,
    write_new,
)
from sidecar_viz.files.reading.lesson_file import read_lesson_file
from sidecar_viz.files.reading.problems import Problem
from sidecar_viz.files.rules.checks import check_lesson

POD = """\
# Before the pod stands a service.
apiVersion: v1
kind: Service
metadata: { name: web }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  template:
    spec:
      initContainers:
        - name: migrate
          image: registry.example.org/team/migrations:1.2.3-alpine
          volumeMounts: [{ name: data, mountPath: /data }]
        - name: proxy
          image: envoy
          restartPolicy: Always
      containers:
        - name: web
          image: nginx
          volumeMounts:
            - { name: data, mountPath: /usr/share/nginx/html, readOnly: true }
            - { name: gone, mountPath: /gone }
        - name: "on"
          image: fluent
      volumes:
        - name: data
          emptyDir: {}
        - name: web
          configMap: { name: web }
"""


def remarks(text: str) -> tuple[Problem, ...]:
    """What `check` says of a lesson; its form must be right."""
    found = read_lesson_file(text.encode(), "new.yaml")
    return check_lesson(found.lesson, found.document.place)


def test_the_blank_lesson_works_as_it_is() -> None:
    """It has every part that a lesson can have, and check is silent."""
    text = blank("my-first")

    lesson = read_lesson_file(text.encode(), "new.yaml").lesson

    assert (lesson.id, lesson.title) == ("my-first", "My first")
    assert lesson.format == NEWEST
    assert lesson.quiz
    assert lesson.what_ifs
    assert lesson.tracker
    assert remarks(text) == ()


@pytest.mark.parametrize("name", STARTERS)
def test_a_starter_works_as_it_is(name: str, tmp_path: Path) -> None:
    """`new --from` copies it under its new name, and check is silent."""
    done = main(["new", "mine", "--from", name, "--into", str(tmp_path)])

    text = (tmp_path / "mine.lesson.yaml").read_text("utf-8")
    lesson = read_lesson_file(text.encode(), "mine.yaml").lesson
    assert done == 0
    assert (lesson.id, lesson.format) == ("mine", NEWEST)
    assert lesson.opens
    assert remarks(text) == ()


def test_a_file_called_like_a_starter_is_meant_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has a file loop in the folder wants a copy of that."""
    monkeypatch.chdir(tmp_path)
    Path("loop").write_text(blank("own"), "utf-8")

    assert main(["new", "mine", "--from", "loop"]) == 0
    lesson = read_lesson_file(Path("mine.lesson.yaml").read_bytes(), "mine").lesson
    assert lesson.opens is None


def test_editors_are_told_where_the_schema_is() -> None:
    """In the first line, as the address of a file that is there."""
    first = blank("a").splitlines()[0]

    address = first.removeprefix("# yaml-language-server: $schema=file://")

    assert Path(address).is_file()


def test_the_schema_s_address_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the program's data are named by a relative path."""
    (tmp_path / "lessons").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIDECAR_VIZ_DATA", ".")

    assert blank("a").startswith("# yaml-language-server: $schema=file:///")


@pytest.mark.parametrize("found", bundled_lessons(), ids=lambda found: found.name)
def test_a_copy_differs_in_its_id_alone(found: object) -> None:
    """Comments and all stay; check is as silent as on the original."""
    path = found.path  # type: ignore[attr-defined]
    text = copied(path.read_bytes(), "mine")

    lesson = read_lesson_file(text.encode(), "mine.yaml").lesson

    assert lesson.id == "mine"
    assert remarks(text) == ()
    assert len(text.splitlines()) >= len(path.read_text("utf-8").splitlines())


def test_only_an_init_container_can_be_a_native_sidecar() -> None:
    """Always is how every other container restarts anyway."""
    text = POD.replace(
        "image: nginx\n", "image: nginx\n          restartPolicy: Always\n"
    )

    pod = read_manifest(text.encode(), "pod.yaml")

    known = {each.name: (each.init, each.native) for each in pod.containers}
    assert known == {
        "migrate": (True, False),
        "proxy": (True, True),
        "web": (False, False),
        "on": (False, False),
    }


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A second time it is refused, and the file stays."""
    path = write_new(tmp_path, "mine", blank)
    path.write_text("kept", encoding="utf-8")

    with pytest.raises(StarterError, match="is there already"):
        write_new(tmp_path, "mine", blank)

    assert path.read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("My Lesson", "try my-lesson"),
        ("a/b", "try a-b"),
        ("cafe.lesson.yaml", "try cafe$"),
        ("Cafe.yml", "try cafe$"),
        ("ü", "hyphens"),
        ("Größe", "try grosse$"),
        ("x" * 61, "try xxx"),
    ],
)
def test_a_name_is_a_plain_word(tmp_path: Path, name: str, message: str) -> None:
    """Others are refused with one that would do; nothing is written."""
    with pytest.raises(StarterError, match=message):
        write_new(tmp_path, name, blank)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """With the reason."""
    file = tmp_path / "file"
    file.write_bytes(b"")
    with pytest.raises(StarterError, match="cannot be written"):
        write_new(file, "mine", blank)


def test_a_pod_is_drawn_from_its_manifest() -> None:
    """Actors, mounts, lines and steps in the order in which they start."""
    pod = read_manifest(POD.encode(), "pod.yaml")
    text = from_pod(pod, "shop")
    lesson = read_lesson_file(text.encode(), "new.yaml").lesson

    assert remarks(text) == ()
    assert lesson.format == NEWEST
    assert [actor.id for actor in lesson.actors] == [
        *("pod", "migrate", "proxy", "web", "on"),
        *("data", "web-2"),
    ]
    assert [(link.source, link.target) for link in lesson.links] == [
        ("migrate", "data"),
        ("web", "data"),
    ]
    assert [step.title for step in lesson.steps] == [
        "Pod starts",
        "migrate runs to its end",
        "proxy starts",
        "web starts",
        "on starts",
    ]
    listing = lesson.samples[0].text.splitlines()
    web = next(actor for actor in lesson.actors if actor.id == "web").lines[0]
    assert "name: web" in listing[web.first - 1]
    assert "name: gone" in listing[web.last - 1]


def test_a_manifest_without_a_pod_says_what_it_has() -> None:
    """And what would do."""
    text = b"kind: Service\n---\nkind: Deployment\nspec: {}\n"
    with pytest.raises(
        ManifestError, match="found: Service in line 1, Deployment in line 3"
    ):
        read_manifest(text, "x.yaml")


def test_a_very_large_pod_is_refused() -> None:
    """Twelve containers are drawn, and a lesson of them is good; not thirteen."""

    def pod(count: int) -> bytes:
        rows = "".join(f"    - {{ name: c{n}, image: i }}\n" for n in range(count))
        return f"kind: Pod\nspec:\n  containers:\n{rows}".encode()

    assert remarks(from_pod(read_manifest(pod(MOST_CONTAINERS), "p"), "x")) == ()
    with pytest.raises(StarterError, match="at most 12"):
        from_pod(read_manifest(pod(MOST_CONTAINERS + 1), "p"), "x")


@pytest.mark.parametrize("odd", ["yes", "1e3", "a: b", "'q\"", "…", "# x", "- y"])
def test_odd_names_stay_what_they_are(odd: str) -> None:
    """Whatever stands in a manifest's names, the lesson can be read."""
    quoted = odd.replace("'", "''")
    text = f"kind: Pod\nmetadata: {{ name: '{quoted}' }}\nspec:\n  containers:\n"
    text += f"    - name: '{quoted}'\n      image: '{quoted}'\n"

    lesson = read_lesson_file(
        from_pod(read_manifest(text.encode(), "p"), "x").encode(), "x"
    ).lesson

    assert lesson.actors[0].label == odd
    assert lesson.actors[1].name == odd


@pytest.mark.skipif(os.name != "posix", reason="the quotes of a POSIX shell")
@pytest.mark.parametrize("folder", ["My Lessons", "it's", "plain", "-x", "$HOME", "é"])
def test_what_is_to_be_typed_next_can_be_typed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folder: str,
) -> None:
    """With quotes where a shell would read the path as something else."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "a", f"--into={folder}"]) == 0
    first = capsys.readouterr().out.splitlines()[-1]
    assert main(["new", "a", f"--into={folder}"]) == 2
    again = capsys.readouterr().err.partition("edit it with: ")[2]

    path = Path(folder, "a.lesson.yaml")
    for said in (first, again):
        program, word, found = shlex.split(said)
        assert (program, word, Path(found)) == ("sidecar-viz", "edit", path)
        assert not found.startswith("-")


@pytest.mark.parametrize("name", ["My Lessons", "R&D", "a(1)", "it's", "a;b", "a^b"])
def test_a_path_with_a_sign_of_a_shell_has_quotes_on_windows(name: str) -> None:
    """A blank is not the only one that ends a word, or begins a command, there."""
    assert quoted_on_windows(f"C:\\{name}\\x.yaml") == f'"C:\\{name}\\x.yaml"'


@pytest.mark.parametrize("path", [r"C:\Users\Zoë\a-b_1.lesson.yaml", r".\-d\x.yaml"])
def test_a_plain_path_has_no_quotes_on_windows(path: str) -> None:
    """Letters of any language are none of a shell's signs."""
    assert quoted_on_windows(path) == path


@pytest.mark.parametrize("name", ["con", "nul", "com1", "CON"])
def test_no_lesson_is_called_as_a_device_of_windows(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """There nobody could open it; the name that is offered instead is fit."""
    assert main(["new", name, "--into", str(tmp_path)]) == 2
    offered = capsys.readouterr().err.rpartition("; try ")[2].strip()
    assert list(tmp_path.iterdir()) == []

    assert offered == f"{name.lower()}-lesson"
    assert main(["new", offered, "--into", str(tmp_path)]) == 0
    assert main(["new", "com10", "--into", str(tmp_path)]) == 0
