// Changing by hand: blocks moved and resized on the grid, values in a panel, words in place, pictures
// in their frames, undo. `install` is called once, when the server says that it may write.

import { ICONS } from "../icons.js";
import { Chosen } from "./chosen.js";
import { Desk } from "./desk.js";
import { History } from "./history.js";
import { Mover } from "./move.js";
import { Names } from "./names.js";
import { Marker } from "./marking.js";
import { Panel } from "./panel.js";
import { PictureTool } from "./picture.js";
import { Reading } from "./reading.js";
import { WordEditor } from "./words.js";

Object.assign(ICONS, {
  move: ["M8 1.5v13M1.5 8h13M6 3.5L8 1.5l2 2M6 12.5l2 2 2-2M3.5 6L1.5 8l2 2M12.5 6l2 2-2 2"],
  picture: ["M2 3h12v10H2z", "M2 11l3.5-3.5 3 3L11 8l3 3", "M10.5 5.2a1 1 0 1 0 0 2a1 1 0 1 0 0-2z"],
  undo: ["M5.5 3L2.5 6l3 3", "M2.5 6h7a4 4 0 0 1 0 8H6"],
  redo: ["M10.5 3l3 3-3 3", "M13.5 6h-7a4 4 0 0 0 0 8H10"],
});

class Edit {
  constructor(app) {
    this.app = app;
    this.desk = new Desk(app);
    this.names = new Names(this);
    this.history = new History(this);
    this.chosen = new Chosen(this);
    this.panel = new Panel(this);
    this.mover = new Mover(this);
    this.picture = new PictureTool(this);
    this.words = new WordEditor(this);
    this.reading = new Reading(this);
    this.marker = new Marker(this);
    this.chosen.ask();
  }

  /** What stands in the spec of the selected block was asked for, and has come. */
  answered(answer) {
    this.mover.take(answer);
    this.picture.take(answer?.refused ? null : answer);
    return this.panel.show(answer);
  }

  /** Something was refused that has no field of its own. */
  refused(refused) {
    this.desk.tell(refused);
  }
}

export function install(app) {
  app.edit = new Edit(app);
}
