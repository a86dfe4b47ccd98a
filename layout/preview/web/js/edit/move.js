// Blocks are moved and resized on the grid: the tool "move", by mouse, finger and keys.

import { calledOf } from "../blockwords.js";
import { frame, ghost, handleAt, marked } from "./frame.js";
import { Moving, ghostFits, ghostWords } from "./ghostwords.js";
import { hearKeys } from "./movekeys.js";
import { gridOf, moved, rectOf, resized, same, span, stepped } from "./grid.js";
import { askOverlap, boxed, clashesOf, edgesOf, opOf, shifted, under, whereOf, within } from "./placing.js";
import { Trial } from "./trial.js";
import { Waiting } from "./waiting.js";

const AWAY = 4; // px that a pointer goes before a press is a drag

export class Mover {
  held = 0; // which of its places is in hand
  #ghost = null; // {page, block, n, from, place, swap, fits}: where it would stand, and what then
  #trial = null;
  #press = null;
  #moving;
  #called = (block) => calledOf(this.app, block, this.model);
  #waiting = new Waiting(); // what is done before the server has said what the spec of the block says

  constructor(edit) {
    this.edit = edit;
    this.app = edit.app;
    const { app } = this;
    this.#moving = new Moving(app);
    this.#trial = new Trial(app, (answer) => this.#tried(answer));
    for (const name of ["view", "tool"]) app.on(name, () => this.draw());
    app.tools.add({
      id: "move",
      key: "e",
      word: "edit.tool",
      icon: "move",
      hover: (event, at) => this.#hover(event, at),
      down: (event, at) => this.#down(event, at),
      move: (event) => this.#moved(event),
      up: (event) => this.#up(event),
      cancel: () => this.drop(),
      dropped: () => this.drop(),
    });
    hearKeys(this);
  }

  get page() {
    return this.app.selection.page;
  }

  get model() {
    return this.app.models.get(this.page);
  }

  /** Whether blocks are moved now, and not looked at alone. */
  get active() {
    return this.app.tools.current?.id === "move";
  }

  get answer() {
    return this.edit.chosen.answer;
  }

  // Which block.

