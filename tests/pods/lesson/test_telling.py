"""The lesson of a simulation: it is one like any other, and tells what happened."""

from __future__ import annotations

from functools import cache

import pytest

from sidecar_viz.core.beside.tables import table_rows
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import read_lesson_file
from sidecar_viz.files.rules.checks import check_lesson
from sidecar_viz.pods.lesson.lesson_file import text_of_lesson
from sidecar_viz.pods.lesson.telling import lesson_of
from sidecar_viz.pods.running.recorder import Trace
from tests.pods.lesson.manifests import (
    MOUNTS,
    SIDECAR,
    STORIES,
    VOLUME,
    pod,
    told,
)


@cache
def lesson(story: str) -> Lesson:
    """Make the lesson of a story."""
    return lesson_of(told(*STORIES[story]), "it")


def word_after(made: Lesson, actor: str, step: int) -> str:
    """Return an actor's state after a step, by number."""
    return course_of(made).outcomes[step].actors[actor].word


@pytest.mark.parametrize("story", STORIES)
def test_every_story_is_a_lesson_without_a_problem(story: str) -> None:
    """Its file is read as the lesson it was made as, and `check` finds nothing."""
    given = told(*STORIES[story])
    text = text_of_lesson(given)
    read = read_lesson_file(text.encode("utf-8"), "it.yaml")
    assert text.endswith("\n")
    assert read.lesson == lesson_of(given, read.lesson.id)
    assert check_lesson(read.lesson, read.document.place) == ()


@pytest.mark.parametrize("story", STORIES)
def test_containers_end_in_the_picture_as_in_the_trace(story: str) -> None:
    """Who ended has its reason in the picture, who runs does not say that it ended."""
    given = told(*STORIES[story])
    made = lesson(story)
    final = course_of(made).outcomes[-1]
    runs = running(given.trace)
    for name in given.pod.by_name:
        word = final.actors[name[:40].strip("-")].word
        ends = word.startswith(("Completed", "Error", "OOMKilled"))
        assert not (ends and name in runs), (name, word)


def running(trace: Trace) -> set[str]:
    """Return the containers whose process lives at the end."""
    alive: set[str] = set()
    for _, name, event in trace.course:
        (alive.add if event == "start" else alive.discard)(name)
    return alive


def test_the_steps_of_the_shop_say_when_what_and_why() -> None:
    """Captions name the second, what happens and its cause."""
    captions = [step.caption for step in lesson("shop").steps]
    assert captions == [
        (
            "At 0 s, the pod is bound to its node and it gets its network."
            " The image of **migrate** is pulled."
        ),
        "At 3 s, **migrate** starts: its image is there.",
        "At 7 s, **migrate** ends with 0, so the image of **proxy** is pulled.",
        "At 9 s, **proxy** starts: its image is there.",
        (
            "At 13 s, **proxy** is started: its startup probe succeeds."
            " Now the image of **logger** is pulled."
        ),
        (
            "At 14 s, **logger** starts: its image is there."
            " Now the image of **web** is pulled."
        ),
        (
            "At 18 s, **web** starts: its image is there."
            " The pod is Running: every regular container has been started."
        ),
        "At 23 s, **web** is ready: its readiness probe succeeds.",
        "At 50 s, the pod is deleted. **proxy** and **web** run their preStop hooks.",
        "At 52 s, the preStop hook of **proxy** is over: now it waits for its turn.",
        "At 55 s, **web** gets SIGTERM: its hook is over.",
        (
            "At 61 s, **web** ends with 0, 6 s after SIGTERM, so **logger** gets"
            " SIGTERM: sidecars stop after the others, last first."
        ),
        (
            "At 65 s, **logger** ends with 0, 4 s after SIGTERM, so **proxy** gets"
            " SIGTERM: sidecars stop after the others, last first."
        ),
        (
            "At 67 s, **proxy** ends with 0, 2 s after SIGTERM. The pod has"
            " Succeeded: all regular containers ended with 0. Network and volumes are"
            " taken away. The pod is gone."
        ),
    ]


