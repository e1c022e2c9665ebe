"""What is computed. Nothing of it asks the network unless the owner starts a download."""

from engine.preload import stay_offline

stay_offline()
