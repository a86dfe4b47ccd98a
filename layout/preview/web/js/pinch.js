// Two fingers on a screen that is touched: the page is zoomed and moved as they go, and what is between
// them stays there. (Those on a touchpad come as a wheel with Ctrl.)

import { eachFrame } from "./dom.js";

export function install({ view, stage }) {
  let began = null; // {apart, x, y, zoom}: when the second finger came down, x and y at the last frame
  let now = null;

  const between = ([a, b]) => ({
    apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
    x: (a.clientX + b.clientX) / 2,
    y: (a.clientY + b.clientY) / 2,
  });

  stage.addEventListener("touchstart", ({ touches }) => {
    if (touches.length !== 2) return;
    stage.dispatchEvent(new PointerEvent("pointercancel")); // the first one was no drag
    now = null;
    began = { ...between(touches), zoom: view.zoom };
  }, { passive: true });

  stage.addEventListener("touchmove", (event) => {
    if (!began?.apart || event.touches.length !== 2) return;
    event.preventDefault(); // the window itself is not zoomed
    now = between(event.touches);
    draw();
  }, { passive: false });

  const draw = eachFrame(() => {
    if (!began || !now) return;
    const { apart, x, y } = now;
    stage.scrollLeft -= x - began.x;
    stage.scrollTop -= y - began.y;
    view.zoomTo((began.zoom * apart) / began.apart, { x, y });
    Object.assign(began, { x, y });
  });

  for (const name of ["touchend", "touchcancel"]) {
    stage.addEventListener(name, () => (began = null), { passive: true });
  }
}
