// A picture is moved and scaled in its frame: the tool "picture". A drag moves it, the wheel, + and −
// scale it; its effective resolution is told all the while. Enter writes what is seen, Esc drops it.

import { svg } from "../dom.js";
import { PT_MM } from "./grid.js";
import { label } from "./frame.js";
import { dragged, focusOf, fullOf, ppiOf, scaled } from "./framing.js";

const AWAY = 4; // px that a pointer goes before the press that selects a picture moves it
const WHEEL = 0.0015;
const COARSE = 5; // per cent of a press of + or −
const NEAR = 0.01; // of the frame, of a press of an arrow
const SPARSE = 200; // ppi below which a picture of a newspaper is seen to be coarse

export class PictureTool {
  answer = null;
  #index = 0;
  #now = null; // {picture, full, scale}: as it is shown
  #press = null;
  #sent = false;

  constructor(edit) {
    this.edit = edit;
    this.app = edit.app;
    const { app } = this;
    app.tools.add({
      id: "picture",
      key: "c",
      word: "edit.picture-tool",
      icon: "picture",
      down: (event, at) => this.#down(event, at),
      move: (event) => this.#moved(event),
      up: () => this.#up(),
      cancel: () => this.drop(),
      picked: () => this.#picked(),
      dropped: () => this.#left(),
    });
    app.stage.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    app.on("view", () => this.draw());
    this.#hear();
  }

  get active() {
    return this.app.tools.current?.id === "picture";
  }

  get picture() {
    return this.answer?.pictures?.[this.#index] ?? null;
  }

  /** What stands in the spec of the selected block, or null. */
  take(answer) {
    const same = answer && this.answer?.block === answer.block && this.answer?.page === answer.page;
    if (!same) this.#index = 0;
    if (this.#sent || !same) this.#now = null;
    this.#sent = false;
    this.answer = answer;
    if (!this.#now) this.#begin();
    this.draw();
    this.#first(answer);
  }

  /** The press that selected a picture moves it too, from when it is known how it stands. */
  #first(answer) {
    const press = this.#press;
    if (!press?.waits || !answer) return;
    const hit = this.#hit(press.at);
    this.#press = hit < 0 || press.let ? null : press.at;
    if (hit < 0) return;
    this.#index = hit;
    this.#begin();
    this.draw();
    const [dx, dy] = [press.to.x - press.at.x, press.to.y - press.at.y];
    if (Math.hypot(dx, dy) * this.app.view.scale < AWAY) return;
    this.#move(dx, dy);
    if (press.let) this.#up();
    else this.#press = press.to;
  }

  #begin() {
    const { picture } = this;
    this.#now = picture?.rect ? { picture, full: fullOf(picture), scale: picture.scale } : null;
  }

  #picked() {
    this.#begin();
    this.draw();
    if (!this.picture) this.app.status.say(this.app.t("edit.pick-picture"));
  }

