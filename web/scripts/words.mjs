// Writes src/words/messages.d.ts; with --check only says whether it is current.
// Fails when a message is missing in a language.
import { readFileSync, writeFileSync } from 'node:fs';
import { declarations, differences } from './catalogues.mjs';

const FILE = new URL('../src/words/messages.d.ts', import.meta.url);
const faults = differences();
const wanted = declarations();

if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== wanted) {
    faults.push('src/words/messages.d.ts is old: run `npm run words`');
  }
} else {
  writeFileSync(FILE, wanted);
}

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log('words: every message is there in each language');
