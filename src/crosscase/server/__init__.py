"""The desk over HTTP: routes over one open study, live updates, and the pages of the interface."""
