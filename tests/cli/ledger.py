"""A small ledger for the commands that ask one: two sides, three days, a Cyrillic name, a formula for a title."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from click.testing import CliRunner, Result

from reportedly.cli.main import reportedly
from reportedly.ledger.opening import open_ledger
from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.flag import FlagCode
from reportedly.model.reading import Reading
from reportedly.model.review import Action, Review
from reportedly.model.source import Identity, SourceType
from tests.ledger.readings import KYIV, MALYNIVKA, Says, Spot, Voice, make_reading

STAFF = Voice("The General Staff", "General Staff", SourceType.INSTITUTION, Identity.NAMED, "ukraine", "denied")
OFFICIALS = Voice("officials", None, SourceType.COLLECTIVE, Identity.UNSPECIFIED, None, "say")
KUPIANSK = Spot(
    name="Kupiansk", words="Купянск", gazetteer_id="geonames:703656", lat=49.7106, lon=37.6151, country="UA"
)
DENIED = Says(
    "Malynivka had been lost", Kind.CONTROL, by=((STAFF,),), at=(MALYNIVKA,), polarity=Polarity.NEGATIVE,
    on=("on 1 December", date(2025, 12, 1), date(2025, 12, 1)),
)  # fmt: skip
STRUCK = Says(
    "Купянск may be struck", Kind.STRIKE, by=((OFFICIALS,),), at=(KUPIANSK,), certainty=Certainty.POSSIBLE,
    tense=Tense.FUTURE, flags=(FlagCode.UNSPECIFIED_SOURCE,),
)  # fmt: skip
FORMULA = '=HYPERLINK("https://a.example";"x")'


def make_readings() -> list[Reading]:
    """Five claims in three documents, and a document without any."""
    return [
        make_reading(published=date(2025, 12, 3), raw_sha256="ab" * 32),
        make_reading(
            "The General Staff denied that Malynivka had been lost on 1 December.", DENIED, outlet="Other Paper",
            published=date(2025, 12, 2), title=FORMULA, url="https://b.example/2",
        ),
        make_reading(
            "Купянск may be struck, officials say. About 12 people were killed in Kyiv.", STRUCK,
            Says("About 12 people were killed in Kyiv", Kind.CASUALTY, at=(KYIV,)), outlet="-Third", language="ru",
            published=date(2025, 12, 1),
        ),
        make_reading("Nobody said a thing about the weather.", outlet="Weather", published=date(2025, 12, 3)),
    ]  # fmt: skip


def make_ledger(path: Path) -> Path:
    """The ledger, with one claim accepted by a person."""
    with open_ledger(path, create=True) as ledger:
        for reading in make_readings():
            ledger.add(replace(reading.document, locator=None), reading)
        accepted = run("claims", "--kind", "control", "--side", "ukraine", "--format", "jsonl", "--db", path)
        id_ = accepted.stdout.split('"', 4)[3]
        at = datetime(2025, 12, 4, tzinfo=UTC)
        ledger.review(Review(action=Action.ACCEPT, subjects=(id_,), who="A reader", at=at))
    return path


def run(*arguments: object) -> Result:
    """What `reportedly` answers in this process."""
    return CliRunner().invoke(reportedly, [str(each) for each in arguments], catch_exceptions=False)
