// Measures of a page as newspaper people say them: millimetres, 字 and 行.

export const MM = 72 / 25.4; // points of a millimetre
export const CSS_PX = 96 / 72; // CSS pixels of a point at 100 %

export class Units {
  constructor(grid) {
    this.grid = grid;
    this.zi = grid?.zi || 9;
    this.pitch = grid?.pitch || 12;
  }

  mm(points) {
    return points / MM;
  }

  inZi(points) {
    return points / this.zi;
  }

  inLines(points) {
    return points / this.pitch;
  }

  /** The line of the grid at a height, counted from 1 (with its part), from the type area's top. */
  lineAt(y) {
    return this.grid ? (y - this.grid.y) / this.pitch + 1 : 0;
  }

  /** The column of the grid at a place, counted from 1, and how many 字 from its left edge; of a
   *  gutter the column at its left. */
  columnAt(x) {
    const columns = this.grid?.columns ?? [];
    let found = null;
    columns.forEach(([left, right], k) => {
      if (x >= left - 1e-6) found = { column: k + 1, zi: (x - left) / this.zi, gutter: x > right };
    });
    return found;
  }
}

/** One number, or from where to where. */
export const spanned = (first, last) => (first === last ? `${first}` : `${first}–${last}`);

const WHOLE = 0.95; // of the page: what covers so much of it is of the page
const SLACK = 0.3; // of a line: type reaches so far over the edges of its own

/** The columns and lines of the grid that a rectangle meets, as they are said (第6–8栏 第16–26行);
 *  empty off the type area. The same as `layout.display.spoken`. */
export function spoken(app, { units, grid, width: wide, height: high }, [x, y, width, height]) {
  if (width * height >= WHOLE * wide * high) return app.t("place.page");
  if (!grid?.lines || y + height < grid.y || y > grid.y + grid.height) return "";
  const first = Math.min(Math.max(Math.floor(units.lineAt(y) + SLACK), 1), grid.lines);
  const last = Math.min(Math.max(Math.ceil(units.lineAt(y + height) - 1 - SLACK), first), grid.lines);
  const lines = spanned(first, last);
  const met = grid.columns
    .map(([left, right], k) => (Math.min(right, x + width) - Math.max(left, x) > Math.min(0.5, width / 2) ? k + 1 : 0))
    .filter(Boolean);
  if (!met.length) return app.t("place.lines", { lines });
  return app.t("place.columns", { columns: spanned(met[0], met.at(-1)), lines });
}

/** A number with at most so many decimals and no zeros behind. */
export function short(value, decimals = 1) {
  const text = value.toFixed(decimals);
  const cut = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return (cut === "-0" ? "0" : cut).replace("-", "−");
}

export const fixed = (value, decimals = 2) => value.toFixed(decimals).replace("-", "−");
