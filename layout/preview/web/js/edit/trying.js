// A trial on the page: as it would look with what is in hand, laid over the state that is shown. Nobody
// has written it, and no other window sees it.

import { byId } from "../dom.js";

/** Lay a trial over a page. Where there is none, as of words with which it cannot be set, the last
 *  one stays; one of a state that is not shown any more is of no use. */
export function shown(app, page, trial) {
  if (!trial || trial.rev !== app.models.get(page)?.rev) return;
  app.paper(page)?.try(trial);
  document.body.classList.add("trying");
  const said = byId("trying");
  said.textContent = app.t("edit.trying.is");
  said.dataset.digest = trial.digest;
}

/** Show the pages as they are in the files. */
export function untried(app) {
  for (const paper of app.view.papers) paper.untry();
  document.body.classList.remove("trying");
  byId("trying").textContent = "";
}

/** The digest of the page that was tried last. */
export const shownAs = () => byId("trying").dataset.digest;
