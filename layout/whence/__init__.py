"""Where what is seen on a page comes from: words to their place in a file, blocks to their part of
the spec, rectangles to the measures of the trade. Importing this package loads nothing.
"""
