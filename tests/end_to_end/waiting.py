"""Waiting for conditions, never for time."""

import time

# How often a condition is looked at.
_INTERVAL_SECONDS = 0.02


def wait_until(condition, seconds, what):
    """Returns the first true value of `condition()`; AssertionError when none came in time."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"after {seconds} s still waiting for {what}")
        time.sleep(_INTERVAL_SECONDS)
