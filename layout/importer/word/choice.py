"""Of a newer and an older form of one thing the one that is read."""

from xml.etree.ElementTree import Element

from layout.importer.word.tags import CHOICE, FALLBACK, TEXT, local

_PICTURES = frozenset({"blip", "imagedata"})


def chosen(element: Element) -> Element:
    """The first form with words or, where none has any, with a picture; else the first.

    ECMA-376 part 3, 10.2.1, has the first that is understood; a drawing without words is
    understood by the picture that its older form is.
    """
    forms = [e for e in element if e.tag in (CHOICE, FALLBACK)]
    telling = [e for e in forms if any(t.text for t in e.iter(TEXT))]
    if not telling:
        telling = [e for e in forms if any(local(x.tag) in _PICTURES for x in e.iter())]
    return (telling or forms or [element])[0]
