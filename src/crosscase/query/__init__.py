"""Questions: an expression, read into a tree, answered with passages."""
