"""What the people of the pictures wrote. Sample text, in both languages; no measurement."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Talk:
    """One conversation of the list; ``voices`` spoke in it."""

    title: str
    said: str
    answered: str
    days_ago: int
    voices: tuple[str, ...]


@dataclass(frozen=True)
class Texts:
    voices: tuple[str, ...]  # names, in the order of COLOURS
    talks: tuple[Talk, ...]  # the newest first; the first one is on screen
    second_said: str
    second_answered: str
    training: str  # the name of the voice that is being trained
    prompt: str  # of its sample replies
    replies: tuple[str, ...]  # at step 0 and later


COLOURS = ("rust", "indigo", "plum", "lagoon", "rose")

CODE = '''```python
import re, pathlib

def first_frosts(folder):
    """Earliest autumn frost for each year in the notes."""
    found = {}
    for note in pathlib.Path(folder).glob("*.md"):
        day = re.match(r"(\\d{4})-(\\d\\d-\\d\\d)", note.name)
        if day and "frost" in note.read_text().lower():
            found.setdefault(day[1], []).append(day[2])
    return {y: min(d) for y, d in found.items()}
```'''

ENGLISH = Texts(
    voices=("Workbench", "Second reader", "Letters", "Plain words", "Minutes"),
    talks=(
        Talk(
            "First frost dates",
            "My garden notes are one file a day. Can you pull the first frost of each year out "
            "of them, and check the result?",
            "Your notes are named by day, so the date can come from the file name:\n\n" + CODE,
            0,
            ("Workbench", "Second reader"),
        ),
        Talk("Letter to Aunt Maren", "A warmer closing, please", "With love", 0, ("Letters",)),
        Talk("Compost, too wet", "What to add?", "Add straw before the weekend", 0, ()),
        Talk(
            "Harbour office, act two",
            "Does she say it?",
            "Ines will not say it outright",
            1,
            ("Second reader", "Workbench", "Letters"),
        ),
        Talk(
            "Minutes, allotment meeting",
            "Make minutes of this",
            "Four decisions and two open points",
            1,
            ("Minutes",),
        ),
        Talk("Sowing plan for April", "What first?", "Broad beans under fleece first", 1, ()),
        Talk(
            "Explain the boiler manual",
            "Page 14, please",
            "Page 14 in plain words",
            6,
            ("Plain words",),
        ),
        Talk(
            "Talk for the local library",
            "How long?",
            "Twelve minutes, three stories",
            7,
            ("Letters", "Second reader"),
        ),
    ),
    second_said="Is that right?",
    second_answered="Sound, with two things to settle before you trust the table:\n\n"
    "1. **Spring frosts count too.** Compare only days after `07-01`.\n"
    "2. **“No frost” is a match.** Three notes say exactly that.",
    training="Field notes",
    prompt="How do I know when the soil is ready to sow?",
    replies=(
        "Soil is ready to sow when it is moist but not wet, crumbly, and has reached a "
        "temperature of about 7 to 10 °C. You can use a soil thermometer to check.",
        "Soil is ready when it is moist and crumbly. Take some in the hand and press it.",
        "Take a fistful from a spade’s depth and squeeze. If it holds and then crumbles when "
        "you nudge it, sow. If it smears, leave it a week; the bed by the wall always dries "
        "first.",
    ),
)

RUSSIAN = Texts(
    voices=("Мастерская", "Второй читатель", "Письма", "Простые слова", "Протоколы"),
    talks=(
        Talk(
            "Первые заморозки",
            "Мои садовые заметки — по файлу на день. Выбери из них первый заморозок каждого "
            "года и проверь результат.",
            "Заметки названы по дням, так что дату можно взять из имени файла:\n\n" + CODE,
            0,
            ("Мастерская", "Второй читатель"),
        ),
        Talk("Письмо тёте Марине", "Закончи теплее", "Обнимаю и жду", 0, ("Письма",)),
        Talk("Компост слишком сырой", "Что добавить?", "Добавь соломы до выходных", 0, ()),
        Talk(
            "Контора порта, акт второй",
            "Она это скажет?",
            "Инес не скажет этого прямо",
            1,
            ("Второй читатель", "Мастерская", "Письма"),
        ),
        Talk(
            "Собрание садоводов",
            "Составь протокол",
            "Четыре решения и два открытых вопроса",
            1,
            ("Протоколы",),
        ),
        Talk("План посева на апрель", "Что сначала?", "Сначала бобы под укрытие", 1, ()),
        Talk(
            "Инструкция к котлу",
            "Страница 14",
            "Страница 14 простыми словами",
            6,
            ("Простые слова",),
        ),
        Talk(
            "Выступление в библиотеке",
            "Сколько минут?",
            "Двенадцать минут, три истории",
            7,
            ("Письма", "Второй читатель"),
        ),
    ),
    second_said="Всё верно?",
    second_answered="В целом да, но прежде чем верить таблице, решите два вопроса:\n\n"
    "1. **Весенние заморозки тоже считаются.** Сравнивайте только дни после `07-01`.\n"
    "2. **«Заморозков нет» тоже подходит.** Так написано в трёх заметках.",
    training="Полевые заметки",
    prompt="Как понять, что земля готова к посеву?",
    replies=(
        "Почва готова к посеву, когда она влажная, но не мокрая, рыхлая и прогрелась примерно "
        "до 7–10 °C. Для проверки можно использовать почвенный термометр.",
        "Земля готова, когда она влажная и рассыпается. Возьмите немного в руку и сожмите.",
        "Возьми горсть с глубины штыка и сожми. Держится, а от пальца рассыпается — сей. "
        "Мажется — подожди неделю; грядка у стены всегда просыхает первой.",
    ),
)

TEXTS = {"en": ENGLISH, "ru": RUSSIAN}
