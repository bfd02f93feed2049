// Tests of web pages may have jsdom's AbortController in the place of the platform's, whose fetch takes none of its signals.
// https://github.com/vitest-dev/vitest/issues/8374
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bytesOf } from './far-side.ts';
import { against, begun, head, request, send, texts } from './loopback.ts';

/** As much as is used of a signal, in a class of its own. */
class ForeignSignal extends EventTarget {
  aborted = false;
  reason: unknown;

  throwIfAborted(): void {
    if (this.aborted) throw this.reason as Error;
  }
}

class ForeignController {
  readonly signal = new ForeignSignal();

  abort(reason?: unknown): void {
    if (this.signal.aborted) return;
    Object.assign(this.signal, { aborted: true, reason });
    this.signal.dispatchEvent(new Event('abort'));
  }
}

/** Leaves a while after the last event that comes, however long a busy machine takes for it. */
const onceBegun =
  (leave: () => void) =>
  (seen: number): void => {
    if (seen === begun.length) setTimeout(leave, 50);
  };

beforeEach(() => {
  vi.stubGlobal('AbortController', ForeignController);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a call is answered, and asks once', async () => {
  await against(
    (_, response) => void response.writeHead(200, { connection: 'close' }).end('{"output":{}}'),
    async ({ runtime, far }) => {
      expect((await runtime.converse(request)).body).toEqual({ output: {} });
      expect(far.requests).toHaveLength(1);
    },
  );
});

test('a refusal is told at once, whatever it says', async () => {
  await against(
    (_, response) =>
      void response.writeHead(400, { connection: 'close' }).end('{"message":"No AbortSignal."}'),
    async ({ runtime, far }) => {
      await expect(runtime.converse(request)).rejects.toMatchObject({ message: 'No AbortSignal.' });
      expect(far.requests).toHaveLength(1);
    },
  );
});

test('signals of the package abort-controller, which React Native has as its own, need no throwIfAborted and no reason', async () => {
  class OlderSignal extends EventTarget {
    aborted = false;
  }
  class OlderController {
    readonly signal = new OlderSignal();

    abort(): void {
      this.signal.aborted = true;
      this.signal.dispatchEvent(new Event('abort'));
    }
  }
  vi.stubGlobal('AbortController', OlderController);
  await against(
    async (_, response) => send(head(response), bytesOf(begun)),
    async ({ runtime }) => {
      const controller = new OlderController();
      const { signal } = controller as unknown as AbortController; // Only the class differs.
      const stream = await runtime.converseStream(request, { signal });
      const { count, error } = await texts(
        stream,
        onceBegun(() => {
          controller.abort();
        }),
      );
      expect(count).toBe(3);
      expect(error).toMatchObject({ name: 'AbortError', code: 'Aborted', message: 'The call was aborted.' });
      await expect(runtime.converse(request, { signal })).rejects.toMatchObject({ code: 'Aborted' });
    },
  );
});

test('an abort ends a stream, its body and the socket', async () => {
  await against(
    async (_, response) => send(head(response), bytesOf(begun)),
    async ({ runtime }) => {
      const controller = new ForeignController();
      // Only the class differs.
      const { signal } = controller as unknown as AbortController;
      const stream = await runtime.converseStream(request, { signal });
      const { count, error } = await texts(
        stream,
        onceBegun(() => {
          controller.abort(new Error('enough'));
        }),
      );
      expect(count).toBe(3);
      expect(error).toMatchObject({ name: 'AbortError', code: 'Aborted', message: 'enough' });
    },
  );
});

test('an abort before the answer ends the call, and the socket once the answer comes', async () => {
  let answer = (): void => undefined;
  const left = new Promise<void>((resolve) => (answer = resolve));
  await against(
    async (_, response) => {
      await left;
      await send(head(response), bytesOf(begun));
    },
    async ({ runtime, far }) => {
      const controller = new ForeignController();
      const { signal } = controller as unknown as AbortController;
      const call = runtime.converseStream(request, { signal });
      await vi.waitFor(() => {
        expect(far.requests).toHaveLength(1);
      });
      controller.abort(new Error('enough'));
      await expect(call).rejects.toMatchObject({ name: 'AbortError', code: 'Aborted' });
      answer();
    },
  );
});
