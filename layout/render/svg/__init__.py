"""Pages as SVG, block by block, for a browser that shows a proof and changes it in place.

`scene.py` makes a page's scene, `changes.py` tells two apart, `whole.py` writes one as a file.
Importing this package loads nothing.
"""
