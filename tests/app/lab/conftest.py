"""Labs for tests, with the shop of the mock-ups open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.held.opened import Opened, read_opened
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.lab_actions import opened_lab
from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.pods.given.script import Script
from tests.pods.stories import SHOP_LIVES, delete_at

MANIFEST = """\
apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  initContainers:
    - name: migrate
      image: migrate:1
    - name: proxy
      image: proxy:1
      restartPolicy: Always
      startupProbe:
        httpGet: { path: /ready, port: 9901 }
        periodSeconds: 2
      lifecycle: { preStop: { exec: { command: [drain] } } }
    - name: logger
      image: logger:1
      restartPolicy: Always
  containers:
    - name: web
      image: web:1
      readinessProbe:
        httpGet: { path: /, port: 8080 }
        periodSeconds: 5
      lifecycle: { preStop: { sleep: { seconds: 5 } } }
"""
MakeLab = Callable[..., Lab]


def opened_shop(**more: object) -> Opened:
    """Open the shop; it is deleted at 50 s unless told otherwise."""
    script = Script(containers=SHOP_LIVES, actions=(delete_at(50),))
    given = {"data": MANIFEST.encode(), "name": "shop.yaml", "script": script, **more}
    return read_opened(**given)  # type: ignore[arg-type]


@pytest.fixture
def make_lab(qtbot: QtBot) -> MakeLab:
    """Give a function that opens a lab, with the shop unless told otherwise."""

    def made(
        opened: Opened | None = None,
        *,
        motion: str = "none",
        text: float = 1.0,
        letters: bool = True,
    ) -> Lab:
        preferred = Preferences(
            motion=motion,  # type: ignore[arg-type]
            theme="light",
            text_scale=text,
            single_letter_keys=letters,
        )
        lab = opened_lab(opened or opened_shop(), preferred)
        lab.window.resize(1600, 900)
        qtbot.addWidget(lab.window)
        lab.window.show()
        return lab

    return made


@pytest.fixture
def lab(make_lab: MakeLab) -> Lab:
    """Open a lab with the shop."""
    return make_lab()
