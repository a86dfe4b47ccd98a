"""What a person looks at: overlays over a page."""
