// Where the box for words stands: beside the words that it sets, so that they are seen while they are
// typed, where there is room; else where it covers the fewest of them. A hand may put it elsewhere.

const NEAR = 10;
const EDGE = 8;
const LEAST = 420; // px of the box's width
const STEP = 40;
const OWN = 8; // what a covered pixel of the words costs, of the rest of their block, of the panel
const REST = 3;
const PANEL = 0.5;
const LINE = 2500; // a line that is met at all, be it by its end alone
const FAR = 15; // and each pixel between the box and the line that was clicked
const GROWTH = 48; // px that the box may still grow by: a note, a row more

const meets = (a, b) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
const sum = (all) => all.reduce((whole, one) => whole + one, 0);

/** The lines of the words in hand and the others of their block, as rectangles of the window. */
function linesOf(app, { page, block, line }) {
  const model = app.models.get(page);
  const all = model?.partsOf(block).flatMap((id) => model.text[id] ?? []) ?? [];
  const own = (one) => one.node === line.node && one.paragraph === line.paragraph && one.story === line.story;
  const rect = ({ x, y, w, h }) => {
    const [from, to] = [app.view.client(page, x, y), app.view.client(page, x + w, y + h)];
    return { left: from.x, top: from.y, right: to.x, bottom: to.y };
  };
  return { here: rect(line), own: [line, ...all.filter(own)].map(rect), rest: all.filter((one) => !own(one)).map(rect) };
}

/** What is round those of some rectangles that are in the window. */
function around(rects) {
  const seen = rects.filter((one) => one.bottom > 0 && one.top < innerHeight);
  const all = seen.length ? seen : rects;
  return {
    left: Math.min(...all.map((one) => one.left)), top: Math.min(...all.map((one) => one.top)),
    right: Math.max(...all.map((one) => one.right)), bottom: Math.max(...all.map((one) => one.bottom)),
  };
}

/** The places that come into question, by name: each the left top corner of a box. */
function places(app, { here, own, rest }, wide, high) {
  const words = around(own);
  const block = around([...own, ...rest]);
  const stage = app.stage.getBoundingClientRect();
  const out = { low: [here.left - 12, here.bottom + NEAR], high: [here.left - 12, here.top - high - NEAR] };
  for (const [name, at] of [["line", here], ["words", words], ["block", block]]) {
    out[`${name}-right`] = [at.right + NEAR, here.top - 2 * NEAR];
    out[`${name}-left`] = [at.left - wide - NEAR, here.top - 2 * NEAR];
  }
  for (const [name, at] of [["words", words], ["block", block]]) {
    out[`${name}-under`] = [here.left - 12, at.bottom + NEAR];
    out[`${name}-over`] = [here.left - 12, at.top - high - NEAR];
  }
  for (const [name, left] of [["left", stage.left], ["right", stage.right - wide]]) {
    out[`foot-${name}`] = [left, stage.bottom - high];
    out[`head-${name}`] = [left, stage.top];
  }
  return out;
}

/** Put the box of `open` {page, block, line, box} where it stands best; where a hand has put it
 *  (`moved`) it stays. `again` looks for another place, else it keeps to the side it is on. */
export function stand(app, open, { again = false } = {}) {
  const { box, line, page } = open;
  if (!app.view.paper(page)) return;
  const lines = linesOf(app, open);
  const wide = Math.min(Math.max(lines.here.right - lines.here.left + 24, LEAST), innerWidth - 3 * EDGE);
  box.style.width = `${wide}px`;
  const high = box.offsetHeight;
  const kept = ([left, top]) => [
    Math.min(Math.max(left, EDGE), Math.max(EDGE, innerWidth - wide - EDGE)),
    Math.min(Math.max(top, EDGE), Math.max(EDGE, innerHeight - high - EDGE)),
  ];
  const found = places(app, lines, wide, high + GROWTH);
  const panel = document.getElementById("side").getBoundingClientRect();
  const cost = (at) => {
    const [left, top] = kept(at);
    const here = { left, top, right: left + wide, bottom: top + high + GROWTH };
    const away = Math.hypot((left + here.right - lines.here.left - lines.here.right) / 2, (top + here.bottom - lines.here.top - lines.here.bottom) / 2);
    const count = (all) => all.filter((one) => meets(here, one)).length;
    const met = (all) => sum(all.map((one) => meets(here, one)));
    return OWN * met(lines.own) + REST * met(lines.rest) + LINE * count([...lines.own, ...lines.rest]) + PANEL * meets(here, panel) + FAR * away;
  };
  if (!open.side || again) open.side = Object.keys(found).reduce((best, name) => (cost(found[name]) < cost(found[best]) ? name : best));
  const [left, top] = kept(open.moved ?? found[open.side]);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
  box.dataset.side = open.moved ? "moved" : open.side;
}

/** The box goes with the pointer that holds its head, and with Alt and the arrows. */
export function movable(app, open, head) {
  const { box } = open;
  const to = (left, top) => {
    open.moved = [left, top];
    stand(app, open);
  };
  head.addEventListener("pointerdown", (event) => {
    if (event.button || event.target.closest("button")) return;
    event.preventDefault(); // the words keep the caret
    const { left, top } = box.getBoundingClientRect();
    const from = [event.clientX - left, event.clientY - top];
    const move = (at) => to(at.clientX - from[0], at.clientY - from[1]);
    const end = () => head.removeEventListener("pointermove", move);
    head.setPointerCapture(event.pointerId);
    head.addEventListener("pointermove", move);
    head.addEventListener("pointerup", end, { once: true });
    head.addEventListener("pointercancel", end, { once: true });
  });
  box.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!way || !event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const { left, top } = box.getBoundingClientRect();
    to(left + way[0] * STEP, top + way[1] * STEP);
  }, { capture: true });
}
