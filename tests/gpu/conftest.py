"""Tests that need a CUDA device are skipped where there is none."""

from pathlib import Path

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    mine = [item for item in items if Path(__file__).parent in item.path.parents]
    if not mine:
        return
    import torch  # noqa: PLC0415 (only where these tests are collected)

    if not torch.cuda.is_available():
        for item in mine:
            item.add_marker(pytest.mark.skip(reason="needs a CUDA device"))
