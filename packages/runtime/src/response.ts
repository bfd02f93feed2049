// What every answer carries beside its body, and how its body becomes text.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html

/** A successful answer. */
export interface Result<T> {
  /** The answer of the operation, in AWS's shape. */
  readonly body: T;
  /** The headers, with lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The HTTP status, 200 to 299. */
  readonly status: number;
  /** The id of the request (`x-amzn-requestid`), for which AWS's support asks. */
  readonly requestId: string | undefined;
  /** The URL that the request went to. */
  readonly url: string;
}

/** What is known of an answer when its headers are there. */
export type ResponseHead = Omit<Result<never>, 'body'>;

/** `redact` is applied to the value of each header. */
export function headOf(
  { headers: given, status }: { headers: Iterable<readonly [string, string]>; status: number },
  url: string,
  redact: (value: string) => string,
): ResponseHead {
  const headers: Record<string, string> = {};
  for (const [name, value] of given) headers[name] = redact(value);
  // The three names that AWS's own client reads.
  const requestId =
    headers['x-amzn-requestid'] ?? headers['x-amzn-request-id'] ?? headers['x-amz-request-id'];
  return { headers, status, requestId, url };
}

/**
 * The body of an answer as a stream of the web: node-fetch and its like give one of Node. null where it is empty, undefined where
 * the platform's `fetch` streams nothing, as in React Native.
 */
export function bodyOf({ body }: Response): ReadableStream<Uint8Array> | null | undefined {
  if (!body || 'getReader' in body) return body;
  // Where there are streams of Node there is `ReadableStream.from`, which not all of the compiler's types have.
  return (ReadableStream as unknown as { from(body: unknown): ReadableStream<Uint8Array> }).from(body);
}

/** More of an error's body serves nobody, and an endless one must not be read to its end. */
export const maxErrorBytes = 65_536;

/** The first 64 KiB of a body as text, or less where it breaks off: the status says already that it is an error. */
export async function errorText(response: Response): Promise<string> {
  const body = bodyOf(response);
  if (body === undefined) return response.text();
  const decoder = new TextDecoder();
  // A `fetch` that logs errors may have read the body: status and headers are then all there is.
  const reader = body?.locked ? undefined : body?.getReader();
  let text = '';
  for (let left = maxErrorBytes; reader && left > 0; ) {
    const { value } = await reader.read().catch(nothing);
    if (!value) break;
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
  }
  reader?.cancel().catch(nothing);
  return text + decoder.decode();
}

/** As the end of a body: what one that breaks off still gives. */
function nothing(): { value?: undefined } {
  return {};
}
