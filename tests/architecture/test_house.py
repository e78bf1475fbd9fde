"""The house of the architecture notes: imports and foreign keys point down, addresses and settings are declared."""

import re
from pathlib import Path

from django.apps import apps
from django.urls import get_resolver
from importlinter.cli import lint_imports

from virtualclusters.accounts.policy import Policy

ROOT = Path(__file__).resolve().parents[2]
RINGS = ["foundation", "ui", "accounts", "capabilities", "network", "matching", "exchange", "areas", "pages", "config"]
INNER = {
    "capabilities": [
        ["events", "jobs"],
        ["files"],
        ["drafts", "threads"],
        ["imports", "messaging", "certificates", "search"],
        ["wallet"],
    ],
    "network": [["vocabulary"], ["organisations"], ["verification"], ["clusters"]],
    "exchange": [["needs"], ["opportunities"], ["rules"], ["engagements"], ["outcomes"], ["alerts"]],
}


def test_imports_point_down_the_rings():
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_foreign_keys_point_down_the_rings():
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in _own_models()
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and _is_own(field.related_model)
        if not _may_point(model, field.related_model)
    ]

    assert upward == []


def test_nothing_holds_a_foreign_key_to_what_grows_with_time():
    grows = {"events.Event", "alerts.Alert"}
    pointing = [
        f"{model._meta.label}.{field.name}"
        for model in _own_models()
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model._meta.label in grows
    ]

    assert pointing == []


def test_every_address_declares_what_it_needs():
    silent = [route for route, view in _routes(get_resolver()) if not isinstance(getattr(view, "policy", None), Policy)]

    assert silent == []


def test_every_setting_an_operator_may_set_is_documented():
    read = set()
    for source in (ROOT / "virtualclusters").rglob("*.py"):
        read |= set(re.findall(r"""\benv(?:\.\w+)?\(\s*["']([A-Z_]+)["']""", source.read_text()))
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE))

    assert read - documented == set()


def _own_models():
    return [model for model in apps.get_models(include_auto_created=True) if _is_own(model)]


def _is_own(model):
    return model.__module__.startswith("virtualclusters.")


def _may_point(model, other):
    ring, part = _place(model)
    other_ring, other_part = _place(other)
    if RINGS.index(other_ring) != RINGS.index(ring):
        return RINGS.index(other_ring) < RINGS.index(ring)
    if part == other_part:
        return True
    levels = INNER.get(ring, [])
    return _level(levels, other_part) < _level(levels, part)


def _place(model):
    _, ring, *rest = model.__module__.split(".")
    return ring, rest[0] if rest else ""


def _level(levels, part):
    return next(number for number, parts in enumerate(levels) if part in parts)


def _routes(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _routes(pattern, route)
        else:
            yield route, pattern.callback
