"""The API as OpenAPI 3.1 describes it, made of the table of its endpoints and the shapes of its answers."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from reportedly import __version__
from reportedly.workbench.answering import Endpoint
from reportedly.workbench.refusing import JSON
from reportedly.workbench.shapes import ErrorShape

TITLE = "reportedly"
ABOUT = (
    "What the workbench of `reportedly serve` shows. It measures reporting, never truth. Offsets are code points into a "
    "document’s text. Ids may be given by any unique beginning. Errors say in words what is wrong, and the way out."
)


def describe(endpoints: Sequence[Endpoint]) -> dict[str, Any]:
    """The whole description."""
    shapes = list(dict.fromkeys(each for endpoint in endpoints for each in shapes_of(endpoint)))
    _, components = msgspec.json.schema_components(shapes, ref_template="#/components/schemas/{name}")
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in endpoints:
        paths.setdefault(f"/api/{endpoint.path}", {})[endpoint.method.lower()] = describe_endpoint(endpoint)
    return {
        "openapi": "3.1.0",
        "info": {"title": TITLE, "version": __version__, "description": ABOUT},
        "security": [{"token": []}, {"cookie": []}],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "The token of the first address."},
                "cookie": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "reportedly-8321",
                    "description": "What the first address leaves in a browser; its name ends with the port.",
                },
            },
        },
    }


def shapes_of(endpoint: Endpoint) -> Iterator[type[msgspec.Struct]]:
    """The shapes that an endpoint answers and takes."""
    yield ErrorShape
    if endpoint.shape is not None:
        yield endpoint.shape
    if endpoint.takes is not None:
        yield endpoint.takes


def describe_endpoint(endpoint: Endpoint) -> dict[str, Any]:
    """One way to ask."""
    described: dict[str, Any] = {
        "summary": endpoint.summary,
        "operationId": name_operation(endpoint),
        "parameters": list(describe_parameters(endpoint)),
        "responses": {
            "200": {"description": "The answer.", "content": describe_content(endpoint.shape)},
            "default": {"description": "Why there is none.", "content": describe_content(ErrorShape)},
        },
    }
    if endpoint.takes is not None:
        described["requestBody"] = {"required": True, "content": describe_content(endpoint.takes)}
    if endpoint.takes_file:
        described["requestBody"] = {"required": True, "content": {"application/octet-stream": {}}}
    return described


def name_operation(endpoint: Endpoint) -> str:
    """A name for a way to ask, for programs that make functions of them: `get_claims_id`."""
    return "_".join([endpoint.method.lower(), *endpoint.path.replace("{", "").replace("}", "").split("/")])


def describe_parameters(endpoint: Endpoint) -> Iterator[dict[str, Any]]:
    """What stands in the path and behind the `?`."""
    for part in endpoint.path.split("/"):
        if part.startswith("{"):
            yield {"name": part.strip("{}"), "in": "path", "required": True, "schema": {"type": "string"}}
    for each in endpoint.parameters:
        schema = {"type": "array", "items": dict(each.schema)} if each.many else dict(each.schema)
        yield {
            "name": each.name, "in": "query", "required": each.required, "description": each.words, "schema": schema
        }  # fmt: skip


def describe_content(shape: type[msgspec.Struct] | None) -> dict[str, Any]:
    """What an answer or a request holds."""
    if shape is None:
        return {"*/*": {}}
    return {JSON: {"schema": {"$ref": f"#/components/schemas/{shape.__name__}"}}}
