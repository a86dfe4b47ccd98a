// The panel of the last reading: its corrections with what has come of each, as the texts are now; a
// click leads to the place, one press carries a correction out or takes it off the list.

import { byId, make } from "../dom.js";
import { flash } from "../glass.js";
import { spoken } from "../units.js";
import { wordsOf } from "./desk.js";

/** Marks that nobody but a person carries out. */
const BY_HAND = new Set(["query", "join", "break", "face"]);
const STATES = ["open", "doubt", "lost", "absent", "done"];

export class Reading {
  #now = null;
  #hidden = new Set();
  #listed = [];
  #at = -1;
  #going = null; // of a page that is not on the table yet

  constructor(edit) {
    this.edit = edit;
    this.app = edit.app;
    const { app } = this;
    this.panel = app.panels.add({ id: "reading", word: "tab.reading", order: 25 });
    this.head = make("div", { class: "tools" });
    this.list = make("div", { class: "list" });
    this.panel.root.append(this.head, this.list);
    // At the head of the window, as on a sheet: 校样 二校. It is chosen in the panel.
    this.mark = make("button", { type: "button", class: "proof-round", hidden: true, onclick: () => this.panel.show() });
    byId("bar-paper").querySelector(".proof-mark").after(this.mark);
    app.live.on("reading", (message) => this.#take(message));
    for (const name of ["lang", "open"]) app.on(name, () => this.#draw());
    app.on("drawn", (model) => this.#going && model.page === this.#going.page && this.#go(this.#going));
    app.keys.add({ key: "F9", word: "reading.next", group: "findings", run: () => this.step(1), typing: true });
    app.keys.add({ key: "Shift+F9", word: "reading.previous", group: "findings", run: () => this.step(-1), typing: true });
    if (app.early?.reading) this.#take(app.early.reading);
    else this.#draw();
  }

  get file() {
    return this.#now?.file ?? "corrections.yaml";
  }

  /** What a reading may be called. */
  get readings() {
    return this.#now?.readings ?? [];
  }

  /** Whether there is a file of corrections. */
  get begun() {
    return Boolean(this.#now) && this.#now.base !== "absent";
  }

  #take(message) {
    this.#now = message;
    this.#draw();
  }

  #draw() {
    const { app } = this;
    const now = this.#now;
    const focused = this.#held();
    const counts = now?.counts ?? {};
    const all = now?.corrections ?? [];
    const left = all.length - (counts.done ?? 0);
    this.panel.badge(left || null, counts.lost || counts.doubt ? "warning" : "info");
    this.mark.hidden = !this.begun;
    if (!this.begun) {
      this.#listed = [];
      this.head.replaceChildren();
      this.list.replaceChildren(make("p", { class: "nothing" }, app.t("reading.none.is", { file: app.fileName(this.file) })));
      return;
    }
    this.mark.textContent = now.reading || app.t("reading.unnamed");
    this.mark.title = [app.t("reading.which"), this.mark.textContent, now.by].filter(Boolean).join("　");
    const kinds = make("div", { class: "kinds", role: "group", "aria-label": app.t("reading.states") });
    for (const state of STATES.filter((one) => counts[one])) kinds.append(this.#kind(state, counts[state]));
    this.head.replaceChildren(
      make("p", { class: "of" }, this.#which(now), make("span", { role: "status" }, app.t("reading.count", { all: all.length, left })),
        make("button", { type: "button", class: "quiet", "data-go": "source", onclick: () => app.source.open(now.file, 1) }, app.fileName(now.file))),
      kinds);
    const read = [...all].sort((a, b) => a.order - b.order); // as they are met on the pages
    this.#listed = STATES.flatMap((state) => (this.#hidden.has(state) ? [] : read.filter((one) => one.state === state)));
    const faults = now.faults.map((one) =>
      make("li", { class: "fault" }, make("button", { type: "button", "data-go": `fault ${one.line}`, onclick: () => app.source.open(one.file, one.line ?? 0, one.column ?? 0) },
        make("span", { class: "message" }, one.message), one.hint ? make("span", { class: "hint" }, one.hint) : null,
        make("span", { class: "where" }, `${app.fileName(one.file)}:${one.line ?? ""}`))));
    const held = now.held ? make("p", { class: "fault finding", role: "status" }, app.t("reading.held", { file: app.fileName(now.file) })) : null;
    const not = ["broken", "unseen"].filter((one) => now[one].length).map((one) =>
      make("p", { class: "fault finding", role: "status" }, app.t(`reading.${one}`, { pages: now[one].join(app.t("reading.and")) })));
    const rows = this.#listed.map((one) => this.#row(one));
    const empty = !rows.length && !faults.length ? make("p", { class: "nothing" }, app.t(all.length ? "reading.hidden" : "reading.empty")) : null;
    this.list.classList.toggle("held", Boolean(now.held));
    this.list.replaceChildren(...[held, ...not, empty, make("ul", {}, ...faults, ...rows)].filter(Boolean));
    this.#refocus(focused);
  }

  #kind(state, count) {
    const pressed = !this.#hidden.has(state);
    const toggle = () => {
      if (pressed) this.#hidden.add(state);
      else this.#hidden.delete(state);
      this.#draw();
    };
    return make("button", { type: "button", "data-kind": state, "data-go": `kind ${state}`, "aria-pressed": String(pressed), onclick: toggle },
      `${this.app.t(`reading.${state}`)} ${count}`);
  }

  /** Which reading it is: written into the file when another is chosen. */
  #which(now) {
    const { app, edit } = this;
    const options = ["", ...this.readings].map((one) => make("option", { value: one }, one || app.t("reading.unnamed")));
    const select = make("select", { "aria-label": app.t("reading.which"), "data-go": "which" }, ...options);
    select.value = now.reading;
    select.onchange = () => this.#do({ op: "reading", file: now.file, reading: select.value }, now.base);
    return make("label", {}, select, now.by ? make("span", { class: "by" }, now.by) : null);
  }

  #row(one) {
    const { app } = this;
    const model = one.page ? app.models.get(one.page) : null;
    const place = one.rect && model?.grid ? spoken(app, model, one.rect) : "";
    const page = app.hello?.pages.find((each) => each.page === one.page)?.name;
    const name = page ? app.t("reading.page", { page }) : "";
    const where = [name, place, one.of].filter(Boolean).join("　");
    const button = make("button", { type: "button", "data-go": `to ${one.number}`, onclick: () => this.go(one) },
      make("span", { class: "message" }, make("b", { class: "number" }, String(one.number)), " ", one.says),
      make("span", { class: "where" }, make("em", { "data-state": one.state }, this.#stateOf(one)), " ", where));
    const acts = make("div", { class: "acts" });
    const query = one.mark === "query" || one.mark === "face"; // the text does not tell that it is done
    if (one.state === "open" && !BY_HAND.has(one.mark)) acts.append(this.#act(one, "carry", "reading.carry"));
    acts.append(this.#act(one, "unmark", one.state === "done" || query ? "reading.strike" : "reading.unmark"));
    return make("li", { "data-state": one.state, "data-number": one.number }, button, acts);
  }

  #stateOf(one) {
    const { app } = this;
    if (one.state === "doubt" && one.count > 1) return app.t("reading.doubt-count", { count: one.count });
    if (one.state === "open" && BY_HAND.has(one.mark)) return app.t(one.mark === "query" ? "reading.query" : "reading.by-hand");
    return app.t(`reading.${one.state}`);
  }

  #act(one, kind, word) {
    const now = this.#now;
    const run = () => {
      if (kind === "carry") this.go(one); // one looks at what is changed
      return this.#do({ op: kind, file: now.file, number: one.number }, now.base, one);
    };
    return make("button", { type: "button", class: kind === "carry" ? "" : "quiet", disabled: Boolean(now.held), "data-do": kind, "data-go": `${kind} ${one.number}`, onclick: run,
      "aria-label": `${this.app.t(word)}：${one.says}` }, this.app.t(word));
  }

  async #do(op, base, one = null) {
    const { app, edit } = this;
    try {
      const done = await edit.desk.edit(one?.page || app.page, op, base);
      if (done) app.status.say(done.label ?? app.t("edit.written"));
      else this.#draw();
    } catch (refused) {
      app.status.alert(wordsOf(app, refused));
      this.#draw();
    }
  }

  /** Lead to the words of a correction, else to its story, else to the entry in its file. */
  go(one) {
    const { app } = this;
    this.#at = this.#listed.findIndex((other) => other.number === one.number);
    this.list.querySelectorAll("li").forEach((li) => li.firstElementChild.toggleAttribute("aria-current", li.dataset.number === String(one.number)));
    if (one.rect) app.overlays?.use("corrections", true);
    if (one.page && !app.open.includes(one.page)) {
      this.#going = one;
      return void app.openPages([one.page]);
    }
    return this.#go(one);
  }

  #go(one) {
    const { app } = this;
    this.#going = null;
    app.source.open(this.#now.file, one.line, one.column);
    const rect = one.rect ?? app.models.get(one.page)?.info.get(one.block)?.rect;
    if (!rect || !app.paper(one.page)?.width) return void app.status.say(`${this.#stateOf(one)}：${one.says}`);
    app.view.show(one.page, rect, { zoom: Boolean(one.rect) });
    flash(app.paper(one.page), [grown(rect)], one.rect && one.state !== "done" ? "error" : "warning");
    app.status.say(`${this.#stateOf(one)}：${one.says}`);
  }

  step(by) {
    const { app } = this;
    this.panel.show();
    const count = this.#listed.length;
    if (!count) return void app.status.say(app.t(this.begun ? "reading.empty" : "reading.none.is", { file: this.file }));
    this.#at = this.#at < 0 ? (by > 0 ? 0 : count - 1) : (this.#at + by + count) % count;
    this.go(this.#listed[this.#at]);
    this.list.querySelector('[aria-current]')?.scrollIntoView({ block: "nearest" });
    return undefined;
  }

  // What has the focus keeps it when the list is made anew.

  #held() {
    const active = document.activeElement;
    return this.panel.root.contains(active) ? active.dataset?.go : null;
  }

  #refocus(held) {
    if (!held) return;
    const same = [...this.panel.root.querySelectorAll("[data-go]")].find((one) => one.dataset.go === held);
    (same ?? this.panel.root).focus({ preventScroll: true });
  }
}

const grown = ([x, y, width, height]) => [x - 2, y - 2, Math.max(width, 2) + 4, Math.max(height, 2) + 4];
