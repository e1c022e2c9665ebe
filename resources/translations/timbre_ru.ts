<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Open licences</source>
        <translation>Открыть лицензии</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Timbre and the starter model: Apache 2.0. Inter and JetBrains Mono: SIL Open Font License. Lucide icons: ISC.</source>
        <translation>Timbre и начальная модель: Apache 2.0. Inter и JetBrains Mono: SIL Open Font License. Значки Lucide: ISC.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Приватность</translation>
    </message>
    <message>
        <source>Nothing leaves this machine unless you start a download. While one runs, the status bar says so.</source>
        <translation>Ничто не покидает этот компьютер, пока вы не начнёте загрузку. Пока она идёт, об этом сказано в строке состояния.</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>idle</source>
        <translation>ожидание</translation>
    </message>
    <message>
        <source>{number} tokens/s</source>
        <translation>{number} токена/с</translation>
    </message>
    <message>
        <source>training, step {step} of {steps}</source>
        <translation>обучение, шаг {step} из {steps}</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>чтение</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Conversation deleted</source>
        <translation>Беседа удалена</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>Appearance</source>
        <translation>Внешний вид</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Text and rows grow together.</source>
        <translation>Вместе с текстом растут и строки.</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Меньше движения</translation>
    </message>
    <message>
        <source>Nothing slides, fades or turns.</source>
        <translation>Ничто не скользит, не гаснет и не вращается.</translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message>
        <source>Answers the title of the note.</source>
        <translation>Отвечает на заголовок заметки.</translation>
    </message>
    <message>
        <source>Answers a heading of the note.</source>
        <translation>Отвечает на подзаголовок заметки.</translation>
    </message>
    <message>
        <source>Answers a question that stands in the note.</source>
        <translation>Отвечает на вопрос, который есть в заметке.</translation>
    </message>
    <message>
        <source>Your turns, after what was said before each.</source>
        <translation>Ваши реплики, каждая после того, что было сказано до неё.</translation>
    </message>
    <message>
        <source>Answers a question that the model wrote for it.</source>
        <translation>Отвечает на вопрос, который к нему написала модель.</translation>
    </message>
    <message>
        <source>Answers nothing: the text alone, so that your manner is learned as well.</source>
        <translation>Ни на что не отвечает: только сам текст, чтобы голос перенял и вашу манеру.</translation>
    </message>
</context>
<context>
    <name>BlendEditor</name>
    <message>
        <source>Blend of voices</source>
        <translation>Смесь голосов</translation>
    </message>
    <message>
        <source>Name of the blend</source>
        <translation>Имя смеси</translation>
    </message>
    <message>
        <source>Add a voice</source>
        <translation>Добавить голос</translation>
    </message>
    <message>
        <source>Voices that can be added</source>
        <translation>Голоса, которые можно добавить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Deleted, and left out: {names}.</source>
        <translation>Удалены и не войдут в смесь: {names}.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Two voices or more; each at its own strength.</source>
        <translation>Два голоса или больше, у каждого своя сила.</translation>
    </message>
</context>
<context>
    <name>BlendPane</name>
    <message>
        <source>Talk with this blend</source>
        <translation>Поговорить с этой смесью</translation>
    </message>
    <message>
        <source>More for this blend</source>
        <translation>Ещё для этой смеси</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Voices of the blend</source>
        <translation>Голоса смеси</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Неполная</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Смесь</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалён</translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>Show more</source>
        <translation>Показать больше</translation>
    </message>
</context>
<context>
    <name>BoundedEdit</name>
    <message numerus="yes">
        <source>The text is too long: %Ln characters at its end were left out.</source>
        <translation>
            <numerusform>Текст слишком длинный: опущен %Ln знак в конце.</numerusform>
            <numerusform>Текст слишком длинный: опущены %Ln знака в конце.</numerusform>
            <numerusform>Текст слишком длинный: опущено %Ln знаков в конце.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines of more than {most} characters were broken.</source>
        <translation>Строки длиннее {most} знаков разбиты.</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Move cards</source>
        <translation>Переместить карточки</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n токен</numerusform>
            <numerusform>%n токена</numerusform>
            <numerusform>%n токенов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardGrid</name>
    <message>
        <source>Voices</source>
        <translation>Голоса</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Show files</source>
        <translation>Показать файлы</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>Описать…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспортировать…</translation>
    </message>
    <message>
        <source>Talk with this blend</source>
        <translation>Поговорить с этой смесью</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Приостановить</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Завершить и сохранить</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Rename the voice</source>
        <translation>Переименовать голос</translation>
    </message>
    <message>
        <source>Rename the blend</source>
        <translation>Переименовать смесь</translation>
    </message>
    <message>
        <source>Describe the voice</source>
        <translation>Описать голос</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Метки…</translation>
    </message>
    <message numerus="yes">
        <source>Train on %n new notes</source>
        <translation>
            <numerusform>Доучить на %n новой заметке</numerusform>
            <numerusform>Доучить на %n новых заметках</numerusform>
            <numerusform>Доучить на %n новых заметках</numerusform>
        </translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Доучить</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Метки через запятую</translation>
    </message>
</context>
<context>
    <name>CastBar</name>
    <message>
        <source>Scene</source>
        <translation>Сцена</translation>
    </message>
    <message>
        <source>Scene: {title}</source>
        <translation>Сцена: {title}</translation>
    </message>
    <message>
        <source>Who speaks next</source>
        <translation>Кто говорит следующим</translation>
    </message>
    <message numerus="yes">
        <source>Stop, %n to go</source>
        <translation>
            <numerusform>Стоп, ещё %n</numerusform>
            <numerusform>Стоп, ещё %n</numerusform>
            <numerusform>Стоп, ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Auto-play</source>
        <translation>Автоигра</translation>
    </message>
    <message>
        <source>the model itself</source>
        <translation>сама модель</translation>
    </message>
    <message>
        <source>{name} speaks in {voice}</source>
        <translation>{name} говорит голосом: {voice}</translation>
    </message>
    <message>
        <source>{name}, muted</source>
        <translation>{name}, молчит</translation>
    </message>
    <message>
        <source>Let {name} speak</source>
        <translation>Дать слово: {name}</translation>
    </message>
    <message>
        <source>Let it take part again</source>
        <translation>Пусть снова участвует</translation>
    </message>
    <message>
        <source>Pass it over</source>
        <translation>Пропускать</translation>
    </message>
    <message>
        <source>{name} takes part</source>
        <translation>{name} участвует</translation>
    </message>
    <message numerus="yes">
        <source>%n turns</source>
        <translation>
            <numerusform>%n реплика</numerusform>
            <numerusform>%n реплики</numerusform>
            <numerusform>%n реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>In turn</source>
        <translation>По очереди</translation>
    </message>
    <message>
        <source>The model chooses</source>
        <translation>Выбирает модель</translation>
    </message>
    <message>
        <source>I choose</source>
        <translation>Выбираю я</translation>
    </message>
</context>
<context>
    <name>ChatExchange</name>
    <message>
        <source>Copied as Markdown</source>
        <translation>Скопировано как Markdown</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Импортировать беседы</translation>
    </message>
    <message>
        <source>Chats of ShareGPT, ChatML, SillyTavern or Timbre ({endings})</source>
        <translation>Беседы ShareGPT, ChatML, SillyTavern или Timbre ({endings})</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Беседа</translation>
    </message>
    <message>
        <source>Export the conversation</source>
        <translation>Экспорт беседы</translation>
    </message>
    <message>
        <source>The conversation was written to {path}</source>
        <translation>Беседа записана в {path}</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) imported</source>
        <translation>
            <numerusform>Импортирована %n беседа</numerusform>
            <numerusform>Импортировано %n беседы</numerusform>
            <numerusform>Импортировано %n бесед</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
</context>
<context>
    <name>ChatFooter</name>
    <message>
        <source>The model itself</source>
        <translation>Сама модель</translation>
    </message>
    <message>
        <source>{tokens} in {seconds} s</source>
        <translation>{tokens} за {seconds} с</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>остановлено</translation>
    </message>
    <message>
        <source>as long as a reply may be</source>
        <translation>предельная длина ответа</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>прервано</translation>
    </message>
    <message>
        <source>The scene was changed before this.</source>
        <translation>Перед этим сцена изменилась.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливается…</translation>
    </message>
    <message>
        <source>{name} is writing</source>
        <translation>{name} пишет</translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation>Чтение: {done} из {total}</translation>
    </message>
    <message>
        <source>Reading the conversation…</source>
        <translation>Чтение беседы…</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>Ждёт своей очереди…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln oldest turns did not fit into the context and were left out</source>
        <translation>
            <numerusform>%Ln самая старая реплика не поместилась в контекст и опущена</numerusform>
            <numerusform>%Ln самые старые реплики не поместились в контекст и опущены</numerusform>
            <numerusform>%Ln самых старых реплик не поместились в контекст и опущены</numerusform>
        </translation>
    </message>
    <message>
        <source>{rate} tokens/s</source>
        <translation>{rate} токена/с</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln токен</numerusform>
            <numerusform>%Ln токена</numerusform>
            <numerusform>%Ln токенов</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, strength {strength}</source>
        <translation>{name}, сила {strength}</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>ClosingCard</name>
    <message>
        <source>A voice is being trained</source>
        <translation>Идёт обучение голоса</translation>
    </message>
    <message>
        <source>If you close Timbre now, the training is paused. Nothing is lost: you can go on with it under Voices the next time.</source>
        <translation>Если закрыть Timbre сейчас, обучение приостановится. Ничего не пропадёт: в следующий раз его можно продолжить на странице «Голоса».</translation>
    </message>
    <message>
        <source>Pause training and close</source>
        <translation>Приостановить и закрыть</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>Продолжать обучение</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>code</source>
        <translation>код</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Копировать код</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>Colour</name>
    <message>
        <source>Rust</source>
        <translation>Ржавчина</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Индиго</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Олива</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Слива</translation>
    </message>
    <message>
        <source>Lagoon</source>
        <translation>Лагуна</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Роза</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Сланец</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>Охра</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>{name}, version {number}</source>
        <translation>{name}, версия {number}</translation>
    </message>
    <message>
        <source>No voice, the model itself</source>
        <translation>Без голоса, сама модель</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>Ждёт своей очереди…</translation>
    </message>
    <message>
        <source>Speaking…</source>
        <translation>Отвечает…</translation>
    </message>
    <message>
        <source>{tokens} tokens, {speed} tokens/s</source>
        <translation>токенов: {tokens}, {speed} токена/с</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Back to the voice</source>
        <translation>Назад к голосу</translation>
    </message>
    <message>
        <source>Add a speaker</source>
        <translation>Добавить собеседника</translation>
    </message>
    <message>
        <source>Question for all</source>
        <translation>Вопрос для всех</translation>
    </message>
    <message>
        <source>All answer the same question with the same seed, one after another.</source>
        <translation>Все отвечают на один вопрос с одним и тем же зерном, по очереди.</translation>
    </message>
    <message>
        <source>Ask all of them something</source>
        <translation>Спросите о чём-нибудь всех сразу</translation>
    </message>
    <message>
        <source>Compare “{name}”</source>
        <translation>Сравнение с голосом «{name}»</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>You can write the next message while this one finishes</source>
        <translation>Пока ответ заканчивается, можно писать следующее сообщение</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Написать сообщение</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Offline</source>
        <translation>Без сети</translation>
    </message>
    <message>
        <source>Downloading {name}</source>
        <translation>Загружается {name}</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
</context>
<context>
    <name>ConversationGroups</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>На прошлой неделе</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>New conversation</source>
        <translation>Новая беседа</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Импортировать беседы</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Беседы</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Найденное</translation>
    </message>
    <message>
        <source>Nothing found for “{words}”</source>
        <translation>По запросу «{words}» ничего не найдено</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>ConversationsModel</name>
    <message>
        <source>New conversation</source>
        <translation>Новая беседа</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Открыть журнал</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Папка данных</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
</context>
<context>
    <name>DownloadLine</name>
    <message>
        <source>Pause</source>
        <translation>Приостановить</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Cancel and delete what has come</source>
        <translation>Отменить и удалить загруженное</translation>
    </message>
    <message>
        <source>Download of {name}</source>
        <translation>Загрузка {name}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ожидание</translation>
    </message>
    <message>
        <source>paused at {share}</source>
        <translation>пауза на {share}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} из {total}</translation>
    </message>
    <message>
        <source>nothing is lost</source>
        <translation>ничего не потеряно</translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation>{size} в секунду</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>осталось {time}</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Choose a folder of notes</source>
        <translation>Выберите папку с заметками</translation>
    </message>
</context>
<context>
    <name>EditBox</name>
    <message>
        <source>Edit the message</source>
        <translation>Изменить сообщение</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>EditPopover</name>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Ask something below. It is answered on this machine and stays here.</source>
        <translation>Спросите что-нибудь внизу. Ответ рождается на этом компьютере и остаётся здесь.</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Написать сообщение</translation>
    </message>
</context>
<context>
    <name>ErrorCard</name>
    <message numerus="yes">
        <source>This has happened %n times.</source>
        <translation>
            <numerusform>Это случилось %n раз.</numerusform>
            <numerusform>Это случилось %n раза.</numerusform>
            <numerusform>Это случилось %n раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Показать подробности</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Скрыть подробности</translation>
    </message>
</context>
<context>
    <name>EstimateCard</name>
    <message>
        <source>Estimate</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Train with less memory</source>
        <translation>Обучать с меньшей памятью</translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n шаг</numerusform>
            <numerusform>%n шага</numerusform>
            <numerusform>%n шагов</numerusform>
        </translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>около {time}</translation>
    </message>
    <message>
        <source>time shows with the first steps</source>
        <translation>время станет видно с первыми шагами</translation>
    </message>
    <message>
        <source>of {total} at the peak</source>
        <translation>из {total} на пике</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Помещается</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>Впритык</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Слишком велика</translation>
    </message>
    <message>
        <source>{size} too much: close other programs, or train with less memory.</source>
        <translation>На {size} больше, чем есть: закройте другие программы или обучайте с меньшей памятью.</translation>
    </message>
    <message>
        <source>Under 1.0 GiB left free counts as tight.</source>
        <translation>Если свободно меньше 1,0 ГиБ, это впритык.</translation>
    </message>
    <message>
        <source>Memory at the peak, {used} of {total}, {verdict}</source>
        <translation>Память на пике, {used} из {total}, {verdict}</translation>
    </message>
    <message>
        <source>{model}, 4-bit</source>
        <translation>{model}, 4 бита</translation>
    </message>
    <message>
        <source>Left free</source>
        <translation>Останется свободно</translation>
    </message>
</context>
<context>
    <name>ExampleCard</name>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>Example before</source>
        <translation>Предыдущий пример</translation>
    </message>
    <message>
        <source>Next example</source>
        <translation>Следующий пример</translation>
    </message>
    <message>
        <source>{file}, {number} of {count}</source>
        <translation>{file}, {number} из {count}</translation>
    </message>
    <message>
        <source>Learned as it stands: {places}</source>
        <translation>Изучается как есть: {places}</translation>
    </message>
    <message>
        <source>Hidden: {places}</source>
        <translation>Скрыто: {places}</translation>
    </message>
    <message>
        <source>Trained on: {text}</source>
        <translation>Изучается: {text}</translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message>
        <source>Export “{name}”</source>
        <translation>Экспорт голоса «{name}»</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Save: {form}</source>
        <translation>Сохранить: {form}</translation>
    </message>
</context>
<context>
    <name>ExportForms</name>
    <message>
        <source>Whole, for Timbre (.timbre-voice)</source>
        <translation>Целиком, для Timbre (.timbre-voice)</translation>
    </message>
    <message>
        <source>All versions with card, tags, training history, verdicts and a hash of each file. It holds no note, but the notes’ names, the path of their folder, the sample replies made while it learned, and whatever a verdict quotes. Look before you give it away.</source>
        <translation>Все версии с карточкой, метками, историей обучения, вердиктами и хешем каждого файла. Самих заметок в нём нет, но есть их названия, путь к их папке, пробные ответы, полученные при обучении, и всё, что цитирует вердикт. Проверьте, прежде чем отдавать.</translation>
    </message>
    <message>
        <source>PEFT folder</source>
        <translation>Папка PEFT</translation>
    </message>
    <message>
        <source>The current version alone: its weights and settings, the names of voice and model. No history, and nothing about your notes. For peft and most programs that train or run models.</source>
        <translation>Только текущая версия: веса и параметры, названия голоса и модели. Без истории и без сведений о ваших заметках. Для peft и большинства программ, которые обучают или запускают модели.</translation>
    </message>
    <message>
        <source>PEFT as zip</source>
        <translation>PEFT в zip</translation>
    </message>
    <message>
        <source>The same two files as one zip, to send or to upload.</source>
        <translation>Те же два файла в одном zip: удобно переслать или выложить.</translation>
    </message>
    <message>
        <source>GGUF for llama.cpp</source>
        <translation>GGUF для llama.cpp</translation>
    </message>
    <message>
        <source>The current version alone, as one LoRA file with the names of voice and model. It works beside a GGUF of the same model.</source>
        <translation>Только текущая версия: один файл LoRA с названиями голоса и модели. Работает вместе с GGUF той же модели.</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{number} GiB</source>
        <translation>{number} ГиБ</translation>
    </message>
    <message>
        <source>{number} MiB</source>
        <translation>{number} МиБ</translation>
    </message>
    <message>
        <source>{number} KiB</source>
        <translation>{number} КиБ</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} с</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} мин</translation>
    </message>
    <message>
        <source>{number} h</source>
        <translation>{number} ч</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n мин назад</numerusform>
            <numerusform>%n мин назад</numerusform>
            <numerusform>%n мин назад</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n день назад</numerusform>
            <numerusform>%n дня назад</numerusform>
            <numerusform>%n дней назад</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesMenu</name>
    <message>
        <source>What becomes of these notes</source>
        <translation>Что будет с этими заметками</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Учить</translation>
    </message>
    <message>
        <source>Hold out</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Leave it to Timbre</source>
        <translation>Пусть решает Timbre</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Отменить последнее решение</translation>
    </message>
    <message>
        <source>Learn passwords and keys as they stand</source>
        <translation>Учить пароли и ключи как есть</translation>
    </message>
</context>
<context>
    <name>FilesModel</name>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Назначение</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Учить</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Отложен</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропущен</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Примечания</translation>
    </message>
</context>
<context>
    <name>FilesTable</name>
    <message>
        <source>Files of the folder</source>
        <translation>Файлы папки</translation>
    </message>
