// The parts of a Markdown file that a program writes: from the line `<!-- name: how it is made -->` to the line `<!-- /name -->`.
import { readFileSync, writeFileSync } from 'node:fs';

/** The text of the block, or an error that tells which marks are missing. */
export function readBlock(file, name) {
  return parts(readFileSync(file, 'utf8'), file, name).block;
}

/** Puts `block` in the place of what stands there; returns whether that changed the file. */
export function writeBlock(file, name, block) {
  const { before, block: old, after } = parts(readFileSync(file, 'utf8'), file, name);
  if (old === block) return false;
  writeFileSync(file, `${before}\n\n${block}\n\n${after}`);
  return true;
}

function parts(text, file, name) {
  const [, before, block, after] =
    new RegExp(`^([\\s\\S]*<!-- ${name}\\b[^\\n]*-->)\\n([\\s\\S]*?)\\n?(<!-- /${name} -->[\\s\\S]*)$`).exec(
      text,
    ) ?? [];
  if (before === undefined)
    throw new Error(`${file} has no part between <!-- ${name}: ... --> and <!-- /${name} -->`);
  return { before, block: block.trim(), after };
}
