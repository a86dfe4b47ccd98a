// Elements made in one line, and small things asked of the browser.

const SVG = "http://www.w3.org/2000/svg";

/** An element with its attributes, listeners (`onclick`) and children; text is text, never HTML. */
export function make(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Calls once in the next frame, however often it is asked for. */
export function eachFrame(call) {
  let asked = 0;
  return () => {
    if (asked) return;
    asked = requestAnimationFrame(() => {
      asked = 0;
      call();
    });
  };
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** What this browser remembers for this person; a browser that keeps nothing forgets it. */
export const kept = {
  get(key, otherwise) {
    try {
      const text = localStorage.getItem(`banxin.${key}`);
      return text === null ? otherwise : JSON.parse(text);
    } catch {
      return otherwise;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(`banxin.${key}`, JSON.stringify(value));
    } catch {
      // Private windows may refuse; nothing of the page depends on it.
    }
  },
};

/** Words with their `keys and values` set off. */
export const coded = (words) => (words ?? "").split("`").map((part, k) => (k % 2 ? make("code", {}, part) : part));
