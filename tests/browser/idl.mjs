// Prints, from the list of web platform interfaces (npm's @webref/idl), what a worker may have that takes an address
// or a request: `Interface.member`, a line each. Mixins are told under the interface that includes them.

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

const definitions = new Map();
const includes = [];
for (const definition of Object.values(await parseAll()).flat()) {
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
    if (member.arguments.some(leadsSomewhere)) told.add(`${name}.${member.name || "constructor"}`);
  }
}
console.log([...told].sort().join("\n"));
