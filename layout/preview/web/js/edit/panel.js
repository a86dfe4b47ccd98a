// The panel of the selected block: the keys that are set, made from the spec's own schema, with the
// styles that it names, and any other key to add.

import { calledOf } from "../blockwords.js";
import { kept, make } from "../dom.js";
import { Field, called, coded } from "./fields.js";
import { addButton, removeButton } from "./items.js";
import { blockSchema, inOneField, isPlain, search, shapeOf } from "./schema.js";

export class Panel {
  #fields = new Map(); // "file path" → field
  #drawn = 0;
  #state = ""; // what is shown: it is not built again where nothing of it has changed
  #folded = new Set();
  #added = new Set(); // keys that somebody adds, and that have no value yet

  constructor(edit) {
    this.edit = edit;
    this.app = edit.app;
    this.tab = this.app.panels.add({
      id: "edit",
      word: "edit.panel",
      order: 12,
      build: (root) => {
        this.root = root;
        root.classList.add("edit-panel");
        this.show(null);
      },
    });
    this.app.on("lang", () => this.show(this.answer));
    for (const type of ["findings", "error", "page", "change", "fine"]) this.app.on(type, () => this.findings());
  }

  /** Show what stands in the spec of a block. The field in hand keeps the focus and what is typed. */
  async show(answer) {
    if (answer?.block !== this.answer?.block || answer?.page !== this.answer?.page) this.#added.clear();
    this.answer = answer;
    if (!this.root) return;
    const mine = (this.#drawn += 1);
    const { app } = this;
    if (!answer) {
      this.#fields.clear();
      this.root.replaceChildren(make("p", { class: "none" }, app.t("edit.none")));
      return;
    }
    if (answer.refused) {
      this.root.replaceChildren(make("h2", {}, calledOf(this.app, answer.block)), make("p", { class: "locked" }, answer.locked));
      return;
    }
    const [page, styles] = await Promise.all([this.edit.desk.schema("page"), this.edit.desk.schema("styles")]);
    if (mine !== this.#drawn) return;
    const state = JSON.stringify([{ ...answer, id: 0 }, app.words.lang, app.selection.blocks]);
    if (state === this.#state && this.root.querySelector(".edit-keys")) return void this.findings();
    this.#state = state;
    const held = this.#held();
    const schema = answer.top ? shapeOf(page.properties[answer.top], page).group : blockSchema(page, answer.kind);
    this.#fields.clear();
    const parts = [this.#head(answer)];
    const home = this.#home(answer.file, answer.base, answer.names);
    parts.push(this.#keys(home, schema, answer.value, answer.path, true));
    if (answer.shared) parts.push(await this.#shared(answer));
    if (mine !== this.#drawn) return;
    for (const style of answer.styles ?? []) parts.push(this.#style(style, styles, answer.names));
    this.root.replaceChildren(...parts);
    this.findings();
    this.#take(held);
  }

  #head(answer) {
    const { app } = this;
    const head = make("header", {}, make("h2", {}, make("span", {}, calledOf(app, answer.block)), make("code", {}, answer.block)));
    if (answer.locked) head.append(make("p", { class: "locked" }, answer.locked));
    const row = make("div", { class: "edit-buttons" });
    const source = () => app.source.open(answer.file, answer.line, answer.column ?? 1);
    row.append(make("button", { type: "button", onclick: source }, app.t("edit.open-source", { line: answer.line })));
    const pair = app.selection.blocks;
    const two = pair.length === 2 && !answer.locked;
    const swap = () => this.edit.mover.swap(pair[0], pair[1]);
    row.append(make("button", { type: "button", "data-do": "swap", disabled: !two, title: app.t("edit.swap-how"), onclick: swap }, app.t("edit.swap")));
    head.append(row);
    this.whole = make("p", { class: "fault finding", role: "status", hidden: true });
    head.append(this.whole);
    return head;
  }

  /** What fields need of the world: where they are written. */
  #home(file, base, names) {
    const { app, edit } = this;
    return {
      app,
      file,
      names,
      write: (path, value) => this.#written(file, base, { op: "set", path, value }),
      forget: (path) => this.#added.delete(`${file} ${path.join(".")}`),
      change: (op) => this.#written(file, base, op).catch((refused) => edit.refused(refused)),
    };
  }

  async #written(file, base, op) {
    const { desk } = this.edit;
    const done = await desk.edit(this.answer.page, { ...op, file }, base && desk.base(file));
    if (done) this.app.status.say(done.label ?? this.app.t("edit.written"));
    return done;
  }

  /** What the block shows of the edition: other pages show it too, so each change is asked about. */
  async #shared({ shared, names }) {
    const { app } = this;
    const whole = await this.edit.desk.schema("edition");
    const properties = Object.fromEntries(Object.keys(shared.value).filter((key) => key in whole.properties).map((key) => [key, whole.properties[key]]));
    const box = make("details", { class: "edit-style shared", open: true });
    const summary = make("summary", {}, app.t("edit.of-edition"), make("small", {}, app.t("edit.shared-by", { pages: shared.pages })));
    const source = () => app.source.open(shared.file, Math.min(...Object.values(shared.places).map(([line]) => line)));
    box.append(summary, make("button", { type: "button", class: "quiet", onclick: source }, app.fileName(shared.file)));
    box.append(this.#keys(this.#home(shared.file, shared.base, names), { ...whole, properties, required: Object.keys(properties) }, shared.value, []));
    return box;
  }

  /** The fields of a mapping: its keys, then "add a key". */
  #keys(home, schema, value, path, top = false) {
    const box = make("div", { class: "edit-keys" });
    for (const key of Object.keys(value ?? {})) {  // in the order in which they are written
      if (!(key in schema.properties)) continue;
      this.#added.delete(`${home.file} ${[...path, key].join(".")}`);
      box.append(this.#value(home, schema, key, value[key], [...path, key]));
    }
    for (const key of Object.keys(schema.properties)) {
      const added = this.#added.has(`${home.file} ${[...path, key].join(".")}`);
      if (added) box.append(this.#value(home, schema, key, undefined, [...path, key], true));
    }
    box.append(this.#adder(home, schema, value ?? {}, path, box, top));
    return box;
  }

  #value(home, schema, key, value, path, fresh = false) {
    const shape = shapeOf(schema.properties[key], schema);
    const required = (schema.required ?? []).includes(key);
    if (shape.control === "block") return this.#members(key, value);
    if (value && typeof value === "object" && !Array.isArray(value)) {
      const group = shape.group ?? shape.item?.group;
      return this.#group(key, shape, group ? this.#keys(home, group, value, path) : null);
    }
    if (Array.isArray(value) && shape.item && !(isPlain(value) && inOneField(shape))) {
      const items = value.map((one, k) => this.#item(home, shape.item, key, one, [...path, k + 1], value.length > (shape.least ?? 1)));
      return this.#group(key, shape, make("div", {}, ...items.filter(Boolean), addButton(home, path, value)));
    }
    if (value === undefined && shape.control === "group") {
      return this.#group(key, shape, this.#keys(home, shape.group, {}, path));
    }
    const field = new Field(home, { key, path, shape, value, required, fresh });
    this.#fields.set(`${home.file} ${path.join(".")}`, field);
    if (shape.group) field.root.append(this.#opener(home, shape, key, path, field));
    return field.root;
  }

  #item(home, shape, key, value, path, may) {
    const number = path.at(-1);
    if (value && typeof value === "object" && shape.group) {
      const group = this.#group(`${key} ${number}`, {}, this.#keys(home, shape.group, value, path));
      if (may) group.querySelector("summary").append(removeButton(home, path));
      return group;
    }
    const field = new Field(home, { key: String(number), path, shape: { ...shape, doc: "" }, value, required: true });
    if (may) field.root.querySelector(".head").append(removeButton(home, path));
    this.#fields.set(`${home.file} ${path.join(".")}`, field);
    return field.root;
  }

  /** A key that may be a lone value or a mapping: the mapping's keys instead. */
  #opener(home, shape, key, path, field) {
    const press = () => field.root.replaceWith(this.#group(key, shape, this.#keys(home, shape.group, {}, path)));
    return make("button", { type: "button", class: "quiet", onclick: press }, this.app.t("edit.more-keys"));
  }

  #group(key, { name = "", doc = "" }, body) {
    const open = !this.#folded.has(key);
    const box = make("details", { class: "edit-group", open }, make("summary", {}, ...called(name, key)), doc ? make("p", { class: "doc" }, ...coded(doc)) : null);
    box.addEventListener("toggle", () => this.#folded[box.open ? "delete" : "add"](key));
    if (body) box.append(body);
    return box;
  }

  /** The blocks of a stack or row, each to be chosen. */
  #members(key, value) {
    const list = make("ul", { class: "members" });
    for (const one of this.answer.members ?? []) {
      const press = () => this.app.selection.pick({ page: this.answer.page, block: one.block, from: "panel" });
      list.append(make("li", {}, make("button", { type: "button", class: "quiet", onclick: press }, calledOf(this.app, one.block))));
    }
    return this.#group(key, { name: this.app.t(`kind.${key}`), doc: this.app.t("edit.members", { count: value?.length ?? 0 }) }, list);
  }

  /** Add a key: typed in part, by its name or by what it is for. */
  #adder(home, schema, value, path, box, top) {
    const { app } = this;
    const id = `edit-add-${path.join("-")}-${this.#fields.size}`;
    const list = make("ul", { class: "found", id, role: "listbox", "aria-label": app.t("edit.add-key") });
    const input = make("input", {
      type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": id, autocomplete: "off",
      "aria-label": app.t("edit.add-key"), placeholder: app.t("edit.add-key"), "data-add": path.join("."),
    });
    let hits = [];
    let chosen = -1;
    const pick = (key) => {
      input.value = "";
      close();
      this.#added.add(`${home.file} ${[...path, key].join(".")}`);
      const made = this.#value(home, schema, key, undefined, [...path, key], true);
      adder.before(made);
      made.querySelector("input, select, textarea, summary")?.focus();
    };
    const close = () => {
      list.replaceChildren();
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      chosen = -1;
    };
    const mark = (n) => {
      chosen = (n + hits.length) % hits.length;
      [...list.children].forEach((one, k) => one.setAttribute("aria-selected", String(k === chosen)));
      list.children[chosen].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", list.children[chosen].id);
    };
    const look = () => {
      const shownKeys = new Set([...box.children].map((one) => one.dataset?.key?.split(".").at(-1)));
      hits = search(schema, input.value).filter((key) => !(key in value) && !shownKeys.has(key));
      list.replaceChildren(
        ...hits.map((key, k) => {
          const row = make("li", { role: "option", id: `${id}-${k}`, "aria-selected": "false" });
          row.append(make("b", {}, ...called(shapeOf(schema.properties[key], schema).name, key)), make("span", {}, ...coded(schema.properties[key].description)));
          row.addEventListener("mousedown", (event) => {
            event.preventDefault();
            pick(key);
          });
          return row;
        }),
      );
      input.setAttribute("aria-expanded", String(hits.length > 0));
      chosen = -1;
    };
    input.addEventListener("input", look);
    input.addEventListener("focus", () => {
      look();
      adder.scrollIntoView({ block: "nearest" });
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if ((event.key === "ArrowDown" || event.key === "ArrowUp") && hits.length) {
        event.preventDefault();
        mark(chosen + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && hits.length) {
        event.preventDefault();
        pick(hits[Math.max(chosen, 0)]);
      } else if (event.key === "Escape") {
        input.value = "";
        close();
      }
    });
    const adder = make("div", { class: top ? "edit-add top" : "edit-add" }, input, list);
    return adder;
  }

  /** A style that the block names: its own values, and who else uses it. */
  #style(style, schema, names) {
    const { app } = this;
    const root = schema.properties.styles.additionalProperties;
    const own = style.blocks <= 1;
    const uses = own ? app.t("edit.style-own") : app.t("edit.style-shared", { pages: style.pages, blocks: style.blocks });
    const box = make("details", { class: own ? "edit-style" : "edit-style shared", open: kept.get(`style.${style.name}`, own) });
    const summary = make("summary", {}, app.t("edit.style", { name: style.name }), make("small", {}, uses));
    box.append(summary);
    box.addEventListener("toggle", () => kept.set(`style.${style.name}`, box.open));
    if (!style.file) {
      box.append(make("p", { class: "doc" }, app.t("edit.style-built-in")));
      return box;
    }
    const home = this.#home(style.file, style.base, names);
    box.append(this.#keys(home, root, style.value, style.path));
    return box;
  }

  // What the checks say, beside the values.

  /** Findings stand at the field whose key they name, those of the whole block under its name. */
  findings() {
    const { answer } = this;
    if (!answer || answer.refused) return;
    const model = this.app.models.get(answer.page);
    const all = [...(model?.errors ?? []), ...(model?.findings ?? [])].filter((one) => one.line);
    const said = new Map(); // key → messages
    const keyed = [answer, ...(answer.shared ? [answer.shared] : []), ...(answer.styles ?? []).filter(({ file }) => file)];
    const whole = [];
    for (const one of all) {
      if (one.file === answer.file && one.line === answer.line && one.column === answer.column) {
        whole.push(one.message);
        continue;
      }
      for (const { file, places } of keyed) {
        const key = file === one.file && nearest(places ?? {}, one);
        if (key) said.set(`${file} ${key}`, [...(said.get(`${file} ${key}`) ?? []), one.message]);
      }
    }
    for (const [name, field] of this.#fields) {
      if (field.control.getAttribute("aria-invalid") !== "true") field.finding([...new Set(said.get(name))].join("\n"));
    }
    if (this.whole) {
      this.whole.textContent = [...new Set(whole)].join("\n");
      this.whole.hidden = !whole.length;
    }
  }

  // The field in hand, over a change.

  #held() {
    const active = document.activeElement;
    if (!this.root.contains(active)) return null;
    const row = active.closest("[data-key]");
    const add = active.dataset?.add;
    // Only what a person has typed and not yet written is put back; else the file's value is shown.
    const edited = add !== undefined || active.field?.dirty;
    return { key: row?.dataset.key, add, text: edited ? active.value : null, start: edited ? active.selectionStart : null };
  }

  #take(held) {
    if (!held) return;
    const row = held.key && [...this.root.querySelectorAll("[data-key]")].find((one) => one.dataset.key === held.key);
    const at = row?.querySelector("input, select, textarea") ?? (held.add !== undefined && [...this.root.querySelectorAll("[data-add]")].find((one) => one.dataset.add === held.add));
    if (!at) return;
    at.focus({ preventScroll: true });
    if (held.text !== null && at.tagName !== "SELECT" && at.value !== held.text && document.activeElement === at) {
      at.value = held.text;
      at.setSelectionRange?.(held.start, held.start);
      if (held.add !== undefined) at.dispatchEvent(new Event("input")); // what is found is of these words
    }
  }
}

/** The key that a finding is of: the last one on its line that begins where it points, or before. */
function nearest(places, { line, column }) {
  let best = null;
  for (const [key, [row, at]] of Object.entries(places)) {
    if (row === line && at <= (column || Infinity) && (!best || at >= best.at)) best = { key, at };
  }
  return best?.key ?? null;
}
