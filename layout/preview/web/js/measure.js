// The measuring tool: drag from place to place, and read mm, 字 and 行; Shift keeps it level.

import { svg } from "./dom.js";
import { label, widthOf } from "./glass.js";
import { fixed, short } from "./units.js";

export function install(app) {
  let from = null;
  let last = null;

  app.tools.add({
    id: "measure",
    word: "tool.measure",
    icon: "measure",
    key: "m",
    picked: () => app.status.say(app.t("measure.how")),
    dropped: clear,
    hover: (event, at) => app.status.place(at),
    down(event, at) {
      if (!at) return false;
      clear();
      from = at;
      return true;
    },
    move(event) {
      const paper = app.view.paper(from.page);
      last = app.view.on(paper, event.clientX, event.clientY);
      if (event.shiftKey) {
        if (Math.abs(last.x - from.x) > Math.abs(last.y - from.y)) last.y = from.y;
        else last.x = from.x;
      }
      draw();
      app.status.place(last);
    },
    up() {
      if (last) app.status.say(words().join("，"));
    },
    cancel: clear,
  });

  function clear() {
    if (from) app.view.glass("measure", from.page)?.replaceChildren();
    from = null;
    last = null;
  }

  function words() {
    const { units } = app.model(from.page);
    const [wide, high] = [Math.abs(last.x - from.x), Math.abs(last.y - from.y)];
    const said = [];
    if (wide > 0.5) said.push(`↔ ${fixed(units.mm(wide))} mm ${app.t("measure.zi", { zi: short(units.inZi(wide)) })}`);
    if (high > 0.5) said.push(`↕ ${fixed(units.mm(high))} mm ${app.t("measure.lines", { lines: short(units.inLines(high)) })}`);
    if (wide > 0.5 && high > 0.5) said.push(`⤢ ${fixed(units.mm(Math.hypot(wide, high)))} mm`);
    return said;
  }

  /** The drag on the glass, its words as large on the screen at any zoom. */
  function draw() {
    const glass = app.view.glass("measure", from.page);
    const px = 1 / app.scale;
    const [x1, y1, x2, y2] = [from.x, from.y, last.x, last.y];
    const said = words();
    const shapes = [
      svg("rect", { class: "area", x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }),
      svg("line", { x1, y1, x2, y2 }),
      ...[[x1, y1], [x2, y2]].map(([cx, cy]) => svg("circle", { cx, cy, r: 3 * px })),
    ];
    if (said.length) {
      const wide = Math.max(...said.map(widthOf)) + 14;
      const left = x2 + (x2 >= x1 ? 10 : -10 - wide) * px;
      const top = y2 + (y2 >= y1 ? 8 : -15 - said.length * 17) * px;
      shapes.push(label(said, left, top, px));
    }
    glass.replaceChildren(...shapes);
  }

  app.on("view", () => {
    if (from && last) draw();
  });
  app.on("open", () => {
    from = null;
    last = null;
  });
}
