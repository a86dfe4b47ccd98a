// Tools: one at a time is told what the pointer does on the table. Pan is always at hand.

import { byId } from "./dom.js";

export class Tools {
  #tools = new Map();
  #drag = null;
  #space = false;
  #panned = null;
  current = null;

  constructor(app) {
    this.app = app;
    const { stage } = app;
    stage.addEventListener("pointerdown", (event) => this.#down(event));
    stage.addEventListener("pointermove", (event) => this.#move(event));
    stage.addEventListener("pointerup", (event) => this.#up(event));
    stage.addEventListener("pointercancel", () => this.#cancel());
    stage.addEventListener("auxclick", (event) => event.button === 1 && event.preventDefault());
    addEventListener("keydown", (event) => this.#spaced(event, true));
    addEventListener("keyup", (event) => this.#spaced(event, false));
    addEventListener("blur", () => this.#spaced({ code: "Space" }, false));
    app.keys.add({ key: "Escape", word: "key.leave", group: "tools", run: () => this.leave() });
  }

  /** A tool has `id`, `word`, `icon`, `key`, `cursor`, and what it does: `down` `move` `up`
   *  `cancel` `hover` `picked` `dropped`; each is given the event and the place on the page. */
  add(tool) {
    this.#tools.set(tool.id, tool);
    const run = () => this.pick(this.current?.id === tool.id && tool.id !== "look" ? "look" : tool.id);
    if (tool.icon) {
      const { word, icon, key } = tool;
      tool.button = this.app.bar.button({ group: "tools", word, icon, key, run, pressed: false });
    }
    if (tool.key) this.app.keys.add({ key: tool.key, word: tool.word, group: "tools", run });
    if (!this.current) this.pick(tool.id);
    return () => this.#tools.delete(tool.id);
  }

  pick(id) {
    const tool = this.#tools.get(id);
    if (!tool || tool === this.current) return;
    this.#cancel();
    this.current?.dropped?.();
    this.current?.button?.setAttribute("aria-pressed", "false");
    this.current = tool;
    tool.button?.setAttribute("aria-pressed", "true");
    byId("stage").dataset.tool = id;
    tool.picked?.();
    this.app.emit("tool", id);
  }

  /** Esc: out of a drag, then of the tool, then of the selection. */
  leave() {
    if (this.#drag) this.#cancel();
    else if (this.current?.id !== "look") this.pick("look");
    else this.app.selection.clear();
  }

  #spaced(event, on) {
    if (event.code !== "Space") return;
    const free = document.activeElement === document.body || document.activeElement === this.app.stage;
    if (on && !free) return;
    if (on) event.preventDefault();
    this.#space = on;
    this.app.stage.classList.toggle("panning", on);
  }

  #at(event) {
    return this.app.view.at(event.clientX, event.clientY);
  }

  #down(event) {
    const { stage } = this.app;
    const box = stage.getBoundingClientRect();
    if (event.clientX - box.left > stage.clientWidth || event.clientY - box.top > stage.clientHeight) return;
    if (event.button === 1 || (event.button === 0 && this.#space)) {
      event.preventDefault();
      this.#panned = { x: event.clientX, y: event.clientY };
      stage.setPointerCapture(event.pointerId);
      stage.classList.add("pans");
      return;
    }
    if (event.button !== 0) return;
    const at = this.#at(event);
    const drag = this.current?.down?.(event, at);
    if (drag) {
      stage.setPointerCapture(event.pointerId);
      this.#drag = drag === true ? this.current : drag;
    }
  }

  #move(event) {
    if (this.#panned) {
      const { stage } = this.app;
      stage.scrollLeft -= event.clientX - this.#panned.x;
      stage.scrollTop -= event.clientY - this.#panned.y;
      this.#panned = { x: event.clientX, y: event.clientY };
      return;
    }
    const at = this.#at(event);
    if (this.#drag) this.#drag.move?.(event, at ?? this.app.toPage(event.clientX, event.clientY));
    else this.current?.hover?.(event, at);
  }

  #up(event) {
    if (this.#panned) {
      this.#panned = null;
      this.app.stage.classList.remove("pans");
      return;
    }
    const at = this.#at(event) ?? this.app.toPage(event.clientX, event.clientY);
    const drag = this.#drag;
    this.#drag = null;
    if (drag) drag.up?.(event, at);
    else this.current?.up?.(event, at);
  }

  #cancel() {
    this.#drag?.cancel?.();
    this.#drag = null;
    this.#panned = null;
  }
}
