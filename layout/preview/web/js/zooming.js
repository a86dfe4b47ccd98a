// Zoom: its buttons, its keys, and the true size of a screen that one measures with a ruler.

import { byId, kept, make } from "./dom.js";

export function install(app) {
  const { view } = app;
  const button = (word, icon, key, run) => app.bar.button({ group: "zoom", word, icon, key, run });
  button("zoom.out", "minus", "−", () => view.step(false));
  const input = make("input", { id: "zoom", class: "figures", inputmode: "decimal", size: 6, "data-t-label": "zoom" });
  byId("bar-zoom").append(input);
  button("zoom.in", "plus", "+", () => view.step(true));
  const page = button("zoom.page", "page", "0", () => view.refit("page"));
  const width = button("zoom.width", "width", "9", () => view.refit("width"));
  const whole = app.bar.button({ group: "zoom", word: "zoom.100", key: "1", run: () => view.zoomTo(1) });
  whole.firstChild.removeAttribute("data-t");
  whole.firstChild.textContent = "1:1";

  const typed = () => {
    const value = Number.parseFloat(input.value.replace("％", "%"));
    if (value > 0) view.zoomTo(value / 100);
    told();
  };
  input.onchange = typed;
  input.onfocus = () => input.select();
  input.onkeydown = (event) => {
    if (event.key === "Enter") app.stage.focus();
    if (event.key === "Escape") {
      told();
      app.stage.focus();
    }
  };

  function told() {
    if (document.activeElement !== input) input.value = `${Math.round(view.zoom * 1000) / 10}%`;
    page.setAttribute("aria-pressed", String(view.fit === "page"));
    width.setAttribute("aria-pressed", String(view.fit === "width"));
    whole.setAttribute("aria-pressed", String(!view.fit && view.zoom === 1));
  }
  app.on("view", told);
  input.onblur = told;

  const { keys } = app;
  for (const key of ["+", "=", "Ctrl+=", "Ctrl++"]) {
    keys.add({ key, word: key === "+" ? "zoom.in" : null, group: "zoom", run: () => view.step(true) });
  }
  for (const key of ["-", "Ctrl+-"]) {
    keys.add({ key, word: key === "-" ? "zoom.out" : null, group: "zoom", run: () => view.step(false) });
  }
  for (const key of ["0", "Ctrl+0"]) {
    keys.add({ key, word: key === "0" ? "zoom.page" : null, group: "zoom", run: () => view.refit("page") });
  }
  keys.add({ key: "9", word: "zoom.width", group: "zoom", run: () => view.refit("width") });
  keys.add({ key: "1", word: "zoom.100", group: "zoom", run: () => view.zoomTo(1, view.held) });
  keys.add({ key: "2", word: "zoom.200", group: "zoom", run: () => view.zoomTo(2, view.held) });
  keys.add({ key: "4", word: "zoom.400", group: "zoom", run: () => view.zoomTo(4, view.held) });
  keys.add({ key: "Shift+z", word: "zoom.selected", group: "zoom", run: toSelected });

  /** The block that is picked fills the table. */
  function toSelected() {
    const model = app.model();
    const info = model?.info.get(app.selection.block);
    if (!info) return void app.status.say(app.t("block.nothing"));
    const [x, y, w, h] = info.rect;
    const room = { w: app.stage.clientWidth - 40, h: app.stage.clientHeight - 40 };
    view.zoomTo((view.zoom / view.scale) * Math.min(room.w / w, room.h / h));
    view.centre(model.page, x + w / 2, y + h / 2);
  }

  // A screen seldom has the 96 pixels an inch that it says: a bar on it is measured once.
  const dialog = byId("true-size");
  const bar = make("div", { class: "hundred" });
  const measured = make("input", { type: "number", min: 50, max: 200, step: 0.5, id: "measured", class: "figures" });
  dialog.append(
    make("h2", { id: "true-size-head", "data-t": "truth" }),
    make("p", { "data-t": "truth.how" }),
    bar,
    make("p", {}, make("label", { for: "measured", "data-t": "truth.measured" }), measured, " mm"),
    make("form", { method: "dialog", class: "buttons" },
      make("button", { value: "no", "data-t": "cancel" }),
      make("button", { value: "yes", class: "main", "data-t": "use" })),
  );
  dialog.onclose = () => {
    const value = Number.parseFloat(measured.value);
    if (dialog.returnValue !== "yes" || !(value >= 50 && value <= 200)) return;
    view.truth = 100 / value;
    kept.set("truth", view.truth);
    view.zoomTo(1);
  };
  const ask = () => {
    measured.value = String(Math.round(1000 / view.truth) / 10);
    dialog.showModal();
  };
  whole.oncontextmenu = (event) => {
    event.preventDefault();
    ask();
  };
  keys.add({ key: "Shift+1", word: "truth", group: "zoom", run: ask });
  keys.add({ key: "!", word: null, group: "zoom", run: ask });
}
