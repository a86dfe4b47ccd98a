"""The report of a proof: one HTML file that needs nothing beside it."""