  get #key() {
    return `${this.page}\n${this.app.selection.block}`;
  }

  /** Another block is selected, or none; what its spec says is still to come. */
  turn() {
    if (this.#ghost && this.#ghost.block !== this.app.selection.block) this.#ghost = null;
    this.#waiting.turn(this.#key);
    if (!this.answer) this.held = 0;
    this.draw();
  }

  /** What the spec of the selected block says has come: where it was placed by hand it stands now. */
  take(answer) {
    if (this.#ghost?.seen) this.#ghost = null;
    this.held = Math.min(this.held, Math.max(0, (answer?.at.length ?? 0) - 1));
    this.draw();
    if (answer) this.#waiting.over();
  }

  /** The page was made again. Gives whether that was waited for. */
  made() {
    if (!this.#ghost?.sent) return false;
    this.#ghost.seen = true;
    return true;
  }

  /** The places of the selected block on the grid, as the spec has them. */
  #places() {
    return (this.answer?.at ?? []).map(({ cols, x, base, fixed, lines, within: part, shift }) => {
      if (!lines || !(cols || x)) return null;
      return cols ? { cols, lines, within: part, shift } : { x, base, fixed, lines };
    });
  }

  #place(n = this.held) {
    return this.#places()[n] ?? null;
  }

  get movable() {
    return Boolean(this.answer && !this.answer.locked && this.#place());
  }

  /** The rectangles of the selected block: those of its places, or the one that it has. */
  #rects() {
    const places = this.#places();
    if (places.length && places.every(Boolean)) return places.map((place) => rectOf(gridOf(this.model), place));
    const rect = this.model?.info.get(this.app.selection.block)?.rect;
    return rect ? [{ x: rect[0], y: rect[1], w: rect[2], h: rect[3] }] : [];
  }

  // What is seen.

  draw() {
    const { app } = this;
    this.#moving.tell(this.#ghost?.page === this.page ? this.#ghost : null, this.model);
    for (const paper of app.view.papers) paper.glassOf("edit").replaceChildren();
    const glass = this.page && app.view.glass("edit", this.page);
    if (!glass || !this.active || !this.model?.grid) return;
    const scale = app.view.scale;
    const rects = this.#rects();
    if (rects.length) {
      const held = Math.min(this.held, rects.length - 1);
      const handles = this.movable && (this.#ghost?.page !== this.page || Boolean(this.#ghost.swap)); // they go with the ghost
      glass.append(frame(rects, { held, locked: !this.movable && Boolean(this.answer), handles, scale }));
    }
    if (this.#press?.away && !this.answer && rects.length) glass.append(marked(shifted(rects[0], this.#press.away), "waits"));
    if (!this.#ghost || this.#ghost.page !== this.page) return;
    const { place, swap } = this.#ghost;
    const grid = gridOf(this.model);
    const other = swap ? this.model.info.get(swap) : null;
    if (other) glass.append(marked(boxed(other.rect), "swap"));
    for (const { rect } of this.#clashes(place)) if (!swap) glass.append(marked(boxed(rect), "clash"));
    const kind = swap ? "swap" : this.#clashes(place).length ? "clash" : this.#ghost.sent ? "sent" : "";
    glass.append(ghost(grid, place, this.model, { kind, words: this.words(), scale }), ...(swap ? [] : [frame([rectOf(grid, place)], { scale })]));
  }

  /** Where the ghost stands and what it measures, and what it would lie on: in lines. */
  words() {
    return ghostWords(this.app, this.model, this.#ghost, this.#clashes(this.#ghost.place));
  }

  /** The blocks of the page that a place would cover, and may not. */
  #clashes(place) {
    return clashesOf(this.answer, this.model, gridOf(this.model), place);
  }

  // By mouse or finger.

  /** The shape of the pointer says what a press would do. */
  #hover(event, at) {
    let shape = "";
    if (at && this.movable && at.page === this.page) {
      const rects = this.#rects();
      const handle = handleAt(rects[this.held], at.x, at.y, this.app.view.scale, event.pointerType);
      if (handle) shape = `${handle}-resize`;
      else if (rects.some((one) => within(one, at))) shape = "move";
    }
    this.app.stage.style.cursor = shape;
  }

  #down(event, at) {
    if (event.button || !at) return false;
    const scale = this.app.view.scale;
    const rects = this.#rects();
    this.#press = null;
    this.#waiting.turn(null);
    if (this.movable && at.page === this.page) {
      const order = [this.held, ...rects.keys()].filter((n) => this.#place(n));
      for (const n of order) {
        const handle = handleAt(rects[n], at.x, at.y, scale, event.pointerType);
        if (handle) {
          this.held = n;
          this.#press = { handle, at, event };
          this.draw();
          return true;
        }
      }
    }
    const n = rects.findIndex((one) => within(one, at));
    if (at.page === this.page && n >= 0 && !event.shiftKey) {
      this.held = this.movable ? n : this.held;
      this.#press = { at, event };
      this.draw();
      return true;
    }
    const id = this.app.view.blockAt(at.page, at.x, at.y)?.block ?? null;
    if (id) this.app.selection.pick({ page: at.page, block: id, add: event.shiftKey, from: "page" });
    else this.app.selection.clear();
    this.#press = id && !event.shiftKey ? { at, event } : null;
    return Boolean(this.#press);
  }

  #moved(event) {
    const press = this.#press;
    const paper = press && this.app.view.paper(this.page);
    if (!paper) return;
    const at = this.app.view.on(paper, event.clientX, event.clientY); // of its own page, on it or not
    const away = Math.hypot(event.clientX - press.event.clientX, event.clientY - press.event.clientY);
    if (!press.moving && !press.away && away < AWAY) return;
    if (!this.answer) {
      press.away = { x: at.x - press.at.x, y: at.y - press.at.y };
      this.#waiting.want(this.#key, () => this.#catchUp(press, event), "drag");
      this.draw();
      return;
    }
    if (!this.movable) {
      if (this.answer && !press.told) this.#tellLock();
      press.told = Boolean(this.answer);
      return;
    }
    press.moving = true;
    const grid = gridOf(this.model);
    const from = this.#place();
    const edges = edgesOf(this.model, this.answer.block);
    const place = press.handle
      ? resized(grid, from, press.handle, at.x, at.y, edges)
      : moved(grid, from, at.x - press.at.x, at.y - press.at.y, edges);
    const swap = event.altKey && !press.handle ? under(this.answer, this.model, at) : null;
    this.#put(place, swap);
  }

  /** A drag that began before it was known where its block stands: the place that was pressed is in
   *  hand, and goes to where the pointer is. */
  #catchUp(press, event) {
    press.away = null;
    const n = this.#rects().findIndex((one) => within(one, press.at));
    if (this.movable && this.#place(n)) this.held = n;
    this.#moved(event);
    this.draw();
  }

  async #up(event) {
    const press = this.#press;
    if (press?.away && !this.answer) {
      this.#moved(event);
      this.#waiting.want(this.#key, () => this.#up(event));
      return;
    }
    if (press?.moving) this.#moved(event);
    this.#press = null;
    if (!press?.moving) return;
    await this.commit();
  }

  #put(place, swap = null) {
    const before = this.#ghost;
    const now = { page: this.page, block: this.answer.block, n: this.held, from: this.#place(), place, swap };
    this.#ghost = now;
    const { file } = this.answer;
    const still = before && same(gridOf(this.model), before.place, place) && before.swap === swap;
    if (still) now.fits = before.fits;
    else if (same(gridOf(this.model), now.from, place) && !swap) this.#trial.stop();
    else if (swap) this.#trial.want(this.page, { op: "swap", file, a: now.block, b: swap, base: this.edit.desk.base(file) });
    else if (this.#clashes(place).length) this.#trial.stop();
    else this.#trial.want(this.page, { ...opOf(this.answer, gridOf(this.model), now), base: this.edit.desk.base(file) });
    this.draw();
  }

  #tellLock() {
    this.app.status.say(this.app.t("edit.locked", { block: this.#called(this.answer.block), why: this.answer.locked ?? "" }));
  }

  // By keys: arrows show where it would stand, Enter does it, Esc drops it (`movekeys.js`).

  get ghostly() {
    return this.#waiting.any || (Boolean(this.#ghost) && !this.#ghost.sent);
  }

  get places() {
    return this.#places().length;
  }

  step(arrow, size, far) {
    if (!this.answer) return void this.#waiting.want(this.#key, () => this.step(arrow, size, far));
    if (!this.movable) return void this.#tellLock();
    const from = this.#ghost && !this.#ghost.sent ? this.#ghost.place : this.#place();
    this.#put(stepped(gridOf(this.model), from, arrow, size, far));
    this.app.status.say(this.words().join("　"));
  }

  /** A story may stand in several places: the next of them is in hand. */
  next() {
    this.drop();
    this.held = (this.held + 1) % this.#places().length;
    this.draw();
    const place = this.#place();
    this.app.status.say(this.app.t("edit.place-in-hand", { n: this.held + 1, of: this.#places().length, where: whereOf(this.app, gridOf(this.model), place) }));
  }

  /** Nothing is changed. */
  drop() {
    this.#trial.stop();
    this.#waiting.turn(null);
    this.#ghost = null;
    this.#press = null;
    this.draw();
  }

  // Done.

  async commit() {
    if (this.#waiting.any) return void this.#waiting.want(this.#key, () => this.commit());
    const now = this.#ghost;
    if (!now || now.sent) return;
    if (now.swap) return void (await this.swap(now.block, now.swap));
    if (same(gridOf(this.model), now.from, now.place)) return void this.drop();
    const clash = this.#clashes(now.place);
    if (clash.length) {
      const answer = await askOverlap(this.app, clash);
      if (answer === "swap") return void (await this.swap(now.block, clash[0].block));
      if (answer !== "place") return void this.drop();
    }
    const op = opOf(this.answer, gridOf(this.model), now);
    await this.#send(op, this.app.t("edit.placed", { block: this.#called(now.block), where: whereOf(this.app, gridOf(this.model), now.place) }));
  }

  /** What the stories would be over or short of, where a ghost stands for a moment. */
  #tried(answer) {
    if (!this.#ghost || !answer?.fits) return;
    this.#ghost.fits = ghostFits(this.app, this.model, this.#ghost.block, answer.fits);
    this.draw();
    if (this.#ghost.fits.length && !this.#press) this.app.status.say(this.words().join("\u3000"));
  }

  async swap(a, b) {
    const { file, page } = this.answer;
    await this.#send({ op: "swap", file, a, b }, this.app.t("edit.swapped", { a: this.#called(a), b: this.#called(b) }), page);
  }

  async #send(op, said, page = this.page) {
    const ghost_ = this.#ghost;
    this.#trial.stop();
    if (ghost_) ghost_.sent = true;
    this.draw();
    try {
      const done = await this.edit.desk.edit(page, op);
      if (done) this.app.status.say(said);
      if (!done && this.#ghost === ghost_) this.drop();
    } catch (refused) {
      if (this.#ghost === ghost_) this.drop();
      this.edit.refused(refused);
    }
  }
}
