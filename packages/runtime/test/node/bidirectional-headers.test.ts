// What becomes of a caller's headers on their way to a bidirectional stream.
import { expect, test } from 'vitest';
import { bearerAuth, type CallOptions, sigv4Auth } from '../../src/index.ts';
import type { BidirectionalStream } from '../../src/node/bidirectional.ts';
import { against, type Answer, begin, credentials } from './http2-far-side.ts';
import { echo } from './signed-echo.ts';

test.each([['signed', sigv4Auth({ credentials })] as const, ['with a key', bearerAuth('key')] as const])(
  '%s, a header arrives without the white space around it, as fetch sends it',
  async (kind, authorize) => {
    const arrived: unknown[] = [];
    const answer: Answer = (stream, headers) => {
      arrived.push(headers['x-tenant'], /SignedHeaders=\S+x-tenant,/.test(headers.authorization ?? ''));
      begin(stream).end();
    };
    const talk = async (open: (options?: CallOptions) => Promise<BidirectionalStream>): Promise<void> => {
      const stream = await open({ headers: { 'x-tenant': '\t a  b ' } });
      await stream.opened;
      await stream.cancel();
    };
    await against(answer, talk, authorize);
    expect(arrived).toEqual(['a  b', kind === 'signed']);
  },
);

test('a header that HTTP/2 does not have is refused, and leaves no connection', async () => {
  await against(echo, async (open) => {
    await expect(open({ headers: { connection: 'keep-alive' } })).rejects.toMatchObject({
      name: 'BedrockError',
      code: 'InvalidRequest',
      message: 'HTTP/1 Connection specific headers are forbidden: "connection"',
    });
  });
});
