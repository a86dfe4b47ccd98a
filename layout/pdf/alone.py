"""A page that is to be placed as a file of its own: for what shows it on a screen or judges it."""

from typing import Final

from layout.pdf.art import PlacedForm

HEAD: Final = b"%PDF-1.6\n%\xe7\x89\x88\xe5\xbf\x83\n"


def alone(form: PlacedForm, scale: float = 1.0) -> bytes:
    """A PDF of one page, so many times as large: its MediaBox holds the trim and what bleeds
    beyond it."""
    count = len(form.objects)
    bodies = [
        b"".join(p if isinstance(p, bytes) else b"%d 0 R" % (p + 1) for p in one.pieces)
        for one in form.objects
    ]
    left, top, right, bottom = (side * scale for side in form.bleed)
    width, height = form.width * scale, form.height * scale
    media = b"[%.4f %.4f %.4f %.4f]" % (-left, -bottom, width + right, height + top)
    boxes = b"/MediaBox%s/BleedBox%s/TrimBox[0 0 %.4f %.4f]" % (media, media, width, height)
    content = b"/P Do" if scale == 1.0 else b"%.7f 0 0 %.7f 0 0 cm /P Do" % (scale, scale)
    group = b"/Group<</S/Transparency/CS/DeviceCMYK>>" if form.facts.transparent else b""
    bodies += [
        b"<</Type/Catalog/Pages %d 0 R>>" % (count + 2),
        b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (count + 3),
        b"<</Type/Page/Parent %d 0 R%s%s/Resources<</XObject<</P %d 0 R>>>>/Contents %d 0 R>>"
        % (count + 2, boxes, group, count, count + 4),
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
    ]
    parts, starts, at = [HEAD], [], len(HEAD)
    for number, body in enumerate(bodies, 1):
        starts.append(at)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        at += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(bodies) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%strailer\n" % (size, table))
    parts.append(b"<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, count + 1, at))
    return b"".join(parts)
