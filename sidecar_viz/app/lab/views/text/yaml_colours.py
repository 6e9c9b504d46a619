"""Colours keys and comments of YAML."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from sidecar_viz.paint.brush.theme import Theme

KEY = re.compile(r"^\s*(?:-\s+)?([\w./-]+|\"[^\"]*\")\s*:(?:\s|$)")
COMMENT = re.compile(r"(?:^|\s)(#.*)$")


class Colours(QSyntaxHighlighter):
    """Colours keys and comments of YAML."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._key, self._comment = QTextCharFormat(), QTextCharFormat()

    def set_theme(self, theme: Theme) -> None:
        """Use a theme's colours."""
        self._key.setForeground(QColor(theme.hue("blue").text))
        self._comment.setForeground(QColor(theme.muted))
        self._comment.setFontItalic(True)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        key = KEY.match(text)
        if key:
            self.setFormat(key.start(1), len(key[1]), self._key)
        comment = COMMENT.search(text)
        if comment:
            self.setFormat(comment.start(1), len(comment[1]), self._comment)
