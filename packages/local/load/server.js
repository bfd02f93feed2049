// The server under load, in a process of its own: it tells its address, and when asked its processor time and memory.
import { createLocalBedrock } from '@bedrock-kit/local';

const local = createLocalBedrock({ pace: { betweenEventsMs: Number(process.argv[2]) }, keepRequests: 100 });
const { url } = await local.listen();
process.on('message', () => process.send(sample()));
process.send({ url, credentials: local.credentials });

function sample() {
  const { user, system } = process.cpuUsage();
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { cpuMs: (user + system) / 1000, rss, heapUsed };
}
