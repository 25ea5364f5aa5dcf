"""robots.txt: what a site asks programs to leave alone. Honoured wherever nobody named the page himself.

The rules are those of RFC 9309. The standard library's reader takes the first rule that fits, not the longest.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reportedly.ingest.addresses import Address, parse_address, spell_path
from reportedly.ingest.answers import Answer, find_header
from reportedly.ingest.fetch import Resolve, ask
from reportedly.ingest.questions import AGENT
from reportedly.ingest.unpacking import unpack_body
from reportedly.model.trouble import Trouble

MAX_READ_BYTES = 512_000
"""How much of a file counts; the RFC asks for 500 KiB."""

MAX_FILE_BYTES = 5_000_000
MAX_DELAY_S = 3_600.0
TOKEN = re.compile(r"[A-Za-z_-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line: the paths that fit `pattern` may be asked, or may not."""

    pattern: str
    """As `spell_path` writes it; `*` stands for anything, `$` at the end for the end."""
    allows: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What one site asks of us."""

    rules: tuple[Rule, ...] = ()
    delay_s: float = 0.0
    """How long to wait between two questions; no part of the RFC, and widely used."""

    def allow(self, target: str) -> bool:
        """May this path, with its query, be asked? The longest rule that fits decides; of two alike the kinder."""
        path = spell_path(target)
        fitting = [(len(each.pattern), each.allows) for each in self.rules if match_path(each.pattern, path)]
        return max(fitting)[1] if fitting else True


WITHOUT = Wishes()
"""What a site asks that has no robots.txt."""


class Robots:
    """The wishes of every site that was asked during a run, each asked once.

    Args:
        private_hosts: those on this machine or in the same house that may be asked, as `host_of` writes them. Where a
            page leads to another one, not even its robots.txt is asked for.
        resolve: as for `fetch`.
    """

    def __init__(self, *, private_hosts: Collection[str] = (), resolve: Resolve | None = None) -> None:
        self.private_hosts, self.resolve = frozenset(private_hosts), resolve
        self.known: dict[str, Wishes | str] = {}

    def refuse(self, url: str) -> str | None:
        """Why `url` may not be asked by a program on its own, in words; None if it may. To be handed to `fetch`."""
        address = parse_address(url)
        if isinstance(address, str):
            return address
        wishes = self.find(address)
        if isinstance(wishes, str):
            return f"is not asked: the site's robots.txt {wishes}"
        fine = wishes.allow(address.target)
        return None if fine else "is not asked: the site's robots.txt keeps programs out; add the address yourself"

    def delay_s(self, url: str) -> float:
        """How long the site of `url` asks programs to wait between two questions; 0 if it does not say."""
        address = parse_address(url)
        wishes = self.find(address) if isinstance(address, Address) else WITHOUT
        return wishes.delay_s if isinstance(wishes, Wishes) else 0.0

    def find(self, address: Address) -> Wishes | str:
        """What the site of `address` asks for; why that cannot be told, in words."""
        if address.site not in self.known:
            where, private = f"{address.site}/robots.txt", address.host in self.private_hosts
            answer = ask(where, allow_private=private, max_bytes=MAX_FILE_BYTES, resolve=self.resolve)
            self.known[address.site] = take_wishes(answer)
        return self.known[address.site]


def take_wishes(answer: Answer | Trouble) -> Wishes | str:
    """What an answer to the question for robots.txt comes to.

    Where there is no such file, everything may be asked; where the site is in trouble, or tired of us, nothing.
    """
    if isinstance(answer, Trouble):
        return answer.message
    last = answer.last
    if last.status == 429 or last.status >= 500:
        return f"cannot be had (HTTP {last.status}); try again later"
    if last.status != 200:
        return WITHOUT
    body = unpack_body(last.body, find_header(last, "content-encoding") or "", MAX_FILE_BYTES)
    return body if isinstance(body, str) else read_wishes(body[:MAX_READ_BYTES].decode("utf-8", "replace"))


def read_wishes(text: str, agent: str = AGENT) -> Wishes:
    """What a robots.txt asks of `agent`: every group that names it, else every group for all."""
    groups: dict[str, list[tuple[str, str]]] = {}
    agents: list[str] = []
    naming = False
    for key, value in split_lines(text):
        if key == "user-agent":
            found = TOKEN.match(value)
            agents = [*(agents if naming else []), "*" if value.startswith("*") else found[0].lower() if found else ""]
            naming = True
            for name in agents:
                groups.setdefault(name, [])
        elif key in ("allow", "disallow", "crawl-delay"):
            naming = False
            for name in dict.fromkeys(agents):
                groups[name].append((key, value))
    return weigh_lines(groups.get(agent.lower(), groups.get("*", [])))


def split_lines(text: str) -> Sequence[tuple[str, str]]:
    """The key, in lower case, and the value of each line that has both a key and a colon."""
    lines = (line.partition("#")[0].partition(":") for line in text.removeprefix("\ufeff").splitlines())
    return [(key.strip().lower(), value.strip()) for key, colon, value in lines if colon]


def weigh_lines(lines: Sequence[tuple[str, str]]) -> Wishes:
    """The wishes in the lines of a group. A rule without a path says nothing."""
    delays = [
        float(value) for key, value in lines if key == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d{1,3})?", value)
    ]
    return Wishes(
        rules=tuple(
            Rule(pattern=spell_path(value), allows=key == "allow")
            for key, value in lines
            if key != "crawl-delay" and value
        ),
        delay_s=min(MAX_DELAY_S, max(delays, default=0.0)),
    )


def match_path(pattern: str, path: str) -> bool:
    """Does `path` begin as `pattern` says? Piece by piece: as a regular expression, many stars take for ever."""
    ends = pattern.endswith("$")
    first, *rest = (pattern[:-1] if ends else pattern).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for piece in rest[:-1] if ends else rest:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    if not ends:
        return True
    return path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= at if rest else at == len(path)
