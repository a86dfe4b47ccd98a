// The list of keys (?), made of the keys that there are.

import { byId, make } from "./dom.js";

const GROUPS = ["look", "zoom", "pages", "tools", "blocks", "layers", "findings", "find", "last", "panes", "edit", "edit-move", "edit-picture", "help"];
const SIGNS = { "-": "−", Shift: "⇧", ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc", " ": "Space" };

export function install(app) {
  const dialog = byId("help");

  function show() {
    if (dialog.open) {
      dialog.close();
      return;
    }
    const sections = GROUPS.map((group) => {
      const some = app.keys.all.filter((one) => one.group === group && one.word);
      const fixed = group === "look" ? ["key.wheel", "key.pan", "key.pinch"] : [];
      if (!some.length && !fixed.length) return null;
      return make("section", {},
        make("h3", {}, app.t(`keys.${group}`)),
        make("dl", {},
          ...fixed.flatMap((word) => row(app.t(`${word}.press`), app.t(word))),
          ...some.flatMap((one) => row(one.press ?? written(one.key), app.t(one.word)))));
    });
    dialog.replaceChildren(
      make("h2", { id: "help-head", tabindex: "-1", autofocus: true }, app.t("keys")),
      make("div", { class: "columns" }, ...sections.filter(Boolean)),
      make("form", { method: "dialog", class: "buttons" }, make("button", { class: "main" }, app.t("close"))),
    );
    dialog.showModal();
    dialog.scrollTop = 0;
  }

  app.bar.button({ group: "end", word: "keys", icon: "help", key: "?", run: show });
  app.keys.add({ key: "?", word: "keys", group: "help", run: show });
  app.keys.add({ key: "F1", word: null, run: show });
  dialog.onclick = (event) => event.target === dialog && dialog.close();
}

const row = (key, words) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)];

function written(key) {
  return key.split(/(?<=.)\+/).map((one) => SIGNS[one] ?? (one.length === 1 ? one.toUpperCase() : one)).join(" ");
}
