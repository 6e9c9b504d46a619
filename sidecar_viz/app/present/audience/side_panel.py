"""Beside the audience's stage: the steps, and how everything stands now."""

from __future__ import annotations

from operator import itemgetter
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.fitting import largest_that_fits
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.wrapped_text import WrappedText, laid
from sidecar_viz.app.preferences.preferences import AudiencePanel
from sidecar_viz.app.present.audience.listing import line_colours
from sidecar_viz.app.tables.hues import row_hues
from sidecar_viz.app.tables.model import HIDDEN
from sidecar_viz.app.words.step_words import titles
from sidecar_viz.core.beside.belonging import step_lines
from sidecar_viz.core.beside.tables import tracker_lines
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import Hue, Sample, Tone
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.theme import mixed
from sidecar_viz.paint.kinds.icons import draw_tone

HEAD, ROW, LEAST = 24, 33, 28.0
PAD, INSET, LEADING, BAR, RADIUS = 40, 22, 34, 9, 14
SIGN, SIGN_ROOM = 0.3, 1.05
"""The radius of a state's sign, and its room before the word, in sizes of the text."""
SHRINKS = (1.0, 0.94, 0.88, 0.8, 0.72, 0.64, 0.56, 0.5)


class PanelRow(Struct, frozen=True):
    """A row: something short, and something said; *state* is past, now or to come.

    With a *tone* what is said is a state: the tone's sign stands before it, in the
    colour that it has on the stage.
    """

    lead: str
    text: str
    state: int = 0
    marked: bool = False
    tone: Tone | None = None
    hue: Hue = "slate"


class PanelPart(Struct, frozen=True):
    """A heading with its rows.

    With *pairs* the lead is a name and needs room; a *listing* is written close, with
    letters of one width and in the colours of its language.
    """

    heading: str
    rows: tuple[PanelRow, ...]
    pairs: bool = False
    listing: Sample | None = None


def steps_part(course: Course, step: int, *, hiding: bool = False) -> PanelPart:
    """Return all steps with their titles; without, where they are to be predicted."""
    rows = tuple(
        PanelRow(
            str(number),
            HIDDEN if hiding and number > step else title,
            (number > step) - (number < step),
            number == step,
        )
        for number, title in enumerate(titles(course))
        if number
    )
    return PanelPart(course.lesson.headings.table, rows)


def what_if_part(course: Course, heading: str) -> tuple[PanelPart, ...]:
    """Return which what-if is shown, if any."""
    if course.what_if is None:
        return ()
    return (PanelPart(heading, (PanelRow("?", course.what_if.title),)),)


def tracker_part(course: Course, step: int) -> PanelPart:
    """Return how everything stands after a step."""
    lesson = course.lesson
    columns = lesson.tracker.columns if lesson.tracker else ()
    past = [
        place
        for place, column in enumerate(columns)
        if course.index_of(column.after) <= step
    ]
    if not past:
        return PanelPart(lesson.headings.tracker, ())
    at = past[-1]
    here = course.index_of(columns[at].after) == step
    hues = row_hues(course)
    rows = tuple(
        PanelRow(
            line.label,
            cell.text,
            marked=cell.changed and here,
            tone=cell.tone if cell.sign else None,
            hue=hues.get(line.id, "slate"),
        )
        for line in tracker_lines(course)
        for cell in (line.cells[at],)
    )
    return PanelPart(lesson.headings.tracker, rows, pairs=True)


def sample_part(course: Course, step: int) -> PanelPart:
    """Return the first listing that a step lights lines of, those lines marked."""
    samples = course.lesson.samples
    lit = step_lines(course, step)
    shown = next((s for s in samples if any(key == s.id for key, _ in lit)), None)
    shown = shown or next(iter(samples), None)
    if shown is None:
        return PanelPart(course.lesson.headings.sample, ())
    rows = tuple(
        PanelRow(str(number), _indented(line), 0, (shown.id, number) in lit)
        for number, line in enumerate(shown.text.rstrip().splitlines(), start=1)
    )
    return PanelPart(shown.title, rows, listing=shown)


def _indented(line: str) -> str:
    """Return a line whose indentation is kept where lines are wrapped."""
    kept = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(kept)) + kept


def with_panel(now: AudiencePanel, wanted: AudiencePanel) -> AudiencePanel:
    """Return the panels after one more was asked for; asked for again, it goes."""
    if wanted in ("none", now):
        return "none"
    if "sample" in (wanted, now):
        return wanted
    other: AudiencePanel = "tracker" if wanted == "table" else "table"
    after: dict[AudiencePanel, AudiencePanel] = {
        "none": wanted,
        wanted: "none",
        other: "both",
        "both": other,
    }
    return after[now]


