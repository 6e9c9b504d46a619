"""The parts of the lab's window that are not in its first frame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sidecar_viz.app.lab.views.split import Split
from sidecar_viz.app.look.source import LookSource, Styled
from sidecar_viz.app.qt.later import Later
from sidecar_viz.app.qt.tab_order import tab_after
from sidecar_viz.pods.showing.run import Run

# Each is loaded when it is made.
# ruff: noqa: PLC0415
if TYPE_CHECKING:
    from sidecar_viz.app.lab.views.tables.lab_tables import LabTables
    from sidecar_viz.app.lab.views.text.editor import Editor
    from sidecar_viz.app.lab.views.text.excerpt import Excerpt
    from sidecar_viz.app.lab.views.twin.twin_view import TwinView


class LateParts:
    """Makes each part when it is first wanted, in its place and in the window's look.

    It keeps no reference to the window, which was not always let go with one.

    Attributes:
        tables: the tables of the run.
        excerpt: the manifest below the tables.
        twin: the run beside its twin, hidden at first.
        editor: the texts, hidden at first.
    """

    def __init__(
        self,
        window: QWidget,
        run: Run,
        looks: LookSource,
        *,
        whole: Split,
        right: Split,
        column: QVBoxLayout,
        before: QWidget,
    ) -> None:
        """Make none yet.

        Args:
            window: once it is gone, nothing is made any more.
            run: what they show.
            looks: gives the window's look.
            whole: the editor goes to its left.
            right: tables and manifest go here, one under the other.
            column: the twin goes here.
            before: Tab comes from here.
        """
        self._run, self._looks = run, looks
        self._whole, self._right = whole, right
        self._column, self._before = column, before
        self.tables: Later[LabTables] = Later(window, self._make_tables)
        self.excerpt: Later[Excerpt] = Later(window, self._make_excerpt)
        self.twin: Later[TwinView] = Later(window, self._make_twin)
        self.editor: Later[Editor] = Later(window, self._make_editor)

    def made(self) -> Iterator[Styled]:
        """Give those that are there."""
        later = (self.tables.made, self.excerpt.made, self.editor.made, self.twin.made)
        yield from (part for part in later if part is not None)

    def _make_tables(self) -> LabTables:
        from sidecar_viz.app.lab.views.tables.lab_tables import LabTables

        tables = LabTables(self._run, self._right)
        tables.set_look(self._looks.look)
        self._right.put(0, tables, 62)
        tab_after(self._before, tables)
        return tables

    def _make_excerpt(self) -> Excerpt:
        from sidecar_viz.app.lab.views.text.excerpt import Excerpt

        excerpt = Excerpt(self._right)
        excerpt.set_look(self._looks.look)
        self._right.put(1, excerpt, 38)
        tab_after(self.tables.get(), excerpt)
        return excerpt

    def _make_twin(self) -> TwinView:
        from sidecar_viz.app.lab.views.twin.twin_view import TwinView

        twin = TwinView(self._run, self._column.parentWidget())
        twin.set_look(self._looks.look)
        twin.hide()
        self._column.insertWidget(1, twin, 1)
        tab_after(self.excerpt.made or self._before, twin)
        return twin

    def _make_editor(self) -> Editor:
        from sidecar_viz.app.lab.views.text.editor import Editor

        editor = Editor(self._whole)
        editor.set_look(self._looks.look)
        editor.hide()
        self._whole.put(0, editor, 33)
        return editor