  #left() {
    if (this.changed) this.commit();
    this.draw();
  }

  get changed() {
    const now = this.#now;
    if (!now || this.#sent) return false;
    const was = fullOf(now.picture);
    return now.scale !== now.picture.scale || Math.hypot(now.full.x - was.x, now.full.y - was.y) > 0.01;
  }

  #down(event, at) {
    if (!at) return false;
    const hit = this.#hit(at);
    if (hit >= 0) {
      if (hit !== this.#index) {
        if (this.changed) this.commit();
        this.#index = hit;
        this.#begin();
      }
      this.#press = at;
      this.draw();
      return true;
    }
    if (this.changed) this.commit();
    const block = this.app.view.blockAt(at.page, at.x, at.y);
    this.#press = null;
    if (!block) return false;
    this.app.selection.pick({ page: at.page, block: block.block });
    this.#press = { waits: true, page: at.page, at, to: at };
    return true;
  }

  #hit(at) {
    if (at.page !== this.answer?.page) return -1;
    // One that lies over another is the later one.
    return (this.answer.pictures ?? []).findLastIndex(({ rect }) => rect && at.x >= rect[0] && at.y >= rect[1] && at.x <= rect[0] + rect[2] && at.y <= rect[1] + rect[3]);
  }

  #moved(event) {
    const press = this.#press;
    const paper = press && (this.#now || press.waits) && this.app.view.paper(press.page);
    if (!paper) return;
    const at = this.app.view.on(paper, event.clientX, event.clientY);
    if (press.waits) return void (press.to = at);
    this.#move(at.x - press.x, at.y - press.y);
    this.#press = at;
  }

  #up() {
    if (this.#press?.waits) return void (this.#press.let = true);
    this.#press = null;
    if (this.changed) this.app.status.say(this.words());
  }

  #move(dx, dy) {
    const now = this.#now;
    if (!now) return;
    now.full = dragged(now.picture, now.full, dx, dy);
    this.draw();
  }

  #scale(to, at) {
    const now = this.#now;
    if (!now) return;
    const [x, y, w, h] = now.picture.rect;
    Object.assign(now, scaled(now.picture, now.full, now.scale, Math.round(to * 10) / 10, at ?? { x: x + w / 2, y: y + h / 2 }));
    this.draw();
  }

  #wheel(event) {
    if (!this.active || !this.#now || event.ctrlKey || event.metaKey) return;
    const at = this.app.view.at(event.clientX, event.clientY);
    if (!at || this.#hit(at) !== this.#index) return;
    event.preventDefault();
    this.#scale(this.#now.scale * Math.exp(-event.deltaY * WHEEL), at);
  }

  #hear() {
    const { keys } = this.app;
    const when = () => this.active && Boolean(this.#now);
    const said = (run) => () => {
      run();
      this.app.status.say(this.words());
    };
    const add = (key, word, run, press = null) => keys.add({ key, word, group: "edit-picture", when, run, press });
    const part = (side) => this.#now.picture.rect[side + 2] * NEAR;
    for (const [mods, by] of [["", 1], ["Shift+", 10]]) {
      add(`${mods}ArrowLeft`, by === 1 ? "edit.key-picture" : null, said(() => this.#move(-part(0) * by, 0)), "← → ↑ ↓");
      add(`${mods}ArrowRight`, null, said(() => this.#move(part(0) * by, 0)));
      add(`${mods}ArrowUp`, null, said(() => this.#move(0, -part(1) * by)));
      add(`${mods}ArrowDown`, null, said(() => this.#move(0, part(1) * by)));
    }
    for (const key of ["+", "="]) add(key, key === "+" ? "edit.key-larger" : null, said(() => this.#scale(this.#now.scale + COARSE)));
    add("-", "edit.key-smaller", said(() => this.#scale(this.#now.scale - COARSE)));
    add("0", "edit.key-scale-100", said(() => this.#scale(100)));
    add("Enter", "edit.key-write", () => this.commit());
    const drop = () => {
      this.drop();
      this.app.status.say(this.app.t("edit.dropped"));
    };
    keys.add({ key: "Escape", word: "edit.key-drop", group: "edit-picture", when: () => this.active && this.changed, run: drop });
    const next = () => {
      if (this.changed) this.commit();
      this.#index = (this.#index + 1) % this.answer.pictures.length;
      this.#begin();
      this.draw();
      this.app.status.say(this.words());
    };
    keys.add({ key: "u", word: "edit.key-next-picture", group: "edit-picture", when: () => when() && this.answer.pictures.length > 1, run: next });
  }

  /** Scale, what is in the middle, and the resolution at which it is printed. */
  words() {
    const { picture, full, scale } = this.#now;
    const ppi = ppiOf(picture, full);
    const size = { width: (full.w * PT_MM).toFixed(1), height: (full.h * PT_MM).toFixed(1), scale: Number(scale.toFixed(1)) };
    const words = this.app.t("edit.picture-size", size);
    return ppi === null ? words : `${words}　${this.app.t(ppi < SPARSE ? "edit.ppi-low" : "edit.ppi", { ppi, least: SPARSE })}`;
  }

  /** The picture as it will be seen, with what is cut off of it faint. */
  draw() {
    for (const paper of this.app.view.papers) paper.glassOf("picture").replaceChildren();
    const glass = this.answer && this.app.view.glass("picture", this.answer.page);
    if (!glass || !this.active || !this.#now) return;
    const { picture, full } = this.#now;
    const [x, y, w, h] = picture.rect;
    const href = this.#href();
    const image = (extra) => svg("image", { href, x: full.x, y: full.y, width: full.w, height: full.h, preserveAspectRatio: "none", ...extra });
    if (href && this.changed) {
      const window_ = svg("svg", { x, y, width: w, height: h, viewBox: `${x} ${y} ${w} ${h}`, overflow: "hidden" });
      window_.append(svg("rect", { class: "edit-paper", x, y, width: w, height: h }), image({}));
      glass.append(image({ class: "edit-cut" }), window_);
    }
    glass.append(
      svg("rect", { class: "edit-whole", x: full.x, y: full.y, width: full.w, height: full.h, "vector-effect": "non-scaling-stroke" }),
      svg("rect", { class: "edit-window", x, y, width: w, height: h, "vector-effect": "non-scaling-stroke" }),
    );
    const scale = this.app.view.scale;
    const low = !picture.vector && ppiOf(picture, full) < SPARSE;
    glass.append(label([this.words()], x, y, scale, this.app.model(this.answer.page)?.width ?? Infinity, low ? "clash" : ""));
  }

  /** Where the browser has the picture from: as the page shows it. */
  #href() {
    const all = this.app.scene(this.answer.block, this.answer.page).flatMap((one) => [...(one.matches("image") ? [one] : []), ...one.querySelectorAll("image")]);
    const one = all[this.#index] ?? all[0];
    return one?.getAttribute("href") ?? one?.getAttributeNS("http://www.w3.org/1999/xlink", "href") ?? null;
  }

  drop() {
    this.#press = null;
    this.#begin();
    this.draw();
  }

  async commit() {
    const { answer } = this;
    const now = this.#now;
    if (!this.changed) return;
    const { picture, full, scale } = now;
    const op = { op: "picture", file: answer.file, block: answer.ref ?? answer.block };
    if (answer.grouped) op.index = picture.index;
    if (scale !== picture.scale) op.scale = scale === 100 ? null : `${Number(scale.toFixed(1))}%`;
    const was = fullOf(picture);
    if (picture.by === "focus") {
      const focus = focusOf(picture, full);
      if (focus.join() !== picture.focus.join()) op.focus = focus;
    } else if (Math.hypot(full.x - was.x, full.y - was.y) > 0.01) {
      // The place by hand is counted from where `fit` puts the picture at its size.
      const grown = scale / picture.scale;
      const home = { x: was.x - (was.w * (grown - 1)) / 2, y: was.y - (was.h * (grown - 1)) / 2 };
      const mm = (points) => `${Number((points * PT_MM).toFixed(2))}mm`;
      op.shift = [mm(picture.shift[0] + full.x - home.x), mm(picture.shift[1] + full.y - home.y)];
    }
    if (!("scale" in op || "focus" in op || "shift" in op)) return this.drop();
    const said = this.words();
    this.#sent = true;
    try {
      const done = await this.edit.desk.edit(answer.page, op);
      if (done) this.app.status.say(said);
      else this.#again();
    } catch (refused) {
      this.#again();
      this.edit.refused(refused);
    }
  }

  #again() {
    this.#sent = false;
    this.drop();
  }
}
