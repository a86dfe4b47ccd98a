// One page on the table: its blocks, outlines, layers and words, changed in place.
//
// The drawing is the press file's own: `<use>` of the outlines of its faces. A change brings the
// outlines that are new, then the blocks that are; of a block only the elements that look otherwise
// are put in anew, so that a line that is mended repaints a line.

import { make, svg } from "./dom.js";
import { TextLayer } from "./textlayer.js";

/** After so many changes outlines that nothing uses any more are thrown away. */
const SWEEP_EVERY = 50;
const GLASSES = ["layers", "hover", "found", "picked", "flash", "measure"];
const USED = /href="#([^"]+)"/g;

export class Paper {
  #symbols = new Map(); // id → <path>
  #blocks = new Map(); // id → {element, source}
  #layers = new Map(); // name → {under, over, sources}
  #glasses = new Map();
  #changes = 0;
  #order = [];
  #orderBefore = [];
  /** What the last change replaced: id → its source, null for what was not there. */
  before = new Map();
  showsBefore = false;

  constructor(name) {
    this.name = name;
    this.defs = svg("defs");
    this.sheet = svg("rect", { class: "sheet" });
    this.under = svg("g", { class: "layers under" });
    this.ink = svg("g", { class: "ink" });
    this.over = svg("g", { class: "layers over" });
    const still = { role: "presentation", "aria-hidden": "true", preserveAspectRatio: "none" };
    this.drawing = svg("svg", { class: "drawing", ...still }, this.defs, this.sheet);
    this.drawing.append(this.under, this.ink, this.over);
    this.glass = svg("svg", { class: "glass", ...still });
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
    return this.#blocks.get(id)?.element ?? null;
  }

  get ids() {
    return this.#order;
  }

