// What is drawn over the page while a block is moved: its frame with handles, a ghost of where it
// will stand, the columns and lines it snaps to, and its measures. All of it in points; what must
// be of one size on the screen is divided by the scale.

import { svg } from "../dom.js";
import { HANDLES, rectOf } from "./grid.js";

const HANDLE = 9; // px across, as it is seen
const TOUCH = 14; // px from its middle, as it is met by a mouse
const FINGER = 24; // and by a finger
const LABEL = 13; // px of its type

/** Where the handles of a rectangle are. */
export function handlesOf({ x, y, w, h }) {
  const across = { left: x, right: x + w };
  const down = { top: y, bottom: y + h };
  return Object.entries(HANDLES).map(([name, edges]) => ({
    name,
    x: edges.x ? across[edges.x] : x + w / 2,
    y: edges.y ? down[edges.y] : y + h / 2,
  }));
}

/** The handle at a place, for a pen as fine as the pointer is; null where there is none. */
export function handleAt(rect, x, y, scale, pointer = "mouse") {
  // In a small frame handles would cover all of it: there must be room left to take it by.
  const reach = Math.min((pointer === "mouse" ? TOUCH : FINGER) / scale, rect.w / 3, rect.h / 3);
  const outer = (pointer === "mouse" ? TOUCH : FINGER) / scale;
  const near = (at) => {
    const inside = x > rect.x && x < rect.x + rect.w && y > rect.y && y < rect.y + rect.h;
    const most = inside ? reach : outer;
    return Math.abs(at.x - x) <= most && Math.abs(at.y - y) <= most;
  };
  const found = handlesOf(rect).filter(near);
  const far = (at) => Math.hypot(at.x - x, at.y - y);
  return found.sort((a, b) => far(a) - far(b))[0]?.name ?? null;
}

/** How high the plate of some lines is, in pixels. */
const plate = (lines) => lines.length * (LABEL + 5) + 4;

const boxOf = (name, { x, y, w, h }) => svg("rect", { class: name, x, y, width: w, height: h, "vector-effect": "non-scaling-stroke" });

const ROOM = 3; // times its height: a rectangle that high has room for a plate in it

/** Lines of words on a plate over a place of the page, kept on the page. */
export function label(lines, x, y, scale, width, name = "") {
  const wideOf = (line) => [...line].reduce((all, one) => all + (one.charCodeAt(0) > 0x2e80 ? LABEL : LABEL * 0.6), 16);
  const wide = Math.max(...lines.map(wideOf));
  const high = plate(lines);
  const left = Math.max(0, Math.min(x, width - wide / scale));
  const top = Math.max(0, y - (high + 3) / scale);
  return svg(
    "g",
    { class: `edit-label ${name}`, transform: `translate(${left} ${top}) scale(${1 / scale})` },
    svg("rect", { width: wide, height: high, rx: 3 }),
    ...lines.map((line, n) => svg("text", { x: 8, y: (n + 1) * (LABEL + 5) - 2, "font-size": LABEL }, line)),
  );
}

/** Where a plate of so many lines stands that is of a rectangle: in it at its foot, where it covers no
 *  headline; under it where it is low, and over its foot where the page ends there. */
function footOf(rect, lines, scale, bottom) {
  const high = plate(lines) / scale;
  const foot = rect.y + rect.h;
  const inside = rect.h > ROOM * high || foot + high > bottom;
  return inside ? foot : foot + high + 6 / scale;
}

/** The frame of a selected block. `rects` are its places; the one in hand has the handles. */
export function frame(rects, { held = 0, locked = false, scale, handles = true }) {
  const group = svg("g", { class: locked ? "edit-frame locked" : "edit-frame" });
  rects.forEach((rect, n) => group.append(boxOf(n === held ? "held" : "other", rect)));
  if (locked) {
    group.append(lock(rects[held], scale));
  } else if (handles) {
    const size = HANDLE / scale;
    for (const { name, x, y } of handlesOf(rects[held])) {
      const at = { class: "edit-handle", x: x - size / 2, y: y - size / 2, width: size, height: size };
      group.append(svg("rect", { ...at, "data-handle": name, "vector-effect": "non-scaling-stroke" }));
    }
  }
  return group;
}

/** A small lock at the corner of what cannot be moved. */
function lock(rect, scale) {
  const place = `translate(${rect.x + rect.w - 22 / scale} ${rect.y + 4 / scale}) scale(${1 / scale})`;
  return svg(
    "g",
    { class: "edit-lock", transform: place },
    svg("rect", { width: 18, height: 18, rx: 3 }),
    svg("path", { d: "M5 8.5h8v6H5zM6.5 8.5V6.3a2.5 2.5 0 0 1 5 0v2.2" }),
  );
}

/** Where the block will stand, with the columns and lines of the grid that it keeps to. */
export function ghost(grid, place, page, { kind = "", words, scale }) {
  const rect = rectOf(grid, place);
  const group = svg("g", { class: `edit-ghost ${kind}` });
  const bottom = grid.top + grid.lines * grid.pitch;
  const cut = (x1, y1, x2, y2) => svg("line", { class: "snap", x1, y1, x2, y2, "vector-effect": "non-scaling-stroke" });
  group.append(
    cut(rect.x, grid.top, rect.x, bottom),
    cut(rect.x + rect.w, grid.top, rect.x + rect.w, bottom),
    cut(grid.left, rect.y, grid.right, rect.y),
    cut(grid.left, rect.y + rect.h, grid.right, rect.y + rect.h),
    boxOf("place", rect),
    label(words, rect.x, footOf(rect, words, scale, page.height), scale, page.width),
  );
  return group;
}

/** Another block that this one would change places with, or would lie on. */
export const marked = (rect, kind) => boxOf(`edit-target ${kind}`, rect);
