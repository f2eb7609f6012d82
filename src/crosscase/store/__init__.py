"""The study on disk: the only package that writes SQL."""
