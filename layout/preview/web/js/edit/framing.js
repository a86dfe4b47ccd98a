// A picture in its frame as numbers: what a drag and a change of size make of it. No DOM.
//
// A picture in hand is {rect: [x, y, w, h] of what is seen, crop: [left, top, right, bottom] in parts
// of the picture, pixels: [w, h], scale (100 is what `fit` gives), focus: [x, y], by: "focus" |
// "shift", shift: [dx, dy] in points}. `full` is all of the picture on the page, the seen part and
// what is cut, {x, y, w, h} in points.

const INCH = 72;
export const LEAST = 5;
export const MOST = 2000;
const SAME = 1e-6;

/** All of a picture, from the part that is seen. */
export function fullOf({ rect, crop }) {
  const [x, y, w, h] = rect;
  const wide = w / (crop[2] - crop[0]);
  const high = h / (crop[3] - crop[1]);
  return { x: x - crop[0] * wide, y: y - crop[1] * high, w: wide, h: high };
}

/** Whether a picture fills its frame now, so that `focus` says what of it is seen. */
const fills = (full, rect) => full.w >= rect[2] * (1 - SAME) && full.h >= rect[3] * (1 - SAME);

const held = (at, length, room) => (length >= room * (1 - SAME) ? Math.min(0, Math.max(room - length, at)) : at);

/** The picture moved by so many points: one that fills its frame shows no white. */
export function dragged(picture, full, dx, dy) {
  const [x, y, w, h] = picture.rect;
  if (picture.by !== "focus") return { ...full, x: full.x + dx, y: full.y + dy };
  return {
    ...full,
    x: x + held(full.x + dx - x, full.w, w),
    y: y + held(full.y + dy - y, full.h, h),
  };
}

/** The picture larger or smaller, about a point of the page. */
export function scaled(picture, full, scale, to, at) {
  const kept = Math.min(MOST, Math.max(LEAST, to));
  const by = kept / scale;
  const next = { w: full.w * by, h: full.h * by, x: at.x - (at.x - full.x) * by, y: at.y - (at.y - full.y) * by };
  const [x, y, w, h] = picture.rect;
  if (picture.by !== "focus" || !fills(next, picture.rect)) return { full: next, scale: kept };
  return {
    full: { ...next, x: x + held(next.x - x, next.w, w), y: y + held(next.y - y, next.h, h) },
    scale: kept,
  };
}

/** The focus that shows a picture where it stands: the middle of its frame, where it may move. */
export function focusOf(picture, full) {
  const one = (at, length, room, before) => {
    if (length - room < SAME * room) return before;
    const part = (room / 2 - at) / length;
    return Math.min(1, Math.max(0, Number(part.toFixed(3))));
  };
  const [x, y, w, h] = picture.rect;
  return [one(full.x - x, full.w, w, picture.focus[0]), one(full.y - y, full.h, h, picture.focus[1])];
}

/** The pixels an inch at which a picture is printed; null of vector artwork. */
export function ppiOf(picture, full) {
  if (picture.vector) return null;
  return Math.round(Math.min(picture.pixels[0] / (full.w / INCH), picture.pixels[1] / (full.h / INCH)));
}