  /** How much this page holds, for who counts what grows. */
  get held() {
    return { symbols: this.#symbols.size, blocks: this.#blocks.size, before: this.before.size };
  }

  /** Draw a whole page, whatever stood there. */
  draw(message) {
    this.#frame(message);
    for (const path of this.#symbols.values()) path.remove();
    this.#symbols.clear();
    this.#blocks.clear();
    this.ink.replaceChildren();
    this.before.clear();
    this.showsBefore = false;
    this.outlines(message.symbols);
    for (const [id, source] of Object.entries(message.blocks)) this.#put(id, source);
    this.#arrange(message.order);
    this.text.draw(message.text ?? {}, message.order);
    for (const pair of this.#layers.values()) this.#fillLayer(pair, "", "");
  }

  /** Change what a change names. Gives the ids of blocks that look otherwise now. */
  change(message) {
    if (this.showsBefore) this.showBefore(false);
    this.#frame({ ...this, ...message });
    this.before.clear();
    this.#orderBefore = this.#order;
    this.outlines(message.symbols);
    const touched = [];
    for (const [id, source] of Object.entries(message.blocks ?? {})) {
      const old = this.#blocks.get(id)?.source ?? null;
      if (old === source) continue;
      this.before.set(id, old);
      this.#put(id, source);
      touched.push(id);
    }
    for (const id of message.gone ?? []) {
      const old = this.#blocks.get(id);
      if (!old) continue;
      this.before.set(id, old.source);
      old.element.remove();
      this.#blocks.delete(id);
      touched.push(id);
    }
    if (message.order) this.#arrange(message.order);
    this.text.change(message.text ?? {}, message.gone ?? [], this.#order);
    this.#changes += 1;
    if (this.#changes % SWEEP_EVERY === 0) this.sweep();
    return touched;
  }

  /** Layers of a message: what lies under the ink and over it, by name. */
  layers(layers) {
    for (const [name, { under = "", over = "", symbols }] of Object.entries(layers)) {
      this.outlines(symbols);
      let pair = this.#layers.get(name);
      if (!pair) {
        pair = {
          under: svg("g", { "data-layer": name }),
          over: svg("g", { "data-layer": name }),
          sources: ["", ""],
        };
        this.#layers.set(name, pair);
        this.under.append(pair.under);
        this.over.append(pair.over);
      }
      this.#fillLayer(pair, under, over);
    }
  }

  outlines(symbols) {
    const fresh = [];
    for (const [id, d] of Object.entries(symbols ?? {})) {
      if (this.#symbols.has(id)) continue;
      const path = svg("path", { id, d });
      this.#symbols.set(id, path);
      fresh.push(path);
    }
    if (fresh.length) this.defs.append(...fresh);
  }

  /** Show the page as it was before its last change, or as it is. */
  showBefore(on) {
    if (on === this.showsBefore) return;
    this.showsBefore = on;
    const elements = [];
    if (on) {
      for (const id of this.#orderBefore) {
        const source = this.before.get(id);
        if (source) elements.push(parsed(source));
        else if (source === undefined && this.#blocks.has(id)) elements.push(this.element(id));
      }
    } else for (const id of this.#order) if (this.#blocks.has(id)) elements.push(this.element(id));
    this.ink.replaceChildren(...elements);
    this.root.classList.toggle("was", on);
  }

  /** Throw outlines away that no block, no layer and nothing of the last change uses. */
  sweep() {
    const used = new Set();
    const note = (source) => {
      for (const [, id] of (source ?? "").matchAll(USED)) used.add(id);
    };
    for (const { source } of this.#blocks.values()) note(source);
    for (const source of this.before.values()) note(source);
    for (const { sources } of this.#layers.values()) sources.forEach(note);
    for (const [id, path] of this.#symbols) {
      if (used.has(id)) continue;
      path.remove();
      this.#symbols.delete(id);
    }
  }

  #frame({ width, height, bleed }) {
    if (width === this.width && height === this.height && bleed === this.bleed) return;
    Object.assign(this, { width, height, bleed: bleed ?? 0 });
    const box = `0 0 ${width} ${height}`;
    this.drawing.setAttribute("viewBox", box);
    this.glass.setAttribute("viewBox", box);
    this.sheet.setAttribute("width", width);
    this.sheet.setAttribute("height", height);
  }

  #put(id, source) {
    const element = parsed(source);
    const old = this.#blocks.get(id);
    if (!old) {
      this.#blocks.set(id, { element, source });
      this.ink.append(element);
      return;
    }
    patch(old.element, element);
    old.source = source;
  }

  /** Blocks in the order in which they are painted; one that stands right is not moved. */
  #arrange(order) {
    this.#order = order;
    let at = this.ink.firstElementChild;
    for (const id of order) {
      const element = this.#blocks.get(id)?.element;
      if (!element) continue;
      if (element === at) at = at.nextElementSibling;
      else this.ink.insertBefore(element, at);
    }
  }

  #fillLayer(pair, under, over) {
    [under, over].forEach((source, k) => {
      if (pair.sources[k] === source) return;
      pair.sources[k] = source;
      (k ? pair.over : pair.under).innerHTML = source;
    });
  }
}

function parsed(source) {
  const holder = svg("g");
  holder.innerHTML = source;
  return holder.childElementCount === 1 ? holder.firstElementChild : holder;
}

/** Make one element like another of the same block, keeping all children that are alike. */
function patch(old, fresh) {
  if (old.childElementCount === 1 && fresh.childElementCount === 1) {
    const [a, b] = [old.firstElementChild, fresh.firstElementChild];
    if (a.localName === "g" && b.localName === "g" && sameFrame(a, b)) return patch(a, b);
  }
  const [a, b] = [[...old.children], [...fresh.children]];
  let head = 0;
  while (head < a.length && head < b.length && a[head].isEqualNode(b[head])) head += 1;
  let tail = 0;
  while (
    tail < a.length - head
    && tail < b.length - head
    && a[a.length - 1 - tail].isEqualNode(b[b.length - 1 - tail])
  ) tail += 1;
  const middle = b.slice(head, b.length - tail);
  if (middle.length === a.length - tail - head) {
    middle.forEach((one, k) => {
      if (!one.isEqualNode(a[head + k])) a[head + k].replaceWith(one);
    });
    return undefined;
  }
  for (const one of a.slice(head, a.length - tail)) one.remove();
  const behind = tail ? a[a.length - tail] : null;
  for (const one of middle) old.insertBefore(one, behind);
  return undefined;
}

function sameFrame(a, b) {
  return a.attributes.length === b.attributes.length
    && [...a.attributes].every(({ name, value }) => b.getAttribute(name) === value);
}
