"""`reportedly schema`: the shape of the JSON."""

import click


@click.command()
@click.argument("document", type=click.Choice(["reading", "events"]))
def schema(document: str) -> None:
    """Print the JSON Schema of what `read` or `events` writes with `--format json`; of `read` each line is one document.

    \b
        reportedly schema reading > reading.schema.json
        reportedly schema events > events.schema.json
    """
    import json

    from reportedly.present.contract import reading_schema
    from reportedly.present.event_contract import events_schema

    schemas = {"reading": reading_schema, "events": events_schema}
    click.echo(json.dumps(schemas[document](), indent=2))
