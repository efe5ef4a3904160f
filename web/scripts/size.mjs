// Holds the budgets of the bundle: the first load of a customer's home, and what
// any other page loads beside it.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const HOME_KB = 45;
const PAGE_KB = 60;
const DIST = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'));

const sizes = new Map();
function size(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, DIST))).length);
  return sizes.get(file);
}

/** The script files that `keys` load before they run. */
function closure(keys, files = new Set()) {
  for (const key of keys) {
    const chunk = manifest[key];
    if (files.has(chunk.file)) continue;
    files.add(chunk.file);
    closure(chunk.imports ?? [], files);
  }
  return files;
}

const total = (files) => [...files].reduce((sum, file) => sum + size(file), 0) / 1000;
// The codes come after the first page.
const words = (language) => `../words/${language}/web.ftl`;
const home = (language) => closure(['index.html', 'src/account/Home.svelte', words(language)]);

const faults = [];
for (const language of ['cs', 'pl', 'en']) {
  const kb = total(home(language));
  console.log(`home, ${language}: ${kb.toFixed(1)} kB of ${HOME_KB}`);
  if (kb > HOME_KB) faults.push(`the first load of home in ${language} is ${kb.toFixed(1)} kB`);
}

const entry = closure(['index.html']);
const pages = Object.entries(manifest)
  .filter(([key, chunk]) => chunk.isDynamicEntry && key.endsWith('.svelte'))
  .map(([key]) => [key, total([...closure([key])].filter((file) => !entry.has(file)))])
  .sort(([, a], [, b]) => b - a);
for (const [key, kb] of pages.slice(0, 5)) console.log(`${key}: ${kb.toFixed(1)} kB of ${PAGE_KB}`);
for (const [key, kb] of pages) if (kb > PAGE_KB) faults.push(`${key} loads ${kb.toFixed(1)} kB`);

for (const fault of faults) console.error(`too big: ${fault}`);
if (faults.length > 0) process.exit(1);
