// The parts of the window, in the order in which they are put in.

import { install as address } from "./paperlist.js";
import { install as band } from "./band.js";
import { install as blocks } from "./blockpanel.js";
import { install as copying } from "./copying.js";
import { install as find } from "./find.js";
import { install as findings } from "./findings.js";
import { install as fits } from "./fits.js";
import { install as help } from "./help.js";
import { install as last } from "./last.js";
import { install as layers } from "./layers.js";
import { install as loupe } from "./loupe.js";
import { install as measure } from "./measure.js";
import { install as pinch } from "./pinch.js";
import { install as pointing } from "./pointing.js";
import { install as rulers } from "./rulers.js";
import { install as source } from "./source.js";
import { install as surroundings } from "./surroundings.js";
import { install as zooming } from "./zooming.js";

export const install = [
  address, zooming, pinch, pointing, source, blocks, findings, fits, layers, band, rulers, measure, loupe,
  find, copying, last, surroundings, help,
];