</context>
<context>
    <name>FindNotesCard</name>
    <message>
        <source>Find in my notes</source>
        <translation>Найти в моих заметках</translation>
    </message>
    <message>
        <source>Words in your notes</source>
        <translation>Слова из ваших заметок</translation>
    </message>
    <message>
        <source>Notes that were found</source>
        <translation>Найденные заметки</translation>
    </message>
    <message numerus="yes">
        <source>%n notes found</source>
        <translation>
            <numerusform>Найдена %n заметка</numerusform>
            <numerusform>Найдены %n заметки</numerusform>
            <numerusform>Найдено %n заметок</numerusform>
        </translation>
    </message>
    <message>
        <source>No note says that.</source>
        <translation>В заметках такого нет.</translation>
    </message>
    <message>
        <source>A voice learns manner, not facts. What your notes say is found here.</source>
        <translation>Голос учится манере, а не фактам. То, что написано в заметках, найдётся здесь.</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find in the scene</source>
        <translation>Найти в сцене</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields</source>
        <translation>
            <numerusform>%Ln поле</numerusform>
            <numerusform>%Ln поля</numerusform>
            <numerusform>%Ln полей</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} из {count}</translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message>
        <source>What is noticeable</source>
        <translation>Что бросается в глаза</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Talk now</source>
        <translation>Поговорить сейчас</translation>
    </message>
    <message>
        <source>Start a conversation with the starter model. It is already here.</source>
        <translation>Начните беседу с начальной моделью. Она уже здесь.</translation>
    </message>
    <message>
        <source>Train a voice</source>
        <translation>Обучить голос</translation>
    </message>
    <message>
        <source>Choose a folder of notes. Timbre shows what it will learn before it starts.</source>
        <translation>Выберите папку с заметками. Timbre сперва покажет, чему будет учиться.</translation>
    </message>
    <message>
        <source>your files are read, never changed</source>
        <translation>файлы только читаются</translation>
    </message>
    <message>
        <source>Change it under Models</source>
        <translation>Сменить на странице «Модели»</translation>
    </message>
    <message>
        <source>{model}, ready</source>
        <translation>{model}, готова</translation>
    </message>
    <message>
        <source>An assistant that learns your voices from your own notes. Everything stays on this machine.</source>
        <translation>Помощник, который учится вашим голосам по вашим заметкам. Всё остаётся на этом компьютере.</translation>
    </message>
    <message>
        <source>Welcome to Timbre</source>
        <translation>Добро пожаловать в Timbre</translation>
    </message>
    <message>
        <source>Starter model: a small English model to try things with</source>
        <translation>Начальная модель: небольшая английская модель, чтобы попробовать</translation>
    </message>
</context>
<context>
    <name>FirstVoice</name>
    <message>
        <source>No voices yet</source>
        <translation>Голосов пока нет</translation>
    </message>
    <message>
        <source>A voice learns how you write from a folder of your notes. The notes that come with Timbre are there to try it.</source>
        <translation>Голос учится писать как вы по папке ваших заметок. Для пробы есть заметки, которые поставляются с Timbre.</translation>
    </message>
    <message>
        <source>Try the sample notes</source>
        <translation>Попробовать на примере заметок</translation>
    </message>
</context>
<context>
    <name>FitCard</name>
    <message>
        <source>This model needs {needed}, {free} is free</source>
        <translation>Этой модели нужно {needed}, свободно {free}</translation>
    </message>
    <message>
        <source>“{name}” was not loaded.</source>
        <translation>Модель «{name}» не загружена.</translation>
    </message>
    <message>
        <source>“{name}” is still ready.</source>
        <translation>«{name}» по-прежнему готова.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>Закройте другие программы или выберите модель поменьше.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>Choose a smaller model</source>
        <translation>Выбрать модель поменьше</translation>
    </message>
    <message>
        <source>See what uses memory</source>
        <translation>Посмотреть, чем занята память</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>FolderStep</name>
    <message>
        <source>Drop a folder or a zip of notes here</source>
        <translation>Перетащите сюда папку или zip с заметками</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Выбрать папку</translation>
    </message>
    <message>
        <source>Choose a zip</source>
        <translation>Выбрать zip</translation>
    </message>
    <message>
        <source>Use the sample notes</source>
        <translation>Взять пример заметок</translation>
    </message>
    <message>
        <source>Timbre reads Markdown, text, HTML, Word, PDF, RTF, Org and EPUB files, exports of Evernote, Telegram and WhatsApp, chats as JSON or CSV, and zip archives of these. About a tenth of the notes is held out, to see whether the voice learns.</source>
        <translation>Timbre читает файлы Markdown, текстовые, HTML, Word, PDF, RTF, Org и EPUB, выгрузки Evernote, Telegram и WhatsApp, чаты в JSON или CSV и zip-архивы со всем этим. Около десятой части заметок откладывается, чтобы увидеть, учится ли голос.</translation>
    </message>
    <message>
        <source>Where are your notes?</source>
        <translation>Где ваши заметки?</translation>
    </message>
    <message>
        <source>Choose a folder of notes</source>
        <translation>Выберите папку с заметками</translation>
    </message>
    <message>
        <source>Choose a zip of notes</source>
        <translation>Выберите zip с заметками</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Обучить</translation>
    </message>
</context>
<context>
    <name>FootRow</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Answer again with the same voice</source>
        <translation>Ответить снова тем же голосом</translation>
    </message>
    <message>
        <source>Another voice</source>
        <translation>Другой голос</translation>
    </message>
</context>
<context>
    <name>FormPane</name>
    <message>
        <source>Back to the scene</source>
        <translation>Назад к сцене</translation>
    </message>
</context>
<context>
    <name>FoundLine</name>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>Добавить {name}</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>папка</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>New conversation</source>
        <translation>Новая беседа</translation>
    </message>
    <message>
        <source>New voice</source>
        <translation>Новый голос</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Беседа</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Голоса</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>Сцены</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Клавиатура</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>голос</translation>
    </message>
    <message>
        <source>blend</source>
        <translation>смесь</translation>
    </message>
    <message>
        <source>scene</source>
        <translation>сцена</translation>
    </message>
    <message>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>беседа</translation>
    </message>
    <message>
        <source>in a message</source>
        <translation>в сообщении</translation>
    </message>
</context>
<context>
    <name>GoToCard</name>
    <message>
        <source>Go to anything</source>
        <translation>Перейти куда угодно</translation>
    </message>
    <message>
        <source>Page, conversation, voice or model</source>
        <translation>Страница, беседа, голос или модель</translation>
    </message>
    <message>
        <source>What matches</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>Nothing matches “{words}”.</source>
        <translation>По запросу «{words}» ничего не нашлось.</translation>
    </message>
</context>
<context>
    <name>GraphActs</name>
    <message>
        <source>Connect</source>
        <translation>Связать</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Развернуть</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Свернуть</translation>
    </message>
    <message>
        <source>Child scene</source>
        <translation>Вложенная сцена</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Сгруппировать</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Разгруппировать</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Выровнять</translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation>Свернуть или развернуть</translation>
    </message>
    <message>
        <source>Group into a child scene</source>
        <translation>Сгруппировать во вложенную сцену</translation>
    </message>
    <message>
        <source>Take the child scene apart</source>
        <translation>Разобрать вложенную сцену</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>Выровнять по левому краю</translation>
    </message>
    <message>
        <source>Align top edges</source>
        <translation>Выровнять по верхнему краю</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Show or hide the conversations</source>
        <translation>Показать или скрыть беседы</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Instruction of this conversation</source>
        <translation>Указание этой беседы</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Новая беседа</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Edit the instruction</source>
        <translation>Изменить указание</translation>
    </message>
    <message>
        <source>Play a scene…</source>
        <translation>Играть сцену…</translation>
    </message>
    <message>
        <source>Copy all as Markdown</source>
        <translation>Копировать всё как Markdown</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспортировать…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>как сейчас</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Restore the state of {moment}</source>
        <translation>Вернуть состояние от {moment}</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>New conversation</source>
        <translation>Новая беседа</translation>
    </message>
</context>
<context>
    <name>ImportButton</name>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Bring a voice that was exported, or made elsewhere</source>
        <translation>Взять голос, экспортированный раньше или сделанный в другой программе</translation>
    </message>
    <message>
        <source>Voice file, zip or GGUF…</source>
        <translation>Файл голоса, zip или GGUF…</translation>
    </message>
    <message>
        <source>PEFT folder…</source>
        <translation>Папка PEFT…</translation>
    </message>
    <message>
        <source>Choose a voice</source>
        <translation>Выберите голос</translation>
    </message>
    <message>
        <source>Voices ({endings})</source>
        <translation>Голоса ({endings})</translation>
    </message>
    <message>
        <source>Choose the folder of a PEFT adapter</source>
        <translation>Выберите папку адаптера PEFT</translation>
    </message>
</context>
<context>
    <name>Instruction</name>
    <message>
        <source>Default instruction</source>
        <translation>Обычное указание</translation>
    </message>
    <message>
        <source>Set back</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>InstructionCard</name>
    <message>
        <source>Instruction of this conversation</source>
        <translation>Указание этой беседы</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The model is told this before the first message, in every reply.</source>
        <translation>Модель получает его перед первым сообщением, при каждом ответе.</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Keyboard</source>
        <translation>Клавиатура</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>LinkCard</name>
    <message>
        <source>Open this address in the browser?</source>
        <translation>Открыть этот адрес в браузере?</translation>
    </message>
    <message>
        <source>It comes from the reply, and leads out of this machine.</source>
        <translation>Он взят из ответа и ведёт за пределы этого компьютера.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Копировать адрес</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>in a few words</source>
        <translation>в нескольких словах</translation>
    </message>
    <message>
        <source>Kind of relation</source>
        <translation>Вид связи</translation>
    </message>
    <message>
        <source>Take the relation away</source>
        <translation>Убрать связь</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>к «{name}»</translation>
    </message>
    <message>
        <source>Relation to {name}</source>
        <translation>Связь с «{name}»</translation>
    </message>
    <message>
        <source>stands to</source>
        <translation>относится</translation>
    </message>
    <message>
        <source>wants</source>
        <translation>хочет</translation>
    </message>
    <message>
        <source>knows</source>
        <translation>знает</translation>
    </message>
    <message>
        <source>concerns</source>
        <translation>касается</translation>
    </message>
    <message>
        <source>comes before</source>
        <translation>предшествует</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>другое</translation>
    </message>
    <message>
        <source>Words of a relation</source>
        <translation>Слова связи</translation>
    </message>
</context>
<context>
    <name>LinkPopover</name>
    <message>
        <source>Take the relation away</source>
        <translation>Убрать связь</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Drop a folder of notes here to train a new voice</source>
        <translation>Перетащите сюда папку с заметками, чтобы обучить новый голос</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search voices</source>
        <translation>Поиск голосов</translation>
    </message>
    <message>
        <source>A zip of notes, or a voice that was exported, can be dropped here as well</source>
        <translation>Сюда можно перетащить и zip с заметками, и экспортированный голос</translation>
    </message>
    <message>
        <source>Order of the voices</source>
        <translation>Порядок голосов</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Недавние</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>По имени</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Новые</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>По размеру</translation>
    </message>
    <message>
        <source>New voice</source>
        <translation>Новый голос</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Голоса</translation>
    </message>
    <message>
        <source>No voice matches “{words}”.</source>
        <translation>Нет голоса, подходящего под «{words}».</translation>
    </message>
</context>
<context>
    <name>LossCard</name>
    <message>
        <source>Loss</source>
        <translation>Потеря</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>шаг {step} из {steps}</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>потеря {loss}</translation>
    </message>
    <message>
        <source>held-out loss {loss}</source>
        <translation>потеря на отложенных {loss}</translation>
    </message>
    <message>
        <source>best {loss} at step {step}, which is kept</source>
        <translation>лучшие — {loss} на шаге {step}, это состояние сохраняется</translation>
    </message>
</context>
<context>
    <name>LossLegend</name>
    <message>
        <source>training, smoothed</source>
        <translation>обучение, сглажено</translation>
    </message>
    <message>
        <source>every step</source>
        <translation>каждый шаг</translation>
    </message>
    <message>
        <source>held-out notes</source>
        <translation>отложенные заметки</translation>
    </message>
    <message>
        <source>best, kept</source>
        <translation>лучшие, сохранены</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>step {number}</source>
        <translation>шаг {number}</translation>
    </message>
</context>
<context>
    <name>Memory</name>
    <message>
        <source>Weights</source>
        <translation>Веса</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Голоса</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV-кэш</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Timbre itself</source>
        <translation>Сам Timbre</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Другие программы</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Свободно</translation>
    </message>
    <message>
        <source>{used} of {total}</source>
        <translation>{used} из {total}</translation>
    </message>
</context>
<context>
    <name>MemoryBox</name>
    <message>
        <source>training uses {size}</source>
        <translation>обучение занимает {size}</translation>
    </message>
    <message>
        <source>Memory, {used} used</source>
        <translation>Память, занято {used}</translation>
    </message>
    <message>
        <source>training uses {size}, {peak} at the peak</source>
        <translation>обучение занимает {size}, на пике {peak}</translation>
    </message>
</context>
<context>
    <name>MemoryDetails</name>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>Memory, {used} used</source>
        <translation>Память, занято {used}</translation>
    </message>
    <message>
        <source>KV cache, {tokens} tokens</source>
        <translation>KV-кэш, токенов: {tokens}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>MemoryMeter</name>
    <message>
        <source>Memory, {used} used</source>
        <translation>Память, занято {used}</translation>
    </message>
    <message>
        <source>Show what uses memory</source>
        <translation>Показать, чем занята память</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
</context>
<context>
    <name>ModelActs</name>
    <message>
        <source>“{name}” was added</source>
        <translation>Модель «{name}» добавлена</translation>
    </message>
    <message>
        <source>“{name}” was taken off the list; its files stay</source>
        <translation>Модель «{name}» убрана из списка; её файлы остались</translation>
    </message>
</context>
<context>
    <name>ModelLine</name>
    <message>
        <source>Load</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Load {name}</source>
        <translation>Загрузить {name}</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Выгрузить</translation>
    </message>
    <message>
        <source>Unload {name}</source>
        <translation>Выгрузить {name}</translation>
    </message>
    <message>
        <source>Stop loading {name}</source>
        <translation>Остановить загрузку {name}</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>Ещё для {name}</translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <translation>Загружается {name}</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>на диске</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Forget, and leave the files</source>
        <translation>Забыть, оставив файлы</translation>
    </message>
    <message numerus="yes">
        <source>%n voices</source>
        <translation>
            <numerusform>%n голос</numerusform>
            <numerusform>%n голоса</numerusform>
            <numerusform>%n голосов</numerusform>
        </translation>
    </message>
    <message>
        <source>no voices</source>
        <translation>нет голосов</translation>
    </message>
    <message>
        <source>used now</source>
        <translation>используется</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>ещё не использовалась</translation>
    </message>
    <message>
        <source>used {ago}</source>
        <translation>использована {ago}</translation>
    </message>
</context>
<context>
    <name>ModelsHead</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Поиск моделей</translation>
    </message>
    <message>
        <source>Add from disk</source>
        <translation>Добавить с диска</translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation>Скачать модель</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>{size} on disk, {left} left</source>
        <translation>{size} на диске, осталось {left}</translation>
    </message>
    <message>
        <source>Folder in Hugging Face format…</source>
        <translation>Папка в формате Hugging Face…</translation>
    </message>
    <message>
        <source>GGUF file…</source>
        <translation>Файл GGUF…</translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation>Выберите папку модели</translation>
    </message>
    <message>
        <source>Choose a GGUF file</source>
        <translation>Выберите файл GGUF</translation>
    </message>
    <message>
        <source>GGUF files (*.gguf)</source>
        <translation>Файлы GGUF (*.gguf)</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Found on this machine</source>
        <translation>Найдено на этом компьютере</translation>
    </message>
    <message>
        <source>Models of other programs. Adding one copies nothing.</source>
        <translation>Модели других программ. При добавлении ничего не копируется.</translation>
    </message>
    <message>
        <source>Suggested for this machine</source>
        <translation>Советуем для этого компьютера</translation>
    </message>
    <message>
        <source>They fit into its memory. Timbre connects only when you download one.</source>
        <translation>Они помещаются в его память. Timbre выходит в сеть, только когда вы что-то скачиваете.</translation>
    </message>
    <message>
        <source>No model matches “{words}”.</source>
        <translation>Нет модели, подходящей под «{words}».</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>“{name}” is on this machine now</source>
        <translation>Модель «{name}» теперь на этом компьютере</translation>
    </message>
</context>
<context>
    <name>NameStep</name>
    <message>
        <source>For example: Field notes</source>
        <translation>Например: Полевые заметки</translation>
    </message>
    <message>
        <source>Name of the voice</source>
        <translation>Имя голоса</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Выбрать модель</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Модель не загружена</translation>
    </message>
    <message>
        <source>The voice speaks through this model.</source>
        <translation>Голос говорит через эту модель.</translation>
    </message>
    <message>
        <source>The training loads the one used last, else the starter.</source>
        <translation>Обучение загрузит последнюю использованную, иначе начальную.</translation>
    </message>
    <message>
        <source>A new voice</source>
        <translation>Новый голос</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Базовая модель</translation>
    </message>
    <message>
        <source>Another voice has this name; the new one gets a number behind it.</source>
        <translation>Такое имя уже есть; к имени нового голоса добавится число.</translation>
    </message>
</context>
<context>
    <name>NeedBar</name>
    <message>
        <source>{size} free</source>
        <translation>{size} свободно</translation>
    </message>
    <message>
        <source>{size} needed</source>
        <translation>{size} нужно</translation>
    </message>
</context>
<context>
    <name>NewVoice</name>
    <message>
        <source>{learn} to learn from, {held_out} held out</source>
        <translation>{learn} для обучения, {held_out} отложено</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Голос</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Базовая модель</translation>
    </message>
    <message>
        <source>Notes folder</source>
        <translation>Папка заметок</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
    <message>
        <source>Another voice is in training. Pause it, or wait until it is done.</source>
        <translation>Обучается другой голос. Приостановите его или дождитесь конца.</translation>
    </message>
</context>
<context>
    <name>NoScene</name>
    <message>
        <source>A scene says where it happens, who is there and what they want.</source>
        <translation>Сцена говорит, где это происходит, кто там и чего они хотят.</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>Новая сцена</translation>
    </message>
</context>
<context>
    <name>NoteViewer</name>
    <message>
        <source>Show in its folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Scenes and their fields</source>
        <translation>Сцены и их поля</translation>
    </message>
</context>
<context>
    <name>OutlineDelegate</name>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>Untitled scene</source>
        <translation>Сцена без названия</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln токен</numerusform>
            <numerusform>%Ln токена</numerusform>
            <numerusform>%Ln токенов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message>
        <source>New scene</source>
        <translation>Новая сцена</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>Сцены</translation>
    </message>
</context>
<context>
    <name>OwnerItem</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Изменить и отправить снова</translation>
    </message>
    <message>
        <source>You: {text}</source>
        <translation>Вы: {text}</translation>
    </message>
</context>
<context>
    <name>PaneHead</name>
    <message>
        <source>Back to the voices</source>
        <translation>Назад к голосам</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>Strength of {name}</source>
        <translation>Сила голоса {name}</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>Убрать {name}</translation>
    </message>
</context>
<context>
    <name>PlayedRow</name>
    <message>
        <source>Spoken by</source>
        <translation>Говорит</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>Notes folder</source>
        <translation>Папка заметок</translation>
    </message>
    <message>
        <source>Change folder</source>
        <translation>Сменить папку</translation>
    </message>
    <message>
        <source>Which files</source>
        <translation>Какие файлы</translation>
    </message>
    <message numerus="yes">
        <source>Reading the notes: %n files so far</source>
        <translation>
            <numerusform>Чтение заметок: пока %n файл</numerusform>
            <numerusform>Чтение заметок: пока %n файла</numerusform>
            <numerusform>Чтение заметок: пока %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Все {count}</translation>
    </message>
    <message>
        <source>Learn {count}</source>
        <translation>Учить {count}</translation>
    </message>
    <message>
        <source>Held out {count}</source>
        <translation>Отложено {count}</translation>
    </message>
    <message>
        <source>Skipped {count}</source>
        <translation>Пропущено {count}</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>токенов: {count}</translation>
    </message>
    <message>
        <source>nothing to learn from</source>
        <translation>не на чем учиться</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Выбрать другую папку</translation>
    </message>
    <message>
        <source>What this voice will learn from</source>
        <translation>На чём будет учиться этот голос</translation>
    </message>
    <message>
        <source>Choose a folder of notes</source>
        <translation>Выберите папку с заметками</translation>
    </message>
