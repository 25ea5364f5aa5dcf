"""What every code means in words, for screens that lay them out themselves."""

from collections.abc import Mapping
from typing import Any

from reportedly.model.account import Answer
from reportedly.model.claim import Kind, Polarity
from reportedly.model.event import Stance
from reportedly.model.flag import FlagCode
from reportedly.model.source import SourceType
from reportedly.present.control import STANDINGS
from reportedly.present.event_words import CHANGES, STATUSES, STEPS
from reportedly.present.precision import Precision
from reportedly.present.screen_shapes import WordsShape
from reportedly.present.words import CERTAINTIES, TENSES

SOURCE_TYPES: Mapping[SourceType, str] = {
    SourceType.OUTLET: "outlet",
    SourceType.AGENCY: "agency",
    SourceType.CHANNEL: "channel",
    SourceType.OFFICIAL: "official",
    SourceType.INSTITUTION: "institution",
    SourceType.MILITARY: "military",
    SourceType.EXPERT: "expert",
    SourceType.CIVILIAN: "civilian",
    SourceType.ORGANIZATION: "organization",
    SourceType.COLLECTIVE: "collective",
    SourceType.DOCUMENT: "document",
    SourceType.UNSPECIFIED: "nobody in particular",
}
FLAGS: Mapping[FlagCode, str] = {
    FlagCode.ATTRIBUTION_DROPPED: "attribution dropped",
    FlagCode.CERTAINTY_RAISED: "certainty raised",
    FlagCode.NUMBER_CHANGED: "number changed",
    FlagCode.PLACE_INCONSISTENT: "place does not fit",
    FlagCode.PLACE_AMBIGUOUS: "place may be several",
    FlagCode.TIME_INCONSISTENT: "time does not fit",
    FlagCode.ANONYMOUS_ORIGIN: "origin is anonymous",
    FlagCode.UNSPECIFIED_SOURCE: "source is nobody in particular",
    FlagCode.CROSS_SIDE_RELAY: "one side’s outlet relays the other side’s person",
    FlagCode.PRESUPPOSED_CLAIM: "taken for granted, though disputed elsewhere",
}
POLARITIES: Mapping[Polarity, str] = {Polarity.POSITIVE: "said to be so", Polarity.NEGATIVE: "said not to be so"}
STANCES: Mapping[Stance, str] = {
    Stance.AFFIRMS: "affirms",
    Stance.DENIES: "denies",
    Stance.QUALIFIES: "disputes its extent",
}
ANSWERS: Mapping[Answer, str] = {
    Answer.ASSERTED: "asserted",
    Answer.DENIED: "denied",
    Answer.QUALIFIED: "extent disputed",
    Answer.CONCEDED: "conceded",
    Answer.RELAYED: "passed on what others say",
    Answer.SILENT: "silent",
    Answer.ABSENT: "nothing published",
}
PRECISIONS: Mapping[Precision, str] = {
    Precision.SITE: "a site",
    Precision.SETTLEMENT: "a town or village",
    Precision.DISTRICT: "a district",
    Precision.PROVINCE: "a province",
    Precision.COUNTRY: "a country",
    Precision.DIRECTION: "a direction",
}
REVIEWS: Mapping[str, str] = {
    "accepted": "accepted",
    "rejected": "rejected",
    "corrected": "corrected",
    "open": "not judged",
}
LANGUAGES: Mapping[str, str] = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "pl": "Polish",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
}
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages by ISO 639 that are written from right to left."""


def tell_meanings() -> WordsShape:
    """The meanings of all codes; of a language that is not named here the code itself is shown."""
    return WordsShape(
        kinds={kind: kind.value for kind in Kind},
        certainties=by_code(CERTAINTIES),
        polarities=by_code(POLARITIES),
        tenses={tense: words or "past" for tense, words in TENSES.items()},
        source_types=by_code(SOURCE_TYPES),
        flags=by_code(FLAGS),
        statuses=by_code(STATUSES),
        stances=by_code(STANCES),
        steps=by_code(STEPS),
        changes=by_code(CHANGES),
        answers=by_code(ANSWERS),
        standings=by_code(STANDINGS),
        precisions=by_code(PRECISIONS),
        reviews=by_code(REVIEWS),
        languages=by_code(LANGUAGES),
    )


def by_code(words: Mapping[Any, str]) -> dict[str, str]:
    """The words by the codes as JSON has them."""
    return {str(code): meaning for code, meaning in words.items()}


def is_right_to_left(language: str | None) -> bool:
    """Is this language, by ISO 639, written from right to left?"""
    return language in RIGHT_TO_LEFT
