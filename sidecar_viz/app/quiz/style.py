"""What the quiz adds to the style sheet."""

from __future__ import annotations

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.choice_paint import RING

SHEET = """
QDialog {{ background: {surface}; }}
QScrollArea {{ border: none; }}
QLabel#asked {{
  border: none; border-bottom: 2px solid transparent; padding-bottom: {gap}px;
  margin: 0 {ring}px;
}}
QLabel#asked:focus {{ border-bottom: 2px solid {accent}; }}
QLabel#words {{ margin: 0 {ring}px; }}
QLabel#hint {{
  margin: 0 {ring}px;
  background: {soft}; border: 1px solid {edge}; border-radius: {radius}px;
  padding: {pad}px;
}}
"""


def quiz_sheet(look: Look) -> str:
    """Return the rules for this look."""
    theme = look.theme
    return SHEET.format(
        surface=theme.surface,
        accent=theme.accent,
        soft=theme.warning.soft,
        edge=theme.warning.line,
        radius=look.px(12),
        pad=look.px(14),
        gap=look.px(6),
        ring=RING,
    )
