// Outlines of glyphs, and runs of glyphs as one path.
//
// A page has some 5,000 glyphs. Each as a `<use>` is a shadow tree, a place of its own to be laid
// out, painted and sorted; the outlines of a run joined to one path are drawn alike, by a sixth of
// the elements. An outline is kept in relative steps, so that to place it is to put an M before it.

const STEP = /([MLCQZ])([^MLCQZ]*)/g;
const NUMBER = /-?[\d.]+(?:e-?\d+)?/g;
const USES = /(?:<use href="#[^"]+"[^>]*\/>)+/g;
const USE = /<use href="#([^"]+)"(?: x="([^"]+)")?(?: y="([^"]+)")?\/>/g;

export class Outlines {
  #relative = new Map();

  get size() {
    return this.#relative.size;
  }

  clear() {
    this.#relative.clear();
  }

  add(symbols) {
    for (const [id, d] of Object.entries(symbols ?? {})) {
      if (!this.#relative.has(id)) this.#relative.set(id, relative(d));
    }
  }

  drop(ids) {
    for (const id of ids ?? []) this.#relative.delete(id);
  }

  /** SVG whose uses are paths, one for those that follow one another. */
  drawn(source) {
    return source.replace(USES, (run) => {
      let d = "";
      for (const [, id, x = "0", y = "0"] of run.matchAll(USE)) {
        const outline = this.#relative.get(id);
        if (outline) d += `M${x} ${y}${outline}`;
      }
      return `<path d="${d}"/>`;
    });
  }
}

/** Path data of absolute steps (M L C Q Z) as relative ones, from where the pen is. */
export function relative(d) {
  let [x, y, beginX, beginY] = [0, 0, 0, 0];
  let out = "";
  for (const [, letter, rest] of d.matchAll(STEP)) {
    if (letter === "Z") {
      out += "z";
      [x, y] = [beginX, beginY];
      continue;
    }
    const numbers = (rest.match(NUMBER) ?? []).map(Number);
    out += letter.toLowerCase();
    // All points of a step count from where it begins.
    out += numbers.map((one, k) => short(one - (k % 2 ? y : x))).join(" ");
    [x, y] = numbers.slice(-2);
    if (letter === "M") [beginX, beginY] = [x, y];
  }
  return out;
}

const short = (value) => String(Math.round(value * 100) / 100);
