// A job of StartAsyncInvoke, and what the service says of it.
import { json } from '../far-side.ts';

export const invocationArn = 'arn:aws:bedrock:eu-west-1:123456789012:async-invoke/abcdefghijkl';

export const job = (status: string, more: object = {}) =>
  json({ invocationArn, modelArn: 'a', status, submitTime: '2026-01-02T03:04:05.678Z', ...more });