def test_the_table_of_the_shop_is_what_kubectl_shows() -> None:
    """READY, STATUS and RESTARTS follow the API, not the node."""
    table = lesson("shop").table
    assert table is not None
    rows = [row.cells for row in table.rows]
    assert rows[0] == ("0 s", "The pod is bound to its node", "0/3", "Init:0/3", "0")
    assert rows[4][2:] == ("1/3", "Init:2/3", "0")
    assert rows[8][1:] == ("The pod is deleted", "3/3", "Terminating", "0")
    assert rows[11] == (
        *("61 s", "web ends with 0, 6 s after SIGTERM"),
        *("3/3", "Terminating", "0"),
    )
    assert rows[-1][2:] == ("0/3", "Completed", "0")


def test_the_picture_shows_the_node() -> None:
    """A container has ended in the picture as soon as its process has."""
    made = lesson("shop")
    assert word_after(made, "web", 11) == "Stopping"
    assert word_after(made, "web", 12) == "Completed"
    assert word_after(made, "logger", 12) == "Stopping"
    assert word_after(made, "pod", 12) == "Terminating"
    assert word_after(made, "pod", 14) == "Deleted"


def test_a_signal_travels_before_its_effect() -> None:
    """The kubelet sends SIGTERM; who gets it changes when it arrives."""
    step = lesson("shop").steps[11]
    (send,) = step.sends
    assert (send.source, send.target, send.what) == ("kubelet", "logger", "SIGTERM")
    assert send.receiver is not None
    assert send.receiver.state == "Stopping"
    assert [(c.id, c.moment) for c in step.actors] == [("web", 1)]
    assert send.moment == 2


def test_a_loop_is_told_three_times_and_then_said() -> None:
    """Rounds after the third are one step, which says how far it has come."""
    made = lesson("crash loop")
    ends = [step for step in made.steps if step.title == "api ends with 1"]
    assert len(ends) == 4
    assert made.steps[-1].title == "The same again, 5 times"
    assert "restarted 6 times" in made.steps[-1].caption
    assert course_of(made).outcomes[-1].actors["api"].count == 6


def test_the_lines_of_the_manifest_are_lit() -> None:
    """A step lights the field that it is about, with its name."""
    made = lesson("shop")
    text = made.samples[0].text.split("\n")
    (lit,) = made.steps[7].lines
    assert "readinessProbe" in text[lit.first - 1]
    first, last = made.steps[4].lines[0].first, made.steps[4].lines[0].last
    assert text[first - 1].strip() == "startupProbe:"
    assert text[last - 1].strip() == "periodSeconds: 2"


def test_what_is_not_played_stands_at_the_head() -> None:
    """The file says what its picture leaves out."""
    text = text_of_lesson(
        told(STORIES["shop"][0].replace("spec:", "spec:\n  dnsPolicy: Default"))
    )
    assert "# - of the pod: dnsPolicy\n" in text
    assert "# - the kubelet's own rhythm" in text


def test_volumes_of_a_kind_are_one_where_they_are_many() -> None:
    """Forty volumes are drawn as one, with their number."""
    made = lesson("fifteen containers, forty volumes")
    volumes = [actor for actor in made.actors if actor.kind == "volume"]
    assert [(one.name, one.label) for one in volumes] == [("40 volumes", "secret")]
    assert "v-0, v-1, v-2" in volumes[0].about


def test_mounts_are_drawn_where_they_are_few_and_always_told() -> None:
    """A line from each container to its volume, or none at all and words instead."""
    few = lesson("volume missing for a while")
    assert [
        (link.source, link.target) for link in few.links if link.kind == "mount"
    ] == [("main", "volume-conf")]
    names = "; ".join(f"c{n} {MOUNTS}" for n in range(8))
    many = lesson_of(told(pod(names, more=VOLUME)), "it")
    assert not [link for link in many.links if link.kind == "mount"]
    volume = next(actor for actor in many.actors if actor.kind == "volume")
    assert volume.about == (
        "Of the kind configMap: conf. Mounted in: c0, c1, c2, c3, c4, c5, c6, c7."
    )