</context>
<context>
    <name>ProblemItem</name>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
</context>
<context>
    <name>PromptField</name>
    <message>
        <source>Ask this while it learns</source>
        <translation>Что спрашивать по ходу обучения</translation>
    </message>
    <message>
        <source>Its reply is shown every so many steps, beside that of before the training.</source>
        <translation>Ответ показывается через равное число шагов, рядом с ответом до обучения.</translation>
    </message>
</context>
<context>
    <name>PromptRows</name>
    <message>
        <source>never told</source>
        <translation>не сообщается никогда</translation>
    </message>
    <message>
        <source>told when it is mentioned</source>
        <translation>сообщается при упоминании</translation>
    </message>
    <message>
        <source>left out by chance</source>
        <translation>пропущено по жребию</translation>
    </message>
    <message>
        <source>what it is inside of is not told</source>
        <translation>не сообщается то, внутри чего оно</translation>
    </message>
    <message>
        <source>has no words yet</source>
        <translation>пока без слов</translation>
    </message>
    <message>
        <source>left out: the scene is too large</source>
        <translation>пропущено: сцена слишком велика</translation>
    </message>
</context>
<context>
    <name>PromptStrip</name>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln токен</numerusform>
            <numerusform>%Ln токена</numerusform>
            <numerusform>%Ln токенов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln tokens</source>
        <translation>
            <numerusform>около %Ln токена</numerusform>
            <numerusform>около %Ln токенов</numerusform>
            <numerusform>около %Ln токенов</numerusform>
        </translation>
    </message>
    <message>
        <source>of {most}</source>
        <translation>из {most}</translation>
    </message>
    <message>
        <source>Compiled prompt</source>
        <translation>Готовая инструкция</translation>
    </message>
</context>
<context>
    <name>ProseView</name>
    <message>
        <source>Text of the message</source>
        <translation>Текст сообщения</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Chat</source>
        <translation>Беседа</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Голоса</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>Сцены</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>RelationsRow</name>
    <message>
        <source>Add a relation</source>
        <translation>Добавить связь</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Связи</translation>
    </message>
    <message>
        <source>Take the relation away</source>
        <translation>Убрать связь</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>your decision</source>
        <translation>ваше решение</translation>
    </message>
    <message>
        <source>password</source>
        <translation>пароль</translation>
    </message>
    <message>
        <source>private key</source>
        <translation>закрытый ключ</translation>
    </message>
    <message>
        <source>access key</source>
        <translation>ключ доступа</translation>
    </message>
    <message>
        <source>card number</source>
        <translation>номер карты</translation>
    </message>
    <message>
        <source>bank account</source>
        <translation>банковский счёт</translation>
    </message>
    <message numerus="yes">
        <source>%n secrets learned</source>
        <translation>
            <numerusform>%n секрет изучается</numerusform>
            <numerusform>%n секрета изучаются</numerusform>
            <numerusform>%n секретов изучаются</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secrets hidden</source>
        <translation>
            <numerusform>%n секрет скрыт</numerusform>
            <numerusform>%n секрета скрыты</numerusform>
            <numerusform>%n секретов скрыто</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reveal</name>
    <message>
        <source>It lies in {folder}</source>
        <translation>Это лежит в {folder}</translation>
    </message>
</context>
<context>
    <name>RunButtons</name>
    <message>
        <source>Pause</source>
        <translation>Приостановить</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Завершить и сохранить</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>RunFacts</name>
    <message>
        <source>{learned} learned from, {held_out} held out</source>
        <translation>{learned} для обучения, {held_out} отложено</translation>
    </message>
    <message>
        <source>rank {rank} on {targets}, learning rate {rate}</source>
        <translation>ранг {rank} на {targets}, скорость обучения {rate}</translation>
    </message>
    <message>
        <source>{number} tokens/s</source>
        <translation>{number} токена/с</translation>
    </message>
    <message>
        <source>Notes folder</source>
        <translation>Папка заметок</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Tokens so far</source>
        <translation>Токенов пока</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>{rank} on {targets}</source>
        <translation>{rank} на {targets}</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Базовая модель</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Ранг</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>{steps} steps, {tokens} tokens, {time}</source>
        <translation>шагов: {steps}, токенов: {tokens}, {time}</translation>
    </message>
    <message>
        <source>Learning rate now</source>
        <translation>Скорость обучения сейчас</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Происхождение</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>импортирован</translation>
    </message>
</context>
<context>
    <name>RunNumbers</name>
    <message>
        <source>step</source>
        <translation>шаг</translation>
    </message>
    <message>
        <source>time left</source>
        <translation>осталось</translation>
    </message>
    <message>
        <source>loss, held-out notes</source>
        <translation>потеря, отложенные заметки</translation>
    </message>
    <message>
        <source>perplexity so far</source>
        <translation>перплексия пока</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{step} из {steps}</translation>
    </message>
</context>
<context>
    <name>RunPane</name>
    <message>
        <source>This training</source>
        <translation>Это обучение</translation>
    </message>
    <message>
        <source>Training of {name}</source>
        <translation>Обучение голоса «{name}»</translation>
    </message>
    <message>
        <source>Timbre was closed while this voice was training. Nothing is lost: it goes on from its last checkpoint.</source>
        <translation>Timbre был закрыт, пока этот голос обучался. Ничего не потеряно: обучение продолжится с последней контрольной точки.</translation>
    </message>
    <message>
        <source>The training is paused and its memory is free. Nothing is lost.</source>
        <translation>Обучение приостановлено, его память свободна. Ничего не потеряно.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>Nothing is lost: it goes on from its last checkpoint.</source>
        <translation>Ничего не потеряно: обучение продолжится с последней контрольной точки.</translation>
    </message>
    <message>
        <source>The training of “{name}” has stopped.</source>
        <translation>Обучение голоса «{name}» остановилось.</translation>
    </message>
    <message>
        <source>Mend the cause and try again.</source>
        <translation>Устраните причину и попробуйте снова.</translation>
    </message>
</context>
<context>
    <name>RunSamples</name>
    <message>
        <source>Prompt of the sample replies</source>
        <translation>Вопрос для пробных ответов</translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>Preparing</source>
        <translation>Подготовка</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Приостановлено</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Прервано</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Завершено</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>It said nothing.</source>
        <translation>Ответа не было.</translation>
    </message>
</context>
<context>
    <name>SampleCard</name>
    <message>
        <source>Sample reply</source>
        <translation>Пробный ответ</translation>
    </message>
    <message>
        <source>Change prompt</source>
        <translation>Изменить вопрос</translation>
    </message>
    <message>
        <source>Step of the sample reply</source>
        <translation>Шаг пробного ответа</translation>
    </message>
    <message>
        <source>“{prompt}”</source>
        <translation>«{prompt}»</translation>
    </message>
    <message>
        <source>From the next step on it is asked: “{prompt}”</source>
        <translation>Со следующего шага спрашивается: «{prompt}»</translation>
    </message>
    <message>
        <source>The first reply comes before the first step.</source>
        <translation>Первый ответ появится перед первым шагом.</translation>
    </message>
    <message>
        <source>At step 0, before training</source>
        <translation>На шаге 0, до обучения</translation>
    </message>
    <message>
        <source>At step {step}</source>
        <translation>На шаге {step}</translation>
    </message>
    <message>
        <source>same prompt at every step</source>
        <translation>один вопрос на всех шагах</translation>
    </message>
</context>
<context>
    <name>Sampling</name>
    <message>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <source>How freely words are chosen. At 0 always the likeliest.</source>
        <translation>Насколько свободно выбираются слова. При 0 всегда самое вероятное.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>The share of likely words to choose from.</source>
        <translation>Доля вероятных слов, из которых делается выбор.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>The least chance of a word, against the likeliest. 0 is no limit.</source>
        <translation>Наименьшая вероятность слова по сравнению с самым вероятным. 0 снимает ограничение.</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Штраф за повторы</translation>
    </message>
    <message>
        <source>How much words already said are avoided. 1 is not at all.</source>
        <translation>Насколько избегаются уже сказанные слова. 1 — совсем нет.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>The most words to choose from. 0 is no limit.</source>
        <translation>Из скольких слов самое большее делается выбор. 0 снимает ограничение.</translation>
    </message>
    <message>
        <source>Longest reply</source>
        <translation>Самый длинный ответ</translation>
    </message>
    <message>
        <source>In tokens; a word is one or two.</source>
        <translation>В токенах; слово — это один-два токена, русское чаще больше.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
    <message>
        <source>The same seed draws the same reply. 0 draws another each time.</source>
        <translation>При одном и том же зерне ответ один и тот же. 0 — каждый раз новое.</translation>
    </message>
    <message>
        <source>Each model has values that suit it best.</source>
        <translation>У каждой модели свои лучшие значения.</translation>
    </message>
    <message>
        <source>The makers of {name} say nothing, so the usual values hold.</source>
        <translation>Создатели {name} ничего не советуют, поэтому действуют обычные значения.</translation>
    </message>
</context>
<context>
    <name>SceneActs</name>
    <message>
        <source>Add {type}</source>
        <translation>Добавить: {type}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>“{name}” was deleted</source>
        <translation>Удалено: «{name}»</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Переместить</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
</context>
<context>
    <name>SceneExchange</name>
    <message>
        <source>Scene (JSON)…</source>
        <translation>Сцена (JSON)…</translation>
    </message>
    <message>
        <source>Character card V2 (JSON)…</source>
        <translation>Карточка персонажа V2 (JSON)…</translation>
    </message>
    <message>
        <source>Character card V3 (JSON)…</source>
        <translation>Карточка персонажа V3 (JSON)…</translation>
    </message>
    <message>
        <source>Character card (PNG)…</source>
        <translation>Карточка персонажа (PNG)…</translation>
    </message>
    <message>
        <source>World Info (JSON)…</source>
        <translation>Книга знаний World Info (JSON)…</translation>
    </message>
    <message>
        <source>Import a scene, a card or a lorebook</source>
        <translation>Импорт сцены, карточки или книги знаний</translation>
    </message>
    <message>
        <source>Export “{name}”</source>
        <translation>Экспорт «{name}»</translation>
    </message>
    <message>
        <source>“{name}” was written to {path}</source>
        <translation>«{name}» записано в {path}</translation>
    </message>
</context>
<context>
    <name>SceneForm</name>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Language of the wording</source>
        <translation>Язык инструкции</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Сцена</translation>
    </message>
</context>
<context>
    <name>SceneForms</name>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>How it belongs here</source>
        <translation>Как она связана с этой</translation>
    </message>
    <message>
        <source>Turns, one a line: NAME: words</source>
        <translation>Реплики, по строке: ИМЯ: слова</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>Подробно</translation>
    </message>
    <message>
        <source>What is remembered</source>
        <translation>Что помнится</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Настроение</translation>
    </message>
    <message>
        <source>Between whom</source>
        <translation>Между кем</translation>
    </message>
    <message>
        <source>How they stand to each other</source>
        <translation>Как они относятся друг к другу</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>По одной в строке</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Who they are</source>
        <translation>Кто это</translation>
    </message>
    <message>
        <source>What they want</source>
        <translation>Чего хочет</translation>
    </message>
    <message>
        <source>How they speak</source>
        <translation>Как говорит</translation>
    </message>
    <message>
        <source>Example lines</source>
        <translation>Примеры реплик</translation>
    </message>
    <message>
        <source>What they may say first</source>
        <translation>С чего может начать</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Where and when</source>
        <translation>Где и когда</translation>
    </message>
    <message>
        <source>Title, for you alone</source>
        <translation>Название, только для вас</translation>
    </message>
    <message>
        <source>The words</source>
        <translation>Слова</translation>
    </message>
</context>
<context>
    <name>SceneGraph</name>
    <message>
        <source>Nothing is chosen</source>
        <translation>Ничего не выбрано</translation>
    </message>
    <message>
        <source>Chosen: {names}</source>
        <translation>Выбрано: {names}</translation>
    </message>
    <message>
        <source>Graph of the scene</source>
        <translation>Граф сцены</translation>
    </message>
</context>
<context>
    <name>SceneHeader</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Add card</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Try in chat</source>
        <translation>В беседу</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Untitled scene</source>
        <translation>Сцена без названия</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>сохранено</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>сохраняется…</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>Отменить: {step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>Вернуть: {step}</translation>
    </message>
</context>
<context>
    <name>SceneMenus</name>
    <message>
        <source>New scene</source>
        <translation>Новая сцена</translation>
    </message>
    <message>
        <source>Empty scene</source>
        <translation>Пустая сцена</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Импорт файла…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
</context>
<context>
    <name>ScenesPage</name>
    <message>
        <source>“{name}” was moved to the trash</source>
        <translation>«{name}» в корзине</translation>
    </message>
    <message>
        <source>Restore an earlier state</source>
        <translation>Вернуть прежнее состояние</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Создать копию</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>История…</translation>
    </message>
    <message>
        <source>Delete the scene</source>
        <translation>Удалить сцену</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Поиск бесед</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Chat, Voices, Scenes, Models</source>
        <translation>Беседа, Голоса, Сцены, Модели</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Новая беседа</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Перейти куда угодно</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Написать сообщение</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Новая строка</translation>
    </message>
    <message>
        <source>Stop or close</source>
        <translation>Остановить или закрыть</translation>
    </message>
    <message>
        <source>Choose a voice</source>
        <translation>Выбрать голос</translation>
    </message>
    <message>
        <source>Strength of the voice</source>
        <translation>Сила голоса</translation>
    </message>
    <message>
        <source>From message to message</source>
        <translation>От сообщения к сообщению</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Копировать сообщение</translation>
    </message>
    <message>
        <source>Answer again with another voice</source>
        <translation>Ответить снова другим голосом</translation>
    </message>
    <message>
        <source>Undo in a scene</source>
        <translation>Отменить в сцене</translation>
    </message>
    <message>
        <source>Add a card to a scene</source>
        <translation>Добавить карточку в сцену</translation>
    </message>
    <message>
        <source>Rename in the outline</source>
        <translation>Переименовать в списке</translation>
    </message>
    <message>
        <source>Move a field in the outline</source>
        <translation>Переместить поле в списке</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Этот список</translation>
    </message>
</context>
<context>
    <name>Siblings</name>
    <message>
        <source>Version before</source>
        <translation>Прежний вариант</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Следующий вариант</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} из {count}</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Held-out notes are never trained on. They show whether the voice learned or only memorised.</source>
        <translation>На отложенных заметках голос не обучается. По ним видно, научился он или только запомнил.</translation>
    </message>
</context>
<context>
    <name>SizeChoice</name>
    <message>
        <source>Light</source>
        <translation>Лёгкий</translation>
    </message>
    <message>
        <source>Rich</source>
        <translation>Полный</translation>
    </message>
    <message>
        <source>Size of the voice</source>
        <translation>Размер голоса</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>около {time}</translation>
    </message>
    <message>
        <source>{size} of memory</source>
        <translation>{size} памяти</translation>
    </message>
    <message>
        <source>Light changes two kinds of layers. Rich changes, of all kinds, those layers that matter most for these notes: it can learn more, takes longer and is larger.</source>
        <translation>Лёгкий меняет два вида слоёв. Полный меняет слои всех видов, но лишь те, что важнее всего для этих заметок: он может узнать больше, учится дольше и занимает больше места.</translation>
    </message>
</context>
<context>
    <name>SortHeader</name>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Sort by {column}</source>
        <translation>Упорядочить: {column}</translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message>
        <source>{names} deleted</source>
        <translation>удалено: {names}</translation>
    </message>
    <message>
        <source>for {model}</source>
        <translation>для {model}</translation>
    </message>
</context>
<context>
    <name>SpeakerColumn</name>
    <message>
        <source>Speaker {number}</source>
        <translation>Собеседник {number}</translation>
    </message>
    <message>
        <source>Remove speaker {number}</source>
        <translation>Убрать собеседника {number}</translation>
    </message>
    <message>
        <source>Reply of speaker {number}</source>
        <translation>Ответ собеседника {number}</translation>
    </message>
</context>
<context>
    <name>SpokenIn</name>
    <message>
        <source>Conversation without a title</source>
        <translation>Беседа без названия</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>No model loaded</source>
        <translation>Модель не загружена</translation>
    </message>
    <message>
        <source>{model}, 4-bit</source>
        <translation>{model}, 4 бита</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>this step</source>
        <translation>этот шаг</translation>
    </message>
</context>
<context>
    <name>StepsList</name>
    <message>
        <source>Name and model</source>
        <translation>Имя и модель</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>New voice</source>
        <translation>Новый голос</translation>
    </message>
    <message>
        <source>Notes stay on this machine. Your files are read, never changed.</source>
        <translation>Заметки остаются на этом компьютере. Ваши файлы только читаются.</translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message>
        <source>Strength of the voice</source>
        <translation>Сила голоса</translation>
    </message>
    <message>
        <source>Double-click for 1.0</source>
        <translation>Двойной щелчок вернёт 1,0</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Сила</translation>
    </message>
</context>
<context>
    <name>StrengthRow</name>
    <message>
        <source>Strength of the voice</source>
        <translation>Сила голоса</translation>
    </message>
    <message>
        <source>Double-click for 1.0</source>
        <translation>Двойной щелчок — 1,0</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Сила</translation>
    </message>
</context>
<context>
    <name>SuggestionLine</name>
    <message>
        <source>Download</source>
        <translation>Скачать</translation>
    </message>
    <message>
        <source>Download {name}, {size}</source>
        <translation>Скачать {name}, {size}</translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
</context>
<context>
    <name>Talking</name>
    <message>
        <source>Talking</source>
        <translation>Речь</translation>
    </message>
    <message>
        <source>Default instruction</source>
        <translation>Обычное указание</translation>
    </message>
    <message>
        <source>Sent to the model at the beginning of every new conversation.</source>
        <translation>Даётся модели в начале каждой новой беседы.</translation>
    </message>
    <message>
        <source>Set all back</source>
        <translation>Вернуть всё</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>Обычные значения</translation>
    </message>
    <message>
        <source>Draw words as the model’s makers advise</source>
        <translation>Выбирать слова, как советуют создатели модели</translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message numerus="yes">
        <source>about %Ln tokens</source>
        <translation>
            <numerusform>около %Ln токена</numerusform>
            <numerusform>около %Ln токенов</numerusform>
            <numerusform>около %Ln токенов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemesCard</name>
    <message>
        <source>Themes found</source>
        <translation>Найденные темы</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
</context>
<context>
    <name>ToastFrame</name>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>TokenKey</name>
    <message>
        <source>trained on, {n} tokens</source>
        <translation>изучается токенов: {n}</translation>
    </message>
    <message>
        <source>read only, {n}</source>
        <translation>читается: {n}</translation>
    </message>
</context>
<context>
    <name>TrainStep</name>
    <message>
        <source>Rank</source>
        <translation>Ранг</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Альфа</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Скорость обучения</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Эпохи</translation>
    </message>
    <message>
        <source>by the amount of notes</source>
        <translation>по числу заметок</translation>
    </message>
    <message>
        <source>Longest example, tokens</source>
        <translation>Самый длинный пример, токенов</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
    <message>
        <source>Use less memory, which takes longer</source>
        <translation>Занимать меньше памяти, но дольше</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>Вернуть обычное</translation>
    </message>
    <message>
        <source>What will be trained</source>
        <translation>Что будет обучено</translation>
    </message>
    <message>
        <source>Lower perplexity: {rare} % on rare themes, {overall} % on all notes; no extra time.</source>
        <translation>Перплексия ниже: редкие темы — {rare} %, все заметки — {overall} %; время то же.</translation>
    </message>
    <message>
        <source>The settings suit most notes. Training goes on while you chat, can be paused, and keeps what it has learned when it is stopped.</source>
        <translation>Эти настройки подходят большинству заметок. Обучение идёт, пока вы беседуете, его можно приостановить, а при остановке выученное сохраняется.</translation>
    </message>
    <message>
        <source>Ready to train</source>
        <translation>Всё готово к обучению</translation>
    </message>
    <message>
        <source>Cover rare themes evenly</source>
        <translation>Учить редкие темы наравне с частыми</translation>
    </message>
