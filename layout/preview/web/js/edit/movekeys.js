// Blocks moved by keys: arrows show where the selected block would stand, Shift resizes it, Ctrl goes
// farther, Enter writes it, Esc drops it.

const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
const FAR = 5; // columns or lines of a step with Ctrl
const MODES = [["", false, 1], ["Shift+", true, 1], ["Ctrl+", false, FAR], ["Ctrl+Shift+", true, FAR]];

export function hearKeys(mover) {
  const { app } = mover;
  const free = () => mover.active && Boolean(app.selection.block);
  const ghostly = () => free() && mover.ghostly;
  const add = (key, word, when, run, { press = null, why = null } = {}) => app.keys.add({ key, word, group: "edit-move", when, why, run, press });
  for (const [held, size, far] of MODES) {
    for (const arrow of ARROWS) {
      // One entry of the list of keys stands for all four, with Ctrl and without.
      const word = far === 1 && arrow === ARROWS[0] ? (size ? "edit.key-size" : "edit.key-move") : null;
      add(`${held}${arrow}`, word, free, () => mover.step(arrow, size, far), { press: `${size ? "⇧ " : ""}← → ↑ ↓` });
    }
  }
  add("Enter", "edit.key-place", ghostly, () => mover.commit());
  add("Escape", "edit.key-drop", ghostly, () => {
    mover.drop();
    app.status.say(app.t("edit.dropped"));
  });
  add("u", "edit.key-next-place", () => free() && mover.places > 1, () => mover.next(), { why: "edit.next-how" });
  const pair = () => app.selection.blocks.length === 2;
  add("Alt+s", "edit.key-swap", pair, () => mover.swap(...app.selection.blocks), { why: "edit.swap-how" });
}
