"""A name with an underscore is for the class that it stands in, and for no other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from tests.test_layers import FILES, module_of, short


class Known(Struct, frozen=True):
    """A class: what it is derived from, the private names it makes and reads."""

    bases: tuple[str, ...]
    makes: frozenset[str]
    reads: frozenset[str]


def private(name: str) -> bool:
    """Tell whether a name is for its own class; `__init__` and its like are not."""
    return name.startswith("_") and not name.endswith("__")


def of_itself(node: ast.expr) -> bool:
    """Tell whether an expression is the object, or the class, that the code is of."""
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def attributes(tree: ast.AST) -> Iterator[ast.Attribute]:
    """Give every private attribute that is read or written."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and private(node.attr):
            yield node


def known(node: ast.ClassDef, names: dict[str, str]) -> Known:
    """Describe a class by its source; *names* says what those in its module mean."""
    bases = [b.value if isinstance(b, ast.Subscript) else b for b in node.bases]
    own = [part for part in attributes(node) if of_itself(part.value)]
    makes = {part.attr for part in own if isinstance(part.ctx, ast.Store)}
    for part in node.body:
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            makes.add(part.name)
        targets = part.targets if isinstance(part, ast.Assign) else ()
        one = (part.target,) if isinstance(part, ast.AnnAssign) else ()
        makes |= {n.id for n in (*targets, *one) if isinstance(n, ast.Name)}
    return Known(
        tuple(names.get(ast.unparse(base), "") for base in bases),
        frozenset(filter(private, makes)),
        frozenset(part.attr for part in own if isinstance(part.ctx, ast.Load)),
    )


def classes_in(tree: ast.AST, module: str) -> dict[str, Known]:
    """Describe the classes of a module by their full names."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    names = {node.name: f"{module}.{node.name}" for node in nodes}
    for found in ast.walk(tree):
        if isinstance(found, ast.ImportFrom):
            for alias in found.names:
                names[alias.asname or alias.name] = f"{found.module}.{alias.name}"
    return {f"{module}.{node.name}": known(node, names) for node in nodes}


def inherited(name: str, ours: dict[str, Known]) -> frozenset[str]:
    """List the private names that a class has from those of ours above it."""
    above = [base for base in ours[name].bases if base in ours]
    return frozenset[str]().union(
        *(ours[base].makes | inherited(base, ours) for base in above)
    )


def taken_from_others(tree: ast.AST, module: str, ours: dict[str, Known]) -> list[str]:
    """List what a module uses that is private to another class of *ours*."""
    made = {attribute for each in ours.values() for attribute in each.makes}
    derived = [
        f"{name.removeprefix(f'{module}.')}.{attribute}"
        for name, each in classes_in(tree, module).items()
        for attribute in (each.makes | each.reads) & inherited(name, ours)
    ]
    reached = [
        ast.unparse(node)
        for node in attributes(tree)
        if not of_itself(node.value) and node.attr in made
    ]
    return sorted({*derived, *reached})


TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
CLASSES = {
    name: each
    for path, tree in TREES.items()
    for name, each in classes_in(tree, module_of(path)).items()
}


def found_in(path: Path) -> list[str]:
    """List what a file of ours uses that is private to another class."""
    return taken_from_others(TREES[path], module_of(path), CLASSES)


EXAMPLE = """
class Base:
    _table = 1

    def __init__(self):
        self._state, self.shown = 1, 2

    def _changed(self): ...

class Middle(Base): ...

class Derived(Middle):
    _table = 2

    def __init__(self, other):
        super().__init__()
        self._own = self._state
        self._own = other._state

    def _changed(self):
        super()._changed()

class Alone:
    def _changed(self):
        self._changed()
        return self.shown, self.__class__, self._named_by_qt
"""


def test_what_is_private_to_another_is_found() -> None:
    """Read, written or overridden, through another object or from a base."""
    tree = ast.parse(EXAMPLE)

    assert taken_from_others(tree, "m", classes_in(tree, "m")) == [
        "Derived._changed",
        "Derived._state",
        "Derived._table",
        "other._state",
        "super()._changed",
    ]


def test_what_belongs_to_a_library_is_its_own_matter() -> None:
    """A named tuple's `_replace` is public; that is what its makers say."""
    tree = ast.parse("def f(pair): return pair._replace(x=1)")

    ours = classes_in(ast.parse(EXAMPLE), "m")
    assert taken_from_others(tree, "n", ours) == []


def test_a_base_in_another_module_is_known_by_its_import() -> None:
    """Two classes may share a name; a base is the one that was imported."""
    ours = classes_in(ast.parse(EXAMPLE), "m")
    derived = "class Own(Base):\n    _table = 3"
    for where, wrong in (("m", ["Own._table"]), ("elsewhere", [])):
        tree = ast.parse(f"from {where} import Base\n{derived}")
        everybody = ours | classes_in(tree, "n")
        assert taken_from_others(tree, "n", everybody) == wrong


@pytest.mark.parametrize("path", FILES, ids=short)
def test_nobody_uses_what_is_private_to_another_class(path: Path) -> None:
    """Else a class could not be changed without reading all others."""
    assert found_in(path) == []
