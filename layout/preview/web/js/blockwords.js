// How a block and its measures are said: 稿件《…》 … in mm, 字 and 行.

import { short, spanned } from "./units.js";

/** The kind of a block in the language of the window; a kind without words is said as it is. */
export function kindOf(app, info) {
  const key = `kind.${info.kind}`;
  return app.words.has(key) ? app.t(key) : info.kind;
}

/** What a block is called by who reads the page: 稿件《…》, 图片“…”; its kind where it has no name. */
export function nameOf(app, info) {
  const name = info.called?.[app.words.lang];
  if (!name) return kindOf(app, info);
  const kind = kindOf(app, info);
  const told = info.kind !== "story" || name.toLowerCase().startsWith(kind.toLowerCase());
  return told ? name : app.t("block.named", { kind, name });
}

/** A block of a page by what it is called; by its id where the page has none such. */
export function calledOf(app, block, model = app.model()) {
  const info = model?.info.get(block);
  return info ? nameOf(app, info) : block;
}

/** Width × height in mm, 字 and 行, and columns × lines of the grid where it keeps to it. */
export function measuresOf(app, model, info) {
  const [, , width, height] = info.rect;
  const { units } = model;
  const mm = `${short(units.mm(width))} × ${short(units.mm(height))} mm`;
  const type = app.t("measures.type", {
    zi: short(units.inZi(width)),
    lines: short(units.inLines(height)),
  });
  return { mm, type, grid: gridOf(app, info) };
}

const counted = (value) =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === "number");

function gridOf(app, { cols, lines }) {
  if (!counted(cols) || !counted(lines)) return "";
  return app.t(cols[0] === cols[1] ? "measures.grid-one" : "measures.grid", {
    at: spanned(...cols),
    columns: cols[1] - cols[0] + 1,
    at_lines: spanned(...lines),
    lines: lines[1] - lines[0] + 1,
  });
}
