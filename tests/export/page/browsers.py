"""Real browsers without a screen, driven by their own protocols: keys, sizes, scripts.

Chromium speaks the DevTools protocol, Firefox WebDriver BiDi; both over a web socket,
without a driver between.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import websocket

from tests.export.page.keyboard import HELD, KEYS, WRITES

PATIENCE = 60.0  # seconds for an answer
CHROMIUM = (
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking", "--disable-sync"),
    *("--disable-component-update", "--hide-scrollbars", "--remote-debugging-port=0"),
)
FIREFOX = ("firefox-esr", "--headless", "--no-remote", "--remote-debugging-port", "0")
PREFERENCES = {
    "browser.shell.checkDefaultBrowser": "false",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "app.update.disabledForTesting": "true",
    "ui.systemUsesDarkTheme": "0",
}
WAIT = """new Promise((yes, no) => {
  const end = performance.now() + 20000;
  (function look() {
    if (%s) yes(true);
    else if (performance.now() > end) no(new Error("never came true"));
    else setTimeout(look, 10);
  })();
})"""


class Socket:
    """Sends commands to a browser, one after the other, and takes their answers."""

    def __init__(self, address: str) -> None:
        """Connect to a browser that listens at *address*."""
        self._socket = websocket.create_connection(
            address, suppress_origin=True, timeout=PATIENCE
        )
        self._number = 0
        self.told: list[dict[str, Any]] = []

    def ask(self, method: str, extra: dict[str, Any], **params: Any) -> dict[str, Any]:
        """Send a command, wait for its answer; keep what is told meanwhile.

        Raises:
            AssertionError: the browser refuses it.
        """
        self._number += 1
        words = {"id": self._number, "method": method, "params": params, **extra}
        self._socket.send(json.dumps(words))
        while True:
            answer: dict[str, Any] = json.loads(self._socket.recv())
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return dict(answer["result"])
            self.told.append(answer)

    def until(self, method: str) -> None:
        """Wait until the browser tells something of this name."""
        while not any(one.get("method") == method for one in self.told):
            self.told.append(json.loads(self._socket.recv()))
        self.told.clear()

    def close(self) -> None:
        """Say good-bye."""
        self._socket.close()


class Browser(ABC):
    """A browser with one page, in which scripts are run and keys are pressed."""

    def __init__(self, socket: Socket) -> None:
        """Drive it through a socket."""
        self.socket = socket

    @abstractmethod
    def load(self, address: str) -> None:
        """Open a page; returns when it is loaded."""

    @abstractmethod
    def run(self, script: str) -> Any:
        """Run a script in the page, wait for its promise; its value goes by JSON."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key as DOM calls it, such as "n", "ArrowRight" or "Shift+L"."""

    @abstractmethod
    def resize(self, wide: int, high: int, ratio: float = 1.0) -> None:
        """Give the page so many pixels of CSS, each so many of the screen."""

    @abstractmethod
    def click_at(self, x: float, y: float) -> None:
        """Press and leave the first button of the mouse at a place of the window."""

    def click(self, what: str) -> None:
        """Click in the middle of the first thing that fits a selector."""
        box = f"document.querySelector({what!r}).getBoundingClientRect()"
        x, y = self.run(f"(b => [b.x + b.width / 2, b.y + b.height / 2])({box})")
        self.click_at(x, y)

    def box(self, name: str) -> dict[str, float]:
        """Return where a part of the page is in the window, by its id."""
        box = f"document.getElementById({name!r}).getBoundingClientRect()"
        return dict(self.run(f"{box}.toJSON()"))

    def wait(self, condition: str) -> None:
        """Wait until a condition of the page is true.

        Raises:
            AssertionError: it is not within 20 seconds.
        """
        assert self.run(WAIT % condition), condition

    def open(self, file: Path, question: str = "") -> None:
        """Open an exported page from its file; returns when it plays."""
        self.load(f"{file.as_uri()}{question}")
        self.wait('"ready" in document.documentElement.dataset')


