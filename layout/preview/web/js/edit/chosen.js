// The selected block, and what stands in its spec: asked for while somebody sees it, and again after
// each change. All parts that change blocks take it from here.

import { calledOf } from "../blockwords.js";
import { wordsOf } from "./desk.js";

const CALM = 60; // ms without a change of the page before the spec is asked for again

export class Chosen {
  answer = null; // of the selected block, with {page, block, locked: why it cannot be moved, or null}
  #asked = 0;
  #calm = 0;

  constructor(edit) {
    this.edit = edit;
    this.app = edit.app;
    const { app } = this;
    app.on("selection", () => this.ask());
    app.on("lang", () => this.ask());
    for (const name of ["page", "change", "error"]) app.on(name, (model) => this.#changed(model));
    for (const name of ["tool", "tab"]) app.on(name, () => !this.answer && this.wanted && this.ask());
  }

  /** Whether anybody sees what the spec says of the selected block. While a page is only looked at,
   *  each saving of a file is for the page alone. */
  get wanted() {
    return this.app.panels.shown === "edit" || ["move", "picture"].includes(this.app.tools.current?.id);
  }

  async ask() {
    const { app, edit } = this;
    const { page, block } = app.selection;
    const mine = (this.#asked += 1);
    clearTimeout(this.#calm);
    if (this.answer?.block !== block || this.answer?.page !== page || !this.wanted) this.answer = null;
    edit.mover.turn();
    if (!block) return edit.answered(null);
    if (!this.wanted) return undefined;
    let answer;
    try {
      const got = await edit.desk.block(page, block);
      answer = { ...got, page, block, locked: this.#lockOf(got) };
    } catch (refused) {
      answer = { page, block, at: [], locked: wordsOf(app, refused), refused: true };
    }
    if (mine !== this.#asked) return undefined;
    this.answer = answer;
    return edit.answered(answer);
  }

  /** Why a block cannot be moved; null where it can. */
  #lockOf({ locked, at }) {
    const { t, words } = this.app;
    // Of two facing pages a part is named by a word; else it is a block, or an anchor by its name.
    const side = locked?.word === "edit.lock-part" ? `edit.side-${locked.of}` : "";
    if (locked) return t(locked.word, { of: words.has(side) ? t(side) : calledOf(this.app, locked.of) });
    return at.length ? null : t("edit.lock-none");
  }

  /** The page was made again. Saves of others may come one on another: the spec is asked for when
   *  they rest; at once where a change by hand was waited for. */
  #changed(model) {
    if (model.page !== this.app.selection.page) return;
    clearTimeout(this.#calm);
    if (this.edit.mover.made()) this.ask();
    else this.#calm = setTimeout(() => this.ask(), CALM);
  }
}
