// Every kind of fault, on the wire. The last test counts the kinds.
import { describe, expect, it } from 'vitest';
import { faultKinds } from '../../src/faults/check.ts';
import { brokenStreams } from './broken-streams.ts';
import { shown } from './faulty-answers.ts';
import { holdTime } from './held-time.ts';
import { replacedAnswers } from './replaced-answers.ts';
import { transport } from './transport.ts';

holdTime();

describe('in place of the answer', replacedAnswers);
describe('inside a stream', brokenStreams);
describe('in the transport', transport);

it('every kind of fault has been shown', () => {
  expect([...shown].sort()).toEqual([...faultKinds].sort());
});
