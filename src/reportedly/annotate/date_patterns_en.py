"""In which patterns English says when: name of the rule, class of words that must stand in the sentence, pattern."""

# Parts that several patterns have in common.
# "The first three months of 2025", "the last ten days of May".
EDGE = r"(?:the )?(?P<edge>first|opening|last|final|closing) {count} (?P<edge_unit>days|weeks|months) of "
PORTION = r"(?:{portion}(?: of|-| in)? |(?P<half_way>mid|early|late|end) ?[-–]|" + EDGE + ")?"
ZONE = r"(?:,?\s?\(?{zone}\b\)?)?"
QUARTER_OF = r"(?:comparable |corresponding |same |similar )?"
# "Two days after the fire": something stands behind from which it counts.
BOUND = r"(?P<bound>(?:(?<=\bafter)|(?<=\bbefore))(?= \w))?"
UPPER_COUNT = (
    r"(?:(?: ?[-–] ?| to | or )(?P<count2>\d{{1,3}}|two|three|four|five|six|seven|eight|nine|ten|twelve|more))?"
)
# A blank stands for white space; {name} for a named group of the words in that table of `time.toml`,
# {year} {day} {hour} {minute} for digits. The name of a rule says which fields `claims/counting.py` will find.
# Where two rules find overlapping phrases, the longer phrase stands.
ENGLISH: tuple[tuple[str, str, str], ...] = (
    # 2 December 2025 / the night of 2 December / 9-11 November
    (
        "date",
        "month",
        r"(?:(?:the )?{part} (?:of|on|to) |(?:the )?(?P<week_of>week) of )?(?:the )?{day}(?:st|nd|rd|th)?(?:(?: ?[-–—] ?| to | and ){day2}(?! ?[ap]\.?m\b|[:.]\d)(?:st|nd|rd|th)?)?(?: of)? {month}\b\.?(?:(?:,| of)? {year}(?!\d))?(?: {part_after}\b)?",
    ),
    # December 2, 2025 / December 2nd / November 9-11
    (
        "date",
        "month",
        r"(?:(?:the )?{part} (?:of|on) |(?:the )?(?P<week_of>week) of )?{month}\b\.? (?:the )?{day}(?:st|nd|rd|th)?(?:(?: ?[-–—] ?| to | and ){day2}(?! ?[ap]\.?m\b|[:.]\d)(?:st|nd|rd|th)?)?(?!\d|%|:\d|[.,]\d| (?:percent|per cent|{units}))(?:(?:,|, in| of)? {year}(?!\d|[.,]\d))?(?: {part_after}\b)?",
    ),
    # the ninth of May
    (
        "date",
        "month",
        r"(?:(?:the )?{part} (?:of|on) )?\bthe {day_word} of {month}\b(?:(?:,| of)? {year}(?!\d))?(?: {part_after}\b)?",
    ),
    # early December 2025 / mid-December / December / last December
    (
        "date",
        "month",
        PORTION + r"(?:{which} )?{month}\b\.?(?!\.? \d{{1,2}}\b(?!\s?\d))(?:(?:,| of)? {year}(?!\d|[.,]\d))?",
    ),
    # 2025-12-02 / 02.12.2025 / 21.05
    (
        "date",
        "digits",
        r"(?<![\d.-]){year}-{month_number}-{day}(?:[T ]{hour}:{minute}(?::\d\d)?(?P<zone>Z\b|[+-]\d\d:\d\d)?)?(?![\d-])",
    ),
    ("date", "digits", r"(?<![\d.,]){day}\.{month_number}\.{year}(?!\d)"),
    (
        "date",
        "digits",
        r"(?:^(?={day_month_line})|(?<=,\s)(?={day_month_line})|(?<=\bon\s)|(?<=\bby\s)|(?<=\bof\s)|(?<=\bsince\s)|(?<=\bdated\s)|(?<=\buntil\s)){day}\.{month_number}(?![\d%]|[.,]\d| ?(?:percent|per cent|million|billion|km|m)\b)",
    ),
    # in 2014 / early 2014 / the end of 2014 / fiscal 2014
    ("date", "year", r"(?<![\w.,-]){year}[-–/]{year2}(?![\d%\w-]|[.,]\d)"),
    (
        "date",
        "year",
        r"(?:{portion}(?:-| of| in)? |(?P<half_way>mid|early|late|end) ?[-–]|"
        + EDGE
        + r"|{before_year} |['’]s |\()(?:both )?(?:the year )?(?=19|20|18\d\d(?:[.,;:)]|$)){year}(?![\d%\w]|[.,]\d|-\w| (?:million|billion|percent|per cent|km|people|men|soldiers|troops|dead)\b)",
    ),
    # the early 1990s
    ("decade", "decade", r"(?:the )?(?:{portion}[ -](?:of the )?)?{decade}['’]?s\b"),
    ("decade", "decade", r"\bthe (?:{portion}[ -])?['’]?(?P<decade_short>[1-9])0['’]?s\b"),
    ("century", "unit", r"(?:the )?{century}(?:st|nd|rd|th) century"),
    # earlier on Tuesday morning / last Tuesday / the previous Friday
    (
        "weekday",
        "weekday",
        r"(?:{portion}(?: on|-| in)? )?(?:(?:the )?{part} (?:of|on) )?(?:(?:{which}|(?P<there>the previous|the following)) )?{weekday}\b(?!s\b)(?: (?:in the )?{part_after}\b)?",
    ),
    ("set", "weekday", r"(?:(?:every|each)(?: other)? )?{weekday}s\b|(?:every|each)(?: other)? {weekday2}\b"),
    # today / earlier today / yesterday evening
    ("deictic", "deictic", r"(?:{portion}(?: in)? )?{deictic}\b(?: {part_after}\b)?"),
    ("overnight", "deictic", r"\bovernight\b"),
    # the night to Sunday / the night into July 29 / the night from Saturday to Sunday
    (
        "overnight",
        "part",
        r"\bthe night(?= (?:in)?to (?:early )?(?:\w+day\b|\d{{1,2}}\b|[A-Z][a-z]+ \d)| from \w+day to )",
    ),
    # last week / the end of the month / so far this year
    ("unit", "unit", r"(?:{portion}(?:-| of| in| on)? |" + EDGE + r")?{which} (?:fiscal |calendar )?{unit}\b(?! of\b)"),
    (
        "unit",
        "unit",
        r"(?:{portion} of |" + EDGE + r")(?:the|this) (?P<unit>day|week|month|year|weekend|quarter|decade|century)\b",
    ),
    ("unit", "unit", r"\bthe (?P<unit>weekend)\b"),
    ("unit", "unit", r"(?<=\bfor\s)the (?P<unit>year)\b(?! (?:before|after|ended|ending|\d|to come))"),
    ("unit", "unit", r"the (?:full|whole|entire|fiscal) (?P<unit>year)\b(?! \d)"),
    # the past 24 hours / recent days / the next few weeks / the past day
    ("span", "unit", r"(?:the )?{way} (?!an? ){count}(?: or so)? {unit}s?\b"),
    ("span", "unit", r"(?:the )?(?P<plural>{units}) (?P<way>ahead)\b(?! of\b)"),
    ("span", "unit", r"(?:the )?{way} (?P<plural>{units})\b(?! of\b)"),
    ("span", "unit", r"the (?P<way>past|last|coming) {unit}\b(?! of\b)"),
    ("span", "unit", r"(?:(?<=\bover\s)|(?<=\bwithin\s)|(?<=\bin\s)|(?<=\bfor\s))the (?P<way>next) {unit}\b(?! of\b)"),
    # three weeks ago / two days earlier / a day after
    (
        "shift",
        "unit",
        r"{count}" + UPPER_COUNT + r"(?: more)?(?: or so| or two)? {unit}s?(?: or so)? {toward}\b" + BOUND,
    ),
    ("shift", "unit", r"the {toward_there} {unit}\b"),
    ("shift", "part", r"(?:the {toward_there}|{same}) {part}\b"),
    ("shift", "part", r"(?:(?<=\bin\s)|(?<=\bduring\s))(?P<same>the) {part}\b(?! of\b)"),
    ("shift", "unit", r"{same} {unit}\b(?!-)"),
    (
        "shift",
        "unit",
        r"the (?P<unit>day|night|week|month|year) (?P<toward>before|after)\b(?! (?:yesterday|tomorrow))" + BOUND,
    ),
    # three days / two-day / weeks
    (
        "length",
        "unit",
        r"{count}"
        + UPPER_COUNT
        + r"(?: (?:more|full|whole|consecutive|straight))?[ -](?!second\b|quarter){unit}s?\b(?![-–]? ?olds?\b)",
    ),
    ("length", "unit", r"(?<=\bthe\s)(?P<unit>year|quarter)(?= (?:ended|ending)\b)"),
    (
        "length",
        "unit",
        r"(?<!hundred\s)(?<!thousand\s)(?<!million\s)(?P<plural>days|weeks|months|years|decades|centuries|hours|minutes)\b(?![-–]? ?olds?\b)",
    ),
    # every day / each week / daily
    ("set", "unit", r"(?:every|each) (?:{count} )?{unit}s?\b"),
    ("set", "part", r"(?:every|each) {part}\b"),
    ("set", "set", r"\b{set}\b"),
    # 09:00 / 10 p.m. / 12 noon
    ("clock", "digits", r"(?<![\d:.,]){hour}[:.]{minute}(?::\d\d)? ?{half_day}" + ZONE),
    ("clock", "digits", r"(?<![\d:.,])(?<!\bin\s){hour}:{minute}(?::[0-5]\d)?(?![\d:])" + ZONE),
    ("clock", "digits", r"(?<![\d:.,]){hour} ?{half_day}" + ZONE),
    ("clock", "digits", r"(?<![\d:.,]){hour} o['’]clock\b" + ZONE),
    # 06.00 Kyiv time / at 06.00
    ("clock", "digits", r"(?<![\w:.,$€£-])(?P<hour>[01]\d|2[0-4])\.{minute},? \(?{zone}\b\)?"),
    (
        "clock",
        "digits",
        r"(?<=\bat\s)(?P<hour>[01]\d|2[0-4])\.{minute}(?![\d%]|\.\d| (?:percent|per cent|million|billion|km|points))",
    ),
    # 1400 local time / at 0600 hours
    ("clock", "digits", r"(?<![\w:.,$€£-])(?P<hour>[01]\d|2[0-4]){minute}(?: hours| hrs?)?,? \(?{zone}\b\)?"),
    ("clock", "digits", r"(?<=\bat\s)(?P<hour>[01]\d|2[0-4]){minute} (?:hours|hrs)\b"),
    ("clock", "noon", r"(?:\b12 )?\b{noon}\b" + ZONE),
    # the third quarter of 2025 / last summer / summer 2025
    ("quarter", "unit", r"(?P<year_shift>last|this|next) year['’]s (?:fiscal )?{quarter}[ -]quarter\b"),
    # the latest quarter / the year-ago period / the same period last year / the 2024 period: of the quarter spoken of
    ("period", "unit", r"the (?:latest |most recent )?quarter\b(?! (?:ended|ending|of|before|after))(?!-)"),
    ("period", "unit", r"the (?:latest|most recent|{year}) period\b"),
    (
        "period",
        "unit",
        r"(?:(?:the|an?) )?"
        + QUARTER_OF
        + r"(?P<ago>year-(?:ago|earlier))(?: (?:quarter|period)\b| {quarter}[ -]quarter\b)?",
    ),
    (
        "period",
        "unit",
        r"the (?:corresponding|comparable|same|similar) (?:period|quarter)(?: (?:of )?(?P<ago>last year|a year (?:ago|earlier|before))| (?:in|of) {year})",
    ),
    ("period", "unit", r"(?P<ago>last) year['’]s (?:quarter|period)\b"),
    ("quarter", "unit", r"(?:(?:the|{which}) )?(?:fiscal )?{quarter}[ -]quarters?\b(?:(?: of)? {year}(?!\d|[.,]\d))?"),
    (
        "season",
        "season",
        r"(?:{portion}(?:-| of| in)? )?(?:{which} |\bthe |\bin ){season}\b(?! of (?!\d|this|last))(?! (?:cold|campaign|offensive|season|holiday|break|heat|weather|clothing|clothes|uniform|sports|games|olympics|storm)s?\b)(?:(?:,| of)? {year}(?!\d|[.,]\d))?",
    ),
    ("season", "season", r"\b(?P<season>spring|summer|autumn|winter|fall)(?:,| of)? {year}(?!\d|[.,]\d)"),
    ("season", "season", r"{portion}[ -](?P<season>spring|summer|autumn|winter)\b"),
    (
        "vague",
        "vague",
        r"\b{vague}\b(?! (?:that|few|several|two|three|year|years|week|weeks|month|months|day|days|decade))",
    ),
)
