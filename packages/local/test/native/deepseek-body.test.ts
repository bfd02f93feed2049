import { describe, expect, it } from 'vitest';
import { invoking, refusalOf, streaming } from '../invoke-model.ts';

const invoke = invoking();
const stream = streaming();
const modelId = 'us.deepseek.r1-v1:0';

/** As AWS's own examples write it. */
const prompt = (text: string): string => `<｜begin▁of▁sentence｜><｜User｜>${text}<｜Assistant｜><think>\n`;

describe('DeepSeek-R1’s text completion', () => {
  it('is answered with the thoughts before the text', async () => {
    const body = { prompt: prompt('echo hi'), max_tokens: 512, temperature: 0.5, top_p: 0.9 };
    expect((await invoke(modelId, body)).body).toEqual({
      choices: [
        {
          text: 'The last message says: "echo hi". I follow the instruction.\n</think>\n\nhi',
          stop_reason: 'stop',
        },
      ],
    });
  });

  it('ends at its limit', async () => {
    const { body } = await invoke(modelId, { prompt: prompt('count to 999'), max_tokens: 40 });
    expect(body).toEqual({
      choices: [{ text: expect.stringMatching(/<\/think>\n\n1 2 3/) as unknown, stop_reason: 'length' }],
    });
  });

  it('has no built-in stream, for nobody has shown its chunks', async () => {
    await expect(refusalOf(stream(modelId, { prompt: prompt('hi') }))).resolves.toBe(
      `ValidationException: No built-in model of this local Bedrock answers InvokeModelWithResponseStream for ${modelId}.`,
    );
  });

  it('is refused for a member that it does not have', async () => {
    await expect(refusalOf(invoke(modelId, { prompt: 'x', max_tokens: 40_000 }))).resolves.toBe(
      'ValidationException: Malformed input request: #/max_tokens: 40000 is not less or equal to 32768, please reformat your input and try again.',
    );
  });
});
