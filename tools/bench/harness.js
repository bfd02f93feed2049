// Paired, interleaved measurement of CPU time. Wall time is useless on a shared machine; the CPU time of this process
// (user and system, all its threads) is not. Contenders take turns within a round, so that a slow moment of the machine
// falls on all of them, and a ratio is taken round by round before the median.

/**
 * @typedef {object} Case
 * @property {string} title what is measured, for example "sign a POST of 2 kB, warm key"
 * @property {Record<string, () => unknown | Promise<unknown>>} contenders one call is one operation; the first is ours
 * @property {Record<string, number>} [targets] for a peer: how many times less than it ours must cost, at least; for a
 *   name that starts with "floor": how many times the floor ours may cost, at most
 * @property {number} [operations] how many operations one call performs, for the figure per operation; 1 by default
 * @property {boolean} [sync] true when every contender is synchronous: no await is measured
 */

const roundsByDefault = 15;
// So long that a contender collects most of its garbage itself: of a turn of 20 ms, which is one call where 20,000 messages are
// decoded, a heavy peer left a part to ours that moved the ratio by a third from run to run.
const millisecondsPerTurn = 80;
const millisecondsOfWarmUp = 400;

/** Runs one case and returns, for each contender, µs of CPU per operation and the ratio to ours, as medians. */
export async function measure(benchmark, { rounds = roundsByDefault, turn = millisecondsPerTurn } = {}) {
  const { contenders, operations = 1, sync = false } = benchmark;
  const names = Object.keys(contenders);
  const calls = {};
  for (const name of names) calls[name] = await calibrate(contenders[name], sync, turn);
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Another one goes first each round, so that nobody always runs on a warm or a cold cache.
    for (let offset = 0; offset < names.length; offset++) {
      const name = names[(round + offset) % names.length];
      const used = await cpuOf(contenders[name], calls[name], sync);
      samples[name].push(used / calls[name] / operations);
    }
  }
  const [ours] = names;
  return names.map((name) => ({
    name,
    microseconds: median(samples[name]),
    ratio: median(samples[name].map((sample, round) => sample / samples[ours][round])),
  }));
}

/** What was done, if it is all that was to be done: a contender that stops early has no figure. */
export function checked(done, wanted) {
  if (done !== wanted) throw new Error(`A contender did ${done} of ${wanted}.`);
  return done;
}

/** Whether a result keeps its target: a peer must cost more than `target` times ours, a floor less. */
export function keeps(result, target) {
  if (target === undefined) return undefined;
  return result.name.startsWith('floor') ? 1 / result.ratio <= target : result.ratio >= target;
}

/** Warms a contender up until the just-in-time compiler has settled, and finds how many calls make one turn. */
async function calibrate(contender, sync, turn) {
  let calls = 1;
  let spent = 0;
  for (;;) {
    const used = await cpuOf(contender, calls, sync);
    spent += used;
    const perTurn = Math.max(1, Math.round((calls * turn * 1000) / Math.max(used, 1)));
    if (spent >= millisecondsOfWarmUp * 1000 && used >= turn * 500) return perTurn;
    calls = Math.min(calls * 8, Math.max(calls, perTurn));
  }
}

async function cpuOf(contender, calls, sync) {
  const before = process.cpuUsage();
  if (sync) for (let call = 0; call < calls; call++) contender();
  else for (let call = 0; call < calls; call++) await contender();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * Prints the medians of samples of CPU in µs, taken in turns, of ours, theirs and whatever follows, and how many times less ours costs; returns
 * whether that keeps the target.
 */
export function toldRatio(samples, target) {
  const [ours, theirs] = Object.values(samples);
  const ratio = median(theirs.map((sample, round) => sample / ours[round]));
  const kept = ratio >= target;
  for (const [name, values] of Object.entries(samples))
    console.log(`${name.padEnd(44)}${median(values).toFixed(0).padStart(12)} µs CPU`);
  console.log(`ratio ${ratio.toFixed(2)} ×   ${kept ? 'kept' : 'MISSED'} (at least ${target} ×)`);
  return kept;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
