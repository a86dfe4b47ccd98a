// The source pane: the file behind what is picked, at its line, with a way to the editor.

import { byId, kept, make } from "./dom.js";
import { iconOf } from "./bar.js";

const CONTEXT = 400; // lines shown round the place in a very long file

export function install(app) {
  const root = byId("source");
  const head = make("h2", { id: "source-head" });
  const open = make("button", { type: "button", class: "quiet", hidden: true }, iconOf("open"));
  open.append(make("span", { "data-t": "source.launch" }));
  const fold = make("button", { type: "button", class: "quiet fold", "aria-expanded": "true", "data-t-label": "key.source" });
  fold.append(iconOf("down"));
  const body = make("div", { class: "source-text", tabindex: "0", role: "region", "data-t-label": "source" });
  const nothing = make("p", { class: "nothing", "data-t": "source.nothing" });
  body.append(nothing);
  root.append(make("header", {}, head, open, fold), body);

  let now = { file: null, line: 0, column: 0, to: 0 };
  let shown = { file: null, digest: null };
  let asked = 0;

  open.onclick = () => launch(app, now);
  fold.onclick = () => folded(!document.body.classList.contains("source-folded"));
  function folded(on) {
    document.body.classList.toggle("source-folded", on);
    fold.setAttribute("aria-expanded", String(!on));
    kept.set("source.folded", on);
  }
  folded(kept.get("source.folded", false));
  document.body.classList.add("source-idle"); // until there is something to show
  app.keys.add({ key: "s", word: "key.source", group: "panes", run: () => folded(!document.body.classList.contains("source-folded")) });
  app.keys.add({
    key: "Enter",
    word: "key.launch",
    group: "blocks",
    when: () => app.hello?.editor && now.file && document.activeElement === app.stage,
    run: () => launch(app, now),
  });

  /** Nothing is picked any more, or another page is looked at. */
  function clear() {
    asked += 1; // what was on its way is not wanted
    now = { file: null, line: 0, column: 0, to: 0 };
    shown = { file: null, digest: null };
    head.textContent = head.title = "";
    open.hidden = true;
    body.replaceChildren(nothing);
    document.body.classList.add("source-idle");
  }

  async function show(file, line = 0, column = 0, to = line, fresh = false) {
    if (!file) return;
    const mine = ++asked;
    now = { file, line, column, to };
    document.body.classList.remove("source-idle");
    head.title = line ? `${file}:${line}` : file;
    head.textContent = app.fileName(head.title);
    open.hidden = !app.hello?.editor;
    const digest = app.model()?.files?.[file] ?? null;
    if (fresh || shown.file !== file || shown.digest !== digest || digest === null) {
      const got = await fetch(`source?file=${encodeURIComponent(file)}`).catch(() => null);
      if (mine !== asked) return;
      if (!got?.ok) {
        body.replaceChildren(make("p", { class: "nothing" }, app.t("source.missing", { file: app.fileName(file) })));
        shown = { file: null, digest: null };
        return;
      }
      const { text, digest: read } = await got.json();
      if (mine !== asked) return;
      shown = { file, digest: digest ?? read, text };
      fill(text, line);
    } else if (line && !rowOf(line)) fill(shown.text, line);
    mark();
  }

  function fill(text, line) {
    const lines = text.split("\n");
    const [from, to] = lines.length > 2 * CONTEXT
      ? [Math.max(0, line - CONTEXT), Math.min(lines.length, line + CONTEXT)]
      : [0, lines.length];
    const rows = lines.slice(from, to).map((one, k) =>
      make("div", { "data-line": from + k + 1 }, make("i", {}, String(from + k + 1)), make("span", {}, one || "​")));
    body.replaceChildren(...rows);
  }

  /** A file that is no page's own is followed too, whoever writes it; what is read in it stays where
   *  it is unless the text is another. */
  async function follow() {
    const { file } = now;
    const mine = asked;
    const got = await fetch(`source?file=${encodeURIComponent(file)}`).catch(() => null);
    const { digest } = got?.ok ? await got.json() : {};
    if (mine !== asked || (digest && digest === shown.digest)) return;
    if (got && (digest || shown.file)) show(file, now.line, now.column, now.to, true);
  }

  const rowOf = (line) => body.querySelector(`[data-line="${line}"]`);

  function mark() {
    for (const one of body.querySelectorAll(".here")) one.classList.remove("here");
    for (const one of body.querySelectorAll("mark")) one.replaceWith(one.textContent);
    body.normalize();
    const row = rowOf(now.line);
    if (!row) {
      body.scrollTop = 0;
      return;
    }
    for (let line = now.line; line <= Math.max(now.line, now.to); line += 1) rowOf(line)?.classList.add("here");
    let seen = row;
    if (now.column) {
      const span = row.lastElementChild;
      const characters = [...span.textContent];
      const at = now.column - 1;
      if (at < characters.length) {
        const marked = make("mark", {}, characters[at]);
        span.replaceChildren(characters.slice(0, at).join(""), marked, characters.slice(at + 1).join(""));
        seen = marked;
      }
    }
    const box = body.getBoundingClientRect();
    const place = seen.getBoundingClientRect();
    body.scrollTop += place.top - box.top - body.clientHeight / 3;
  }

  app.source = { open: show, get now() { return now; } };

  app.on("selection", async (selection, from) => {
    if (from === "source") return;
    const model = app.model(selection.page);
    const { word } = selection;
    if (!word && !selection.block) {
      clear();
      return;
    }
    if (word) {
      const place = await wordPlace(app, word);
      if (place && selection.word === word) {
        show(place.file, place.line, place.column);
        return;
      }
    }
    const info = model?.info.get(selection.block);
    if (info?.file) show(info.file, info.line, 0, info.end_line ?? endOf(model, info));
  });
  app.on("open", () => {
    if (now.file && !app.open.some((page) => now.file in (app.model(page)?.files ?? {}))) clear();
  });
  app.on("change", () => {
    if (now.file) show(now.file, now.line, now.column, now.to);
  });
  for (const name of ["book", "page"]) { // what could not be read may be known by now
    app.on(name, () => now.file && !shown.file && show(now.file, now.line, now.column, now.to));
  }
  app.on("reading", ({ file, base }) => now.file === file && base !== shown.digest && follow());
  app.on("book", () => now.file && shown.file && !app.open.some((page) => now.file in (app.model(page)?.files ?? {})) && follow());
  // A file that cannot be read has another text than the page's, and so has one that is mended.
  app.on("error", (_, diagnostics) => {
    const [first] = diagnostics;
    if (first?.file) show(first.file, first.line ?? 0, first.column ?? 0, first.line ?? 0, true);
    else if (now.file) show(now.file, now.line, now.column, now.to, true);
  });
  app.on("lang", () => (open.title = app.t("source.launch")));
}

/** The last line of a block's part of the spec: before the next that begins farther down. */
function endOf(model, info) {
  let next = Infinity;
  for (const one of model.info.values()) {
    if (one.file === info.file && one.line > info.line) next = Math.min(next, one.line);
  }
  return next === Infinity ? info.line : next - 1;
}

/** Where in its file a word of a story stands: asked of the server, which knows the marks. */
async function wordPlace(app, { page, id, line, index }) {
  const number = app.model(page)?.text[id]?.indexOf(line) ?? -1;
  if (number < 0) return null;
  try {
    return await app.request({ type: "where", page, block: id, line: number, index });
  } catch {
    return line.story ? { file: line.story, line: 0, column: 0 } : null;
  }
}

/** Open a place in the person's own editor, and say it where that can't be done. */
export async function launch(app, { file, line, column }) {
  if (!file) return;
  try {
    await app.request({ type: "launch", file, line: line || 1, column: column || 1 });
    app.status.say(app.t("launched", { file: app.fileName(file), line: line || 1 }));
  } catch (refused) {
    app.status.alert(refused.message ?? app.t("link.lost"));
  }
}
