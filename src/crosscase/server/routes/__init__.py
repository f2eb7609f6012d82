"""One module a noun: parse, one call, render."""
