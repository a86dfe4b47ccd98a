// One page on the table: its blocks, outlines, layers and words, changed in place.
//
// The drawing is the press file's own: the outlines of its faces, no type of the browser's. A change
// brings the outlines that are new, then of each block the pieces that look otherwise, so that a
// line that is mended repaints a line.

import { make, svg } from "./dom.js";
import { growAll, labelsOf } from "./layerlabels.js";
import { Outlines } from "./outlines.js";
import { TextLayer } from "./textlayer.js";

const GLASSES = ["findings", "hover", "found", "picked", "flash", "measure"];

export class Paper {
  #outlines = new Outlines();
  #blocks = new Map(); // id → element
  #layers = new Map(); // name → {under, over, sources}
  #glasses = new Map();
  #order = [];
  #scale = 1;
  #orderBefore = [];
  #tried = new Map(); // id → {now, old} of blocks of a trial, old null for what is not there
  /** What the last change replaced: id → {start, old, now} of its pieces, or {old} of all of it,
   *  null for what was not there. */
  before = new Map();
  showsBefore = false;

  constructor(name) {
    this.name = name;
    this.sheet = svg("rect", { class: "sheet" });
    this.under = svg("g", { class: "layers under" });
    this.ink = svg("g", { class: "ink" });
    this.over = svg("g", { class: "layers over" });
    const still = { role: "presentation", "aria-hidden": "true", preserveAspectRatio: "none" };
    this.drawing = svg("svg", { class: "drawing", ...still }, this.sheet);
    this.drawing.append(this.under, this.ink, this.over);
    this.fold = svg("line", { class: "fold", y1: 0 });
    this.glass = svg("svg", { class: "glass", ...still }, this.fold);
    this.text = new TextLayer();
    this.root = make("article", { class: "paper", "data-page": name, "aria-label": name });
    this.root.append(this.drawing, this.glass, this.text.root);
    for (const one of GLASSES) this.glassOf(one);
  }

  /** A group of the glass for one purpose, in points; its owner fills and empties it. */
  glassOf(name) {
    let group = this.#glasses.get(name);
    if (!group) {
      group = svg("g", { class: `glass-${name}` });
      this.#glasses.set(name, group);
      this.glass.append(group);
    }
    return group;
  }

  element(id) {
    return this.#blocks.get(id) ?? null;
  }

  get ids() {
    return this.#order;
  }