</context>
<context>
    <name>TrashBox</name>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations</source>
        <translation>
            <numerusform>%n беседа</numerusform>
            <numerusform>%n беседы</numerusform>
            <numerusform>%n бесед</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voices</source>
        <translation>
            <numerusform>%n голос</numerusform>
            <numerusform>%n голоса</numerusform>
            <numerusform>%n голосов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trainings</source>
        <translation>
            <numerusform>%n обучение</numerusform>
            <numerusform>%n обучения</numerusform>
            <numerusform>%n обучений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n версия</numerusform>
            <numerusform>%n версии</numerusform>
            <numerusform>%n версий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenes</source>
        <translation>
            <numerusform>%n сцена</numerusform>
            <numerusform>%n сцены</numerusform>
            <numerusform>%n сцен</numerusform>
        </translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Корзина пуста.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Удалить навсегда</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Очистить корзину</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
    <message numerus="yes">
        <source>%n blends</source>
        <translation>
            <numerusform>%n смесь</numerusform>
            <numerusform>%n смеси</numerusform>
            <numerusform>%n смесей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashList</name>
    <message>
        <source>Conversation without a title</source>
        <translation>Беседа без названия</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>Вернуть: {name}</translation>
    </message>
    <message>
        <source>{name}, version {number}</source>
        <translation>{name}, версия {number}</translation>
    </message>
    <message>
        <source>Scene without a title</source>
        <translation>Сцена без названия</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>UsedInCard</name>
    <message>
        <source>Where it spoke</source>
        <translation>Где он говорил</translation>
    </message>
    <message>
        <source>Conversations in which it spoke</source>
        <translation>Беседы, в которых он говорил</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations</source>
        <translation>
            <numerusform>%n беседа</numerusform>
            <numerusform>%n беседы</numerusform>
            <numerusform>%n бесед</numerusform>
        </translation>
    </message>
    <message>
        <source>used {ago}</source>
        <translation>последний раз {ago}</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Fits</source>
        <translation>Помещается</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>Впритык</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Слишком велика</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>Загружена</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Скрыть подробности</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Показать подробности</translation>
    </message>
    <message>
        <source>Held-out notes</source>
        <translation>Отложенные заметки</translation>
    </message>
    <message>
        <source>Theme: {name}</source>
        <translation>Тема: {name}</translation>
    </message>
    <message>
        <source>{change} ({low} to {high})</source>
        <translation>{change} (от {low} до {high})</translation>
    </message>
    <message>
        <source>General text, English</source>
        <translation>Общий текст, английский</translation>
    </message>
    <message>
        <source>General text, Russian</source>
        <translation>Общий текст, русский</translation>
    </message>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n слово</numerusform>
            <numerusform>%n слова</numerusform>
            <numerusform>%n слов</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} without the voice</source>
        <translation>{count} без голоса</translation>
    </message>
    <message>
        <source>Longest run of words shared with a learned note</source>
        <translation>Самый длинный кусок, дословно совпавший с изученной заметкой</translation>
    </message>
    <message>
        <source>Taken for your writing: {what}</source>
        <translation>Приняты за написанное вами: {what}</translation>
    </message>
    <message>
        <source>your held-out notes</source>
        <translation>ваши отложенные заметки</translation>
    </message>
    <message>
        <source>replies of the voice</source>
        <translation>ответы голоса</translation>
    </message>
    <message>
        <source>replies without the voice</source>
        <translation>ответы без голоса</translation>
    </message>
    <message>
        <source>How often this judge of style is right</source>
        <translation>Как часто этот судья стиля прав</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>not measured</source>
        <translation>не измерено</translation>
    </message>
    <message>
        <source>since version {number}</source>
        <translation>после версии {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n notes added</source>
        <translation>
            <numerusform>добавлена %n заметка</numerusform>
            <numerusform>добавлены %n заметки</numerusform>
            <numerusform>добавлено %n заметок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>изменена %n</numerusform>
            <numerusform>изменены %n</numerusform>
            <numerusform>изменено %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>удалена %n</numerusform>
            <numerusform>удалены %n</numerusform>
            <numerusform>удалено %n</numerusform>
        </translation>
    </message>
    <message>
        <source>perplexity {change}</source>
        <translation>перплексия {change}</translation>
    </message>
</context>
<context>
    <name>VersionsCard</name>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Доучить</translation>
    </message>
    <message numerus="yes">
        <source>%n new notes</source>
        <translation>
            <numerusform>%n новая заметка</numerusform>
            <numerusform>%n новые заметки</numerusform>
            <numerusform>%n новых заметок</numerusform>
        </translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Версия {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n заметка</numerusform>
            <numerusform>%n заметки</numerusform>
            <numerusform>%n заметок</numerusform>
        </translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Текущая</translation>
    </message>
    <message>
        <source>Make current</source>
        <translation>Сделать текущей</translation>
    </message>
    <message>
        <source>Make {version} current</source>
        <translation>Сделать текущей: {version}</translation>
    </message>
    <message>
        <source>Delete {version}</source>
        <translation>Удалить: {version}</translation>
    </message>
</context>
<context>
    <name>VoiceActions</name>
    <message>
        <source>“{name}” was moved to the trash</source>
        <translation>Голос «{name}» перемещён в корзину</translation>
    </message>
    <message>
        <source>The training of “{name}” was moved to the trash</source>
        <translation>Обучение «{name}» перемещено в корзину</translation>
    </message>
    <message>
        <source>“{name}” speaks as version {number}</source>
        <translation>«{name}» говорит версией {number}</translation>
    </message>
    <message>
        <source>Version {number} of “{name}” was moved to the trash</source>
        <translation>Версия {number} голоса «{name}» перемещена в корзину</translation>
    </message>
    <message>
        <source>Folder of notes to learn from</source>
        <translation>Папка заметок для обучения</translation>
    </message>
</context>
<context>
    <name>VoiceButton</name>
    <message>
        <source>No voice</source>
        <translation>Без голоса</translation>
    </message>
    <message>
        <source>Voice: {name}</source>
        <translation>Голос: {name}</translation>
    </message>
</context>
<context>
    <name>VoiceCard</name>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n заметка</numerusform>
            <numerusform>%n заметки</numerusform>
            <numerusform>%n заметок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>trained on %n notes</source>
        <translation>
            <numerusform>обучен на %n заметке</numerusform>
            <numerusform>обучен на %n заметках</numerusform>
            <numerusform>обучен на %n заметках</numerusform>
        </translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>ещё не использовался</translation>
    </message>
    <message>
        <source>used {ago}</source>
        <translation>использован {ago}</translation>
    </message>
    <message>
        <source>reading the notes</source>
        <translation>читает заметки</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>шаг {step} из {steps}</translation>
    </message>
    <message>
        <source>training, {time} left</source>
        <translation>обучение, осталось {time}</translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation>ждёт очереди</translation>
    </message>
    <message>
        <source>training</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>paused, nothing is lost</source>
        <translation>пауза, ничего не потеряно</translation>
    </message>
    <message>
        <source>interrupted, can be resumed</source>
        <translation>прервано, можно продолжить</translation>
    </message>
    <message>
        <source>stopped by a problem</source>
        <translation>остановлено из-за неполадки</translation>
    </message>
    <message>
        <source>cannot speak, {names} deleted</source>
        <translation>не может говорить, нет голосов: {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n voices speak as one</source>
        <translation>
            <numerusform>%n голос</numerusform>
            <numerusform>%n голоса говорят как один</numerusform>
            <numerusform>%n голосов говорят как один</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voices</source>
        <translation>
            <numerusform>%n голос</numerusform>
            <numerusform>%n голоса</numerusform>
            <numerusform>%n голосов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n новая</numerusform>
            <numerusform>%n новые</numerusform>
            <numerusform>%n новых</numerusform>
        </translation>
    </message>
    <message>
        <source>for {model}, not loaded</source>
        <translation>для {model}, не загружена</translation>
    </message>
</context>
<context>
    <name>VoiceChoice</name>
    <message>
        <source>The blend “{name}” was moved to the trash</source>
        <translation>Смесь «{name}» перемещена в корзину</translation>
    </message>
</context>
<context>
    <name>VoiceExchange</name>
    <message>
        <source>Export “{name}”</source>
        <translation>Экспорт голоса «{name}»</translation>
    </message>
    <message>
        <source>“{name}” was written to {path}</source>
        <translation>Голос «{name}» записан в {path}</translation>
    </message>
    <message>
        <source>“{name}” was imported.</source>
        <translation>Голос «{name}» импортирован.</translation>
    </message>
</context>
<context>
    <name>VoicePane</name>
    <message>
        <source>Talk with this voice</source>
        <translation>Поговорить с этим голосом</translation>
    </message>
    <message>
        <source>More for this voice</source>
        <translation>Ещё для этого голоса</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Как он создан</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Show files</source>
        <translation>Показать файлы</translation>
    </message>
    <message>
        <source>perplexity before</source>
        <translation>перплексия до</translation>
    </message>
    <message>
        <source>perplexity after</source>
        <translation>перплексия после</translation>
    </message>
    <message>
        <source>on held-out notes</source>
        <translation>на отложенных заметках</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>заметки</translation>
    </message>
    <message>
        <source>size</source>
        <translation>размер</translation>
    </message>
    <message>
        <source>This voice speaks through {model}. Load that model under Models.</source>
        <translation>Этот голос говорит через {model}. Загрузите её на странице «Модели».</translation>
    </message>
    <message>
        <source>This voice was made for {model}, which is none of your models. Add it under Models and load it once.</source>
        <translation>Этот голос сделан для {model}, а такой модели у вас нет. Добавьте её на странице «Модели» и загрузите один раз.</translation>
    </message>
</context>
<context>
    <name>VoicePicker</name>
    <message>
        <source>Voices</source>
        <translation>Голоса</translation>
    </message>
    <message>
        <source>Voices for {model}</source>
        <translation>Голоса для {model}</translation>
    </message>
    <message>
        <source>Search voices</source>
        <translation>Поиск голосов</translation>
    </message>
    <message>
        <source>New blend…</source>
        <translation>Новая смесь…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
</context>
<context>
    <name>VoiceRow</name>
    <message>
        <source>Voice</source>
        <translation>Голос</translation>
    </message>
    <message>
        <source>No voice, the model itself</source>
        <translation>Без голоса, сама модель</translation>
    </message>
    <message>
        <source>{name} (not here)</source>
        <translation>{name} (здесь нет)</translation>
    </message>
</context>
<context>
    <name>VoiceRows</name>
    <message>
        <source>No voice, the model itself</source>
        <translation>Без голоса, сама модель</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>выбран</translation>
    </message>
    <message numerus="yes">
        <source>%n voices</source>
        <translation>
            <numerusform>%n голос</numerusform>
            <numerusform>%n голоса</numerusform>
            <numerusform>%n голосов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoicesPage</name>
    <message>
        <source>“{name}” is trained</source>
        <translation>Голос «{name}» обучен</translation>
    </message>
</context>
<context>
    <name>WhenRow</name>
    <message>
        <source>Words</source>
        <translation>Слова</translation>
    </message>
    <message>
        <source>One a line; * stands for any ending</source>
        <translation>По одному в строке; * — любое окончание</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Regular expressions, one a line</source>
        <translation>Регулярные выражения, по одному в строке</translation>
    </message>
    <message>
        <source>Likeness, per cent</source>
        <translation>Сходство, %</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Stays, turns</source>
        <translation>Держится, реплик</translation>
    </message>
    <message>
        <source>Probability, per cent</source>
        <translation>Вероятность, %</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>The lowest leave first when the scene is too large</source>
        <translation>Когда сцена слишком велика, первыми уходят наименьшие</translation>
    </message>
    <message>
        <source>When it is told</source>
        <translation>Когда сообщать</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Всегда</translation>
    </message>
    <message>
        <source>When mentioned</source>
        <translation>При упоминании</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Держится</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Вероятность</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Сходство</translation>
    </message>
</context>
<context>
    <name>WhoYouAre</name>
    <message>
        <source>Say who you are</source>
        <translation>Укажите, кто вы</translation>
    </message>
    <message>
        <source>Who you are: {names}</source>
        <translation>Кто вы: {names}</translation>
    </message>
    <message>
        <source>Of conversations only your own turns are learned.</source>
        <translation>Из переписки изучаются только ваши реплики.</translation>
    </message>
    <message>
        <source>There are conversations here. Which of the speakers are you?</source>
        <translation>Здесь есть переписка. Кто из собеседников вы?</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>Кто вы</translation>
    </message>
    <message numerus="yes">
        <source>%n turns</source>
        <translation>
            <numerusform>%n реплика</numerusform>
            <numerusform>%n реплики</numerusform>
            <numerusform>%n реплик</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Show all cards (Ctrl+0)</source>
        <translation>Показать все карточки (Ctrl+0)</translation>
    </message>
</context>
<context>
    <name>chats</name>
    <message>
        <source>There is no chat in it.</source>
        <translation>В нём нет беседы.</translation>
    </message>
    <message>
        <source>“{name}” was not read as a chat.</source>
        <translation>«{name}» не читается как беседа.</translation>
    </message>
    <message>
        <source>Export the chat once more as ShareGPT or SillyTavern JSONL.</source>
        <translation>Экспортируйте беседу ещё раз: как ShareGPT или как JSONL из SillyTavern.</translation>
    </message>
</context>
<context>
    <name>console</name>
    <message>
        <source>({tokens} tokens, {speed} tokens/s, seed {seed})</source>
        <translation>(токенов: {tokens}, {speed} токенов/с, зерно {seed})</translation>
    </message>
    <message>
        <source>Timbre, in the terminal. Type a message, or /help. Ctrl+C stops an answer.</source>
        <translation>Timbre в терминале. Напишите сообщение или /help. Ctrl+C останавливает ответ.</translation>
    </message>
    <message>
        <source>(stopped; what was said is kept)</source>
        <translation>(остановлено; сказанное сохранено)</translation>
    </message>
    <message>
        <source>(/quit leaves)</source>
        <translation>(выйти: /quit)</translation>
    </message>
    <message>
        <source>There is no voice yet; /train makes one.</source>
        <translation>Голосов пока нет; /train обучит первый.</translation>
    </message>
    <message>
        <source>Strength {number}.</source>
        <translation>Сила {number}.</translation>
    </message>
    <message>
        <source>A new conversation.</source>
        <translation>Новая беседа.</translation>
    </message>
    <message>
        <source>The base model answers now.</source>
        <translation>Теперь отвечает базовая модель.</translation>
    </message>
    <message>
        <source>“{name}” answers now.</source>
        <translation>Теперь отвечает «{name}».</translation>
    </message>
    <message>
        <source>“{name}” is here.</source>
        <translation>Голос «{name}» теперь здесь.</translation>
    </message>
    <message>
        <source>It can speak once its model is here: {model}.</source>
        <translation>Он заговорит, когда появится его модель: {model}.</translation>
    </message>
    <message>
        <source>“{name}” lies in {path} ({size}).</source>
        <translation>«{name}» записан в {path} ({size}).</translation>
    </message>
    <message>
        <source>Conversation {number}: {title}</source>
        <translation>Беседа {number}: {title}</translation>
    </message>
    <message>
        <source>There is no conversation yet.</source>
        <translation>Бесед ещё нет.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>беседа</translation>
    </message>
    <message>
        <source>title</source>
        <translation>название</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>голос</translation>
    </message>
    <message>
        <source>version</source>
        <translation>версия</translation>
    </message>
    <message>
        <source>current</source>
        <translation>текущая</translation>
    </message>
    <message>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>заметки</translation>
    </message>
    <message>
        <source>perplexity before</source>
        <translation>перплексия до</translation>
    </message>
    <message>
        <source>perplexity after</source>
        <translation>перплексия после</translation>
    </message>
    <message>
        <source>bytes of the adapter</source>
        <translation>байтов в адаптере</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>байты</translation>
    </message>
    <message>
        <source>context length</source>
        <translation>длина контекста</translation>
    </message>
    <message>
        <source>path</source>
        <translation>путь</translation>
    </message>
    <message>
        <source>run</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>state</source>
        <translation>состояние</translation>
    </message>
    <message>
        <source>step</source>
        <translation>шаг</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>шаги</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>running</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>приостановлено</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>прервано</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>завершено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не удалось</translation>
    </message>
    <message>
        <source>starter</source>
        <translation>начальная</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>папка</translation>
    </message>
    <message>
        <source>GGUF file</source>
        <translation>файл GGUF</translation>
    </message>
    <message>
        <source>There is no voice yet. Train one: train FOLDER --name NAME</source>
        <translation>Голосов пока нет. Обучите первый: train FOLDER --name NAME</translation>
    </message>
    <message>
        <source>There is no model. Run the set-up again for the starter model.</source>
        <translation>Моделей нет. Запустите установку снова: она принесёт начальную модель.</translation>
    </message>
    <message>
        <source>Nothing has been trained yet. Begin with: train FOLDER --name NAME</source>
        <translation>Ничего ещё не обучено. Начните так: train FOLDER --name NAME</translation>
    </message>
    <message>
        <source>never told</source>
        <translation>не рассказывается</translation>
    </message>
    <message>
        <source>not mentioned</source>
        <translation>не упомянуто</translation>
    </message>
    <message>
        <source>not drawn</source>
        <translation>не выпало</translation>
    </message>
    <message>
        <source>inside of what is not told</source>
        <translation>внутри того, что не рассказано</translation>
    </message>
    <message>
        <source>without words</source>
        <translation>без слов</translation>
    </message>
    <message>
        <source>no room</source>
        <translation>нет места</translation>
    </message>
    <message>
        <source>There is no model whose tokens could be counted.</source>
        <translation>Нет модели, токены которой можно было бы посчитать.</translation>
    </message>
    <message>
        <source>Only a model that was loaded once can be used here.</source>
        <translation>Здесь годится только модель, которую хоть раз загружали.</translation>
    </message>
    <message>
        <source>See “models”, or run the set-up again for the starter model.</source>
        <translation>Смотрите «models» или запустите установку ещё раз ради начальной модели.</translation>
    </message>
    <message>
        <source>field</source>
        <translation>поле</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>токены</translation>
    </message>
    <message>
        <source>Choose another role, picture or format.</source>
        <translation>Выберите другую роль, картинку или формат.</translation>
    </message>
    <message>
        <source>“{name}” lies in {path}.</source>
        <translation>«{name}» лежит в {path}.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be made.</source>
        <translation>Папку {path} нельзя создать.</translation>
    </message>
    <message>
        <source>The system says: {error}.</source>
        <translation>Система сообщает: {error}.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Выберите другое место.</translation>
    </message>
    <message>
        <source>“{path}” is there already.</source>
        <translation>«{path}» уже есть.</translation>
    </message>
    <message>
        <source>Nothing that is there is written over.</source>
        <translation>Ничего существующего не перезаписывается.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Выберите другое имя.</translation>
    </message>
    <message>
        <source>It is not clear who answers.</source>
        <translation>Неясно, кто отвечает.</translation>
    </message>
    <message>
        <source>Name one of them: --role NAME.</source>
        <translation>Назовите одну из них: --role ИМЯ.</translation>
    </message>
    <message>
        <source>There is no role “{name}”.</source>
        <translation>Нет роли «{name}».</translation>
    </message>
    <message>
        <source>The scene has these roles: {names}.</source>
        <translation>В сцене есть роли: {names}.</translation>
    </message>
    <message>
        <source>Name one of them.</source>
        <translation>Назовите одну из них.</translation>
    </message>
    <message>
        <source>{id}: {problem}</source>
        <translation>{id}: {problem}</translation>
    </message>
    <message>
        <source>“{name}” is well.</source>
        <translation>«{name}»: всё в порядке.</translation>
    </message>
    <message>
        <source>{name}: {lines} lines in {scenes} scenes, {held_out} of them held out</source>
        <translation>{name}: реплик — {lines}, сцен — {scenes}, из них отложено — {held_out}</translation>
    </message>
    <message>
        <source>Not used: {path}. {reason}</source>
        <translation>Не используется: {path}. {reason}</translation>
    </message>
    <message>
        <source>step {step} of {steps}  loss {loss}  {speed} tokens/s  {left} left</source>
        <translation>шаг {step} из {steps}  потеря {loss}  {speed} токенов/с  осталось {left}</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} ГБ</translation>
    </message>
    <message>
        <source>Run {run}: {step} of {steps} steps</source>
        <translation>Обучение {run}: шаг {step} из {steps}</translation>
    </message>
    <message>
        <source>Step {step}: loss {loss} on the notes held out</source>
        <translation>Шаг {step}: потеря {loss} на отложенных заметках</translation>
    </message>
    <message>
        <source>{number} B</source>
        <translation>{number} Б</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} кБ</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} МБ</translation>
    </message>
    <message>
        <source>Reading the conversation</source>
        <translation>Читается беседа</translation>
    </message>
    <message>
        <source>(the oldest {count} turns no longer fit and were left out)</source>
        <translation>(самые старые реплики больше не помещаются и пропущены: {count})</translation>
    </message>
    <message>
        <source>“{name}” is trained: {steps} steps, {tokens} tokens, {time}.</source>
        <translation>Голос «{name}» обучен: шагов {steps}, токенов {tokens}, время {time}.</translation>
    </message>
    <message>
        <source>It lies in {path} ({size}).</source>
        <translation>Он лежит в {path} ({size}).</translation>
    </message>
    <message>
        <source>Version {number} of “{name}” was moved to the trash.</source>
        <translation>Версия {number} голоса «{name}» перемещена в корзину.</translation>
    </message>
    <message>
        <source>Talk to it: ask --voice &quot;{name}&quot; &quot;...&quot;</source>
        <translation>Поговорите с ним: ask --voice &quot;{name}&quot; &quot;...&quot;</translation>
    </message>
    <message>
        <source>Paused at step {step} of {steps}; nothing is lost. Go on with: train --resume {run}</source>
        <translation>Приостановлено на шаге {step} из {steps}; ничего не потеряно. Продолжить: train --resume {run}</translation>
    </message>
    <message>
        <source>Stopped before its first step. Begin it with: train --resume {run}</source>
        <translation>Остановлено до первого шага. Начать его: train --resume {run}</translation>
    </message>
    <message>
        <source>/voices             list the voices
