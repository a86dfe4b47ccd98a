// What all parts of the window share: the line to the server, the pages, what is selected, words.

import { Bar } from "./bar.js";
import { byId, kept } from "./dom.js";
import { Events } from "./events.js";
import { Keys } from "./keys.js";
import { Live } from "./live.js";
import { Model } from "./model.js";
import { Panels } from "./panels.js";
import { Paper } from "./paper.js";
import { Selection } from "./selection.js";
import { Status } from "./status.js";
import { Tools } from "./tools.js";
import { View } from "./view.js";

export class App extends Events {
  models = new Map(); // key of a page → Model
  hello = null;
  open = []; // keys of the pages on the table
  #papers = new Map();

  constructor(words) {
    super();
    this.words = words;
    this.t = (key, values) => words.t(key, values);
    this.say = this.t;
    this.stage = byId("stage");
    this.live = new Live();
    this.keys = new Keys(this);
    this.status = new Status(this);
    this.bar = new Bar(this);
    this.panels = new Panels(this);
    this.view = new View(this);
    this.selection = new Selection(this);
    this.tools = new Tools(this);
    this.#listen();
  }

  // The line to the server.

  send(message) {
    return this.live.send(message);
  }

  /** A promise of what `done` or `answer` says; it is broken with what `refused` says. */
  request(message) {
    return this.live.ask(message);
  }

  /** An event of this window, or any message of the server. */
  on(name, listener) {
    const offs = [super.on(name, listener)];
    if (!OWN.has(name)) offs.push(this.live.on(name, listener));
    return () => offs.forEach((off) => off());
  }

  // The page in front.

  get page() {
    const { selection, open } = this;
    return open.includes(selection.page) ? selection.page : (open[0] ?? null);
  }

  get state() {
    return this.models.get(this.page) ?? null;
  }

  model(page = this.page) {
    return this.models.get(page) ?? null;
  }

  paper(page = this.page) {
    return this.#papers.get(page) ?? null;
  }

  get scale() {
    return this.view.scale;
  }

  toPage(clientX, clientY) {
    const paper = this.paper();
    return this.view.at(clientX, clientY) ?? (paper && this.view.on(paper, clientX, clientY));
  }

  /** The drawn parts of a block. */
  scene(block, page = this.page) {
    const paper = this.paper(page);
    const parts = this.model(page)?.partsOf(block) ?? [];
    return parts.map((id) => paper.element(id)).filter(Boolean);
  }

