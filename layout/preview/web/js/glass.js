// Shapes on the glass over a page: frames, bars over words, a flash; in points.

import { calm, svg } from "./dom.js";

export function frame([x, y, width, height], name = "") {
  return svg("rect", { x, y, width, height, class: name });
}

export function place({ x, y, width, height }, name = "") {
  return frame([x, y, width, height], name);
}

const FLASH = 1400; // ms

/** Frames that fade by themselves, and leave nothing behind. */
export function flash(group, rects, name = "soft") {
  const wave = svg("g", { class: `flash ${name}` }, ...rects.map((one) => frame(one)));
  group.append(wave);
  const frames = calm()
    ? [{ opacity: 1 }, { opacity: 1 }]
    : [{ opacity: 0 }, { opacity: 1, offset: 0.12 }, { opacity: 1, offset: 0.4 }, { opacity: 0 }];
  const run = wave.animate(frames, { duration: FLASH, easing: "ease-out" });
  run.onfinish = () => wave.remove();
  run.oncancel = () => wave.remove();
}
