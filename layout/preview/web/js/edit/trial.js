// What a change would do, before it is made: the server sets the page with it in memory and says how
// the stories would fit. One question at a time, the newest change; nothing is written.

const REST = 120; // ms without a change before it is asked

export class Trial {
  #timer = 0;
  #now = null; // {page, op}: what is to be tried
  #busy = false;

  /** `told` is called with the answer {fits, faults}, or null where it is not known; with `show`
   *  the answer has the page as it would look, too (`trial`). */
  constructor(app, told, { show = false } = {}) {
    this.app = app;
    this.told = told;
    this.show = show;
  }

  /** A change that might be made: asked about when it has stood for a moment. */
  want(page, op) {
    this.#now = { page, op };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), REST);
  }

  /** Nothing is wanted any more. */
  stop() {
    clearTimeout(this.#timer);
    this.#now = null;
  }

  async #ask() {
    if (this.#busy || !this.#now) return;
    const asked = this.#now;
    this.#busy = true;
    let answer = null;
    try {
      answer = await this.app.live.ask({ type: "ask", what: "try", show: this.show, ...asked });
    } catch {
      // It is not known: no fault of the person, who is told what is refused when it is to be written.
    }
    this.#busy = false;
    if (asked === this.#now) this.told(answer);
    else if (this.#now) this.#ask();
  }
}
