from gui.steady import keep_constants

keep_constants()
