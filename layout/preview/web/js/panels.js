// Tabs at the right: each part of the window may have one.

import { byId, kept, make } from "./dom.js";

export class Panels {
  #panels = [];
  #shown = null;

  constructor(app) {
    this.app = app;
    byId("tabs").addEventListener("keydown", (event) => this.#keyed(event));
  }

  add({ id, word, order = 50, build = null }) {
    const badge = make("span", { class: "badge", hidden: true });
    const tab = make("button", {
      type: "button",
      role: "tab",
      id: `tab-${id}`,
      "aria-controls": `panel-${id}`,
      "aria-selected": "false",
      tabindex: "-1",
      onclick: () => this.show(id),
    });
    tab.append(make("span", { "data-t": word }, this.app.t(word)), badge);
    const root = make("div", {
      role: "tabpanel",
      id: `panel-${id}`,
      "aria-labelledby": `tab-${id}`,
      hidden: true,
      tabindex: "0",
    });
    const panel = {
      id,
      order,
      root,
      tab,
      show: () => this.show(id),
      badge: (text, kind = "") => {
        badge.textContent = text ?? "";
        badge.hidden = !text && text !== 0;
        badge.dataset.kind = kind;
      },
    };
    this.#panels.push(panel);
    this.#panels.sort((a, b) => a.order - b.order);
    byId("tabs").replaceChildren(...this.#panels.map((one) => one.tab));
    byId("tab-bodies").append(root);
    build?.(root);
    if (!this.#shown || kept.get("tab", null) === id) this.show(id, false);
    return panel;
  }

  get shown() {
    return this.#shown;
  }

  show(id, keep = true) {
    this.#shown = id;
    if (keep) kept.set("tab", id);
    for (const one of this.#panels) {
      const on = one.id === id;
      one.root.hidden = !on;
      one.tab.setAttribute("aria-selected", String(on));
      one.tab.tabIndex = on ? 0 : -1;
    }
    this.app.emit("tab", id);
  }

  #keyed(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = this.#panels.findIndex((one) => one.id === this.#shown);
    const next = this.#panels[(at + step + this.#panels.length) % this.#panels.length];
    this.show(next.id);
    next.tab.focus();
  }
}
