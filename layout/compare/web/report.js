"use strict";
/* One page of the report is in view at a time. What is chosen stays chosen from page to page. */
const $ = (q, at = document) => at.querySelector(q), $$ = (q, at = document) => [...at.querySelectorAll(q)];
const MODES = ["overlay", "slide", "blend", "toggle", "beside"];
const state = { page: 0, mode: "overlay", part: 50, side: "b", zoom: 0, marks: true, at: -1 };
const pages = $$(".page");
const words = (key) => $(`#words [data-key="${key}"] [data-l="${document.documentElement.lang.slice(0, 2)}"]`).textContent;
const page = () => pages[state.page];
const say = (text) => { $("#said").textContent = text; };

function fit(sheet, desk) {
  const [w, h] = [Number(sheet.dataset.w), Number(sheet.dataset.h)];
  return Math.min((desk.clientWidth - 32) / w, (desk.clientHeight - 32) / h);
}
/* Numbers stand at the top left of what they mark, or beside one that stands there. */
function flags(svg) {
  const per = svg.viewBox.baseVal.width / (svg.clientWidth || 1), taken = [];
  for (const g of $$(".tag", svg)) {
    const w = Number($(".flag", g).getAttribute("width")) * per, h = 15 * per;
    const [left, top] = [Number(g.dataset.x) - 2 * per, Number(g.dataset.y) - h];
    const free = (x, y) => taken.every((t) => x >= t[0] + t[2] || t[0] >= x + w || y >= t[1] + t[3] || t[1] >= y + h);
    let [x, y] = [left, top], steps = 0;
    while (!free(x, y) && steps < 24) {
      steps += 1;
      x = left + (steps % 6) * (w + per); y = top + Math.floor(steps / 6) * (h + per);
    }
    taken.push([x, y, w, h]);
    g.setAttribute("transform", `translate(${x + 2 * per} ${y + h}) scale(${per})`);
  }
}
function show() {
  pages.forEach((one, n) => { one.hidden = n !== state.page; });
  $$("nav [role=tab]").forEach((tab, n) => { tab.setAttribute("aria-selected", n === state.page); tab.tabIndex = n === state.page ? 0 : -1; });
  const own = page();
  if (!own) return;
  for (const b of $$("[data-mode]", own)) {
    const on = b.dataset.mode === state.mode;
    b.setAttribute("aria-checked", on); b.tabIndex = on ? 0 : -1;
  }
  $$("[data-side]", own).forEach((b) => b.setAttribute("aria-pressed", b.dataset.side === state.side));
  $("[data-marks]", own)?.setAttribute("aria-pressed", state.marks);
  const [desk, other] = $$(".pane", own), first = $(".sheet.first", own), second = $(".sheet.second", own);
  if (!first) return;
  other.hidden = state.mode !== "beside"; $(".cap", desk).hidden = other.hidden;
  if (!other.hidden && !$(".layer", second)) second.prepend($(".layer.b", first).cloneNode(true));
  const scale = state.zoom || fit(first, desk);
  for (const sheet of [first, second]) {
    sheet.style.width = `${sheet.dataset.w * scale}px`; sheet.style.height = `${sheet.dataset.h * scale}px`;
  }
  const [a, b, over] = ["a", "b", "over"].map((name) => $(`.layer.${name}`, first));
  for (const one of $$(".layer", second)) one.removeAttribute("style");
  const seen = (layer, on) => { layer.style.visibility = on ? "visible" : "hidden"; };
  const mode = state.mode;
  seen(over, mode === "overlay");
  seen(a, mode === "slide" || mode === "blend" || mode === "beside" || (mode === "toggle" && state.side === "a"));
  seen(b, mode === "slide" || mode === "blend" || (mode === "toggle" && state.side === "b"));
  b.style.clipPath = mode === "slide" ? `inset(0 0 0 ${state.part}%)` : "none";
  b.style.opacity = mode === "blend" ? state.part / 100 : 1;
  // Side by side each page has what is of it alone.
  for (const svg of $$("svg.marks", own)) {
    const meant = second.contains(svg) || (svg.dataset.kinds === "was") === (mode === "beside");
    svg.style.display = state.marks && meant ? "" : "none";
  }
  const range = $(".part", own), edge = $(".edge", own);
  range.hidden = mode !== "slide" && mode !== "blend";
  $("input", range).value = state.part;
  edge.hidden = mode !== "slide"; edge.style.left = `${state.part}%`;
  $(".sides", own).hidden = mode !== "toggle";
  $$("svg.marks", own).filter((svg) => svg.clientWidth).forEach(flags);
  follow(desk, other);
}
function follow(pane, other) { other.scrollLeft = pane.scrollLeft; other.scrollTop = pane.scrollTop; }
function set(change) { Object.assign(state, change); show(); }
function mode(name) { set({ mode: name }); say(words(name)); }
function part(value) { set({ part: Math.max(0, Math.min(100, value)) }); }
function zoom(by) {
  const own = page(), desk = $(".pane", own), first = $(".sheet.first", own);
  if (!first) return;
  const old = state.zoom || fit(first, desk);
  const [cx, cy] = [(desk.scrollLeft + desk.clientWidth / 2) / old, (desk.scrollTop + desk.clientHeight / 2) / old];
  const next = by === 0 ? 0 : Math.max(0.05, Math.min(8, old * by));
  set({ zoom: next });
  if (next) desk.scrollTo(cx * next - desk.clientWidth / 2, cy * next - desk.clientHeight / 2);
  follow(...$$(".pane", own));
}
function choose(n, near = true) {
  const own = page(), rows = $$("li button", own);
  if (!rows.length) return;
  const at = (n + rows.length) % rows.length;
  state.at = at;
  rows.forEach((row, k) => (k === at ? row.setAttribute("aria-current", "true") : row.removeAttribute("aria-current")));
  rows[at].scrollIntoView({ block: "nearest" });
  $$(".mark", own).forEach((m) => m.classList.toggle("at", m.dataset.n === String(at)));
  const [x, y, w, h] = JSON.parse(rows[at].dataset.rect || "null") || [];
  const desk = $(".pane", own), first = $(".sheet.first", own);
  if (near && first && x !== undefined) {
    const least = fit(first, desk), most = Math.min(desk.clientWidth / (w + 160), desk.clientHeight / (h + 120));
    set({ zoom: Math.max(least, Math.min(3, most)) });
    const box = first.getBoundingClientRect(), frame = desk.getBoundingClientRect(), s = state.zoom;
    desk.scrollBy(box.left - frame.left + (x + w / 2) * s - desk.clientWidth / 2, box.top - frame.top + (y + h / 2) * s - desk.clientHeight / 2);
    follow(...$$(".pane", own));
  } else show();
  say(rows[at].textContent.trim().replace(/\s+/g, " "));
}
function turn(n) { state.at = -1; set({ page: (n + pages.length) % pages.length, zoom: 0 }); }

