"use strict";
// Zoom, loupe, findings that lead to their place, and a copy with what was filled in. Overlays are
// switched by the style sheet alone; nothing here asks anything of a network.
const CSS_PX_PER_MM = 96 / 25.4;
const MOST = 32;
const LOUPE = 3;
const LEAST_PX = 11; // of a number on the page

function sheetOf(id) {
  return document.getElementById(`${id}-sheet`);
}

// Numbers on the page are at least so large that they can be read, and grow to where they cover
// least type; those that would meet stand side by side.
function tags(sheet, printed = false) {
  if (printed) { // where each lies on no headline is known
    for (const tag of sheet.querySelectorAll(".tag")) {
      const [left, top, by] = tag.dataset.printed.split(" ");
      tag.setAttribute("transform", `translate(${left} ${top}) scale(${by}) translate(${-tag.dataset.x} ${-tag.dataset.y})`);
    }
    return;
  }
  const view = sheet.viewBox.baseVal;
  const unit = sheet.getBoundingClientRect().width / view.width;
  if (!unit) return;
  const taken = [];
  for (const tag of sheet.querySelectorAll(".tag")) {
    const { x, y, size } = tag.dataset;
    const by = Math.max(1, LEAST_PX / (Number(size) * unit));
    const own = tag.getBBox();
    if (!own.width) continue;
    const box = { x: Number(x) + (own.x - x) * by, y: Number(y) + (own.y - y) * by, width: own.width * by, height: own.height * by };
    const from = { x: box.x, y: box.y };
    box.x = Math.max(0, Math.min(box.x, view.width - box.width));
    box.y = Math.max(0, Math.min(box.y, view.height - box.height));
    let met;
    while ((met = taken.find((one) => one.x < box.x + box.width && box.x < one.x + one.width && one.y < box.y + box.height && box.y < one.y + one.height))) {
      box.x = met.x + met.width + 0.5;
      if (box.x + box.width > view.width) { box.x = Math.max(0, from.x - box.width); box.y = met.y + met.height + 0.5; }
      if (box.y > view.height) break;
    }
    taken.push(box);
    const dx = Number(x) + box.x - from.x, dy = Number(y) + box.y - from.y;
    tag.setAttribute("transform", `translate(${dx} ${dy}) scale(${by}) translate(${-x} ${-y})`);
  }
}

function zoomer(look) {
  const stage = look.querySelector(".stage");
  const sheet = look.querySelector(".sheet");
  const told = look.querySelector("output");
  let scale = 1; // of the width that fits
  const real = () => (Number(sheet.dataset.width) * CSS_PX_PER_MM) / stage.clientWidth;

  function to(next, x, y) {
    next = Math.min(MOST, Math.max(0.25, next));
    const box = stage.getBoundingClientRect();
    const at = { x: (x ?? box.left + box.width / 2) - box.left, y: (y ?? box.top + box.height / 2) - box.top };
    const by = next / scale;
    const left = (stage.scrollLeft + at.x) * by - at.x;
    const top = (stage.scrollTop + at.y) * by - at.y;
    scale = next;
    sheet.style.width = `${scale * 100}%`;
    stage.scrollLeft = left;
    stage.scrollTop = top;
    told.textContent = `${Math.round((scale / real()) * 100)}%`;
    tags(sheet);
  }
  // So large that all of the page is seen, and no larger than its width lets it be.
  function whole() {
    sheet.style.width = "100%";
    const high = sheet.getBoundingClientRect().height;
    return high > 0 ? Math.min(1, stage.clientHeight / high) : 1;
  }

  function show(rect) {
    const view = sheet.viewBox.baseVal;
    const wanted = Math.min(MOST, Math.max(scale, Math.min(view.width / (rect.width * 1.6), 3)));
    to(wanted);
    const unit = sheet.clientWidth / view.width;
    stage.scrollTo({
      left: (rect.x + rect.width / 2) * unit - stage.clientWidth / 2,
      top: (rect.y + rect.height / 2) * unit - stage.clientHeight / 2,
    });
  }

  look.querySelector(".zoom").hidden = false;
  look.querySelector(".zoom").addEventListener("click", (event) => {
    const how = event.target.dataset.zoom;
    if (how === "in") to(scale * 1.25);
    if (how === "out") to(scale / 1.25);
    if (how === "whole") to(whole());
    if (how === "fit") to(1);
    if (how === "real") to(real());
  });
  stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    to(scale * Math.exp(-event.deltaY / 400), event.clientX, event.clientY);
  }, { passive: false });
  stage.addEventListener("keydown", (event) => {
    if (event.key === "+" || event.key === "=") to(scale * 1.25);
    else if (event.key === "-") to(scale / 1.25);
    else if (event.key === "0") to(whole());
    else return;
    event.preventDefault();
  });
  to(whole());
  return { show, real };
}

