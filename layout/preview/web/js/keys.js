// Keys: each is told once, with what it does, so that the list of them (?) is never out of date.

const NAMES = { " ": "Space", Esc: "Escape", Del: "Delete" };

export class Keys {
  all = [];
  #early = null; // a key that nobody heard while parts of the window were still to come

  constructor(app) {
    this.app = app;
    addEventListener("keydown", (event) => this.#pressed(event));
  }

  /** `key` as `Ctrl+f`, `Shift+F8` or `?`; `when` says whether it is heard now, and `why` are the words
   *  for it where it is not and nobody else hears it; `press` is shown in the list of keys, where one
   *  entry stands for several. */
  add({ key, word, group = "look", run, when = null, why = null, typing = false, press = null }) {
    const one = { key, word, group, run, when, why, typing, press };
    this.all.push(one);
    return () => this.all.splice(this.all.indexOf(one), 1);
  }

  /** All parts are here: what was pressed for one of them is done now. */
  complete() {
    const early = this.#early;
    this.#early = undefined;
    if (early) this.#pressed(early);
  }

  #pressed(event) {
    if (event.defaultPrevented || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return; // it closes itself by Esc
    const typed = typesText(event.target);
    const name = nameOf(event);
    let why = null;
    for (const one of [...this.all].reverse()) {
      if (one.key !== name || (typed && !one.typing)) continue;
      if (one.when && !one.when(event)) {
        why ??= one.why;
        continue;
      }
      event.preventDefault();
      one.run(event);
      this.#early &&= null; // what was meant before is overtaken
      return;
    }
    if (why) this.app.status.say(this.app.t(why));
    else if (this.#early !== undefined && !typed) this.#early = event;
  }
}

const typesText = (target) =>
  target?.isContentEditable
  || target?.localName === "textarea"
  || target?.localName === "select"
  || (target?.localName === "input" && !["checkbox", "radio", "range", "button"].includes(target.type));

/** What a key press is called: `Ctrl+Shift+Z` is `Ctrl+Shift+z`, a sign needs no Shift. */
export function nameOf(event) {
  const key = NAMES[event.key] ?? event.key;
  const letter = /^[a-z]$/i.test(key);
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
  if (event.altKey) parts.push("Alt");
  if (event.shiftKey && (letter || key.length > 1)) parts.push("Shift");
  parts.push(letter ? key.toLowerCase() : key);
  return parts.join("+");
}
