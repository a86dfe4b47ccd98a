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
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
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

/** The first language of the browser that there is; Chinese of any region is Chinese. */
function wanted() {
  for (const tag of navigator.languages?.length ? navigator.languages : [navigator.language]) {
    const lang = tag.toLowerCase().split("-")[0];
    if (LANGUAGES.includes(lang)) return lang;
  }
  return "en";
}
