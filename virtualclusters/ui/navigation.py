"""What a page hands to the header and the trails: plain values, so that the interface need not know who acts."""

from dataclasses import dataclass

from django.utils.translation import get_language, get_language_from_path

from virtualclusters.ui.languages import OFFERED, OWN_NAMES, RIGHT_TO_LEFT


@dataclass(frozen=True)
class Link:
    """A link with its words. ``current`` marks the page at hand, ``count`` a number of things waiting there."""

    label: str
    href: str
    current: bool = False
    count: int = 0


@dataclass(frozen=True)
class Account:
    """Who is signed in, for the header: the person's name, the organisation acted for, and where her own pages are."""

    name: str
    href: str
    sign_out_href: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Tab:
    """One of several views of the same thing; each is a page of its own, so it works without JavaScript."""

    label: str
    href: str
    current: bool = False
    count: int | None = None


def language_links(request) -> list[dict]:
    """The page at hand in every language offered, named in its own script."""
    current = get_language()
    here = request.get_full_path() if request else "/"
    return [
        {
            "code": code,
            "name": OWN_NAMES[code],
            "href": _in_language(here, code),
            "current": code == current,
            "rtl": code in RIGHT_TO_LEFT,
        }
        for code in OFFERED
    ]


def _in_language(address: str, language: str) -> str:
    """Addresses differ in their first part alone; one without a language is the same in all."""
    written = get_language_from_path(address)
    return f"/{language}{address.removeprefix(f'/{written}')}" if written else address
