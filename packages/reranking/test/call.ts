// Whom the tests of this package ask, and the documents that they have ranked.

export const cohere = 'cohere.rerank-v3-5:0';
export const amazon = 'amazon.rerank-v1:0';
export const region = 'us-east-1';
export const texts = (...values: string[]) => ({ type: 'text' as const, values });
