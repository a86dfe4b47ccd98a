// Light or dark round the paper, the language of the window, and panes that are made wider.

import { byId, kept, make } from "./dom.js";
import { iconOf } from "./bar.js";

const dark = matchMedia("(prefers-color-scheme: dark)");

export function install(app) {
  let theme = kept.get("theme", null);
  const button = app.bar.button({ group: "end", word: "surroundings", icon: "dark", run: turn });

  const isDark = () => (theme === null ? dark.matches : theme === "dark");
  function turn() {
    theme = isDark() ? "light" : "dark";
    kept.set("theme", theme);
    draw();
  }
  function draw() {
    document.documentElement.dataset.theme = isDark() ? "dark" : "light";
    button.replaceChildren(iconOf(isDark() ? "light" : "dark"));
    app.emit("surroundings");
  }
  dark.addEventListener("change", draw);
  draw();

  const language = make("button", { type: "button", id: "language", onclick: () =>
    app.useLanguage(app.words.lang === "zh" ? "en" : "zh") });
  const told = () => {
    language.textContent = app.words.lang === "zh" ? "EN" : "中文";
    language.lang = app.words.lang === "zh" ? "en" : "zh-CN";
    language.title = app.words.lang === "zh" ? "English" : "中文";
    language.setAttribute("aria-label", language.title);
  };
  told();
  app.on("lang", told);
  byId("bar-end").append(language);

  grip(byId("side-grip"), "side", 340, [260, 720], (event) => innerWidth - event.clientX, "ArrowLeft");
  grip(byId("source-grip"), "source", 260, [80, 640],
    (event) => byId("side").getBoundingClientRect().bottom - event.clientY, "ArrowUp");

  // Paper of the page's own size, for who prints it.
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let rule = "";
  const sized = () => {
    const { width, height } = app.paper() ?? {};
    const now = width ? `@page { size: ${width}pt ${height}pt; margin: 0 }` : rule;
    if (now !== rule) sheet.replaceSync((rule = now)); // which works out all styles of the window anew
  };
  addEventListener("beforeprint", sized);
  app.on("drawn", sized);

  app.keys.add({ key: "p", word: "key.panes", group: "panes", run: () => {
    document.body.classList.toggle("no-panes");
  } });
  app.on("back", () => app.status.say(app.t("link.back")));
}

/** A bar between two panes: dragged, or moved by arrow keys; where it is left is remembered. */
function grip(bar, name, first, [least, most], of, more) {
  let size = kept.get(`grip.${name}`, first);
  const set = (value) => {
    size = Math.min(most, Math.max(least, value));
    document.body.style.setProperty(`--${name}`, `${size}px`);
    bar.setAttribute("aria-valuenow", String(Math.round(size)));
    bar.setAttribute("aria-valuemin", String(least));
    bar.setAttribute("aria-valuemax", String(most));
    kept.set(`grip.${name}`, size);
  };
  set(size);
  bar.onpointerdown = (event) => {
    bar.setPointerCapture(event.pointerId);
    bar.onpointermove = (moved) => set(of(moved));
  };
  bar.onpointerup = () => (bar.onpointermove = null);
  bar.ondblclick = () => set(first);
  bar.onkeydown = (event) => {
    const by = event.key.startsWith("Arrow") ? (event.key === more ? 20 : -20) : 0;
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    set(size + by);
  };
}
