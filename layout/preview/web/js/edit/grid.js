// The page's grid (版样) as numbers: places in columns and lines to points and back. No DOM here.
//
// A grid is {columns: [[left, right], …], left, right, top, pitch, lines, zi}, in points from the
// trim's top left (a page that keeps to no columns has none); a place is {cols: [first, last], lines:
// [first, last]}, both counted from 1. One that keeps to one of two facing pages is `within` [first, last]
// of the columns, and its spec counts from `shift` on. One that is measured by lengths has no cols, but
// {x: [left, right], base}, in points: from where it is counted.

/** The grid of a page as this folder counts it. */
export const gridOf = ({ grid }) => ({ ...grid, left: grid.x, right: grid.x + grid.width, top: grid.y });

export const PT_MM = 25.4 / 72;

/** The handles of a frame: which of its edges each one moves. */
export const HANDLES = {
  nw: { x: "left", y: "top" },
  n: { y: "top" },
  ne: { x: "right", y: "top" },
  e: { x: "right" },
  se: { x: "right", y: "bottom" },
  s: { y: "bottom" },
  sw: { x: "left", y: "bottom" },
  w: { x: "left" },
};

const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

const SNAP = 0.5; // 字 to which a length is rounded
const PULL = 0.75; // 字 from an edge of the grid or of another block that draws one on

/** From where to where a place stands across. */
const across = (grid, { cols, x }) => (cols ? [grid.columns[cols[0] - 1][0], grid.columns[cols[1] - 1][1]] : x);

/** The columns in which a place may stand, the first and the last. */
const columnsOf = (grid, { within }) => within ?? [1, grid.columns.length];

/** The rectangle of a place: the white of its last line is within it, as the page has it. */
export function rectOf(grid, place) {
  const [left, right] = across(grid, place);
  return {
    x: left,
    y: grid.top + (place.lines[0] - 1) * grid.pitch,
    w: right - left,
    h: (place.lines[1] - place.lines[0] + 1) * grid.pitch,
  };
}

/** The number of the column whose left edge (or right one, `end` 1) is nearest to x. */
export function columnAt(grid, x, end = 0) {
  let best = 1;
  grid.columns.forEach((column, k) => {
    if (Math.abs(column[end] - x) < Math.abs(grid.columns[best - 1][end] - x)) best = k + 1;
  });
  return best;
}

/** The number of the line whose upper edge is nearest to y; of all edges, beyond the grid too. */
const edgeAt = (grid, y) => Math.round((y - grid.top) / grid.pitch) + 1;

/** A length from `base`, in points, at the nearest half 字, or at an edge that is near. */
function snapped(grid, base, x, edges = []) {
  const whole = base + Math.round((x - base) / grid.zi / SNAP) * SNAP * grid.zi;
  const near = edges.filter((edge) => Math.abs(edge - x) <= PULL * grid.zi);
  return near.sort((a, b) => Math.abs(a - x) - Math.abs(b - x))[0] ?? whole;
}

/** A place moved by so many points: as wide and high as before, on the grid, within it. */
export function moved(grid, place, dx, dy, edges = []) {
  const rect = rectOf(grid, place);
  const high = place.lines[1] - place.lines[0];
  const line = clamp(edgeAt(grid, rect.y + dy), 1, grid.lines - high);
  const lines = [line, line + high];
  if (!place.cols) {
    const least = grid.left;
    const most = grid.right - rect.w;
    if (Math.abs(dx) < (SNAP / 2) * grid.zi || place.fixed) return { ...place, lines };
    const left = clamp(snapped(grid, place.base, rect.x + dx, edges), least, Math.max(least, most));
    return { ...place, x: [left, left + rect.w], lines };
  }
  const wide = place.cols[1] - place.cols[0];
  const [least, most] = columnsOf(grid, place);
  const col = clamp(columnAt(grid, rect.x + dx), least, most - wide);
  return { ...place, cols: [col, col + wide], lines };
}

