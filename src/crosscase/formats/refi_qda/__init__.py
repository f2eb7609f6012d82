"""REFI-QDA: projects (.qdpx, .qde) and codebooks (.qdc) of other tools, as plain records."""
