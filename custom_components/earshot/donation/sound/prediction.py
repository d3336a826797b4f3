"""Linear prediction of many frames at once: what of a sound is resonance, and what drives it.

A predictor is a polynomial [1, a1, …, a_ORDER] in the delay; its roots are the resonances ("poles") of a frame.
"""

from typing import Final

import numpy as np

from .samples import Complexes, Floats

ORDER: Final = 20
"""Coefficients at 16 kHz: one for each kilohertz, and some for the throat. The challenges' baseline has as many."""
NOISE_FLOOR: Final = 1e-9
"""Share of a frame's energy that is added as if it were white noise (-90 dB): a pure tone would have no solution."""
LARGEST_RADIUS: Final = 0.998
"""A pole at 1 rings for ever. One at 0.998 has lost 60 dB after a fifth of a second, ten frames later."""


def predictors(frames: Floats) -> Floats:
    """Return the predictors [n, ORDER + 1] of `frames` [n, m], by autocorrelation and Levinson's recursion.

    A silent frame's is 1, which changes nothing.
    """
    spectrum = np.fft.rfft(frames, 2 * frames.shape[1])
    correlation = np.fft.irfft(np.square(np.abs(spectrum)))[:, : ORDER + 1]
    correlation[:, 0] *= 1.0 + NOISE_FLOOR
    error = np.where(correlation[:, 0] > 0.0, correlation[:, 0], 1.0)
    floor = error * NOISE_FLOOR
    predictor = np.zeros((len(frames), ORDER + 1))
    predictor[:, 0] = 1.0
    for order in range(1, ORDER + 1):
        missed = np.sum(predictor[:, :order] * correlation[:, order:0:-1], axis=1)
        reflection = np.clip(-missed / error, -1.0, 1.0)
        # The right side is a copy before it is added: it is what the left one was.
        predictor[:, : order + 1] += reflection[:, None] * predictor[:, order::-1]
        error = np.maximum(error * (1.0 - np.square(reflection)), floor)
    return predictor


def resonances(predictor: Floats) -> Complexes:
    """Return the roots [n, ORDER] of predictors [n, ORDER + 1], as eigenvalues of their companion matrices."""
    companion = np.zeros((len(predictor), ORDER, ORDER))
    companion[:, 0, :] = -predictor[:, 1:]
    companion[:, np.arange(1, ORDER), np.arange(ORDER - 1)] = 1.0
    return np.linalg.eigvals(companion).astype(np.complex128)


def moved(roots: Complexes, alpha: float) -> Floats:
    """Return the predictors [n, ORDER + 1] whose roots are `roots` [n, ORDER] with every angle raised to `alpha`.

    A root at angle 0 or π is no resonance and stays; a pair stays a pair, and nothing passes π. None gets nearer to
    the unit circle, so what was stable is.
    """
    angles = np.abs(np.angle(roots))
    turned = np.where(roots.imag == 0.0, angles, np.minimum(angles**alpha, np.pi))
    radii = np.minimum(np.abs(roots), LARGEST_RADIUS)
    placed = radii * np.exp(1j * np.copysign(turned, roots.imag))
    predictor = np.zeros((len(roots), ORDER + 1), dtype=np.complex128)
    predictor[:, 0] = 1.0
    for root in range(ORDER):
        predictor[:, 1 : root + 2] -= placed[:, root, None] * predictor[:, : root + 1]
    return predictor.real.copy()


def inverse_filtered(frames: Floats, predictor: Floats) -> Floats:
    """Return what drives the resonances of `frames` [n, m]: each without what its predictor foretells."""
    residual = frames.copy()
    for delay in range(1, ORDER + 1):
        residual[:, delay:] += predictor[:, delay, None] * frames[:, :-delay]
    return residual


def synthesized(residual: Floats, predictor: Floats) -> Floats:
    """Send `residual` [n, m] through the resonances of `predictor`: the inverse of `inverse_filtered`."""
    count, length = residual.shape
    # Time first, so that the last ORDER samples of all frames are one block; silence before the first.
    sound = np.zeros((length + ORDER, count))
    weights = np.ascontiguousarray(predictor[:, :0:-1].T)
    driven = np.ascontiguousarray(residual.T)
    for at in range(length):
        sound[at + ORDER] = driven[at] - np.einsum("kn,kn->n", sound[at : at + ORDER], weights)
    return np.ascontiguousarray(sound[ORDER:].T)
