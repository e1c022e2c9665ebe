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
        <translation>простой</translation>
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
        <translation type="unfinished"></translation>
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
    <name>Body</name>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the voice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatFooter</name>
    <message>
        <source>The model itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as long as a reply may be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the conversation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln oldest turns did not fit into the context and were left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{rate} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, strength {strength}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatMarkdown</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Copied as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was very long, so its lines were broken.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Colour</name>
    <message>
        <source>Rust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lagoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can write the next message while this one finishes</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationGroups</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>New conversation</source>
        <translation>Новая беседа</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>{conversations} and {voices}</source>
        <translation>{conversations} и {voices}</translation>
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
</context>
<context>
    <name>DownloadLine</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel and delete what has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused at {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Choose a folder of notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditBox</name>
    <message>
        <source>Edit the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditPopover</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Ask something below. It is answered on this machine and stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Написать сообщение</translation>
    </message>
</context>
<context>
    <name>ErrorCard</name>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with less memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time shows with the first steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {total} at the peak</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under 1.0 GiB left free counts as tight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory at the peak, {used} of {total}, {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}, 4-bit</source>
        <translation>{model}, 4 бита</translation>
    </message>
    <message>
        <source>Left free</source>
        <translation type="unfinished"></translation>
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
    <name>FilesModel</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesTable</name>
    <message>
        <source>Files of the folder</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A voice learns how you write from a folder of your notes. The notes that come with Timbre are there to try it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FitCard</name>
    <message>
        <source>This model needs {needed}, {free} is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is still ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what uses memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>FolderStep</name>
    <message>
        <source>Drop a folder of notes here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the sample notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every .md, .txt and .html file below the folder is read. About a tenth of the notes is held out, to see whether the voice learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where are your notes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FootRow</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer again with the same voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another voice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundLine</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Show or hide the conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction of this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Новая беседа</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is told this before the first message, in every reply.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes from the reply, and leads out of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Drop a folder of notes here to train a new voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Голоса</translation>
    </message>
    <message>
        <source>No voice matches “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossCard</name>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training, smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>step {number}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory, {used} used</source>
        <translation>Память, занято {used}</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was taken off the list; its files stay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelLine</name>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop loading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget, and leave the files</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used {ago}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add from disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>{size} on disk, {left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder in Hugging Face format…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF files (*.gguf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Found on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models of other programs. Adding one copies nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested for this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They fit into its memory. Timbre connects only when you download one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model matches “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is on this machine now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameStep</name>
    <message>
        <source>For example: Field notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice speaks through this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model used last is loaded when the training starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another voice has this name; the new one gets a number behind it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NeedBar</name>
    <message>
        <source>{size} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} needed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewVoice</name>
    <message>
        <source>{learn} to learn from, {held_out} held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another voice is in training. Pause it, or wait until it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out notes are never trained on. They show whether the voice learned or only memorised.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Attention: q and v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All linear layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnerItem</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaneHead</name>
    <message>
        <source>Back to the voices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>Notes folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which files</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reading the notes: %n files so far</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this voice will learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemItem</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
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
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunFacts</name>
    <message>
        <source>{learned} learned from, {held_out} held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank {rank} on {targets}, learning rate {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} tokens/s</source>
        <translation>{number} токена/с</translation>
    </message>
    <message>
        <source>Notes folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Tokens so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rank} on {targets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps} steps, {tokens} tokens, {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunNumbers</name>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, held-out notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPane</name>
    <message>
        <source>This training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timbre was closed while this voice was training. Nothing is lost: it goes on from its last checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training is paused and its memory is free. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training of “{name}” has stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it has learned until its last checkpoint is kept. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
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
        <source>Chat, Voices, Models</source>
        <translation>Беседа, Голоса, Модели</translation>
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
        <source>This list</source>
        <translation>Этот список</translation>
    </message>
</context>
<context>
    <name>Siblings</name>
    <message>
        <source>Version before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsList</name>
    <message>
        <source>Name and model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes stay on this machine. Your files are read, never changed.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestionLine</name>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download {name}, {size}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
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
    <name>TrainStep</name>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the amount of notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest example, tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use less memory, which takes longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings suit most notes. Training goes on while you chat, can be paused, and keeps what it has learned when it is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to train</source>
        <translation type="unfinished"></translation>
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
    <name>Verdict</name>
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
        <source>Not measured</source>
        <translation>Не измерено</translation>
    </message>
    <message>
        <source>not measured: no notes were held out</source>
        <translation>не измерено: отложенных заметок не было</translation>
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
        <source>did not learn: {change} perplexity on held-out notes</source>
        <translation>не обучился: {change} перплексии на отложенных заметках</translation>
    </message>
    <message>
        <source>No notes were held out, so nothing says whether it learned.</source>
        <translation>Отложенных заметок не было, поэтому неизвестно, обучился ли голос.</translation>
    </message>
    <message>
        <source>Perplexity says how unsure the model is about notes it has never seen: lower is better.</source>
        <translation>Перплексия показывает, насколько модель не уверена в заметках, которых не видела: чем меньше, тем лучше.</translation>
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
    <name>VoiceActions</name>
    <message>
        <source>“{name}” was moved to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training of “{name}” was removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoiceButton</name>
    <message>
        <source>No voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoiceCard</name>
    <message numerus="yes">
        <source>%n notes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>trained on %n notes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training, {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused, nothing is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted, can be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped by a problem</source>
        <translation type="unfinished"></translation>
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
    <name>VoicePane</name>
    <message>
        <source>Talk with this voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for this voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on held-out notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This voice speaks through {model}. Load that model under Models.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search voices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoiceRows</name>
    <message>
        <source>No voice, the model itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoicesPage</name>
    <message>
        <source>“{name}” is trained</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The catalog was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was made by an older version of Timbre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the window once: that brings it up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data folder was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of Timbre has used it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newest Timbre, or choose another data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be brought up to date; all of it is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or go back to the version of Timbre that you had.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your change was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Timbre again: it restores the newest good backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full or cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk of the data folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the data folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the catalog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog was damaged. The backup of {moment} was restored; what changed after it is missing. The damaged file was kept as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog was damaged and there was no backup. A new one was begun; the damaged file was kept as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice was not renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another voice is named “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system says: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that holds your notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its setting “{key}” is one that Timbre does not use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has an unknown setting “{key}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice in “{name}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a sound adapter: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model cannot be trained with these settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no layers named {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose other layers: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no such layer as “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In step {step} the loss was no number any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again with a lower learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{name}” cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its header is longer than the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its header cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No voice has been trained yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one of them, or train it: train FOLDER --name NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder is in use, and its user does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that Timbre, or choose another folder with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was not enough memory to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step needs more memory than is free at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model, a shorter length or a smaller rank, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no space left to save to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again; nothing saved before is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Timbre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot take this conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new conversation, or load another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is too long for this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of the voice “{name}” are missing: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A voice&apos;s files are not in the catalog: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no voice “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voices are: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process {number} has it open: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting is out of bounds: {setting}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of the program ({kind}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. The log has the details: {log}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {tokens} tokens and {room} fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it or send it in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its chat template refuses it: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Timbre that did this work has closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command was handed to it, because it had the data folder open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the command again; a training goes on with train --resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open Timbre could not take this command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be of another version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the open Timbre and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model to talk to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is in the catalog, and the starter model is not set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model on the Models page, or run the set-up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is too large for the free memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs {needed} and {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model is not in the catalog any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was taken off the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model, or add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model stays as it is for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A voice is being trained on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the training, or wait until it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message cannot be answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there any more, or is itself an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of your own messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This training is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has ended or is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume it first, then stop it and keep the voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This voice is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another voice, or take it out of the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than such a file can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not describe a LoRA adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its chat template is longer than 100 kB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model that is only weights: safetensors or GGUF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files are incomplete or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it on the Models page and add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no text model that this version of Timbre knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has two parts, such as Qwen/Qwen3-0.6B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; it goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice “{name}” does not fit this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was trained on {trained_on}, and {loaded} is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load {trained_on}, or choose another voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is refused because of “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks for program code of its own (“{key}”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{repo}” was not downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{repo}” is not a name on the hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transfer broke off: {about}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to the hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and try again; it goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub has no such model, or it is private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its authors ask for an agreement on the hub&apos;s website first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model, or fetch this one in a browser and add its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub refused: {about}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no safetensors files; other formats can run code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” did not arrive as the hub has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; only this file is fetched anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again; it goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in “{name}” cannot be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs {needed} of memory and {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs {needed} on the disk and {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models of the kind “{kind}” cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model at “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is a folder in Hugging Face format or a GGUF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that holds config.json, or a file that ends with .gguf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of this type can run code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no config.json in the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not say which kind of model it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is already quantised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names files outside of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lists no files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A GGUF in several parts is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a sound GGUF file: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder cannot be used: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system said: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it writable, or choose another one with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be read and were reset. The old file is {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting “{name}” was not understood and was reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the window went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a fault of Timbre, not yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you made is saved. The log has the details: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timbre is already open with this data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs in a terminal, or is just ending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it there, or wait a moment and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds until Timbre is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup of the catalog was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of the training could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make some space on the disk, then resume the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than a voice can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has changed since it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changes other layers than it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files are not there or may not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it from a backup, or train the voice again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice does not fit this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the model that the voice was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timbre is open on this data folder already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one conversation at a time can be written to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the open one, or choose another folder with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strength is a number from 0 to 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training needs a folder and a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timbre could not tell what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/help lists the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training cannot begin like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it, or leave it out for the usual value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A voice is trained from a folder of notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder with .md, .txt or .html files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a link; only files of the folder are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a hidden folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a hidden file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an ordinary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} % unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too short, {count} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a type that is read ({suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sound recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table, not prose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name without a type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larger than {mebibytes} MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not be read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it vanished while the folder was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this account may not read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its markup is too tangled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its markup could not be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>Loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the model to the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converting the model to 4 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the tokenizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self._page</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>suggestions</name>
    <message>
        <source>Follows longer thoughts; slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good for everyday talk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers quickly; knows less.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