class Chromium(Browser):
    """Chromium, by the DevTools protocol."""

    def __init__(self, socket: Socket) -> None:
        """Open a page of its own."""
        super().__init__(socket)
        target = socket.ask("Target.createTarget", {}, url="about:blank")["targetId"]
        found = socket.ask("Target.attachToTarget", {}, targetId=target, flatten=True)
        self._page = {"sessionId": found["sessionId"]}
        self._ask("Page.enable")

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        return self.socket.ask(method, self._page, **params)

    def load(self, address: str) -> None:
        """Open a page, and wait for its event."""
        self.socket.told.clear()
        self._ask("Page.navigate", url=address)
        self.socket.until("Page.loadEventFired")

    def run(self, script: str) -> Any:
        """Run a script; an error in it fails the test."""
        found = self._ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def press(self, key: str) -> None:
        """Press a key, its modifiers held."""
        *held, last = key.split("+") if key != "+" else [key]
        modifiers = sum(HELD[one] for one in held)
        number = KEYS[last][1] if last in KEYS else ord(last.upper())
        writes = WRITES.get(last, last if len(last) == 1 else "")
        text = {"text": writes} if writes and modifiers in (0, HELD["Shift"]) else {}
        common = {
            "key": last,
            "code": f"Key{last.upper()}" if last.isalpha() and len(last) == 1 else last,
            "windowsVirtualKeyCode": number,
            "modifiers": modifiers,
        }
        self._ask("Input.dispatchKeyEvent", type="keyDown", **common, **text)
        self._ask("Input.dispatchKeyEvent", type="keyUp", **common)

    def click_at(self, x: float, y: float) -> None:
        """Press and leave the mouse's button."""
        for kind in ("mousePressed", "mouseReleased"):
            place = {"x": x, "y": y, "button": "left", "clickCount": 1}
            self._ask("Input.dispatchMouseEvent", type=kind, **place)

    def resize(self, wide: int, high: int, ratio: float = 1.0) -> None:
        """Emulate a screen."""
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=wide,
            height=high,
            deviceScaleFactor=ratio,
            mobile=False,
        )

    def prefer(self, scheme: str, motion: str = "no-preference") -> None:
        """Emulate what people have chosen in their system."""
        features = {"prefers-color-scheme": scheme, "prefers-reduced-motion": motion}
        listed = [{"name": name, "value": value} for name, value in features.items()]
        self._ask("Emulation.setEmulatedMedia", features=listed)


class Firefox(Browser):
    """Firefox, by WebDriver BiDi."""

    def __init__(self, socket: Socket) -> None:
        """Open a page of its own: the first one never has the focus."""
        super().__init__(socket)
        self._ask("session.new", capabilities={"alwaysMatch": {}})
        made = self._ask("browsingContext.create", type="tab")
        self._page = made["context"]

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        return self.socket.ask(method, {}, **params)

    def load(self, address: str) -> None:
        """Open a page, and wait until it is complete."""
        self._ask(
            "browsingContext.navigate",
            context=self._page,
            url=address,
            wait="complete",
        )

    def run(self, script: str) -> Any:
        """Run a script; an error in it fails the test."""
        found = self._ask(
            "script.evaluate",
            expression=f"Promise.resolve({script}).then(JSON.stringify)",
            target={"context": self._page},
            awaitPromise=True,
        )
        assert found["type"] == "success", found
        value = found["result"].get("value")
        return None if value is None else json.loads(value)

    def press(self, key: str) -> None:
        """Press a key, its modifiers held."""
        names = key.split("+") if key != "+" else [key]
        letters = [KEYS[one][0] if one in KEYS else one for one in names]
        down = [{"type": "keyDown", "value": one} for one in letters]
        up = [{"type": "keyUp", "value": one} for one in reversed(letters)]
        source = {"type": "key", "id": "keyboard", "actions": [*down, *up]}
        self._ask("input.performActions", context=self._page, actions=[source])

    def click_at(self, x: float, y: float) -> None:
        """Press and leave the mouse's button."""
        actions = [
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        source = {"type": "pointer", "id": "mouse", "actions": actions}
        self._ask("input.performActions", context=self._page, actions=[source])

    def resize(self, wide: int, high: int, ratio: float = 1.0) -> None:
        """Set the viewport."""
        self._ask(
            "browsingContext.setViewport",
            context=self._page,
            viewport={"width": wide, "height": high},
            devicePixelRatio=ratio,
        )


@contextmanager
def chromium(profile: Path) -> Iterator[Chromium]:
    """Run Chromium with a new profile, until the end."""
    command = [*CHROMIUM, f"--user-data-dir={profile}"]
    with _started(command, r"DevTools listening on (ws://\S+)") as address:
        socket = Socket(address)
        yield Chromium(socket)
        socket.close()


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """Run Firefox with a new profile, until the end."""
    profile.mkdir(exist_ok=True)
    chosen = (f'user_pref("{name}", {value});\n' for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("".join(chosen), encoding="utf-8")
    command = [*FIREFOX, "--profile", str(profile)]
    with _started(command, r"WebDriver BiDi listening on (ws://\S+)") as address:
        socket = Socket(f"{address}/session")
        yield Firefox(socket)
        socket.close()


@contextmanager
def _started(command: list[str], words: str) -> Iterator[str]:
    """Run a browser; gives the address that it says it listens at."""
    need(command[0])
    browser = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert browser.stderr is not None
    try:
        said = (re.search(words, line) for line in browser.stderr)
        yield next(found[1] for found in said if found)
    finally:
        browser.terminate()
        browser.communicate()


def need(name: str) -> None:
    """Skip the test where a browser is not installed; where all are wanted, fail."""
    if shutil.which(name):
        return
    reason = f"{name} is not installed; .ci/run installs it on Debian"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
