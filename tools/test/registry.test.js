// Nothing of a rehearsal may leave the machine: the address is checked before the first package is published.
import { expect, test } from 'vitest';
import { publishAll } from '../registry/registry.js';

test.each([
  'https://registry.example/',
  'http://registry.example/',
  'https://127.0.0.1:4873/',
  'http://127.0.0.1.registry.example:4873/',
  'http://127.0.0.1@registry.example:4873/',
  'http://10.0.0.1:4873/',
  'http://0.0.0.0:4873/',
  'http://localhost.registry.example/',
])('nothing is published to %s', async (url) => {
  await expect(publishAll(url)).rejects.toThrow(`${url} is not on loopback: nothing is published`);
});
