// The public names of @bedrock-kit/invocation: what embedding, image and reranking models share when they are called.
// Whole files, without their names: a bundler that splits code then gives a chunk the files that it uses, and not all that are here.
export * from './api-call-error.ts';
export * from './counts.ts';
export * from './invoke.ts';
export * from './known-model.ts';
export * from './lifecycle.ts';
export * from './merge.ts';
export * from './parallel-calls.ts';
export * from './provider-options.ts';
