"""Blocks that are no articles: 报眉, 导读, credits, display lines."""
