"""Reports: checklists, the methods appendix, the replication package."""
