"""Other tools' projects and the operations of a study: nothing is lost without being told."""
