// The band over the last good page: what is wrong in the files, where, and a way there.

import { byId, make } from "./dom.js";
import { launch } from "./source.js";

export function install(app) {
  const band = byId("band");
  const FOLDED = 51; // px of the two lines that are always seen, as frame.css has them
  let all = false; // whether more than its first lines are seen
  const more = make("button", { type: "button", class: "more", onclick: () => {
    all = !all;
    draw();
  } });
  // The page is pushed down by its first lines: its head must be seen too. All of it lies over the page.
  new ResizeObserver(() => all || app.view.push(band.offsetHeight)).observe(band);

  function draw() {
    const rows = [];
    const told = new Set(); // a fault of the edition's file is one of each page too
    const tell = (model, one) => {
      const key = [one.file, one.line, one.column, one.message].join();
      if (!told.has(key)) rows.push(row(model, one));
      told.add(key);
    };
    for (const one of app.hello?.faults ?? []) tell(null, one);
    for (const page of app.open) {
      const model = app.model(page);
      for (const one of model?.errors ?? []) tell(model, one);
    }
    const had = !band.hidden;
    band.hidden = !rows.length;
    const never = app.open.some((page) => app.model(page)?.errors.length && !app.paper(page)?.width);
    const title = make("p", {}, app.t(never ? "band.never" : "band.last-good"));
    const list = make("ul", {}, ...rows);
    more.textContent = app.t(all ? "band.less" : "band.more");
    band.replaceChildren(...(rows.length ? [title, list, more] : []));
    band.classList.toggle("all", all);
    if (rows.length) more.hidden = list.scrollHeight <= FOLDED;
    else all = false;
    for (const paper of app.view.papers) {
      paper.root.classList.toggle("stale", paper.width > 0 && app.model(paper.name)?.errors.length > 0);
    }
    if (had && !rows.length) app.status.say(app.t("band.mended"));
  }

  function row(model, one) {
    const where = one.file ? [app.fileName(one.file), one.line, one.column].filter(Boolean).join(":") : (model?.name ?? "");
    const at = make("button", { type: "button", class: "where", onclick: () =>
      app.source.open(one.file, one.line ?? 0, one.column ?? 0) }, where);
    const open = app.hello?.editor && one.file
      ? make("button", { type: "button", class: "open", onclick: () => launch(app, one) }, app.t("open"))
      : null;
    return make("li", {}, at, make("span", { class: "message" }, app.told(one.message)),
      one.hint ? make("span", { class: "hint" }, app.told(one.hint)) : null, open);
  }

  for (const name of ["error", "open", "book", "lang"]) app.on(name, draw);
}
