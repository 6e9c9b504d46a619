"""What names may be made of, and what the API server says of one that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

LABEL = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?")
SUBDOMAIN = re.compile(
    r"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"
)
QUALIFIED = re.compile(r"([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]")
VARIABLE = re.compile(r"[-._a-zA-Z][-._a-zA-Z0-9]*")
PRINTABLE = re.compile(r"[ -<>-~]+")
KEY = re.compile(r"[-._a-zA-Z0-9]+")
FREE_VARIABLES = 32  # the minor version from which variables may have nearly any name
HIGHEST_PORT = 65535
NO_PORT = f"must be between 1 and {HIGHEST_PORT}, inclusive"


def _too_long(text: str, most: int) -> Iterator[str]:
    if len(text.encode("utf-8")) > most:
        yield f"must be no more than {most} bytes"


def label_faults(name: str) -> Iterator[str]:
    """Say what is wrong with a name of a container or a volume (RFC 1123 label)."""
    yield from _too_long(name, 63)
    if not LABEL.fullmatch(name):
        yield (
            "a lowercase RFC 1123 label must consist of lower case alphanumeric "
            "characters or '-', and must start and end with an alphanumeric character "
            "(e.g. 'my-name',  or '123-abc', regex used for validation is "
            f"'{LABEL.pattern}')"
        )


def subdomain_faults(name: str) -> Iterator[str]:
    """Say what is wrong with a name of an object (RFC 1123 subdomain)."""
    yield from _too_long(name, 253)
    if not SUBDOMAIN.fullmatch(name):
        yield (
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric "
            "characters, '-' or '.', and must start and end with an alphanumeric "
            "character (e.g. 'example.com', regex used for validation is "
            f"'{SUBDOMAIN.pattern}')"
        )


def port_name_faults(name: str) -> Iterator[str]:
    """Say what is wrong with the name of a port."""
    yield from _too_long(name, 15)
    if not re.fullmatch("[-a-z0-9]+", name):
        yield "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"
    if not re.search("[a-z]", name):
        yield "must contain at least one letter (a-z)"
    if "--" in name:
        yield "must not contain consecutive hyphens"
    if name.startswith("-") or name.endswith("-"):
        yield "must not begin or end with a hyphen"


def variable_faults(name: str, version: int) -> Iterator[str]:
    """Say what is wrong with the name of an environment variable."""
    if version >= FREE_VARIABLES:
        if not PRINTABLE.fullmatch(name):
            yield (
                "a valid environment variable name must consist only of printable "
                "ASCII characters other than '='"
            )
    elif not VARIABLE.fullmatch(name):
        yield (
            "a valid environment variable name must consist of alphabetic characters, "
            "digits, '_', '-', or '.', and must not start with a digit (e.g. "
            "'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for "
            f"validation is '{VARIABLE.pattern}')"
        )


def key_faults(key: str) -> Iterator[str]:
    """Say what is wrong with a key of a ConfigMap or a Secret."""
    yield from _too_long(key, 253)
    if not KEY.fullmatch(key):
        yield (
            "a valid config key must consist of alphanumeric characters, '-', '_' or "
            "'.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for "
            f"validation is '{KEY.pattern}')"
        )


def qualified_faults(name: str) -> Iterator[str]:
    """Say what is wrong with the key of a label or the type of a condition."""
    prefix, slash, part = name.rpartition("/")
    if slash and not prefix:
        yield "prefix part must be non-empty"
    elif slash:
        yield from (f"prefix part {said}" for said in subdomain_faults(prefix))
    if not part:
        yield "name part must be non-empty"
    yield from (f"name part {said}" for said in _too_long(part, 63))
    if not QUALIFIED.fullmatch(part):
        yield (
            "name part must consist of alphanumeric characters, '-', '_' or '.', and "
            "must start and end with an alphanumeric character (e.g. 'MyName',  or "
            "'my.name',  or '123-abc', regex used for validation is "
            f"'{QUALIFIED.pattern}')"
        )


def label_value_faults(value: str) -> Iterator[str]:
    """Say what is wrong with the value of a label."""
    yield from _too_long(value, 63)
    if value and not QUALIFIED.fullmatch(value):
        yield (
            "a valid label must be an empty string or consist of alphanumeric "
            "characters, '-', '_' or '.', and must start and end with an alphanumeric "
            "character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for "
            f"validation is '({QUALIFIED.pattern})?')"
        )
