// The bidirectional stream: a second question that waits for the first answer.
import type { InvokeModelWithBidirectionalStreamInput } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bench, runtime, startBench } from '../../aws-clients.ts';

export function bidirectionalStream(ran: Set<string>): void {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench();
  });
  afterAll(() => bench.close());

  it('InvokeModelWithBidirectionalStream, answering while the input still comes', async () => {
    const answered: string[] = [];
    let heard = (): void => undefined;
    const firstAnswer = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const chunk = (event: object): InvokeModelWithBidirectionalStreamInput => ({
      chunk: { bytes: new TextEncoder().encode(JSON.stringify({ event })) },
    });
    const say = function* (contentName: string, content: string) {
      const ids = { promptName: 'p', contentName };
      yield chunk({ contentStart: { ...ids, type: 'TEXT', role: 'USER', interactive: true } });
      yield chunk({ textInput: { ...ids, content } });
      yield chunk({ contentEnd: ids });
    };
    const input = async function* () {
      yield chunk({ sessionStart: { inferenceConfiguration: { maxTokens: 100 } } });
      yield chunk({ promptStart: { promptName: 'p' } });
      yield* say('one', 'good morning');
      await firstAnswer;
      yield* say('two', 'echo and good night');
      yield chunk({ promptEnd: { promptName: 'p' } });
      yield chunk({ sessionEnd: {} });
    };
    const { body } = await bench.client('HTTP/2').send(
      new runtime.InvokeModelWithBidirectionalStreamCommand({
        modelId: 'amazon.nova-2-sonic-v1:0',
        body: input(),
      }),
    );
    ran.add('InvokeModelWithBidirectionalStream');
    const names: string[] = [];
    for await (const event of body ?? []) {
      const { event: answer } = JSON.parse(Buffer.from(event.chunk?.bytes ?? []).toString()) as {
        event: Record<string, { role?: string; content?: string }>;
      };
      const [name = ''] = Object.keys(answer);
      names.push(name);
      if (name === 'textOutput' && answer[name]?.role === 'ASSISTANT')
        answered.push(answer[name].content ?? '');
      if (name === 'completionEnd') heard();
    }
    const said = ['You said: good morning', 'and good night'];
    expect(answered).toEqual(said.flatMap((text) => [text, text])); // the preview, and what was spoken
    const text = ['contentStart', 'textOutput', 'contentEnd'];
    const audio = ['contentStart', 'contentEnd'];
    const spoken = ['usageEvent', 'completionStart', ...text, ...text, ...audio, ...text, 'completionEnd'];
    expect(names).toEqual([...spoken, ...spoken]);
  });
}
