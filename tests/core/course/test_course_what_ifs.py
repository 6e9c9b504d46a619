"""What-ifs: what is held, what fails, and what follows."""

from __future__ import annotations

from sidecar_viz.core.actor_state import ActorState
from tests.core.courses import played, words

NEEDS = """
steps:
  - id: first
    title: First
    needs: [{step: start, why: Always met.}]
    actors: [{id: a, state: Active, count: 2}]
  - id: word
    title: Word
    needs: [{actor: a, state: Idle, why: A is not idle.}]
    actors: [{id: b, state: Active}, {id: c, present: true, anyway: true}]
  - {id: count, title: Count, needs: [{actor: a, count: 3, why: Too few.}]}
  - {id: there, title: There, needs: [{actor: c, why: C is not there.}]}
  - {id: open, title: Open, needs: [{link: ab, why: The link is off.}]}
  - {id: off, title: Off, needs: [{link: ab, state: "off", why: No.}]}
  - {id: after, title: After, needs: [{step: word, why: The word was not.}]}
  - id: part
    title: Part
    actors:
      - {id: b, state: Waiting, needs: [{actor: a, count: 9, why: Not nine.}]}
      - {id: c, present: false}
    links: [{id: bc, state: "off", needs: [{step: word, why: Not the word.}]}]
"""


HOLDS = """
steps:
  - id: one
    title: One
    actors: [{id: a, state: Active}, {id: b, state: Active, count: 5}]
    links: [{id: ab, state: "on"}, {id: bc, state: denied}]
    sends: [{from: a, to: b, adds: 3}]
what-ifs:
  - {id: broken, title: B is broken, holds: [{actor: b, state: Broken}]}
  - {id: busy, title: B is busy, holds: [{actor: b, state: Busy, tone: warning}]}
  - {id: shut, title: AB is shut, holds: [{link: ab, state: denied}]}
  - {id: open, title: BC stays, holds: [{link: bc, state: "on"}]}
  - {id: closed, title: BC is off, holds: [{link: bc, state: "off"}]}
"""


def test_a_held_actor_stays_and_nobody_reaches_it() -> None:
    """It keeps word and count, and no link opens to it."""
    start, one = played(HOLDS, 0).outcomes

    assert (start.actors["b"].word, start.actors["b"].tone) == ("Broken", "failed")
    assert start.actors["b"].held
    assert (one.actors["b"].word, one.actors["b"].count) == ("Broken", 0)
    assert one.links["ab"].word == "off"
    assert one.links["bc"].word == "denied"


def test_an_actor_that_is_held_alive_can_be_reached() -> None:
    """Held in a state that is not dead, its links open; it still does not change."""
    one = played(HOLDS, 1).outcomes[1]

    assert one.links["ab"].word == "on"
    assert [(s.source, s.target) for s in one.sends] == [("a", "b")]
    assert (one.actors["b"].word, one.actors["b"].count) == ("Busy", 0)


def test_a_held_link_stays() -> None:
    """Denied, open or off from the start, whatever the steps do."""
    denied, opened, closed = (played(HOLDS, which) for which in (2, 3, 4))

    assert [o.links["ab"].word for o in denied.outcomes] == ["denied", "denied"]
    assert [o.links["bc"].word for o in opened.outcomes] == ["on", "on"]
    assert [o.links["bc"].word for o in closed.outcomes] == ["off", "off"]


def test_what_travelled_stops_when_its_need_is_gone() -> None:
    """In a step that cannot happen, an unlisted loop still keeps to its needs."""
    course = played("""
        steps:
          - id: one
            title: One
            actors: [{id: a, state: Active}]
            links: [{id: ab, state: "on"}]
            sends:
              - from: a
                to: b
                loop: true
                needs: [{actor: a, state: Active, why: A rests.}]
                moment: 2
          - id: two
            title: Two
            actors: [{id: a, state: Idle, anyway: true}]
        what-ifs:
          - {id: no-two, title: No two, fails: [{step: two, why: It does not.}]}
    """, 0)  # fmt: skip

    assert len(course.outcomes[1].flows) == 1
    assert course.outcomes[2].flows == ()
    assert words(course, 2)["a"] == "Idle"


def test_what_is_needed_decides_what_can_happen() -> None:
    """A step whose need is not met is blocked with the words of that need."""
    course = played(NEEDS)

    assert [outcome.blocked for outcome in course.outcomes] == [
        None,
        None,
        "A is not idle.",
        "Too few.",
        None,
        "The link is off.",
        None,
        "The word was not.",
        None,
    ]


def test_a_blocked_step_does_only_what_comes_anyway() -> None:
    """B stays as it was; C comes all the same."""
    actors = played(NEEDS).outcomes[2].actors

    assert actors["b"].word == "Idle"
    assert actors["c"].presence == 1.0


def test_a_part_of_a_step_can_fail_alone() -> None:
    """The step happens; what lacks its need is listed with its place and reason."""
    part = played(NEEDS).outcomes[8]

    assert part.actors["b"].word == "Idle"
    assert part.actors["c"].presence == 0.0
    assert part.links["bc"].word == "on"
    assert [(u.where, u.index, u.why) for u in part.unmet] == [
        ("actors", 0, "Not nine."),
        ("links", 0, "Not the word."),
    ]


def test_only_what_has_failed_is_broken() -> None:
    """Somebody held in a good state is as whole as anybody."""
    held = ActorState("a", "Up", "good", held=True)
    assert not held.broken
    assert ActorState("a", "Down", "failed", held=True).broken
    assert not ActorState("a", "Down", "failed").broken
