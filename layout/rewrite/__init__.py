"""Writing back: a text of the user's and a change to it make the text as it is to be.

Nothing is written out anew. What changes is put in place of what stood there, by its span; all else
stays as it is, to the character. Each result is read again and compared with what was meant.
"""
