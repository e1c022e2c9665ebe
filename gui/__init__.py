from gui.imports import import_plainly
from gui.steady import keep_constants

keep_constants()
import_plainly()
