// Outlines of glyphs, and runs of glyphs as one path.
//
// A page has some 5,000 glyphs. Each as a `<use>` is a shadow tree, a place of its own to be laid
// out, painted and sorted; the outlines of a run joined to one path are drawn alike, by a sixth of
// the elements. An outline comes in relative steps, so that to place it is to put an M before it. A
// page is read by hand and not by patterns: it is megabytes, and somebody waits.

const USE = '<use href="#';

export class Outlines {
  #outlines = new Map();
  /** Whether something was drawn without an outline that nobody has brought. */
  lacks = false;

  get size() {
    return this.#outlines.size;
  }

  clear() {
    this.#outlines.clear();
    this.lacks = false;
  }

  add(symbols) {
    for (const [id, d] of Object.entries(symbols ?? {})) {
      this.#outlines.set(id, d);
    }
  }

  drop(ids) {
    for (const id of ids ?? []) this.#outlines.delete(id);
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
        const outline = this.#outlines.get(id);
        if (outline === undefined) this.lacks = true;
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
