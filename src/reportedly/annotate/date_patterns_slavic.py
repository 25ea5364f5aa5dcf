"""The Ukrainian and Russian patterns of `annotate/date_rules.py`: one table, as both say when alike.

The text is in small letters. A blank stands for white space; {name} for a group of the words in that table of
`time.toml`, or for one of its [word] lists, whole words only; {year} {day} {hour} {minute} for digits; where a group
named `begin` stands, the phrase begins. The name of a rule says which fields `claims/counting.py` will find. Where two
rules find overlapping phrases, the longer phrase stands.
"""

_DAY_CASE = r"(?:-?(?:{day_case}))?"
_YEAR_CASE = r"(?:-?(?:{year_case}))?"
# "2 грудня 2025 року", "2 декабря 22-го года", "у грудні 2025-го".
# "2 грудня 2000 бійців" gives no year.
_YEAR = rf"(?:,? (?=1[789]|20){{year}}(?!\d|[.,]\d| {{counted}}| ?{{not_date}}){_YEAR_CASE}(?: {{year_word}})?|,? {{short_year}}{_YEAR_CASE} {{year_word}})?"
_MORE_DAYS = r"(?:, ?(?:3[01]|[12]\d|[1-9]))*,?(?: {and}) (?:3[01]|[12]\d|[1-9])"
_MORE_YEARS = r"(?:, ?[12]\d{{3}})*,?(?: {and}) [12]\d{{3}}"
_MORE_MONTHS = r"(?: ?[-–—] ?|,? {and} |, )(?:{month_word}(?:, | {and} ))*{month_word}"
# "в ніч на 2 грудня", "у ніч з 1 на 2 грудня".
_NIGHT = (
    r"(?:(?:{in} )?(?P<night_before>{night})"
    rf"(?P<evening> {{from}} (?:(?:3[01]|[12]\d|[1-9]){_DAY_CASE}(?: {{month_word}})?|{{weekday_word}}))?,? {{onto}} )?"
)
_PART_AFTER = r"(?:,? {part_after})?"

