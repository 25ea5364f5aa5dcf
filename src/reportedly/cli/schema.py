"""`reportedly schema`: the shape of the JSON."""

import click


@click.command()
@click.argument("document", type=click.Choice(["reading"]))
def schema(document: str) -> None:
    """Print the JSON Schema of what `read --format json` writes, one line for each document.

    \b
        reportedly schema reading > reading.schema.json
    """
    import json

    from reportedly.present.contract import reading_schema

    click.echo(json.dumps(reading_schema(), indent=2))
