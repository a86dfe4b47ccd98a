"""Two states of a page held against each other: by their display lists, by their pixels, or a page
against a scan of its print. It knows composed pages and files, and makes none."""
