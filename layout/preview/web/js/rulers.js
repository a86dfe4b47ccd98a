// Rulers along both edges: millimetres outside, 字 in the columns and 行 of the grid inside.

import { byId, eachFrame, kept } from "./dom.js";
import { MM } from "./units.js";

const THICK = 34; // px, as --ruler in frame.css
const MM_STEPS = [0.5, 1, 2, 5, 10, 20, 50, 100];
const LINE_STEPS = [1, 5, 10, 20, 50];
const APART = 34; // px between two numbers
const CLOSE = 4; // px between two ticks

export function install(app) {
  const top = byId("ruler-top");
  const left = byId("ruler-left");
  const corner = byId("ruler-corner");
  let on = kept.get("rulers", true);
  let pointer = null;
  let colours = null;

  const draw = eachFrame(() => {
    document.body.classList.toggle("no-rulers", !on);
    if (!on) return;
    colours ??= coloursOf();
    const paper = paperAt();
    const model = paper && app.model(paper.name);
    const box = app.stage.getBoundingClientRect();
    across(fresh(top, app.stage.clientWidth, THICK), paper, box);
    down(fresh(left, THICK, app.stage.clientHeight), paper, model, box);
    unitsIn(fresh(corner, THICK, THICK));
  });

  /** The page under the pointer, or the one in front. */
  function paperAt() {
    const { papers } = app.view;
    return (pointer && papers.find((one) => {
      const at = one.root.getBoundingClientRect();
      return pointer.x >= at.left && pointer.x <= at.right;
    })) ?? papers.find((one) => one.name === app.page) ?? papers[0] ?? null;
  }

  function fresh(canvas, width, height) {
    const ratio = devicePixelRatio || 1;
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    const pen = canvas.getContext("2d");
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.font = '10px "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
    pen.textBaseline = "middle";
    pen.lineWidth = 1;
    return pen;
  }

  function unitsIn(pen) {
    pen.fillStyle = colours.faint;
    pen.textAlign = "right";
    pen.fillText("mm", THICK - 4, 9);
    pen.fillText(app.t("ruler.zi"), THICK - 4, 25);
  }

  const step = (steps, px, apart) => steps.find((one) => one * px >= apart) ?? steps.at(-1);

  /** Ticks of millimetres from `from` to `to` px of a ruler whose zero is at `zero`. */
  function millimetres(pen, zero, length, tick, number) {
    const px = MM * app.scale;
    const small = step(MM_STEPS, px, CLOSE);
    const large = step(MM_STEPS, px, APART);
    const first = Math.floor(-zero / px / small);
    const last = Math.ceil((length - zero) / px / small);
    for (let k = first; k <= last; k += 1) {
      const mm = k * small;
      const at = Math.round(zero + mm * px) + 0.5;
      const isLarge = Math.abs(mm / large - Math.round(mm / large)) < 1e-6;
      tick(at, isLarge ? 8 : 4);
      if (isLarge) number(at, String(Math.round(mm * 10) / 10).replace("-", "−"));
    }
  }

  function across(pen, paper, box) {
    const width = app.stage.clientWidth;
    if (paper?.width) {
      const zero = paper.root.getBoundingClientRect().left - box.left;
      pen.strokeStyle = colours.line;
      pen.fillStyle = colours.ink;
      pen.textAlign = "left";
      pen.beginPath();
      millimetres(pen, zero, width,
        (at, long) => (pen.moveTo(at, 16), pen.lineTo(at, 16 - long)),
        (at, text) => pen.fillText(text, at + 3, 6.5));
      pen.moveTo(0, 16.5);
      pen.lineTo(width, 16.5);
      pen.stroke();
    }
    for (const one of app.view.papers) columns(pen, one, app.model(one.name), box);
    pen.strokeStyle = colours.edge;
    line(pen, 0, THICK - 0.5, width, THICK - 0.5);
    if (pointer) {
      pen.strokeStyle = colours.here;
      line(pen, Math.round(pointer.x - box.left) + 0.5, 0, Math.round(pointer.x - box.left) + 0.5, THICK);
    }
  }

  /** The columns of a page with their 字; of two facing pages each has its own. */
  function columns(pen, paper, model, box) {
    if (!paper.width) return;
    const zero = paper.root.getBoundingClientRect().left - box.left;
    for (const [k, [from, to]] of (model?.grid?.columns ?? []).entries()) {
      const [a, b] = [zero + from * app.scale, zero + to * app.scale];
      pen.fillStyle = colours.field;
      pen.fillRect(a, 17, b - a, THICK - 18);
      pen.strokeStyle = colours.line;
      pen.beginPath();
      const px = model.units.zi * app.scale;
      const every = px >= CLOSE ? 1 : px * 5 >= CLOSE ? 5 : 0;
      for (let zi = 0; every && from + zi * model.units.zi <= to + 0.01; zi += every) {
        const at = Math.round(a + zi * px) + 0.5;
        pen.moveTo(at, THICK);
        pen.lineTo(at, THICK - (zi % 5 === 0 ? 7 : 4));
        if (zi && zi % 5 === 0 && px * 5 > 22 && px * zi > 30 && b - at > 14) {
          pen.fillStyle = colours.faint;
          pen.fillText(String(zi), at + 2, THICK - 11);
        }
      }
      pen.stroke();
      pen.fillStyle = colours.ink;
      if (b - a > 24) pen.fillText(app.t("ruler.column", { column: k + 1 }), a + 3, THICK - 11);
    }
  }

  function down(pen, paper, model, box) {
    const height = app.stage.clientHeight;
    if (paper?.width) {
      const zero = paper.root.getBoundingClientRect().top - box.top;
      pen.strokeStyle = colours.line;
      pen.fillStyle = colours.ink;
      pen.textAlign = "left";
      pen.beginPath();
      millimetres(pen, zero, height,
        (at, long) => (pen.moveTo(16, at), pen.lineTo(16 - long, at)),
        (at, text) => {
          pen.save();
          pen.translate(6.5, at - 3);
          pen.rotate(-Math.PI / 2);
          pen.fillText(text, 0, 0);
          pen.restore();
        });
      pen.moveTo(16.5, 0);
      pen.lineTo(16.5, height);
      pen.stroke();
      const grid = model?.grid;
      if (grid?.pitch) {
        const px = grid.pitch * app.scale;
        const begin = zero + grid.y * app.scale;
        pen.fillStyle = colours.field;
        pen.fillRect(17, begin, THICK - 18, grid.lines * px);
        const small = step(LINE_STEPS, px, CLOSE);
        const large = step(LINE_STEPS, px, 22);
        pen.beginPath();
        pen.fillStyle = colours.ink;
        pen.textAlign = "right";
        const first = Math.max(0, Math.floor(-begin / px));
        const last = Math.min(grid.lines, Math.ceil((height - begin) / px));
        for (let k = first; k <= last; k += 1) {
          const at = Math.round(begin + k * px) + 0.5;
          if (k % small === 0) {
            pen.moveTo(17, at);
            pen.lineTo(17 + (k % 5 === 0 ? 5 : 3), at);
          }
          if (k < grid.lines && (k + 1) % large === 0) pen.fillText(String(k + 1), THICK - 4, at + px / 2);
        }
        pen.stroke();
      }
    }
    pen.strokeStyle = colours.edge;
    line(pen, THICK - 0.5, 0, THICK - 0.5, height);
    if (pointer) {
      pen.strokeStyle = colours.here;
      line(pen, 0, Math.round(pointer.y - box.top) + 0.5, THICK, Math.round(pointer.y - box.top) + 0.5);
    }
  }

  app.stage.addEventListener("pointermove", (event) => {
    pointer = { x: event.clientX, y: event.clientY };
    draw();
  }, { passive: true });
  app.stage.addEventListener("pointerleave", () => {
    pointer = null;
    draw();
  });
  for (const name of ["view", "page", "open", "lang"]) app.on(name, draw);
  app.on("change", (model, { message }) => message.grid && draw());
  app.on("surroundings", () => {
    colours = null;
    draw();
  });
  app.keys.add({
    key: "r",
    word: "key.rulers",
    group: "panes",
    run: () => {
      on = !on;
      kept.set("rulers", on);
      draw();
    },
  });
}

function line(pen, x1, y1, x2, y2) {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

function coloursOf() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return {
    ink: of("--ink-2"), faint: of("--ink-3"), line: of("--rule-strong"), edge: of("--rule"),
    here: of("--accent"), field: of("--ruler-field"),
  };
}
