// The panel of findings: all that stand, by severity, with a filter; a click leads to the place.

import { coded, make, svg } from "./dom.js";
import { flash, frame } from "./glass.js";
import { spoken } from "./units.js";

const SEVERITIES = ["error", "warning", "info"];
const rank = (one) => {
  const at = SEVERITIES.indexOf(one);
  return at < 0 ? SEVERITIES.length : at;
};

export function install(app) {
  const panel = app.panels.add({ id: "findings", word: "tab.findings", order: 20 });
  const filter = make("input", {
    type: "search", "data-t-hint": "findings.filter", "data-t-label": "findings.filter", spellcheck: "false",
  });
  const hidden = new Set();
  const kinds = make("div", { class: "kinds", role: "group", "data-t-label": "findings.kinds" });
  const state = make("p", { class: "state", role: "status" });
  const list = make("div", { class: "list" });
  panel.root.append(make("div", { class: "tools" }, filter, kinds), state, list);
  let at = -1;
  let listed = [];
  let said = "";

  filter.oninput = draw;

  function all() {
    const found = [];
    for (const page of app.open) {
      // What keeps the page from being made comes first; the rest is of the page that is shown.
      const { errors = [], findings = [] } = app.model(page) ?? {};
      const known = new Set(errors.map(keyOf));
      const rest = findings.filter((one) => !known.has(keyOf(one)));
      const here = [...errors, ...rest.map((one) => (errors.length ? { ...one, old: true } : one))];
      here.forEach((one, k) => found.push({ ...one, page, number: k + 1 }));
    }
    return found.sort((a, b) => rank(a.severity) - rank(b.severity));
  }

  function draw() {
    const found = all();
    const words = filter.value.trim().toLowerCase();
    const counts = Object.fromEntries(SEVERITIES.map((one) => [one, 0]));
    for (const one of found) counts[one.severity] = (counts[one.severity] ?? 0) + 1;
    kinds.replaceChildren(...SEVERITIES.filter((one) => counts[one]).map((one) => {
      const pressed = !hidden.has(one);
      const toggle = () => {
        if (pressed) hidden.add(one);
        else hidden.delete(one);
        draw();
        kinds.querySelector(`[data-kind="${one}"]`)?.focus();
      };
      return make("button", { type: "button", "data-kind": one, "aria-pressed": String(pressed), onclick: toggle },
        `${app.t(`severity.${one}`)} ${counts[one]}`);
    }));
    listed = found.filter((one) => !hidden.has(one.severity) && (!words || wordsOf(one).includes(words)));
    const groups = SEVERITIES.map((severity) => {
      const some = listed.filter((one) => one.severity === severity);
      if (!some.length) return null;
      return make("section", { "data-kind": severity },
        make("h3", {}, `${app.t(`severity.${severity}`)} ${some.length}`),
        make("ul", {}, ...some.map(item)));
    });
    list.replaceChildren(...groups.filter(Boolean));
    const models = app.open.map((page) => app.model(page)).filter(Boolean);
    const complete = models.every((one) => one.complete);
    panel.root.setAttribute("aria-busy", String(!complete));
    state.textContent = !complete
      ? app.t("findings.running")
      : !found.length
        ? app.t("findings.none")
        : listed.length < found.length
          ? app.t("findings.shown", { shown: listed.length, all: found.length })
          : "";
    panel.badge(found.length ? counts.error || counts.warning || found.length : null,
      counts.error ? "error" : counts.warning ? "warning" : "info");
    if (complete) {
      const now = app.t("findings.counted", { errors: counts.error, warnings: counts.warning, notes: counts.info });
      if (said && said !== now) app.status.say(now);
      said = now;
    }
    at = Math.min(at, listed.length - 1);
    drawPlaces();
  }

  function item(one) {
    const where = one.file ? [app.fileName(one.file), one.line, one.column].filter(Boolean).join(":") : "";
    const place = one.rect ? spoken(app, app.model(one.page), one.rect) : "";
    return make("li", { class: one.old ? "old" : null },
      make("button", { type: "button", onclick: () => go(one) },
        make("span", { class: "message" }, make("b", { class: "number" }, String(one.number)), ` ${place}${place ? "　" : ""}`, ...coded(app.told(one.message))),
        one.hint ? make("span", { class: "hint" }, ...coded(app.told(one.hint))) : null,
        make("span", { class: "where" }, one.code, where ? ` ${where}` : "",
          app.open.length > 1 ? ` ${app.called(one.page)}` : "")));
  }

  /** Bring the place of a finding into view, flash it, and show its line in the source. */
  function go(one) {
    at = listed.indexOf(one);
    list.querySelector('[aria-current="true"]')?.removeAttribute("aria-current");
    list.querySelectorAll("li > button")[at]?.setAttribute("aria-current", "true");
    const rect = one.rect ?? app.blockOf(one.page, one.file, one.line)?.rect;
    if (rect) {
      app.view.show(one.page, rect, { zoom: Boolean(one.rect) });
      flash(app.paper(one.page), [grown(rect)], one.severity);
    }
    if (one.file) app.source.open(one.file, one.line ?? 0, one.column ?? 0);
    if (!rect && !one.file) app.status.say(app.t("findings.nowhere"));
  }

  const step = (by) => {
    if (!listed.length) {
      app.status.say(app.t("findings.none"));
      return;
    }
    panel.show();
    go(listed[(at + by + listed.length) % listed.length]);
    list.querySelectorAll("li > button")[at]?.scrollIntoView({ block: "nearest" });
    app.status.say(app.told(listed[at].message));
  };
  app.keys.add({ key: "F8", word: "key.next-finding", group: "findings", run: () => step(1), typing: true });
  app.keys.add({ key: "Shift+F8", word: "key.previous-finding", group: "findings", run: () => step(-1), typing: true });

  function drawPlaces() {
    for (const paper of app.view.papers) {
      const some = listed.filter((one) => one.page === paper.name && one.rect);
      const frames = some.map((one) => frame(grown(one.rect), one.severity));
      paper.glassOf("findings").replaceChildren(...frames, ...numbers(some, paper.covered("unfit")));
    }
  }

  /** The numbers of findings at the corners of their frames: of one size on the screen, those of
   *  one corner side by side, none on what is told of what does not fit (`kept`). */
  function numbers(some, kept) {
    const px = 1 / app.scale;
    const high = 16 * px;
    const taken = kept.map(([x, y, wide, tall]) => ({ x, y, wide, tall }));
    return some.map(({ rect, number, severity }) => {
      const [left, top] = grown(rect);
      const wide = (String(number).length * 7 + 7) * px;
      const at = { x: left, y: Math.max(top - high, 0) };
      const meets = (one) => at.x < one.x + one.wide && one.x < at.x + wide && at.y < one.y + one.tall && one.y < at.y + high;
      if (taken.slice(0, kept.length).some(meets)) at.y = top; // inside of the frame
      for (let other = taken.find(meets); other; other = taken.find(meets)) at.x = other.x + other.wide + px;
      taken.push({ ...at, wide, tall: high });
      const text = svg("text", { x: 3.5, y: 12 });
      text.textContent = String(number);
      return svg("g", { class: `number ${severity}`, transform: `translate(${at.x} ${at.y}) scale(${px})` },
        svg("rect", { width: wide / px, height: 15, rx: 2 }), text);
    });
  }

  for (const name of ["findings", "open", "lang", "error"]) app.on(name, draw);
  for (const name of ["view", "layers"]) app.on(name, drawPlaces);
}

const keyOf = (one) => [one.code, one.file, one.line, one.column, one.message].join("\n");
const wordsOf = (one) => [one.code, one.message, one.file, one.hint].join(" ").toLowerCase();

/** A little larger, so that the frame of a thin thing can be seen. */
const grown = ([x, y, width, height]) => [x - 2, y - 2, Math.max(width, 2) + 4, Math.max(height, 2) + 4];
