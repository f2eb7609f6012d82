"""Applying and changing codes: the codebook, codings, and what is written about them."""
