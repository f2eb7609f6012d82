"""Operations, clocks, folding, merging and undo: pure rules, no SQL."""
