// The table on which pages lie: zoom, pan, and from the page to the screen and back.

import { byId, eachFrame, kept } from "./dom.js";
import { CSS_PX } from "./units.js";

const LEAST = 0.05;
const MOST = 32;
const STEPS = [0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32];
const MARGIN = 28; // px of the table round the paper
const GAP = 0; // px between two facing pages
const WHEEL = 0.0022; // of a natural logarithm for a pixel of the wheel

export class View {
  papers = [];
  zoom = 1; // 1 is 100 %, true size on a screen of 96 px an inch (or as calibrated)
  fit = "page"; // "page", "width" or null
  truth = kept.get("truth", 1); // how much larger this screen is than it says
  #over = null;
  #pushed = 0; // px by which the pages are pushed down, under what lies over the table
  #anchor = null;
  #places = new Map(); // page names → where one was

  constructor(app) {
    this.app = app;
    this.stage = byId("stage");
    this.table = byId("table");
    const told = eachFrame(() => app.emit("view", this));
    this.stage.addEventListener("scroll", told, { passive: true });
    this.stage.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    this.stage.addEventListener("pointermove", ({ clientX: x, clientY: y }) => (this.#over = { x, y }), { passive: true });
    this.stage.addEventListener("pointerleave", () => (this.#over = null));
    new ResizeObserver(() => this.#resized()).observe(this.stage);
    this.told = told;
  }

  /** CSS pixels of a point. */
  get scale() {
    return CSS_PX * this.truth * this.zoom;
  }

  get key() {
    return this.papers.map((one) => one.name).join("+");
  }

  /** Lay other papers on the table; a page that was there before is seen where it was left. */
  lay(papers) {
    if (this.papers.length) this.#places.set(this.key, this.place());
    this.papers = papers;
    this.table.replaceChildren(...papers.map((one) => one.root));
    this.table.classList.toggle("spread", papers.length > 1);
    const before = this.#places.get(this.key);
    if (before) this.go(before);
    else if (papers[0]?.width) this.refit();
  }

  /** Sizes of the papers, after a zoom or when a page has another size. */
  size() {
    const { scale } = this;
    let wide = -GAP;
    let high = 0;
    for (const paper of this.papers) {
      if (!paper.width) continue;
      paper.root.style.width = `${paper.width * scale}px`;
      paper.root.style.height = `${paper.height * scale}px`;
      paper.text.root.style.transform = `scale(${scale})`;
      paper.fit(scale);
      wide += paper.width * scale + GAP;
      high = Math.max(high, paper.height * scale);
    }
    this.table.style.width = `${Math.max(wide + 2 * MARGIN, this.stage.clientWidth)}px`;
    this.table.style.height = `${Math.max(high + 2 * MARGIN + this.#pushed, this.stage.clientHeight)}px`;
    this.told();
  }

  // Where things are.

  /** The page and the place on it, in points, of a place in the window; null beside all pages. */
  at(clientX, clientY) {
    for (const paper of this.papers) {
      const box = paper.root.getBoundingClientRect();
      if (clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom) continue;
      return this.on(paper, clientX, clientY, box);
    }
    return null;
  }

  /** The place as this page counts it, on it or beside it. */
  on(paper, clientX, clientY, box = paper.root.getBoundingClientRect()) {
    return { page: paper.name, x: (clientX - box.left) / this.scale, y: (clientY - box.top) / this.scale };
  }

  client(page, x, y) {
    const box = this.paper(page).root.getBoundingClientRect();
    return { x: box.left + x * this.scale, y: box.top + y * this.scale };
  }

  /** The word at a place: {page, block, id, line, index}, or null. `line` is as it was sent. */
  wordAt(page, x, y) {
    const found = this.paper(page)?.text.at(x, y);
    return found ? { page, block: this.app.model(page).ownerOf(found.id), ...found } : null;
  }

  /** The inner block at a place, as `info` has it, or null. */
  blockAt(page, x, y) {
    return this.app.model(page)?.blockAt(x, y) ?? null;
  }

  /** The part of a page that is seen, in points. */
  seen(page) {
    const paper = this.paper(page);
    const box = this.stage.getBoundingClientRect();
    const from = this.on(paper, box.left, box.top);
    const to = this.on(paper, box.left + this.stage.clientWidth, box.top + this.stage.clientHeight);
    return {
      x: Math.max(0, from.x), y: Math.max(0, from.y),
      right: Math.min(paper.width, to.x), bottom: Math.min(paper.height, to.y),
    };
  }

  paper(page) {
    return this.papers.find((one) => one.name === page) ?? null;
  }

  glass(name, page) {
    return (page ? this.paper(page) : this.papers[0])?.glassOf(name) ?? null;
  }

  /** What the person sees: the zoom, and which block (or page) stands how far from the corner. */
  place() {
    const box = this.stage.getBoundingClientRect();
    const middle = { x: box.left + this.stage.clientWidth / 2, y: box.top + this.stage.clientHeight / 2 };
    const paper = this.papers.find((one) => {
      const at = one.root.getBoundingClientRect();
      return middle.x >= at.left && middle.x <= at.right;
    }) ?? this.papers[0];
    const at = this.on(paper, middle.x, middle.y);
    const info = this.app.models.get(paper.name)?.blockAt(at.x, at.y) ?? null;
    const [dx, dy] = info ? [at.x - info.rect[0], at.y - info.rect[1]] : [0, 0];
    return { zoom: this.zoom, fit: this.fit, page: paper.name, ...at, block: info?.block ?? null, dx, dy };
  }

  /** Go back to a place; by its block, where that still stands. */
  go(place) {
    this.fit = place.fit;
    if (this.fit) {
      this.refit();
      return;
    }
    this.zoom = place.zoom;
    this.size();
    const info = place.block ? this.app.models.get(place.page)?.info.get(place.block) : null;
    const [x, y] = info ? [info.rect[0] + place.dx, info.rect[1] + place.dy] : [place.x, place.y];
    this.centre(place.page, x, y);
  }

  centre(page, x, y) {
    this.#anchor = null;
    const box = this.stage.getBoundingClientRect();
    const at = this.client(page, x, y);
    this.stage.scrollLeft += at.x - box.left - this.stage.clientWidth / 2;
    this.stage.scrollTop += at.y - box.top - this.stage.clientHeight / 2;
    this.told();
  }

  /** After a change: stay. Only where what one looked at has gone out of sight is it followed. */
  keep(place) {
    if (!place || this.fit) return;
    const info = place.block ? this.app.models.get(place.page)?.info.get(place.block) : null;
    if (info && !this.sees(place.page, info.rect)) this.go(place);
  }

  sees(page, [x, y, width, height]) {
    const seen = this.seen(page);
    return x + width > seen.x && x < seen.right && y + height > seen.y && y < seen.bottom;
  }

  /** Bring a rectangle of a page into view: not moved where it is seen already. */
  show(page, rect, { zoom = false } = {}) {
    const [x, y, width, height] = rect;
    const box = this.stage.getBoundingClientRect();
    const from = this.client(page, x, y);
    const to = this.client(page, x + width, y + height);
    const inside = from.x >= box.left && to.x <= box.left + this.stage.clientWidth
      && from.y >= box.top && to.y <= box.top + this.stage.clientHeight;
    if (zoom && this.zoom < 0.75) this.zoomTo(1);
    else if (inside) return;
    const tall = height * this.scale > this.stage.clientHeight * 0.8;
    const room = (this.stage.clientHeight * 0.4) / this.scale;
    this.centre(page, x + width / 2, tall ? y + room : y + height / 2);
  }

  // Zoom.

  /** Zoom so that what is under a place of the window stays there. */
  zoomTo(zoom, at = null, fit = null) {
    const box = this.stage.getBoundingClientRect();
    const x = at?.x ?? box.left + this.stage.clientWidth / 2;
    const y = at?.y ?? box.top + this.stage.clientHeight / 2;
    const paper = this.papers.find((one) => x <= one.root.getBoundingClientRect().right) ?? this.papers[0];
    if (!paper) return;
    // Steps at one place hold what was under it at the first: a page that the window holds whole
    // stands in the middle, and what was under the pointer is not, until it is larger.
    const still = this.#anchor?.x === x && this.#anchor.y === y && this.#anchor.paper === paper;
    const anchor = still ? this.#anchor : { x, y, paper, held: this.on(paper, x, y) };
    const { held } = anchor;
    this.fit = fit;
    this.zoom = Math.min(MOST, Math.max(LEAST, zoom));
    this.size();
    const now = this.client(paper.name, held.x, held.y);
    this.stage.scrollLeft += now.x - x;
    this.stage.scrollTop += now.y - y;
    this.#anchor = at ? anchor : null;
  }

  /** Where a zoom without a place is held: under the pointer, else in the middle. */
  get held() {
    const { x, y } = this.#over ?? {};
    return x !== undefined && this.at(x, y) ? { x, y } : null;
  }

  step(up) {
    const next = up
      ? STEPS.find((one) => one > this.zoom * 1.01)
      : STEPS.findLast((one) => one < this.zoom * 0.99);
    if (next) this.zoomTo(next, this.held);
  }

  refit(fit = this.fit ?? "page") {
    const sized = this.papers.filter((one) => one.width);
    if (!sized.length) return;
    const wide = sized.reduce((all, one) => all + one.width, 0) * CSS_PX * this.truth;
    const high = Math.max(...sized.map((one) => one.height)) * CSS_PX * this.truth;
    // Read before the sizes change, without scroll bars that the new size will not need.
    const across = (this.stage.offsetWidth - 2 * MARGIN - (fit === "width" ? 16 : 2)) / wide;
    const down = (this.stage.offsetHeight - this.#pushed - 2 * MARGIN - 2) / high;
    this.zoomTo(fit === "width" ? across : Math.min(across, down), null, fit);
  }

  /** Push the pages down by so many pixels. Who looks at something farther down keeps it in place. */
  push(px) {
    const by = px - this.#pushed;
    if (!by) return;
    this.#pushed = px;
    this.table.style.paddingTop = `${px}px`;
    const { scrollTop } = this.stage;
    this.#resized();
    if (!this.fit && scrollTop > 0) this.stage.scrollTop = scrollTop + by;
  }

  #resized() {
    if (this.fit) this.refit();
    else this.size();
  }

  #wheel(event) {
    if (!event.ctrlKey && !event.metaKey) {
      this.#anchor = null;
      return;
    }
    event.preventDefault();
    const delta = event.deltaY * (event.deltaMode === 1 ? 16 : 1);
    this.#wheeled = (this.#wheeled ?? 0) + delta;
    this.#pointer = { x: event.clientX, y: event.clientY };
    this.#turn();
  }

  #wheeled = 0;
  #pointer = null;
  #turn = eachFrame(() => {
    const delta = this.#wheeled;
    this.#wheeled = 0;
    this.zoomTo(this.zoom * Math.exp(-delta * WHEEL), this.#pointer);
  });
}
