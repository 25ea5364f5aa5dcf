"""`reportedly schema`: the shape of the JSON."""

import click


@click.command()
@click.argument("document", type=click.Choice(["reading", "sides", "control", "forecasts", "source"]))
def schema(document: str) -> None:
    """Print the JSON Schema of what `read --format json` writes, one line for each document, or of another command's JSON.

    \b
        reportedly schema reading > reading.schema.json
        reportedly schema sides > sides.schema.json
    """
    import json

    from reportedly.present.contract import reading_schema
    from reportedly.present.views import view_schema

    click.echo(json.dumps(reading_schema() if document == "reading" else view_schema(document), indent=2))
