"""Where the display list goes: press PDF, facsimile HTML, WeasyPrint PDF, PNG."""