SLAVIC: tuple[tuple[str, str, str], ...] = (
    # 2 грудня 2025 року / 9—11 листопада / з 9 по 11 листопада / вранці 2-го грудня
    (
        "date",
        "month",
        rf"{_NIGHT}(?:{{part}},? (?:{{in}} )?)?{{day}}{_DAY_CASE}(?:(?: ?[-–—] ?| {{till}} ){{day2}}{_DAY_CASE})? {{month}}{_YEAR}{_PART_AFTER}",
    ),
    ("date", "month", rf"{{between}} (?P<begin>){{day}}{_DAY_CASE} {{and}} {{day2}}{_DAY_CASE} {{month}}{_YEAR}"),
    ("date", "month", rf"{_NIGHT}{{day_word}} {{month}}{_YEAR}{_PART_AFTER}"),
    # 9, 10 і 12 листопада
    ("date", "month", rf"{{day}}{_DAY_CASE}(?={_MORE_DAYS}{_DAY_CASE} {{month}}{_YEAR})"),
    ("date", "month", r"(?:{portion} )?{month}(?=" + _MORE_MONTHS + r" {year}(?!\d))"),
    # на початку грудня 2025 року / у грудні / минулого грудня / у вересні, жовтні та листопаді 1941 року
    ("date", "month", rf"(?:{{portion}} )?(?:{{which}} )?{{month}}{_YEAR}"),
    # у серпневих боях
    ("date", "month", r"(?:{portion} )?{month_adjective}"),
    # 2025-12-02 / 02.12.2025 / 02.12.25 / станом на 02.12
    ("date", "digits", r"(?<![\d.-]){year}-{month_number}-{day}(?:[t ]{hour}:{minute}(?::\d\d)?)?(?![\d-])"),
    ("date", "digits", r"(?<![\d.,/=-]){day}[./]{month_number}[./]{year}(?!\d)(?: {year_word})?"),
    ("date", "digits", r"(?<![\d.,/=-]){day}\.{month_number}\.{short_year}(?!\d|[.:]\d)(?: {year_word})?"),
    (
        "date",
        "digits",
        r"(?:^(?={day_month_line})|(?<=[,:]\s)(?={day_month_line})|{numeric_on} )(?P<begin>){day}\.{month_number}(?![\d%:]|[.,]\d| ?(?:{not_date}))",
    ),
    # з 24.02 по 28.02: no hour of the day
    (
        "date",
        "digits",
        r"(?:{from}|{till}) (?P<begin>)(?=2[4-9]|3[01]){day}\.{month_number}(?![\d%:]|[.,]\d| ?(?:{not_date}))",
    ),
    # наприкінці 2014 року / 2014-го року / у 1939—1945 роках / (1917—1921)
    ("date", "digits", rf"(?:{{portion}} )?(?<![\w.,-]){{year}}{_YEAR_CASE} {{year_word}}"),
    ("date", "digits", rf"{{portion}} (?<![\w.,-]){{year}}{_YEAR_CASE}(?![\d%\w]|[.,]\d|-\w)"),
    (
        "date",
        "digits",
        rf"(?<![\w.,-]){{year}} ?[-–—/] ?{{year2}}(?!\d|-?{{decade_case}}){_YEAR_CASE} (?:{{years_word}}|{{year_word}})",
    ),
    ("date", "digits", r"(?<=\(){year} ?[-–—/] ?{year2}(?=[),;])"),
    (
        "date",
        "digits",
        r"(?<![\w.,-])(?=1[89]|20){year} ?[-–—] ?(?=1[89]|20)(?P<year2>\d{{4}})(?![\d%\w-]|[.,]\d| ?(?:{not_date})| {counted})",
    ),
    ("date", "digits", r"(?<=\()(?:{portion} )?{year}(?=[),;])"),
    ("date", "digits", rf"(?<![\w.,-]){{year}}(?={_MORE_YEARS}{_YEAR_CASE} (?:{{years_word}}|{{year_word}}))"),
    ("date", "digits", rf"(?<![\w.,-]){{year}}{_YEAR_CASE} (?:{{years_word}})"),
    (
        "date",
        "digits",
        rf"{{before_year}} (?P<begin>)(?=1[89]|20){{year}}(?!\d){_YEAR_CASE}(?![\d%\w]|[.,]\d|-\w| ?(?:{{not_date}})| {{counted}})",
    ),
    # 264 року до н. е. / 264—241 рр. до н. е.
    (
        "before_christ",
        "digits",
        r"(?:(?:{portion}|{season}|{month}) )?(?<![\w.,-])(?:(?P<year_bc>\d{{1,4}})(?: ?[-–—] ?|,? {and} ))?(?P<last_year_bc>\d{{1,4}})(?:-?(?:{decade_case}))?(?: (?:{year_word}|{years_word}))? {bc}",
    ),
    # на початку 1930-х років / XX століття
    ("decade", "digits", r"(?:{portion} )?(?<![\w.,-]){decade}-?(?:{decade_case})(?!\w)(?: {years_word})?"),
    ("decade", "digits", r"(?:{portion} )?(?<![\w.,-]){decade_short}-?(?:{decade_case})(?!\w) {years_word}"),
    (
        "century",
        "unit",
        r"(?:{portion} )?(?:{century}|(?<![\w.,-])(?P<century_number>1\d|2[01])-?(?:{decade_case}|{day_case}|{hour_case}|{year_case}))(?: {century_word})",
    ),
    # у ніч на понеділок / минулого понеділка / вранці у вівторок
    ("weekday", "weekday", rf"{_NIGHT}(?:{{part}},? (?:{{in}} )?)?(?:{{which}} )?{{weekday}}{_PART_AFTER}"),
    ("set", "weekday", r"{every} {weekday2}"),
    ("set", "set", r"{set}"),
    # нічний удар / ночная атака дронов
    ("overnight", "deictic", r"{night_adjective}(?= (?:\w+ )?{attack})"),
    # вночі / минулої ночі / сьогодні / вчора ввечері
    ("part", "part_alone", r"{part_alone}"),
    ("deictic", "deictic", rf"{_NIGHT}(?:{{part}} )?{{deictic}}{_PART_AFTER}"),
    # протягом минулої доби / останні 24 години / останніми днями
    ("span", "unit", r"(?:{way}|{way_of_day}) {count} {unit}"),
    ("span", "unit", r"{way_of_day} (?P<unit>{day_and_night})"),
    ("span", "unit", r"{way} {plural}"),
    ("span", "unit", r"{way_during} (?P<unit>{day_and_night})"),
    # за тиждень: the last one, unless "за тиждень до виборів", "меньше чем за неделю"
    ("span", "unit", r"(?<!\w)(?<!чем\s)(?<!ніж\s)за (?P<in_a_week>{week})(?! {not_in_a_week})"),
    # через два тижні / два роки тому / за рік до того / наступного дня / тієї ж ночі
    ("shift", "unit", r"{toward_through} (?:{count} )?{unit}(?: {after_that}(?!,? {not_vague})|(?! {after}))"),
    ("shift", "unit", r"(?<!\w)за (?:{count} |)(?:{unit}) {toward_until}"),
    ("shift", "unit", r"(?:{count} {unit}|{one_unit}) {toward}"),
    ("shift", "unit", r"{toward_there} (?P<unit>{day_unit})"),
    ("shift", "part", r"(?:{toward_there}|{same}) {part}"),
    # "накануне в Киеве", never "накануне выборов"
    ("shift", "part", r"(?P<eve>{eve})(?:,? {part}|(?=[,.;:)]|$| {eve_before} | \w+{past_reflexive_case}))"),
    ("shift", "unit", r"{same} {unit}"),
    ("shift", "unit", r"{same_day} (?P<unit>{day_unit})"),
    # минулого тижня / наприкінці місяця / торік
    ("unit", "unit", r"(?:{portion} )?{which} {unit}"),
    ("unit", "unit", r"{portion} {one_unit}"),
    ("unit", "unit", r"(?:{portion} )?{year_away}"),
    # 06:00 / о 14.30 / з 20.00 мск / о 6-й ранку / об 11 годині / опівночі
    ("clock", "digits", r"(?<![\d:.,]){hour}:{minute}(?::[0-5]\d)?(?![\d:])(?: \(?{zone}\)?| {half_day})?"),
    (
        "clock",
        "digits",
        r"(?:{at} )(?P<begin>){hour}\.{minute}(?!\d|[.,]\d|%| ?(?:{not_date}))(?: \(?{zone}\)?| {half_day})?",
    ),
    ("clock", "digits", r"(?<![\d:.,]){hour}\.{minute} (?:\(?{zone}\)?)"),
    (
        "clock",
        "digits",
        r"(?:{at} )(?P<begin>){hour}(?:-?(?:{hour_case}))?(?: {hour_word})? {half_day}(?: \(?{zone}\)?)?",
    ),
    ("clock", "digits", r"(?:{at_hour} )(?P<begin>){hour}(?:-?(?:{hour_case}))? {hour_word}(?: \(?{zone}\)?)?"),
    ("clock", "noon", r"{noon}"),
    # три дні / протягом місяця / триденний
    ("length", "unit", r"(?:{during} )?{count} (?:(?<!\d\s)|(?<=,\d\s)|(?!{ordinal_unit})){unit}"),
    ("length", "unit", r"{during} (?:{whole} )?(?!{instrumental}){one_unit}"),
    ("length", "unit", r"{during} {plural}"),
    ("length", "digits", r"(?<![\w.,-])(?P<count>\d{{1,3}})-?(?:{day_case}|{hour_case})?-?{length_adjective}"),
    ("length", "length_adjective", r"{count_stem}{length_adjective}"),
    # кожного дня / кожні дві години
    ("set", "unit", r"{every} (?:{count} )?{unit}"),
    ("set", "part", r"{every} {part}"),
    # влітку 1915 року / минулої зими / у третьому кварталі 2025 року
    ("season", "season", rf"(?:{{portion}} )?(?:(?:{{which}}|{{same}}) )?{{season}}{_YEAR}"),
    ("quarter", "quarter", rf"{{quarter}} {{quarter_word}}{_YEAR}"),
    ("vague", "vague", r"{vague}(?! {not_vague})"),
)
