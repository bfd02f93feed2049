// Each operation through AWS's own client, over both protocols; the last test counts that none was left out.
import { operations } from '@bedrock-kit/protocol';
import { describe, expect, it } from 'vitest';
import { type Protocol, protocols } from '../aws-clients.ts';
import { asyncInvocations } from './aws-client/async-invocations.ts';
import { bidirectionalStream } from './aws-client/bidirectional-stream.ts';
import { conversations } from './aws-client/conversations.ts';
import { guardrails } from './aws-client/guardrails.ts';
import { nativeBodies } from './aws-client/native-bodies.ts';
import { reranking } from './aws-client/reranking.ts';

const ran = new Set<string>();

describe.each(protocols)('over %s AWS’s client runs', (protocol: Protocol) => {
  conversations(protocol, ran);
  nativeBodies(protocol, ran);
  guardrails(protocol, ran);
  asyncInvocations(protocol, ran);
  reranking(protocol, ran);
});

describe('over HTTP/2 AWS’s client runs', () => {
  bidirectionalStream(ran);
});

it('every operation has run', () => {
  expect([...ran].sort()).toEqual(Object.keys(operations).sort());
});
