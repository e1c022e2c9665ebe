"""Shared libraries of the system, looked for before Qt: it aborts with a misleading sentence."""

import ctypes
import os
import shutil
import sys
from dataclasses import dataclass

from installer import display, packages
from installer.arguments import TEST, WINDOW
from installer.problem import SetupError
from installer.report import ConsoleReport, Report
from installer.wording import words


@dataclass(frozen=True)
class Library:
    soname: str
    debian: str
    arch: str


# Arithmetic: bitsandbytes links them and does not bring them along.
COMPUTING = (
    Library("libgomp.so.1", "libgomp1", "gcc-libs"),
    Library("libstdc++.so.6", "libstdc++6", "gcc-libs"),
)
# Every use of Qt, also without a screen.
QT = (
    Library("libEGL.so.1", "libegl1", "libglvnd"),
    Library("libGL.so.1", "libgl1", "libglvnd"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype2"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5"),
)
# A window of the X Window System; under Wayland its own or XWayland's.
X11 = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libx11"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
)
WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "wayland"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "wayland"),
)


def for_window() -> tuple[Library, ...]:
    """What a window needs on this display; nothing of the screen's where Qt draws elsewhere."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return QT
    return QT + (X11 if os.environ.get("DISPLAY") else WAYLAND)


def for_command(command: str) -> tuple[Library, ...]:
    """What a command of main.py needs here, to be told before the long part of a set-up."""
    if command == TEST:
        return COMPUTING + QT
    return COMPUTING + (for_window() if command == WINDOW and display.is_there() else ())


def missing(libraries: tuple[Library, ...]) -> list[Library]:
    return [library for library in libraries if not _loads(library.soname)]


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def require(libraries: tuple[Library, ...], report: Report | None = None) -> None:
    """Install what is missing where that is allowed. Raises ``SetupError`` where it is not."""
    lacking = missing(libraries)
    if lacking and packages.can_install():
        packages.install([library.debian for library in lacking], report or ConsoleReport())
        lacking = missing(libraries)
    if lacking:
        raise SetupError(
            words(
                "System libraries are missing: {names}. Install them with: {command}",
                names=", ".join(library.soname for library in lacking),
                command=install_command(lacking),
            )
        )


def install_command(lacking: list[Library]) -> str:
    """The exact command for this system, as far as its package manager is known."""
    if debian := packages.command([library.debian for library in lacking]):
        return debian
    if shutil.which("pacman"):
        return "sudo pacman -S " + " ".join(sorted({library.arch for library in lacking}))
    bits = "()(64bit)" if sys.maxsize > 2**32 else ""
    sonames = " ".join(f"'{library.soname}{bits}'" for library in lacking)
    for manager in ("dnf", "zypper"):
        if shutil.which(manager):
            return f"sudo {manager} install {sonames}"  # rpm knows packages by what they provide
    return words("your system's package manager")
