"""The English patterns of `annotate/date_rules.py`."""

# A blank stands for white space; {name} for a named group of the words in that table of `time.toml`,
# {year} {day} {hour} {minute} for digits. The name of a rule says which fields `claims/dating.py` will find.
# Where two rules find overlapping phrases, the longer phrase stands.
ENGLISH: tuple[tuple[str, str, str], ...] = (
    # 2 December 2025 / the night of 2 December / 9-11 November
    (
        "date",
        "month",
        r"(?:(?:the )?{part} (?:of|on|to) )?(?:the )?{day}(?:st|nd|rd|th)?(?:(?: ?[-–—] ?| to | and ){day2}(?:st|nd|rd|th)?)?(?: of)? {month}\b\.?(?:(?:,| of)? {year}(?!\d))?(?: {part_after}\b)?",
    ),
    # December 2, 2025 / December 2nd / November 9-11
    (
        "date",
        "month",
        r"(?:(?:the )?{part} (?:of|on) )?{month}\b\.? (?:the )?{day}(?:st|nd|rd|th)?(?:(?: ?[-–—] ?| to | and ){day2}(?:st|nd|rd|th)?)?(?!\d|[:%]|[.,]\d| (?:percent|per cent|{units}))(?:(?:,|, in| of)? {year}(?!\d|[.,]\d))?(?: {part_after}\b)?",
    ),
    # early December 2025 / December / last December
    (
        "date",
        "month",
        r"(?:{portion}(?: of|-| in)? )?(?:{which} )?{month}\b\.?(?!\.? \d{{1,2}}\b(?!\s?\d))(?:(?:,| of)? {year}(?!\d|[.,]\d))?",
    ),
    ("date", "month", r"\bmid-{month}\b(?:(?:,| of)? {year}(?!\d|[.,]\d))?"),
    # 2025-12-02 / 02.12.2025 / 21.05
    ("date", "digits", r"(?<![\d.-]){year}-{month_number}-{day}(?:[T ]{hour}:{minute}(?::\d\d)?)?(?![\d-])"),
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
        r"(?:{portion}(?:-| of| in)? |{before_year} |['’]s |\()(?:the year )?{year}(?![\d%\w]|[.,]\d|-\w| (?:million|billion|percent|per cent|km|people|men|soldiers|troops|dead)\b)",
    ),
    # the early 1990s
    ("decade", "decade", r"(?:the )?(?:{portion}[ -](?:of the )?)?{decade}s\b"),
    ("century", "unit", r"(?:the )?{century}(?:st|nd|rd|th) century"),
    # earlier on Tuesday morning / last Tuesday / the previous Friday
    (
        "weekday",
        "weekday",
        r"(?:{portion}(?: on|-| in)? )?(?:(?:the )?{part} of )?(?:(?:{which}|(?P<there>the previous|the following)) )?{weekday}\b(?!s\b)(?: (?:in the )?{part_after}\b)?",
    ),
    ("set", "weekday", r"(?:(?:every|each)(?: other)? )?{weekday}s\b|(?:every|each)(?: other)? {weekday2}\b"),
    # today / earlier today / yesterday evening
    ("deictic", "deictic", r"(?:{portion}(?: in)? )?{deictic}\b(?: {part_after}\b)?"),
    ("overnight", "deictic", r"\bovernight\b"),
    # last week / the end of the month / so far this year
    ("unit", "unit", r"(?:{portion}(?:-| of| in| on)? )?{which} (?:fiscal |calendar )?{unit}\b"),
    ("unit", "unit", r"{portion} of (?:the|this) (?P<unit>day|week|month|year|weekend|quarter|decade|century)\b"),
    ("unit", "unit", r"\bthe (?P<unit>weekend)\b"),
    # the past 24 hours / recent days / the next few weeks / the past day
    ("span", "unit", r"(?:the )?{way} {count}(?: or so)? {unit}s?\b"),
    ("span", "unit", r"(?:the )?{way} (?P<plural>{units})\b(?! of\b)"),
    ("span", "unit", r"the (?P<way>past|last|coming) {unit}\b(?! of\b)"),
    # three weeks ago / two days earlier / a day after
    ("shift", "unit", r"{count}(?: more)?(?: or so| or two)? {unit}s?(?: or so)? {toward}\b"),
    ("shift", "unit", r"the {toward_there} {unit}\b"),
    ("shift", "part", r"(?:the {toward_there}|{same}) {part}\b"),
    ("shift", "unit", r"{same} {unit}\b(?!-)"),
    ("shift", "unit", r"the (?P<unit>day|night|week|month|year) (?P<toward>before|after)\b(?! (?:yesterday|tomorrow))"),
    # three days / two-day / weeks
    (
        "length",
        "unit",
        r"{count}(?: (?:more|full|whole|consecutive|straight))?[ -](?!second\b|quarter){unit}s?\b(?![-–]? ?olds?\b)",
    ),
    ("length", "unit", r"(?P<plural>days|weeks|months|years|decades|centuries|hours|minutes)\b(?![-–]? ?olds?\b)"),
    # every day / each week / daily
    ("set", "unit", r"(?:every|each) (?:{count} )?{unit}s?\b"),
    ("set", "part", r"(?:every|each) {part}\b"),
    ("set", "set", r"\b{set}\b"),
    # 09:00 / 10 p.m. / 12 noon
    ("clock", "digits", r"(?<![\d:.,]){hour}[:.]{minute}(?::\d\d)? ?{half_day}"),
    ("clock", "digits", r"(?<![\d:.,]){hour}:{minute}(?::[0-5]\d)?(?![\d:])"),
    ("clock", "digits", r"(?<![\d:.,]){hour} ?{half_day}"),
    ("clock", "noon", r"(?:\b12 )?\b{noon}\b"),
    # the third quarter of 2025 / last summer / summer 2025
    ("quarter", "unit", r"(?:(?:the|{which}) )?(?:fiscal )?{quarter}[ -]quarters?\b(?:(?: of)? {year}(?!\d|[.,]\d))?"),
    (
        "season",
        "season",
        r"(?:{portion}(?:-| of| in)? )?(?:{which} |\bthe |\bin ){season}\b(?! of (?!\d|this|last))(?:(?:,| of)? {year}(?!\d|[.,]\d))?",
    ),
    ("season", "season", r"\b(?P<season>spring|summer|autumn|winter|fall)(?:,| of)? {year}(?!\d|[.,]\d)"),
    ("season", "season", r"{portion}[ -](?P<season>spring|summer|autumn|winter)\b"),
    (
        "vague",
        "vague",
        r"\b{vague}\b(?! (?:that|few|several|two|three|year|years|week|weeks|month|months|day|days|decade))",
    ),
)
