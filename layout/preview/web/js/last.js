// The last change: flashed softly where words or blocks are other ones, and seen before and after.

import { kept } from "./dom.js";
import { flash } from "./glass.js";

const BLINK = 700; // ms
const MANY = 60; // more lines than that are flashed as their block

export function install(app) {
  let blinking = 0;
  let flashes = kept.get("flash", true);

  const before = app.bar.button({
    group: "last", word: "last.before", icon: "before", key: "x", pressed: false, run: () => show(!shows()),
  });
  const blink = app.bar.button({
    group: "last", word: "last.blink", icon: "blink", key: "Shift+X", pressed: false, run: toggleBlink,
  });

  const paper = () => app.view.papers.find((one) => one.before.size) ?? null;
  const shows = () => Boolean(paper()?.showsBefore);

  function show(on, quiet = false) {
    const one = paper();
    if (!one) {
      app.status.say(app.t("last.nothing"));
      return;
    }
    one.showBefore(on);
    before.setAttribute("aria-pressed", String(on));
    document.body.classList.toggle("was", on);
    if (!quiet) app.status.say(app.t(on ? "last.is-before" : "last.is-after"));
    app.emit("drawn", app.model(one.name));
  }

  function toggleBlink() {
    if (blinking) {
      stop();
      return;
    }
    if (!paper()) {
      app.status.say(app.t("last.nothing"));
      return;
    }
    blink.setAttribute("aria-pressed", "true");
    show(true, true);
    blinking = setInterval(() => show(!shows(), true), BLINK);
  }

  function stop() {
    if (!blinking) return;
    clearInterval(blinking);
    blinking = 0;
    blink.setAttribute("aria-pressed", "false");
    if (shows()) show(false, true);
  }

  function able() {
    const has = Boolean(paper());
    before.disabled = !has;
    blink.disabled = !has;
    if (!shows()) before.setAttribute("aria-pressed", "false");
  }

  app.on("change", (model, { touched, before: was }) => {
    stop();
    document.body.classList.remove("was");
    able();
    if (flashes && touched.length) flash(app.paper(model.page), changed(model, touched, was.text));
  });
  app.on("page", () => {
    stop();
    document.body.classList.remove("was");
    able();
  });
  app.on("open", () => {
    stop();
    able();
  });
  able();

  app.keys.add({ key: "x", word: "last.before", group: "last", run: () => show(!shows()) });
  app.keys.add({ key: "Shift+x", word: "last.blink", group: "last", run: toggleBlink });
  app.keys.add({
    key: "w",
    word: "last.flash",
    group: "last",
    run: () => {
      flashes = !flashes;
      kept.set("flash", flashes);
      app.status.say(app.t(flashes ? "last.flash-on" : "last.flash-off"));
    },
  });
}

/** Where something is another now: lines that are new or stand elsewhere, else the whole block. */
function changed(model, touched, was) {
  const rects = [];
  for (const id of touched) {
    const now = model.text[id] ?? [];
    const old = new Set((was[id] ?? []).map(keyOf));
    const fresh = now.filter((line) => !old.has(keyOf(line)));
    if (fresh.length && fresh.length <= MANY && fresh.length < now.length) {
      for (const { x, y, w, h } of fresh) rects.push([x, y, w, h]);
      continue;
    }
    const info = model.info.get(model.ownerOf(id));
    if (info) rects.push(info.rect);
  }
  return rects;
}

const keyOf = (line) => `${line.text} ${line.x.toFixed(1)} ${line.y.toFixed(1)}`;