/voice NAME         let a voice or a blend answer; /voice alone goes back to the base model
/strength S         how strongly the voice colours the answers, 0 to 2
/train FOLDER NAME  train a voice from a folder of notes; Ctrl+C pauses
/train --resume RUN go on with a paused training
/new                begin a new conversation
/help               this list
/quit               leave; everything is kept</source>
        <translation>/voices                показать голоса
/voice ИМЯ             отвечать голосом или смесью; одно /voice возвращает базовую модель
/strength ЧИСЛО        как сильно голос окрашивает ответы, от 0 до 2
/train ПАПКА ИМЯ       обучить голос по папке заметок; Ctrl+C приостановит
/train --resume НОМЕР  продолжить приостановленное обучение
/new                   начать новую беседу
/help                  этот список
/quit                  выйти; всё сохранено</translation>
    </message>
    <message>
        <source>“{name}” is trained and kept; its verdict was not measured to the end.</source>
        <translation>«{name}» обучен и сохранён; вердикт измерен не до конца.</translation>
    </message>
    <message>
        <source>Verdict: {word}</source>
        <translation>Вердикт: {word}</translation>
    </message>
</context>
<context>
    <name>diagnosis</name>
    <message>
        <source>Memory is running short.</source>
        <translation>Памяти почти не осталось.</translation>
    </message>
    <message>
        <source>Close other programs, or pause the training: nothing is lost.</source>
        <translation>Закройте другие программы или приостановите обучение: ничего не потеряется.</translation>
    </message>
    <message>
        <source>The loss was no number once; it went back to the last good state and on with a lower learning rate.</source>
        <translation>Потери однажды перестали быть числом; обучение вернулось к последнему хорошему состоянию и продолжается с меньшей скоростью.</translation>
    </message>
    <message>
        <source>If it happens again, train with a lower learning rate.</source>
        <translation>Если это повторится, обучите голос с меньшей скоростью обучения.</translation>
    </message>
    <message>
        <source>The loss rises instead of falling.</source>
        <translation>Потери растут, вместо того чтобы падать.</translation>
    </message>
    <message>
        <source>Train again with a lower learning rate.</source>
        <translation>Обучите голос ещё раз, с меньшей скоростью обучения.</translation>
    </message>
    <message>
        <source>The loss hardly falls: little is learned.</source>
        <translation>Потери почти не падают: голос мало чему учится.</translation>
    </message>
    <message>
        <source>Train again with a higher learning rate, or on more parts of the model.</source>
        <translation>Обучите голос ещё раз: с большей скоростью обучения или на большем числе частей модели.</translation>
    </message>
    <message>
        <source>More notes, fewer epochs or a lower rank help against that.</source>
        <translation>Помогут новые заметки, меньшее число эпох или меньший ранг.</translation>
    </message>
    <message>
        <source>There are few notes to learn from: {count}.</source>
        <translation>Заметок для обучения мало: {count}.</translation>
    </message>
    <message>
        <source>A voice shows with some dozens of notes; add more to the folder.</source>
        <translation>Голос проявляется на нескольких десятках заметок; добавьте их в папку.</translation>
    </message>
    <message>
        <source>Too few notes to hold any out: nothing will say whether it learns.</source>
        <translation>Заметок слишком мало, чтобы отложить хоть одну: неоткуда узнать, учится ли голос.</translation>
    </message>
    <message>
        <source>With five notes or more, some are held out.</source>
        <translation>Если заметок пять или больше, часть из них откладывается.</translation>
    </message>
    <message>
        <source>The notes folder has changed since this training began. It goes on with the notes as they were, of which it keeps a copy.</source>
        <translation>Папка заметок изменилась с начала обучения. Оно продолжается на прежних заметках: их копия сохранена.</translation>
    </message>
    <message>
        <source>What is new can be learned by a training after this one.</source>
        <translation>Новое можно выучить следующим обучением.</translation>
    </message>
    <message>
        <source>Since step {step} it gets worse on notes that it has not seen; the state of that step is kept.</source>
        <translation>После шага {step} на незнакомых заметках голос становится хуже; сохраняется состояние на этом шаге.</translation>
    </message>
    <message>
        <source>On notes that it has not seen it is worse than the base model.</source>
        <translation>На незнакомых заметках голос хуже базовой модели.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The catalog was not read.</source>
        <translation>Каталог не прочитан.</translation>
    </message>
    <message>
        <source>It was made by an older version of Timbre.</source>
        <translation>Он создан более старой версией Timbre.</translation>
    </message>
    <message>
        <source>Open the window once: that brings it up to date.</source>
        <translation>Откройте окно один раз: каталог обновится.</translation>
    </message>
    <message>
        <source>This data folder was not opened.</source>
        <translation>Эта папка данных не открыта.</translation>
    </message>
    <message>
        <source>A newer version of Timbre has used it.</source>
        <translation>Ею пользовалась более новая версия Timbre.</translation>
    </message>
    <message>
        <source>Install the newest Timbre, or choose another data folder.</source>
        <translation>Установите новейший Timbre или выберите другую папку данных.</translation>
    </message>
    <message>
        <source>It could not be brought up to date; all of it is as it was.</source>
        <translation>Её не удалось обновить; всё осталось как было.</translation>
    </message>
    <message>
        <source>Try again, or go back to the version of Timbre that you had.</source>
        <translation>Попробуйте снова или вернитесь к прежней версии Timbre.</translation>
    </message>
    <message>
        <source>Your change was not saved.</source>
        <translation>Ваше изменение не сохранено.</translation>
    </message>
    <message>
        <source>The catalog could not be read.</source>
        <translation>Каталог не удалось прочитать.</translation>
    </message>
    <message>
        <source>The catalog file is damaged.</source>
        <translation>Файл каталога повреждён.</translation>
    </message>
    <message>
        <source>Start Timbre again: it restores the newest good backup.</source>
        <translation>Запустите Timbre снова: он восстановит новейшую целую копию.</translation>
    </message>
    <message>
        <source>The disk is full or cannot be written.</source>
        <translation>Диск заполнен или закрыт для записи.</translation>
    </message>
    <message>
        <source>Free some space on the disk of the data folder and try again.</source>
        <translation>Освободите место на диске папки данных и попробуйте снова.</translation>
    </message>
    <message>
        <source>The data folder cannot be written.</source>
        <translation>Папка данных закрыта для записи.</translation>
    </message>
    <message>
        <source>Check the permissions of the data folder and try again.</source>
        <translation>Проверьте права на папку данных и попробуйте снова.</translation>
    </message>
    <message>
        <source>Another program is using the catalog.</source>
        <translation>Каталогом пользуется другая программа.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Подождите немного и попробуйте снова.</translation>
    </message>
    <message>
        <source>The catalog was damaged. The backup of {moment} was restored; what changed after it is missing. The damaged file was kept as {path}.</source>
        <translation>Каталог был повреждён. Восстановлена копия от {moment}; того, что изменилось позже, нет. Повреждённый файл сохранён как {path}.</translation>
    </message>
    <message>
        <source>The catalog was damaged and there was no backup. A new one was begun; the damaged file was kept as {path}.</source>
        <translation>Каталог был повреждён, а копии не было. Начат новый; повреждённый файл сохранён как {path}.</translation>
    </message>
    <message>
        <source>The catalog does not know this voice, so it was put aside: {path}. Nothing else was changed; delete the folder if you do not need it.</source>
        <translation>Этого голоса нет в каталоге, поэтому он отложен: {path}. Больше ничего не изменилось; удалите папку, если она не нужна.</translation>
    </message>
    <message>
        <source>The files of the voice “{name}” are missing: {path}. Bring them back from a backup of yours, or delete the voice.</source>
        <translation>Нет файлов голоса «{name}»: {path}. Верните их из своей резервной копии или удалите голос.</translation>
    </message>
    <message>
        <source>The voice was not renamed.</source>
        <translation>Голос не переименован.</translation>
    </message>
    <message>
        <source>Another voice is named “{name}” already.</source>
        <translation>Другой голос уже называется «{name}».</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Выберите другое имя.</translation>
    </message>
    <message>
        <source>The folder {folder} could not be read.</source>
        <translation>Папку {folder} не удалось прочитать.</translation>
    </message>
    <message>
        <source>The system says: {error}.</source>
        <translation>Система сообщает: {error}.</translation>
    </message>
    <message>
        <source>Choose a folder that holds your notes.</source>
        <translation>Выберите папку с вашими заметками.</translation>
    </message>
    <message>
        <source>Its setting “{key}” is one that Timbre does not use.</source>
        <translation>Её настройка «{key}» из тех, что Timbre не использует.</translation>
    </message>
    <message>
        <source>The voice in “{name}” cannot be read.</source>
        <translation>Голос в «{name}» не читается.</translation>
    </message>
    <message>
        <source>It is not a sound adapter: {fault}.</source>
        <translation>Это неисправный адаптер: {fault}.</translation>
    </message>
    <message>
        <source>This model cannot be trained with these settings.</source>
        <translation>С этими настройками модель нельзя обучить.</translation>
    </message>
    <message>
        <source>It has no layers named {names}.</source>
        <translation>В ней нет слоёв с именами {names}.</translation>
    </message>
    <message>
        <source>Choose other layers: {names}.</source>
        <translation>Выберите другие слои: {names}.</translation>
    </message>
    <message>
        <source>The model has no such layer as “{path}”.</source>
        <translation>В модели нет слоя «{path}».</translation>
    </message>
    <message>
        <source>The training was stopped.</source>
        <translation>Обучение остановлено.</translation>
    </message>
    <message>
        <source>In step {step} the loss was no number any more.</source>
        <translation>На шаге {step} потеря перестала быть числом.</translation>
    </message>
    <message>
        <source>The file “{name}” cannot be used.</source>
        <translation>Файл «{name}» нельзя использовать.</translation>
    </message>
    <message>
        <source>Its header is longer than the file.</source>
        <translation>Его заголовок длиннее самого файла.</translation>
    </message>
    <message>
        <source>Its header cannot be read.</source>
        <translation>Его заголовок не читается.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Скопируйте или скачайте его снова.</translation>
    </message>
    <message>
        <source>No voice has been trained yet.</source>
        <translation>Ещё ни один голос не обучен.</translation>
    </message>
    <message>
        <source>Name one of them, or train it: train FOLDER --name NAME.</source>
        <translation>Назовите один из них или обучите его: train FOLDER --name NAME.</translation>
    </message>
    <message>
        <source>The data folder is in use, and its user does not answer.</source>
        <translation>Папка данных занята, и программа, которая её держит, не отвечает.</translation>
    </message>
    <message>
        <source>Close that Timbre, or choose another folder with --data-dir.</source>
        <translation>Закройте тот Timbre или укажите другую папку в --data-dir.</translation>
    </message>
    <message>
        <source>There was not enough memory to go on.</source>
        <translation>Не хватило памяти, чтобы продолжить.</translation>
    </message>
    <message>
        <source>This step needs more memory than is free at the moment.</source>
        <translation>Этому шагу нужно больше памяти, чем сейчас свободно.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model, a shorter length or a smaller rank, and try again.</source>
        <translation>Закройте другие программы или выберите модель поменьше, меньшую длину или меньший ранг и попробуйте снова.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Диск заполнен.</translation>
    </message>
    <message>
        <source>There was no space left to save to.</source>
        <translation>Не осталось места для сохранения.</translation>
    </message>
    <message>
        <source>Free some space and try again; nothing saved before is lost.</source>
        <translation>Освободите место и попробуйте снова; сохранённое ранее не потеряно.</translation>
    </message>
    <message>
        <source>Something went wrong inside Timbre.</source>
        <translation>Внутри Timbre что-то пошло не так.</translation>
    </message>
    <message>
        <source>The model cannot take this conversation.</source>
        <translation>Модель не может принять эту беседу.</translation>
    </message>
    <message>
        <source>Begin a new conversation, or load another model.</source>
        <translation>Начните новую беседу или загрузите другую модель.</translation>
    </message>
    <message>
        <source>The message is too long for this model.</source>
        <translation>Сообщение слишком длинное для этой модели.</translation>
    </message>
    <message>
        <source>There is no voice “{name}”.</source>
        <translation>Нет голоса «{name}».</translation>
    </message>
    <message>
        <source>The voices are: {names}</source>
        <translation>Есть голоса: {names}</translation>
    </message>
    <message>
        <source>There is no command {name}.</source>
        <translation>Нет команды {name}.</translation>
    </message>
    <message>
        <source>Process {number} has it open: {folder}</source>
        <translation>Её держит открытой процесс {number}: {folder}</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation>Нет папки «{folder}».</translation>
    </message>
    <message>
        <source>A setting is out of bounds: {setting}.</source>
        <translation>Настройка вне границ: {setting}.</translation>
    </message>
    <message>
        <source>This is a fault of the program ({kind}).</source>
        <translation>Это ошибка программы ({kind}).</translation>
    </message>
    <message>
        <source>Try again. The log has the details: {log}</source>
        <translation>Попробуйте снова. Подробности в журнале: {log}</translation>
    </message>
    <message>
        <source>It has {tokens} tokens and {room} fit.</source>
        <translation>В нём токенов: {tokens}, а помещается {room}.</translation>
    </message>
    <message>
        <source>Shorten it or send it in parts.</source>
        <translation>Сократите его или отправьте по частям.</translation>
    </message>
    <message>
        <source>Its chat template refuses it: {reason}</source>
        <translation>Её шаблон беседы отказывает: {reason}</translation>
    </message>
    <message>
        <source>The Timbre that did this work has closed.</source>
        <translation>Timbre, который делал эту работу, закрылся.</translation>
    </message>
    <message>
        <source>This command was handed to it, because it had the data folder open.</source>
        <translation>Команда была передана ему, потому что он держал папку данных открытой.</translation>
    </message>
    <message>
        <source>Start the command again; a training goes on with train --resume.</source>
        <translation>Запустите команду снова; обучение продолжается командой train --resume.</translation>
    </message>
    <message>
        <source>The open Timbre could not take this command.</source>
        <translation>Открытый Timbre не смог принять эту команду.</translation>
    </message>
    <message>
        <source>It may be of another version.</source>
        <translation>Возможно, он другой версии.</translation>
    </message>
    <message>
        <source>Close the open Timbre and try again.</source>
        <translation>Закройте открытый Timbre и попробуйте снова.</translation>
    </message>
    <message>
        <source>There is no model to talk to.</source>
        <translation>Нет модели, с которой можно говорить.</translation>
    </message>
    <message>
        <source>None is in the catalog, and the starter model is not set up.</source>
        <translation>В каталоге нет ни одной, а начальная модель не установлена.</translation>
    </message>
    <message>
        <source>Add a model on the Models page, or run the set-up again.</source>
        <translation>Добавьте модель на странице «Модели» или запустите установку снова.</translation>
    </message>
    <message>
        <source>“{name}” is too large for the free memory.</source>
        <translation>«{name}» не помещается в свободную память.</translation>
    </message>
    <message>
        <source>It needs {needed} and {free} are free.</source>
        <translation>Нужно {needed}, свободно {free}.</translation>
    </message>
    <message>
        <source>This model is not in the catalog any more.</source>
        <translation>Этой модели больше нет в каталоге.</translation>
    </message>
    <message>
        <source>It was taken off the list.</source>
        <translation>Её убрали из списка.</translation>
    </message>
    <message>
        <source>Choose another model, or add it again.</source>
        <translation>Выберите другую модель или добавьте её снова.</translation>
    </message>
    <message>
        <source>The model stays as it is for now.</source>
        <translation>Модель пока остаётся как есть.</translation>
    </message>
    <message>
        <source>A voice is being trained on it.</source>
        <translation>На ней обучается голос.</translation>
    </message>
    <message>
        <source>Pause the training, or wait until it is done.</source>
        <translation>Приостановите обучение или дождитесь его конца.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>Закройте другие программы или выберите модель поменьше.</translation>
    </message>
    <message>
        <source>This message cannot be answered.</source>
        <translation>На это сообщение нельзя ответить.</translation>
    </message>
    <message>
        <source>It is not there any more, or is itself an answer.</source>
        <translation>Его больше нет, или оно само ответ.</translation>
    </message>
    <message>
        <source>Choose one of your own messages.</source>
        <translation>Выберите одно из своих сообщений.</translation>
    </message>
    <message>
        <source>This training is not running.</source>
        <translation>Это обучение не идёт.</translation>
    </message>
    <message>
        <source>It has ended or is paused.</source>
        <translation>Оно закончено или приостановлено.</translation>
    </message>
    <message>
        <source>Resume it first, then stop it and keep the voice.</source>
        <translation>Сначала продолжите его, затем завершите и сохраните голос.</translation>
    </message>
    <message>
        <source>This voice is not there any more.</source>
        <translation>Этого голоса больше нет.</translation>
    </message>
    <message>
        <source>It was deleted.</source>
        <translation>Его удалили.</translation>
    </message>
    <message>
        <source>Choose another voice, or take it out of the trash.</source>
        <translation>Выберите другой голос или верните его из корзины.</translation>
    </message>
    <message>
        <source>It is larger than such a file can be.</source>
        <translation>Он больше, чем может быть такой файл.</translation>
    </message>
    <message>
        <source>It is not valid JSON.</source>
        <translation>Это не правильный JSON.</translation>
    </message>
    <message>
        <source>It does not describe a LoRA adapter.</source>
        <translation>Он не описывает адаптер LoRA.</translation>
    </message>
    <message>
        <source>Its chat template is longer than 100 kB.</source>
        <translation>Её шаблон беседы длиннее 100 кБ.</translation>
    </message>
    <message>
        <source>Choose a model that is only weights: safetensors or GGUF.</source>
        <translation>Выберите модель, в которой только веса: safetensors или GGUF.</translation>
    </message>
    <message>
        <source>Its files are incomplete or damaged.</source>
        <translation>Её файлы неполны или повреждены.</translation>
    </message>
    <message>
        <source>Remove it on the Models page and add it again.</source>
        <translation>Уберите её на странице «Модели» и добавьте снова.</translation>
    </message>
    <message>
        <source>Free some space on the disk and try again.</source>
        <translation>Освободите место на диске и попробуйте снова.</translation>
    </message>
    <message>
        <source>The model cannot be converted.</source>
        <translation>Модель нельзя преобразовать.</translation>
    </message>
    <message>
        <source>It is no text model that this version of Timbre knows.</source>
        <translation>Это не текстовая модель, известная этой версии Timbre.</translation>
    </message>
    <message>
        <source>Nothing was downloaded.</source>
        <translation>Ничего не скачано.</translation>
    </message>
    <message>
        <source>A name has two parts, such as Qwen/Qwen3-0.6B.</source>
        <translation>В имени две части, например Qwen/Qwen3-0.6B.</translation>
    </message>
    <message>
        <source>Try again; it goes on where it stopped.</source>
        <translation>Попробуйте снова; загрузка продолжится с того же места.</translation>
    </message>
    <message>
        <source>The version was not deleted.</source>
        <translation>Версия не удалена.</translation>
    </message>
    <message>
        <source>It is the one that the voice speaks as.</source>
        <translation>Именно этой версией голос сейчас говорит.</translation>
    </message>
    <message>
        <source>Make another version current first, or delete the whole voice.</source>
        <translation>Сначала сделайте текущей другую версию или удалите голос целиком.</translation>
    </message>
    <message>
        <source>A training goes on from it.</source>
        <translation>На ней основано незаконченное обучение.</translation>
    </message>
    <message>
        <source>Let the training end, or delete it first.</source>
        <translation>Дождитесь конца обучения или сначала удалите его.</translation>
    </message>
    <message>
        <source>Its setting “{key}” is no sound list of layers.</source>
        <translation>Настройка «{key}» — не список слоёв.</translation>
    </message>
    <message>
        <source>It changes the words of the model (embeddings) as well.</source>
        <translation>Он меняет и слова модели (эмбеддинги).</translation>
    </message>
    <message>
        <source>It asks for program code of its own.</source>
        <translation>Он требует собственного программного кода.</translation>
    </message>
    <message>
        <source>It is an adapter of the kind “{kind}”, and voices are LoRA.</source>
        <translation>Это адаптер вида «{kind}», а голоса — это LoRA.</translation>
    </message>
    <message>
        <source>Its setting “{key}” is a search pattern, and only lists of layers are taken.</source>
        <translation>Настройка «{key}» задана шаблоном поиска, а принимаются только списки слоёв.</translation>
    </message>
    <message>
        <source>It changes biases as well, which a voice does not hold.</source>
        <translation>Он меняет и смещения (bias), а в голосе их нет.</translation>
    </message>
    <message>
        <source>It brings whole layers of the model with it.</source>
        <translation>Он несёт с собой целые слои модели.</translation>
    </message>
    <message>
        <source>It changes single parameters (experts) as well.</source>
        <translation>Он меняет и отдельные параметры (эксперты).</translation>
    </message>
    <message>
        <source>It is a DoRA adapter: its magnitudes have no place here.</source>
        <translation>Это адаптер DoRA: для его величин здесь нет места.</translation>
    </message>
    <message>
        <source>Its rank is none between 1 and 256.</source>
        <translation>Его ранг не от 1 до 256.</translation>
    </message>
    <message>
        <source>Its alpha is no sound number.</source>
        <translation>Его alpha — не число в допустимых пределах.</translation>
    </message>
    <message>
        <source>It was made by a newer version of Timbre.</source>
        <translation>Он сделан более новой версией Timbre.</translation>
    </message>
    <message>
        <source>Update Timbre, then import it again.</source>
        <translation>Обновите Timbre и импортируйте его снова.</translation>
    </message>
    <message>
        <source>Its list of contents is damaged.</source>
        <translation>Его перечень содержимого повреждён.</translation>
    </message>
    <message>
        <source>It holds other files than it lists.</source>
        <translation>В нём не те файлы, что перечислены.</translation>
    </message>
    <message>
        <source>“{name}” in it has changed since.</source>
        <translation>«{name}» внутри него изменился с тех пор.</translation>
    </message>
    <message>
        <source>It is no LoRA adapter.</source>
        <translation>Это не адаптер LoRA.</translation>
    </message>
    <message>
        <source>A model is added on the Models page.</source>
        <translation>Модель добавляют на странице «Модели».</translation>
    </message>
    <message>
        <source>It works only after certain words (aLoRA).</source>
        <translation>Он действует только после определённых слов (aLoRA).</translation>
    </message>
    <message>
        <source>It holds numbers that are not finite.</source>
        <translation>В нём есть бесконечные или неопределённые числа.</translation>
    </message>
    <message>
        <source>There is no adapter in it.</source>
        <translation>В нём нет адаптера.</translation>
    </message>
    <message>
        <source>The two matrices of “{name}” do not fit.</source>
        <translation>Две матрицы «{name}» не подходят друг к другу.</translation>
    </message>
    <message>
        <source>It changes more than layers: “{name}”.</source>
        <translation>Он меняет не только слои: «{name}».</translation>
    </message>
    <message>
        <source>The voice cannot be written as GGUF.</source>
        <translation>Этот голос нельзя записать в GGUF.</translation>
    </message>
    <message>
        <source>Timbre does not know how llama.cpp names the layers of “{kind}” models.</source>
        <translation>Timbre не знает, как llama.cpp называет слои моделей «{kind}».</translation>
    </message>
    <message>
        <source>Choose PEFT; llama.cpp&apos;s own script can convert that.</source>
        <translation>Выберите PEFT: его преобразует собственный скрипт llama.cpp.</translation>
    </message>
    <message>
        <source>There is no “{name}” in it.</source>
        <translation>В нём нет «{name}».</translation>
    </message>
    <message>
        <source>It holds several adapters.</source>
        <translation>В нём несколько адаптеров.</translation>
    </message>
    <message>
        <source>Choose a PEFT folder or zip, a LoRA adapter as GGUF, or a voice that Timbre exported.</source>
        <translation>Выберите папку или zip-архив PEFT, адаптер LoRA в GGUF или голос, экспортированный из Timbre.</translation>
    </message>
    <message>
        <source>It holds no voice.</source>
        <translation>В нём нет голоса.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Такого файла нет.</translation>
    </message>
    <message>
        <source>“{name}” was not imported.</source>
        <translation>«{name}» не импортирован.</translation>
    </message>
    <message>
        <source>The voice was not written to “{name}”.</source>
        <translation>Голос не записан в «{name}».</translation>
    </message>
    <message>
        <source>Choose another place, or make some space there.</source>
        <translation>Выберите другое место или освободите там немного места.</translation>
    </message>
    <message>
        <source>Make some space on the disk, then import it again.</source>
        <translation>Освободите немного места на диске и импортируйте снова.</translation>
    </message>
    <message>
        <source>Ask for the same adapter as safetensors or GGUF.</source>
        <translation>Попросите тот же адаптер в формате safetensors или GGUF.</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask whoever made it for another copy.</source>
        <translation>Ничего не изменилось. Попросите у автора другую копию.</translation>
    </message>
    <message>
        <source>It is damaged, or no zip file.</source>
        <translation>Он повреждён или это не zip-архив.</translation>
    </message>
    <message>
        <source>It holds too many files.</source>
        <translation>В нём слишком много файлов.</translation>
    </message>
    <message>
        <source>It would unpack to far more than it is.</source>
        <translation>При распаковке он оказался бы несоразмерно велик.</translation>
    </message>
    <message>
        <source>It holds links or devices, not only files.</source>
        <translation>В нём не только файлы, но и ссылки или устройства.</translation>
    </message>
    <message>
        <source>It is locked with a password.</source>
        <translation>Он защищён паролем.</translation>
    </message>
    <message>
        <source>It names files outside of itself.</source>
        <translation>Он указывает на файлы вне себя.</translation>
    </message>
    <message>
        <source>Two of its files have one name.</source>
        <translation>Два его файла носят одно имя.</translation>
    </message>
    <message>
        <source>“{name}” in it is too large.</source>
        <translation>«{name}» внутри него слишком велик.</translation>
    </message>
    <message>
        <source>Resume it to try again from its last checkpoint; if that does not help, train again with a lower learning rate.</source>
        <translation>Возобновите его, чтобы попробовать ещё раз с последней контрольной точки; если не поможет, обучите заново с меньшей скоростью обучения.</translation>
    </message>
    <message>
        <source>Search did not find all that was written. Its index is being made anew; your texts are whole.</source>
        <translation>Поиск находил не всё, что написано. Его указатель создаётся заново; ваши тексты целы.</translation>
    </message>
    <message>
        <source>The catalog file is damaged. Close Timbre and start it again: it restores the newest good backup.</source>
        <translation>Файл каталога повреждён. Закройте Timbre и запустите снова: он восстановит последнюю исправную копию.</translation>
    </message>
    <message>
        <source>It does not come to an end in time.</source>
        <translation>Он не завершается за отведённое время.</translation>
    </message>
    <message>
        <source>It asks for too much memory.</source>
        <translation>Он требует слишком много памяти.</translation>
    </message>
    <message>
        <source>The process in which it runs has ended.</source>
        <translation>Процесс, в котором он выполняется, завершился.</translation>
    </message>
    <message>
        <source>It writes far more than the conversation holds.</source>
        <translation>Он пишет намного больше, чем есть в разговоре.</translation>
    </message>
    <message>
        <source>The model&apos;s chat template is refused.</source>
        <translation>Шаблон чата этой модели отклонён.</translation>
    </message>
    <message>
        <source>Choose another model, or a copy of it from its maker.</source>
        <translation>Выберите другую модель или её копию от создателя.</translation>
    </message>
    <message>
        <source>“{name}” has no version {number}.</source>
        <translation>У голоса «{name}» нет версии {number}.</translation>
    </message>
    <message>
        <source>Its versions are: {numbers}</source>
        <translation>Его версии: {numbers}</translation>
    </message>
    <message>
        <source>Name one of them.</source>
        <translation>Назовите одну из них.</translation>
    </message>
    <message>
        <source>The conversation was not written to “{name}”.</source>
        <translation>Беседа не записана в «{name}».</translation>
    </message>
    <message>
        <source>There is no conversation {number}.</source>
        <translation>Беседы {number} нет.</translation>
    </message>
    <message>
        <source>It was deleted for good, or never was.</source>
        <translation>Она удалена навсегда, или её и не было.</translation>
    </message>
    <message>
        <source>Choose one from the list of conversations.</source>
        <translation>Выберите беседу из списка.</translation>
    </message>
    <message>
        <source>The voice “{name}” cannot be written as GGUF.</source>
        <translation>Голос «{name}» нельзя записать в GGUF.</translation>
    </message>
    <message>
        <source>Its layers are named after its model, and “{model}” is not here.</source>
        <translation>Имена его слоёв зависят от модели, а «{model}» здесь нет.</translation>
    </message>
    <message>
        <source>Add that model and load it once, or choose PEFT.</source>
        <translation>Добавьте эту модель и загрузите её один раз — или выберите PEFT.</translation>
    </message>
    <message>
        <source>There is something of that name already.</source>
        <translation>Под этим именем там уже что-то есть.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Выберите другое место.</translation>
    </message>
    <message>
        <source>Add its model and load it once, then import the voice again.</source>
        <translation>Добавьте его модель, загрузите её один раз и импортируйте голос снова.</translation>
    </message>
    <message>
        <source>There is not enough memory to train on this model.</source>
        <translation>Не хватает памяти, чтобы обучать на этой модели.</translation>
    </message>
    <message>
        <source>Training needs {needed} more and {free} are free.</source>
        <translation>Обучению нужно ещё {needed}, свободно {free}.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model or rank.</source>
        <translation>Закройте другие программы или выберите модель поменьше или меньший ранг.</translation>
    </message>
    <message>
        <source>There is nothing to learn from in this folder.</source>
        <translation>В этой папке не на чем учиться.</translation>
    </message>
    <message>
        <source>No note was found in {folder}.</source>
        <translation>В {folder} не найдено ни одной заметки.</translation>
    </message>
    <message>
        <source>There is no model that could learn.</source>
        <translation>Нет модели, которая могла бы учиться.</translation>
    </message>
    <message>
        <source>The model used last has not been made ready yet.</source>
        <translation>Последняя использованная модель ещё не подготовлена.</translation>
    </message>
    <message>
        <source>Load it once, then try again.</source>
        <translation>Загрузите её один раз и попробуйте снова.</translation>
    </message>
    <message>
        <source>There is nothing to keep yet.</source>
        <translation>Пока нечего оставлять.</translation>
    </message>
    <message>
        <source>The training has not made its first step.</source>
        <translation>Обучение ещё не сделало первого шага.</translation>
    </message>
    <message>
        <source>Wait for that, or pause the training: it can go on later.</source>
        <translation>Дождитесь его или поставьте обучение на паузу: его можно будет продолжить.</translation>
    </message>
    <message>
        <source>Its model is not in the catalog any more.</source>
        <translation>Модели, на которой оно шло, больше нет в каталоге.</translation>
    </message>
    <message>
        <source>Add the model again and load it once; then resume the training.</source>
        <translation>Добавьте модель снова и загрузите её один раз, затем продолжите обучение.</translation>
    </message>
    <message>
        <source>The training cannot go on.</source>
        <translation>Обучение нельзя продолжить.</translation>
    </message>
    <message>
        <source>The model “{name}” has changed.</source>
        <translation>Модель «{name}» изменилась.</translation>
    </message>
    <message>
        <source>Train the voice anew, on the model as it is now.</source>
        <translation>Обучите голос заново, на нынешней модели.</translation>
    </message>
    <message>
        <source>It lies in the trash.</source>
        <translation>Оно лежит в корзине.</translation>
    </message>
    <message>
        <source>Take it out of the trash first, under Settings.</source>
        <translation>Сначала верните его из корзины в настройках.</translation>
    </message>
    <message>
        <source>It is not paused.</source>
        <translation>Оно не приостановлено.</translation>
    </message>
    <message>
        <source>See the list of runs for those that can be resumed.</source>
        <translation>В списке обучений видно, какие можно продолжить.</translation>
    </message>
    <message>
        <source>It waits for its turn already.</source>
        <translation>Оно уже ждёт своей очереди.</translation>
    </message>
    <message>
        <source>It begins by itself when the training before it has ended.</source>
        <translation>Оно начнётся само, когда закончится обучение перед ним.</translation>
    </message>
    <message>
        <source>It is under way already.</source>
        <translation>Оно уже идёт.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>Подождите, пока оно закончится.</translation>
    </message>
    <message>
        <source>There is no run {number}.</source>
        <translation>Нет обучения {number}.</translation>
    </message>
    <message>
        <source>The voice “{name}” does not fit this model.</source>
        <translation>Голос «{name}» не подходит к этой модели.</translation>
    </message>
    <message>
        <source>It was trained on {trained_on}, and {loaded} is loaded.</source>
        <translation>Он обучен на {trained_on}, а загружена {loaded}.</translation>
    </message>
    <message>
        <source>Load {trained_on}, or choose another voice.</source>
        <translation>Загрузите {trained_on} или выберите другой голос.</translation>
    </message>
    <message>
        <source>The model is refused because of “{name}”.</source>
        <translation>Модель отклонена из-за «{name}».</translation>
    </message>
    <message>
        <source>It asks for program code of its own (“{key}”).</source>
        <translation>Она требует собственного программного кода («{key}»).</translation>
    </message>
    <message>
        <source>“{repo}” was not downloaded.</source>
        <translation>«{repo}» не скачана.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Выберите другую модель.</translation>
    </message>
    <message>
        <source>“{repo}” is not a name on the hub.</source>
        <translation>«{repo}» — не имя на хабе.</translation>
    </message>
    <message>
        <source>The transfer broke off: {about}</source>
        <translation>Передача прервалась: {about}</translation>
    </message>
    <message>
        <source>There is no connection to the hub.</source>
        <translation>Нет связи с хабом.</translation>
    </message>
    <message>
        <source>Check the network and try again; it goes on where it stopped.</source>
        <translation>Проверьте сеть и попробуйте снова; загрузка продолжится с того же места.</translation>
    </message>
    <message>
        <source>The hub has no such model, or it is private.</source>
        <translation>На хабе нет такой модели, или она закрыта.</translation>
    </message>
    <message>
        <source>Its authors ask for an agreement on the hub&apos;s website first.</source>
        <translation>Её авторы сначала просят согласия на сайте хаба.</translation>
    </message>
    <message>
        <source>Choose another model, or fetch this one in a browser and add its folder.</source>
        <translation>Выберите другую модель или скачайте эту в браузере и добавьте её папку.</translation>
    </message>
    <message>
        <source>The hub refused: {about}</source>
        <translation>Хаб отказал: {about}</translation>
    </message>
    <message>
        <source>It has no safetensors files; other formats can run code.</source>
        <translation>В ней нет файлов safetensors; другие форматы могут выполнять код.</translation>
    </message>
    <message>
        <source>“{name}” did not arrive as the hub has it.</source>
        <translation>«{name}» пришёл не таким, как на хабе.</translation>
    </message>
    <message>
        <source>Try again; only this file is fetched anew.</source>
        <translation>Попробуйте снова; заново скачается только этот файл.</translation>
    </message>
    <message>
        <source>Free some space and try again; it goes on where it stopped.</source>
        <translation>Освободите место и попробуйте снова; загрузка продолжится с того же места.</translation>
    </message>
    <message>
        <source>The model in “{name}” cannot be loaded.</source>
        <translation>Модель в «{name}» нельзя загрузить.</translation>
    </message>
    <message>
        <source>It needs {needed} of memory and {free} are free.</source>
        <translation>Нужно {needed} памяти, свободно {free}.</translation>
    </message>
    <message>
        <source>It needs {needed} on the disk and {free} are free.</source>
        <translation>Нужно {needed} на диске, свободно {free}.</translation>
    </message>
    <message>
        <source>Models of the kind “{kind}” cannot be used.</source>
        <translation>Модели вида «{kind}» использовать нельзя.</translation>
    </message>
    <message>
        <source>There is no model at “{path}”.</source>
        <translation>В «{path}» нет модели.</translation>
    </message>
    <message>
        <source>A model is a folder in Hugging Face format or a GGUF file.</source>
        <translation>Модель — это папка в формате Hugging Face или файл GGUF.</translation>
    </message>
    <message>
        <source>Choose the folder that holds config.json, or a file that ends with .gguf.</source>
        <translation>Выберите папку, в которой лежит config.json, или файл с окончанием .gguf.</translation>
    </message>
    <message>
        <source>Files of this type can run code.</source>
        <translation>Файлы этого типа могут выполнять код.</translation>
    </message>
    <message>
        <source>There is no config.json in the folder.</source>
        <translation>В папке нет config.json.</translation>
    </message>
    <message>
        <source>It does not say which kind of model it is.</source>
        <translation>Не сказано, какого рода это модель.</translation>
    </message>
    <message>
        <source>The model is already quantised.</source>
        <translation>Модель уже квантована.</translation>
    </message>
    <message>
        <source>It names files outside of the folder.</source>
        <translation>В ней названы файлы вне папки.</translation>
    </message>
    <message>
        <source>The file is missing.</source>
        <translation>Файла нет.</translation>
    </message>
    <message>
        <source>It lists no files.</source>
        <translation>В ней не перечислены файлы.</translation>
    </message>
    <message>
        <source>A GGUF in several parts is not supported.</source>
        <translation>GGUF из нескольких частей не поддерживается.</translation>
    </message>
    <message>
        <source>It holds no model.</source>
        <translation>В нём нет модели.</translation>
    </message>
    <message>
        <source>It is not a sound GGUF file: {fault}.</source>
        <translation>Это неисправный файл GGUF: {fault}.</translation>
    </message>
    <message>
        <source>The data folder cannot be used: {folder}</source>
        <translation>Папку данных нельзя использовать: {folder}</translation>
    </message>
    <message>
        <source>The system said: {reason}</source>
        <translation>Система сообщила: {reason}</translation>
    </message>
    <message>
        <source>Make it writable, or choose another one with --data-dir.</source>
        <translation>Откройте её для записи или укажите другую в --data-dir.</translation>
    </message>
    <message>
        <source>{name} says most, {lines} lines; {enough} are needed.</source>
        <translation>Больше всех говорит {name}, реплик: {lines}; нужно {enough}.</translation>
    </message>
    <message>
        <source>Nobody speaks in any of its files.</source>
        <translation>Ни в одном её файле никто не говорит.</translation>
    </message>
    <message>
        <source>No role of these scenes says enough to learn from.</source>
        <translation>Ни одна роль этих сцен не говорит достаточно, чтобы у неё учиться.</translation>
    </message>
    <message>
        <source>Add scenes with dialogue, plays or chats, or name the roles.</source>
        <translation>Добавьте сцены с диалогами, пьесы или беседы либо назовите роли.</translation>
    </message>
    <message>
        <source>There is no role “{name}” in these scenes.</source>
        <translation>В этих сценах нет роли «{name}».</translation>
    </message>
    <message>
        <source>Those who speak are: {names}.</source>
        <translation>Говорят: {names}.</translation>
    </message>
    <message>
        <source>The settings could not be read and were reset. The old file is {path}.</source>
        <translation>Настройки не читались и сброшены. Прежний файл: {path}.</translation>
    </message>
    <message>
        <source>The settings in {path} could not be read, so the usual ones hold: {reason}</source>
        <translation>Настройки в {path} не читаются, поэтому действуют обычные: {reason}</translation>
    </message>
    <message>
        <source>The setting “{name}” was not understood and was reset.</source>
        <translation>Настройка «{name}» не понята и сброшена.</translation>
    </message>
    <message>
        <source>Something in the window went wrong.</source>
        <translation>В окне что-то пошло не так.</translation>
    </message>
    <message>
        <source>It is a fault of Timbre, not yours.</source>
        <translation>Это ошибка Timbre, а не ваша.</translation>
    </message>
    <message>
        <source>What you made is saved. The log has the details: {path}</source>
        <translation>Всё сделанное вами сохранено. Подробности в журнале: {path}</translation>
    </message>
    <message>
        <source>Timbre could not start.</source>
        <translation>Timbre не смог запуститься.</translation>
    </message>
    <message>
        <source>Timbre is already open with this data folder.</source>
        <translation>Timbre уже открыт с этой папкой данных.</translation>
    </message>
    <message>
        <source>It runs in a terminal, or is just ending.</source>
        <translation>Он работает в терминале или как раз завершается.</translation>
    </message>
    <message>
        <source>Close it there, or wait a moment and start again.</source>
        <translation>Закройте его там или подождите немного и запустите снова.</translation>
    </message>
    <message>
        <source>The setting was not saved.</source>
        <translation>Настройка не сохранена.</translation>
    </message>
    <message>
        <source>It holds until Timbre is closed.</source>
        <translation>Она действует, пока Timbre не закрыт.</translation>
    </message>
    <message>
        <source>No backup of the catalog was made.</source>
        <translation>Резервная копия каталога не сделана.</translation>
    </message>
    <message>
        <source>The state of the training could not be saved.</source>
        <translation>Состояние обучения не удалось сохранить.</translation>
    </message>
    <message>
        <source>Make some space on the disk, then resume the training.</source>
        <translation>Освободите место на диске и продолжите обучение.</translation>
    </message>
    <message>
        <source>It is larger than a voice can be.</source>
        <translation>Он больше, чем может быть голос.</translation>
    </message>
    <message>
        <source>It has changed since it was made.</source>
        <translation>Он изменился с тех пор, как был создан.</translation>
    </message>
    <message>
        <source>It changes other layers than it says.</source>
        <translation>Он меняет не те слои, что в нём названы.</translation>
    </message>
    <message>
        <source>Its files are not there or may not be opened.</source>
        <translation>Его файлов нет, или их нельзя открыть.</translation>
    </message>
    <message>
        <source>Take it from a backup, or train the voice again.</source>
        <translation>Возьмите его из резервной копии или обучите голос снова.</translation>
    </message>
    <message>
        <source>The voice does not fit this model.</source>
        <translation>Голос не подходит к этой модели.</translation>
    </message>
    <message>
        <source>Load the model that the voice was trained on.</source>
        <translation>Загрузите модель, на которой обучен голос.</translation>
    </message>
    <message>
        <source>Timbre is open on this data folder already.</source>
        <translation>Timbre уже открыт с этой папкой данных.</translation>
    </message>
    <message>
        <source>Only one conversation at a time can be written to it.</source>
        <translation>Писать в неё может только одна программа сразу.</translation>
    </message>
    <message>
        <source>Use the open one, or choose another folder with --data-dir.</source>
        <translation>Пользуйтесь открытым или укажите другую папку в --data-dir.</translation>
    </message>
    <message>
        <source>The strength is a number from 0 to 2.</source>
        <translation>Сила — это число от 0 до 2.</translation>
    </message>
    <message>
        <source>A training needs a folder and a name.</source>
        <translation>Для обучения нужны папка и имя.</translation>
    </message>
    <message>
        <source>Timbre could not tell what to do.</source>
        <translation>Timbre не понял, что делать.</translation>
    </message>
    <message>
        <source>/help lists the commands.</source>
        <translation>Список команд покажет /help.</translation>
    </message>
    <message>
        <source>The training cannot begin like this.</source>
        <translation>Так обучение не начать.</translation>
    </message>
    <message>
        <source>Change it, or leave it out for the usual value.</source>
        <translation>Измените её или уберите, чтобы взять обычное значение.</translation>
    </message>
    <message>
        <source>A voice is trained from a folder of notes.</source>
        <translation>Голос обучается по папке с заметками.</translation>
    </message>
    <message>
        <source>The blend was not saved.</source>
        <translation>Смесь не сохранена.</translation>
    </message>
    <message>
        <source>Another blend is named “{name}” already.</source>
        <translation>Смесь с именем «{name}» уже есть.</translation>
    </message>
    <message>
        <source>The blend “{name}” cannot speak.</source>
        <translation>Смесь «{name}» не может говорить.</translation>
    </message>
    <message>
        <source>These of its voices were deleted: {names}.</source>
        <translation>Удалены её голоса: {names}.</translation>
    </message>
    <message>
        <source>Take them out of the trash, or take them out of the blend.</source>
        <translation>Верните их из корзины или уберите из смеси.</translation>
    </message>
    <message>
        <source>The training was not begun: three steps tried out went wrong.</source>
        <translation>Обучение не начато: три пробных шага не удались.</translation>
    </message>
    <message>
        <source>No word of these notes would be learned: each is only read.</source>
        <translation>Ни одно слово этих заметок не было бы выучено: все они только читаются.</translation>
    </message>
    <message>
        <source>Choose a longer length of an example, a shorter instruction, or notes with text of your own.</source>
        <translation>Выберите большую длину примера, более короткую инструкцию или заметки с собственным текстом.</translation>
    </message>
    <message>
        <source>The loss or a gradient was no number.</source>
        <translation>Потери или градиент перестали быть числом.</translation>
    </message>
    <message>
        <source>Choose a lower learning rate. If that does not help, remove the model under Models and add it again, so that its 4-bit copy is made anew.</source>
        <translation>Выберите меньшую скорость обучения. Если это не поможет, уберите модель в разделе «Модели» и добавьте её снова: её 4-битная копия будет создана заново.</translation>
    </message>
    <message>
        <source>{missing} of {whole} parts of the voice got no gradient: they would stay as they are.</source>
        <translation>Частей голоса, до которых не дошёл градиент: {missing} из {whole}. Они так и не изменились бы.</translation>
    </message>
    <message>
        <source>Start Timbre anew and try again. If it happens again, choose other parts of the model to train.</source>
        <translation>Перезапустите Timbre и попробуйте снова. Если это повторится, выберите для обучения другие части модели.</translation>
    </message>
    <message>
        <source>Three steps tried out took {taken} more, and {free} were left free.</source>
        <translation>Три пробных шага заняли ещё {taken}, и свободным осталось {free}.</translation>
    </message>
    <message>
        <source>The notes could not be read to the end.</source>
        <translation>Заметки не удалось прочитать до конца.</translation>
    </message>
    <message>
        <source>Timbre&apos;s own list of them was damaged, and is made again.</source>
        <translation>Собственный список заметок Timbre был повреждён, он составляется заново.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The voice cannot learn on.</source>
        <translation>Голос не может учиться дальше.</translation>
    </message>
    <message>
        <source>It changes “{path}” in a way that a training cannot.</source>
        <translation>Он меняет «{path}» так, как обучение не умеет.</translation>
    </message>
    <message>
        <source>Train a new voice from the same notes.</source>
        <translation>Обучите новый голос по тем же заметкам.</translation>
    </message>
    <message>
        <source>There is nothing new to learn.</source>
        <translation>Учить больше нечего.</translation>
    </message>
    <message>
        <source>The voice knows every note in {folder}.</source>
        <translation>Голос знает все заметки в папке {folder}.</translation>
    </message>
    <message>
        <source>Write some more, or choose another folder.</source>
        <translation>Напишите новые или выберите другую папку.</translation>
    </message>
    <message>
        <source>The voice “{name}” cannot learn on.</source>
        <translation>Голос «{name}» не может учиться дальше.</translation>
    </message>
    <message>
        <source>Its model, {model}, is not in the list.</source>
        <translation>Его модели {model} нет в списке.</translation>
    </message>
    <message>
        <source>Add that model under Models, then try again.</source>
        <translation>Добавьте эту модель в разделе «Модели» и попробуйте снова.</translation>
    </message>
    <message>
        <source>Choose a folder with notes: texts, documents, books or exported chats.</source>
        <translation>Выберите папку с заметками: текстами, документами, книгами или выгруженными переписками.</translation>
    </message>
    <message>
        <source>The note could not be shown.</source>
        <translation>Заметку не удалось показать.</translation>
    </message>
    <message>
        <source>{path} is not in the folder any more.</source>
        <translation>В папке больше нет {path}.</translation>
    </message>
    <message>
        <source>Search again.</source>
        <translation>Повторите поиск.</translation>
    </message>
    <message>
        <source>Name a folder with notes: texts, documents, books or exported chats.</source>
        <translation>Назовите папку с заметками: текстами, документами, книгами или выгруженными переписками.</translation>
    </message>
    <message>
        <source>This version of the voice is not there any more.</source>
        <translation>Этой версии голоса больше нет.</translation>
    </message>
    <message>
        <source>Choose another version.</source>
        <translation>Выберите другую версию.</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>It was made for “{made_for}”; name and shapes fit “{base}”, so that was assumed.</source>
        <translation>Он сделан для «{made_for}»; имя и размеры подходят к «{base}», поэтому выбрана она.</translation>
    </message>
    <message>
        <source>It was made for “{made_for}”; its shapes fit “{base}”.</source>
        <translation>Он сделан для «{made_for}»; его размеры подходят к «{base}».</translation>
    </message>
    <message>
        <source>It was made for “{made_for}”, which is none of your models.</source>
        <translation>Он сделан для «{made_for}», а такой модели у вас нет.</translation>
    </message>
    <message>
        <source>It says that it was made for “{base}”, and does not fit it.</source>
        <translation>Он выдаёт себя за сделанный для «{base}», но не подходит к ней.</translation>
    </message>
    <message>
        <source>It does not say which model it was made for; its shapes fit “{base}”.</source>
        <translation>Он не говорит, для какой модели сделан; его размеры подходят к «{base}».</translation>
    </message>
    <message>
        <source>Its layers fit none of your models.</source>
        <translation>Его слои не подходят ни к одной из ваших моделей.</translation>
    </message>
