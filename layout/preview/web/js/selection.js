// What is picked and what the pointer is over, told to all; drawn on the glass by `pointing.js`.

export class Selection {
  page = null;
  blocks = [];
  word = null; // {id, line, index}: a line of the page's words, and which character of it
  hovered = null; // {page, block}

  constructor(app) {
    this.app = app;
  }

  /** The block picked first. */
  get block() {
    return this.blocks[0] ?? null;
  }

  pick({ page, block, word = null, add = false, from = "page" }) {
    if (add && page === this.page && this.blocks.length) {
      this.blocks = this.blocks.includes(block)
        ? this.blocks.filter((one) => one !== block)
        : [...this.blocks, block];
    } else this.blocks = block === null ? [] : [block];
    this.page = page;
    this.word = word;
    this.#tell(from);
  }

  clear(from = "page") {
    if (!this.blocks.length && !this.word) return;
    this.blocks = [];
    this.word = null;
    this.#tell(from);
  }

  hover(page, block) {
    if (this.hovered?.page === page && this.hovered?.block === block) return;
    this.hovered = block === null ? null : { page, block };
    this.app.emit("hover", this.hovered);
  }

  /** Let go of blocks that are not there any more. */
  tidy(model) {
    if (this.page !== model.page || !this.blocks.length) return;
    const left = this.blocks.filter((one) => model.info.has(one));
    if (left.length === this.blocks.length) return;
    this.blocks = left;
    this.word = null;
    this.#tell("page");
  }

  #tell(from) {
    this.app.emit("selection", this, from);
    this.app.emit("select", this.block, from);
  }
}
