// Words that are picked on the page as a correction of the reading: a small bar beside them says what
// can be asked for, and a box takes what is to stand there. Nothing of a story is changed: an entry is
// put into corrections.yaml.

import { eachFrame, make } from "../dom.js";
import { wordsOf } from "./desk.js";

const KINDS = ["replace", "delete", "insert", "transpose", "query", "join", "break", "face"];
/** What is asked for without new words. */
const WORDLESS = new Set(["delete", "query", "join", "break"]);
/** Two words with a mark or an "and" between them: 、 ， · 和 与 及. */
const PARTED = /^(.+?)([\u3001\uff0c,/\u00b7\u548c\u4e0e\u53ca])(.+)$/su;

export class Marker {
  #bar = null;
  #box = null; // {picked, kind, …} of the box that is open

  constructor(edit) {
    this.edit = edit;
    this.app = edit.app;
    const { app } = this;
    const look = eachFrame(() => this.#offer());
    app.stage.addEventListener("pointerup", look);
    document.addEventListener("selectionchange", () => getSelection()?.isCollapsed && this.#unoffer());
    addEventListener("keydown", ({ key }) => key === "Escape" && this.#unoffer());
    for (const name of ["view", "open", "page", "change", "lang"]) app.on(name, () => this.#unoffer());
    app.keys.add({ key: "Shift+j", word: "mark.key", group: "edit", run: () => this.open("replace") });
  }

  get isOpen() {
    return Boolean(this.#box);
  }

  /** The words that are picked, else the character of the word that is: {page, line, index, words}. */
  picked() {
    return pickedWords(this.app) ?? this.#pickedWord();
  }

  #pickedWord() {
    const { page, word } = this.app.selection;
    if (!word?.line) return null;
    const char = [...word.line.text][word.index ?? 0] ?? "";
    return char.trim() ? { page, line: word.line, index: word.index ?? 0, words: char } : null;
  }

  /** The bar beside words that were just picked. */
  #offer() {
    this.#unoffer();
    const picked = this.app.tools.current?.id === "look" && !this.#box ? pickedWords(this.app) : null;
    if (!picked) return;
    const buttons = KINDS.map((kind) =>
      make("button", { type: "button", "data-kind": kind, onclick: () => this.open(kind, picked) }, this.app.t(`mark.${kind}`)));
    this.#bar = make("div", { class: "mark-bar", role: "toolbar", "aria-label": this.app.t("mark.bar") }, ...buttons);
    this.#bar.addEventListener("pointerdown", (event) => event.preventDefault()); // the words stay picked
    document.body.append(this.#bar);
    const rects = getSelection().getRangeAt(0).getClientRects();
    stand(this.#bar, rects[rects.length - 1]);
  }

  #unoffer() {
    this.#bar?.remove();
    this.#bar = null;
  }

  /** Open the box of a correction of some words. */
  open(kind, picked = this.picked()) {
    const { app } = this;
    this.#unoffer();
    this.close();
    if (!picked) return void app.status.say(app.t("mark.none"));
    if (picked.apart) return void app.status.alert(app.t("mark.apart"));
    const kinds = KINDS.map((one) =>
      make("button", { type: "button", role: "radio", "data-kind": one, onclick: () => this.#turn(one) }, app.t(`mark.${one}`)));
    const text = make("input", { type: "text", class: "new", maxlength: 400, autocomplete: "off", spellcheck: "false" });
    const note = make("input", { type: "text", class: "note", maxlength: 400, autocomplete: "off", placeholder: app.t("mark.note"), "aria-label": app.t("mark.note") });
    const told = make("p", { class: "fault", role: "alert", hidden: true });
    const write = make("button", { type: "button", class: "strong", "data-do": "mark", onclick: () => this.#write() }, app.t("mark.write"));
    const leave = make("button", { type: "button", onclick: () => this.close() }, app.t("edit.drop"));
    const foot = make("div", { class: "foot" }, make("span", { class: "keys" }, app.t("mark.keys")), leave, write);
    const head = make("header", {}, make("b", {}, app.t("mark.title")), make("q", {}, picked.words));
    const reading = this.edit.reading.begun ? null : this.#readings();
    const group = make("div", { class: "mark-kinds", role: "radiogroup", "aria-label": app.t("mark.bar") }, ...kinds);
    const root = make("div", { class: "edit-words mark-box", role: "dialog", "aria-label": app.t("mark.title") }, head, group, text, note, reading, told, foot);
    this.#box = { picked, kinds, text, note, told, root, reading: reading?.querySelector("select"), from: document.activeElement };
    root.addEventListener("keydown", (event) => this.#key(event));
    document.body.append(root);
    const at = app.view.client(picked.page, picked.line.x, picked.line.y);
    const high = picked.line.h * app.scale;
    stand(root, { left: at.x, top: at.y, bottom: at.y + high, right: at.x });
    this.#turn(kind);
  }

  /** Which reading it is: asked with the first correction, which begins the file. */
  #readings() {
    const { app, edit } = this;
    const select = make("select", { "aria-label": app.t("reading.which") }, ...edit.reading.readings.map((one) => make("option", { value: one }, one)));
    return make("label", { class: "first" }, app.t("mark.first", { file: app.fileName(this.edit.reading.file) }), select);
  }

  #turn(kind) {
    const box = this.#box;
    const { app } = this;
    box.kind = kind;
    for (const one of box.kinds) {
      one.setAttribute("aria-checked", String(one.dataset.kind === kind));
      one.tabIndex = one.dataset.kind === kind ? 0 : -1;
    }
    const { words } = box.picked;
    box.text.hidden = WORDLESS.has(kind);
    box.text.value = kind === "insert" || kind === "face" ? "" : kind === "transpose" ? turned(words) : words;
    const label = app.t(`mark.${kind}-what`);
    box.text.setAttribute("aria-label", label);
    box.text.placeholder = label;
    box.note.placeholder = app.t(kind === "query" ? "mark.query-what" : "mark.note");
    box.note.setAttribute("aria-label", box.note.placeholder);
    this.#fault("");
    const field = kind === "query" ? box.note : WORDLESS.has(kind) ? box.root.querySelector(".strong") : box.text;
    field.focus();
    field.select?.();
  }

  #key(event) {
    event.stopPropagation(); // no key of the page is meant
    if (event.isComposing || event.keyCode === 229) return; // it belongs to the input method
    const step = event.target.getAttribute("role") === "radio" && { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const next = KINDS[(KINDS.indexOf(this.#box.kind) + step + KINDS.length) % KINDS.length];
      this.#turn(next);
      this.#box?.kinds.find((one) => one.dataset.kind === next).focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && event.target.localName === "input") {
      event.preventDefault();
      this.#write();
    }
  }

  #fault(words) {
    const { told } = this.#box;
    told.textContent = words;
    told.hidden = !words;
  }

  async #write() {
    const box = this.#box;
    if (!box || box.busy) return;
    const { words } = box.picked;
    const typed = box.text.value;
    const asked = {
      kind: box.kind,
      new: box.kind === "insert" ? words + typed : typed,
      note: box.note.value,
      ...(box.reading ? { reading: box.reading.value } : {}),
    };
    if (box.kind === "insert" && !typed.trim()) return void this.#fault(this.app.t("mark.insert-what"));
    box.busy = true;
    try {
      await this.write(box.picked, asked);
      if (box === this.#box) this.close();
    } catch (refused) {
      if (box === this.#box) this.#fault(wordsOf(this.app, refused));
    } finally {
      box.busy = false;
    }
  }

  /** Have an entry written. Rejects with the refusal. */
  async write({ page, line, index, words }, asked) {
    const { app, edit } = this;
    const { node, text, paragraph = null, offset = null } = line;
    const op = { op: "mark", file: edit.reading.file, node, text, paragraph, offset, index, words, by: edit.names.mine, reading: edit.reading.readings[0] ?? "", ...asked };
    const done = await edit.desk.edit(page, op, "any");
    if (!done) return;
    app.overlays?.use("corrections", true);
    app.status.say(app.t("mark.written", { what: done.label ?? "" }));
  }

  close() {
    const box = this.#box;
    if (!box) return;
    this.#box = null;
    box.root.remove();
    this.app.stage.focus({ preventScroll: true });
  }
}

/** Words in each other's place: those round a mark or 和, of two characters each of them, of more
 *  their halves. */
export function turned(words) {
  const parted = PARTED.exec(words);
  if (parted) return parted[3] + parted[2] + parted[1];
  const all = [...words];
  const half = Math.ceil(all.length / 2);
  return [...all.slice(half), ...all.slice(0, half)].join("");
}

/** The words that are picked on a page: the first line with the number of its first character in
 *  it, and all of them; `apart` where they are of several paragraphs. Null where there are none. */
export function pickedWords(app) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  for (const paper of app.view.papers) {
    if (!range.intersectsNode(paper.text.root)) continue;
    let found = null;
    for (const span of paper.text.root.querySelectorAll("span")) {
      const text = span.firstChild;
      if (!text || !range.intersectsNode(span)) continue;
      const from = range.startContainer === text ? range.startOffset : 0;
      const to = range.endContainer === text ? range.endOffset : text.length;
      const part = text.data.slice(from, to);
      if (!part.trim()) continue;
      const { line } = span;
      if (!found) {
        const lead = part.length - part.trimStart().length;
        found = { page: paper.name, line, index: [...text.data.slice(0, from + lead)].length, words: "" };
      }
      const same = line.node === found.line.node && line.paragraph === found.line.paragraph;
      if (!same) found.apart = true;
      const latin = /[0-9A-Za-z]$/.test(found.words) && /^[A-Za-z]/.test(part);
      found.words += (latin ? " " : "") + part;
    }
    if (found) return { ...found, words: found.words.trim() };
  }
  return null;
}

/** Put a box under a place of the window, or over it; always in the window. */
function stand(box, rect) {
  const { offsetWidth: wide, offsetHeight: high } = box;
  const under = rect.bottom + 6;
  const top = under + high < innerHeight - 8 ? under : Math.max(8, rect.top - high - 6);
  box.style.left = `${Math.min(Math.max(rect.left, 8), innerWidth - wide - 8)}px`;
  box.style.top = `${Math.min(top, innerHeight - high - 8)}px`;
}
