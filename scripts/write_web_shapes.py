"""Write `web/src/lib/shapes.ts`: the shapes of the API as TypeScript, made from the records that answer it.

python scripts/write_web_shapes.py
"""

from pathlib import Path
from typing import Any

import msgspec

from reportedly.present import screen_shapes, view_shapes
from reportedly.workbench import counted_shapes, shapes

TARGET = Path(__file__).parents[1] / "web" / "src" / "lib" / "shapes.ts"
HEAD = "// Made from the API's records by scripts/write_web_shapes.py; change those, and run it again.\n"
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def list_roots() -> list[type[msgspec.Struct]]:
    """Every shape of the modules, each once."""
    found = {
        name: each
        for module in (screen_shapes, view_shapes, counted_shapes, shapes)
        for name, each in vars(module).items()
        if isinstance(each, type) and issubclass(each, msgspec.Struct) and each is not msgspec.Struct
    }
    return [found[name] for name in sorted(found)]


def write_shapes() -> str:
    """The whole file."""
    _, components = msgspec.json.schema_components(list_roots(), ref_template="{name}")
    return HEAD + "".join(f"\n{write_shape(name, schema)}" for name, schema in sorted(components.items()))


def write_shape(name: str, schema: dict[str, Any]) -> str:
    """An interface, or for a closed set of words a union of them."""
    if "enum" in schema:
        return f"{comment(schema)}export type {name} = {write_type(schema)};\n"
    fields = "".join(
        f"  {field}{'' if field in schema.get('required', ()) else '?'}: {write_type(each)};\n"
        for field, each in schema["properties"].items()
    )
    return f"{comment(schema)}export interface {name} {{\n{fields}}}\n"


def comment(schema: dict[str, Any]) -> str:
    """The first line of the record's docstring."""
    words = str(schema.get("description", "")).split("\n")[0]
    return f"/** {words} */\n" if words else ""


def write_type(schema: dict[str, Any]) -> str:
    """The type of a value."""
    if "$ref" in schema:
        return str(schema["$ref"])
    if "enum" in schema:
        return " | ".join(f'"{word}"' for word in schema["enum"])
    if "anyOf" in schema:
        return " | ".join(write_type(each) for each in schema["anyOf"])
    match schema.get("type"):
        case "array":
            if "prefixItems" in schema:
                return f"[{', '.join(write_type(each) for each in schema['prefixItems'])}]"
            return f"Array<{write_type(schema['items'])}>"
        case "object":
            return f"Record<string, {write_type(schema.get('additionalProperties') or {})}>"
        case list() as several:
            return " | ".join(PLAIN[each] for each in several)
        case str() as one:
            return PLAIN[one]
    return "unknown"


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(write_shapes(), encoding="utf-8", newline="\n")
