// The words of overlays, which are drawn with the page: where the page is small they are drawn larger
// about their places, so that they can be read. One that would then cover another, of any overlay, is
// left out, and so are the figures beside lines of type where they would no longer fit beside them.

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
    place: null, // what it covers as it is drawn
  }));
}

/** In which order the layers' labels take their room: what does not fit is told before all else. */
const FIRST = ["unfit", "corrections", "blocks"];
const LABEL_OF_BLOCK = "blocks"; // may go a little up or down, out of the way of a headline

/** Draw the labels of layers ([name, labels]) large enough for a page of so many pixels a point:
 *  `bounds` is its {width, height}, `titles` the rectangles of its headlines. */
export function growAll(layers, scale, { bounds, titles }) {
  const rank = ([name]) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  const taken = [];
  for (const [name, labels] of [...layers].sort((a, b) => rank(a) - rank(b))) {
    grow(labels, scale, { taken, bounds, titles, keeps: name === FIRST[0], moves: name === LABEL_OF_BLOCK });
  }
}

function grow(labels, scale, { taken, bounds, titles, keeps, moves }) {
  for (const one of labels) {
    one.place = null;
    const by = Math.max(1, LEAST / (one.pt * scale));
    const { element } = one;
    if (by === 1 && !keeps && !moves) {
      element.removeAttribute("transform");
      element.removeAttribute("visibility");
      continue;
    }
    one.box ??= boxOf(element);
    const home = grown(one, by);
    const place = home && (keeps ? held(home, bounds) : placed(home, { taken, bounds, titles, moves }));
    if ((one.fine && by > FINE) || (home && !place)) {
      element.setAttribute("visibility", "hidden");
      continue;
    }
    element.removeAttribute("visibility");
    const [dx, dy] = place ? [place[0] - home[0], place[1] - home[1]] : [0, 0];
    const still = by === 1 && !dx && !dy;
    if (still) element.removeAttribute("transform");
    else element.setAttribute("transform", `translate(${one.x * (1 - by) + dx} ${one.y * (1 - by) + dy}) scale(${by})`);
    if (place) taken.push(place);
    one.place = place;
  }
}

/** Where a label may stand that would cover no other: where it is, or a little over or under that,
 *  best where it covers no headline; null where there is no room. */
function placed(home, { taken, bounds, titles, moves }) {
  const [x, y, w, h] = home;
  const tries = moves ? [0, -h, h].map((down) => held([x, y + down, w, h], bounds)) : [home];
  const free = tries.filter((one) => !taken.some((other) => meets(one, other)));
  return (moves && free.find((one) => !titles.some((title) => meets(one, title)))) || free[0] || null;
}

/** A box moved onto the page. */
const held = ([x, y, w, h], { width, height }) =>
  [Math.max(0, Math.min(x, width - w)), Math.max(0, Math.min(y, height - h)), w, h];

/** What a label covers at its own size, in points; null while its layer is not shown. */
function boxOf(element) {
  const { x, y, width, height } = element.getBBox();
  return width ? [x, y, width, height] : null;
}

function grown({ box, x, y }, by) {
  return box && [x + (box[0] - x) * by, y + (box[1] - y) * by, box[2] * by, box[3] * by];
}

const meets = (a, b) => a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
