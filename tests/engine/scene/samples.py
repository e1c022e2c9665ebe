"""The scene of the design's picture, in small."""

from engine.scene.fields.child import Child
from engine.scene.fields.goal import Goal
from engine.scene.fields.memory import Memory
from engine.scene.fields.mood import Mood
from engine.scene.fields.role import Role
from engine.scene.fields.setting import Setting
from engine.scene.model import Field, Link, Scene

HARBOUR = Scene(
    "Harbour office",
    "en",
    (
        Field("place", Setting("Winter evening, one lamp."), "Harbour office, 1931"),
        Field(
            "ines",
            Role("Second reader", who="Harbour master.", wants="To send nobody out."),
            "Ines",
        ),
        Field("tomas", Role(who="Pilot.", lines=("Aye.", "Not tonight.")), "Tomas"),
        Field("goal", Goal(), "Decide: does the boat go out?", priority=5),
        Field("mood", Mood("Tense but courteous."), priority=-1),
        Field(
            "pier",
            Child(),
            "The pier, last night",
            fields=(Field("letter", Memory("A letter came."), "The letter"),),
        ),
    ),
    (
        Link("link-1", "ines", "tomas", "relation", "owes him a favour"),
        Link("link-2", "pier", "tomas", "concerns"),
    ),
)
