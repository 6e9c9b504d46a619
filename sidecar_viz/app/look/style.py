"""The style sheet and the palette: the look of everything Qt draws itself."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from sidecar_viz.app.look.look import Look
from sidecar_viz.paint.brush.theme import SANS, Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SHEET = """
QMenuBar, QMenu, QTabBar, QToolTip, QPushButton, QLineEdit, QComboBox, QSpinBox,
QDoubleSpinBox, QCheckBox, QRadioButton {{ font-family: "{sans}"; }}
QWidget#window, QDialog {{ background: {bg}; color: {ink}; }}
QLabel, QCheckBox, QRadioButton {{ color: {ink}; background: transparent; }}
QLabel[quiet="true"] {{ color: {muted}; }}
QLabel a, QLabel[accent="true"] {{ color: {accent}; }}
QFrame[card="true"] {{
  background: {surface}; border: 1px solid {line}; border-radius: {card}px;
}}
QFrame#header {{
  background: {surface}; border: none; border-bottom: 1px solid {line};
}}
QFrame#notice {{
  background: {warn_soft}; border: 2px solid {warn}; border-radius: {r12}px;
}}
QFrame#apart {{
  background: {accent_soft}; border: 2px dashed {accent}; border-radius: {r12}px;
}}
QFrame#question {{
  background: {accent_soft}; border: 2px solid {accent}; border-radius: {r12}px;
}}
QFrame#catcher {{
  background: {surface}; border: 2px dashed {edge}; border-radius: {r12}px;
}}
QFrame#catcher:focus {{ background: {accent_soft}; border: 2px solid {accent}; }}
QFrame#faults {{
  background: {fail_soft}; border: 2px solid {fail}; border-radius: {r12}px;
}}
QMenuBar {{
  background: {surface}; color: {muted}; font-size: {small}px;
  padding: 0; spacing: 0;
}}
QMenuBar::item {{ background: transparent; padding: {menu}px {p10}px; }}
QMenuBar::item:selected {{
  background: {accent_soft}; color: {ink}; border-radius: {r6}px;
}}
QMenu {{
  background: {surface}; color: {ink}; border: 1px solid {edge}; padding: {p6}px;
  font-size: {body}px;
}}
QMenu::item {{ padding: {p6}px {p26}px {p6}px {p26}px; border-radius: {r6}px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {ink}; }}
QMenu::item:disabled {{ color: {edge}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {p4}px {p10}px; }}
QToolTip {{
  background: {ink}; color: {surface}; border: none; padding: {p6}px;
  font-size: {small}px;
}}
QAbstractScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; }}
QAbstractScrollArea {{
  color: {ink}; border: 2px solid transparent; border-radius: {r6}px;
}}
QAbstractScrollArea:focus {{ border-color: {accent}; }}
QTableView {{ gridline-color: transparent; selection-background-color: transparent; }}
QTableCornerButton::section {{ background: transparent; border: none; }}
QTableView QHeaderView {{ background: transparent; border: none; }}
QFileDialog QListView, QFileDialog QTreeView {{ background: {surface}; }}
QFileDialog QHeaderView {{ background: {bg}; }}
QFileDialog QHeaderView::section {{
  background: {bg}; color: {ink}; border: none; padding: {p4}px {p8}px;
}}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: {r4}px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::handle:vertical {{ min-height: {p26}px; margin: 2px {beside}px; }}
QScrollBar::handle:horizontal {{ min-width: {p26}px; margin: {beside}px 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {accent_soft}; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{
  color: {muted}; background: transparent; font-size: {tab}px; font-weight: 500;
  padding: {p6}px {p5}px; margin-right: 1px;
  border: 2px solid transparent; border-bottom: 3px solid transparent;
}}
QTabBar::tab:hover {{ color: {ink}; }}
QTabBar::tab:selected {{
  color: {accent}; font-weight: 600; border-bottom: 3px solid {accent};
}}
QTabBar::tab:selected:focus {{
  border: 2px solid {accent}; border-radius: {r6}px;
}}
QTabBar::scroller {{ width: {scroller}px; }}
QTabBar::tear {{ width: 0; border: none; }}
QPushButton {{
  background: {surface}; color: {ink}; border: 1px solid {edge};
  border-radius: {r10}px; padding: {p8}px {p14}px; font-size: {body}px;
  font-weight: 500;
}}
QPushButton:hover {{ background: {accent_soft}; }}
QPushButton:disabled {{ color: {edge}; border-color: {line}; }}
QPushButton:default {{
  background: {accent}; color: {on_accent}; border-color: {accent};
}}
QPushButton:focus {{ border: 2px solid {accent}; }}
QPushButton:default:focus {{ border: 2px solid {ink}; }}
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QPlainTextEdit#faultlist {{
  background: {surface}; color: {ink}; border: 1px solid {edge};
  border-radius: {r6}px; padding: {p4}px {p8}px; font-size: {body}px;
  selection-background-color: {accent}; selection-color: {on_accent};
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QPlainTextEdit#faultlist:focus, QCheckBox:focus, QRadioButton:focus {{
  border: 2px solid {accent};
}}
QCheckBox, QRadioButton {{
  border: 2px solid transparent; border-radius: {r6}px; padding: {p4}px;
  spacing: {p8}px;
}}
QComboBox::drop-down {{ border: none; width: {p26}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
  background: {surface}; color: {ink}; selection-background-color: {accent_soft};
  selection-color: {ink};
}}
"""

CARD_RADIUS = 16
LEAST_TARGET = 24  # pixels that whatever is pressed has, at least (WCAG 2.5.8)
BAR, HANDLE = 12, 8
"""How wide scroll bars are, which are hit all over, and what is seen of them."""
LINE = 1.2  # how high a line is, of its letters' size, at least
MENU = 4  # above and below a menu's name


def menu_growth(look: Look) -> int:
    """Return how much higher than designed the menu bar is to be hit well (pixels)."""
    line = ceil(look.text_px(14) * LINE)
    return 2 * max(0, ceil((LEAST_TARGET - line) / 2) - look.px(MENU))


def sheet(look: Look) -> str:
    """Return the style sheet for this look."""
    theme, bar = look.theme, max(LEAST_TARGET, look.px(BAR))
    sizes = {f"p{n}": look.px(n) for n in (4, 5, 6, 8, 10, 14, 20, 26)}
    radii = {f"r{n}": look.px(n) for n in (4, 6, 10, 12)}
    return SHEET.format(
        **sizes,
        **radii,
        **_colours(theme),
        sans=SANS,
        card=look.px(CARD_RADIUS),
        bar=bar,
        beside=(bar - max(6, look.px(HANDLE))) // 2,
        menu=look.px(MENU) + menu_growth(look) // 2,
        scroller=2 * max(24, look.px(12 * (1 + look.reading))),
        body=round(look.text_px(16)),
        small=round(look.text_px(14)),
        tab=round(look.text_px(14.5)),
    )


def _colours(theme: Theme) -> dict[str, str]:
    return {
        "bg": theme.bg,
        "surface": theme.surface,
        "line": theme.line,
        "edge": theme.edge,
        "ink": theme.ink,
        "muted": theme.muted,
        "accent": theme.accent,
        "accent_soft": theme.accent_soft,
        "on_accent": theme.on_accent,
        "warn": theme.warning.line,
        "warn_soft": theme.warning.soft,
        "fail": theme.failed.line,
        "fail_soft": theme.failed.soft,
    }


def palette(theme: Theme) -> QPalette:
    """Return the palette for what no style sheet reaches."""
    made = QPalette()
    role = QPalette.ColorRole
    for place, colour in (
        (role.Window, theme.bg),
        (role.WindowText, theme.ink),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.bg),
        (role.Text, theme.ink),
        (role.Button, theme.surface),
        (role.ButtonText, theme.ink),
        (role.ToolTipBase, theme.ink),
        (role.ToolTipText, theme.surface),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.PlaceholderText, theme.muted),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Accent, theme.accent),
    ):
        made.setColor(place, QColor(colour))
    return made


def apply_style(window: QWidget, look: Look) -> None:
    """Give the window, and all that stands in it, this look."""
    window.setPalette(palette(look.theme))
    window.setFont(look.font(16))
    window.setStyleSheet(sheet(look))
