"""The lab: connects what is played with what is shown, and does what is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sidecar_viz.app.lab.asked.lab_dialogs import go_to_second, show_text
from sidecar_viz.app.lab.compared import Compared
from sidecar_viz.app.lab.hands import Hands
from sidecar_viz.app.lab.held.lab_model import LabModel
from sidecar_viz.app.lab.held.lab_player import SPEEDS, LabPlayer
from sidecar_viz.app.lab.held.opened import Opened
from sidecar_viz.app.lab.lab_files import LabFiles
from sidecar_viz.app.lab.lab_voice import LabVoice
from sidecar_viz.app.lab.lab_window import LabWindow
from sidecar_viz.app.lab.texts import Texts
from sidecar_viz.app.lab.views.why_line import lines_of
from sidecar_viz.app.lab.watched import Watched
from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.core.markup import isolated
from sidecar_viz.files.reading.problems import Problem
from sidecar_viz.paint.lab.pod.stage import Moment
from sidecar_viz.pods.asking.why import Why, why_at
from sidecar_viz.pods.asking.why_bar import why_bar
from sidecar_viz.pods.showing.causes import arrow_meant
from sidecar_viz.pods.showing.run import Run

if TYPE_CHECKING:
    from sidecar_viz.app.lab.views.tables.lab_tables import LabTables
    from sidecar_viz.app.lab.views.twin.twin_view import TwinView
    from sidecar_viz.app.saving.saving import Saving


class Lab(QObject):
    """Plays one pod, and lets it be looked into, broken and changed.

    Attributes:
        model: manifest, script and run.
        player: the playhead.
        window: what is seen.
        files: what goes in and out.
        hands: what is broken and assumed by hand.
        compared: the run beside its twin.
        texts: manifest and script as text.
        voice: what screen readers are told.
        letters: whether single characters are keys.
    """

    def __init__(self, opened: Opened, preferences: Preferences) -> None:
        super().__init__()
        self.model = LabModel(opened, self)
        self.player = LabPlayer(self.model.run.way, self)
        self.window = LabWindow(self.model.run, preferences)
        model, player, window = self.model, self.player, self.window
        self.files = LabFiles(model, player, window)
        self.hands = Hands(model, player, window)
        self.hands.remarked.connect(self._remark)
        self.compared = Compared(model, player, window)
        watched = Watched(model, player, window)
        watched.remarked.connect(self._remark)
        self.texts = Texts(model, window, self.files, self.compared, watched)
        self.voice = LabVoice(window, player, self.compared)
        self.texts.said.connect(self.voice.say)
        self.texts.remarked.connect(self._remark)
        self.letters, self._restored = True, ""
        self._connect_views()
        self._connect_hands()
        self.player.set_motion(self.window.motion)
        self.window.transport.show_speed(self.player.speed)
        self._show_file(opened)
        self._show_run(self.model.run)
        self.voice.begin()
        self.window.stage.setFocus()

    def _connect_views(self) -> None:
        player, model, window = self.player, self.model, self.window
        player.moved.connect(self._show_moment)
        player.arrived.connect(self._arrive)
        player.playing_changed.connect(window.transport.show_playing)
        model.run_changed.connect(self._show_run)
        model.file_changed.connect(self._show_file)
        model.refused.connect(self._refuse)
        model.undo_changed.connect(window.transport.show_undo)
        model.change_told.connect(self._show_change)
        window.motion_changed.connect(player.set_motion)
        window.closing.connect(player.stop)
        window.clicked.connect(lambda by: player.next() if by > 0 else player.back())
        window.dropped.connect(self.files.open_file)
        self.files.saved.connect(self._remark)

    def _connect_hands(self) -> None:
        player, window = self.player, self.window
        line, stage = window.time_line, window.stage
        line.scrubbed.connect(player.scrub)
        line.released.connect(player.release)
        line.bar_chosen.connect(self._choose_bar)
        line.lane_focused.connect(stage.focus_on)
        line.break_wanted.connect(self.hands.break_it)
        stage.card_focused.connect(line.focus_on)
        stage.guess_wanted.connect(self.hands.assume)
        stage.break_wanted.connect(self.hands.break_it)
        window.late.tables.then(self._connect_tables)
        window.late.twin.then(self._connect_twin)
        window.why.lines_wanted.connect(self.texts.show_lines)
        window.why.rule_wanted.connect(self.tell_why)
        transport = window.transport
        transport.first_wanted.connect(lambda: player.jump(0))
        transport.play_wanted.connect(self.toggle_playing)
        transport.next_wanted.connect(player.next)
        transport.speed_wanted.connect(lambda: self.faster(1, around=True))
        transport.folding_wanted.connect(self._fold)
        transport.undo_wanted.connect(self.hands.undo)
        transport.break_wanted.connect(self.hands.break_it)
        window.header.edit_wanted.connect(self._edit)
        window.header.lesson_wanted.connect(self.files.save_lesson)
        window.header.present_wanted.connect(self.files.present)
        window.header.twin_wanted.connect(self._compare)
        window.header.version_wanted.connect(self.model.set_version)

    # What is shown

    def _show_file(self, opened: Opened) -> None:
        window = self.window
        title = self.tr("{name}: Pod lab").format(name=opened.pod.name)
        window.setWindowTitle(isolated(title))
        window.header.show_opened(opened)

    def _show_change(self, changed: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Mark that something is unsaved; no message says otherwise from then on."""
        self.window.header.show_changed(changed=changed)
        if changed:
            self._tell_tables(self.player.moment.t)

    def _show_run(self, run: Run) -> None:
        self.window.stage.show_run(run)
        self.window.time_line.show_run(run)
        if (tables := self.window.late.tables.made) is not None:
            tables.show_run(run)
        self.compared.show_run(run)

    def _show_moment(self, moment: Moment) -> None:
        self.window.stage.show_moment(moment)
        self.window.time_line.show_moment(moment)
        self.compared.show_moment(moment)
        self._show_second()
        if moment.beat == 0.0 and moment.at == moment.t:  # a change begins
            self._tell_tables(moment.t)

    def _arrive(self, moment: Moment) -> None:
        self._tell_tables(moment.t)
        self.voice.arrive(moment)

    def _connect_tables(self, tables: LabTables) -> None:
        """Show in tables that have just been made what they are to show."""
        tables.second_wanted.connect(self.player.jump)
        tables.show_run(self.model.run)
        tables.show_second(self.player.moment.t)
        tables.set_hidden(hidden=self.window.time_line.hidden)

    def _connect_twin(self, twin: TwinView) -> None:
        """Let hands do with the run and its twin what they do with the run alone."""
        twin.set_hidden(hidden=self.window.time_line.hidden)
        twin.guess_wanted.connect(self.hands.assume)
        twin.break_wanted.connect(self.hands.break_it)
        twin.bar_chosen.connect(self._tell_bar)

    def _tell_tables(self, t: float) -> None:
        run, opened, window = self.model.run, self.model.opened, self.window
        if (tables := window.late.tables.made) is not None:
            tables.show_second(t)
        self.compared.show_second(t)
        why = why_at(run.pod, run.script, run.trace, t)
        window.why.show_why(why, opened.pod, opened.name)
        self.texts.light(window.why.numbers)
        window.time_line.show_cause(arrow_meant(run.arrows, t, why.actor, why.until))

    def _choose_bar(self, name: str, t: float) -> None:
        self._tell_bar(self.model.run, name, t)

    def _tell_bar(self, run: Run, name: str, t: float) -> None:
        """Go to the beginning of a bar, and say why it began and ended."""
        bar = run.lane[name].bar_at(t)
        with self.voice.silent():
            self.player.jump(bar.begin)
        began, ended = why_bar(run.pod, run.script, run.trace, name, bar.begin)
        ended = "" if self.window.time_line.hidden else ended
        if self.compared.on:
            said = self.window.twin.tell(run, f"{began} {ended}".strip())
        else:
            self.window.why.show_bar(began, ended)
            said = self.window.why.spoken().strip()
        self.voice.say(said)

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        if problems:
            self.voice.say(str(problems[0]))

    def _remark(self, said: str) -> None:
        """Show a message in the why line until the next reason, and say it.

        In the twin it is a line of its own.
        """
        if self.compared.on:
            self.window.twin.remark(said)
        else:
            self.window.why.show_bar(said, "")
        self.voice.say(said)

    def restore(self, kept: Opened, draft: str) -> None:
        """Go on with what was not saved, and say so."""
        breaks = self.model.restore(kept, draft)
        said = self.tr("Restored: what was not saved of {name}.")
        undo = self.tr("Undo brings the file back.")
        if breaks:
            undo = self.tr("Undo takes the last break back.")
        self._restored = f"{said.format(name=kept.name)} {undo}"
        if draft != self.model.opened.text and not self.window.late.editor.visible:
            self.texts.toggle()

    def tell_restored(self) -> None:
        """Say what was restored."""
        self._remark(self._restored)

    # What commands do

    @cached_property
    def saving(self) -> Saving:
        """What is saved for others: pages, films, paper, slides."""
        from sidecar_viz.app.lab.run_to_save import RunToSave  # noqa: PLC0415 - then
        from sidecar_viz.app.saving.saving import Saving  # noqa: PLC0415 - only then

        run = RunToSave(self.files, self.player, self.window)
        run.remarked.connect(self._remark)
        return Saving(self.window, run)

    def toggle_playing(self) -> None:
        """Play, or stop."""
        self.player.set_playing(playing=not self.player.playing)

    def faster(self, by: int, *, around: bool = False) -> None:
        """Play faster (+1) or slower (-1); *around*: after the fastest the slowest."""
        at = SPEEDS.index(self.player.speed) + by
        at = at % len(SPEEDS) if around else max(0, min(len(SPEEDS) - 1, at))
        self.player.set_speed(SPEEDS[at])
        self.window.transport.show_speed(SPEEDS[at])
        self.voice.say(self.tr("Speed {n}×.").format(n=f"{SPEEDS[at]:g}"))

    def meet(self, by: int) -> None:
        """Go to the next second (+1) in which containers change together, or back."""
        t, found = self.player.moment.t, self.model.run.meetings
        ahead = [one for one in found if (one - t) * by > 0]
        if ahead:
            self.player.jump(min(ahead) if by > 0 else max(ahead))
        else:
            on = self.tr("No two containers change together after this second.")
            before = self.tr("No two containers change together before this second.")
            self._remark(on if by > 0 else before)

    def go_to(self) -> None:
        """Let users choose a second, or a change that is not to be predicted."""
        window, run = self.window, self.model.run
        until = self.player.moment.t if window.time_line.hidden else run.end
        go_to_second(run, until, self.player.jump, window.looks.look, window)

    def tell_why(self) -> None:
        """Show and say why it is so, with the rule and the lines that decide it."""
        run, line, t = self.model.run, self.window.why, self.player.moment.t
        why = line.why or why_at(run.pod, run.script, run.trace, t)
        self.voice.keep(line.spoken())  # the text that opens is read
        rule = self.tr("Rule: {name} ({rules})")
        said = [why.said, why.more]
        said.append(rule.format(name=why.rule, rules=", ".join(why.rules)))
        decides = self._lines_of(why)
        if decides:
            said.append(decides)
        self.show(self.tr("Why"), "\n\n".join(one for one in said if one))

    def _lines_of(self, why: Why) -> str:
        """Return the lines of the manifest that decide it, with their numbers."""
        opened = self.model.opened
        numbers = lines_of(why, opened.pod)
        if not numbers:
            return ""
        text = opened.text.splitlines()
        wide = len(str(numbers[-1]))
        heading = self.tr("Decided in {file}:").format(file=opened.name)
        shown = [f"{n:>{wide}}  {text[n - 1]}" for n in numbers if n <= len(text)]
        return "\n".join([heading, *shown])

    def show(self, heading: str, text: str) -> None:
        """Show a text that can be read and copied."""
        show_text(heading, text, self.window.looks.look, self.window)

    def _edit(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        if shown is not self.window.late.editor.visible:
            self.texts.toggle()

    def _compare(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        if shown is not self.compared.on:
            self.compared.toggle()

    def _show_second(self) -> None:
        hidden = self.window.time_line.hidden
        second, run = self.player.moment.t, self.model.run
        self.window.transport.show_second(second, run, hidden=hidden)

    def _fold(self, folding: bool) -> None:  # noqa: FBT001 - a Qt slot
        if folding is not self.window.time_line.folding:
            self.toggle_folds()

    def toggle_predicting(self) -> None:
        """Hide what is ahead, so that it can be predicted; or show it."""
        line = self.window.time_line
        line.set_hidden(hidden=not line.hidden)
        self._show_second()
        if (tables := self.window.late.tables.made) is not None:
            tables.set_hidden(hidden=line.hidden)
        if (twin := self.window.late.twin.made) is not None:
            twin.set_hidden(hidden=line.hidden)
        said = self.tr("Predict first: what is ahead is hidden.")
        self._remark(said if line.hidden else self.tr("What is ahead is shown."))

    def toggle_folds(self) -> None:
        """Fold idle time, or show every second."""
        line = self.window.time_line
        line.set_folding(folding=not line.folding)
        self.window.transport.folds.setChecked(line.folding)
        self.voice.say_state(self.tr("Fold idle time"), on=line.folding)
