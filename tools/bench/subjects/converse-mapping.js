// The mapping alone: what a text delta costs above the part object that it becomes, and what a call of some length costs, with
// Bedrock's rules over the request and without. The package is no dependency of the bench, so it is taken by its place.
import {
  createStreamMapper,
  toConverseRequest,
  toUncheckedConverseRequest,
} from '../../../packages/converse-mapping/dist/index.js';

const model = { modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' };
const deltas = 2000;

export const apart = true;

export default function converseMapping() {
  const { context } = toConverseRequest({ prompt: [user('Hello')] }, model, { stream: true });
  const events = Array.from({ length: deltas }, (_, index) => ({
    contentBlockDelta: { contentBlockIndex: 0, delta: { text: ` word${index % 100}` } },
  }));
  const call = conversation(41, 10);
  return [
    {
      title: '2,000 text deltas through a stream mapper; the floor makes the parts alone',
      sync: true,
      operations: deltas,
      contenders: {
        createStreamMapper() {
          const mapper = createStreamMapper(context);
          const parts = [];
          for (const event of events) mapper.push(event, parts);
          return parts;
        },
        'floor: the part objects'() {
          const parts = [];
          for (const { contentBlockDelta } of events) {
            parts.push({ type: 'text-delta', id: '0', delta: contentBlockDelta.delta.text });
          }
          return parts;
        },
      },
      targets: { 'floor: the part objects': 6 },
    },
    {
      title: 'a call of 41 messages and 10 tools as a request',
      sync: true,
      contenders: {
        toUncheckedConverseRequest: () => toUncheckedConverseRequest(call, model),
        toConverseRequest: () => toConverseRequest(call, model),
      },
    },
  ];
}

function user(text) {
  return { role: 'user', content: [{ type: 'text', text }] };
}

function conversation(messages, tools) {
  return {
    prompt: Array.from({ length: messages }, (_, index) =>
      index % 2 === 0
        ? user('q'.repeat(200))
        : { role: 'assistant', content: [{ type: 'text', text: 'a'.repeat(200) }] },
    ),
    tools: Array.from({ length: tools }, (_, index) => ({
      type: 'function',
      name: `tool_${index}`,
      description: 'Does something.',
      inputSchema: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'integer' } } },
    })),
  };
}
