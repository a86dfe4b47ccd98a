// Begins the window: words first, then the parts, then the line to the server.

import { App } from "./app.js";
import { install } from "./modules.js";
import { Words } from "./words.js";

const words = await Words.load();
const app = new App(words);
for (const each of install) each(app);
words.fill();

// What is told before the parts are here that change things: they take it up when they come.
app.early = {};
for (const type of ["undo", "editors", "reading"]) app.live.on(type, (message) => (app.early[type] = message));

let editing = false;
app.on("hello", async ({ editing: can }) => {
  if (!can) app.keys.complete();
  if (!can || editing) return;
  editing = true;
  const { install: installEdit } = await import("./edit/index.js").catch(() => ({}));
  installEdit?.(app);
  app.keys.complete();
  words.fill();
});

app.live.connect();
addEventListener("online", () => app.live.hurry());
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) app.live.hurry();
});
window.banxin = app; // for the tests, and for who is curious
