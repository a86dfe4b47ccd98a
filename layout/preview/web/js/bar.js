// The bar at the head: buttons by groups, and places where other parts put theirs.

import { byId, make, svg } from "./dom.js";
import { ICONS } from "./icons.js";

export class Bar {
  #slots = new Map();

  constructor(app) {
    this.app = app;
  }

  slot(name) {
    if (!this.#slots.has(name)) {
      const slot = make("div", { class: "slot", role: "group", "data-slot": name });
      this.#slots.set(name, slot);
      byId("bar-slots").append(slot);
    }
    return this.#slots.get(name);
  }

  /** A button with a picture (`icon`) or its words, its title saying its key too. */
  button({ group, word, icon = null, key = null, run, pressed = null, id = null }) {
    const button = make("button", { type: "button", onclick: run, id });
    if (icon) button.append(iconOf(icon));
    else button.append(make("span", { "data-t": word }));
    if (pressed !== null) button.setAttribute("aria-pressed", String(pressed));
    const label = () => {
      const words = this.app.t(word);
      button.title = key ? `${words}　${key}` : words;
      if (icon) button.setAttribute("aria-label", words);
    };
    label();
    this.app.on("lang", label);
    (typeof group === "string" ? byId(`bar-${group}`) : group).append(button);
    return button;
  }
}

export function iconOf(name) {
  const drawing = svg("svg", { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true" });
  for (const d of ICONS[name] ?? []) drawing.append(svg("path", { d }));
  return drawing;
}
