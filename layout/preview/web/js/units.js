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

/** A number with at most so many decimals and no zeros behind. */
export function short(value, decimals = 1) {
  const text = value.toFixed(decimals);
  const cut = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return (cut === "-0" ? "0" : cut).replace("-", "−");
}

export const fixed = (value, decimals = 2) => value.toFixed(decimals).replace("-", "−");