</context>
<context>
    <name>menu</name>
    <message>
        <source>No scene</source>
        <translation>Без сцены</translation>
    </message>
    <message>
        <source>Scene without a title</source>
        <translation>Сцена без названия</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>not text</source>
        <translation>не текст</translation>
    </message>
    <message>
        <source>a link; only files of the folder are read</source>
        <translation>ссылка; читаются только файлы папки</translation>
    </message>
    <message>
        <source>a hidden folder</source>
        <translation>скрытая папка</translation>
    </message>
    <message>
        <source>a hidden file</source>
        <translation>скрытый файл</translation>
    </message>
    <message>
        <source>not an ordinary file</source>
        <translation>не обычный файл</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>{share} % unreadable</source>
        <translation>{share} % нечитаемо</translation>
    </message>
    <message>
        <source>its reader failed ({kind}); the log has more</source>
        <translation>не удалось разобрать файл ({kind}); подробности в журнале</translation>
    </message>
    <message>
        <source>too short, {count} characters</source>
        <translation>слишком коротко, знаков: {count}</translation>
    </message>
    <message>
        <source>not a type that is read ({suffix})</source>
        <translation>такой тип не читается ({suffix})</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>картинка</translation>
    </message>
    <message>
        <source>a sound recording</source>
        <translation>звукозапись</translation>
    </message>
    <message>
        <source>a film</source>
        <translation>видео</translation>
    </message>
    <message>
        <source>a table, not prose</source>
        <translation>таблица, а не проза</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>архив</translation>
    </message>
    <message>
        <source>a name without a type</source>
        <translation>имя без типа</translation>
    </message>
    <message>
        <source>larger than {mebibytes} MiB</source>
        <translation>больше {mebibytes} МиБ</translation>
    </message>
    <message>
        <source>it could not be read: {error}</source>
        <translation>не прочитан: {error}</translation>
    </message>
    <message>
        <source>it vanished while the folder was read</source>
        <translation>исчез, пока читалась папка</translation>
    </message>
    <message>
        <source>this account may not read it</source>
        <translation>нет прав на чтение</translation>
    </message>
    <message>
        <source>a conversation in which you say nothing</source>
        <translation>беседа, в которой вы ничего не говорите</translation>
    </message>
    <message>
        <source>a conversation: say who you are in it</source>
        <translation>беседа: укажите, кто в ней вы</translation>
    </message>
    <message>
        <source>looks like passwords or keys</source>
        <translation>похоже на пароли или ключи</translation>
    </message>
    <message>
        <source>nearly the same as {path}</source>
        <translation>почти то же, что {path}</translation>
    </message>
    <message>
        <source>same text as {path}</source>
        <translation>тот же текст, что в {path}</translation>
    </message>
    <message>
        <source>nearly the same as {path}, which is learned</source>
        <translation>почти то же, что {path}, а она изучается</translation>
    </message>
    <message>
        <source>a damaged book</source>
        <translation>повреждённая книга</translation>
    </message>
    <message>
        <source>protected against copying</source>
        <translation>защищено от копирования</translation>
    </message>
    <message>
        <source>JSON, but no chat in a form that is known</source>
        <translation>JSON, но не переписка известного вида</translation>
    </message>
    <message>
        <source>protected by a password, or of an old Word</source>
        <translation>защищено паролем или создано в старом Word</translation>
    </message>
    <message>
        <source>no text inside the PDF</source>
        <translation>в PDF нет текста</translation>
    </message>
    <message>
        <source>a damaged table</source>
        <translation>повреждённая таблица</translation>
    </message>
    <message>
        <source>too tangled to be read in time</source>
        <translation>слишком запутано: прочитать за отведённое время не удалось</translation>
    </message>
    <message>
        <source>it takes too much memory to read</source>
        <translation>для чтения нужно слишком много памяти</translation>
    </message>
    <message>
        <source>the program that reads it broke down</source>
        <translation>программа, которая его читает, завершилась с ошибкой</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>повреждено</translation>
    </message>
    <message>
        <source>protected by a password</source>
        <translation>защищено паролем</translation>
    </message>
    <message>
        <source>it unfolds to far more text than a note has</source>
        <translation>в развёрнутом виде текста куда больше, чем бывает в заметке</translation>
    </message>
    <message>
        <source>an archive too deep inside of others</source>
        <translation>архив слишком глубоко внутри других архивов</translation>
    </message>
    <message>
        <source>damaged JSON</source>
        <translation>повреждённый JSON</translation>
    </message>
    <message>
        <source>a damaged archive</source>
        <translation>повреждённый архив</translation>
    </message>
    <message>
        <source>an archive that unpacks to far more than it holds</source>
        <translation>архив, который распаковывается в несоразмерно большой объём</translation>
    </message>
    <message>
        <source>an archive with a path that leads out of it: {name}</source>
        <translation>архив с путём, ведущим наружу: {name}</translation>
    </message>
    <message>
        <source>an archive that holds a link: {name}</source>
        <translation>архив, в котором есть ссылка: {name}</translation>
    </message>
    <message>
        <source>an archive with two entries of one name: {name}</source>
        <translation>архив с двумя одинаковыми именами: {name}</translation>
    </message>
    <message>
        <source>an archive of too many files</source>
        <translation>архив, в котором слишком много файлов</translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>Loading the model</source>
        <translation>Загрузка модели</translation>
    </message>
    <message>
        <source>Reading the notes</source>
        <translation>Чтение заметок</translation>
    </message>
    <message>
        <source>Measuring the model on the notes held out</source>
        <translation>Проверка модели на отложенных заметках</translation>
    </message>
    <message>
        <source>Writing the conversation</source>
        <translation>Беседа записывается</translation>
    </message>
    <message>
        <source>Reading the conversations</source>
        <translation>Беседы читаются</translation>
    </message>
    <message>
        <source>Keeping the conversations</source>
        <translation>Беседы сохраняются</translation>
    </message>
    <message>
        <source>Measuring the voice on the notes held out</source>
        <translation>Проверка голоса на отложенных заметках</translation>
    </message>
    <message>
        <source>Writing questions for notes that have none</source>
        <translation>Пишутся вопросы к заметкам, где их нет</translation>
    </message>
    <message>
        <source>Making the model ready to learn</source>
        <translation>Подготовка модели к обучению</translation>
    </message>
    <message>
        <source>Reading the scenes</source>
        <translation>Сцены читаются</translation>
    </message>
    <message>
        <source>Writing the lines of {name} as examples</source>
        <translation>Реплики становятся примерами: {name}</translation>
    </message>
    <message>
        <source>Waiting for “{name}” to be trained</source>
        <translation>Ждёт, пока обучится «{name}»</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>Проверка {name}</translation>
    </message>
    <message>
        <source>Looking at the model</source>
        <translation>Осмотр модели</translation>
    </message>
    <message>
        <source>Writing the model to the disk</source>
        <translation>Запись модели на диск</translation>
    </message>
    <message>
        <source>Converting the model to 4 bits</source>
        <translation>Преобразование модели в 4 бита</translation>
    </message>
    <message>
        <source>Keeping the tokenizer</source>
        <translation>Сохранение токенизатора</translation>
    </message>
    <message>
        <source>Listening to the model before it is rounded</source>
        <translation>Модель прослушивается перед округлением</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>Запуск движка</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>Поиск моделей</translation>
    </message>
    <message>
        <source>Writing the voice</source>
        <translation>Записываю голос</translation>
    </message>
    <message>
        <source>Checking the model</source>
        <translation>Проверка модели</translation>
    </message>
    <message>
        <source>Looking at the voice</source>
        <translation>Осматриваю голос</translation>
    </message>
    <message>
        <source>Looking for the model it was made for</source>
        <translation>Ищу модель, для которой он сделан</translation>
    </message>
    <message>
        <source>Trying out three steps</source>
        <translation>Три пробных шага</translation>
    </message>
    <message>
        <source>Counting the tokens</source>
        <translation>Подсчёт токенов</translation>
    </message>
    <message>
        <source>Finding what the notes are about</source>
        <translation>Ищем, о чём эти заметки</translation>
    </message>
    <message>
        <source>Measuring the model on general text</source>
        <translation>Измеряется модель на общем тексте</translation>
    </message>
    <message>
        <source>Listening to the model without the voice</source>
        <translation>Слушаем модель без голоса</translation>
    </message>
    <message>
        <source>Measuring the voice on general text</source>
        <translation>Измеряется голос на общем тексте</translation>
    </message>
    <message>
        <source>Comparing its replies with the notes</source>
        <translation>Ответы сравниваются с заметками</translation>
    </message>
    <message>
        <source>Listening to the voice</source>
        <translation>Слушаем голос</translation>
    </message>
    <message>
        <source>Comparing the voice&apos;s style with yours</source>
        <translation>Стиль голоса сравнивается с вашим</translation>
    </message>
    <message>
        <source>Finding the layers that matter most for these notes</source>
        <translation>Ищем слои, которые важнее всего для этих заметок</translation>
    </message>
