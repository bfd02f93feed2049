// Writes src/types from the shape table: node --conditions=@bedrock-kit/source scripts/write-types.ts
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderTypes } from './render-types.ts';

const folder = fileURLToPath(new URL('../src/types/', import.meta.url));
for (const [file, text] of renderTypes()) writeFileSync(`${folder}${file}`, text);
const biome = fileURLToPath(new URL('../../../node_modules/@biomejs/biome/bin/biome', import.meta.url));
execFileSync(process.execPath, [biome, 'format', '--write', folder], { stdio: 'inherit' });
