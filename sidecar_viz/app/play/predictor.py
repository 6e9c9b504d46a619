"""Asks what changes before a step is shown, when that is wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from sidecar_viz.app.play.player import Player
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.bars import NO_BREAK, PredictBar
from sidecar_viz.core.learning.effects import Effect, Effects, effects
from sidecar_viz.core.learning.prediction import Verdict, choices, verdict
from sidecar_viz.core.markup import isolated, plain

MOST_KEYS = 9

Choice = tuple[str, str]
"""The id of the actor at which something can be chosen, and what it is."""

LONG = 32  # letters of a name that may be broken: no line may have room for all


class Predictor(QObject):
    """Asks before a step who changes and then what becomes of it; says what was right.

    Signals:
        asked: the Choices that are asked for now, in the order of their numbers.
        answered: what is said about a guess, for screen readers.
        guessed: the ids that were guessed, while the answer is being shown.
        settled: the Verdict, once the answer has been shown.
        put_away: the question, or its answer, is no longer of interest.
    """

    asked: SignalOf[tuple[Choice, ...]] = signal(object)
    answered: SignalOf[str] = signal(str)
    guessed: SignalOf[frozenset[str]] = signal(object)
    settled: SignalOf[Verdict] = signal(object)
    put_away = Signal()

    def __init__(self, player: Player, bar: PredictBar) -> None:
        super().__init__(bar)
        self._player = player
        self._bar = bar
        self.wanted = False
        self.asking = False
        self._asked_at = 0
        self._guess: frozenset[str] = frozenset()
        self._effects: Effects | None = None
        self._effect: tuple[bool, str] | None = None
        self._due: Verdict | None = None
        player.moved.connect(self._moved)

    def set_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Ask before every step while it is *wanted*."""
        self.wanted = wanted
        self.keep_place()
        if not wanted:
            self.close()

    def keep_place(self) -> None:
        """Keep room for every question of the lesson, while they are wanted."""
        steps = range(self._player.timeline.end)
        names = max((self._names(step) for step in steps), key=len, default="")
        self._bar.keep_place(keep=self.wanted, names=names)

    def ask(self) -> bool:
        """Ask what changes next; False when it is time to go on.

        That is so when nobody wants to be asked, when the question stands there
        already, and while its answer is being shown.
        """
        player = self._player
        if self._due is not None:
            return False
        at_rest = player.playhead.resting and player.target < player.timeline.end
        if self.wanted and at_rest and not self.asking:
            self.put_away.emit()
            self.asking, self._asked_at = True, player.target
            player.lift_opening(lifted=True)
            self._bar.ask(self._names(player.target))
            self.asked.emit(self._choices(player.target))
            asked = self.tr("What changes now? {names}")
            names = self._names(player.target, heard=True)
            self.answered.emit(asked.format(names=names))
            return True
        self.close()
        return False

    def guess(self, ids: frozenset[str]) -> bool:
        """Take a guess at who changes, and ask what becomes of it; False if not due.

        Where nothing else can be thought of, the step is shown at once.
        """
        if not self.asking or not ids:
            return False
        self._guess = ids
        course, step = self._player.timeline.course, self._player.target + 1
        actor = verdict(course, step, ids).actor
        found = effects(course, step, actor) if actor else None
        if found is None or len(found.choices) == 1:
            self._watch(self._named())
            return True
        self._effects = found
        words = [self._effect_words(effect) for effect in found.choices]
        numbered = [f"{number} {word}" for number, word in enumerate(words, start=1)]
        asked = self.tr("What becomes of {name}? {words}")
        name = isolated(self._named())
        self._bar.say(asked.format(name=name, words=" · ".join(numbered)))
        self.asked.emit(tuple((actor, word) for word in words))
        self.answered.emit(asked.format(name=name, words=", ".join(numbered)))
        return True

    def guess_number(self, number: int) -> bool:
        """Take a guess by its key: 1 to 9."""
        if not self.asking or number < 1:
            return False
        if self._effects is not None:
            return self._guess_effect(number - 1)
        every = choices(self._player.timeline.course, self._player.target)
        if number > min(MOST_KEYS, len(every)):
            return False
        return self.guess(frozenset({every[number - 1][0]}))

    def _guess_effect(self, place: int) -> bool:
        """Take a guess at what becomes of it, then show the step."""
        found = self._effects
        if found is None or place >= len(found.choices):
            return False
        true = self._effect_words(found.choices[found.right])
        self._effect = (place == found.right, true)
        chosen = self._effect_words(found.choices[place])
        self._watch(f"{self._named()}: {chosen}")
        return True

    def _watch(self, said: str) -> None:
        """Repeat the guess, and show the step."""
        course, ids = self._player.timeline.course, self._guess
        self.asking, self._effects = False, None
        self._due = verdict(course, self._player.target + 1, ids)
        watch = self.tr("You say: {name}. Watch.")
        self._bar.say(watch.format(name=isolated(said)))
        self.guessed.emit(ids)
        self._player.step(1)

    def _named(self) -> str:
        """Name what was guessed."""
        course, step = self._player.timeline.course, self._player.target + 1
        return verdict(course, step, self._guess).guess

    def _effect_words(self, effect: Effect) -> str:
        """Say what becomes of it, short enough for a badge."""
        word = isolated(effect.word) if effect.word else ""
        words = {
            "state": word,
            "more": self.tr("more {word}").format(word=word),
            "fewer": self.tr("fewer {word}").format(word=word),
            "appears": self.tr("appears"),
            "vanishes": self.tr("vanishes"),
            "same": self.tr("stays as it is"),
        }
        return words[effect.kind].strip()

    def _choices(self, step: int) -> tuple[Choice, ...]:
        return choices(self._player.timeline.course, step)[:MOST_KEYS]

    def close(self) -> bool:
        """Put the question away; whether there was anything to put away."""
        self.asking = False
        self._effects = self._effect = None
        self._due = None
        self._player.lift_opening(lifted=False)
        if self._bar.isHidden():
            return False
        self.put_away.emit()
        self._bar.hide()
        return True

    def _moved(self) -> None:
        """Say how right the guess was, as soon as the answer has been shown.

        A question is put away when the lesson moves on by other means.
        """
        if self.asking and self._player.target != self._asked_at:
            self.close()
        if self._due is not None and self._player.playhead.resting:
            found, self._due = self._due, None
            self._player.lift_opening(lifted=False)
            said = f"{self._said(found)} {self._said_of_effect(found)}".strip()
            self._bar.say(said)
            self.answered.emit(said)
            self.settled.emit(found)

    def _names(self, step: int, *, heard: bool = False) -> str:
        """Return the answers with their numbers: to be seen, or *heard*."""
        between = ", " if heard else " · "
        every = self._choices(step)
        numbered = enumerate((isolated(name) for _, name in every), start=1)
        said = [f"{number} {name}" for number, name in numbered]
        return between.join(said if heard else map(_kept, said))

    def _said_of_effect(self, found: Verdict) -> str:
        """Say how right the second guess was, if the step happened at all."""
        effect, self._effect = self._effect, None
        if effect is None or found.blocked is not None:
            return ""
        right, true = effect
        said = self.tr("What becomes of {name}: {word}.")
        if right:
            said = self.tr("You knew what becomes of {name}: {word}.")
        return said.format(name=isolated(found.guess), word=true)

    def _said(self, found: Verdict) -> str:
        guess, others = isolated(found.guess), ", ".join(map(isolated, found.others))
        if found.blocked is not None:
            return self.tr("This step cannot happen: {why}").format(
                why=isolated(plain(found.blocked))
            )
        if found.right and others:
            said = self.tr("Right: {name} changes. Besides: {others}.")
            return said.format(name=guess, others=others)
        if found.right:
            return self.tr("Right: {name} changes.").format(name=guess)
        if others:
            return self.tr("Not {name}. What changes: {others}.").format(
                name=guess, others=others
            )
        return self.tr("Nothing changes its state in this step.")


def _kept(name: str) -> str:
    """Return a name with its number so that no line breaks within it."""
    return name if len(name) > LONG else name.replace(" ", NO_BREAK)
