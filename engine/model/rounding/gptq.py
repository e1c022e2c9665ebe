"""Rounding that changes little of what a layer computes.

GPTQ (Frantar et al. 2022, arXiv 2210.17323): the columns of a weight are rounded one after the
other, and the error of each is made up for by those that are still to come, as far as the
layer's inputs allow. The scales are searched for beforehand, since double quantisation rounds
all scales of a layer together.
"""

import torch
from torch import Tensor

# Of the mean of the moments' diagonal, added to it; the next one where it has no inverse.
DAMPING = (0.001, 0.01, 0.1)
# What a block's largest number is multiplied with to find its scale.
FACTORS = tuple(0.75 + 0.05 * step for step in range(9))


def inverse_root(moments: Tensor) -> Tensor | None:
    """The upper Cholesky factor of the inverse of ``moments``, inputs x inputs.

    None where they say too little: nothing was read, or numbers that are none.
    """
    diagonal = moments.diagonal()
    if not diagonal.mean() > 0:
        return None
    silent = (diagonal == 0).float()  # an input that was never used
    for damping in DAMPING:
        damped = moments + torch.diag(damping * diagonal.mean() + silent)
        lower, failed = torch.linalg.cholesky_ex(damped)
        if failed:
            continue
        inverse = torch.cholesky_inverse(lower)
        upper: Tensor = torch.linalg.cholesky_ex(inverse, upper=True).L
        if upper.isfinite().all() and (upper.diagonal() > 0).all():
            return upper
    return None


def scales_of(weight: Tensor, upper: Tensor, table: Tensor, block: int) -> Tensor:
    """For each block of inputs the scale with the least weighted error: outputs x blocks."""
    blocks = weight.view(len(weight), -1, block)
    counts = upper.diagonal().reciprocal().square().view(1, -1, block)
    largest = blocks.abs().amax(-1)
    best, least = largest, torch.full_like(largest, torch.inf)
    bounds = _bounds(table)
    for factor in FACTORS:
        scale = torch.where(largest == 0, 1.0, largest * factor).unsqueeze(-1)
        error = (table[torch.bucketize(blocks / scale, bounds)] * scale).sub_(blocks).square_()
        total = error.mul_(counts).sum(-1)
        better = total < least
        least, best = total.where(better, least), (largest * factor).where(better, best)
    return best


def codes_of(weight: Tensor, upper: Tensor, scales: Tensor, table: Tensor) -> Tensor:
    """Indices into ``table``, outputs x inputs."""
    left = weight.clone()  # to be rounded yet; takes in the errors of what is
    codes = torch.empty_like(weight, dtype=torch.uint8)
    scales = torch.where(scales == 0, 1.0, scales)
    width = weight.shape[1] // scales.shape[1]
    for number, scale in enumerate(scales.unbind(1)):
        start, end = number * width, (number + 1) * width
        root = upper[start:end, start:end]
        codes[:, start:end], errors = _block(left[:, start:end], root, scale, table)
        left[:, end:].addmm_(errors, upper[start:end, end:], alpha=-1)
    return codes


def _block(part: Tensor, root: Tensor, scale: Tensor, table: Tensor) -> tuple[Tensor, Tensor]:
    """Codes, and the error of each number over the root of its column."""
    part, bounds = part.clone(), _bounds(table)
    codes, errors = torch.empty_like(part, dtype=torch.uint8), torch.empty_like(part)
    for column, number in enumerate(part.unbind(1)):
        index = torch.bucketize(number / scale, bounds)
        error = (number - table[index] * scale) / root[column, column]
        part[:, column + 1 :].addr_(error, root[column, column + 1 :], alpha=-1)
        codes[:, column], errors[:, column] = index, error
    return codes, errors


def _bounds(table: Tensor) -> Tensor:
    return (table[1:] + table[:-1]) / 2