def test_signals_at_one_moment_are_told_together() -> None:
    """Nine containers that stop at once need no nine sentences."""
    step = lesson("fifteen containers, forty volumes").steps[-1]
    assert "and 7 more get SIGTERM" in step.caption
    sent = [(send.target, send.what) for send in step.sends]
    assert sent[:2] == [("pod", "delete"), ("pod", "9 × SIGTERM")]
    assert len(sent) == 2 + 3


def test_the_version_is_said() -> None:
    """A sidecar is none in 1.28, and the lesson says which version it tells."""
    made = lesson_of(told(*STORIES["job"], version="1.28"), "it")
    assert made.samples[0].caption == "Played as Kubernetes 1.28 would."


def test_an_action_is_taken_away_in_a_what_if() -> None:
    """Nobody deletes the shop: all runs on, and the table says what kubectl shows."""
    made = lesson("shop")
    without = made.what_ifs[0]
    assert without.title == "What if nobody deletes the pod?"
    course = course_of(made, without)
    assert course.outcomes[9].blocked == "Nobody deletes the pod."
    last = {key: state.word for key, state in course.outcomes[-1].actors.items()}
    assert last["web"] == last["logger"] == last["pod"] == "Running"
    assert [cell.text for cell in table_rows(course)[-1].cells][1:] == [
        *("Nothing more happens", "3/3", "Running", "0"),
    ]


def test_what_happens_instead_is_told_step_by_step() -> None:
    """A sidecar that is not killed is not restarted; the pod is deleted as usual."""
    made = lesson("killed sidecar, no grace")
    course = course_of(made, made.what_ifs[0])
    assert course.outcomes[4].own is not None
    assert course.outcomes[4].own.title.startswith("The pod is deleted")
    assert course.outcomes[4].actors["proxy"].word == "Completed"
    assert course.outcomes[6].actors["proxy"].count == 0
    assert course.outcomes[6].actors["pod"].word == "Deleted"


def test_a_script_without_actions_has_no_what_ifs() -> None:
    """Nothing can be taken away."""
    assert lesson("crash loop").what_ifs == ()


def test_an_order_is_asked_for_where_it_is_certain() -> None:
    """The right order is that of the trace, and not that of the options."""
    starts, ends = lesson("shop").quiz
    names = [starts.options[place].text for place in starts.ordered]
    assert names == ["migrate", "proxy", "logger", "web"]
    assert [option.text for option in starts.options] != names
    assert [ends.options[place].text for place in ends.ordered] == [
        *("migrate", "web", "logger", "proxy"),
    ]
    assert ends.options[ends.ordered[1]].why == "It ends second of these, at 61 s."


def test_nothing_is_asked_where_all_happens_at_once() -> None:
    """Containers that start in one step have no order, though one starts again."""
    script = "actions: [{when: {seconds: 10}, do: set-image, container: c}]"
    made = lesson_of(told(pod("a; b; c", f"x {SIDECAR}; z {SIDECAR}"), script), "it")
    assert made.quiz == ()


def test_what_is_not_played_is_said_in_the_first_step() -> None:
    """Under what is so in a real cluster."""
    manifest = STORIES["shop"][0].replace("spec:", "spec:\n  dnsPolicy: Default")
    step = lesson_of(told(manifest), "it").steps[0]
    assert step.in_reality.endswith("Not played here: of the pod: dnsPolicy.")
    assert "The kubelet looks about once a second" in step.in_reality


def test_containers_stand_in_the_order_in_which_they_start() -> None:
    """Init containers at the left, then sidecars from above, then the regular ones."""
    boxes = [a for a in lesson("shop").actors if a.kind == "container"]
    spots = [(a.id, a.spot.column, a.spot.row) for a in boxes if a.spot]
    assert spots == [
        *(("migrate", 1, 1), ("proxy", 2, 1), ("logger", 2, 2), ("web", 3, 1)),
    ]
    assert [a.hue for a in boxes] == ["teal", "amber", "amber", "blue"]


def test_the_way_of_a_signal_is_there_for_its_step_alone() -> None:
    """It comes with the signal and goes with the next step."""
    outcomes = course_of(lesson("shop")).outcomes
    seen = [outcome.links["order-web"].presence > 0 for outcome in outcomes]
    assert [number for number, there in enumerate(seen) if there] == [11]


