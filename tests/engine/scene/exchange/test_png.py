"""Cards inside of pictures."""

import json
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from adapters.errors import UserError
from engine.scene.exchange import png
from engine.scene.exchange.files import exported, import_scene
from engine.scene.format.refusal import UnreadableError
from tests.engine.scene.exchange.cards import V2
from tests.engine.scene.samples import HARBOUR
from tests.engine.scene.strategies import PATIENT


def test_a_card_travels_in_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "ines.png"
    path.write_bytes(exported(HARBOUR, "png", "ines"))
    assert import_scene(path) == HARBOUR
    image = QImage(str(path))  # what others see is a picture
    assert (image.width(), image.height()) == (400, 600)


def test_the_owners_picture_is_kept_and_an_older_card_leaves_it() -> None:
    own = png.with_card(b"older", png.plain_picture(), newer=True)
    both = png.with_card(json.dumps(V2).encode(), own)
    assert json.loads(png.card_in(both)) == V2
    assert b"ccv3" not in both
    assert QImage.fromData(both).pixelColor(5, 5) == QImage.fromData(own).pixelColor(5, 5)


def test_the_newer_card_counts() -> None:
    first = png.with_card(b"first")
    chunk = b"tEXtccv3\0" + b"c2Vjb25k"
    at = first.index(b"IDAT") - 4
    size = (len(chunk) - 4).to_bytes(4, "big")
    both = first[:at] + size + chunk + zlib.crc32(chunk).to_bytes(4, "big") + first[at:]
    assert png.card_in(both) == b"second"


@PATIENT
@given(st.binary(max_size=60), st.integers(0, 2000), st.booleans())
def test_damage_is_said(noise: bytes, at: int, cut: bool) -> None:
    whole = png.with_card(b'{"name": "Ines"}')
    at = at % len(whole)
    damaged = whole[:at] if cut else whole[:at] + noise + whole[at + len(noise) :]
    if damaged != whole:
        with pytest.raises(UnreadableError):
            png.card_in(damaged)
    with pytest.raises(UnreadableError):
        png.card_in(noise)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.png", png.plain_picture(), "holds no character card"),
        ("a.png", png.with_card(b"not json"), "not valid JSON"),
        ("a.png", png.with_card(b"[]"), "neither a scene nor"),
        ("a.json", b'{"a": 1}', "neither a scene nor"),
        ("a.json", b'{"spec": "chara_card_v2"}', "holds no data"),
        ("a.yaml", b"- x", "neither a scene nor"),
    ],
)
def test_files_that_are_none(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UserError, match=words):
        import_scene(path)


def test_a_length_that_lies_takes_no_memory() -> None:
    with pytest.raises(UnreadableError, match="cut off"):
        png.card_in(png.SIGNATURE + b"\xff\xff\xff\xfftEXtchara\0")
