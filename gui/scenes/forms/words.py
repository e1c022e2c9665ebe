"""The forms' words stand in one context of the translations, under the name lupdate knows."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