document.addEventListener("click", (e) => {
  const hit = (q) => e.target.closest(q);
  let b;
  if ((b = hit("[data-mode]"))) mode(b.dataset.mode);
  else if ((b = hit("[data-side]"))) set({ side: b.dataset.side });
  else if ((b = hit("[data-zoom]"))) zoom(Number(b.dataset.zoom));
  else if (hit("[data-marks]")) set({ marks: !state.marks });
  else if ((b = hit("nav [role=tab]"))) turn(Number(b.dataset.n));
  else if ((b = hit("li button"))) choose(Number(b.dataset.n));
  else if ((b = hit(".mark"))) choose(Number(b.dataset.n), false);
  else if (hit("#lang")) { document.documentElement.lang = document.documentElement.lang.startsWith("zh") ? "en" : "zh-CN"; show(); }
});
document.addEventListener("input", (e) => { if (e.target.type === "range") part(Number(e.target.value)); });
document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const key = e.key, inRange = e.target.type === "range", radio = e.target.closest?.("[role=radiogroup]");
  const acts = {
    " ": () => set({ mode: "toggle", side: state.mode === "toggle" && state.side === "b" ? "a" : "b" }),
    "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), "0": () => zoom(0),
    n: () => choose(state.at + 1), j: () => choose(state.at + 1), p: () => choose(state.at < 0 ? -1 : state.at - 1), k: () => choose(state.at < 0 ? -1 : state.at - 1),
    m: () => set({ marks: !state.marks }), PageDown: () => turn(state.page + 1), PageUp: () => turn(state.page - 1),
  };
  MODES.forEach((name, n) => { acts[String(n + 1)] = () => mode(name); });
  if (radio && (key === "ArrowRight" || key === "ArrowLeft")) {
    const next = MODES[(MODES.indexOf(state.mode) + (key === "ArrowRight" ? 1 : 4)) % 5];
    mode(next); $(`[data-mode=${next}]`, page()).focus(); e.preventDefault(); return;
  }
  if (!inRange && (key === "ArrowRight" || key === "ArrowLeft") && (state.mode === "slide" || state.mode === "blend")) {
    part(state.part + (key === "ArrowRight" ? 2 : -2)); e.preventDefault(); return;
  }
  if (key === " " && e.target.closest?.("button") && !e.target.closest("[data-side]")) return;
  if (acts[key]) { acts[key](); e.preventDefault(); }
});
document.addEventListener("pointerdown", (e) => {
  const edge = e.target.closest(".edge");
  if (!edge) return;
  edge.setPointerCapture(e.pointerId);
  const sheet = edge.parentElement;
  edge.onpointermove = (m) => { const r = sheet.getBoundingClientRect(); part(((m.clientX - r.left) / r.width) * 100); };
  edge.onpointerup = () => { edge.onpointermove = edge.onpointerup = null; };
});
$$(".pane").forEach((pane) => pane.addEventListener("wheel", (e) => {
  if (e.ctrlKey) { zoom(e.deltaY < 0 ? 1.15 : 0.87); e.preventDefault(); }
}, { passive: false }));
/* Side by side both show the same place, whichever of them is moved. */
$$(".desk").forEach((desk) => {
  const panes = $$(".pane", desk);
  panes.forEach((pane, n) => pane.addEventListener("scroll", () => {
    const other = panes[1 - n];
    if (!other.hidden && !pane.hidden) follow(pane, other);
  }));
});
window.addEventListener("resize", show);
show();
document.documentElement.dataset.ready = "yes";
