// Words are corrected in place: a small editor over the paragraph, with its text as the file has it,
// marks and all. Nothing is written before Enter; while one types, the server says how the story
// would fit (it sets the page with the new words in memory).

import { fitWords, levelWords } from "../blockpanel.js";
import { kept, make } from "../dom.js";
import { isStale, wordsOf } from "./desk.js";
import { movable, stand } from "./standing.js";
import { alike, trimmed } from "./texts.js";
import { Trial } from "./trial.js";
import { shown, shownAs, untried } from "./trying.js";
import { choice } from "./underneath.js";

export class WordEditor {
  #open = null; // what is edited: the answer, with {page, block, box, area, …}
  #trial = null;

  constructor(edit) {
    this.edit = edit;
    this.app = edit.app;
    const { app } = this;
    this.#trial = new Trial(app, (answer) => this.#tried(answer), { show: true });
    app.stage.addEventListener("dblclick", (event) => this.#double(event));
    app.keys.add({ key: "F2", word: "edit.key-words", group: "edit", when: () => Boolean(app.selection.block), why: "edit.none", run: () => this.fromKeys() });
    app.live.on("editors", () => this.#others());
    for (const name of ["page", "change"]) app.on(name, (model) => this.#made(model));
    app.on("error", () => !this.#open && untried(this.app));
    app.on("view", () => this.#stand({ again: true }));
    addEventListener("beforeunload", (event) => this.dirty && event.preventDefault());
  }

  /** Whether something was typed that is not written. */
  get dirty() {
    return Boolean(this.#open && this.#open.area.value !== this.#open.text);
  }

  get isOpen() {
    return Boolean(this.#open);
  }

  #double(event) {
    const at = this.app.view.at(event.clientX, event.clientY);
    const word = at && this.app.view.wordAt(at.page, at.x, at.y);
    if (!word) return;
    event.preventDefault();
    getSelection()?.removeAllRanges();
    this.open(at.page, word.block, word.line, word.index ?? 0);
  }

  /** The word that is selected, else the first line of the selected block. */
  fromKeys() {
    const { page, block, word } = this.app.selection;
    if (word?.line) return this.open(page, block, word.line, word.index ?? 0);
    const model = this.app.model(page);
    const line = model?.partsOf(block).flatMap((id) => model.text[id] ?? [])[0];
    if (line) return this.open(page, block, line, 0);
    return this.app.status.say(this.app.t("edit.no-words"));
  }

  async open(page, block, line, index) {
    this.close();
    const { node, text, paragraph = null, offset = null } = line;
    const question = { what: "words", page, block, node, text, paragraph, offset, index };
    try {
      const answer = await this.edit.desk.ask(question);
      if (answer.how === "look") return void this.#lead(page, block, line, answer);
      this.#show({ ...answer, page, block, line, question });
    } catch (refused) {
      this.edit.refused(refused);
    }
  }

  /** Words that stand nowhere as they are: lead to what they are made of, and say so. */
  #lead(page, block, line, { file, line: row, column }) {
    const { app } = this;
    if (block) app.selection.pick({ page, block, from: "source" });
    app.source.open(file, row, column);
    if (block) app.panels.show("edit"); // its values, those of the edition too
    const words = line.text.length > 16 ? `${line.text.slice(0, 16)}…` : line.text;
    app.status.alert(app.t("edit.words-from", { words, file: app.fileName(file), line: row }));
  }

  #show(open) {
    const { app } = this;
    const area = make("textarea", { class: "edit-area", spellcheck: "false", "aria-label": app.t("edit.words-of", { what: this.#what(open) }) });
    area.value = open.text;
    const fit = make("output", { class: "fit", "aria-live": "polite" });
    const told = make("p", { class: "fault", role: "alert", hidden: true });
    const notes = make("ul", { class: "notes", role: "status" }); // what would be other: a headline set smaller
    const who = make("p", { class: "others", role: "status", hidden: true });
    const foot = make("div", { class: "foot" }, fit, make("span", { class: "keys" }, app.t(open.multiline ? "edit.words-keys" : "edit.line-keys")));
    const write = make("button", { type: "button", class: "strong", onclick: () => this.commit() }, app.t("edit.write"));
    const leave = make("button", { type: "button", onclick: () => this.close(true) }, app.t("edit.drop"));
    const correct = make("button", { type: "button", "data-do": "correct", title: app.t("mark.instead.is"), onclick: () => this.#correct() }, app.t("mark.instead"));
    foot.append(...this.#draft(open, area), leave, correct, write);
    const shared = open.shared ? make("span", { class: "shared" }, app.t("edit.shared-by", { pages: open.shared })) : null;
    const head = make("header", { title: app.t("edit.words-move") }, make("b", {}, this.#what(open)), make("span", {}, `${app.fileName(open.file)}:${open.row}`), shared, who);
    const box = make("div", { class: "edit-words", role: "dialog", "aria-label": app.t("edit.words-of", { what: this.#what(open) }) }, head, area, told, notes, foot);
    this.#open = { ...open, area, box, fit, told, notes, who, write };
    document.body.append(box);
    movable(app, this.#open, head);
    area.addEventListener("keydown", (event) => this.#key(event));
    area.addEventListener("input", () => this.#typed());
    area.addEventListener("compositionend", () => this.#typed());
    this.#stand();
    area.focus();
    const caret = Math.min(toUnits(open.text, open.caret ?? 0), area.value.length);
    area.setSelectionRange(caret, caret);
    this.#grow();
    this.#stand({ again: true });
    this.#fits(app.models.get(open.page)?.fits);
    app.live.send({ type: "focus", file: open.file, name: this.edit.names.mine });
    this.edit.names.want();
    this.#others();
  }

  /** A button that fetches what was typed here and dropped, where there is such. */
  #draft(open, area) {
    const draft = kept.get("dropped", null);
    if (draft?.file !== open.file || draft.from !== open.text || draft.text === open.text) return [];
    const fetch = (event) => {
      area.value = draft.text;
      event.target.remove();
      this.#typed();
      area.focus();
    };
    return [make("button", { type: "button", "data-do": "draft", onclick: fetch }, this.app.t("edit.draft"))];
  }

  #what(open) {
    return this.app.t(`edit.part-${open.kind}`);
  }

  #stand(options) {
    if (this.#open) stand(this.app, this.#open, options);
  }

  #grow() {
    const { area } = this.#open;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight + 2, innerHeight * 0.4)}px`;
    this.#stand();
  }

  #key(event) {
    event.stopPropagation(); // no key of the page is meant
    if (event.isComposing || event.keyCode === 229) return; // it belongs to the input method
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && !(event.shiftKey && this.#open.multiline)) {
      event.preventDefault();
      this.commit();
    }
  }

  #typed() {
    this.#grow();
    this.#try();
  }

  /** What has changed, as an operation; null where nothing has. */
  #op(open = this.#open) {
    let after = open.area.value;
    if (after === open.text) return null;
    if (open.newline && open.newline !== "\n") after = after.replaceAll("\n", open.newline);
    if (open.how === "set") return { op: "set", file: open.file, path: open.path, value: open.area.value };
    return { op: "words", file: open.file, ...trimmed(open.source ?? open.text, after, open.start) };
  }

  /** Ask how the story would fit, when one stops typing for a moment. */
  #try() {
    const open = this.#open;
    const op = this.#op();
    if (op) return this.#trial.want(open.page, { ...op, base: open.base });
    this.#trial.stop();
    untried(this.app);
    open.notes.replaceChildren();
    return this.#fits(this.app.models.get(open.page)?.fits);
  }

  #tried(answer) {
    if (!this.#open) return;
    shown(this.app, this.#open.page, answer?.trial);
    if (!answer) return void (this.#open.fit.textContent = "");
    this.#fits(answer.fits);
    this.#open.notes.replaceChildren(...(answer.notes ?? []).map((one) => make("li", {}, one.message)));
    this.#fault((answer.faults ?? []).map((one) => one.message).join("\n"));
  }

  #fits(fits) {
    const { fit, story, block } = this.#open;
    const mine = (fits ?? []).filter((one) => (story ? one.story === story : one.block === block));
    const kindOf = (one) => (one.over_lines && !one.jumps ? "over" : one.room > one.lines ? "under" : "full");
    fit.replaceChildren(...mine.map((one) => make("span", { class: kindOf(one) }, fitWords(this.app, one), levelWords(this.app, one))));
    fit.dataset.state = mine.some((one) => kindOf(one) === "over") ? "over" : mine.length ? kindOf(mine[0]) : "";
  }

  #fault(words) {
    const { told } = this.#open;
    told.textContent = words;
    told.hidden = !words;
    this.#stand();
  }

  async commit() {
    const open = this.#open;
    if (!open || open.busy) return;
    const op = this.#op(open);
    if (!op) return void this.close(true);
    open.busy = true;
    try {
      const done = await this.edit.desk.edit(open.page, op, open.base);
      if (done && open === this.#open) {
        this.app.status.say(done.label ?? this.app.t("edit.written"));
        const same = shownAs() === this.app.models.get(open.page)?.digest;
        this.close(true, !same); // what is tried stays until the page comes that is made of it
      }
    } catch (refused) {
      if (open !== this.#open) return;
      if (isStale(refused)) await this.#underneath(open);
      else this.#fault(wordsOf(this.app, refused));
      open.area.focus();
    } finally {
      open.busy = false;
    }
  }

  /** What was typed becomes an entry of the corrections, and the words stay as they are. */
  async #correct() {
    const open = this.#open;
    if (!open || open.busy || !this.dirty) return;
    const { start, before, after } = trimmed(open.text, open.area.value, 0);
    const all = [...open.text];
    let [words, fresh, from] = [before, after, start];
    if (!words && from > 0) [words, fresh, from] = [all[from - 1], all[from - 1] + fresh, from - 1];
    else if (!words) [words, fresh] = [all[from] ?? "", fresh + (all[from] ?? "")];
    const index = (open.question.index ?? 0) + from - (open.caret ?? 0);
    const picked = { page: open.page, line: open.line, index, words };
    open.busy = true;
    try {
      await this.edit.marker.write(picked, { kind: fresh ? "replace" : "delete", new: fresh, note: "" });
      if (open === this.#open) this.close(true);
    } catch (refused) {
      if (open === this.#open) this.#fault(wordsOf(this.app, refused));
    } finally {
      open.busy = false;
    }
  }

  /** The file changed under the words in hand: show both, let the person choose; lose neither. */
  async #underneath(open) {
    const { app } = this;
    let now = null;
    try {
      now = await this.edit.desk.ask({ ...open.question, find: open.source ?? "" });
    } catch {
      // The paragraph is gone, or the file cannot be read: the words stay in the box.
    }
    if (open !== this.#open) return undefined;
    if (now && now.text === open.text) {
      // It changed elsewhere: these words are as they were.
      this.#known(open, now);
      open.busy = false;
      return this.commit();
    }
    if (now && !alike(open.text, now.text)) now = null; // another paragraph stands there
    const mine = () => {
      this.#known(open, now);
      this.commit();
    };
    const take = () => {
      this.#known(open, now);
      open.area.value = now.text;
      open.box.querySelector('[data-do="draft"]')?.remove();
      open.write.before(...this.#draft(open, open.area));
      this.#typed();
      open.area.focus();
    };
    choice(app, open, now, { take, mine });
    this.#stand();
    return undefined;
  }

  /** What stands in the file now is what the words in hand are compared with. */
  #known(open, now) {
    for (const key of ["file", "base", "start", "end", "text", "source", "newline", "path", "how"]) open[key] = now[key];
  }

  /** A page was made again while one types: what fits is said anew. */
  #made(model) {
    document.body.classList.remove("trying");
    const open = this.#open;
    if (!open || model.page !== open.page) return;
    if (this.#op()) this.#typed();
    else this.#fits(model.fits);
  }

  #others() {
    const open = this.#open;
    if (!open) return;
    const names = this.edit.names.others(open.file);
    open.who.hidden = !names.length;
    open.who.textContent = names.length ? this.app.t("edit.others-here", { names: names.join("、") }) : "";
  }

  /** Close it. Words that were not written are kept: they are offered when the same text is opened
   *  again. */
  close(sure = false, written = false) {
    const open = this.#open;
    if (!open) return true;
    if (this.dirty && !sure) {
      kept.set("dropped", { file: open.file, from: open.text, text: open.area.value });
      this.app.status.say(this.app.t("edit.dropped-words"));
    }
    this.#trial.stop();
    if (!written) untried(this.app);
    this.#open = null;
    open.box.remove();
    this.app.live.send({ type: "focus", file: null, name: this.edit.names.mine });
    this.app.stage.focus({ preventScroll: true });
    return true;
  }
}

/** A number of code points as so many units of a string of JavaScript. */
const toUnits = (text, points) => [...text].slice(0, points).join("").length;
