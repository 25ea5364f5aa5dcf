"""What tests of counting are given: an empty ledger, in each kind of store in turn."""

from tests.ledger.conftest import address, ledger, new_schema, nowhere, server  # noqa: F401 - fixtures
