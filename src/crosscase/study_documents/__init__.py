"""Every view of a study as a document: reads what it shows, hands plain values to report."""
