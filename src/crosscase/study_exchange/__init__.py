"""Projects of other tools and whole studies: the stages that an exchange needs, wired together."""
