// A file that changed under the words in hand: both are shown, and the person chooses; neither is lost.

import { kept, make } from "../dom.js";

/**
 * What is shown in the box of `open` {box, area, file, write}. `now` is what stands in the file, null
 * where the words are gone; `take` and `mine` do what was chosen. The one button in colour is the one
 * by which nothing of anybody is lost: the file's words are taken, and what was typed can be fetched.
 */
export function choice(app, open, now, { take, mine }) {
  settled(open);
  const { area, write } = open;
  write.classList.remove("strong");
  write.hidden = Boolean(now); // it would be refused again
  const box = make("section", { class: "underneath", role: "alert" }, make("p", {}, app.t(now ? "edit.underneath.is" : "edit.underneath-gone.is")));
  if (now) {
    const theirs = make("textarea", { readonly: true, rows: 3, "aria-label": app.t("edit.underneath-now") });
    theirs.value = now.text;
    const button = (id, word, press, strong) =>
      make("button", { type: "button", "data-do": id, class: strong ? "strong" : null, onclick: () => (settled(open), press()) }, app.t(word));
    const keep = () => {
      kept.set("dropped", { file: now.file, from: now.text, text: area.value });
      take();
    };
    box.append(theirs, make("div", { class: "edit-buttons" },
      button("mine", "edit.write-mine", mine, false), button("theirs", "edit.take-theirs", keep, true)));
  }
  area.after(box);
}

/** It is decided, or asked anew. */
export function settled({ box, write }) {
  box.querySelector(".underneath")?.remove();
  write.classList.add("strong");
  write.hidden = false;
}
