"""Documents for people: plain values in, Word files out."""
