"""What preflight and the reader of PDFs say in English, as `layout.words.en` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "PF00.content": (
        "page content not understood: {why}",
        "what another reader takes otherwise may print otherwise; export it again",
    ),
    "PF00.mended": (
        "the file is damaged and was mended to be read: {why}",
        "export it again, or rewrite it by a tool that says what it mends",
    ),
    "PF00.page": (
        "the page cannot be read: {why}",
        "export it again",
    ),
    "PF00.tree": (
        "the pages of the file are not as they should be: {why}",
        "export it again",
    ),
    "PF00.unread": (
        "the file cannot be read: {why}",
        "export it again, and see that it has come over whole",
    ),
    "PF01.apart": (
        "{object} is {value} in Info and {limit} in the XMP",
        "export it again by a program that writes both",
    ),
    "PF01.conformance": (
        "GTS_PDFXConformance is {value:quoted} where {limit} is wanted",
        "export it as PDF/X-1a:2003",
    ),
    "PF01.id": (
        "the trailer has no ID of two parts",
        "export it again",
    ),
    "PF01.metadata": (
        "not said in the metadata: {object}",
        "export it again by a program that knows the standard",
    ),
    "PF01.none": (
        "it does not say that it is {limit}",
        "export it as {limit}",
    ),
    "PF01.older": (
        "it is {value}, the older edition of {limit}",
        "export it as {limit} where the press asks for that",
    ),
    "PF01.other": (
        "it says that it is {value:quoted}, and {limit} is wanted",
        "export it as {limit}, or choose another profile of preflight",
    ),
    "PF01.streams": (
        "it has object streams or a packed cross-reference table, which PDF 1.4 has not",
        "export it for PDF 1.4",
    ),
    "PF01.version": (
        "it is PDF {value}, and the standard is of PDF {limit} at most",
        "export it for PDF {limit}",
    ),
    "PF01.xmp": (
        "its XMP cannot be read: {why}",
        "export it again",
    ),
    "PF02.components": (
        (
            "the profile of the output intent {object} claims {value:#component}, and a press "
            "has {limit}"
        ),
        "choose the profile of the press",
    ),
    "PF02.identifier": (
        "an output intent has no OutputConditionIdentifier",
        "name the printing condition",
    ),
    "PF02.info": (
        (
            "the output intent {object} is of no registered condition, and has no Info that says "
            "what it is"
        ),
        "say it in Info",
    ),
    "PF02.no-profile": (
        "the output intent {object} has no profile embedded",
        "export it with the profile of the press",
    ),
    "PF02.none": (
        "it has no output intent of PDF/X",
        "export it with the profile of the press as output intent",
    ),
    "PF02.profile": (
        "the profile of the output intent {object}: {why}",
        "choose the profile of the press",
    ),
    "PF02.several": (
        "it has {value} output intents of PDF/X, and {limit} is wanted",
        "export it with the profile of the press alone",
    ),
    "PF03.unknown": (
        "the printing condition {value:quoted} is not one of {limit}",
        "separate it for the press, or add the condition to the profile: PF03.allowed",
    ),
    "PF04.art": (
        "the page has an ArtBox and no TrimBox",
        "give it a TrimBox",
    ),
    "PF04.bad": (
        "the TrimBox is no rectangle with a size",
        "give it a TrimBox",
    ),
    "PF04.both": (
        "the page has an ArtBox beside its TrimBox",
        "take the ArtBox out",
    ),
    "PF04.height": (
        "the finished page is {value:.2f} mm high, and should be {limit:g} ± {by:g}",
        "make the page as large as it is booked",
    ),
    "PF04.none": (
        "the page has no TrimBox",
        "export it with its trim, and not as a bare sheet",
    ),
    "PF04.width": (
        "the finished page is {value:.2f} mm wide, and should be {limit:g} ± {by:g}",
        "make the page as large as it is booked",
    ),
    "PF05.bad": (
        "{object} is no rectangle",
        "export it again",
    ),
    "PF05.bleed": (
        "the BleedBox reaches out of the MediaBox",
        "make the sheet larger, or the bleed smaller",
    ),
    "PF05.bottom": (
        "what touches the trim's foot goes {value:.1f} mm beyond it, and should go {limit:g}",
        "let it reach into the bleed",
    ),
    "PF05.left": (
        "what touches the trim's left goes {value:.1f} mm beyond it, and should go {limit:g}",
        "let it reach into the bleed",
    ),
    "PF05.no-media": (
        "the page has no MediaBox",
        "export it again",
    ),
    "PF05.right": (
        "what touches the trim's right goes {value:.1f} mm beyond it, and should go {limit:g}",
        "let it reach into the bleed",
    ),
    "PF05.top": (
        "what touches the trim's head goes {value:.1f} mm beyond it, and should go {limit:g}",
        "let it reach into the bleed",
    ),
    "PF05.trim": (
        "the TrimBox reaches out of the {object}",
        "export it with boxes that lie in one another",
    ),
    "PF06.turned": (
        "the page is turned by {value:g}°",
        "export it upright",
    ),
    "PF06.unit": (
        "the page has a UserUnit of {value:g}",
        "export it at its size",
    ),
    "PF07.empty": (
        "nothing stands inside the trim",
        "take the page out, or export it again",
    ),
    "PF07.no-pages": (
        "the file has no page",
        "export it again",
    ),
    "PF25.blend": (
        "{number:#thing} in blend mode {value}",
        "export it flattened, as PDF/X-1a",
    ),
    "PF25.group": (
        "a transparency group",
        "export it flattened, as PDF/X-1a",
    ),
    "PF25.mask": (
        "{number:#thing} under a soft mask",
        "export it flattened, as PDF/X-1a",
    ),
    "PF25.opacity": (
        "{number:#thing} of {value:.0f} % opacity",
        "export it flattened, as PDF/X-1a",
    ),
    "PF25.page-space": (
        "the page blends in {value}, and not in CMYK",
        "export it with CMYK as the blending space",
    ),
    "PF25.picture": (
        "{number:#picture} with a soft mask",
        "export it flattened, as PDF/X-1a",
    ),
    "PF25.space": (
        "a transparency group blends in {value}, and not in CMYK",
        "export it with CMYK as the blending space",
    ),
    "PF26.bits": (
        "a picture of {value} bits a channel where {limit} are enough",
        "reduce it to 8 bits",
    ),
    "PF26.external": (
        "data in another file",
        "export it with all it needs",
    ),
    "PF26.filter": (
        "data packed by {value}",
        "export it again without",
    ),
    "PF27.action": (
        "a button or a link that does something",
        "take it out",
    ),
    "PF27.annotation": (
        "an annotation where the page is printed, or of a kind that no press takes",
        "take it out, or move it beside the page",
    ),
    "PF27.attachment": (
        "files are attached",
        "take them out",
    ),
    "PF27.encrypted": (
        "the file is encrypted",
        "save it without protection",
    ),
    "PF27.form": (
        "it has a form of {value:#field}",
        "flatten the form",
    ),
    "PF27.locked": (
        "the file is encrypted and asks for a password: {why}",
        "save it without protection",
    ),
    "PF27.script": (
        "a script",
        "take it out",
    ),
    "PF28.alternates": (
        "a picture has others that may stand in its place",
        "take them out",
    ),
    "PF28.black": (
        "{number:#thing} with functions for black of their own",
        "take them out",
    ),
    "PF28.halftone": (
        "{number:#thing} with a screen of their own",
        "take it out: the press has its own",
    ),
    "PF28.opi": (
        "OPI: the picture may be another one at the press",
        "place the picture itself",
    ),
    "PF28.postscript": (
        "PostScript in the page",
        "draw it as PDF",
    ),
    "PF28.reference": (
        "a page of another file is referred to",
        "place it",
    ),
    "PF28.transfer": (
        "{number:#thing} with a transfer curve",
        "apply the curve to the picture, and take it out",
    ),
    "PF29.any": (
        "it has layers, which PDF/X-1a has not",
        "export it without layers",
    ),
    "PF29.hidden": (
        "{number:#thing} in the hidden layer {object:quoted}",
        "delete the layer, or show it",
    ),
    "PF29.not-printed": (
        "the layer {object:quoted} says that it is not printed",
        "delete it, or let it print",
    ),
    "PF29.off": (
        "the layer {object:quoted} is hidden",
        "delete it, or show it",
    ),
    "PF30.apart": (
        "Trapped is {value} in Info and {limit} in the XMP",
        "say the same in both",
    ),
    "PF30.info": (
        "Trapped is {value} in the XMP, and Info does not say so",
        "some programs look into Info alone: export it with both",
    ),
    "PF30.missing": (
        "it does not say whether it is trapped",
        "export it with Trapped False, or True if it is",
    ),
    "PF30.no-name": (
        "Trapped in Info is the text {value:quoted}, and no name",
        "export it again",
    ),
    "PF30.unknown": (
        "Trapped is {value}: neither True nor False",
        "say which",
    ),
    "PROFILE.no-mapping": "{what} where a profile is expected",
    "PROFILE.unknown": (
        "no profile is called {name}",
        "{hint}",
    ),
    "PROFILE.unread": "{file}: the profile cannot be read: {why}",
    "part.pdfread-components": "a colour of {given} components in a space of {expected}",
    "part.pdfread-content-damaged": "damaged operators: {why}",
    "part.pdfread-damaged": "it is no PDF, or damaged: {reason}",
    "part.pdfread-empty": "it is empty",
    "part.pdfread-fault": "{kind}: {text}",
    "part.pdfread-font": "font {name}: {fault}",
    "part.pdfread-form-box": "form {object} has no BBox",
    "part.pdfread-image": "picture {object}: {fault}",
    "part.pdfread-inline": "a picture in the content cannot be read",
    "part.pdfread-late-header": "its header does not stand at its beginning",
    "part.pdfread-locked": "it opens with a password alone",
    "part.pdfread-loop": "object {object} draws itself",
    "part.pdfread-missing": "the resources have no {kind} {name}",
    "part.pdfread-most-characters": "more than {most:,} characters",
    "part.pdfread-most-content": "content of more than {most:,} bytes",
    "part.pdfread-most-file": "more than {most:,} bytes",
    "part.pdfread-most-filters": "a stream of more than {most:,} filters",
    "part.pdfread-most-nesting": "forms and patterns nested deeper than {most:,}",
    "part.pdfread-most-objects": "more than {most:,} objects",
    "part.pdfread-most-operators": "more than {most:,} operators",
    "part.pdfread-most-pages": "more than {most:,} pages",
    "part.pdfread-most-painted": "more than {most:,} things painted",
    "part.pdfread-most-points": "paths of more than {most:,} segments",
    "part.pdfread-most-saved": "graphics states saved deeper than {most:,}",
    "part.pdfread-most-stream": "a stream of more than {most:,} bytes",
    "part.pdfread-most-tree": "a page tree deeper than {most:,}",
    "part.pdfread-no-annotation": "an annotation is no dictionary",
    "part.pdfread-no-font": "text is shown before a font is set",
    "part.pdfread-no-header": "it does not begin as a PDF does",
    "part.pdfread-no-page": "a {kind} stands where a page should",
    "part.pdfread-no-pages": "it has no page tree",
    "part.pdfread-no-resources": "the page's resources are no dictionary",
    "part.pdfread-no-stream": "there is no stream",
    "part.pdfread-operands": "operator {operator} has other operands than it takes",
    "part.pdfread-operator": "there is no operator {operator}",
    "part.pdfread-outside-glyph": "d0 or d1 stands outside of a glyph",
    "part.pdfread-outside-text": "operator {operator} stands outside of BT and ET",
    "part.pdfread-page-count": "it counts {count:#page}, and there are {pages}",
    "part.pdfread-page-loop": "object {object} stands in the page tree twice",
    "part.pdfread-page-unread": "its content could not be read",
    "part.pdfread-pattern": "pattern {name} is of no kind that is known",
    "part.pdfread-shading": "a shading of type {type}",
    "part.pdfread-space": "colour space {name}: {fault}",
    "part.pdfread-state-key": "graphics state: {key} is not known, or has no such value",
    "part.pdfread-stream-unread": "stream {object} cannot be read: {why}",
    "part.pdfread-text-in-text": "BT stands between BT and ET",
    "part.pdfread-unmarked": "EMC without BMC or BDC",
    "part.pdfread-unrestored": "{number:#graphics state} saved and not restored",
    "part.pdfread-unsaved": "Q without q",
    "part.pdfread-xobject": "an XObject of Subtype {kind}",
    "part.preflight-failed": "does not pass",
    "part.preflight-no-name": "without a name",
    "part.preflight-no-picture": "{file}: no picture: {why}",
    "part.preflight-pages-unread": "pages that could not be read: {pages}: {why}",
    "part.preflight-passed": "passes by these rules",
    "part.preflight-profiles": "{names:and}, or the path of a profile's file",
    "part.preflight-summary": "{profile}: {what}: {verdict}",
    "part.preflight-unread": "the file could not be read",
}
