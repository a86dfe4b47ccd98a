// One value of a spec as a field: a switch, a list to choose from, a number or length with arrows, a
// colour with swatches, a text. A field writes its value when it is left or with Enter; a value that
// is refused is told beside it, and what stands in the file stays.

import { coded, make } from "../dom.js";
import { lengthOf, shown, valueOf } from "./schema.js";
import { wordsOf } from "./desk.js";

const STEP = { mm: 0.5, cm: 0.1, in: 0.05, pt: 0.5, q: 1, zi: 0.5, em: 0.25, lines: 0.5, "%": 5 };
const LONG = 24; // characters from which a text has a box of rows
let count = 0;

export { coded };

/** The head of a field: what it is called, and small beside it the key as the file has it. */
export const called = (name, key) => (name && name !== key ? [name, " ", make("code", {}, key)] : [make("code", {}, key)]);

export class Field {
  /**
   * `home` is {app, names, write(path, value), remove(path)}; `path` leads to the value in its file.
   * `value` is undefined where the key is not set.
   */
  constructor(home, { key, path, shape, value, required = false, fresh = false }) {
    Object.assign(this, { home, key, path, shape, value, required });
    count += 1;
    this.id = `edit-field-${count}`;
    this.fault = make("p", { class: "fault", id: `${this.id}-fault`, role: "alert", hidden: true });
    this.control = this.#control();
    this.control.field = this;
    this.control.setAttribute("aria-describedby", `${this.id}-doc ${this.id}-fault`);
    this.root = this.#row();
    if (fresh) this.root.classList.add("fresh");
  }

