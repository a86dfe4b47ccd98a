// Copying: lines of one paragraph are one line of text, as they are in the story.

export function install(app) {
  document.addEventListener("copy", (event) => {
    const text = selectedText(app);
    if (!text) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    app.status.say(app.t("copied", { characters: [...text.replace(/\s/g, "")].length }));
  });

  // Select all means the page in front, not the words of the window.
  app.keys.add({
    key: "Ctrl+a",
    word: "key.select-all",
    group: "find",
    run: () => {
      const root = app.paper()?.text.root;
      if (root) getSelection().selectAllChildren(root);
    },
  });
}

/** What is selected on the pages, without the line ends of a column. */
function selectedText(app) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return "";
  const range = selection.getRangeAt(0);
  let text = "";
  let last = null;
  for (const paper of app.view.papers) {
    if (!range.intersectsNode(paper.text.root)) continue;
    for (const span of paper.text.root.querySelectorAll("span")) {
      if (!range.intersectsNode(span) || !span.firstChild) continue;
      const from = range.startContainer === span.firstChild ? range.startOffset : 0;
      const to = range.endContainer === span.firstChild ? range.endOffset : span.firstChild.length;
      if (to <= from) continue;
      const { line } = span;
      if (last) {
        const same = line.story && line.story === last.story && line.paragraph === last.paragraph
          && line.node === last.node;
        const latin = /[0-9A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line.text);
        text += same ? (latin ? " " : "") : "\n";
      }
      text += span.firstChild.data.slice(from, to);
      last = line;
    }
  }
  return text;
}
