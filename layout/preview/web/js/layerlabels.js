// The words of overlays, which are drawn with the page: where the page is small they are drawn larger
// about their places, so that they can be read. One that would then cover another is left out, and
// so are the figures beside lines of type where they would no longer fit beside them.

export const LEAST = 11; // px of the type
const FINE = 1.5; // times: so much larger figures beside lines may be

/** The labels in the group of a layer, with what is needed to place them. */
export function labelsOf(group) {
  return [...group.querySelectorAll(":scope > .label")].map((element) => ({
    element,
    fine: element.classList.contains("fine"),
    x: Number(element.dataset.x),
    y: Number(element.dataset.y),
    pt: Number(element.dataset.pt),
    box: null,
  }));
}

/** Draw labels large enough for a page of so many pixels a point. */
export function grow(labels, scale) {
  const taken = [];
  for (const one of labels) {
    const by = Math.max(1, LEAST / (one.pt * scale));
    const { element, x, y } = one;
    if (by === 1) {
      element.removeAttribute("transform");
      element.removeAttribute("visibility");
      continue;
    }
    element.setAttribute("transform", `translate(${x * (1 - by)} ${y * (1 - by)}) scale(${by})`);
    one.box ??= boxOf(element);
    const place = grown(one, by);
    const out = (one.fine && by > FINE) || (place && taken.some((other) => meets(place, other)));
    if (out) element.setAttribute("visibility", "hidden");
    else {
      element.removeAttribute("visibility");
      if (place) taken.push(place);
    }
  }
}

/** What a label covers as it is drawn, in points; null while its layer is not shown. */
function boxOf(element) {
  const { x, y, width, height } = element.getBBox();
  return width ? [x, y, width, height] : null;
}

function grown({ box, x, y }, by) {
  return box && [x + (box[0] - x) * by, y + (box[1] - y) * by, box[2] * by, box[3] * by];
}

const meets = (a, b) => a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
