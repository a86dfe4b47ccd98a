// What is known of one page: its blocks, words, grid, findings and errors, as the server told.

import { Units } from "./units.js";

export class Model {
  info = new Map(); // block → {block, kind, rect, file, line, column, …}
  text = {}; // DOM id of a block → its lines
  order = [];
  fits = [];
  findings = [];
  complete = false;
  errors = [];
  files = {};
  #owners = new Map();
  rev = 0;
  made = 0;

  constructor(name) {
    this.name = name;
    this.page = name;
    this.units = new Units(null);
  }

  take(message) {
    const whole = message.type === "page";
    this.rev = message.rev;
    this.made = message.made_ms ?? 0;
    this.errors = [];
    for (const key of ["width", "height", "bleed", "digest", "fold"]) {
      if (key in message) this[key] = message[key];
    }
    if (message.grid) {
      this.grid = message.grid;
      this.units = new Units(message.grid);
    }
    if (whole) {
      this.info.clear();
      this.text = {};
      this.files = {};
    }
    if (message.info) {
      // All blocks come where one has changed.
      this.info.clear();
      for (const one of message.info) this.info.set(one.block, one);
    }
    if (message.fits) this.fits = message.fits;
    if (message.files) Object.assign(this.files, message.files);
    if (message.order) this.order = message.order;
    for (const id of message.gone ?? []) delete this.text[id];
    Object.assign(this.text, message.text ?? {});
    this.#owners.clear();
    for (const one of this.info.values()) {
      for (const id of one.ids ?? [one.block, `b-${one.block}`]) this.#owners.set(id, one.block);
    }
  }

  /** The block of the spec that a block of the drawing belongs to; null for what is no block's. */
  ownerOf(id) {
    return this.#owners.get(id) ?? this.#owners.get(id.replace(/_\d+$/, "")) ?? null;
  }

  /** The drawn parts of a block. */
  partsOf(block) {
    return this.order.filter((id) => this.ownerOf(id) === block);
  }

  /** All blocks at a place, the innermost (smallest) first. */
  blocksAt(x, y) {
    const hit = [];
    for (const one of this.info.values()) {
      const [left, top, width, height] = one.rect;
      if (x >= left && y >= top && x <= left + width && y <= top + height) hit.push(one);
    }
    return hit.sort((a, b) => a.rect[2] * a.rect[3] - b.rect[2] * b.rect[3]);
  }

  blockAt(x, y) {
    return this.blocksAt(x, y)[0] ?? null;
  }
}
