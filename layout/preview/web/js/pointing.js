// Looking with the pointer: hover shows a block's frame and measures, a click picks the word and the
// inner block, a second click in the same place the block around it.

import { kindOf, measuresOf } from "./blockwords.js";
import { eachFrame } from "./dom.js";
import { frame, label, place, widthOf } from "./glass.js";
import { placeOf } from "./textlayer.js";

const STILL = 4; // px: a press that moves farther is no click
const STAY = 350; // ms over a block until its measures are shown beside it
const HIGH = 25; // px of the words beside a block
const DOUBLE = 500; // ms in which a second click makes it a double click
const TWICE = 400; // ms until one click leads outward
const SAME = 6; // px: a click that close to the last one is at the same place

export function install(app) {
  let pressed = null;
  let clicked = null;
  let under = null;
  let stepping = 0;
  let upped = null; // where and when a click was

  const hoverNow = eachFrame(() => {
    app.status.place(under);
    const model = under && app.model(under.page);
    const info = model?.blockAt(under.x, under.y) ?? null;
    app.selection.hover(under?.page ?? null, info?.block ?? null);
  });

  app.tools.add({
    id: "look",
    word: "tool.look",
    icon: "look",
    key: "v",
    hover(event, at) {
      under = at;
      hoverNow();
    },
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
  app.stage.addEventListener("pointerleave", () => {
    under = null;
    hoverNow();
  });

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
    const words = [`${kindOf(app, info)} ${info.block}　${mm}　${type}`];
    const [x, y, , height] = info.rect;
    const seen = app.view.seen(model.page);
    const left = Math.min(Math.max(x, seen.x), seen.right - (widthOf(words[0]) + 16) * px);
    // At its own foot, in it where there is room: over it stands the headline of another.
    const foot = height > 3 * HIGH * px ? y + height - HIGH * px : y + height;
    const top = Math.min(foot, seen.bottom - HIGH * px);
    return [frame(info.rect), label(words, Math.max(left, seen.x), Math.max(top, seen.y), px)];
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

  app.on("hover", (hovered) => {
    const model = hovered && app.model(hovered.page);
    const info = model?.info.get(hovered.block);
    if (!info) {
      app.status.block("");
      return;
    }
    const { mm, type, grid } = measuresOf(app, model, info);
    app.status.block([kindOf(app, info), info.block, mm, type, grid].filter(Boolean).join("　"));
  });

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
    app.status.say(`${kindOf(app, info)} ${next}，${mm}，${type}`);
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
      if (!info) return;
      const [x, y, w, h] = info.rect;
      const around = model.blocksAt(x + w / 2, y + h / 2);
      const at = around.findIndex((one) => one.block === info.block);
      const next = around[at + 1] ?? around[0];
      app.selection.pick({ page: model.page, block: next.block, from: "keys" });
    },
  });
}
