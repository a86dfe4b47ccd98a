// The text of a PDF's first page as PDF.js has it, in the order of its content:
//   node pdfjs.mjs PATH-OF-PDFJS-DIST FILE
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [home, file] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(path.join(home, "legacy/build/pdf.mjs")));
const document = await getDocument({
  data: new Uint8Array(fs.readFileSync(file)),
  cMapUrl: path.join(home, "cmaps/"),
  cMapPacked: true,
  standardFontDataUrl: path.join(home, "standard_fonts/"),
  verbosity: 0,
}).promise;
const page = await document.getPage(1);
const { items } = await page.getTextContent();
for (const item of items) {
  if ("str" in item) process.stdout.write(item.str + (item.hasEOL ? "\n" : ""));
}
