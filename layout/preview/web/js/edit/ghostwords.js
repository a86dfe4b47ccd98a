// What is said of a block that is being moved: beside its ghost, and in the panel of the block.

import { calledOf } from "../blockwords.js";
import { gridOf } from "./grid.js";
import { measured, otherFits, sameFits, some, whereOf } from "./placing.js";

/** Where a ghost stands and what it measures, what it would lie on, how the stories would fit: lines. */
export function ghostWords(app, model, { place, swap, fits }, clashes) {
  if (swap) return [app.t("edit.swap-with", { block: calledOf(app, swap, model) })];
  const lines = [measured(app, gridOf(model), place)];
  const clash = clashes.map((one) => calledOf(app, one.block, model));
  if (clash.length) lines.push(app.t("edit.lies-on", { blocks: some(clash) }));
  return [...lines, ...(fits ?? [])];
}

/** How the stories would fit: those of which it would be other, or that it would stay. */
export function ghostFits(app, model, block, after) {
  const other = otherFits(app, model.fits, after);
  return other.length || !model.fits.length ? other : sameFits(app, model, block);
}

/** Tells the panel of the block where its ghost stands: what is said there is where it stands now. */
export class Moving {
  #told = null;

  constructor(app) {
    this.app = app;
  }

  tell(ghost, model) {
    const where = ghost && !ghost.swap && model?.grid ? whereOf(this.app, gridOf(model), ghost.place) : null;
    if (where === this.#told) return;
    this.#told = where;
    this.app.emit("moving", where);
  }
}
