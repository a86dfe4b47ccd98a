// The fixed words of this window, in Chinese or English, and who is filled again when that changes.

import { kept } from "./dom.js";

const LANGUAGES = ["zh", "en"];

export class Words {
  #tables = {};
  lang = "zh";

  static async load() {
    const words = new Words();
    const tables = await Promise.all(
      LANGUAGES.map((lang) => fetch(`web/words/${lang}.json`).then((got) => got.json())),
    );
    LANGUAGES.forEach((lang, k) => (words.#tables[lang] = tables[k]));
    words.use(kept.get("lang", null) ?? wanted());
    return words;
  }

  use(lang) {
    this.lang = LANGUAGES.includes(lang) ? lang : "en";
    document.documentElement.lang = this.lang === "zh" ? "zh-CN" : "en";
  }

  /** The words of a key, with its {values} put in. */
  t(key, values = {}) {
    const text = this.#tables[this.lang]?.[key] ?? key;
    return text.replace(/\{(\w+)(?::([#?])([^|}]*)(?:\|([^}]*))?)?\}/g, (whole, name, how, one, many) => {
      const value = values[name];
      if (value === undefined || value === null || !how) return value ?? whole;
      const noun = isOne(value, how) ? one : (many ?? `${one}s`);
      return how === "#" ? `${value} ${noun}` : noun;
    });
  }

  has(key) {
    return key in (this.#tables[this.lang] ?? {});
  }

  /** Fill all elements that name their words by `data-t`, `data-t-title`, `data-t-label`. */
  fill(root = document) {
    const all = (name) => root.querySelectorAll(`[data-t${name}]`);
    for (const one of all("")) one.textContent = this.t(one.dataset.t);
    for (const one of all("-title")) one.title = this.t(one.dataset.tTitle);
    for (const one of all("-label")) one.setAttribute("aria-label", this.t(one.dataset.tLabel));
    for (const one of all("-hint")) one.placeholder = this.t(one.dataset.tHint);
  }
}

/** Whether a count is one (`{lines:#line}`, `{pages:?shares|share}`); of lines and columns that are
 *  named, as 5 or 5–9, whether it is a single one. */
const isOne = (value, how) => Number(value) === 1 || (how === "?" && typeof value === "string" && /^\d+$/.test(value));

/** The first language of the browser that there is; Chinese of any region is Chinese. */
function wanted() {
  for (const tag of navigator.languages?.length ? navigator.languages : [navigator.language]) {
    const lang = tag.toLowerCase().split("-")[0];
    if (LANGUAGES.includes(lang)) return lang;
  }
  return "en";
}
