"""Write docs/api.md from the table of the API's endpoints: `make docs`."""

from collections.abc import Sequence
from pathlib import Path

from reportedly.workbench.answering import Endpoint
from reportedly.workbench.endpoints import ENDPOINTS
from reportedly.workbench.parameters import FILTERS, Parameter

PAGE = Path(__file__).resolve().parents[1] / "docs" / "api.md"
HEAD = """\
# The API of the workbench

Written by `make docs` from the table of endpoints. A running workbench tells the same, with the shape of every answer, as OpenAPI 3.1
under `/api/openapi.json`.

```sh
reportedly serve --no-browser                # prints http://127.0.0.1:8321/?token=TOKEN
curl -H "Authorization: Bearer TOKEN" "http://127.0.0.1:8321/api/claims?side=russia&kind=control&limit=5"
```

- Answers are JSON in UTF-8. Offsets are code points into the document’s text. Days are `2025-12-03`, instants have their zone.
- An error is `{"error": "what happened, and the way out"}`: 400 the request is wrong, 401 the token is missing, 403 a page of somebody
  else’s asked, 404 there is no such thing, 413 too much was sent, 503 the ledger cannot be reached or is still being counted.
- An id is a whole one or any unique beginning: `rp-7K3M2QX4TB`, `7k3m`.
- Several values of one parameter are alternatives (`side=russia&side=ukraine`); all parameters must fit. Unknown ones are refused.
- `after` of an answer goes on where its page ended; it is null at the end.
- With `at`, an event is told by those of its claims that stood then. Which claims speak of one happening is told as it is known now;
  so a claim that was rejected, or whose document was changed, since then is in no event.
- Nothing is compared for an answer: events are told as far as the claims were compared, and `state` says whether more is coming.

"""
FILTERS_HEAD = "## Filters\n\nWhat is made of claims takes all of these. Below they are called *filters*.\n\n"


def make_page() -> str:
    """The page as Markdown."""
    return HEAD + FILTERS_HEAD + write_table(FILTERS) + "\n" + "\n".join(map(write_endpoint, ENDPOINTS))


def write_endpoint(endpoint: Endpoint) -> str:
    """One way to ask."""
    own = [each for each in endpoint.parameters if each not in FILTERS or len(endpoint.parameters) < len(FILTERS)]
    takes = [f"sends a `{endpoint.takes.__name__}`" if endpoint.takes else "", "sends a file" * endpoint.takes_file]
    answers = f"answers a `{endpoint.shape.__name__}`" if endpoint.shape else "answers a file"
    told = "; ".join(each for each in (*takes, answers) if each)
    takes_filters = "Takes the filters" + (", and:" if own else ".") if len(own) < len(endpoint.parameters) else ""
    parts = [
        f"## {endpoint.method} /api/{endpoint.path}",
        endpoint.summary,
        told[0].upper() + told[1:] + ".",
        takes_filters,
        write_table(own).rstrip(),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def write_table(parameters: Sequence[Parameter]) -> str:
    """Parameters with what they take."""
    if not parameters:
        return ""
    rows = (f"| `{each.name}` | {say_values(each)} | {each.words} |" for each in parameters)
    return "\n".join(["| Parameter | Takes | |", "|---|---|---|", *rows]) + "\n"


def say_values(parameter: Parameter) -> str:
    """What a parameter takes."""
    schema = parameter.schema
    if "enum" in schema:
        takes = ", ".join(f"`{each}`" for each in schema["enum"])
    elif schema["type"] == "integer":
        takes = f"{schema['minimum']:,} to {schema['maximum']:,}"
    else:
        takes = "a day" if schema.get("format") == "date" else "words"
    return takes + (", several" if parameter.many else "") + (", needed" if parameter.required else "")


if __name__ == "__main__":
    PAGE.write_text(make_page(), encoding="utf-8", newline="\n")
