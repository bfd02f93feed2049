// Writes what is generated from the data: node --conditions=@bedrock-kit/source scripts/generate.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { ended } from './ended.ts';
import { endedIds, knownIds, knownProfiles } from './known-ids.ts';
import type { ModelList } from './model-list.ts';
import { tables } from './tables.ts';

const at = (path: string): URL => new URL(`../${path}`, import.meta.url);
// The file is this package's own; a test checks every entry of it.
const list = JSON.parse(readFileSync(at('data/models.json'), 'utf8')) as ModelList;

writeFileSync(at('src/known-ids.ts'), knownIds(list));
writeFileSync(at('src/known-profiles.ts'), knownProfiles(list));
writeFileSync(at('src/ended-ids.ts'), endedIds(list));

const readme = readFileSync(at('README.md'), 'utf8');
const written = readme.replace(
  /(?<=<!-- tables -->\n)[\s\S]*?(?=<!-- \/tables -->)/,
  () => `\n${tables(list)}\n`,
);
writeFileSync(at('README.md'), written);

for (const [id, day] of ended(list, new Date().toISOString().slice(0, 10))) {
  console.log(`${id}: its end of life was on ${day}, its row calls it legacy`);
}
