// Looking with the pointer: hover shows a block's frame and measures, a click picks the word and the
// inner block, a second click in the same place the block around it.

import { measuresOf, nameOf } from "./blockwords.js";
import { eachFrame } from "./dom.js";
import { clearest, frame, label, place, widthOf } from "./glass.js";
import { placeOf } from "./textlayer.js";

const STILL = 4; // px: a press that moves farther is no click
const STAY = 350; // ms over a block until its measures are shown beside it
const HIGH = 24; // px of the words beside a block
const PICTURED = new Set(["picture", "pictures", "masthead", "code", "advert"]);
const DOUBLE = 500; // ms in which a second click makes it a double click
const TWICE = 400; // ms until one click leads outward
const SAME = 6; // px: a click that close to the last one is at the same place

export function install(app) {
  let pressed = null;
  let clicked = null;
  let pointer = null; // where it is in the window; what is under it changes without it, too
  let stepping = 0;
  let upped = null; // where and when a click was

  const hoverNow = eachFrame(() => {
    const under = pointer && app.view.at(pointer.x, pointer.y);
    const model = under && app.model(under.page);
    const info = model?.blockAt(under.x, under.y) ?? null;
    app.status.place(under);
    app.selection.hover(info ? under.page : null, info?.block ?? null);
    tell();
  });

  /** What the pointer is over, with any tool in hand: what it is, its measures and its place. */
  function tell() {
    const { hovered } = app.selection;
    const model = hovered && app.model(hovered.page);
    const info = model?.info.get(hovered.block);
    if (!info) return void app.status.block("");
    const { mm, type, grid } = measuresOf(app, model, info);
    app.status.block([nameOf(app, info), mm, type, grid].filter(Boolean).join("　"));
  }

  app.tools.add({
    id: "look",
    word: "tool.look",
    icon: "look",
    key: "v",
    down(event, at) {
      pressed = { x: event.clientX, y: event.clientY, at };
      return false; // the browser may select words
    },
    up(event, at) {
      const still = pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < STILL;
      pressed = null;
      if (!still || !at) {
        if (still && !event.shiftKey) app.selection.clear();
        return;
      }
      // A double click is of the word, as everywhere: of the inner block, whichever was picked.
      clearTimeout(stepping);
      const near = upped && Math.hypot(event.clientX - upped.x, event.clientY - upped.y) < SAME;
      const twice = Boolean(near && event.timeStamp - upped.at < DOUBLE);
      upped = { x: event.clientX, y: event.clientY, at: event.timeStamp };
      click(event, at, twice);
    },
  });
  // However slow a person's double click is set to be, it ends a step outward that waits.
  app.stage.addEventListener("dblclick", () => clearTimeout(stepping));
  app.stage.addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
    pointer = { x, y };
    hoverNow();
  }, { passive: true });
  app.stage.addEventListener("pointerleave", () => {
    pointer = null;
    hoverNow();
  });
  // A page is turned, scrolled, zoomed or made anew under a pointer that rests.
  for (const name of ["view", "open", "drawn", "lang"]) app.on(name, () => pointer && hoverNow());

  function click(event, at, twice) {
    const model = app.model(at.page);
    const around = model.blocksAt(at.x, at.y);
    if (!around.length) {
      app.selection.clear();
      clicked = null;
      return;
    }
    const again = !twice && clicked && clicked.page === at.page
      && Math.hypot(event.clientX - clicked.x, event.clientY - clicked.y) < SAME
      && app.selection.blocks.length === 1 && around[clicked.depth]?.block === app.selection.block;
    const depth = again ? (clicked.depth + 1) % around.length : 0;
    if (!again) clicked = { page: at.page, x: event.clientX, y: event.clientY, depth };
    const word = depth === 0 ? app.view.wordAt(at.page, at.x, at.y) : null;
    const pick = () => app.selection.pick({ page: at.page, block: around[depth].block, word, add: event.shiftKey });
    if (!again) return void (twice && event.shiftKey ? null : pick());
    stepping = setTimeout(() => { // it may be the first click of two, which lead no way outward
      clicked = { page: at.page, x: event.clientX, y: event.clientY, depth };
      pick();
    }, TWICE);
  }

  // What is picked and hovered is drawn on the glass.

  const draw = eachFrame(() => {
    for (const paper of app.view.papers) {
      const model = app.model(paper.name);
      const { selection } = app;
      const hovered = selection.hovered?.page === paper.name ? selection.hovered.block : null;
      const one = hovered && looks() && !selection.blocks.includes(hovered) ? model.info.get(hovered) : null;
      paper.glassOf("hover").replaceChildren(...(one ? hoverOf(model, one, stays) : []));
      const picked = [];
      if (selection.page === paper.name) {
        for (const block of selection.blocks) {
          const info = model.info.get(block);
          if (info) picked.push(frame(info.rect, "block"));
        }
        const { word } = selection;
        if (word) {
          picked.push(place(placeOf(word.line, 0, [...word.line.text].length), "line"));
          picked.push(place(placeOf(word.line, word.index, word.index + 1), "word"));
        }
      }
      paper.glassOf("picked").replaceChildren(...picked);
    }
  });

  /** The frame of a block, and over it what it is and its measures. */
  function hoverOf(model, info, named) {
    if (!named) return [frame(info.rect)];
    const px = 1 / app.scale;
    const { mm, type } = measuresOf(app, model, info);
    const [x, y, width, height] = info.rect;
    const all = `${nameOf(app, info)}　${mm}　${type}`;
    const words = [widthOf(all) + 14 < width / px ? all : `${mm}　${type}`]; // the foot has the name
    const seen = app.view.seen(model.page);
    const [wide, high] = [(widthOf(words[0]) + 14) * px, HIGH * px];
    // Where it covers the fewest words: at its own foot or head, under it, over it.
    const across = [x, x + width - wide];
    const down = [y + height - high, y + height, y, y - high];
    const places = down.flatMap((top) => across.map((left) => ({
      x: Math.max(seen.x, Math.min(Math.max(left, seen.x), seen.right - wide)),
      y: Math.max(seen.y, Math.min(Math.max(top, seen.y), seen.bottom - high)),
      w: wide, h: high,
    })));
    const shown = [...model.info.values()].filter((one) => PICTURED.has(one.kind) && one.block !== info.block);
    const standing = [...Object.values(model.text).flat(), ...shown.map(({ rect: [x, y, w, h] }) => ({ x, y, w, h }))];
    const at = clearest(places, standing);
    return [frame(info.rect), label(words, at.x, at.y, px)];
  }

  /** Whether one looks with the bare pointer: under the loupe and a tool in hand nothing is to lie. */
  const looks = () => app.tools.current?.id === "look" && !["loupe", "was"].some((one) => document.body.classList.contains(one));

  // The words come when the pointer stays: who reads on is not disturbed.
  let stays = false;
  let staying = 0;
  app.on("selection", draw);
  app.on("tool", draw);
  app.on("view", () => app.selection.hovered && draw());
  app.on("hover", (hovered) => {
    stays = false;
    clearTimeout(staying);
    if (hovered) {
      staying = setTimeout(() => {
        stays = true;
        draw();
      }, STAY);
    }
    draw();
  });
  app.on("open", draw);
  for (const name of ["page", "change"]) {
    app.on(name, (model) => {
      if (app.selection.page === model.page && app.selection.word) rekeep(model);
      app.selection.tidy(model);
      draw();
    });
  }

  /** The word that was picked is looked for again where its line stands now. */
  function rekeep(model) {
    const { line, index } = app.selection.word;
    const found = line.story && app.paper(model.page).text.find(line.story, line.paragraph, line.offset + index);
    app.selection.word = found
      ? { ...found, page: model.page, block: model.ownerOf(found.id), index: line.offset + index - found.line.offset }
      : null;
  }

  // By keys: from block to block, outward, and to their place in the source.

  const step = (by) => {
    const model = app.model();
    if (!model) return;
    const all = [...model.info.keys()];
    if (!all.length) return;
    const at = all.indexOf(app.selection.page === model.page ? app.selection.block : null);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
    app.selection.pick({ page: model.page, block: next, from: "keys" });
    app.view.show(model.page, model.info.get(next).rect);
    const info = model.info.get(next);
    const { mm, type } = measuresOf(app, model, info);
    app.status.say(`${nameOf(app, info)}，${mm}，${type}`);
  };
  app.keys.add({ key: "n", word: "key.next-block", group: "blocks", run: () => step(1) });
  app.keys.add({ key: "Shift+n", word: "key.previous-block", group: "blocks", run: () => step(-1) });
  app.keys.add({
    key: "o",
    word: "key.outward",
    group: "blocks",
    run: () => {
      const model = app.model();
      const info = model?.info.get(app.selection.block);
      if (!info) return void app.status.say(app.t("block.nothing"));
      const [x, y, w, h] = info.rect;
      const around = model.blocksAt(x + w / 2, y + h / 2);
      const at = around.findIndex((one) => one.block === info.block);
      const next = around[at + 1] ?? around[0];
      app.selection.pick({ page: model.page, block: next.block, from: "keys" });
    },
  });
}
