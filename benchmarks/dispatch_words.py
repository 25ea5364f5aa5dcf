"""The usual wording of made-up dispatches, in three languages."""

from collections.abc import Mapping, Sequence

from reportedly.model.claim import Kind

BY = {"en": "{who} said", "ru": "сообщает {who}", "uk": "повідомляє {who}"}
NEARLY = {"en": "Once more: ", "ru": "Ещё раз: ", "uk": "Ще раз: "}
BODIES = {
    "en": ("the General Staff of Ukraine", "the Russian Defence Ministry", "the regional governor", "residents"),
    "ru": ("Генштаб ВСУ", "Минобороны России", "глава региона", "местные жители"),
    "uk": ("Генштаб ЗСУ", "Міноборони Росії", "голова області", "місцеві жителі"),
}
SIDES = ("ukraine", "russia", None, None)
PLACED = {"en": " in {place}", "ru": " в городе {place}", "uk": " у місті {place}"}
CITY = {"en": " in the city", "ru": " в городе", "uk": " у місті"}
THINGS = {
    "en": "a market|a hospital|an apartment block|a bridge|a power station|an ammunition depot|a school|a railway station",
    "ru": "рынок|больницу|жилой дом|мост|электростанцию|склад боеприпасов|школу|вокзал",
    "uk": "ринок|лікарню|житловий будинок|міст|електростанцію|склад боєприпасів|школу|вокзал",
}

Row = tuple[Kind, str | None, Mapping[str, Sequence[str]]]
"""What may be told: its kind, the side that does it, and words in three languages."""

# Of each sort of story what may be told.
SORTS: Sequence[Sequence[Row]] = (
    (
        (Kind.STRIKE, "russia", {
            "en": ("A Russian missile hit {thing}{where}", "Russian forces shelled {thing}{where} overnight"),
            "ru": ("Российская ракета попала в {thing}{where}", "Российские войска обстреляли {thing}{where} ночью"),
            "uk": ("Російська ракета влучила у {thing}{where}", "Російські війська обстріляли {thing}{where} вночі"),
        }),
        (Kind.CASUALTY, None, {
            "en": ("{number} people were killed{where}", "The attack claimed the lives of {number} people{where}"),
            "ru": ("Погибли {number} человек{where}", "Число погибших{where} выросло до {number}"),
            "uk": ("Загинули {number} людей{where}", "Кількість загиблих{where} зросла до {number}"),
        }),
        (Kind.CASUALTY, None, {
            "en": ("At least {number} people were injured{where}", "{number} residents were wounded{where}"),
            "ru": ("Ранены {number} человек{where}", "Пострадали {number} жителей{where}"),
            "uk": ("Поранено {number} людей{where}", "Постраждали {number} мешканців{where}"),
        }),
        (Kind.DAMAGE, None, {
            "en": ("The blast damaged {thing} and {number} houses{where}", "Windows of {thing} were destroyed{where}"),
            "ru": ("Взрыв повредил {thing} и {number} домов{where}", "Разрушено {number} домов{where}"),
            "uk": ("Вибух пошкодив {thing} і {number} будинків{where}", "Зруйновано {number} будинків{where}"),
        }),
        (Kind.DISPLACEMENT, None, {
            "en": ("About {number} residents were evacuated from {place}",),
            "ru": ("Из города {place} эвакуировали {number} жителей",),
            "uk": ("З міста {place} евакуювали {number} мешканців",),
        }),
    ),
    (
        (Kind.CONTROL, "russia", {
            "en": ("Russian troops have captured {place} after days of fighting", "Russian forces took {place}"),
            "ru": ("Российские войска взяли под контроль {place}", "Российская армия захватила {place}"),
            "uk": ("Російські війська захопили {place}", "Російська армія взяла під контроль {place}"),
        }),
        (Kind.CONTROL, "ukraine", {
            "en": ("Ukrainian troops withdrew from {place} towards the river",),
            "ru": ("Украинские войска отошли из города {place} к реке",),
            "uk": ("Українські війська відійшли з міста {place} до річки",),
        }),
        (Kind.COMBAT, "ukraine", {
            "en": ("Ukrainian forces repelled {number} assaults near {place}",),
            "ru": ("Украинские войска отбили {number} атак под городом {place}",),
            "uk": ("Українські війська відбили {number} атак біля міста {place}",),
        }),
        (Kind.STRIKE, "ukraine", {
            "en": ("Air defence shot down {number} drones over {place}",),
            "ru": ("ПВО сбила {number} беспилотников над городом {place}",),
            "uk": ("ППО збила {number} безпілотників над містом {place}",),
        }),
    ),
    (
        (Kind.OTHER, None, {
            "en": ("The council of {place} will discuss {number} proposals for the budget and for {thing}",),
            "ru": ("Совет города {place} обсудит {number} предложений к бюджету",),
            "uk": ("Рада міста {place} обговорить {number} пропозицій до бюджету",),
        }),
        (Kind.ASSESSMENT, None, {
            "en": ("The situation around {place} may get worse for the garrison before the winter",),
            "ru": ("Обстановка вокруг города {place} может ухудшиться до зимы",),
            "uk": ("Обстановка навколо міста {place} може погіршитися до зими",),
        }),
        (Kind.POSITION, None, {
            "en": ("The allies must help {place} to rebuild {thing}",),
            "ru": ("Союзники должны помочь городу {place} восстановить {thing}",),
            "uk": ("Союзники мають допомогти місту {place} відновити {thing}",),
        }),
    ),
)  # fmt: skip
