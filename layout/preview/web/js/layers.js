// Overlays: each a layer of its own under or over the page, switched here and drawn by CSS.

import { byId, kept, make } from "./dom.js";

const LAYERS = [
  ["grid", "g"], ["lines", "l"], ["baselines", "b"], ["numbers", "h"], ["frames", "f"], ["blocks", "k"],
  ["threads", "t"], ["classes", "y"], ["squeezes", "q"], ["loose", "a"], ["findings", "i"], ["corrections", "j"],
];
/** Shown unasked: what does not fit looks finished without it. */
const ALWAYS = ["unfit"];
/** Drawn in this window from what it knows, so that they need no answer of the server. */
const OWN = new Set(["findings"]);

export function install(app) {
  const list = byId("layers");
  const shown = new Set(kept.get("layers", []));
  const boxes = new Map();
  const late = new Map(); // layers that are still being drawn, by name: the pages of which
  const keys = new Map(); // what the colours of a layer mean, shown while it is

  for (const [name, key] of LAYERS) {
    const box = make("input", { type: "checkbox", id: `layer-${name}` });
    box.checked = shown.has(name);
    box.onchange = () => use(name, box.checked);
    boxes.set(name, box);
    const label = make("label", { for: `layer-${name}`, "data-t-title": `layer.${name}.is` },
      make("span", { "data-t": `layer.${name}` }));
    const row = make("li", {}, box, label, make("kbd", { "aria-hidden": "true" }, key.toUpperCase()));
    keys.set(name, make("ul", { class: "keys" }));
    list.append(row, make("li", { class: "meaning" }, keys.get(name)));
    app.keys.add({ key, word: `layer.${name}`, group: "layers", run: () => use(name, !shown.has(name)) });
  }

  function use(name, on) {
    if (on) shown.add(name);
    else shown.delete(name);
    kept.set("layers", [...shown]);
    boxes.get(name).checked = on;
    app.status.say(app.t(on ? "layer.on" : "layer.off", { layer: app.t(`layer.${name}`) }));
    draw();
    ask();
  }

  function draw() {
    app.view.table.dataset.layers = [...shown].join(" ");
    for (const [name, key] of keys) key.hidden = !shown.has(name);
  }

  app.overlays = { use: (name, on) => shown.has(name) !== on && use(name, on) };

  app.on("layers", ({ page, layers }) => {
    for (const [name, { keys: meanings = [], late: isLate = false }] of Object.entries(layers)) {
      const pages = late.get(name) ?? late.set(name, new Set()).get(name);
      if (isLate) pages.add(page);
      else pages.delete(page);
      sayLate();
      if (isLate) continue;
      keys.get(name)?.replaceChildren(...meanings.map(([colour, words]) => {
        const swatch = make("i", { "aria-hidden": "true" });
        swatch.style.background = colour;
        return make("li", {}, swatch, words);
      }));
      sayLate();
    }
  });

  /** Below the meanings of a layer: that it is still being drawn, of any page that is open. */
  function sayLate() {
    for (const [name, pages] of late) {
      for (const page of pages) if (!app.paper(page)) pages.delete(page);
      keys.get(name)?.querySelector(".late")?.remove();
      if (pages.size) keys.get(name)?.append(make("li", { class: "late", role: "status" }, app.t("layer.late")));
    }
  }

  // What is drawn in this window has its meanings here: the numbers are those of the list.
  const ownMeanings = () =>
    keys.get("findings").replaceChildren(...["error", "warning", "info"].map((severity) =>
      make("li", {}, make("i", { "aria-hidden": "true", "data-kind": severity }), app.t(`severity.${severity}`))),
    make("li", {}, app.t("layer.findings.numbers")));
  app.on("lang", ownMeanings);
  ownMeanings();

  const ask = () => app.send({ type: "show", layers: [...ALWAYS, ...[...shown].filter((one) => !OWN.has(one))] });

  // The server knows nothing of a window that has just come (back): it is told before the pages.
  app.on("book", ask);
  draw();
}