function loupe(look, id) {
  const glass = document.getElementById("loupe");
  const svg = glass.querySelector("svg");
  const button = look.querySelector("[data-loupe]");
  const stage = look.querySelector(".stage");
  const sheet = sheetOf(id);
  let on = false;
  button.addEventListener("click", () => {
    on = !on;
    button.setAttribute("aria-pressed", String(on));
    if (!on) glass.hidden = true;
  });
  stage.addEventListener("pointermove", (event) => {
    if (!on) return;
    const box = sheet.getBoundingClientRect();
    const view = sheet.viewBox.baseVal;
    const unit = view.width / box.width;
    const x = (event.clientX - box.left) * unit;
    const y = (event.clientY - box.top) * unit;
    glass.hidden = false;
    const wide = glass.clientWidth, high = glass.clientHeight;
    const perPx = Math.min(unit / LOUPE, 72 / 96 / LOUPE);
    const w = wide * perPx, h = high * perPx;
    svg.firstElementChild.setAttribute("href", `#${id}-sheet`);
    svg.firstElementChild.setAttribute("width", view.width);
    svg.firstElementChild.setAttribute("height", view.height);
    svg.setAttribute("viewBox", `${x - w / 2} ${y - h / 2} ${w} ${h}`);
    const right = event.clientX + 24 + wide > window.innerWidth;
    const below = event.clientY + 24 + high > window.innerHeight;
    glass.style.left = `${right ? event.clientX - 24 - wide : event.clientX + 24}px`;
    glass.style.top = `${below ? event.clientY - 24 - high : event.clientY + 24}px`;
  });
  stage.addEventListener("pointerleave", () => { glass.hidden = true; });
}

for (const page of document.querySelectorAll("section.page")) {
  const look = page.querySelector(".look");
  const zoom = zoomer(look);
  // The loupe shows the sheet by <use>, into which only what the sheet itself says is carried.
  const carry = () => {
    for (const box of page.querySelectorAll(".show")) sheetOf(page.id).classList.toggle(`show-${box.dataset.layer}`, box.checked);
  };
  page.addEventListener("change", () => { carry(); tags(sheetOf(page.id)); });
  carry();
  loupe(look, page.id);
  page.addEventListener("click", (event) => {
    const go = event.target.closest(".go");
    if (!go) return;
    event.preventDefault();
    const box = look.querySelector(`.show[data-layer="${go.dataset.layer}"]`);
    if (box && !box.checked) box.click();
    const hot = document.getElementById(go.dataset.goes);
    const rect = hot.querySelector("rect");
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    hot.classList.add("lit");
    go.closest("li").classList.add("lit");
    zoom.show({ x: rect.x.baseVal.value, y: rect.y.baseVal.value, width: rect.width.baseVal.value, height: rect.height.baseVal.value });
    if (window.innerWidth < 992) look.scrollIntoView();
  });
}

for (const [when, printed] of [["beforeprint", true], ["afterprint", false]]) {
  window.addEventListener(when, () => { for (const sheet of document.querySelectorAll(".sheet")) tags(sheet, printed); });
}

// A plate is looked at as large as it is.
const large = document.getElementById("large");
for (const plate of document.querySelectorAll(".plate")) {
  plate.addEventListener("click", () => {
    large.querySelector("img").src = plate.querySelector("img").src;
    large.querySelector("p").textContent = plate.querySelector("img").alt;
    large.classList.remove("real");
    large.showModal();
  });
}
large.addEventListener("click", (event) => {
  if (event.target.dataset.large) large.classList.toggle("real", event.target.dataset.large === "real");
});

// What was filled in is kept in a copy of this very file.
let unsaved = false;
const save = document.getElementById("save");
const print = document.getElementById("print");
save.hidden = print.hidden = false;
print.addEventListener("click", () => window.print());
document.addEventListener("input", (event) => {
  if (event.target.matches(".sign input, .remark textarea")) unsaved = true;
});
function copy() {
  for (const field of document.querySelectorAll(".sign input")) field.setAttribute("value", field.value);
  for (const field of document.querySelectorAll(".remark textarea")) field.textContent = field.value;
  for (const box of document.querySelectorAll(".show")) box.toggleAttribute("checked", box.checked);
  const whole = document.documentElement.cloneNode(true);
  for (const made of whole.querySelectorAll("[style]")) made.removeAttribute("style");
  for (const lit of whole.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const sheet of whole.querySelectorAll(".sheet")) sheet.setAttribute("class", "sheet");
  for (const tool of whole.querySelectorAll(".zoom, #save, #print, #loupe")) tool.setAttribute("hidden", "");
  for (const tag of whole.querySelectorAll(".tag")) tag.removeAttribute("transform");
  for (const box of whole.querySelectorAll("#large")) { box.removeAttribute("open"); box.removeAttribute("class"); box.querySelector("img").removeAttribute("src"); box.querySelector("p").textContent = ""; }
  const use = whole.querySelector("#loupe use");
  for (const name of ["href", "width", "height"]) use.removeAttribute(name);
  whole.querySelector("#loupe svg").removeAttribute("viewBox");
  for (const told of whole.querySelectorAll("#told, .zoom output")) told.textContent = "";
  for (const button of whole.querySelectorAll("[data-loupe]")) button.setAttribute("aria-pressed", "false");
  // What stands behind the body is read into it: it is not to grow from copy to copy.
  const text = whole.outerHTML.replace(/\s*<\/body>\s*<\/html>\s*$/, "\n</body>\n</html>");
  return `<!doctype html>\n${text}\n`;
}
save.addEventListener("click", () => {
  const link = document.createElement("a");
  const name = decodeURIComponent(location.pathname.split("/").pop() || "") || "proof.html";
  link.href = URL.createObjectURL(new Blob([copy()], { type: "text/html" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  unsaved = false;
  document.getElementById("told").textContent = document.getElementById("told").dataset.saved;
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
