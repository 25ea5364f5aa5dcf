"""`reportedly profiles`: the conflicts that are known."""

import click


@click.command()
def profiles() -> None:
    """List the conflict profiles: what goes after `--profile`.

    A profile says which sides there are, who speaks for them, and whose the outlets are. Your own is a TOML file.

    \b
        reportedly read article.html --profile ukraine
        reportedly read article.html --profile ./my-conflict.toml
    """
    from reportedly.reference.profile import load_profile, profile_names

    for name in profile_names():
        click.echo(f"{name:<20} {load_profile(name).title}")