</context>
<context>
    <name>scene</name>
    <message>
        <source>Child scene</source>
        <translation>Вложенная сцена</translation>
    </message>
    <message>
        <source>A child scene has both a source and fields of its own.</source>
        <translation>У вложенной сцены есть и источник, и собственные поля.</translation>
    </message>
    <message>
        <source>Example dialogue</source>
        <translation>Пример диалога</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Воспоминание</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Настроение</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Отношения</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>A role has no name.</source>
        <translation>У роли нет имени.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Место и время</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>Свободный текст</translation>
    </message>
    <message>
        <source>A scene is an object with fields.</source>
        <translation>Сцена — это объект с полями.</translation>
    </message>
    <message>
        <source>its type is none of: {names}</source>
        <translation>её тип не входит в список: {names}</translation>
    </message>
    <message>
        <source>an object is expected</source>
        <translation>ожидается объект</translation>
    </message>
    <message>
        <source>a list of objects is expected</source>
        <translation>ожидается список объектов</translation>
    </message>
    <message>
        <source>Fields are inside of fields more than {number} deep.</source>
        <translation>Поля вложены друг в друга глубже, чем на {number}.</translation>
    </message>
    <message>
        <source>It has more than {number} fields.</source>
        <translation>В ней полей больше, чем {number}.</translation>
    </message>
    <message>
        <source>two have this id</source>
        <translation>этот id есть у двоих</translation>
    </message>
    <message>
        <source>it cannot be understood</source>
        <translation>это нельзя понять</translation>
    </message>
    <message>
        <source>a number is expected</source>
        <translation>ожидается число</translation>
    </message>
    <message>
        <source>true or false is expected</source>
        <translation>ожидается true или false</translation>
    </message>
    <message>
        <source>a list is expected</source>
        <translation>ожидается список</translation>
    </message>
    <message>
        <source>one of {names} is expected</source>
        <translation>ожидается одно из: {names}</translation>
    </message>
    <message>
        <source>it is less than {bound}</source>
        <translation>меньше, чем {bound}</translation>
    </message>
    <message>
        <source>it is more than {bound}</source>
        <translation>больше, чем {bound}</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>отсутствует</translation>
    </message>
    <message>
        <source>{place}: {problem}.</source>
        <translation>{place}: {problem}.</translation>
    </message>
    <message>
        <source>a text is expected</source>
        <translation>ожидается текст</translation>
    </message>
    <message>
        <source>a whole number is expected</source>
        <translation>ожидается целое число</translation>
    </message>
    <message>
        <source>YAML is read up to {number} characters; larger scenes are kept as JSON.</source>
        <translation>YAML читается до {number} знаков; сцены большего размера хранятся в JSON.</translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation>Ничего не вставлено.</translation>
    </message>
    <message>
        <source>Copy fields of a scene, or the text of a scene’s file.</source>
        <translation>Скопируйте поля сцены или текст файла сцены.</translation>
    </message>
    <message>
        <source>Add a role, or export the scene in another form.</source>
        <translation>Добавьте роль или экспортируйте сцену в другом виде.</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>Файл не читается: {reason}.</translation>
    </message>
    <message>
        <source>There is no role whose card it could be.</source>
        <translation>Нет роли, чьей карточкой это могло бы стать.</translation>
    </message>
    <message>
        <source>Its entries are no list.</source>
        <translation>Его записи — не список.</translation>
    </message>
    <message>
        <source>Nobody can speak in this conversation.</source>
        <translation>В этой беседе некому говорить.</translation>
    </message>
    <message>
        <source>Its scene was deleted, or it has none.</source>
        <translation>Её сцена удалена, или сцены у неё нет.</translation>
    </message>
    <message>
        <source>Choose a scene for it, or take it out of the trash.</source>
        <translation>Выберите для неё сцену или верните сцену из корзины.</translation>
    </message>
    <message>
        <source>Nobody can speak in this scene.</source>
        <translation>В этой сцене некому говорить.</translation>
    </message>
    <message>
        <source>“{role}” cannot speak.</source>
        <translation>«{role}» не может говорить.</translation>
    </message>
    <message>
        <source>The scene gives it the voice “{voice}”, which is not here.</source>
        <translation>Сцена даёт ей голос «{voice}», которого здесь нет.</translation>
    </message>
    <message>
        <source>Choose another voice in the role&apos;s form, or import that one.</source>
        <translation>Выберите другой голос в форме роли или импортируйте этот.</translation>
    </message>
    <message>
        <source>This role cannot speak.</source>
        <translation>Эта роль не может говорить.</translation>
    </message>
    <message>
        <source>It is not in the scene any more, has no name, or is yours to play.</source>
        <translation>Её больше нет в сцене, у неё нет имени, или её играете вы.</translation>
    </message>
    <message>
        <source>Choose another role, or change the scene.</source>
        <translation>Выберите другую роль или измените сцену.</translation>
    </message>
    <message>
        <source>All its roles are muted.</source>
        <translation>Все её роли молчат.</translation>
    </message>
    <message>
        <source>It has no role with a name that the model plays.</source>
        <translation>В ней нет роли с именем, которую играет модель.</translation>
    </message>
    <message>
        <source>Let one of them speak again.</source>
        <translation>Разрешите одной из них говорить.</translation>
    </message>
    <message>
        <source>Add a role on the Scenes page.</source>
        <translation>Добавьте роль на странице «Сцены».</translation>
    </message>
    <message>
        <source>The tokens of the scene were not counted.</source>
        <translation>Токены сцены не посчитаны.</translation>
    </message>
    <message>
        <source>No model was loaded yet.</source>
        <translation>Ещё не загружалась ни одна модель.</translation>
    </message>
    <message>
        <source>Say something in the chat once: that loads one.</source>
        <translation>Скажите что-нибудь в чате: это загрузит модель.</translation>
    </message>
    <message>
        <source>“{key}” of the card is no text.</source>
        <translation>«{key}» в карточке — не текст.</translation>
    </message>
    <message>
        <source>The card holds no data.</source>
        <translation>В карточке нет данных.</translation>
    </message>
    <message>
        <source>{place} is no entry of a lorebook.</source>
        <translation>{place} — не запись книги сведений.</translation>
    </message>
    <message>
        <source>It is neither a scene nor a character card nor a lorebook.</source>
        <translation>Это не сцена, не карточка персонажа и не книга сведений.</translation>
    </message>
    <message>
        <source>Nobody speaks in it: no line begins with a name and a colon.</source>
        <translation>В нём никто не говорит: ни одна строка не начинается с имени и двоеточия.</translation>
    </message>
    <message>
        <source>The picture holds no character card.</source>
        <translation>В картинке нет карточки персонажа.</translation>
    </message>
    <message>
        <source>It is no PNG picture.</source>
        <translation>Это не картинка PNG.</translation>
    </message>
    <message>
        <source>The card in the picture is damaged.</source>
        <translation>Карточка в картинке повреждена.</translation>
    </message>
    <message>
        <source>The picture is cut off.</source>
        <translation>Картинка обрезана.</translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation>Картинка повреждена.</translation>
    </message>
    <message>
        <source>It is not valid {kind}: {reason}</source>
        <translation>Это не корректный {kind}: {reason}</translation>
    </message>
    <message>
        <source>It is nested too deeply, or holds too much.</source>
        <translation>Вложенность слишком глубока, или содержимого слишком много.</translation>
    </message>
    <message>
        <source>“{name}” was not opened as a scene.</source>
        <translation>«{name}» не открывается как сцена.</translation>
    </message>
    <message>
        <source>“{name}” was not written.</source>
        <translation>Файл «{name}» не записан.</translation>
    </message>
    <message>
        <source>The system says: {error}.</source>
        <translation>Система сообщает: {error}.</translation>
    </message>
    <message>
        <source>Choose another place, or make some space there.</source>
        <translation>Выберите другое место или освободите там место.</translation>
    </message>
    <message>
        <source>Mend the file, or get another copy from where it came; it is untouched.</source>
        <translation>Исправьте файл или возьмите другую копию там, откуда он взят; сам файл не изменён.</translation>
    </message>
    <message>
        <source>It is a file of another kind.</source>
        <translation>Это файл другого вида.</translation>
    </message>
    <message>
        <source>Its version is no whole number.</source>
        <translation>Его версия — не целое число.</translation>
    </message>
    <message>
        <source>It was written by a newer Timbre (version {found} of the format; this one knows {known}). Update Timbre to open it.</source>
        <translation>Он записан более новой версией Timbre (версия формата {found}; эта знает {known}). Обновите Timbre, чтобы открыть его.</translation>
    </message>
    <message>
        <source>The pattern {pattern} takes too much time or memory.</source>
        <translation>Выражение {pattern} требует слишком много времени или памяти.</translation>
    </message>
    <message>
        <source>The pattern {pattern} is wrong: {reason}</source>
        <translation>Выражение {pattern} содержит ошибку: {reason}</translation>
    </message>
    <message>
        <source>It waits to be mentioned, and nothing says by what words.</source>
        <translation>Поле ждёт упоминания, но не сказано, какими словами.</translation>
    </message>
    <message>
        <source>Several roles are called “{name}”.</source>
        <translation>Имя «{name}» носят несколько ролей.</translation>
    </message>
    <message>
        <source>It leads to “{id}”, which is not there.</source>
        <translation>Ведёт к «{id}», которого нет.</translation>
    </message>
    <message>
        <source>Take one of these child scenes out of the other.</source>
        <translation>Уберите одну из этих вложенных сцен из другой.</translation>
    </message>
    <message>
        <source>A child scene&apos;s file must lie in the folder of its scene, or below.</source>
        <translation>Файл вложенной сцены должен лежать в папке самой сцены или глубже.</translation>
    </message>
    <message>
        <source>Move the file there, or put the child scene&apos;s fields in its place.</source>
        <translation>Перенесите файл туда или вставьте поля вложенной сцены на её место.</translation>
    </message>
    <message>
        <source>A scene holds itself: {way}</source>
        <translation>Сцена содержит саму себя: {way}</translation>
    </message>
    <message>
        <source>With all its child scenes it is nested too deeply or too large.</source>
        <translation>Вместе со всеми вложенными сценами она слишком глубока или велика.</translation>
    </message>
    <message>
        <source>A child scene in it is not kept here, or was deleted.</source>
        <translation>Вложенной сцены здесь нет, или она была удалена.</translation>
    </message>
    <message>
        <source>Choose another scene in its field, or take it out of the trash.</source>
        <translation>Выберите в её поле другую сцену или верните её из корзины.</translation>
    </message>
    <message>
        <source>The same is said in “{name}”.</source>
        <translation>То же самое сказано в «{name}».</translation>
    </message>
    <message>
        <source>It is neither a scene, a card, a play nor a chat.</source>
        <translation>Это не сцена, не карточка, не пьеса и не беседа.</translation>
    </message>
    <message>
        <source>Nobody speaks in it.</source>
        <translation>В нём никто не говорит.</translation>
    </message>
    <message>
        <source>This file teaches no role.</source>
        <translation>Этот файл не учит ни одной роли.</translation>
    </message>
    <message>
        <source>The scene was not opened.</source>
        <translation>Сцена не открыта.</translation>
    </message>
    <message>
        <source>It is not kept any more.</source>
        <translation>Её больше нет.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Выберите другую.</translation>
    </message>
