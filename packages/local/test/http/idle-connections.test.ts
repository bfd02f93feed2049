// Connections that have nothing to wait for when a server ends. In this file the time after which connections are cut never comes.
import { connect } from 'node:net';
import { afterAll, expect, it, vi } from 'vitest';
import { openBedrock } from '../in-process.ts';
import { body, head, path } from './raw-request.ts';

// Files share their modules: this one loads its own, since those that are there have their timers, and leaves none to the next.
vi.hoisted(() => vi.resetModules());
vi.mock('node:timers', async (original) => ({
  ...(await original<typeof import('node:timers')>()),
  setTimeout: () => undefined,
}));
afterAll(() => {
  vi.doUnmock('node:timers');
  vi.resetModules();
});

it('a connection that has said nothing yet ends with its server', async () => {
  const local = openBedrock();
  const { port } = await local.listen();
  const socket = connect(port, '127.0.0.1');
  const ended = new Promise((resolve) => socket.resume().once('end', resolve));
  await new Promise((resolve) => socket.once('connect', resolve));
  // The server has taken the one connection when it answers over another.
  await fetch(`http://127.0.0.1:${port}`, { headers: { connection: 'close' } });
  await local.close();
  await ended;
});

it.each(['', '-stream'])(
  'a connection that is kept for more requests ends with the answer of converse%s that the server waited for',
  async (ending) => {
    let goOn = (): void => undefined;
    const word = new Promise<string>((resolve) => {
      goOn = () => {
        resolve('hi');
      };
    });
    const local = openBedrock({ models: { '*': () => (ending === '' ? word : words(word)) } });
    const { port } = await local.listen();
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    const ended = new Promise((resolve) => socket.once('end', resolve));
    socket.write(head.replace('connection: close\r\n', '').replace(path, path + ending) + body);
    while (local.requests.length === 0 || (ending !== '' && answer === ''))
      await new Promise((resolve) => setTimeout(resolve, 5));
    const closed = local.close();
    goOn();
    await Promise.all([closed, ended]);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toMatch(ending === '' ? /"end_turn".*}$/ : /metadata[^]*\r\n0\r\n\r\n$/);
  },
);

async function* words(last: Promise<string>): AsyncGenerator<string> {
  yield 'well, ';
  yield await last;
}
