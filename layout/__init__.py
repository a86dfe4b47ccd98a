"""Banxin 版心: Chinese newspaper pages, from specs to press PDF.

The stages, in order, each a function from frozen values to frozen values:

1. `spec` reads YAML and Markdown (`load`), keeps the place of every value, and answers every open
   question (`resolve`): what leaves it is in points.
2. `text` cuts words into tokens and shapes them, free of any size, in thousandths of an em.
3. `inline` makes a paragraph into lines: items, spacing, a breaker that knows only numbers,
   justification.
4. `flow` makes lines into a page: columns, headlines, furniture, what does not fit.
5. `display.lower` turns that into the display list (`display.items`), a flat list of glyph runs,
   boxes and pictures. All layout ends here.
6. `render` draws the display list: press PDF, facsimile HTML, WeasyPrint PDF, PNG. `display.dump`
   writes it as text, the golden format.

`pipeline` is these stages as one call, with what is kept between two calls; `api` is the interface
for Python; `cli`, `preview` and `proof` stand on it. `faces` opens fonts, `pictures` images,
`environment` files below a root. Imports go down only; import-linter holds it (pyproject.toml).
"""
