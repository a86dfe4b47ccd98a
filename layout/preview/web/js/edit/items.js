// Members of a list: one more, as the last one is, or one less.

import { make } from "../dom.js";

export function addButton({ app, change }, path, list) {
  const press = () => change({ op: "insert", path, after: list.length, value: list.at(-1) });
  return make("button", { type: "button", class: "quiet add-item", "data-list": path.join("."), onclick: press }, app.t("edit.add-item"));
}

export function removeButton({ app, change }, path) {
  const label = app.t("edit.remove-item", { number: path.at(-1) });
  const press = (event) => {
    event.preventDefault(); // in a summary it would fold too
    change({ op: "remove", path });
  };
  return make("button", { type: "button", class: "remove", "aria-label": label, title: label, onclick: press }, "×");
}
