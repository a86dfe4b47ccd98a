// Who is at work: a name that each person gives, and who else has a file open.

import { kept, make } from "../dom.js";

export class Names {
  #asked = false;

  constructor(edit) {
    this.app = edit.app;
    const { app } = this;
    this.mine = kept.get("name", "");
    this.files = {};
    this.slot = app.status.slot("editors");
    this.slot.setAttribute("role", "status");
    app.live.on("editors", (message) => this.#take(message));
    if (app.early?.editors) this.#take(app.early.editors);
    app.on("lang", () => this.#show());
    const input = make("input", { type: "text", maxlength: 20, autocomplete: "off", "data-t-label": "edit.my-name", "data-t-hint": "edit.my-name" });
    input.value = this.mine;
    input.addEventListener("change", () => this.call(input.value));
    input.addEventListener("keydown", (event) => event.key === "Enter" && input.blur());
    this.input = input;
    app.bar.slot("edit").append(make("label", { class: "edit-name" }, input));
    app.live.on("hello", () => this.#tell());
    this.#tell();
  }

  #take({ you, files }) {
    this.you = you;
    this.files = files ?? {};
    this.#show();
  }

  call(name) {
    this.mine = name.trim().slice(0, 20);
    kept.set("name", this.mine);
    this.#tell();
  }

  #tell(file = null) {
    this.app.live.send({ type: "focus", file, name: this.mine });
  }

  /** The first words in hand of somebody without a name: say once where it is given. */
  want() {
    if (this.mine || this.#asked) return;
    this.#asked = true;
    this.input.classList.add("wanted");
  }

  /** The others who have a file open. */
  others(file) {
    return (this.files[file] ?? []).filter(({ who }) => who !== this.you).map(({ name }) => name || this.app.t("edit.somebody"));
  }

  #show() {
    const rows = Object.keys(this.files).map((file) => [file, this.others(file)]).filter(([, names]) => names.length);
    this.slot.textContent = rows.map(([file, names]) => this.app.t("edit.others-in", { names: names.join("、"), file: file.split("/").at(-1) })).join("　");
  }
}
