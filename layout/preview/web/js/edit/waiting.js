// What a person does to a block before the server has said what its spec says of it: kept in order,
// and done when that has come. Of a drag the newest place of the pointer stands for all before it.

export class Waiting {
  #of = null; // page and block
  #list = []; // {run, name}

  get any() {
    return this.#list.length > 0;
  }

  /** Something to be done to a block; one of the same name takes the place of the one before it. */
  want(of, run, name = null) {
    this.turn(of);
    const same = name ? this.#list.findIndex((one) => one.name === name) : -1;
    if (same >= 0) this.#list[same] = { run, name };
    else this.#list.push({ run, name });
  }

  /** Another block is in hand: what waited for the one before it is not done. */
  turn(of) {
    if (of !== this.#of) this.#list = [];
    this.#of = of;
  }

  /** It has come. */
  over() {
    for (const { run } of this.#list.splice(0)) run();
  }
}
