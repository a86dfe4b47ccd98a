// The line at the foot: where one is, what was said, and whether the server is there.

import { byId, make } from "./dom.js";
import { fixed, short } from "./units.js";

const took = (ms) => (ms < 1000 ? `${short(ms, 0)} ms` : `${short(ms / 1000)} s`);

export class Status {
  #said = byId("status-said");
  #link = byId("status-link");
  #slots = new Map();
  #fading = 0;

  constructor(app) {
    this.app = app;
    app.live.on("state", () => this.#linked());
    app.on("lang", () => this.#linked());
    app.on("painted", (model, ms) => {
      const made = app.t("status.made", { made: took(model.made), painted: took(ms) });
      byId("status-made").textContent = made;
    });
  }

  /** Something that has happened: shown for a while, and read aloud when there is a pause. */
  say(text) {
    byId("alert").textContent = ""; // it was before this
    this.#said.textContent = text;
    clearTimeout(this.#fading);
    this.#fading = setTimeout(() => (this.#said.textContent = ""), 8000);
  }

  /** Something that must be heard at once. */
  alert(text) {
    this.say(text);
    byId("alert").textContent = text;
  }

  slot(name) {
    if (!this.#slots.has(name)) {
      const slot = make("span", { "data-slot": name });
      this.#slots.set(name, slot);
      byId("status-slots").append(slot);
    }
    return this.#slots.get(name);
  }

  /** The place under the pointer: mm from the trim, 栏 with 字, 行. */
  place(at) {
    const model = at && this.app.model(at.page);
    if (!model?.grid) {
      byId("status-place").textContent = "";
      return;
    }
    const { units } = model;
    const column = units.columnAt(at.x);
    const line = units.lineAt(at.y);
    const words = [this.app.t("status.place", { left: fixed(units.mm(at.x), 1), top: fixed(units.mm(at.y), 1) })];
    if (column) {
      const key = column.gutter ? "status.gutter" : "status.column";
      words.push(this.app.t(key, { column: column.column, zi: short(column.zi) }));
    }
    if (line >= 1 && line < (model.grid.lines ?? 0) + 1) {
      words.push(this.app.t("status.line", { line: Math.floor(line) }));
    }
    byId("status-place").textContent = words.join("　");
  }

  block(text) {
    const slot = byId("status-block");
    if (slot.textContent !== text) slot.textContent = text; // it is said with each move of the pointer
  }

  #linked() {
    const { state } = this.app.live;
    if (state === "open" && byId("alert").textContent) this.say(""); // that it was down, say
    this.#link.dataset.state = state;
    this.#link.textContent = this.app.t(`link.${state}`);
    document.body.dataset.link = state;
  }
}
