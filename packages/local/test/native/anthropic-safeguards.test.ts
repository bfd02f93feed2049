// Verdicts on the calls of tools in Anthropic's own body.
import { expect, it } from 'vitest';
import { anthropicBench } from './anthropic-bench.ts';

const { invoke, stream } = anthropicBench();

// https://github.com/vercel/ai/pull/21247
it('each call of a tool has a verdict where the body asks for it', async () => {
  const body = {
    messages: [{ role: 'user', content: 'What is the weather in Oslo?' }],
    tools: [{ name: 'weather', input_schema: { type: 'object' } }],
    safeguards: [{ type: 'dangerous_tool_use', classifier_context: {} }],
    anthropic_beta: ['dangerous-tool-use-2026-09-03'],
  };
  const answer = await invoke(body);
  const results = [
    {
      type: 'dangerous_tool_use',
      status: {
        type: 'available',
        tool_uses: { [String(answer.content[0]?.['id'])]: { type: 'evaluated', outcome: 'not_flagged' } },
      },
    },
  ];
  expect(answer).toMatchObject({ safeguard_results: results });
  const events = await stream(body);
  expect(events.find(({ type }) => type === 'message_delta')?.['delta']).toMatchObject({
    stop_reason: 'tool_use',
    safeguard_results: results,
  });
});
