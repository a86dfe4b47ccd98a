// The find bar: the words of the pages on the table, across line ends; counts, next, and marks.

import { byId, make } from "./dom.js";
import { iconOf } from "./bar.js";
import { place } from "./glass.js";
import { placeOf } from "./textlayer.js";

const MOST = 2000; // marks on the glass: a search for 的 need not draw more

export function install(app) {
  const bar = byId("find");
  const input = make("input", { type: "search", "data-t-hint": "find", "data-t-label": "find", spellcheck: "false" });
  const count = make("span", { class: "figures count", role: "status" });
  const step = (by) => go(at + by);
  const button = (word, icon, run) =>
    make("button", { type: "button", "data-t-title": word, "data-t-label": word, onclick: run }, iconOf(icon));
  bar.append(input, count, button("find.previous", "up", () => step(-1)),
    button("find.next", "down", () => step(1)), button("close", "close", () => close()));

  let texts = null; // the words of the pages, joined where a line ends inside of a paragraph
  let hits = [];
  let at = -1;

  function open() {
    bar.hidden = false;
    const picked = String(getSelection()).replace(/\s+/g, "");
    if (picked && picked.length < 40) input.value = picked;
    input.select();
    input.focus();
    look();
  }

  function close() {
    bar.hidden = true;
    hits = [];
    mark();
    app.stage.focus({ preventScroll: true });
  }

  input.oninput = () => look();
  input.onkeydown = (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  };
  bar.addEventListener("keydown", (event) => event.key === "Escape" && close());

  function look(stay = false) {
    const words = fold(input.value);
    hits = [];
    if (words) {
      texts ??= app.view.papers.flatMap((paper) => passages(app.model(paper.name)));
      for (const one of texts) {
        for (let k = one.folded.indexOf(words); k >= 0; k = one.folded.indexOf(words, k + words.length)) {
          hits.push({ page: one.page, pieces: piecesOf(one, k, k + words.length) });
        }
      }
    }
    if (stay) at = Math.min(at, hits.length - 1);
    else at = hits.length ? 0 : -1;
    mark();
    if (!stay && at >= 0) show();
  }

  function go(next) {
    if (!hits.length) return;
    at = (next + hits.length) % hits.length;
    mark();
    show();
  }

  function show() {
    const { page, pieces } = hits[at];
    const { x, y, width, height } = placeOf(...pieces[0]);
    app.view.show(page, [x, y, width, height], { zoom: true });
  }

  function mark() {
    count.textContent = !input.value || bar.hidden ? ""
      : hits.length ? app.t(app.view.papers.length > 1 ? "find.count-both" : "find.count", { at: at + 1, all: hits.length }) : app.t("find.none");
    bar.classList.toggle("none", Boolean(input.value) && !hits.length);
    for (const paper of app.view.papers) {
      const marks = [];
      hits.slice(0, MOST).forEach((hit, k) => {
        if (hit.page !== paper.name) return;
        for (const piece of hit.pieces) marks.push(place(placeOf(...piece), k === at ? "now" : ""));
      });
      paper.glassOf("found").replaceChildren(...marks);
    }
  }

  for (const name of ["page", "change", "open"]) {
    app.on(name, () => {
      texts = null;
      if (!bar.hidden) look(true);
    });
  }
  app.on("lang", () => mark());
  app.keys.add({ key: "Ctrl+f", word: "find", group: "find", run: open, typing: true });
  app.keys.add({ key: "/", word: null, run: open });
  app.keys.add({ key: "F3", word: "find.next", group: "find", run: () => (bar.hidden ? open() : step(1)), typing: true });
  app.keys.add({ key: "Shift+F3", word: "find.previous", group: "find", run: () => step(-1), typing: true });
  app.bar.button({ group: "end", word: "find", icon: "find", key: "Ctrl+F", run: open });
}

/** Letters alike that one types alike: full-width as half-width, capitals as small ones. */
const fold = (text) =>
  text.replace(/[！-～]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, "").toLowerCase();

/** The words of a page by paragraph: `folded` has no blanks, `from` leads back to its lines. */
function passages(model) {
  const found = [];
  let last = null;
  for (const id of model?.order ?? []) {
    for (const line of model.text[id] ?? []) {
      const goesOn = last && line.story && line.story === last.story && line.paragraph === last.paragraph;
      if (!goesOn) found.push({ page: model.page, folded: "", from: [] });
      const passage = found.at(-1);
      [...line.text].forEach((one, k) => {
        const folded = fold(one);
        for (let n = 0; n < folded.length; n += 1) passage.from.push([line, k]);
        passage.folded += folded;
      });
      last = line;
    }
  }
  return found;
}

/** Where folded characters stand: for each line of theirs [line, from, to]. */
function piecesOf({ from }, begin, end) {
  const pieces = [];
  for (const [line, k] of from.slice(begin, end)) {
    const last = pieces.at(-1);
    if (last?.[0] === line) last[2] = k + 1;
    else pieces.push([line, k, k + 1]);
  }
  return pieces;
}
