// What the JSON Schema of a spec (`banxin schema`) says of one key, as the form needs it. No DOM.

/** The word of our own in a schema: what a text names (a style, a colour, a rule). */
export const NAMES = "x-names";

/** Another: what a key is called in the language of the window, where that is not the key's. */
const CALLED = "x-called";

/** And what its values are called there, by the value as the file has it. */
const WORDS = "x-words";

/** The schema of a block by its kind, of those that a page may have. */
export function blockSchema(page, kind) {
  const kinds = page.$defs.block.oneOf;
  return kinds.find((one) => (one.required ?? []).includes(kind)) ?? kinds[0];
}

/** All that a schema allows, as a flat list: the members of its `anyOf`, theirs too. */
function forms(schema) {
  return schema.anyOf ? schema.anyOf.flatMap(forms) : schema.oneOf ? schema.oneOf.flatMap(forms) : [schema];
}

const UNITS = /\?\(([^()]+)\)\$$/;
const LENGTH = /^\^(\\\+\?|\[\+-\]\?)\(\\d\+/;

/** The units of a length's pattern, Latin ones and in Chinese; none where it is no length's. */
export function unitsOf(pattern) {
  const found = LENGTH.test(pattern) && UNITS.exec(pattern);
  return found ? found[1].split("|") : [];
}

/**
 * How a key is shown and edited:
 * {control: "switch" | "select" | "number" | "length" | "names" | "text" | "list" | "group" | "block",
 *  options, units, signed, min, max, integer, names, examples, maxLength, required,
 *  item (of a list), group (the schema of a mapping that may stand here), doc, fallback}
 */
export function shapeOf(schema, root) {
  const all = forms(schema).map((one) => (one.$ref ? { ...one, block: true } : one));
  const shape = { name: schema[CALLED] ?? "", doc: schema.description ?? "", fallback: schema.default, options: [], all, words: schema[WORDS] ?? {} };
  const find = (test) => all.find(test);
  shape.group = find((one) => one.type === "object" && one.properties) ?? null;
  for (const one of all) {
    if (one.enum) shape.options.push(...one.enum);
    if (one.const !== undefined && one.const !== 0) shape.options.push(one.const);
    if (one.type === "boolean") shape.flag = true;
    for (const unit of one.pattern ? unitsOf(one.pattern) : []) {
      shape.units = [...(shape.units ?? []), unit];
      shape.signed = one.pattern.startsWith("^[+-]");
    }
  }
  const number = find((one) => one.type === "integer" || one.type === "number");
  if (number) Object.assign(shape, { min: number.minimum ?? number.exclusiveMinimum, max: number.maximum, integer: number.type === "integer" });
  const text = find((one) => one[NAMES] || one.examples || one.maxLength || one.pattern);
  const list = find((one) => one.type === "array");
  if (list) Object.assign(shape, { item: shapeOf({ [WORDS]: shape.words, ...list.items }, root), least: list.minItems });
  shape.names = find((one) => one[NAMES])?.[NAMES] ?? null;
  shape.examples = text?.examples ?? [];
  shape.maxLength = text?.maxLength;
  shape.patterns = all.filter((one) => one.pattern).map((one) => new RegExp(one.pattern));
  shape.percent = all.some((one) => one.pattern?.endsWith("%$"));
  shape.span = all.some((one) => one.pattern?.includes("[-–]"));
  shape.control = controlOf(shape, all, number, list);
  return shape;
}

function controlOf(shape, all, number, list) {
  if (all.some((one) => one.block) || shape.item?.control === "block") return "block";
  const single = all.filter((one) => one.type !== "object" && one.type !== "array");
  if (!single.length) return list ? "list" : "group";
  if (shape.names) return "names";
  if (shape.units) return "length";
  if (shape.flag && single.length === 1) return "switch";
  if (shape.options.length && single.every((one) => one.enum || one.const !== undefined)) return "select";
  if (number && !shape.span && !shape.percent && !shape.options.length) return "number";
  return "text";
}

/** The keys of a mapping's schema, those that must be given first. */
export function keysOf(schema) {
  const required = schema.required ?? [];
  const names = Object.keys(schema.properties);
  return [...names.filter((name) => required.includes(name)), ...names.filter((name) => !required.includes(name))];
}

/** The keys of a mapping that hold what was typed: in their name, or in what they are for. */
export function search(schema, typed) {
  const wanted = typed.trim().toLowerCase();
  const hits = (key) => {
    if (key.toLowerCase() === wanted) return 3;
    if (key.toLowerCase().startsWith(wanted)) return 2;
    if (key.toLowerCase().includes(wanted)) return 1;
    if ((schema.properties[key][CALLED] ?? "").includes(wanted)) return 1;
    return (schema.properties[key].description ?? "").toLowerCase().includes(wanted) ? 0.5 : 0;
  };
  const found = keysOf(schema).map((key) => [hits(key), key]);
  return found.filter(([worth]) => !wanted || worth).sort((a, b) => b[0] - a[0]).map(([, key]) => key);
}

const NUMBER = /^[+-]?(\d+(\.\d+)?|\.\d+)$/;

/** Parts of a length as written: its number and its unit; null where it is none. */
export function lengthOf(text) {
  const found = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*(\D+)$/.exec(String(text).trim());
  return found ? { number: Number(found[1]), unit: found[2].trim() } : null;
}

/** A text typed as the value that a spec would hold, or {fault} with the key of what is wrong. */
export function valueOf(shape, typed) {
  const text = meant(shape, typed.trim());
  if (text === "") return { fault: "edit.fault-empty" };
  if (shape.item && inOneField(shape) && (shape.control === "list" || /^\[.*\]$|[,，]/.test(text))) return listOf(shape, text);
  if (shape.control === "list") {
    const one = valueOf(shape.item, text); // a text may have a comma of its own
    return one.fault ? one : { value: [one.value] };
  }
  if (shape.options.includes(text)) return { value: text };
  const bare = NUMBER.test(text);
  if (shape.flag && (text === "true" || text === "false")) return { value: text === "true" };
  if (shape.control === "length") {
    if (shape.patterns.some((pattern) => pattern.test(text) && !unitsOf(pattern.source).length)) return { value: text };
    const length = lengthOf(text);
    if (length && shape.units.includes(length.unit)) {
      return !shape.signed && length.number < 0 ? { fault: "edit.fault-negative" } : { value: text };
    }
    if (bare && Number(text) === 0) return { value: 0 };
    if (bare && shape.min !== undefined) return { value: Number(text) };
    return { fault: "edit.fault-length", values: { units: shape.units.filter((u) => /^\w+$/.test(u)).join(" ") } };
  }
  if (shape.control === "number") {
    if (!bare) return { fault: "edit.fault-number" };
    const number = Number(text);
    if (shape.integer && !Number.isInteger(number)) return { fault: "edit.fault-integer" };
    if (number < shape.min || number > shape.max) {
      return { fault: "edit.fault-range", values: { least: shape.min, most: shape.max } };
    }
    return { value: number };
  }
  if (shape.maxLength && [...text].length > shape.maxLength) {
    return { fault: "edit.fault-long", values: { most: shape.maxLength } };
  }
  if (bare && (shape.min !== undefined || shape.percent)) return { value: Number(text) };
  return { value: text };
}

function listOf(shape, text) {
  const parts = text.replace(/^\[|\]$/g, "").split(/[,，]/).map((part) => part.trim()).filter(Boolean);
  const values = [];
  for (const part of parts) {
    const one = valueOf(shape.item, part);
    if (one.fault) return one;
    values.push(one.value);
  }
  return values.length ? { value: values } : { fault: "edit.fault-empty" };
}

/** Whether the members of a list are numbers and lengths, which stand in one field with commas. */
export const inOneField = ({ item }) => ["number", "length", "list"].includes(item.control) || item.min !== undefined || item.percent;

/** Whether a list holds single values alone. */
export const isPlain = (value) =>
  !Array.isArray(value) || value.every((one) => typeof one !== "object" || (Array.isArray(one) && isPlain(one)));

/** A value as the file has it, of what it is called. */
function meant({ words, options }, text) {
  return options.includes(text) ? text : (options.find((one) => words?.[one] === text) ?? text);
}

/** A value as a field shows it: by what it is called, where it is one of those that a key has. */
export function shown(value, shape = {}) {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((one) => (Array.isArray(one) ? `[${shown(one, shape.item)}]` : shown(one, shape.item))).join(", ");
  return (shape.options?.includes(value) && shape.words?.[value]) || String(value);
}
