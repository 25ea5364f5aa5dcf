"""Which days does a date phrase mean?

It is counted from the day of publication, or from the day on which somebody spoke.
What is vague ("in recent weeks"), a deadline ("by June 15"), a length ("for three days") or a habit
("every day") dates nothing: such a phrase gives None.
"""

from dataclasses import replace
from datetime import date

from reportedly.claims.counting import count_time
from reportedly.claims.narration import Told
from reportedly.claims.timex import Standpoint, Timex
from reportedly.model.annotation import DatePhrase
from reportedly.model.span import Span
from reportedly.model.when import When

# With these words before it a day bounds something on one side only.
ONE_SIDED = frozenset({"by", "until", "after", "from"})


def resolve(
    phrase: DatePhrase,
    published: date | None,
    *,
    future: bool | None = None,
    anchor: date | None = None,
    told: Told | None = None,
) -> When | None:
    """The days of `phrase`; None if it gives none, or needs a day that is unknown.

    Args:
        phrase: one of the stage `annotate/date_phrases.py`.
        published: the day of publication, in the source's time zone.
        future: whether the verb speaks of what is to come: "on Tuesday" is then the next one. False keeps a day
            without a year from lying ahead; None lets the nearest one be meant.
        anchor: another day to count from: that of a quotation ("today"), or that on which
            the date hangs ("two days earlier").
        told: what the text told before `phrase`. Without it and without `anchor`, "two days earlier" gives None.
    """
    if told is None:
        standpoint = Standpoint(anchor or published, future, anchor)
    else:
        if future is None:
            future = told.standpoint.future
        now, there = anchor or told.standpoint.now, anchor or told.standpoint.there
        standpoint = replace(told.standpoint, now=now, future=future, there=there)
    timex = count_time(phrase.rule, phrase.values, standpoint)
    # Up to when "since May" lasts, a history does not say.
    return _when(phrase, timex, None if standpoint.telling else standpoint.now)


def resolve_clause(phrase: DatePhrase, main: When) -> When | None:
    """The day of the clause that `phrase` opens: in "he fled, a day after they came", when they came.

    Args:
        phrase: "a day after", "two weeks before".
        main: when the happening of the main clause was.
    """
    toward = {"after": "before", "before": "after"}.get(phrase.values.get("toward", ""))
    if phrase.rule != "shift" or toward is None or main.earliest != main.latest:
        return None
    values = {name: value for name, value in phrase.values.items() if name != "bound"} | {"toward": toward}
    return _when(phrase, count_time(phrase.rule, values, Standpoint(None, there=main.earliest)), None)


def said_day(phrase: DatePhrase, published: date | None, told: Told | None = None) -> date | None:
    """The one day on which somebody spoke: "said on Tuesday", "in a speech given yesterday"."""
    when = resolve(phrase, published, told=told)
    night = phrase.rule == "deictic"  # "said last night": most of what is said then is said before midnight
    return when.earliest if when and (night or when.earliest == when.latest) else None


def _when(phrase: DatePhrase, timex: Timex | None, now: date | None) -> When | None:
    if timex is None or timex.earliest is None or timex.latest is None or timex.type == "SET":
        return None
    # "The 21st century", "at the end of the day": nothing happened then in particular.
    if phrase.rule == "century" or _is_idiom(phrase):
        return None
    lead, earliest, latest = phrase.values.get("lead"), timex.earliest, timex.latest
    if lead == "after" and "T" in timex.value and earliest == latest:
        lead = None  # "after 6 a.m. on Monday": on that day still
    if lead in ONE_SIDED and phrase.rule != "range" and "day2" not in phrase.values:
        return None
    if lead == "since":
        if now is None or earliest > now:
            return None
        latest = now
    span = Span(start=phrase.start, end=phrase.end, text=phrase.text)
    return When(span=span, value=timex.value, earliest=earliest, latest=latest)


def _is_idiom(phrase: DatePhrase) -> bool:
    """ "At the end of the day"."""
    values = phrase.values
    return phrase.rule == "unit" and values.get("portion") == "end" and values.get("unit") in ("D", "day")
