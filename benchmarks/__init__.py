"""Measurements of speed and memory, printed as a table: ``python -m benchmarks --size small``."""
