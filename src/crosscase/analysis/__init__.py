"""Frames in, results out: no store, no files. Its methods come with the cross-case analyses."""
