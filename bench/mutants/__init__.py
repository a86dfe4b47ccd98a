"""Small changes to the package, each of which some test must fail for: how much the tests hold."""
