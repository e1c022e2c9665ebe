"""Which model or voice is meant; loads no torch."""

from adapters.catalog import models, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model, Voice
from adapters.errors import UserError
from adapters.wording import phrase


def default_model(catalog: Catalog) -> Model:
    """The model used last, else the starter. Raises ``UserError`` where there is none."""
    known = models.everything(catalog)
    used = [model for model in known if model.last_used is not None]
    starter = [model for model in known if model.kind == "starter"]
    for model in (*used, *starter, *known):
        return model
    raise UserError(
        phrase("errors", "There is no model to talk to."),
        phrase("errors", "None is in the catalog, and the starter model is not set up."),
        phrase("errors", "Add a model on the Models page, or run the set-up again."),
    )


def card_of(catalog: Catalog, voice: int) -> Voice:
    """The voice of this id. Raises ``UserError`` where it is gone or lies in the trash."""
    try:
        card = voices.get(catalog, voice)
    except LookupError:
        card = None
    if card is None or card.trashed is not None:
        raise UserError(
            phrase("errors", "This voice is not there any more."),
            phrase("errors", "It was deleted."),
            phrase("errors", "Choose another voice, or take it out of the trash."),
        )
    return card
