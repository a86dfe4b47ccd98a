// The line to the server: one WebSocket that comes back by itself, and questions with answers.

import { Events } from "./events.js";

const FIRST_WAIT = 250;
const LONGEST_WAIT = 4000;
const ANSWERS = new Set(["done", "answer", "refused"]);

export class Live {
  #events = new Events();
  #socket = null;
  #wait = FIRST_WAIT;
  #timer = 0;
  #asked = new Map();
  #next = 1;
  state = "connecting"; // "open", "lost"

  on(type, listener) {
    return this.#events.on(type, listener);
  }

  /** How many listen: for who counts what grows. */
  get listeners() {
    return this.#events.count();
  }

  connect() {
    clearTimeout(this.#timer);
    const address = new URL("live", document.baseURI);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.onopen = () => {
      this.#wait = FIRST_WAIT;
      this.#set("open");
    };
    socket.onmessage = (event) => this.#got(JSON.parse(event.data));
    socket.onclose = () => this.#lost(socket);
  }

  /** Whether it went out; what is said while the line is down is not kept. */
  send(message) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** Send with an id of its own; the promise holds what `done` or `answer` of that id says, or breaks with `refused`. */
  ask(message) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      if (!this.send({ ...message, id })) {
        this.#asked.delete(id);
        reject({ type: "refused", id, message: null, lost: true });
      }
    });
  }

  /** Try at once where one waits: the window came to the front again. */
  hurry() {
    if (this.state === "lost") this.connect();
  }

  #got(message) {
    const waiting = message.id === undefined ? null : this.#asked.get(message.id);
    if (waiting && (ANSWERS.has(message.type))) {
      this.#asked.delete(message.id);
      if (message.type !== "refused") waiting.resolve(message);
      else waiting.reject(message);
    }
    this.#events.emit(message.type, message);
  }

  #lost(socket) {
    if (socket !== this.#socket) return;
    this.#set("lost");
    for (const { reject } of this.#asked.values()) reject({ type: "refused", lost: true });
    this.#asked.clear();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.connect(), this.#wait);
    this.#wait = Math.min(this.#wait * 1.6, LONGEST_WAIT);
  }

  #set(state) {
    this.state = state;
    this.#events.emit("state", state);
  }
}
