// The panel of stories: how many lines each has and could hold, 溢文 and 欠文 in 字 and 行, live.

import { fitWords, titleOf } from "./blockpanel.js";
import { make } from "./dom.js";

export function install(app) {
  const panel = app.panels.add({ id: "fits", word: "tab.fits", order: 30 });

  function draw() {
    let off = 0;
    const sections = [];
    for (const page of app.open) {
      const model = app.model(page);
      if (!model) continue;
      const rows = model.fits.map((fit) => {
        const over = fit.over_lines > 0 && !fit.jumps;
        if (over) off += 1;
        const kind = over ? "over" : fit.room > fit.lines ? "under" : "full";
        const share = fit.room ? Math.min(1, fit.lines / fit.room) : 0;
        const bar = make("span", { class: "bar", "aria-hidden": "true" }, make("i"));
        bar.firstElementChild.style.width = `${(share * 100).toFixed(1)}%`;
        const pick = () => {
          app.selection.pick({ page, block: fit.block, from: "panel" });
          const info = model.info.get(fit.block);
          if (info) app.view.show(page, info.rect);
        };
        return make(
          "tr",
          { class: kind },
          make("th", { scope: "row" }, make("button", { type: "button", onclick: pick }, titleOf(model, fit)), bar,
            make("span", { class: "verdict" }, fitWords(app, fit))),
          make("td", { class: "figures" }, `${fit.lines}/${fit.room}`),
          make("td", { class: "figures" }, String(fit.characters)),
        );
      });
      const head = make("tr", {}, ...["story", "lines", "characters"].map((one) =>
        make("th", { scope: "col" }, app.t(`fits.${one}`))));
      const table = make("table", {}, make("caption", {}, app.called(page)), make("thead", {}, head), make("tbody", {}, ...rows));
      sections.push(rows.length ? table : make("p", { class: "nothing" }, app.t("fits.nothing")));
    }
    panel.root.replaceChildren(...sections);
    panel.badge(off || null, "error");
  }

  for (const name of ["drawn", "lang", "open"]) app.on(name, draw);
}