/** A place of which a handle was drawn to a point. No edge goes past the one opposite. */
export function resized(grid, place, handle, x, y, pulls = []) {
  const edges = HANDLES[handle];
  const lines = [...place.lines];
  if (edges.y === "top") lines[0] = clamp(edgeAt(grid, y), 1, lines[1]);
  if (edges.y === "bottom") lines[1] = clamp(edgeAt(grid, y) - 1, lines[0], grid.lines);
  if (!place.cols) {
    const [left, right] = place.x;
    const least = SNAP * grid.zi;
    const ends = [...place.x];
    if (edges.x === "left" && !place.fixed) ends[0] = clamp(snapped(grid, place.base, x, pulls), grid.left, right - least);
    if (edges.x === "right" && !place.fixed) ends[1] = clamp(snapped(grid, left, x, pulls), left + least, grid.right);
    return { ...place, x: ends, lines };
  }
  const cols = [...place.cols];
  const [first, last] = columnsOf(grid, place);
  if (edges.x === "left") cols[0] = clamp(columnAt(grid, x, 0), first, cols[1]);
  if (edges.x === "right") cols[1] = clamp(columnAt(grid, x, 1), cols[0], last);
  return { ...place, cols, lines };
}

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** A place after an arrow key: moved by a column (or 字) or a line, or its right or lower edge moved. */
export function stepped(grid, place, key, size = false, far = 1) {
  const [dx, dy] = STEPS[key];
  const edge = (span, by, [least, most]) => {
    const step = by * far;
    if (size) return [span[0], clamp(span[1] + step, span[0], most)];
    const first = clamp(span[0] + step, least, most - (span[1] - span[0]));
    return [first, first + span[1] - span[0]];
  };
  const lines = dy ? edge(place.lines, dy, [1, grid.lines]) : [...place.lines];
  if (!place.cols) {
    if (!dx || place.fixed) return { ...place, lines };
    const by = dx * far * grid.zi;
    const [left, right] = place.x;
    const [least, most] = [grid.left, grid.right];
    if (size) return { ...place, lines, x: [left, clamp(right + by, left + SNAP * grid.zi, most)] };
    const at = clamp(left + by, least, Math.max(least, most - (right - left)));
    return { ...place, lines, x: [at, at + right - left] };
  }
  return { ...place, cols: dx ? edge(place.cols, dx, columnsOf(grid, place)) : [...place.cols], lines };
}

const rounded = (value) => Number(value.toFixed(2));

/** Where a place that is measured by lengths begins and how wide it is, in 字, as a spec has it. */
export const lengths = (grid, { x, base }) => ({ from: rounded((x[0] - base) / grid.zi), width: rounded((x[1] - x[0]) / grid.zi) });

/** What a place measures: columns and lines, mm, and 字 of the body across. */
export function measures(grid, place) {
  const rect = rectOf(grid, place);
  return {
    cols: place.cols ? place.cols[1] - place.cols[0] + 1 : 0,
    lines: place.lines[1] - place.lines[0] + 1,
    width_mm: (rect.w * PT_MM).toFixed(1),
    height_mm: (rect.h * PT_MM).toFixed(1),
    zi: rounded(rect.w / grid.zi),
    ...(place.cols ? {} : lengths(grid, place)),
  };
}

/** A span as a spec writes it: 3-5, or 4 alone. */
export const span = ([first, last]) => (first === last ? `${first}` : `${first}–${last}`);

const LEAST = 0.01; // pt

/** Whether two places say the same. */
export const same = (grid, a, b) => {
  const [p, q] = [across(grid, a), across(grid, b)];
  return span(a.lines) === span(b.lines) && Math.abs(p[0] - q[0]) < LEAST && Math.abs(p[1] - q[1]) < LEAST;
};

/** Whether two places lie over one another. */
export const overlap = (grid, a, b) => {
  const [p, q] = [across(grid, a), across(grid, b)];
  return p[0] < q[1] - LEAST && q[0] < p[1] - LEAST && a.lines[0] <= b.lines[1] && b.lines[0] <= a.lines[1];
};
