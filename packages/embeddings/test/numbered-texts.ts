// Texts with a number in each, and a far side whose vectors hold those numbers.
import { json, wire } from '../../invocation/test/wire.ts';

export const titan = 'amazon.titan-embed-text-v2:0';
export const cohere = 'cohere.embed-multilingual-v3';
export const texts = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `text ${index}`);

// The vector of a text holds the number in it, so that a wrong order shows.
export const numberIn = (text: unknown): number => Number(/\d+/.exec(String(text))?.[0]);

export function cohereWire() {
  return wire((body) => {
    const values = body['texts'] as string[];
    return json(
      { embeddings: values.map((value) => [numberIn(value)]) },
      { 'x-amzn-bedrock-input-token-count': String(values.length) },
    );
  });
}
