// Standard input: {words, sheets: [{css, variables}]}; standard output: the sheets, without what no word calls for.
// Given to `node --eval`, so that PurgeCSS is looked for from the folder that npm's packages are in.
import { text } from "node:stream/consumers";
import { PurgeCSS } from "purgecss";

const { words, sheets } = JSON.parse(await text(process.stdin));
const kept = [];
for (const { css, variables } of sheets) {
  const [{ css: purged }] = await new PurgeCSS().purge({
    content: [{ raw: words, extension: "txt" }],
    css: [{ raw: css }],
    variables: true,
    safelist: { variables },
  });
  kept.push(purged);
}
process.stdout.write(JSON.stringify(kept));
