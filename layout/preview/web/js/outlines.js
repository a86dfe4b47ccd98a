// Outlines of glyphs, and runs of glyphs as one path.
//
// A page has some 5,000 glyphs. Each as a `<use>` is a shadow tree, a place of its own to be laid
// out, painted and sorted; the outlines of a run joined to one path are drawn alike, by a sixth of
// the elements. An outline is kept in relative steps, so that to place it is to put an M before it.
// A page is read by hand and not by patterns: it is megabytes, and somebody waits.

const USE = '<use href="#';

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
      if (!this.#relative.has(id)) this.#relative.set(id, d[0] === "m" ? d : relative(d));
    }
  }

  drop(ids) {
    for (const id of ids ?? []) this.#relative.delete(id);
  }

  /** SVG whose uses (`<use href="#name" x="1" y="2"/>`, y where it is not 0) are paths, one for
   *  those that follow one another. */
  drawn(source) {
    let out = "";
    let done = 0;
    for (let at = source.indexOf(USE); at >= 0; at = source.indexOf(USE, done)) {
      out += `${source.slice(done, at)}<path d="`;
      while (source.startsWith(USE, at)) {
        const end = source.indexOf("/>", at);
        const [id, x, y] = values(source, at, end);
        const outline = this.#relative.get(id);
        if (outline) out += `M${x} ${y}${outline}`;
        at = end + 2;
      }
      out += '"/>';
      done = at;
    }
    return out + source.slice(done);
  }
}

/** The name, x and y of a use: what stands between its quotation marks. */
function values(source, begin, end) {
  const found = [];
  let at = begin + USE.length;
  for (;;) {
    const quote = source.indexOf('"', at);
    found.push(source.slice(at, quote));
    at = source.indexOf('"', quote + 1) + 1;
    if (!at || at > end) break;
  }
  return [found[0], found[1] ?? "0", found[2] ?? "0"];
}

const [MINUS, POINT, NINE, ZERO, UPPER_A, UPPER_Z] = [45, 46, 57, 48, 65, 90];

/** Path data of absolute steps (M L C Q Z), with at most two decimals, as relative ones from where
 *  the pen is. It is reckoned in whole hundredths, so that nothing is lost on the way. */
export function relative(d) {
  const out = []; // joined at the end: text put together bit by bit would be copied bit by bit too
  let [penX, penY, beginX, beginY, x, y] = [0, 0, 0, 0, 0, 0];
  let across = true; // whether the next number is an x
  let first = true; // of its step
  let at = 0;
  while (at < d.length) {
    let code = d.charCodeAt(at);
    if (code >= UPPER_A && code <= UPPER_Z) {
      [penX, penY] = [x, y];
      first = across = true;
      out.push(d[at].toLowerCase());
      if (d[at] === "Z") [x, y] = [beginX, beginY];
      else if (d[at] === "M") beginX = null;
      at += 1;
      continue;
    }
    if (code !== MINUS && code !== POINT && (code < ZERO || code > NINE)) {
      at += 1;
      continue;
    }
    const negative = code === MINUS;
    if (negative) code = d.charCodeAt((at += 1));
    let value = 0;
    while (code >= ZERO && code <= NINE) {
      value = value * 10 + code - ZERO;
      code = d.charCodeAt((at += 1));
    }
    value *= 100;
    if (code === POINT) {
      code = d.charCodeAt((at += 1));
      for (let place = 10; code >= ZERO && code <= NINE; place /= 10) {
        if (place >= 1) value += (code - ZERO) * place;
        code = d.charCodeAt((at += 1));
      }
    }
    if (negative) value = -value;
    const moved = value - (across ? penX : penY);
    out.push(first ? moved / 100 : ` ${moved / 100}`);
    first = false;
    if (across) x = value;
    else {
      y = value;
      if (beginX === null) [beginX, beginY] = [x, y];
    }
    across = !across;
  }
  return out.join("");
}
