/**
 * Amazon's models of video and speech: Nova Reel and Nova Sonic.
 * @see https://docs.aws.amazon.com/nova/latest/userguide/what-is-nova.html
 * @see https://docs.aws.amazon.com/nova/latest/nova2-userguide/what-is-nova-2.html
 * @module
 */
import { images } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every Nova that films or speaks. */
export function amazonMedia(): VendorTable {
  const reel: Row = {
    but: {
      kind: 'video',
      family: 'nova-reel',
      operations: { InvokeModel: false, StartAsyncInvoke: true },
      inputs: { image: { ...images, formats: ['png', 'jpeg'], s3: true, maxCount: 1 } },
      lifecycle: { status: 'end-of-life', legacySince: '2026-03-30', endOfLife: '2026-09-30' },
    },
  };

  const sonic: Row = {
    but: {
      kind: 'speech',
      family: 'nova-sonic',
      // Of 2.5 as AWS announced it in October 2026: https://github.com/quattro004/Agent004/wiki/Source-Nova-Sonic. Of those before it:
      // github.com/stdapi-ai/stdapi.ai, docs/models/catalog.json
      contextWindow: 256_000,
      operations: { InvokeModel: false, InvokeModelWithBidirectionalStream: true },
      system: true,
      toolUse: 'unknown',
    },
  };

  return {
    rows: {
      'nova-2-5-sonic': sonic,
      'nova-2-sonic': { like: sonic, but: { contextWindow: 1_000_000 } },
      'nova-reel': reel,
      'nova-sonic': {
        like: sonic,
        but: {
          contextWindow: 300_000,
          lifecycle: {
            status: 'end-of-life',
            legacySince: '2026-03-13',
            endOfLife: '2026-09-14',
            replacement: 'amazon.nova-2-sonic-v1:0',
          },
        },
      },
    },
    newest: [
      [/^nova.*reel/, reel],
      [/^nova.*sonic/, sonic],
    ],
  };
}
