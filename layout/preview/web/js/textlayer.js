// The words of a page, unseen, over its drawing: to select, copy, find, click and hear.
//
// Everything is in points under one scale, so a zoom lays nothing out again.

import { make } from "./dom.js";

const measure = document.createElement("canvas").getContext("2d");
const FAMILY = "sans-serif";
const WAIT = 500; // ms
const MEASURED_AT = 100; // px: letters of no fixed width are measured once at this size
const HAN = /^[⺀-鿿豈-﫿＀-｠　-〿]*$/u;

function natural(text, size) {
  if (HAN.test(text)) return [...text].length * size;
  measure.font = `${MEASURED_AT}px ${FAMILY}`;
  return (measure.measureText(text).width * size) / MEASURED_AT;
}

export class TextLayer {
  #groups = new Map(); // DOM id of a block → {element, lines, spans, keys}

  #later = null; // what is still to be put into the document

  root = make("div", { class: "words" });

  /** The words of a whole page. Nobody sees them, so they come after the frame that shows the page;
   * where each of them stands can be asked for at once. */
  draw(groups, order) {
    this.#groups.clear();
    this.root.replaceChildren();
    for (const [id, lines] of Object.entries(groups)) this.#groups.set(id, { lines });
    this.#later = { groups, order };
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => this.#settle())));
    setTimeout(() => this.#settle(), WAIT); // a window that is not in view has no frames
  }

  #settle() {
    const { groups, order } = this.#later ?? {};
    if (!groups) return;
    this.#later = null;
    this.#groups.clear();
    this.change(groups, [], order);
  }

  change(groups, gone, order) {
    this.#settle();
    for (const id of gone) {
      this.#groups.get(id)?.element.remove();
      this.#groups.delete(id);
    }
    for (const [id, lines] of Object.entries(groups)) this.#put(id, lines);
    let at = this.root.firstElementChild; // words are heard in the order in which they are read
    for (const id of order) {
      const element = this.#groups.get(id)?.element;
      if (!element) continue;
      if (element === at) at = at.nextElementSibling;
      else this.root.insertBefore(element, at);
    }
  }

  /** All lines of the page. */
  get lines() {
    return [...this.#groups.values()].flatMap(({ lines }) => lines);
  }

  /** The line of a place, and which character of it: the inner block was put last and wins. */
  at(x, y) {
    let best = null;
    for (const [id, { lines }] of this.#groups) {
      for (const line of lines) {
        if (x < line.x || y < line.y || x > line.x + line.w || y > line.y + line.h) continue;
        const area = line.w * line.h;
        if (!best || area <= best.area) best = { id, line, area };
      }
    }
    if (!best) return null;
    const { id, line } = best;
    return { id, line, index: indexAt(line, line.vertical ? y - line.y : x - line.x) };
  }

  /** The line of a story's paragraph that holds a character of it. */
  find(story, paragraph, offset) {
    let best = null;
    for (const [id, { lines }] of this.#groups) {
      for (const line of lines) {
        if (line.story !== story || line.paragraph !== paragraph || line.offset > offset) continue;
        if (!best || line.offset >= best.line.offset) best = { id, line };
      }
    }
    return best;
  }

  #put(block, lines) {
    const old = this.#groups.get(block);
    const group = old ?? { element: make("div", { "data-words": block }), spans: [], keys: [] };
    const spans = [];
    const keys = [];
    lines.forEach((line, k) => {
      const key = `${line.x} ${line.y} ${line.w} ${line.h} ${line.text}`;
      const same = old && old.keys[k] === key;
      spans.push(same ? old.spans[k] : spanOf(line));
      spans[k].line = line;
      keys.push(key);
      if (!same && old?.spans[k]) old.spans[k].replaceWith(spans[k]);
      else if (!same) group.element.append(spans[k]);
    });
    for (const left of group.spans.slice(lines.length)) left.remove();
    this.#groups.set(block, { element: group.element, lines, spans, keys });
    if (!old) this.root.append(group.element);
  }
}

function spanOf(line) {
  const span = make("span", {}, line.text);
  const { style } = span;
  const size = line.vertical ? line.w : line.h;
  const length = line.vertical ? line.h : line.w;
  const count = [...line.text].length;
  style.left = `${line.x}px`;
  style.top = `${line.y}px`;
  style.width = `${line.w}px`;
  style.height = `${line.h}px`;
  style.fontSize = `${size}px`;
  style.lineHeight = `${size}px`;
  if (count) style.letterSpacing = `${((length - natural(line.text, size)) / count).toFixed(3)}px`;
  if (line.vertical) span.className = "vertical";
  return span;
}

/** Which character of a line stands at a length along it. */
function indexAt(line, along) {
  const { edges } = line;
  const count = [...line.text].length;
  for (let k = 0; k < count; k += 1) {
    const end = edges?.[k + 1] ?? (k === count - 1 ? Infinity : edges?.[k] ?? 0);
    if (along < end) return k;
  }
  return Math.max(0, count - 1);
}

/** Where characters from `from` up to `to` of a line stand, on the page. */
export function placeOf(line, from, to) {
  const whole = line.vertical ? line.h : line.w;
  const count = [...line.text].length;
  const edge = (k) => (k >= count ? whole : (line.edges?.[k] ?? (whole * k) / Math.max(1, count)));
  const [begin, end] = [edge(from), edge(to)];
  return line.vertical
    ? { x: line.x, y: line.y + begin, width: line.w, height: end - begin }
    : { x: line.x + begin, y: line.y, width: end - begin, height: line.h };
}