  /** How much this page holds, for who counts what grows. */
  get held() {
    return { symbols: this.#outlines.size, blocks: this.#blocks.size, before: this.before.size };
  }

  /** Whether a glyph is missing on it, as its outline never came: it is to be asked for anew. */
  get lacks() {
    return this.#outlines.lacks;
  }

  /** Draw a whole page, whatever stood there. */
  draw(message) {
    this.untry();
    this.frame(message);
    this.#outlines.clear();
    this.#blocks.clear();
    this.ink.replaceChildren();
    this.before.clear();
    this.showsBefore = false;
    this.#outlines.add(message.symbols);
    for (const [id, source] of Object.entries(message.blocks)) this.#put(id, source);
    this.#arrange(message.order);
    this.text.draw(message.text ?? {}, message.order);
  }

  /** Change what a change names. Gives the ids of blocks that look otherwise now. */
  change(message) {
    this.untry();
    if (this.showsBefore) this.showBefore(false);
    if (message.width) this.frame(message);
    this.before.clear();
    this.#orderBefore = this.#order;
    this.#outlines.drop(message.drop);
    this.#outlines.add(message.symbols);
    for (const [id, source] of Object.entries(message.blocks ?? {})) {
      const old = this.#blocks.get(id);
      this.before.set(id, old ? { old } : null);
      old?.remove();
      this.#put(id, source);
    }
    for (const [id, pieces] of Object.entries(message.pieces ?? {})) this.#patch(id, pieces);
    for (const id of message.gone ?? []) {
      const old = this.#blocks.get(id);
      if (!old) continue;
      this.before.set(id, { old });
      old.remove();
      this.#blocks.delete(id);
    }
    if (message.order) this.#arrange(message.order);
    this.text.change(message.text ?? {}, message.gone ?? [], this.#order);
    return [...this.before.keys()];
  }

  /** Lay a trial over the page: blocks as they would look, which nobody has written. */
  try({ blocks, gone = [], order, symbols }) {
    this.untry();
    if (this.showsBefore) this.showBefore(false);
    const outlines = new Outlines();
    outlines.add(symbols);
    const put = (id, now) => {
      const old = this.element(id);
      this.#tried.set(id, { now, old });
      if (old) return void old.replaceWith(now);
      const behind = order.slice(order.indexOf(id) + 1).map((one) => this.#shown(one)).find(Boolean);
      this.ink.insertBefore(now, behind ?? null);
    };
    for (const [id, source] of Object.entries(blocks)) put(id, parsed(outlines.drawn(source)));
    for (const id of gone) if (this.element(id)) put(id, svg("g"));
    this.root.classList.add("trying");
  }

  /** Take a trial off again. */
  untry() {
    for (const { now, old } of this.#tried.values()) {
      if (old) now.replaceWith(old);
      else now.remove();
    }
    this.#tried.clear();
    this.root.classList.remove("trying");
  }

  /** The element of a block that is in the drawing now. */
  #shown(id) {
    const element = this.#tried.get(id)?.now ?? this.element(id);
    return element?.parentNode === this.ink ? element : null;
  }

  /** Layers of a message: what lies under the ink and over it, by name. */
  layers(layers) {
    for (const [name, { under = "", over = "", symbols = {}, late = false }] of Object.entries(layers)) {
      let pair = this.#layers.get(name);
      for (const group of [pair?.under, pair?.over]) group?.classList.toggle("late", late);
      if (late) continue; // until it comes the one of before is seen, and seen to be that
      if (!pair) {
        pair = {
          under: svg("g", { "data-layer": name }),
          over: svg("g", { "data-layer": name }),
          sources: [],
        };
        this.#layers.set(name, pair);
        this.under.append(pair.under);
        this.over.append(pair.over);
      }
      if (pair.sources[0] === under && pair.sources[1] === over) continue;
      pair.sources = [under, over];
      const outlines = new Outlines();
      outlines.add(symbols);
      pair.under.innerHTML = outlines.drawn(under);
      pair.over.innerHTML = outlines.drawn(over);
      for (const group of [pair.under, pair.over]) strengthen(group);
      pair.labels = labelsOf(pair.over);
    }
    this.#grow();
  }

  /** What the words of an overlay cover that is shown at all times: [x, y, width, height] of each. */
  covered(name) {
    return (this.#layers.get(name)?.labels ?? []).map((one) => one.place).filter(Boolean);
  }

  /** The overlays' words are of a least size on the screen: `scale` is pixels of a point. */
  fit(scale) {
    if (scale === this.#scale) return;
    this.#scale = scale;
    this.#grow();
  }

  #grow() {
    const layers = [...this.#layers].map(([name, { labels }]) => [name, labels ?? []]);
    if (!layers.some(([, labels]) => labels.length)) return;
    const titles = this.text.lines.filter((one) => one.node?.endsWith("#title")).map(({ x, y, w, h }) => [x, y, w, h]);
    growAll(layers, this.#scale, { bounds: this, titles });
  }

  /** Show the page as it was before its last change, or as it is. */
  showBefore(on) {
    if (on === this.showsBefore) return;
    this.untry();
    this.showsBefore = on;
    for (const [id, was] of this.before) {
      if (!was?.now) continue;
      swap(this.element(id), was.start, on ? was.now : was.old, on ? was.old : was.now);
    }
    const whole = (id) => (on && this.before.get(id)?.now === undefined ? this.before.get(id)?.old : null);
    const order = on ? this.#orderBefore : this.#order;
    const elements = order.map((id) => whole(id) ?? this.element(id)).filter(Boolean);
    this.ink.replaceChildren(...elements);
    this.root.classList.toggle("was", on);
  }

  /** The size of the paper, before anything is on it. */
  frame({ width, height, bleed, fold = 0 }) {
    this.fold.setAttribute("x1", fold);
    this.fold.setAttribute("x2", fold);
    this.fold.setAttribute("y2", fold ? height : 0);
    if (width === this.width && height === this.height && bleed === this.bleed) return;
    Object.assign(this, { width, height, bleed: bleed ?? 0 });
    const box = `0 0 ${width} ${height}`;
    this.drawing.setAttribute("viewBox", box);
    this.glass.setAttribute("viewBox", box);
    this.sheet.setAttribute("width", width);
    this.sheet.setAttribute("height", height);
    this.root.style.setProperty("--w", width);
    this.root.style.setProperty("--h", height);
  }

  #put(id, source) {
    const element = parsed(this.#outlines.drawn(source));
    this.#blocks.set(id, element);
    this.ink.append(element);
  }

  /** Put other pieces in place of those from `start` up to `end` of a block. */
  #patch(id, { start, end, svg: source }) {
    const block = this.element(id);
    if (!block) return;
    const old = [...block.children].slice(start, end);
    const holder = svg("g");
    holder.innerHTML = this.#outlines.drawn(source);
    const now = [...holder.children];
    swap(block, start, old, now);
    this.before.set(id, { start, old, now });
  }

  /** Blocks in the order in which they are painted; one that stands right is not moved. */
  #arrange(order) {
    this.#order = order;
    let at = this.ink.firstElementChild;
    for (const id of order) {
      const element = this.#blocks.get(id);
      if (!element) continue;
      if (element === at) at = at.nextElementSibling;
      else this.ink.insertBefore(element, at);
    }
  }
}

const HAIR = 0.7; // pt: a line that fine is a shade of grey on a screen, and no line

/** Lines of an overlay are seen at any zoom: each is as strong as CSS says, at least. */
function strengthen(group) {
  for (const one of group.querySelectorAll("rect")) {
    if (Math.min(one.width.baseVal.value, one.height.baseVal.value) >= HAIR) continue;
    one.classList.add("hair");
    one.setAttribute("stroke", one.getAttribute("fill"));
  }
}

function parsed(source) {
  const holder = svg("g");
  holder.innerHTML = source;
  return holder.childElementCount === 1 ? holder.firstElementChild : holder;
}

/** Put elements in place of others that follow one another from `start` on. */
function swap(parent, start, old, now) {
  const behind = parent.children[start + old.length] ?? null;
  for (const one of old) one.remove();
  for (const one of now) parent.insertBefore(one, behind);
}
