"""What of a claim counts when it is compared."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from reportedly.compare.traits import comparables
from reportedly.model.claim import Polarity
from reportedly.model.comparable import Comparable
from reportedly.model.held import Verdict
from reportedly.model.reading import Reading
from tests.compare.dispatches import compare, dispatch, hold
from tests.ledger.readings import make_reading


def one(text: str, language: str = "en") -> Comparable:
    """The only claim of a text."""
    (found,) = compare(text, language=language)
    return found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kupiansk has been shelled since May."),
        ("en", "Kupiansk may be struck tomorrow."),
        ("en", "Mykolaiv is bombed every day."),
        ("en", "Ukraine should withdraw its troops from Kupiansk, the minister said."),
        ("en", "The attack on Kupiansk was a crime against humanity, the minister said."),
        ("ru", "Вывести войска из Купянска необходимо, считает министр."),
        ("uk", "Україна має вивести війська з Куп'янська, вважає міністр."),
    ],
)
def test_what_lasts_what_is_possible_and_what_is_wished_is_no_happening(language: str, text: str) -> None:
    assert one(text, language).deed is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Russia is responsible for the strike on the market in Kostiantynivka, the president said."),
        ("en", "The strike on Kostiantynivka was the work of Russian forces, the minister believes."),
        ("uk", "Відповідальність за удар по Куп'янську несе Росія, заявив президент."),
    ],
)
def test_who_did_it_tells_the_deed_though_it_is_a_view(language: str, text: str) -> None:
    assert one(text, language).deed == "strike"


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        ("en", "Civilians were withdrawn from Kupiansk.", "flee"),
        ("en", "Ukrainian soldiers were withdrawn from Kupiansk.", "withdraw"),
        ("ru", "В Купянске пострадали три дома.", "damage"),
        ("ru", "В Купянске пострадали три жителя.", "injure"),
        ("uk", "У Куп'янську постраждали три будинки.", "damage"),
    ],
)
def test_whom_it_befell_tells_the_deed_more_closely(language: str, text: str, deed: str) -> None:
    assert one(text, language).deed == deed


@pytest.mark.parametrize(
    ("language", "first", "denial"),
    [
        (
            "en",
            "Russian troops captured Kupiansk, the Russian Defence Ministry said.",
            "The General Staff denied this.",
        ),
        ("ru", "Российские войска взяли Купянск, сообщило Минобороны России.", "В Киеве это опровергли."),
        ("uk", "Російські війська захопили Куп'янськ, повідомило Міноборони Росії.", "У Генштабі це спростували."),
    ],
)
def test_a_denial_that_only_points_back_is_of_the_claim_before_it(language: str, first: str, denial: str) -> None:
    told, denied = compare(f"{first} {denial}", language=language)
    assert denied.refers_to == told.claim
    assert (denied.deed, denied.spots, denied.gains) == (told.deed, told.spots, told.gains) == (
        "capture", told.spots, "russia",
    )  # fmt: skip
    assert denied.polarity is Polarity.NEGATIVE


def test_nobody_denies_what_he_says_himself(compared: tuple[Comparable, ...]) -> None:
    """Kupiansk was captured, the Russian Defence Ministry said. The ministry later said that this was not true."""
    assert len(compared) == 2 and not any(each.refers_to for each in compared)


@pytest.mark.parametrize(
    ("language", "text", "partly"),
    [
        ("en", "Russian forces captured the outskirts of Kupiansk.", True),
        ("en", "Ukrainian forces hold 90 percent of Kupiansk.", True),
        ("en", "Russian forces captured Kupiansk.", False),
        ("en", "A drone hit a house on the outskirts of Kupiansk.", False),
        ("ru", "Российские войска взяли половину Купянска.", True),
        ("uk", "Російські війська захопили околиці Куп'янська.", True),
    ],
)
def test_ground_may_be_taken_in_part(language: str, text: str, partly: bool) -> None:
    assert one(text, language).is_partial is partly


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Российские войска не взяли Купянск."), ("uk", "Російські війська не захопили Куп'янськ.")],
)
def test_not_before_the_deed_denies_it(language: str, text: str) -> None:
    assert (one(text, language).deed, one(text, language).polarity) == ("capture", Polarity.NEGATIVE)


def test_claims_come_in_the_order_of_publication_then_of_their_text() -> None:
    """By the instant where it is known; a day alone is its end; what has no day comes last."""
    texts = ("A drone hit Kupiansk. A shell hit Izium.", "A shell hit Lyman.")
    day = date(2025, 12, 3)
    early, late = datetime(2025, 12, 3, 6, tzinfo=UTC), datetime(2025, 12, 3, 20, tzinfo=UTC)
    ranks = [
        comparables(hold(dispatch_at(texts[0], day, early))),
        comparables(hold(dispatch_at(texts[1], day, late))),
        comparables(hold(dispatch_at(texts[1], day, None))),
        comparables(hold(dispatch_at(texts[1], None, None))),
    ]
    in_order = [each.rank for some in ranks for each in some]
    assert in_order == sorted(in_order) and len(in_order) == 5


def dispatch_at(text: str, day: date | None, moment: datetime | None) -> Reading:
    """A dispatch that was published then."""
    read = dispatch(text)
    return replace(read, document=replace(read.document, published=day, published_at=moment))


def test_what_a_person_rejected_is_not_compared() -> None:
    first, second = hold(make_reading())
    assert [each.claim for each in comparables([replace(first, verdict=Verdict.REJECTED), second])] == [second.claim.id]
    assert comparables([]) == ()


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        ("en", "A transport plane crashed near Kupiansk on Monday.", "crash"),
        ("ru", "Под Купянском разбился вертолет.", "crash"),
        ("uk", "Біля Куп'янська впав літак.", "crash"),
        ("en", "Air defences shot the plane down near Kupiansk.", "intercept"),
        ("en", "Some 11,000 were moved out of Kupiansk.", "evacuate"),
        ("en", "Russian troops were moved out of Kupiansk.", "withdraw"),
        ("en", "Russia suspended its participation in the grain deal.", "suspend"),
        ("ru", "Россия приостановила участие в зерновой сделке.", "suspend"),
        ("en", "Russia returned to the grain deal on Wednesday.", "resume"),
        ("en", "The radiation level at the plant is normal, the agency said.", "radiation"),
        ("en", "Ukrainian troops at Kupiansk were not encircled, the officer said.", "encircle"),
        ("en", "Russia was behind the murder of the general, the minister said.", "kill"),
        ("ru", "За убийством генерала стоит Украина, заявил министр.", "kill"),
        ("ru", "Зеленский провел телефонный разговор с Макроном.", "talk"),
        ("en", "The president withdrew from the talks in Kupiansk.", "withdraw"),
        ("en", "President Macron takes a very active position in Kupiansk.", None),
        ("en", "Some 100,000 people crossed the border into Poland on Monday.", "flee"),
        ("ru", "Министры обменялись мнениями о ситуации в Купянске.", None),
        ("uk", "Вона залишилась удома в Куп'янську.", None),
        ("en", "Air defences destroyed 144 drones overnight.", "intercept"),
        ("ru", "За ночь средствами ПВО уничтожены 144 беспилотника.", "intercept"),
        ("uk", "Сили ППО знищили 21 дрон.", "intercept"),
        ("uk", "Удар по Джанкою: знищено систему ППО.", "strike"),
        ("en", "An air strike destroyed a hospital in Kupiansk.", "strike"),
        ("en", "A hospital in Kupiansk was destroyed.", "damage"),
        ("en", "The two sides swapped 390 people each on Friday.", "exchange"),
        ("ru", "Стороны обменялись пленными по формуле 390 на 390.", "exchange"),
        ("en", "Russian troops have not observed the ceasefire.", "observe"),
        ("en", "The Republican Palace fell to the army on Friday.", "capture"),
        ("ru", "Уничтожено более 600 украинских военнослужащих.", "kill"),
        ("uk", "Командування дозволило відвести підрозділи з Куп'янська, щоб зберегти особовий склад.", None),
    ],
)
def test_the_words_tell_the_deed(language: str, text: str, deed: str | None) -> None:
    assert one(text, language).deed == deed


def test_what_names_no_ground_holds_none_of_a_place_named_before() -> None:
    told = compare("Russian forces captured Kupiansk on Monday. The party will withdraw from the talks.")
    assert [each.deed for each in told] == ["capture", None]
    told = compare(
        "Russian forces captured Kupiansk on Monday. The commander announced the withdrawal early on Tuesday."
    )
    assert told[-1].deed == "withdraw"


@pytest.mark.parametrize(
    "text", ["President of Russia Vladimir Putin: Good afternoon, colleagues.", "First, thank you."]
)
def test_a_formula_is_compared_with_nothing_whoever_says_it(text: str) -> None:
    assert compare(text) == ()


@pytest.mark.parametrize(
    ("language", "text", "is_again"),
    [
        ("en", "Kharkiv was shelled again.", True),
        ("en", "Another attack hit Kharkiv.", True),
        ("en", "Another 12 people were killed in Kharkiv.", False),
        ("ru", "Харьков снова обстреляли.", True),
        ("uk", "Нові вибухи пролунали в Харкові.", True),
        ("uk", "У Новій Каховці пролунали вибухи.", False),
    ],
)
def test_again_is_kept(language: str, text: str, is_again: bool) -> None:
    assert one(text, language).is_again is is_again


def test_a_publisher_that_names_itself_names_nobody() -> None:
    text = "A depot near Kupiansk burns, Mash reports, and Mash has the video."
    told = comparables(hold(dispatch(text, outlet="Mash")))
    assert told and all("mS" not in claim.names for claim in told)
