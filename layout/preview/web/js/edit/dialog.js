// A question before something is done: a native dialog, so that focus and Esc are as everywhere.

import { make } from "../dom.js";

/**
 * Ask, and wait for the answer: the id of the button that was pressed, or null for Esc.
 * `buttons` are {id, word, strong}; `list` are lines under the question.
 */
export function ask(app, { title, text = "", list = [], extra = null, buttons }) {
  const before = document.activeElement;
  const head = make("h2", { id: "edit-ask-head" }, title);
  const box = make("dialog", { class: "edit-ask", "aria-labelledby": "edit-ask-head" }, head);
  if (text) box.append(make("p", {}, text));
  if (list.length) box.append(make("ul", {}, ...list.map((one) => make("li", {}, one))));
  if (extra) box.append(extra);
  return new Promise((resolve) => {
    const done = (id) => {
      box.remove();
      before?.focus?.();
      resolve(id);
    };
    const row = make("div", { class: "edit-buttons" });
    for (const { id, word, strong } of buttons) {
      const press = () => {
        box.close();
        done(id);
      };
      row.append(make("button", { type: "button", class: strong ? "strong" : null, "data-answer": id, onclick: press }, app.t(word)));
    }
    box.append(row);
    box.addEventListener("cancel", (event) => {
      event.preventDefault();
      box.close();
      done(null);
    });
    // What is typed in a dialog is nobody else's: no key of the page below it.
    box.addEventListener("keydown", (event) => event.stopPropagation());
    document.body.append(box);
    box.showModal();
    row.firstChild.focus(); // the one that changes nothing: a key held down must not agree
  });
}
