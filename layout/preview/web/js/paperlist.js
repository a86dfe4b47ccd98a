// The pages of the paper: small pictures to go by, one page or both sides of a sheet on the table.

import { iconOf } from "./bar.js";
import { byId, kept, make } from "./dom.js";

/** A picture of nothing, until there is one of the page. */
const BLANK = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

export function install(app) {
  const list = byId("pages");
  const heading = make("strong", { id: "paper-name" });
  byId("bar-paper").append(make("span", { class: "proof-mark", "data-t": "proof" }), heading);
  const revs = new Map();
  let both = kept.get("spread", false);

  const spread = app.bar.button({
    group: "paper", word: "spread", icon: "spread", key: "d", pressed: both, run: () => useBoth(!both),
  });

  /** Both sides of the sheet on which a page is printed; the page alone where it has none. */
  function sides(page) {
    const pair = app.hello?.sides?.find((one) => one.includes(page)) ?? [page];
    const found = pair.filter(Boolean);
    return both && found.length ? found : [page];
  }

  let front = null; // the page that was gone to: of two it is the one that stays
  const go = (page) => {
    front = page;
    app.openPages(sides(page));
    return sides(page).length > 1;
  };

  function useBoth(on) {
    both = on;
    kept.set("spread", on);
    spread.setAttribute("aria-pressed", String(on));
    const two = app.open.length && go(app.selection.blocks.length || !app.open.includes(front) ? app.page : front);
    app.status.say(app.t(!on ? "spread.off" : two ? "spread.on" : "spread.alone"));
  }

  function draw() {
    const { hello } = app;
    if (!hello) return;
    const head = headOf(app);
    heading.replaceChildren(...head.map((words) => make("span", {}, words)));
    heading.title = head.join("　");
    document.title = `${hello.pages.find((one) => one.page === app.page)?.name ?? ""} ${hello.paper} · 版心`;
    spread.hidden = !hello.sides?.some((pair) => pair.filter(Boolean).length > 1);
    list.replaceChildren(...hello.pages.map((one) => {
      const current = app.open.includes(one.page);
      if (one.thumb) revs.set(one.page, Math.max(one.thumb, revs.get(one.page) ?? 0));
      const picture = make("img", { alt: "", src: revs.has(one.page) ? thumb(one.page) : BLANK });
      const state = one.errors ? "error" : one.warnings ? "warning" : "";
      const count = one.errors || one.warnings || 0;
      const button = make("button", {
        type: "button", "data-page": one.page, "aria-current": current ? "page" : null,
        onclick: () => go(one.page), title: [one.title || one.name, ...(one.worst ?? [])].join("\n"),
      }, picture, make("span", {}, /^\d+$/.test(one.name) ? app.called(one.page) : one.name));
      if (state) {
        button.append(make("em", { "data-kind": state, "aria-label": app.t(`pages.${state}`, { count }) }, String(count)));
      }
      return make("li", {}, button);
    }));
  }

  const thumb = (page) => `thumb/${encodeURIComponent(page)}?rev=${revs.get(page) ?? 0}`;

  for (const name of ["book", "open", "lang"]) app.on(name, draw);
  app.on("thumb", ({ page, rev }) => {
    revs.set(page, rev);
    const picture = list.querySelector(`[data-page="${CSS.escape(page)}"] img`);
    if (!picture) return;
    picture.src = thumb(page);
  });

  const step = (by) => {
    const keys = app.hello?.pages.map((one) => one.page) ?? [];
    const at = keys.indexOf(app.open[by > 0 ? app.open.length - 1 : 0]);
    const next = keys[at + by];
    if (!next) return void app.status.say(app.t(by > 0 ? "page.last" : "page.first"));
    go(next);
    app.status.say(app.called(next));
  };
  app.keys.add({ key: "]", word: "key.next-page", group: "pages", run: () => step(1) });
  app.keys.add({ key: "[", word: "key.previous-page", group: "pages", run: () => step(-1) });
  app.keys.add({ key: "d", word: "spread", group: "pages", run: () => useBoth(!both), when: () => !spread.hidden, why: "spread.none" });

  // The press PDF of the page in front.
  const pdf = make("a", { class: "button", download: "", role: "button", "data-t-title": "pdf" });
  pdf.append(iconOf("download"), make("span", {}, "PDF"));
  byId("bar-end").append(pdf);
  const point = () => {
    if (app.page) pdf.href = `pdf/${encodeURIComponent(app.page)}`;
  };
  app.on("open", point);
  app.on("selection", point);
  pdf.onclick = async (event) => {
    event.preventDefault();
    const got = await fetch(pdf.href).catch(() => null);
    if (!got?.ok) {
      const said = await got?.json().catch(() => null);
      app.status.alert(said?.message ?? app.t("pdf.failed"));
      return;
    }
    const address = URL.createObjectURL(await got.blob());
    const model = app.model();
    make("a", { href: address, download: `${model?.name ?? app.page}.pdf` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  };
}

/** What is looked at, as the head of a proof has it: 云埠日报 2026-11-24 第1版 要闻. */
function headOf(app) {
  const { hello, open } = app;
  const pages = open.map((page) => hello.pages.find((one) => one.page === page)).filter(Boolean);
  const called = pages.map(({ page }) => app.called(page));
  const date = pages.find((one) => one.date)?.date ?? "";
  const alone = pages.length === 1 ? sectionOf(pages[0], hello.paper) : "";
  // A page without an edition is called by its name alone.
  const paper = pages.some(({ name, page }) => hello.paper === name || hello.paper === page) ? "" : hello.paper;
  return [paper, date, called.join(" "), alone].filter(Boolean);
}

/** What a page's title says besides the paper and the page: 要闻. */
function sectionOf({ title = "", name }, paper) {
  return title.replace(paper, "").trim().replace(new RegExp(`(^|\\s)${RegExp.escape?.(name) ?? name.replace(/\W/g, "\\$&")}$`), "").trim();
}
