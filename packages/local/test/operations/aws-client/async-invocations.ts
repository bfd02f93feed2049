// An invocation that is started, asked after and listed, and what it writes.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bench, type Protocol, runtime, startBench } from '../../aws-clients.ts';
import { withoutMetadata } from './output.ts';

export function asyncInvocations(protocol: Protocol, ran: Set<string>): void {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench({
      models: {
        'twelvelabs.marengo-embed-3-0-v1:0': ({ body }) => ({ body: { data: [], asked: body ?? null } }),
      },
      asyncInvokeMs: 0,
    });
  });
  afterAll(() => bench.close());
  const client = () => bench.client(protocol);

  it('StartAsyncInvoke, GetAsyncInvoke and ListAsyncInvokes', async () => {
    const aws = client();
    const s3Uri = `s3://bucket/${protocol === 'HTTP/2' ? 'two' : 'one'}/`;
    const { invocationArn = '' } = await aws.send(
      new runtime.StartAsyncInvokeCommand({
        modelId: 'twelvelabs.marengo-embed-3-0-v1:0',
        modelInput: { inputType: 'text', text: { inputText: 'hi' } },
        outputDataConfig: { s3OutputDataConfig: { s3Uri } },
        clientRequestToken: `token-${protocol}`,
        tags: [{ key: 'team', value: 'a' }],
      }),
    );
    ran.add('StartAsyncInvoke');
    expect(invocationArn).toMatch(/^arn:aws:bedrock:us-east-1:123456789012:async-invoke\/[a-z0-9]{12}$/);
    // The answers name the folder of the invocation, which lies in the one that was asked for.
    const folder = `${s3Uri}${invocationArn.split('/')[1] ?? ''}`;
    const job = withoutMetadata(await aws.send(new runtime.GetAsyncInvokeCommand({ invocationArn })));
    ran.add('GetAsyncInvoke');
    expect(job).toEqual({
      invocationArn,
      modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/twelvelabs.marengo-embed-3-0-v1:0',
      clientRequestToken: `token-${protocol}`,
      status: 'Completed',
      submitTime: expect.any(Date) as Date,
      lastModifiedTime: expect.any(Date) as Date,
      endTime: expect.any(Date) as Date,
      outputDataConfig: { s3OutputDataConfig: { s3Uri: folder } },
    });
    const { asyncInvokeSummaries } = await aws.send(
      new runtime.ListAsyncInvokesCommand({
        statusEquals: 'Completed',
        maxResults: 1,
        sortBy: 'SubmissionTime',
        sortOrder: 'Descending',
        submitTimeAfter: new Date(0),
      }),
    );
    ran.add('ListAsyncInvokes');
    expect(asyncInvokeSummaries).toEqual([job]);
    const written = bench.local.objects.get(`${folder}/output.json`);
    expect(JSON.parse(new TextDecoder().decode(written))).toEqual({
      data: [],
      asked: { inputType: 'text', text: { inputText: 'hi' } },
    });
  });
}
