/** Requests to Bedrock with their signatures, worked out by AWS's JavaScript client and again by hand in Python. */

export const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
export const sessionToken = 'SESSIONTOKEN+/==';
export const host = 'bedrock-runtime.us-east-1.amazonaws.com';
export const signingDate: Date = new Date('2026-01-15T12:00:00Z');

const body = '{"messages":[{"role":"user","content":[{"text":"Hello"}]}]}';
const json = { 'content-type': 'application/json' };

export interface Vector {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly sessionToken?: string;
  readonly canonicalHash: string;
  readonly signature: string;
}

export const vectors: readonly Vector[] = [
  {
    id: 'A: a model id with a colon',
    method: 'POST',
    path: '/model/anthropic.claude-3-haiku-20240307-v1%3A0/converse',
    headers: json,
    body,
    canonicalHash: '3200b281cd11e2df006c7f8920724c6a4df0deeb743c10d83c76fd0fa24c6d9c',
    signature: 'e01f4236f58f54c55fb5e5494ed92546889ddc759f9f48e79e20ece72b1c4a9f',
  },
  {
    id: 'B: an ARN with a slash, and a session token',
    method: 'POST',
    path: '/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fus.anthropic.claude-sonnet-4-20250514-v1%3A0/converse',
    headers: json,
    body,
    sessionToken,
    canonicalHash: 'deaea7fec1b1d3629e94630de1a41e4b3255bf12ce9c38032f097cd26eec79a3',
    signature: 'affe95ed42dae4f9d86b90c8f4cf01969427e562c24aff6ea4907d4e094e6c23',
  },
  {
    id: 'C: a query',
    method: 'GET',
    path: '/async-invoke',
    query: {
      statusEquals: 'Completed',
      maxResults: '5',
      nextToken: 'a+b/==',
      submitTimeAfter: '2026-01-02T03:04:05.678Z',
    },
    headers: {},
    canonicalHash: '7ee141ddff96fa094473337bb786522085411391d32f5335870632d4c8205f19',
    signature: '6684238203917ca26f00aeab63fb36986f219064007c6cf872cdfda093c7e735',
  },
  {
    id: 'D: the opening of an event stream',
    method: 'POST',
    path: '/model/amazon.nova-sonic-v1%3A0/invoke-with-bidirectional-stream',
    headers: {
      'content-type': 'application/vnd.amazon.eventstream',
      'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-EVENTS',
    },
    canonicalHash: '735effd756cfa8563cbf7361eace63ceb1cec437d3530e7b031a47fb25df4ca9',
    signature: '9fa1849479229d3222190fbd36de1ab81edb94413dd763919d274f86c3d5a3ce',
  },
];

/** Messages of the stream that D opens, each signed over the one before. */
export const events = [
  {
    date: new Date('2026-01-15T12:00:01.250Z'),
    payload:
      '0000008f0000004bb79a60320b3a6576656e742d747970650700056368756e6b0d3a6d6573736167652d747970650700056576656e740d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e7b226279746573223a2265794a6c646d56756443493665794a7a5a584e7a6157397555335268636e51694f6e74396658303d227d2e4b83b9',
    signature: 'cd6ab2a92e98680a4f3e1c795a6a61e365f249a24d07b440da96c26ae1afa561',
  },
  {
    date: new Date('2026-01-15T12:00:02.500Z'),
    payload: '',
    signature: 'f611d01eb08c7f1f9be538c9d876a56380aef12510585c79067d26634f55f562',
  },
] as const;

/** The URL in a short-term API key, presigned for twelve hours with the session token. */
export const apiKeyUrl =
  'https://bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20260115%2Fus-east-1%2Fbedrock%2Faws4_request&X-Amz-Date=20260115T120000Z&X-Amz-Expires=43200&X-Amz-Security-Token=SESSIONTOKEN%2B%2F%3D%3D&X-Amz-Signature=7f8289868c4917b661228075fa68a07dadf4b3d211e1c2bfa3f9ebc3b95e5f64&X-Amz-SignedHeaders=host';
