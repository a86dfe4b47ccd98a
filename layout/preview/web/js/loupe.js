// The loupe: a round glass that follows the pointer and draws the outlines anew, larger.

import { eachFrame, kept, make, svg } from "./dom.js";

const SIZE = 260; // px
const POWERS = [2, 3, 4, 6, 8, 12];
const LEAST = 2.2; // px a point: what is seen is never smaller than a 9 pt character of 20 px

export function install(app) {
  let power = kept.get("loupe", 4);
  let on = false;
  let pointer = null;
  let shown = null; // {page, rev}
  const clones = new Map(); // DOM id of a block → its copy
  const paperRect = svg("rect", { class: "sheet" });
  const ink = svg("g");
  const view = svg("svg", { "aria-hidden": "true" }, paperRect, ink);
  const cross = svg("svg", { class: "cross", viewBox: "0 0 20 20", "aria-hidden": "true" },
    svg("path", { d: "M10 3v5M10 12v5M3 10h5M12 10h5" }));
  const told = make("span", { class: "power figures" });
  const root = make("div", { id: "loupe", hidden: true, "aria-hidden": "true" }, view, cross, told);
  document.body.append(root);

  const draw = eachFrame(() => {
    const at = on && pointer && app.view.at(pointer.x, pointer.y);
    root.hidden = !at;
    if (!at) return;
    const paper = app.view.paper(at.page);
    const model = app.model(at.page);
    if (shown?.page !== at.page || shown.rev !== model.rev || shown.before !== paper.showsBefore) renew(paper, model);
    const scale = Math.max(app.scale * power, LEAST);
    const wide = SIZE / scale;
    const [x, y] = [at.x - wide / 2, at.y - wide / 2];
    view.setAttribute("viewBox", `${x} ${y} ${wide} ${wide}`);
    need(paper, model, [x, y, wide, wide]);
    told.textContent = `${Math.round((scale / app.scale) * app.view.zoom * 100)}%`;
    const left = Math.min(innerWidth - SIZE - 4, Math.max(4, pointer.x - SIZE / 2));
    const top = Math.min(innerHeight - SIZE - 4, Math.max(4, pointer.y - SIZE / 2));
    root.style.transform = `translate(${left}px, ${top}px)`;
    cross.style.transform = `translate(${pointer.x - left - SIZE / 2}px, ${pointer.y - top - SIZE / 2}px)`;
  });

  function renew(paper, model) {
    shown = { page: paper.name, rev: model.rev, before: paper.showsBefore };
    clones.clear();
    ink.replaceChildren();
    paperRect.setAttribute("width", paper.width);
    paperRect.setAttribute("height", paper.height);
  }

  /** Only the blocks that are under the glass are copied, in the order of painting. */
  function need(paper, model, [x, y, wide, high]) {
    let moved = false;
    for (const id of paper.ids) {
      const info = model.info.get(model.ownerOf(id));
      const rect = info?.rect;
      const seen = !rect || (rect[0] - 6 < x + wide && rect[0] + rect[2] + 6 > x
        && rect[1] - 6 < y + high && rect[1] + rect[3] + 6 > y);
      if (seen && !clones.has(id)) {
        const copy = paper.element(id)?.cloneNode(true);
        if (!copy) continue;
        copy.removeAttribute("id");
        clones.set(id, copy);
        moved = true;
      } else if (!seen && clones.has(id)) {
        clones.get(id).remove();
        clones.delete(id);
      }
    }
    if (moved) ink.replaceChildren(...paper.ids.map((id) => clones.get(id)).filter(Boolean));
  }

  app.stage.addEventListener("pointermove", (event) => {
    pointer = { x: event.clientX, y: event.clientY };
    if (on) draw();
  }, { passive: true });
  app.stage.addEventListener("pointerleave", () => {
    pointer = null;
    if (on) draw();
  });

  const button = app.bar.button({
    group: "tools", word: "tool.loupe", icon: "loupe", key: "z", pressed: false, run: () => use(!on),
  });
  function use(state) {
    on = state;
    button.setAttribute("aria-pressed", String(on));
    document.body.classList.toggle("loupe", on);
    if (!on) {
      root.hidden = true; // now, and not with the next frame: a page in the background has none
      clones.clear();
      ink.replaceChildren();
      shown = null;
    }
    draw();
  }
  const more = (up) => {
    const next = up ? POWERS.find((one) => one > power) : POWERS.findLast((one) => one < power);
    if (!next) return;
    power = next;
    kept.set("loupe", power);
    draw();
  };
  app.keys.add({ key: "z", word: "tool.loupe", group: "tools", run: () => use(!on) });
  app.keys.add({ key: ".", word: "loupe.more", group: "tools", run: () => more(true), when: () => on, why: "loupe.first" });
  app.keys.add({ key: ",", word: "loupe.less", group: "tools", run: () => more(false), when: () => on, why: "loupe.first" });
  app.keys.add({ key: "Escape", word: null, run: () => use(false), when: () => on });
  for (const name of ["drawn", "view", "open"]) app.on(name, () => on && draw());
}
