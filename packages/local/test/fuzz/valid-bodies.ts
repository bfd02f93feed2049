// A right body of each operation that has one, with members of many kinds.

const conversation = {
  system: [{ text: 'be brief' }],
  messages: [
    {
      role: 'user',
      content: [{ text: 'weather in Oslo' }, { image: { format: 'png', source: { bytes: 'AAAA' } } }],
    },
    {
      role: 'assistant',
      content: [{ toolUse: { toolUseId: 't1', name: 'weather', input: { city: 'Oslo' } } }],
    },
    {
      role: 'user',
      content: [{ toolResult: { toolUseId: 't1', content: [{ json: { c: 1 } }, { text: 'x' }] } }],
    },
  ],
  inferenceConfig: { maxTokens: 10, stopSequences: ['x'], temperature: 0.5 },
  toolConfig: {
    tools: [
      {
        toolSpec: {
          name: 'weather',
          description: 'weather',
          inputSchema: {
            json: {
              type: 'object',
              properties: { city: { type: 'string', enum: ['a'] }, n: { $ref: '#/$defs/n' } },
              $defs: { n: {} },
            },
          },
        },
      },
    ],
    toolChoice: { auto: {} },
  },
  outputConfig: {
    textFormat: {
      type: 'json_schema',
      structure: { jsonSchema: { schema: '{"type":"object","additionalProperties":false}' } },
    },
  },
};

export const valid: Readonly<Record<string, unknown>> = {
  Converse: conversation,
  ConverseStream: conversation,
  CountTokens: {
    input: { converse: { messages: conversation.messages, toolConfig: conversation.toolConfig } },
  },
  InvokeModel: {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 10,
    system: [{ type: 'text', text: 'brief' }],
    stop_sequences: ['x'],
    tools: [{ name: 'a', input_schema: { type: 'object' } }],
    tool_choice: { type: 'auto' },
    messages: [
      { role: 'user', content: 'hi' },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'a', input: {} }] },
      {
        role: 'user',
        content: [{ type: 'tool_result', tool_use_id: 'a', content: [{ type: 'text', text: 'x' }] }],
      },
      {
        role: 'user',
        content: [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } }],
      },
    ],
  },
  ApplyGuardrail: { source: 'INPUT', content: [{ text: { text: 'x', qualifiers: ['query'] } }] },
  InvokeGuardrailChecks: {
    messages: [{ role: 'user', content: [{ text: 'hi' }] }],
    checks: { contentFilter: { categories: [{ category: 'HATE' }] } },
  },
  Rerank: {
    queries: [{ type: 'TEXT', textQuery: { text: 'x' } }],
    sources: [{ type: 'INLINE', inlineDocumentSource: { type: 'JSON', jsonDocument: { a: 1 } } }],
    rerankingConfiguration: {
      type: 'BEDROCK_RERANKING_MODEL',
      bedrockRerankingConfiguration: {
        modelConfiguration: { modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.rerank-v1:0' },
      },
    },
  },
};
