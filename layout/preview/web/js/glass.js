// Shapes on the glass over a page: frames, bars over words, a flash; in points.

import { calm, svg } from "./dom.js";

export function frame([x, y, width, height], name = "") {
  return svg("rect", { x, y, width, height, class: name });
}

export function place({ x, y, width, height }, name = "") {
  return frame([x, y, width, height], name);
}

/** Words on a dark ground that are as large on the screen at any zoom; `px` is points of a pixel. */
export function label(lines, x, y, px) {
  const wide = Math.max(...lines.map(widthOf)) + 14;
  const group = svg("g", { class: "label", transform: `translate(${x} ${y}) scale(${px})` },
    svg("rect", { width: wide, height: lines.length * 17 + 7, rx: 3 }));
  lines.forEach((one, k) => {
    const text = svg("text", { x: 7, y: 16 + k * 17 });
    text.textContent = one;
    group.append(text);
  });
  return group;
}

/** About how wide words of 12 px are: a Chinese character is 12, anything else some 6.6. */
export const widthOf = (text) =>
  [...text].reduce((all, one) => all + (one.codePointAt(0) > 0x2e80 ? 12 : 6.7), 0);

/** The first of some places ({x, y, w, h}) that covers the least of what stands on the page. */
export function clearest(places, standing) {
  const covered = (at) => standing.reduce((all, one) => all + common(at, one), 0);
  let [best, least] = [places[0], Infinity];
  for (const at of places) {
    const all = covered(at);
    if (all < least - 0.01) [best, least] = [at, all];
  }
  return best;
}

/** The area that two rectangles have in common. */
function common(a, b) {
  const wide = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return wide > 0 && high > 0 ? wide * high : 0;
}

const FLASH = 1400; // ms

/** Frames on a paper that fade by themselves, in a few steps, and leave nothing behind. A layer of
 *  its own would fade more smoothly, but to come and go it has all of the page sorted again. */
export function flash(paper, rects, name = "soft") {
  const wave = svg("g", { class: `flash ${name}` }, ...rects.map((one) => frame(one)));
  paper.glassOf("flash").append(wave);
  const frames = calm()
    ? [{ opacity: 1 }, { opacity: 1 }]
    : [{ opacity: 1 }, { opacity: 1, offset: 0.4, easing: "steps(4)" }, { opacity: 0 }];
  const run = wave.animate(frames, { duration: FLASH });
  run.onfinish = () => wave.remove();
  run.oncancel = () => wave.remove();
}