</context>
<context>
    <name>suggestions</name>
    <message>
        <source>Speaks English only; one that speaks Russian needs more memory.</source>
        <translation>Говорит только по-английски: для русского нужно больше памяти.</translation>
    </message>
    <message>
        <source>Follows longer thoughts; slower.</source>
        <translation>Следит за длинной мыслью; медленнее.</translation>
    </message>
    <message>
        <source>Good for everyday talk.</source>
        <translation>Хороша для обычных бесед.</translation>
    </message>
    <message>
        <source>Answers quickly; knows less.</source>
        <translation>Отвечает быстро; знает меньше.</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Perplexity on held-out notes went from {before} to {after}: {change}, very likely between {low} and {high}.</source>
        <translation>Перплексия на отложенных заметках изменилась с {before} до {after}: {change}, почти наверняка от {low} до {high}.</translation>
    </message>
    <message>
        <source>It does not recite: at most {words} words in a row of a reply stand in a note it learned, and {base} without the voice.</source>
        <translation>Наизусть не повторяет: в ответах с изученными заметками совпадает не более {words} слов подряд, а без голоса — {base}.</translation>
    </message>
    <message>
        <source>It answers general questions in English less surely: {change}.</source>
        <translation>На общие вопросы по-английски отвечает менее уверенно: {change}.</translation>
    </message>
    <message>
        <source>Its style has hardly moved: {voice} of its replies pass for your writing, and {base} without the voice.</source>
        <translation>Стиль почти не изменился: за написанное вами сходит {voice} его ответов, а без голоса — {base}.</translation>
    </message>
    <message>
        <source>Perplexity on held-out notes went from {before} to {after}: {change}.</source>
        <translation>Перплексия на отложенных заметках изменилась с {before} до {after}: {change}.</translation>
    </message>
    <message>
        <source>A reply repeated {words} words in a row from a note it learned: “{quote}”.</source>
        <translation>В ответе дословно повторено {words} слов подряд из изученной заметки: «{quote}».</translation>
    </message>
    <message>
        <source>It answers general questions in Russian less surely: {change}.</source>
        <translation>На общие вопросы по-русски отвечает менее уверенно: {change}.</translation>
    </message>
    <message>
        <source>Whether its style is yours cannot be told from so little text.</source>
        <translation>Ваш ли это стиль, по такому короткому тексту сказать нельзя.</translation>
    </message>
    <message>
        <source>Its style has moved towards yours: {voice} of its replies pass for your writing, and {base} without the voice.</source>
        <translation>Стиль приблизился к вашему: за написанное вами сходит {voice} его ответов, а без голоса — {base}.</translation>
    </message>
    <message>
        <source>Too few notes were held out to be sure of a change like this.</source>
        <translation>Отложено слишком мало заметок, чтобы быть уверенным в таком изменении.</translation>
    </message>
    <message>
        <source>For general questions use it at a lower strength, or without it.</source>
        <translation>Для общих вопросов уменьшите силу голоса или обойдитесь без него.</translation>
    </message>
    <message>
        <source>Do not show its replies to people who may not read your notes. Train again with fewer epochs, or use it at a lower strength.</source>
        <translation>Не показывайте его ответы тем, кому нельзя читать ваши заметки. Обучите снова с меньшим числом эпох или уменьшите силу голоса.</translation>
    </message>
    <message>
        <source>Train again with fewer epochs or with more notes; a lower strength helps at once.</source>
        <translation>Обучите снова с меньшим числом эпох или на большем числе заметок; сразу поможет меньшая сила голоса.</translation>
    </message>
    <message>
        <source>More notes would help.</source>
        <translation>Помогло бы больше заметок.</translation>
    </message>
    <message>
        <source>More notes, or fewer epochs, may help.</source>
        <translation>Может помочь больше заметок или меньше эпох.</translation>
    </message>
    <message>
        <source>Train with at least five notes, so that some can be held out.</source>
        <translation>Обучайте хотя бы на пяти заметках, чтобы часть из них можно было отложить.</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{whole}.{tenths}</source>
        <translation>{whole},{tenths}</translation>
    </message>
    <message>
        <source>A voice learns your manner, not your facts: what it says may be wrong. For facts, look into your notes.</source>
        <translation>Голос перенимает манеру, а не факты: сказанное им может быть неверно. Факты ищите в самих заметках.</translation>
    </message>
    <message>
        <source>Perplexity says how unsure the model is about notes it has never seen: lower is better.</source>
        <translation>Перплексия показывает, насколько модель не уверена в заметках, которых не видела: чем меньше, тем лучше.</translation>
    </message>
    <message>
        <source>did not learn: {change} perplexity on held-out notes</source>
        <translation>не обучился: {change} перплексии на отложенных заметках</translation>
    </message>
    <message>
        <source>memorises: it repeats passages of your notes</source>
        <translation>заучивает: повторяет куски ваших заметок</translation>
    </message>
    <message>
        <source>not measured: no notes were held out</source>
        <translation>не измерено: заметок не откладывали</translation>
    </message>
    <message>
        <source>learned: {change} perplexity on held-out notes</source>
        <translation>обучился: {change} перплексии на отложенных заметках</translation>
    </message>
    <message>
        <source>learned a little: {change}, more notes would help</source>
        <translation>обучился немного: {change}, помогло бы больше заметок</translation>
    </message>
    <message>
        <source>overfitted: {change} perplexity on held-out notes</source>
        <translation>переобучился: {change} перплексии на отложенных заметках</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Обучился</translation>
    </message>
    <message>
        <source>Learned a little</source>
        <translation>Обучился немного</translation>
    </message>
    <message>
        <source>Did not learn</source>
        <translation>Не обучился</translation>
    </message>
    <message>
        <source>Overfitted</source>
        <translation>Переобучился</translation>
    </message>
    <message>
        <source>Memorises</source>
        <translation>Заучивает</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Не измерено</translation>
    </message>
</context>
</TS>
