"""Where a ledger on a server lies, and how that is shown without a password."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from reportedly.errors import LedgerError

SCHEMES = ("postgresql://", "postgres://")
DEFAULT_SCHEMA = "reportedly"
SCHEMA = re.compile(r"[a-z_][a-z0-9_]{0,47}")
SECRETS = ("password", "sslpassword", "passfile")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAddress:
    """A ledger on a server: which database, and which schema in it."""

    connection: str
    """As the driver takes it, password included."""
    schema: str
    without_schema: str
    """As the database may be printed."""

    @property
    def shown(self) -> str:
        """As it may be printed."""
        if self.schema == DEFAULT_SCHEMA:
            return self.without_schema
        return f"{self.without_schema}{'&' if '?' in self.without_schema else '?'}schema={self.schema}"

    def in_schema(self, schema: str) -> Self:
        """Another ledger of the same database."""
        return replace(self, schema=schema)


def is_server(address: str) -> bool:
    """Does this name a server, and not a file?"""
    return address.startswith(SCHEMES)


def read_address(address: str) -> ServerAddress:
    """Take apart `postgresql://USER:PASSWORD@HOST:PORT/DATABASE?schema=NAME`; all but the beginning may be left out.

    Raises:
        LedgerError: if it is not of that form. No part of it is shown then, since any may belong to a password.
    """
    scheme, _, rest = address.partition("://")
    base, _, query = rest.partition("?")
    host, slash, database = base.partition("/")
    user, at, server = host.rpartition("@")
    if "@" in user + database + query or "#" in rest:
        raise LedgerError(
            f"{scheme}://…",
            "has an address that cannot be understood; it looks like postgresql://USER:PASSWORD@HOST/DATABASE,"
            " and signs such as @ / ? # in a password are written %40 %2F %3F %23",
        )
    options = [option.partition("=") for option in query.split("&") if option]
    others = [(name, value) for name, _, value in options if name != "schema"]
    safe = [(name, value) for name, value in others if name not in SECRETS]
    where = ServerAddress(
        connection=f"{scheme}://{base}{join_options(others)}",
        schema=next((value for name, _, value in options if name == "schema"), DEFAULT_SCHEMA),
        without_schema=f"{scheme}://{user.partition(':')[0]}{at}{server}{slash}{database}{join_options(safe)}",
    )
    if not SCHEMA.fullmatch(where.schema):
        raise LedgerError(
            where.without_schema, "has no schema of that name: up to 48 of a-z, 0-9 and _, the first no digit"
        )
    return where


def join_options(options: Sequence[tuple[str, str]]) -> str:
    """Options as they stand in an address."""
    return "?" + "&".join(f"{name}={value}" for name, value in options) if options else ""
