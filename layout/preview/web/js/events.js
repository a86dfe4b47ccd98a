// Who tells whom: named events with listeners that can be taken off again.

export class Events {
  #listeners = new Map();

  on(name, listener) {
    if (!this.#listeners.has(name)) this.#listeners.set(name, new Set());
    this.#listeners.get(name).add(listener);
    return () => this.#listeners.get(name)?.delete(listener);
  }

  emit(name, ...values) {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) {
      try {
        listener(...values);
      } catch (error) {
        reportError(error); // one part that fails does not take the others with it
      }
    }
  }

  count() {
    let all = 0;
    for (const some of this.#listeners.values()) all += some.size;
    return all;
  }
}
