// The panel of the block that is picked: what it is, its measures, where it stands in the spec.

import { kindOf, measuresOf, nameOf } from "./blockwords.js";
import { make } from "./dom.js";
import { short } from "./units.js";
import { launch } from "./source.js";

export function install(app) {
  const panel = app.panels.add({ id: "block", word: "tab.block", order: 10 });
  const body = make("div", { class: "block-facts" });
  panel.root.append(body);

  let moving = null; // where the block in hand would stand

  const row = (key, value) =>
    value ? [make("dt", {}, app.t(key)), make("dd", { class: "figures" }, value)] : [];

  function draw() {
    const { selection } = app;
    const model = app.model(selection.page);
    const info = model?.info.get(selection.block);
    if (!info) {
      body.replaceChildren(make("p", { class: "nothing" }, app.t("block.nothing")));
      return;
    }
    const { units } = model;
    const { mm, type, grid } = measuresOf(app, model, info);
    const [x, y] = info.rect;
    const place = app.t("status.place", { left: short(units.mm(x), 2), top: short(units.mm(y), 2) });
    const where = info.file ? app.fileName(`${info.file}:${info.line}`) : "";
    const facts = make(
      "dl",
      {},
      ...row("block.title", headlineOf(model, info.block)),
      ...row("block.id", info.block),
      ...row("block.size", mm),
      ...row("block.type", type),
      ...row("block.grid", grid),
      ...row("block.moving", moving),
      ...row("block.at", place),
      ...row("block.story", app.fileName(info.story)),
      ...row("block.source", where),
    );
    const fits = model.fits.filter((one) => one.block === info.block);
    body.replaceChildren(
      make("h3", {}, kindOf(app, info)),
      facts,
      ...fits.map((one) => make("p", { class: "fit-line" }, fitWords(app, one))),
    );
    const { word } = selection;
    if (word) {
      body.append(make("p", { class: "picked-line" }, app.t("block.line", { line: word.line.text.trim() })));
    }
    const outer = model.blocksAt(x + info.rect[2] / 2, y + info.rect[3] / 2)
      .filter((one) => one.block !== info.block && holds(one.rect, info.rect));
    if (outer.length || (app.hello?.editor && info.file)) {
      const buttons = make("p", { class: "buttons" });
      for (const one of outer.slice(0, 3)) {
        const pick = () => app.selection.pick({ page: model.page, block: one.block, from: "panel" });
        buttons.append(make("button", { type: "button", onclick: pick },
          app.t("block.outer", { block: nameOf(app, one) })));
      }
      if (app.hello?.editor && info.file) {
        buttons.append(make("button", { type: "button", onclick: () => launch(app, info) },
          app.t("block.launch")));
      }
      body.append(buttons);
    }
  }

  app.on("selection", draw);
  app.on("lang", draw);
  app.on("moving", (where) => {
    moving = where;
    draw();
  });
  app.on("drawn", draw);
  draw();
}

const holds = (a, b) =>
  a[0] <= b[0] + 0.1 && a[1] <= b[1] + 0.1 && a[0] + a[2] >= b[0] + b[2] - 0.1 && a[1] + a[3] >= b[1] + b[3] - 0.1;

/** The words by which a story is known: its headline, else the file. */
export function titleOf(model, { block }) {
  const info = model.info.get(block);
  return headlineOf(model, block) || (info?.story?.split("/").pop() ?? block);
}

/** The headline of a block's story, its lines in a row; empty where it has none. */
function headlineOf(model, block) {
  const lines = model.partsOf(block).flatMap((id) => model.text[id] ?? []);
  return lines.filter((line) => line.node?.endsWith("#title")).map((line) => line.text.trim()).join(" ");
}

/** Of text that does not fill columns of one height: how high they are, so that a line more in each of
 *  them for a few characters put in is no riddle. */
export function levelWords(app, { columns, room, lines, over_lines: over }) {
  const even = columns > 1 && room > lines && !over && room % columns === 0;
  return even ? app.t("fit.level", { columns, lines: room / columns }) : "";
}

/** 溢文 or 欠文 of a story in 字 and 行. */
export function fitWords(app, fit) {
  if (fit.over_lines) {
    const values = { lines: fit.over_lines, characters: fit.over_characters };
    return counted(app, fit.jumps ? "fit.jumps" : "fit.over", { ...values, page: fit.jumps && app.called(fit.jumps) });
  }
  const left = fit.room - fit.lines;
  if (left > 0) {
    return counted(app, "fit.under", { lines: left, characters: fit.spare_characters });
  }
  return app.t("fit.full");
}

/** Words with a number of lines: of one they are others, where a language has others. */
function counted(app, key, values) {
  return app.t(values.lines === 1 && app.words.has(`${key}-one`) ? `${key}-one` : key, values);
}
