// Pieces of requests that many cases share, and the case of a Converse request of one message.
import type { RuleCase } from '../rule-cases.ts';

export const claude = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
export const newestClaude = 'us.anthropic.claude-opus-5-5';
export const nova = 'amazon.nova-lite-v1:0';
export const nova2 = 'us.amazon.nova-2-lite-v1:0';
export const mistral7b = 'mistral.mistral-7b-instruct-v0:2';

export const hello = { role: 'user', content: [{ text: 'Hello' }] } as const;
export const answer = { role: 'assistant', content: [{ text: 'Hi' }] } as const;

export function user(...content: object[]): object {
  return { role: 'user', content };
}

export function assistant(...content: object[]): object {
  return { role: 'assistant', content };
}

/** What is asked of a document, an image or another medium. */
export const text = { text: 'What is this?' };
export const s3 = { s3Location: { uri: 's3://bucket/key' } };

export function image(format = 'png', length = 8): object {
  return { image: { format, source: { bytes: new Uint8Array(length) } } };
}

export function document(name: string, length = 8, format = 'pdf'): object {
  return { document: { name, format, source: { bytes: new Uint8Array(length) } } };
}

export function tool(name: string, more: object = {}): object {
  return { toolSpec: { name, inputSchema: { json: { type: 'object', properties: {} } }, ...more } };
}

export function tools(...list: object[]): { tools: object[] } {
  return { tools: list };
}

export const weather = tools(tool('weather'));

export function call(toolUseId: string, input: unknown = {}): object {
  return { toolUse: { toolUseId, name: 'weather', input } };
}

export function result(toolUseId: string, ...content: object[]): object {
  return { toolResult: { toolUseId, content: content.length > 0 ? content : [{ text: 'sunny' }] } };
}

/** A call of a tool that Bedrock runs itself. */
export const served = {
  toolUse: { toolUseId: 's', name: 'nova_grounding', input: {}, type: 'server_tool_use' },
};

export const asked = assistant(call('a'));
/** A tool is called, and answers. */
export const conversation = { messages: [hello, asked, user(result('a'))], toolConfig: weather };

/** What lets Claude reason. */
export const enabled = { thinking: { type: 'enabled', budget_tokens: 2000 } };

export const point = { cachePoint: { type: 'default' } } as const;
export const hourPoint = { cachePoint: { type: 'default', ttl: '1h' } } as const;

/** A case of Converse: `refused` and `accepted` are what the request has beside a first message. */
export function converseCase(
  rule: RuleCase['rule'],
  modelId: string,
  refused: object,
  accepted: object,
  path: string,
  message: string,
): RuleCase {
  return {
    rule,
    operation: 'Converse',
    modelId,
    refused: { messages: [hello], ...refused },
    accepted: { messages: [hello], ...accepted },
    path,
    message,
  };
}
