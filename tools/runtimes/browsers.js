// Runs a list in a browser: opens a page that runs it and sends the outcome to the server that it came from. Each browser is the one
// that is installed on this machine, or that an environment variable names.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const firefox = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
/** The browser that comes with WebKitGTK, in a folder for each kind of processor. It wants a display, so it runs on one that nobody sees. */
export const webkit = process.env.WEBKIT ?? globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser')[0] ?? '';
export const hiddenDisplay = '/usr/bin/xvfb-run';

const page = `<!doctype html>
<script src="/list.js"></script>
<script>
  const send = (outcome) => fetch('/outcome', { method: 'POST', body: JSON.stringify(outcome) });
  (async () => list.conform())().then(send, (error) => send({ passed: 0, failures: [String(error)] }));
</script>`;

/** A browser under load starts in seconds, and the longest list takes one. */
const patience = 120_000;

export async function inChromium(code) {
  const { chromium: browsers } = await import('playwright-core');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  args.push('--disable-background-networking', '--disable-component-update', '--disable-sync');
  return outcomeOf(code, async (url) => {
    const browser = await browsers.launch({ executablePath: chromium, args });
    const tab = await browser.newPage();
    await tab.goto(url);
    return () => browser.close();
  });
}

export async function inFirefox(code, folder) {
  return outcomeOf(code, (url, fail) => {
    const profile = mkdtempSync(join(folder, 'firefox-'));
    // It is to ask for nothing but the page.
    const quiet = { 'app.update.enabled': false, 'browser.aboutwelcome.enabled': false };
    for (const service of ['captive-portal-service', 'connectivity-service'])
      quiet[`network.${service}.enabled`] = false;
    const lines = Object.entries(quiet).map(([name, value]) => `user_pref('${name}', ${value});`);
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    return started(firefox, ['--headless', '--no-remote', '--profile', profile, url], profile, fail);
  });
}

export async function inWebKit(code, folder) {
  return outcomeOf(code, (url, fail) =>
    started(hiddenDisplay, ['-a', webkit, '--private', url], mkdtempSync(join(folder, 'webkit-')), fail),
  );
}

/** `open` opens a page, tells of its failure, and gives what closes it. A page from loopback counts as a secure context, which WebCrypto asks for. */
async function outcomeOf(code, open) {
  const sent = Promise.withResolvers();
  const server = createServer((request, response) => {
    const script = request.url === '/list.js';
    response.setHeader('content-type', script ? 'text/javascript; charset=utf-8' : 'text/html');
    response.end(script ? code : page);
    if (request.method === 'POST') text(request).then((outcome) => sent.resolve(JSON.parse(outcome)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const timer = setTimeout(() => sent.reject(new Error('the list did not finish')), patience);
  let close;
  try {
    close = await open(`http://127.0.0.1:${server.address().port}/`, sent.reject);
    return await sent.promise;
  } finally {
    clearTimeout(timer);
    await close?.();
    server.closeAllConnections();
    server.close();
  }
}

/** Starts a browser that keeps all its files in `home`; gives what ends it, with all that it started. */
function started(path, args, home, fail) {
  const env = { ...process.env, HOME: home, TMPDIR: home, XDG_RUNTIME_DIR: home };
  const browser = spawn(path, args, { env, stdio: 'ignore', detached: true });
  const ended = once(browser, 'exit');
  ended.then(([code]) => fail(new Error(`the browser ended by itself, with ${code}`)), fail);
  return async () => {
    if (browser.exitCode === null) process.kill(-browser.pid);
    await ended;
    // What it started may write for a moment.
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
}
