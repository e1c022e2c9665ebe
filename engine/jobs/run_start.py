"""Where a voice that learns on begins: at the weights of the version that it goes on from."""

from adapters.catalog import voices
from adapters.voice import checkpoint, files, lora
from engine.jobs.run import Work


def start_from_version(this: Work) -> None:
    """Give the fresh adapter those weights, once the base alone was measured.

    A run that has a checkpoint has them, changed, in there. Raises ``UserError`` where the
    version's files are damaged or gone.
    """
    if this.run.base_version is None or checkpoint.newest(this.folder) is not None:
        return
    version = voices.version(this.catalog, this.run.base_version)
    weights = files.load(this.state.places.voices / version.path, version.sha256)
    lora.start_from(this.session.adapter, weights, this.options.alpha / this.options.rank)
