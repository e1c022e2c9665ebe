"""What is the matter with a training, said once each while it goes on."""

from collections.abc import Iterator

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from adapters.wording import Phrase
from engine.diagnosis import Course, findings
from engine.messages import HeldOut, RunTrouble, Update


class Troubles:
    """``look`` gives the sentences to print after an update, the remedy behind the trouble."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._holding: set[str] = set()
        self._said: set[str] = set()

    def look(self, update: Update) -> Iterator[Phrase]:
        if isinstance(update, RunTrouble):
            change = self._holding.discard if update.over else self._holding.add
            change(update.kind)
        if isinstance(update, HeldOut | RunTrouble):
            yield from self._new(update.run)

    def _new(self, run: int) -> Iterator[Phrase]:
        for finding in findings(self._course(run)):
            if finding.kind not in self._said:
                self._said.add(finding.kind)
                yield from (finding.what, finding.remedy)

    def _course(self, number: int) -> Course:
        run = runs.get(self._catalog, number)
        rows = runs.steps(self._catalog, number)
        losses = {row.step: row.loss for row in rows if row.step > 0}
        held_out = {row.step: row.held_out_loss for row in rows if row.held_out_loss is not None}
        return Course.of(run, losses, held_out, run.steps, self._holding)