  /** A value as the field shows it. */
  #shown(value = this.value) {
    return shown(value, this.shape);
  }

  /** What stands in the control as long as nothing is typed: a list to choose from has the file's words. */
  #held() {
    return this.shape.control === "select" ? shown(this.value) : this.#shown();
  }

  #row() {
    const { home, key, shape } = this;
    const doc = make("p", { class: "doc", id: `${this.id}-doc` }, ...coded(shape.doc));
    const row = make("div", { class: "edit-field", "data-key": this.path.join(".") });
    const head = make("div", { class: "head" }, make("label", { for: this.id }, ...called(shape.name, key)));
    if (!this.required) {
      const label = home.app.t("edit.remove-key", { key: shape.name || key });
      const press = () => (this.value === undefined ? this.#forget() : this.#write(null));
      head.append(make("button", { type: "button", class: "remove", "aria-label": label, title: label, onclick: press }, "×"));
    }
    row.append(head, this.#dressed(), doc, this.fault);
    return row;
  }

  /** A key that was to be added is not wanted after all. */
  #forget() {
    this.home.forget?.(this.path);
    this.root.remove();
  }

  /** Whether something was typed that is not written. */
  get dirty() {
    return this.shape.control !== "switch" && this.control.value !== this.#held();
  }

  /** The control with what belongs beside it: arrows, swatches. */
  #dressed() {
    const { shape } = this;
    const box = make("div", { class: "control" }, this.control);
    if (shape.control === "length" || shape.control === "number" || shape.percent) {
      box.append(this.#arrow("−", -1), this.#arrow("+", 1));
    }
    if (shape.names === "color") box.append(this.#swatches());
    return box;
  }

  #control() {
    const { shape, id, value } = this;
    const changed = () => this.#changed();
    if (shape.control === "switch") {
      const control = make("input", { type: "checkbox", role: "switch", id, onchange: () => this.#write(control.checked) });
      control.checked = value === undefined ? shape.fallback === true : value === true;
      return control;
    }
    if (shape.control === "select") {
      const control = make("select", { id, onchange: () => this.#write(valueOf(shape, control.value).value ?? null) });
      if (value === undefined) control.append(make("option", { value: "" }, this.#unset()));
      for (const one of shape.options) control.append(make("option", { value: one }, shown(one, shape)));
      control.value = value === undefined ? "" : String(value);
      return control;
    }
    const text = this.#shown(value);
    const rows = shape.control === "text" && !shape.item && (shape.maxLength ?? 0) > 100 && [...text].length > LONG;
    const control = make(rows ? "textarea" : "input", { id, autocomplete: "off", spellcheck: "false", placeholder: this.#unset() });
    if (rows) control.rows = Math.min(6, 1 + Math.ceil([...text].length / LONG));
    else control.type = "text";
    control.value = text;
    const choices = this.#choices();
    if (choices.length && !rows) {
      const list = make("datalist", { id: `${id}-list` }, ...choices);
      control.setAttribute("list", list.id);
      this.list = list;
      queueMicrotask(() => control.after(list));
    }
    control.addEventListener("change", changed);
    control.addEventListener("keydown", (event) => this.#key(event));
    return control;
  }

  #unset() {
    const { fallback } = this.shape;
    return fallback === undefined || fallback === null ? "" : this.home.app.t("edit.default", { value: this.#shown(fallback) });
  }

  /** Names and words that the value may be, to choose from; a name with what it is called beside. */
  #choices() {
    const { shape, home } = this;
    const names = (home.names?.[shape.names] ?? []).map((one) => one.name ?? one);
    const told = shape.options.map((one) => shown(one, shape));
    const all = [...new Set([...told, ...names, ...shape.examples].map(String))];
    return all.map((one) => make("option", { value: one, ...(names.includes(one) && shape.words[one] ? { label: shape.words[one] } : {}) }));
  }

  #swatches() {
    const box = make("div", { class: "swatches", role: "group", "aria-label": this.home.app.t("edit.colours") });
    for (const { name, css } of this.home.names?.color ?? []) {
      const press = () => this.#write(name);
      const chosen = this.value === name;
      const words = this.shape.words[name] ?? name;
      const one = make("button", { type: "button", title: words, "aria-label": words, "aria-pressed": String(chosen), onclick: press });
      one.style.background = css;
      box.append(one);
    }
    return box;
  }

  #arrow(sign, by) {
    const label = this.home.app.t(by > 0 ? "edit.more" : "edit.less", { key: this.shape.name || this.key });
    const press = () => {
      this.#step(by);
      this.#changed();
    };
    return make("button", { type: "button", class: "arrow", "aria-label": label, title: label, onclick: press }, sign);
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && this.control.tagName === "INPUT") this.#changed();
    if (event.key === "Escape") {
      this.control.value = this.#shown();
      this.#fault("");
    }
    const steps = this.shape.control === "length" || this.shape.control === "number" || this.shape.percent;
    if (steps && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      this.#step((event.key === "ArrowUp" ? 1 : -1) * (event.shiftKey ? 10 : 1));
    }
  }

  /** Raise or lower what stands in the field; nothing is written before it is left. */
  #step(by) {
    const { shape, control } = this;
    const text = control.value.trim() || this.#shown(shape.fallback);
    const length = lengthOf(text);
    const unit = length?.unit ?? (shape.control === "length" ? shape.units[0] : shape.percent ? "%" : "");
    const number = (length?.number ?? (Number(text) || 0)) + by * (STEP[unit] ?? (unit ? 0.5 : 1));
    const least = shape.min ?? (shape.signed ? -Infinity : 0);
    const kept = Math.min(Math.max(number, least), shape.max ?? Infinity);
    control.value = `${Number(kept.toFixed(4))}${unit}`;
  }

  #changed() {
    const { control, shape } = this;
    let typed = control.value.trim();
    if (typed === this.#shown()) return this.#fault("");
    if (typed === "" && !this.required) return this.value === undefined ? this.#fault("") : this.#write(null);
    // A bare number has the unit that the value had.
    const before = lengthOf(this.#shown());
    if (shape.control === "length" && /^[+-]?[\d.]+$/.test(typed) && Number(typed) && shape.min === undefined) {
      typed += before?.unit ?? shape.units[0];
      control.value = typed;
    }
    const { value, fault, values } = valueOf(shape, typed);
    if (fault) return this.#fault(this.home.app.t(fault, values));
    return this.#write(value);
  }

  /** Enter and the leaving of a field may both say so: it is written once. */
  async #write(value) {
    if (this.busy) return;
    this.busy = true;
    this.#fault("");
    this.root.classList.add("busy");
    try {
      const done = await this.home.write(this.path, value);
      if (done) this.value = value === null ? undefined : value;
      else this.#back();
    } catch (refused) {
      this.#fault(wordsOf(this.home.app, refused));
      if (this.shape.control === "switch" || this.shape.control === "select") this.#back();
    } finally {
      this.busy = false;
      this.root.classList.remove("busy");
    }
  }

  #back() {
    if (this.shape.control === "switch") this.control.checked = this.value ?? this.shape.fallback === true;
    else this.control.value = this.#held();
  }

  /** Tell what is wrong, and what holds as long as it is. */
  #fault(words) {
    const { app } = this.home;
    const stays = this.value === undefined ? app.t("edit.stays-unset") : app.t("edit.stays", { value: this.#shown() });
    this.fault.textContent = words ? `${words}　${stays}` : "";
    this.fault.hidden = !words;
    this.control.toggleAttribute("aria-invalid", Boolean(words));
    if (words) this.control.setAttribute("aria-invalid", "true");
  }

  /** What is said of the value that stands in the file: a finding of its line. */
  finding(words) {
    this.fault.textContent = words;
    this.fault.hidden = !words;
    this.fault.classList.toggle("finding", Boolean(words));
  }
}
