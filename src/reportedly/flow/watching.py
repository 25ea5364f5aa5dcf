"""Sources that are looked at again and again; what is new in them goes into a ledger."""

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from reportedly.flow.adding import Addition, Means, add_incoming, add_paths
from reportedly.ingest.addresses import host_of
from reportedly.ingest.answers import Fetched, NotModified
from reportedly.ingest.capture import is_feed, take_documents
from reportedly.ingest.feed import list_entries
from reportedly.ingest.fetch import fetch
from reportedly.ingest.robots import Robots
from reportedly.ingest.watching import WatchedSource, find_due, wait_s
from reportedly.ledger.store import Ledger
from reportedly.model.capture import Validators
from reportedly.model.trouble import Trouble

Outcomes = Iterator[Addition | Trouble]

PAUSE_S = 1.0
"""Between two questions to the net, where robots.txt does not ask for more."""
AGAIN_AFTER = timedelta(days=1)
"""An article that a feed still lists is asked for again, since publishers edit; the server says whether it changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Time, and how to let it pass."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], object] = time.sleep


def watch(
    ledger: Ledger,
    sources: Sequence[WatchedSource],
    *,
    once: bool = False,
    means: Means | None = None,
    allow_private: bool = False,
    clock: Clock | None = None,
    progress: Callable[[str], object] | None = None,
) -> Outcomes:
    """Add what is new in `sources`, each as often as it says, until interrupted.

    Args:
        once: look once at those that are due, and end.
        means: what documents are read with; a source's own profile stands above it.
        allow_private: the hosts that `sources` name may have private and loopback addresses; those that they lead to may not.
        progress: told what is looked at, and when nothing is due until when.
    """
    clock, means = clock or Clock(), means or Means()
    hosts = {host for each in sources if each.on_net and (host := host_of(each.place))} if allow_private else set()
    watcher = Watcher(ledger, Robots(private_hosts=hosts), means, clock, private_hosts=hosts)
    while True:
        for source in find_due(sources, watcher.checked(sources), clock.now()):
            if progress:
                progress(source.place)
            yield from watcher.look_at(source)
            ledger.note_asked(source.place, *watcher.validators.pop(source.place, (None, None)), clock.now())
        if once:
            return
        pause = wait_s(sources, watcher.checked(sources), clock.now())
        if progress and pause:
            progress(f"nothing until {(clock.now() + timedelta(seconds=pause)).astimezone():%H:%M:%S}")
        clock.sleep(pause)


class Watcher:
    """Looks at sources, on behalf of one ledger."""

    def __init__(
        self, ledger: Ledger, robots: Robots, means: Means, clock: Clock, *, private_hosts: Collection[str]
    ) -> None:
        self.validators: dict[str, tuple[str | None, str | None]] = {}
        """What each address gave along with its last answer."""
        self._ledger = ledger
        self._robots = robots
        self._means = means
        self._clock = clock
        self._private_hosts = private_hosts

    def checked(self, sources: Sequence[WatchedSource]) -> dict[str, datetime]:
        """When each source was looked at last."""
        asked = self._ledger.asked_at([source.place for source in sources])
        return {place: datetime.fromisoformat(at) for place, at in asked.items()}

    def look_at(self, source: WatchedSource) -> Outcomes:
        """Add what is new in one source."""
        means = replace(self._means, profile=source.profile or self._means.profile)
        if not source.on_net:
            yield from add_paths(self._ledger, [source.place], kind=source.kind, given=source.given, means=means)
            return
        known = self._ledger.last_asked(source.place)
        fetched = self._ask(source.place, known)
        if isinstance(fetched, Trouble):
            yield fetched
        elif isinstance(fetched, NotModified):
            self._remember(source.place, fetched.validators)
        elif source.articles and is_feed(fetched, source.kind):
            yield from self._follow(source, fetched.body, means)
            self._remember(source.place, fetched.validators)
        else:
            yield from add_incoming(
                self._ledger, source.place, take_documents(fetched, kind=source.kind, given=source.given), means
            )
            self._remember(source.place, fetched.validators)

    def _follow(self, source: WatchedSource, feed: bytes, means: Means) -> Outcomes:
        """Add the articles that a feed lists: those never asked for, and from time to time the others."""
        links = dict.fromkeys(entry.link for entry in list_entries(feed) if entry.link)
        asked = self._ledger.asked_at(links)
        for link in links:
            if link in asked and datetime.fromisoformat(asked[link]) + AGAIN_AFTER > self._clock.now():
                continue
            fetched = self._ask(link, self._ledger.last_asked(link))
            if isinstance(fetched, Trouble):
                yield fetched
                continue
            if not isinstance(fetched, NotModified):
                yield from add_incoming(self._ledger, link, take_documents(fetched, given=source.given), means)
            validators = fetched.validators
            self._ledger.note_asked(link, validators.etag, validators.last_modified, self._clock.now())

    def _ask(self, url: str, known: tuple[str | None, str | None] | None) -> Fetched | NotModified | Trouble:
        """What stands at `url`, if robots.txt lets us ask and it changed since we asked last."""
        self._clock.sleep(max(PAUSE_S, self._robots.delay_s(url)))
        conditional = Validators(etag=known[0], last_modified=known[1]) if known and any(known) else None
        private = host_of(url) in self._private_hosts
        return fetch(url, allow_private=private, conditional=conditional, may_ask=self._robots.refuse)

    def _remember(self, url: str, validators: Validators) -> None:
        self.validators[url] = (validators.etag, validators.last_modified)
