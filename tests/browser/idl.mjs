// Prints, from the list of web platform interfaces (npm's @webref/idl), what a worker may have that takes an address
// or a request, as an argument or within one: `Interface.member`, a line each. Mixins are told under the interface that
// includes them.

import { parseAll } from "@webref/idl";

const WORKERS = ["*", "Worker", "DedicatedWorker"];

/** Where a definition is exposed; undefined where it does not say. */
function exposed({ extAttrs }) {
  const rhs = extAttrs.find(({ name }) => name === "Exposed")?.rhs;
  if (!rhs) return undefined;
  return rhs.type === "*" ? ["*"] : [rhs.value].flat().map((one) => one.value ?? one);
}

const inWorkers = (where) => where === undefined || where.some((one) => WORKERS.includes(one));

/** @param {object} argument */
function leadsSomewhere({ name, idlType }) {
  const type = JSON.stringify(idlType);
  // Names: many specifications take an address as a plain string. WebGL's colours and buffers are none.
  return (
    /RequestInfo|ScriptURL|USVString/.test(type) &&
    /url|uri|src|href|address|endpoint|icon|request|input|source|server/i.test(name)
  );
}

const specified = Object.values(await parseAll()).flat();
const dictionaries = Map.groupBy(
  specified.filter(({ type }) => type === "dictionary"),
  ({ name }) => name,
);
const typedefs = new Map(
  specified.filter(({ type }) => type === "typedef").map(({ name, idlType }) => [name, idlType]),
);

/** The names in a type, behind its own names too. */
function* named(idlType) {
  if (typeof idlType === "string") {
    yield idlType;
    if (typedefs.has(idlType)) yield* named(typedefs.get(idlType));
  } else for (const part of [idlType].flat()) yield* named(part.idlType);
}

/** Whether an argument, or something in the dictionary that it is, leads somewhere. */
function within(argument, seen = new Set()) {
  if (leadsSomewhere(argument)) return true;
  for (const name of named(argument.idlType)) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const { members, inheritance } of dictionaries.get(name) ?? []) {
      if (members.some((member) => within(member, seen))) return true;
      if (inheritance && within({ name: "", idlType: inheritance }, seen)) return true;
    }
  }
  return false;
}

const definitions = new Map();
const includes = [];
for (const definition of specified) {
  if (definition.type === "includes") includes.push([definition.target, definition.includes]);
  if (!["interface", "interface mixin", "namespace"].includes(definition.type)) continue;
  const known = definitions.get(definition.name) ?? { where: undefined, members: [] };
  definitions.set(definition.name, known);
  if (!definition.partial) known.where = exposed(definition);
  known.mixin ||= definition.type === "interface mixin";
  for (const member of definition.members) {
    if (inWorkers(exposed(member) ?? (definition.partial ? exposed(definition) : undefined)))
      known.members.push(member);
  }
}
for (const [target, mixin] of includes) {
  definitions.get(target)?.members.push(...(definitions.get(mixin)?.members ?? []));
}
const told = new Set();
for (const [name, { where, mixin, members }] of definitions) {
  if (mixin || !where || !inWorkers(where)) continue;
  for (const member of members) {
    if (!["constructor", "operation"].includes(member.type)) continue;
    if (member.arguments.some((argument) => within(argument)))
      told.add(`${name}.${member.name || "constructor"}`);
  }
}
console.log([...told].sort().join("\n"));