class SidePanel(QWidget):
    """Draws its parts under each other, as large as they fit."""

    heard_as: Final = "text"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look = Look()
        self._parts: tuple[PanelPart, ...] = ()

    def show_parts(self, parts: tuple[PanelPart, ...]) -> None:
        """Show other parts; equal ones are not painted anew."""
        if parts != self._parts:
            self._parts = parts
            said = [f"{row.lead} {row.text}" for part in parts for row in part.rows]
            self.setAccessibleName(", ".join(part.heading for part in parts))
            self.setAccessibleDescription(". ".join(said))
            self.update()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every part."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(self._look.theme.surface))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sheet = self._sheet()
            for draw in sheet:
                draw.paint(painter, self._look)

    def _sheet(self) -> list[_Line]:
        """Return all lines with their places, in the largest size that fits."""
        written = (
            _lines(self._parts, self._look, self.width(), shrink) for shrink in SHRINKS
        )
        (lines, _), _ = largest_that_fits(written, itemgetter(1), self.height())
        return _around_now(lines, self.height())


class _Line:
    """One line where it is drawn."""

    def __init__(
        self,
        row: PanelRow,
        box: QRectF,
        lead: WrappedText,
        text: WrappedText,
        text_x: float,
        sign: float = 0.0,
    ) -> None:
        self.row, self.box, self.sign = row, box, sign
        self.lead, self.text, self.text_x = lead, text, text_x

    def paint(self, painter: QPainter, look: Look) -> None:
        """Draw the mark, the lead and the text."""
        theme, row, box = look.theme, self.row, self.box
        if row.marked:
            plate, corner = QPainterPath(), look.px(RADIUS)
            plate.addRoundedRect(box, corner, corner)
            painter.fillPath(plate, QColor(theme.row))
            bar = QPainterPath()
            bar.addRect(QRectF(box.left(), box.top(), look.px(BAR), box.height()))
            painter.fillPath(plate.intersected(bar), QColor(theme.accent))
        ink = theme.ink if row.state <= 0 else theme.muted
        if row.state < 0:
            ink = mixed(theme.ink, theme.muted, 0.35)
        lead = theme.accent if row.marked else ink
        top = box.top() + (box.height() - self.lead.height) / 2
        self.lead.draw(painter, box.left() + look.px(INSET), top, lead)
        top = box.top() + (box.height() - self.text.height) / 2
        if row.tone is not None:
            ink = theme.tone(row.tone, row.hue).text
            x = self.text_x - self.sign * (SIGN_ROOM - SIGN)
            y, radius = box.center().y(), self.sign * SIGN
            draw_tone(painter, row.tone, x, y, radius, QColor(ink))
        self.text.draw(painter, self.text_x, top, ink)


def _lines(
    parts: tuple[PanelPart, ...], look: Look, wide: int, shrink: float
) -> tuple[list[_Line], float]:
    """Return the lines of all parts, and how high they are together."""
    lines: list[_Line] = []
    y, pad = float(look.px(PAD)), look.px(PAD)
    size = max(LEAST / look.text, ROW * shrink)
    nothing = laid("", look.font(size), 1.0)
    for part in parts:
        head = laid(part.heading.upper(), look.font(HEAD, SEMIBOLD), wide - 2.0 * pad)
        box = QRectF(pad - look.px(INSET), y, wide - pad, head.height)
        lines.append(_Line(PanelRow("", "", 1), box, head, nothing, 0.0))
        y += head.height + look.px(18)
        for row in part.rows:
            line = _line(part, row, look, (wide, y), size, shrink)
            lines.append(line)
            y = line.box.bottom()
        y += look.px(LEADING) * shrink
    return lines, y


def _line(
    part: PanelPart,
    row: PanelRow,
    look: Look,
    place: tuple[int, float],
    size: float,
    shrink: float,
) -> _Line:
    wide, y = place
    pad, inset = look.px(PAD), look.px(INSET)
    left = pad - inset
    room = wide - pad - look.px(20)
    weight = BOLD if row.marked else MEDIUM
    if part.listing is not None:
        size = LEAST / look.text
    lead_room = room * 0.5 if part.pairs else look.text_px(size) * 1.7
    lead = laid(row.lead, look.font(size, MEDIUM if part.pairs else BOLD), lead_room)
    sign = look.text_px(size) if row.tone is not None else 0.0
    x = left + inset + lead_room + look.px(8) + sign * SIGN_ROOM
    font = look.font(size, weight, mono=part.listing is not None)
    listed = part.listing
    runs = line_colours(listed, look.theme)[int(row.lead) - 1] if listed else ()
    text = laid(row.text, font, max(40.0, left + room - x), runs)
    air = look.px(LEADING) * shrink * (0.55 if part.pairs else 1.0)
    air = air if part.listing is None else look.px(3)
    high = max(lead.height, text.height) + air
    return _Line(row, QRectF(left, y, room, high), lead, text, x, sign)


def _around_now(lines: list[_Line], high: int) -> list[_Line]:
    """With more lines than fit, those around the marked one."""
    if not lines or lines[-1].box.bottom() <= high:
        return lines
    now = next((line for line in lines if line.row.marked), lines[0])
    shift = max(0.0, now.box.center().y() - high * 0.5)
    shift = min(shift, max(0.0, lines[-1].box.bottom() - high * 0.96))
    for line in lines:
        line.box.translate(0.0, -shift)
    return [line for line in lines if line.box.top() >= 0 and line.box.bottom() <= high]
