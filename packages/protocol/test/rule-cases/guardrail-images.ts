import type { RuleCase } from '../rule-cases.ts';

function request(images: number, bytes: number): object {
  const image = { format: 'png', source: { bytes: new Uint8Array(bytes) } };
  return {
    guardrailIdentifier: 'shop',
    guardrailVersion: 'DRAFT',
    source: 'INPUT',
    content: [{ text: { text: 'hello' } }, ...Array.from({ length: images }, () => ({ image }))],
  };
}

export const guardrailImageCases: readonly RuleCase[] = [
  {
    rule: 'guardrail-image-count',
    operation: 'ApplyGuardrail',
    modelId: 'amazon.nova-micro-v1:0',
    refused: request(21, 1),
    accepted: request(20, 1),
    path: 'content',
    message: 'The request has 21 images. Remove all but 20 and try again.',
  },
  {
    rule: 'guardrail-image-size',
    operation: 'ApplyGuardrail',
    modelId: 'amazon.nova-micro-v1:0',
    refused: request(1, 4 * 1024 * 1024 + 1),
    accepted: request(1, 4 * 1024 * 1024),
    path: 'content[1].image.source.bytes',
    message: 'The image at content.1 is larger than 4 MB. Reduce its size and try again.',
  },
];
