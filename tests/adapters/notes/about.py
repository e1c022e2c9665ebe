"""Made-up notes about a few things, in English and Russian, with known themes."""

import random

ENGLISH = {
    "garden": "roses frost compost seedlings beds pruning greenhouse soil watering tomatoes",
    "boats": "sail rudder harbour anchor mast keel rigging tiller varnish mooring",
    "bread": "flour yeast dough oven crust sourdough kneading proofing starter loaf",
}
RUSSIAN = {
    "сад": "розы мороз компост рассада грядки обрезка теплица почва полив помидоры",
    "лодки": "парус руль гавань якорь мачта киль снасти румпель лак причал",
    "хлеб": "мука дрожжи тесто печь корка закваска замес расстойка опара буханка",
}
_FILLING = {
    "en": "today I went and saw that the thing was there and it was good so we did",
    "ru": "сегодня я пошёл и увидел что это там и было хорошо поэтому мы так и сделали",
}


def texts(language: str, counts: tuple[int, ...], seed: int = 0) -> list[tuple[str, str]]:
    """(theme, text): ``counts`` notes about each of the three things, shuffled."""
    source = {"en": ENGLISH, "ru": RUSSIAN}[language]
    draw = random.Random(seed)
    made = []
    for (theme, telling), count in zip(source.items(), counts, strict=True):
        for _ in range(count):
            words = draw.choices(_FILLING[language].split(), k=30) + draw.choices(
                telling.split(), k=5
            )
            draw.shuffle(words)
            made.append((theme, " ".join(words) + "."))
    draw.shuffle(made)
    return made
