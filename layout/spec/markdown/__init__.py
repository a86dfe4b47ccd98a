"""Stories read: Markdown with front matter to paragraphs with their marks."""