def test_the_state_of_the_pod_follows_what_makes_it() -> None:
    """First web starts, then the pod is Running."""
    changes = {change.id: change.moment for change in lesson("shop").steps[6].actors}
    assert changes == {"web": 1, "pod": 2}


def test_gates_show_who_waits_for_whom() -> None:
    """At the start for the one before; at the end for those that stop before."""
    outcomes = course_of(lesson("shop")).outcomes
    gates = ("gate-logger", "turn-logger-web", "turn-proxy-logger")

    def shown(step: int) -> list[tuple[bool, str]]:
        links = outcomes[step].links
        return [(links[key].presence > 0, links[key].word) for key in gates]

    assert shown(4) == [(True, "on"), (False, "on"), (False, "on")]
    assert shown(5) == [(True, "off"), (False, "on"), (False, "on")]
    assert shown(9) == [(False, "off"), (True, "on"), (True, "on")]
    assert shown(12) == [(False, "off"), (True, "off"), (True, "on")]


def test_who_never_ran_waits_for_no_turn() -> None:
    """A sidecar that was not started is not stopped."""
    links = course_of(lesson("deleted while initializing")).outcomes[-1].links
    assert links["turn-proxy-main"].presence == 0


def test_many_regular_containers_have_one_gate() -> None:
    """The first of them shows what all wait for."""
    made = lesson("fifteen containers, forty volumes")
    gates = [link.source for link in made.links if link.id.startswith("gate-")]
    assert gates == ["two", "three", "mesh-0", "mesh-1", "mesh-2", "worker-number-0"]


def test_a_prestop_hook_ends_before_the_turn_comes() -> None:
    """A sidecar whose hook is over runs on."""
    words = [word_after(lesson("shop"), "proxy", step) for step in (9, 10, 12, 13)]
    assert words == ["preStop hook", "Running", "Running", "Stopping"]


def test_what_goes_on_without_an_action_is_told_up_to_its_end() -> None:
    """A run with more moments than the lesson has steps is joined in the last one."""
    script = (
        "containers: {api: {run: 2, exit-code: 1}}\n"
        "actions: [{when: {seconds: 5}, do: delete}]"
    )
    made = lesson_of(told(pod("api"), script), "it")
    course = course_of(made, made.what_ifs[0])
    assert course.outcomes[-1].actors["api"].word == "CrashLoopBackOff"
    assert course.outcomes[-1].actors["api"].count == 6


def test_the_right_order_is_not_that_of_the_options() -> None:
    """Also where the names are in the order of the alphabet."""
    script = "containers: {a: {run: 1}, b: {run: 1}}"
    (question,) = lesson_of(told(pod("c", "a; b"), script), "it").quiz
    assert [option.text for option in question.options] == ["c", "b", "a"]
    assert question.ordered == (2, 1, 0)


def test_the_sidecars_are_plain_containers_in_a_what_if() -> None:
    """Then a Job whose worker is done goes on for ever (R52)."""
    made = lesson("job")
    (plain,) = made.what_ifs
    assert plain.title == "What if logger is a plain container?"
    course = course_of(made, plain)
    words = {key: state.word for key, state in course.outcomes[-1].actors.items()}
    assert (words["main"], words["logger"]) == ("Completed", "Running")
    assert words["pod"] == "NotReady"
    assert course.outcomes[0].links["gate-main"].word == "off"
    assert lesson("crash loop").what_ifs == ()


def test_plain_sidecars_wait_for_no_turn() -> None:
    """All get SIGTERM at once, and the proxy may be gone before web (R41)."""
    made = lesson("shop")
    course = course_of(made, made.what_ifs[-1])
    turns = [link.id for link in made.links if link.id.startswith("turn-")]
    assert turns
    assert not any(o.links[key].presence for o in course.outcomes for key in turns)
    assert course.outcomes[11].actors["proxy"].word == "Completed"
    assert course.outcomes[11].actors["web"].word == "preStop hook"
