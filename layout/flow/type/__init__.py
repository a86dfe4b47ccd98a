"""Type set for a page: voices, single display lines, paragraphs, and what is told of them."""
