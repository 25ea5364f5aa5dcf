"""`reportedly schema`: the shape of the JSON."""

import click


@click.command()
@click.argument("document", type=click.Choice(["reading", "events", "sides", "control", "forecasts", "source"]))
def schema(document: str) -> None:
    """Print the JSON Schema of what `read --format json` writes, one line for each document, or of another command's JSON.

    \b
        reportedly schema reading > reading.schema.json
        reportedly schema events > events.schema.json
    """
    import json

    from reportedly.present.contract import reading_schema
    from reportedly.present.event_contract import events_schema
    from reportedly.present.views import view_schema

    schemas = {"reading": reading_schema, "events": events_schema}
    click.echo(json.dumps(schemas[document]() if document in schemas else view_schema(document), indent=2))
