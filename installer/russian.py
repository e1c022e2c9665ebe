"""The set-up's sentences in Russian; a test holds them against those that are used."""

SENTENCES = {
    "Another set-up of Timbre is running; this one waits for it.": (
        "Timbre уже устанавливается; эта установка подождёт."
    ),
    "Timbre sets itself up": "Timbre устанавливается",
    "Timbre sets itself up in {folder}: about {download} to download and {needed} of"
    " disk space, or {cuda_download} and {cuda_needed} with a torch build for CUDA;"
    " {free} are free.": (
        "Timbre устанавливается в {folder}: нужно скачать около {download} и занять {needed}"
        " на диске, а со сборкой torch для CUDA {cuda_download} и {cuda_needed};"
        " свободно {free}."
    ),
    "Making the Python environment": "Создаётся окружение Python",
    "Fetching and installing packages": "Скачиваются и ставятся пакеты",
    "Adding the test tools": "Добавляются инструменты для тестов",
    "Fetching the starter model": "Скачивается начальная модель",
    "Converting the starter model to 4 bits": "Начальная модель переводится в 4 бита",
    "Timbre is set up ({minutes} min {seconds} s).": (
        "Timbre установлен ({minutes} мин {seconds} с)."
    ),
    "This build of torch is for CUDA: about {download} to download.": (
        "Эта сборка torch для CUDA: нужно скачать около {download}."
    ),
    "installing package {done} of {all}": "ставится пакет {done} из {all}",
    "Installing system packages: {names}": "Ставятся системные пакеты: {names}",
    "Timbre runs on Python {oldest} to {newest}, and this is Python {version}."
    " Start it with one of those: python{newest} main.py": (
        "Timbre работает с Python от {oldest} до {newest}, а это Python {version}."
        " Запустите его одним из них: python{newest} main.py"
    ),
    "This Python has no venv and pip to make an environment with."
    " Install them, for example with: {command}": (
        "В этом Python нет venv и pip, чтобы создать окружение."
        " Установите их, например так: {command}"
    ),
    "Timbre cannot write to {folder}. Make it writable,"
    " or set XDG_CACHE_HOME to a folder that is.": (
        "Timbre не может писать в {folder}. Разрешите запись"
        " или укажите в XDG_CACHE_HOME другую папку."
    ),
    "The set-up needs {needed} of disk space, and {free} are free in {folder}."
    " Free some space and start again.": (
        "Для установки нужно {needed} на диске, а в {folder} свободно {free}."
        " Освободите место и запустите снова."
    ),
    "Python could not make an environment with pip in {folder}: {error}": (
        "Python не смог создать окружение с pip в {folder}: {error}"
    ),
    "The disk became full in {folder}. Free some space and start again.": (
        "В {folder} кончилось место. Освободите его и запустите снова."
    ),
    "The disk became full while packages were installed into {folder}."
    " Free some space and start again.": (
        "При установке пакетов в {folder} кончилось место. Освободите его и запустите снова."
    ),
    "The set-up stopped: {error}. Mend that and start again.": (
        "Установка остановилась: {error}. Исправьте это и запустите снова."
    ),
    "The package index cannot be reached."
    " Connect to the internet and start again: the set-up goes on.": (
        "Каталог пакетов недоступен. Подключитесь к интернету и запустите снова:"
        " установка продолжится."
    ),
    "pip could not install what Timbre needs: {error}. The details are in {log}.": (
        "pip не смог поставить то, что нужно Timbre: {error}. Подробности в {log}."
    ),
    "{name} is not the file that was expected: its SHA-256 is {found}, not {wanted}."
    " It was not used. Start again; if it happens again, something between"
    " here and the package index alters downloads.": (
        "{name} не тот файл, который ожидался: его SHA-256 {found}, а не {wanted}."
        " Он не был использован. Запустите снова; если это повторится, что-то на пути"
        " от каталога пакетов меняет загрузки."
    ),
    "The starter model could not be converted to 4 bits: {error} The details are in {log}.": (
        "Начальную модель не удалось перевести в 4 бита: {error} Подробности в {log}."
    ),
    "System libraries are missing: {names}. Install them with: {command}": (
        "Не хватает системных библиотек: {names}. Установите их так: {command}"
    ),
    "your system's package manager": "через менеджер пакетов вашей системы",
    "Python did not start in its environment. Delete {folder} and start again.": (
        "Python не запустился в своём окружении. Удалите {folder} и запустите снова."
    ),
    "Timbre could not start: {error}. The details are in {log}.": (
        "Timbre не смог запуститься: {error}. Подробности в {log}."
    ),
    "Stopped. The next start goes on from here.": (
        "Остановлено. Следующий запуск продолжит отсюда."
    ),
    "Press Enter to close this window.": "Нажмите Enter, чтобы закрыть это окно.",
    "Close": "Закрыть",
    "There is no display, so Timbre opens in this terminal.": (
        "Экрана нет, поэтому Timbre открывается в этом терминале."
    ),
    "The menu entry was added: {file}": "Пункт меню добавлен: {file}",
    "The menu entry was removed: {file}": "Пункт меню убран: {file}",
    "The menu entry could not be added: {error}": "Не удалось добавить пункт меню: {error}",
    "There was no menu entry: {file}": "Пункта меню не было: {file}",
    "Python: {python}": "Python: {python}",
    "Starter model: {model}": "Начальная модель: {model}",
    "Data folder: {folder}": "Папка данных: {folder}",
    "Problem: {problem}": "Проблема: {problem}",
    "No problems found.": "Проблем не найдено.",
    "The starter model is not there. Start Timbre once to fetch it.": (
        "Начальной модели нет. Запустите Timbre, чтобы скачать её."
    ),
    "The data folder {folder} cannot be written.": "В папку данных {folder} нельзя писать.",
    "Little disk space is left for your data: {free}.": (
        "Для ваших данных осталось мало места: {free}."
    ),
    "bench needs one of these names: {names}.": "Для bench нужно одно из этих имён: {names}.",
    "{count} GB": "{count} ГБ",
    "{count} MB": "{count} МБ",
}
