"""Two windows keep what was done in each of them, in one file."""

from __future__ import annotations

from msgspec import convert

from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.ink import Ink
from sidecar_viz.core.learning.session import Session
from sidecar_viz.core.learning.vote import new_vote
from sidecar_viz.files.saved.folders import data_file
from sidecar_viz.files.saved.session_file import load_session, session_bytes
from sidecar_viz.files.saved.whole import write_whole
from tests.app.conftest import LESSON, MakeWindow
from tests.app.programs import program_of


def test_who_only_steps_keeps_what_another_window_did(window: MainWindow) -> None:
    """Both show the same lesson; here there is a pen, too, that drew nothing."""
    program = program_of(window)
    _ = program.session, program.show
    vote = new_vote("q", 0, 2).counted(0, 7)
    session = Session(str(LESSON), "sidecar", votes=(vote,))
    write_whole(data_file("session.json"), session_bytes(session))
    window.player.jump(2)
    program.session.finish()

    found = load_session(data_file("session.json"))
    assert (found.step, found.votes) == (2, (vote,))
    other = new_vote("r", 0, 2)
    program.session.keep_vote(other)
    program.session.finish()
    assert load_session(data_file("session.json")).votes == (vote, other)


def test_each_window_keeps_the_lines_that_it_drew(make_window: MakeWindow) -> None:
    """Also after the other one drew; what one erases is what it showed itself."""
    lines = [((0.1, 0.2), (0.3, 0.4)), ((0.5, 0.6), (0.7, 0.8)), ((0.9, 0.1),)]
    shared = {"ink": {"strokes": [{"step": 0, "points": lines[0]}]}}
    session = Session(str(LESSON), "sidecar", slots=dict(shared))
    write_whole(data_file("session.json"), session_bytes(session))
    one, two = (program_of(make_window()) for _ in range(2))
    for program, line in ((one, lines[1]), (two, lines[2])):
        program.show.tools.draw(line)
        program.session.finish()
    assert [stroke.points for stroke in kept_ink().strokes] == lines

    one.show.tools.erase()
    one.session.finish()
    assert [stroke.points for stroke in kept_ink().strokes] == lines[2:]

    two.show.tools.undo()
    two.session.finish()
    assert kept_ink() == Ink()
    one.show.tools.undo()
    one.session.finish()
    assert [stroke.points for stroke in kept_ink().strokes] == lines[:2]


def kept_ink() -> Ink:
    """Return the ink that is in the file."""
    return convert(load_session(data_file("session.json")).slots.get("ink", {}), Ink)


def test_ink_of_two_windows_is_that_drawn_last(make_window: MakeWindow) -> None:
    """Who opens the class's view writes no old ink, and no lack of it, over new ink."""
    one, two = (program_of(make_window()) for _ in range(2))
    sessions = [program.session for program in (one, two)]
    for session in sessions:
        session.touch()
        session.finish()
    one.show.tools.draw(((0.1, 0.2), (0.3, 0.4)))
    sessions[0].finish()
    drawn = load_session(data_file("session.json")).slots
    assert drawn

    _ = two.show
    sessions[1].keep_vote(new_vote("q", 0, 2))
    sessions[1].finish()
    assert load_session(data_file("session.json")).slots == drawn

    third = program_of(make_window())
    third.session.finish()
    one.show.tools.draw(((0.5, 0.2), (0.3, 0.4)))
    sessions[0].finish()
    more = load_session(data_file("session.json")).slots
    _ = third.show
    third.player.jump(2)
    third.session.finish()
    assert (more != drawn, load_session(data_file("session.json")).slots) == (
        True,
        more,
    )
