"""Lists and labelled lines of posts and pages: whose words stand under a line that names somebody."""

from datetime import date

import pytest

from reportedly.flow import read_text

LISTS: dict[str, tuple[str, str, dict[str, str | None]]] = {
    "a verb and a colon": ("ru", "Рогов заявил:\n— Порт открыт.\n— Мост цел.\nПогода хорошая.", {"Порт открыт": "Рогов", "Мост цел": "Рогов", "Погода хорошая": None}),
    "what somebody's speech held": ("ru", "Главное из интервью министра:\n▪️ Порт открыт.\n▪️ Мост цел.", {"Порт открыт": "министр", "Мост цел": "министр"}),
    "the same in Ukrainian": ("uk", "Головне зі звернення мера:\n▪️ Порт відкрито.\n▪️ Міст цілий.", {"Порт відкрито": "мер", "Міст цілий": "мер"}),
    "a line that says something itself": ("ru", "Армия нанесла два удара, сообщили в полиции:\n— Порт разрушен.\n— Мост цел.", {"Армия нанесла два удара": "полиция", "Порт разрушен": "полиция"}),
    "a list of nobody's": ("ru", "Что известно к вечеру:\n— Порт открыт.\n— Мост цел.", {"Порт открыт": None, "Мост цел": None}),
    "a voice within the list": ("ru", "Главное из интервью министра:\n— Порт открыт, сказал мэр.\n— Мост цел.", {"Порт открыт": "мэр", "Мост цел": None}),
    "a line that names the source of the lead": ("uk", "Порт відкрито.\n\nДжерело: начальник порту Олег Ткач у Telegram\n\nДеталі: Міст цілий.", {"Порт відкрито": "начальник порту Олег Ткач", "Міст цілий": None}),
    "a line that names two": ("uk", "Порт відкрито.\n\nДжерело: Генштаб, поліція", {"Порт відкрито": None}),
    "a quotation under a label": ("uk", 'Мер повідомив, що порт відкрито.\nДослівно: "Міст цілий. Дорогу закрито".', {"Міст цілий": "Мер", "Дорогу закрито": "Мер"}),
    "a quotation under a label with a name": ("uk", 'Пряма мова Ганни Ткач, речниці порту: "Міст цілий".', {"Міст цілий": "Ганна Ткач"}),
    "a line of dialogue": ("ru", "— Мы сидели тихо, — рассказывает Тамара. — Было темно. Порт горел.", {"Было темно": "Тамара", "Порт горел": "Тамара"}),
    "a line behind": ("ru", "Вчера было тихо. Это было днём.\nПорт затоплен, мост разрушен,\n— сообщают жители.", {"Порт затоплен": "жители"}),
}  # fmt: skip


@pytest.mark.parametrize("which", LISTS)
def test_a_line_holds_for_what_stands_under_or_behind_it(which: str) -> None:
    language, text, wanted = LISTS[which]
    reading = read_text(text, published=date(2025, 12, 3), language=language)
    names = {source.id: source.name for source in reading.sources}
    told = {claim.span.text: [names[chain[-1].source] for chain in claim.chains] for claim in reading.claims}
    for words, voice in wanted.items():
        assert told.get(words) == ([voice] if voice else []), told
