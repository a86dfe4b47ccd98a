// The desk: asks the server what stands in the files, and has changes written. Every other module
// of this folder changes things through it, so that questions, refusals and the digests of files are
// dealt with in one place.

import { ask } from "./dialog.js";

export class Desk {
  #known = new Map(); // "page block" → the answer that holds
  #latest = new Map(); // file → digest that the server told last
  #schemas = new Map();

  constructor(app) {
    this.app = app;
    app.live.on("done", (message) => message.file && this.#latest.set(message.file, message.digest));
    for (const name of ["page", "change", "error"]) app.on(name, ({ page }) => this.forget(page));
    app.on("lang", () => this.#known.clear());
  }

  /** What was answered of the blocks of a page holds no longer. */
  forget(page) {
    for (const key of this.#known.keys()) if (key.startsWith(`${page}\n`)) this.#known.delete(key);
  }

  /** What stands in the spec of a block: its values, its place, what others share with it. */
  async block(page, block) {
    const key = `${page}\n${block}`;
    if (!this.#known.has(key)) this.#known.set(key, this.ask({ what: "block", page, block }));
    return this.#known.get(key);
  }

  async ask(question) {
    const answer = await this.app.live.ask({ type: "ask", ...question });
    for (const { file, base } of [answer, ...(answer.shared ? [answer.shared] : []), ...(answer.styles ?? [])]) if (file) this.#latest.set(file, base);
    return answer;
  }

  /** The schema of a kind of file, with the purposes of its keys in the language of the window. */
  schema(kind) {
    const key = `${kind}?lang=${this.app.words.lang}`;
    if (!this.#schemas.has(key)) {
      const got = fetch(new URL(`schema/${key}`, document.baseURI)).then((response) => response.json());
      got.catch(() => this.#schemas.delete(key));
      this.#schemas.set(key, got);
    }
    return this.#schemas.get(key);
  }

  base(file) {
    return this.#latest.get(file) ?? "";
  }

  /**
   * Have a change written. Where others use what it changes, the person is asked first. Gives the
   * `done` message, or null where the person thought better of it; rejects with the refusal.
   */
  async edit(page, op, base = this.base(op.file)) {
    let confirm;
    for (;;) {
      try {
        return await this.app.live.ask({ type: "edit", page, op: { ...op, base }, ...(confirm ? { confirm } : {}) });
      } catch (refused) {
        if (!refused.ask) throw refused;
        if (!(await this.#agreed(refused.ask, refused.diagnostics?.[0]?.code))) return null;
        confirm = refused.ask.confirm;
      }
    }
  }

  async #agreed({ question, users = [] }, code) {
    const shared = code !== "OVERLAP"; // else blocks would lie on one another for a while
    const yes = { id: "yes", word: shared ? "edit.change-all" : "edit.change-anyway", strong: shared };
    const buttons = [{ id: "no", word: "edit.leave" }, yes];
    return (await ask(this.app, { title: this.app.t(shared ? "edit.shared-title" : "edit.overlap-title"), text: question, list: users, buttons })) === "yes";
  }

  /** Say what was refused, where there is no field beside which it could stand. */
  tell(refused) {
    this.app.status.alert(wordsOf(this.app, refused));
  }
}

/** What a refusal says, for a person. */
export function wordsOf(app, refused) {
  if (refused.lost) return app.t("edit.lost");
  if (refused.message) return refused.message;
  const first = refused.diagnostics?.[0];
  return first ? [first.message, first.hint].filter(Boolean).join(" ") : app.t("edit.refused");
}

/** Whether it was refused because the file is not as this window knew it. */
export const isStale = (refused) => (refused.diagnostics ?? []).some(({ code }) => code === "UNDERNEATH");
