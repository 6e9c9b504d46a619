"""Find words anywhere in the lesson, and go where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.dialog.pick import PickDialog
from sidecar_viz.app.look.look import Look
from sidecar_viz.core.find import Passage, matching, passages, snippet
from sidecar_viz.core.lesson import Lesson

MOST_ROWS = 100


class FindDialog(PickDialog):
    """Lists the passages with the words that are typed.

    Signals:
        chosen: the Passage to go to.
    """

    chosen = Signal(object)

    def __init__(
        self, lesson: Lesson, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _tr("Find in the lesson"),
            _tr("Words of a caption, a table, the manifest …"),
            _tr("These words are nowhere in the lesson."),
            look,
            parent,
        )
        self._every = passages(lesson)
        self._words = {
            "reality": _tr("In a real cluster"),
            "row": lesson.headings.table,
            "flow": lesson.headings.flow,
            "sample": lesson.headings.sample,
            "moment": lesson.headings.key_moments,
            "snapshot": lesson.headings.snapshot,
            "transcript": lesson.headings.transcript,
            "actor": _tr("On the stage"),
        }
        self._begin()

    def rows(self, typed: str) -> Iterator[tuple[str, object]]:
        """Where it stands, and the words around."""
        for passage in matching(self._every, typed)[:MOST_ROWS]:
            yield f"{self._place(passage)}\n{snippet(passage.text, typed)}", passage

    def take(self, value: object) -> None:
        """Go there."""
        self.chosen.emit(value)

    def _show_matches(self, typed: str) -> None:
        super()._show_matches(typed)
        self.none.setVisible(bool(typed.strip()) and not self.list.count())

    def _place(self, passage: Passage) -> str:
        step = passage.step
        at = "" if step is None else self.tr("Step {n}").format(n=step)
        return " · ".join(filter(None, (at, self._words.get(passage.where, ""))))


def _tr(text: str) -> str:
    return QCoreApplication.translate("find", text)