  /** The folder of the edition, as messages name files; empty where they are told without. */
  get #folder() {
    const spec = this.hello?.pages.find((one) => one.page === this.page)?.spec;
    const own = spec && Object.keys(this.state?.files ?? {}).find((one) => one.endsWith(`/${spec}`));
    return own ? own.slice(0, -spec.length) : "";
  }

  /** A file as it is said here: without the folder of the edition. */
  fileName(file) {
    const folder = this.#folder;
    return folder && file?.startsWith(folder) ? file.slice(folder.length) : (file ?? "");
  }

  /** Words that name files, as they are said here. */
  told(text) {
    const folder = this.#folder;
    return folder ? text.replaceAll(folder, "") : text;
  }

  /** What a page is called: 第1版, A1版. */
  called(page) {
    const name = this.hello?.pages.find((one) => one.page === page)?.name ?? page;
    return this.t(/^\d+$/.test(name) ? "page.number" : "page.name", { page: name });
  }

  /** The block whose lines of the spec hold a line; the innermost, and null for none. */
  blockOf(page, file, line) {
    let best = null;
    for (const info of this.model(page)?.info.values() ?? []) {
      if (info.file !== file || info.line > line) continue;
      if (!best || info.line > best.line) best = info;
    }
    return best;
  }

  get selected() {
    return this.selection.block;
  }

  select(block, { reveal = false, page = this.page } = {}) {
    if (block === null) this.selection.clear();
    else this.selection.pick({ page, block, from: "hand" });
    const info = block === null ? null : this.model(page)?.info.get(block);
    if (reveal && info) this.view.show(page, info.rect);
  }

  // Which pages lie on the table.

  /** Lay pages on the table: one, or the two sides of a sheet. */
  openPages(pages, { again = false } = {}) {
    const known = pages.filter((page) => this.hello?.pages.some((one) => one.page === page));
    if (!known.length) return;
    const same = known.join() === this.open.join();
    if (same && !again) return;
    this.open = known;
    if (!same) {
      const papers = known.map((page) => {
        if (!this.#papers.has(page)) this.#papers.set(page, new Paper(page));
        return this.#papers.get(page);
      });
      this.view.lay(papers);
    }
    for (const page of known) if (!this.models.has(page)) this.models.set(page, new Model(page));
    if (!known.includes(this.selection.page)) this.selection.clear();
    kept.set(`open.${this.hello.root_name ?? ""}`, known);
    this.send({ type: "open", pages: known, lang: this.words.lang });
    this.emit("open", known);
    this.#address();
  }

  useLanguage(lang) {
    this.words.use(lang);
    kept.set("lang", lang);
    this.words.fill();
    this.emit("lang", lang);
    if (this.hello) this.send({ type: "open", pages: this.open, lang });
  }

  #listen() {
    const { live } = this;
    live.on("hello", (message) => this.#greet(message));
    live.on("pages", (message) => {
      Object.assign(this.hello, message, { type: "hello" });
      this.emit("book", this.hello);
      const keys = message.pages.map((one) => one.page);
      if (!this.open.every((one) => keys.includes(one))) {
        const left = this.open.filter((one) => keys.includes(one));
        this.openPages(left.length ? left : keys.slice(0, 1));
      }
    });
    live.on("page", (message) => this.#take(message));
    live.on("change", (message) => this.#take(message));
    live.on("layers", (message) => {
      this.paper(message.page)?.layers(message.layers);
    });
    live.on("error", (message) => this.#errors(message, message.diagnostics));
    live.on("fine", (message) => this.#errors(message, []));
    live.on("findings", (message) => this.#findings(message));
    addEventListener("hashchange", () => this.openPages(this.#asked()));
  }

  #greet(message) {
    const again = this.hello !== null;
    this.hello = message;
    this.emit("book", message);
    const keys = message.pages.map((one) => one.page);
    const wanted = [again ? this.open : [], this.#asked(), kept.get(`open.${message.root_name ?? ""}`, [])]
      .map((some) => some.filter((one) => keys.includes(one)))
      .find((some) => some.length);
    this.openPages(wanted ?? keys.slice(0, 1), { again });
    this.emit(again ? "back" : "hello", message);
  }

  /** The pages that the address names behind #, so that a window can be opened at one. */
  #asked() {
    const parts = location.hash.slice(1).split("+").filter(Boolean);
    try {
      return parts.map(decodeURIComponent);
    } catch {
      return []; // written by hand, and not as addresses are
    }
  }

  #address() {
    const hash = `#${this.open.map(encodeURIComponent).join("+")}`;
    if (hash !== location.hash) history.replaceState(null, "", hash);
  }

  #take(message) {
    const { page } = message;
    const paper = this.#papers.get(page);
    if (!paper || !this.open.includes(page)) return;
    const model = this.models.get(page);
    const whole = message.type === "page";
    if (!whole && message.base_rev !== model.rev) {
      this.send({ type: "again", page });
      return;
    }
    const began = performance.now();
    const place = paper.width ? this.view.place() : null;
    const before = { width: paper.width, height: paper.height, text: { ...model.text } };
    const hadErrors = model.errors.length > 0;
    const first = !paper.width;
    model.take(message);
    if (first) { // an empty paper has its size at no cost: a page that is drawn is laid out once
      paper.frame(message);
      if (this.open.every((one) => this.paper(one)?.width)) this.view.refit();
      else this.view.size();
    }
    let touched = [];
    if (whole) paper.draw(message);
    else touched = paper.change(message);
    if (!whole && paper.lacks) this.send({ type: "again", page }); // better late than a gap
    paper.root.setAttribute("aria-label", this.called(page));
    if (first) this.view.told();
    else if (before.width !== paper.width || before.height !== paper.height) {
      this.view.size();
      if (place) this.view.go(place);
    } else if (place) this.view.keep(place);
    if (hadErrors) this.emit("error", model, []);
    if (whole) this.emit("page", model, first);
    else this.emit("change", model, { touched, before, message });
    this.emit("drawn", model);
    if (document.activeElement === document.body) this.stage.focus({ preventScroll: true });
    this.#painted(model, began);
  }

  /** Tell the server, in the frame after that in which it was painted, how long that took. */
  #painted(model, began) {
    const { page, rev } = model;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const ms = performance.now() - began;
        this.send({ type: "painted", page, rev, ms: Math.round(ms * 10) / 10 });
        this.emit("painted", model, ms);
        channel.port1.close();
      };
      channel.port2.postMessage(0);
    });
  }

  #errors(message, diagnostics) {
    const model = this.models.get(message.page);
    if (!model) return;
    if (message.type === "fine") model.rev = message.rev ?? model.rev;
    model.errors = diagnostics;
    this.emit("error", model, diagnostics);
  }

  #findings(message) {
    const model = this.models.get(message.page);
    if (!model) return;
    model.findings = message.findings;
    model.complete = message.complete;
    model.checked = message.checked;
    this.emit("findings", model);
  }
}

const OWN = new Set([
  "page", "change", "error", "findings", "hello", "back", "book", "open", "view", "lang",
  "selection", "select", "hover", "moving", "tool", "drawn", "painted",
]);
