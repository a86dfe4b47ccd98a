// Two texts compared, by code points. No DOM.

/** The least that differs: code points from `start` on, what stood there and what will. */
export function trimmed(before, after, start) {
  const [old, fresh] = [[...before], [...after]];
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < fresh.length - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const cut = (text) => text.slice(head, text.length - tail).join("");
  return { start: start + head, end: start + old.length - tail, before: cut(old), after: cut(fresh) };
}

const LIKE = 0.4; // of the shorter one

/** Whether one text may be the other, changed: they begin and end alike. */
export function alike(a, b) {
  const { before } = trimmed(a, b, 0);
  const least = Math.min([...a].length, [...b].length);
  return least > 0 && [...a].length - [...before].length >= LIKE * least;
}
