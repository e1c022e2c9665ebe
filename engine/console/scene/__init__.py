"""``scene``: files of scenes, made, told and exchanged from the command line."""
