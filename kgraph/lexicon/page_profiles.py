"""Where the parts of a web page are."""

from functools import cached_property

import msgspec
from selectolax.lexbor import LexborHTMLParser, SelectolaxError


class PageProfile(msgspec.Struct, frozen=True, kw_only=True):
    """CSS selectors for the pages of some hosts, or of one content system."""

    name: str
    body: tuple[str, ...]
    title: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()

    def fits(self, host: str | None) -> bool:
        """Return whether the profile is for pages of a host, or for those of any."""
        if not self.hosts:
            return True
        return host is not None and any(host == name or host.endswith(f".{name}") for name in self.hosts)


class PageProfiles(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The profiles of ``data/lexicon/page_profiles.toml``."""

    remove: tuple[str, ...]
    fallback: tuple[str, ...]
    profiles: tuple[PageProfile, ...]

    @cached_property
    def _in_order(self) -> tuple[PageProfile, ...]:
        return tuple(sorted(self.profiles, key=lambda profile: not profile.hosts))

    def list_profiles(self, host: str | None) -> tuple[PageProfile, ...]:
        """Return the profiles to try for a page, those of its host first."""
        return tuple(profile for profile in self._in_order if profile.fits(host))


def is_selector(text: str) -> bool:
    """Tell whether a text is a CSS selector.

    >>> is_selector(".news time"), is_selector("..news")
    (True, False)
    """
    try:
        LexborHTMLParser("").css(text)
    except SelectolaxError:
        return False
    return True
