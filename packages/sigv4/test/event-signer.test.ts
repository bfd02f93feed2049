import { expect, it } from 'vitest';
import { createSigner } from '../src/index.ts';
import { credentials, events, vectors } from './vectors/bedrock.ts';

it('signs the messages of a stream, each over the one before', async () => {
  const signer = createSigner({ service: 'bedrock', region: 'us-east-1', credentials });
  const priorSignature = vectors.at(-1)?.signature ?? '';
  const sync = signer.eventSigner({ priorSignature });
  const async = signer.eventSigner({ priorSignature });
  for (const { date, payload, signature } of events) {
    const body = new Uint8Array(Buffer.from(payload, 'hex'));
    expect(sync.signSync(body, date).signature).toBe(signature);
    expect((await async.sign(body, date)).signature).toBe(signature);
  }
});
