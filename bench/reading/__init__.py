"""What other people's programs read from a page: the programs, what is counted, the report."""
