// Undo and redo: two buttons that say what they will do, and their keys. The log is the server's, on
// the disk, so that it holds over a restart.

import { iconOf } from "../bar.js";
import { make } from "../dom.js";
import { isStale, wordsOf } from "./desk.js";

export class History {
  #labels = { undo: null, redo: null };

  constructor(edit) {
    this.edit = edit;
    this.app = edit.app;
    const { app } = this;
    this.buttons = { undo: this.#button("undo"), redo: this.#button("redo") };
    app.bar.slot("edit").append(this.buttons.undo, this.buttons.redo);
    app.live.on("undo", ({ can_undo, can_redo }) => this.take(can_undo, can_redo));
    app.on("lang", () => this.#show());
    app.keys.add({ key: "Ctrl+z", word: "edit.undo", group: "edit", run: () => this.run("undo") });
    app.keys.add({ key: "Ctrl+Shift+z", word: "edit.redo", group: "edit", run: () => this.run("redo") });
    app.keys.add({ key: "Ctrl+y", word: null, group: "edit", run: () => this.run("redo") });
    const { can_undo, can_redo } = app.early?.undo ?? {};
    this.take(can_undo, can_redo);
  }

  #button(kind) {
    const button = make("button", { type: "button", "data-do": kind, onclick: () => this.run(kind) });
    button.append(iconOf(kind), make("span", { class: "what" }));
    return button;
  }

  take(undo, redo) {
    this.#labels = { undo: undo ?? null, redo: redo ?? null };
    this.#show();
  }

  #show() {
    for (const kind of ["undo", "redo"]) {
      const label = this.#labels[kind];
      const button = this.buttons[kind];
      const words = label ? this.app.t(`edit.${kind}-what`, { what: label }) : this.app.t(`edit.${kind}-none`);
      button.disabled = label === null;
      button.setAttribute("aria-label", words);
      button.title = `${words}　${kind === "undo" ? "Ctrl+Z" : "Ctrl+Shift+Z"}`;
      button.querySelector(".what").textContent = label ?? "";
    }
  }

  async run(kind) {
    try {
      // The label may still be on its way: what there is to be undone the server knows.
      const done = await this.app.live.ask({ type: kind });
      this.app.status.say(this.app.t(`edit.${kind}-did`, { what: done.label ?? this.#labels[kind] ?? "" }));
    } catch (refused) {
      const none = (refused.diagnostics ?? []).some(({ code }) => code === "REVISE");
      if (none && this.#labels[kind] === null) return void this.app.status.say(this.app.t(`edit.${kind}-none`));
      const told = wordsOf(this.app, refused);
      this.app.status.alert(isStale(refused) ? `${told}　${this.app.t("edit.undo-stale")}` : told);
    }
  }
}
