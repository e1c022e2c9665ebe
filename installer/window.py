"""Small windows for the time before Qt exists, made with tkinter."""

import tkinter
from tkinter import ttk

from installer.report import Report
from installer.wording import words

_WRAP = 460  # pixels
_PAD = 20


def show_problem(sentence: str) -> bool:
    """Show a sentence until the window is closed. False where there is no display."""
    root = _window()
    if root is None:
        return False
    _label(root, sentence).pack(padx=_PAD, pady=_PAD)
    button = ttk.Button(root, text=words("Close"), command=root.destroy)
    button.pack(padx=_PAD, pady=(0, _PAD), anchor="e")
    button.focus_set()
    for key in ("<Return>", "<Escape>"):
        root.bind(key, lambda _: root.destroy())
    root.mainloop()
    return True


def window_report() -> Report | None:
    """A window that shows the progress of a set-up; None where there is no display."""
    root = _window()
    return None if root is None else _WindowReport(root)


class _WindowReport:
    """Closing the window stops the set-up, which can be taken up again at any time."""

    def __init__(self, root: tkinter.Tk) -> None:
        self._root = root
        self._closed = False
        self._stage = _label(root, words("Timbre sets itself up"))
        self._stage.pack(padx=_PAD, pady=(_PAD, 8), anchor="w")
        self._bar = ttk.Progressbar(root, length=_WRAP, mode="indeterminate", maximum=1.0)
        self._bar.pack(padx=_PAD)
        self._detail = _label(root, "")
        self._detail.pack(padx=_PAD, pady=(8, _PAD), anchor="w")
        root.protocol("WM_DELETE_WINDOW", self._ask_to_close)
        self.pulse()

    def stage(self, text: str) -> None:
        self._stage["text"] = text
        self._detail["text"] = ""
        self.pulse()

    def progress(self, text: str, fraction: float | None = None) -> None:
        self._detail["text"] = text
        if fraction is None:
            self._bar.configure(mode="indeterminate")
            self._bar.step(0.05)
        else:
            self._bar.configure(mode="determinate", value=fraction)

    def say(self, text: str) -> None:
        self._detail["text"] = text
        self.pulse()

    def pulse(self) -> None:
        if self._closed:
            raise KeyboardInterrupt
        self._root.update()

    def close(self) -> None:
        self._root.destroy()

    def _ask_to_close(self) -> None:
        self._closed = True


def _window() -> tkinter.Tk | None:
    try:
        root = tkinter.Tk(className="timbre")
    except tkinter.TclError:
        return None
    root.title("Timbre")
    root.resizable(width=False, height=False)
    return root


def _label(root: tkinter.Tk, text: str) -> ttk.Label:
    return ttk.Label(root, text=text, wraplength=_WRAP, justify="left")
