// Every link in a Markdown file to another file of the repository, and to a heading, leads there.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { documents, root } from '../packages.js';

const proseOf = (file) => readFileSync(file, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');

/** The anchors of a page, as GitHub makes them of its headings. */
function anchors(file) {
  const headings = [...proseOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test.each(documents())('the links of %s lead somewhere', (file) => {
  const targets = [...proseOf(join(root, file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
  const broken = targets.filter((target) => {
    if (/^https:\/\//.test(target)) return false;
    const [path = '', anchor] = target.split('#');
    const led = path === '' ? join(root, file) : join(root, dirname(file), path);
    if (relative(root, led).startsWith('..') || !existsSync(led)) return true;
    const page = statSync(led).isDirectory() ? join(led, 'README.md') : led;
    return anchor !== undefined && !anchors(page).includes(anchor);
  });
  expect(broken).toEqual([]);
});
