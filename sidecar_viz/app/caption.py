"""The caption: what the step is called and what happens in it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from sidecar_viz.app.look import Look
from sidecar_viz.app.markup import escaped, plain, rich
from sidecar_viz.app.step_words import StepWords
from sidecar_viz.paint.fonts import BOLD
from sidecar_viz.paint.theme import MONO

TITLE, TEXT, NOTE = 34, 22, 16
SHRINKS = (1.0, 0.9, 0.8, 0.7, 0.62, 0.55)


class Caption(QFrame):
    """The words of the step; they shrink a little before they would be cut.

    Signals:
        moment_wanted: the key moment's line was clicked.
    """

    moment_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self.setAccessibleName(self.tr("Caption"))
        self._look = Look()
        self._words: StepWords | None = None
        self._real_notes = False
        self._remark = ""
        self._letters = True
        self._wanted = True
        self._title, self._text = _line(self), _line(self)
        self._moment, self._reality = _line(self), _line(self)
        self._moment.linkActivated.connect(lambda _link: self.moment_wanted.emit())
        inside = QWidget()
        self._inner = QVBoxLayout(inside)
        for label in (self._title, self._text, self._moment, self._reality):
            label.setProperty("quiet", label is not self._title)
            self._inner.addWidget(label)
        self._inner.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._area)

    def show_step(self, words: StepWords) -> None:
        """Show the words of a step."""
        self._words = words
        self._remark = ""
        self._refresh()

    def show_remark(self, remark: str) -> None:
        """Show something about the picture, such as what an actor is."""
        if remark != self._remark:
            self._remark = remark
            self._refresh()

    def show_real_notes(self, *, wanted: bool) -> None:
        """Say how it is in a real cluster, or not."""
        self._real_notes = wanted
        self._refresh()

    def show_words(self, *, wanted: bool) -> None:
        """Show the caption's text, or the title alone."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._refresh()

    def set_letters(self, *, letters: bool) -> None:
        """Name single-letter keys only where they work."""
        self._letters = letters
        self._refresh()

    def set_look(self, look: Look) -> None:
        """Take colours and sizes."""
        self._look = look
        side = look.px(24)
        self._outer.setContentsMargins(side, look.px(12), look.px(12), look.px(10))
        self._inner.setContentsMargins(0, 0, look.px(10), 0)
        self._inner.setSpacing(look.px(5))
        self._refresh()

    def title(self) -> str:
        """The title as it is written now, with its markup."""
        return self._title.text()

    def remark(self) -> str:
        """What is said about the picture now."""
        return self._remark

    def wanted_height(self, width: int) -> int:
        """How high the card must be at this *width* for all words, unshrunk."""
        return self._height_at(width, 1.0)

    def _height_at(self, width: int, shrink: float) -> int:
        self._set_fonts(shrink)
        outer, inner = self._outer.contentsMargins(), self._inner.contentsMargins()
        room = width - outer.left() - outer.right() - inner.right() - 4
        labels = [
            label
            for label in (self._title, self._text, self._moment, self._reality)
            if label.text()
        ]
        high = sum(label.heightForWidth(max(50, room)) for label in labels)
        high += self._inner.spacing() * len(labels)
        return high + outer.top() + outer.bottom() + 4

    def _set_fonts(self, shrink: float) -> None:
        look = self._look
        self._title.setFont(look.font(TITLE * shrink, BOLD))
        self._text.setFont(look.font(TEXT * shrink))
        self._moment.setFont(look.font(NOTE * max(0.85, shrink)))
        self._reality.setFont(look.font(NOTE * max(0.85, shrink)))

    def _refresh(self) -> None:
        if self._words is None:
            return
        words, theme = self._words, self._look.theme
        number = self.tr("Step {n}").format(n=words.number)
        title = escaped(words.title)
        if words.blocked is not None:
            title = f"<s>{title}</s>"
        self._title.setText(
            f'<span style="color:{theme.accent}">{number}</span>&nbsp; {title}'
            if words.number
            else title
        )
        self._text.setText(self._caption_text(words))
        self._moment.setText(self._note_text(words))
        real = words.in_reality if self._real_notes else ""
        head = f"<b>{self.tr('In a real cluster:')}</b> "
        self._reality.setText(head + rich(real, MONO) if real else "")
        for label in (self._text, self._moment, self._reality):
            label.setVisible(bool(label.text()) and self._wanted)
        self._fit()

    def _caption_text(self, words: StepWords) -> str:
        theme = self._look.theme
        if words.blocked is None:
            return rich(words.caption, MONO, strong=theme.hue("green").text)
        cannot = self.tr("Cannot happen:")
        why = rich(words.blocked, MONO)
        red = theme.failed.text
        return f'<span style="color:{red};font-weight:700">{cannot}</span> {why}'

    def _note_text(self, words: StepWords) -> str:
        if self._remark:
            return rich(self._remark, MONO)
        if not words.moments:
            return ""
        theme = self._look.theme
        key = f"<span style=\"font-family:'{MONO}';font-weight:600\">I</span>&nbsp; "
        style = f"color:{theme.muted};text-decoration:none"
        said = self.tr("Key moment: {question}")
        question = said.format(question=plain(words.moments[0].question))
        chip = key if self._letters else ""
        return f'<a href="moment" style="{style}">{chip}{escaped(question)}</a>'

    def _fit(self) -> None:
        if not self.isVisible():
            return
        for shrink in SHRINKS:
            if self._height_at(self.width(), shrink) <= self.height():
                return

    def sizeHint(self) -> QSize:
        """Four lines."""
        return QSize(400, self._look.px(142))

    def minimumSizeHint(self) -> QSize:
        """Two lines; the rest scrolls."""
        return QSize(self._look.px(240), self._look.roomy(70))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the words fit before they are seen."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words fit the new size."""
        super().resizeEvent(event)
        self._fit()


def _line(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
    return label
