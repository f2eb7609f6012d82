"""Public helpers for tests: real studies with a fixed clock and fixed ids."""

from crosscase.testing.sessions import TickingClock, counted_randomness, make_session
from crosscase.testing.studies import make_study

__all__ = ["TickingClock", "counted_randomness", "make_session", "make_study"]
