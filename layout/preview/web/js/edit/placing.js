// Places told in words, and what of one is written: by columns, or by lengths in 字.

import { fitWords } from "../blockpanel.js";
import { calledOf } from "../blockwords.js";
import { ask } from "./dialog.js";
import { lengths, measures, overlap, span } from "./grid.js";

const MOST_NAMED = 4;

/** Where a place is. */
export function whereOf(app, grid, place) {
  const lines = span(place.lines);
  if (place.cols) return app.t("edit.at-cols", { cols: span(place.cols), lines });
  return app.t("edit.at-zi", { ...lengths(grid, place), lines });
}

/** Where a place is and how large. */
export function measured(app, grid, place) {
  const all = { ...measures(grid, place), at_lines: span(place.lines) };
  if (place.cols) return app.t("edit.measures", { ...all, at_cols: span(place.cols) });
  return app.t("edit.measures-zi", all);
}

/** What of a place by lengths has changed: where it begins, how wide it is. One that had no width
 *  (`open`) went as far as the columns do; moved, it keeps the one that it had. */
function lengthsOf(grid, { from, place }, open) {
  const [was, is] = [from, place].map((one) => lengths(grid, one));
  const out = {};
  if (is.from !== was.from) out.from = `${is.from}zi`;
  if (is.width !== was.width || (open && out.from)) out.width = `${is.width}zi`;
  return out;
}

/** The change that makes of a ghost {n, from, place} the place of its block. */
export function opOf(answer, grid, now) {
  const { cols, lines } = now.place;
  const op = { op: "place", file: answer.file, block: answer.ref };
  if (answer.at.length > 1) op.frame = now.n + 1;
  if (span(lines) !== span(now.from.lines)) op.lines = lines;
  const { shift = 0 } = now.place; // in one of two facing pages columns are counted from its own first
  if (cols && span(cols) !== span(now.from.cols)) op.cols = cols.map((one) => one - shift);
  if (!cols) Object.assign(op, lengthsOf(grid, now, !answer.at[now.n].width));
  return op;
}

/** The blocks of the page that a place would cover, and may not: their names and rectangles. */
export function clashesOf(answer, model, grid, place) {
  if (!answer || answer.free) return [];
  const covers = (at) => at.lines && (at.cols || at.x) && overlap(grid, at, place);
  return (answer.others ?? [])
    .filter((one) => !one.free && one.at.some(covers))
    .map((one) => ({ block: one.block, rect: model.info.get(one.block)?.rect ?? [0, 0, 0, 0] }));
}

export const boxed = ([x, y, w, h]) => ({ x, y, w, h });

export const shifted = (rect, by) => ({ ...rect, x: rect.x + by.x, y: rect.y + by.y });

export const within = (rect, at) => at.x >= rect.x && at.x <= rect.x + rect.w && at.y >= rect.y && at.y <= rect.y + rect.h;

/** The block of the page at a place with which another could change places. */
export function under(answer, model, at) {
  const hit = (answer.others ?? []).find(({ block }) => {
    const rect = model.info.get(block)?.rect;
    return block !== answer.block && rect && within(boxed(rect), at);
  });
  return hit?.block ?? null;
}

/** Edges to which a place by lengths is drawn: those of columns, and of other blocks. */
export function edgesOf(model, block) {
  const others = [...model.info.values()].filter((one) => one.block !== block);
  return [...model.grid.columns.flat(), ...others.flatMap(({ rect }) => [rect[0], rect[0] + rect[2]])];
}

/** What would be other of how the stories fit: a line each. */
export function otherFits(app, before, after) {
  const key = (one) => `${one.block} ${one.story}`;
  const was = new Map(before.map((one) => [key(one), fitWords(app, one)]));
  const now = after.map((one) => [one, fitWords(app, one)]).filter(([one, words]) => was.get(key(one)) !== words);
  return now.map(([one, words]) => app.t("edit.would-fit", { block: calledOf(app, one.block), fit: words }));
}

/** That nothing would be other: of the stories of the block that is moved, else of all stories. */
export function sameFits(app, model, block) {
  const inside = (one) => one && held && within(boxed(held.rect), { x: one.rect[0] + one.rect[2] / 2, y: one.rect[1] + one.rect[3] / 2 });
  const held = model.info.get(block);
  const own = model.fits.filter((one) => one.block === block || inside(model.info.get(one.block)));
  if (!own.length) return [app.t("edit.no-fit-other")];
  return own.slice(0, MOST_NAMED).map((one) => app.t("edit.fits-same", { fit: fitWords(app, one) }));
}

/** Names of blocks in a row, the first of many. */
export const some = (names) => names.slice(0, MOST_NAMED).join("、") + (names.length > MOST_NAMED ? " …" : "");

/** Ask what to do where a block would lie on others: "place", "swap" (with a lone one), or neither. */
export function askOverlap(app, clash) {
  const blocks = some(clash.map(({ block }) => calledOf(app, block)));
  // None is offered first: one that is pulled a few lines too far is meant neither to lie there nor to
  // change places.
  const buttons = [{ id: "cancel", word: "edit.cancel" }, { id: "place", word: "edit.place-anyway" }];
  if (clash.length === 1) buttons.push({ id: "swap", word: "edit.swap" });
  return ask(app, { title: app.t("edit.overlap-title"), text: app.t("edit.overlap.ask", { blocks }), buttons });
}
