/**
 * A form to upload with: a policy that says what S3 may take, and its signature. Unlike a presigned PUT it can bound the size, take
 * any name below a prefix, and be sent by a plain HTML form.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
import { hmacHex, utf8 } from './hash.ts';
import { formatAmzDate, parseAmzDate } from './amz-date.ts';
import { checkCredentials } from './credentials.ts';
import { SigV4Error } from './errors.ts';
import { checkScope, loaded, type SignerOptions } from './options.ts';
import { eachPair } from './pairs.ts';
import { secondsOf } from './presign.ts';
import { ALGORITHM, scopeOf, signingKey } from './signing-key.ts';

/** What a field of the form must be or begin with, or what size the file may have, in bytes. */
export type PostCondition =
  | readonly ['eq' | 'starts-with', field: `$${string}`, value: string]
  | readonly ['content-length-range', least: number, most: number]
  | Readonly<Record<string, string>>;

/** What may be uploaded. */
export interface PostUpload {
  /** Where the form is sent: the bucket, for example `https://bucket.s3.us-east-1.amazonaws.com/`. */
  readonly url: string | URL;
  /** The bucket. Without it the policy would be valid for every bucket. */
  readonly bucket: string;
  /**
   * The key of the object. S3 puts the name of the file in place of `${filename}`; then every key is allowed that begins with what
   * comes before it.
   */
  readonly key: string;
  /** Further fields of the form, each allowed with this one value: `Content-Type`, `acl`, `success_action_status`, `x-amz-meta-*`. */
  readonly fields?: Readonly<Record<string, string | undefined>> | undefined;
  /** What else is allowed or required: fields that the uploader fills in, and the size of the file. */
  readonly conditions?: readonly PostCondition[] | undefined;
}

/** A form: `fields` in any order, then the file in a field named `file`, as `multipart/form-data`. */
export interface PresignedPost {
  /** Where the form is sent. */
  readonly url: string;
  /** The fields of the form by name, the policy and its signature among them. */
  readonly fields: Record<string, string>;
}

/**
 * Signs a form that S3 accepts for `expiresIn` seconds, 3600 by default. Throws a `SigV4Error`: `invalid-request`, `invalid-option`,
 * `missing-credentials`, or `asynchronous` when the credentials are a function.
 */
export function presignPostSync(upload: PostUpload, options: SignerOptions): PresignedPost {
  checkScope(options);
  const { accessKeyId, secretAccessKey, sessionToken } = checkCredentials(options.credentials);
  const { url, bucket, key } = upload;
  // JavaScript may give a promise, which would be `{}` in the policy.
  for (const [field, given] of Object.entries({ url: URL.canParse(String(url)) && 'valid', bucket, key }))
    if (!given || typeof (given as unknown) !== 'string')
      throw new SigV4Error('invalid-request', field, 'is missing or not valid');
  const amzDate = formatAmzDate(options.signingDate ?? options.clock?.() ?? Date.now());
  const scope = scopeOf(amzDate, options);
  const expiration = Number(parseAmzDate(amzDate)) + Number(secondsOf(options.expiresIn ?? 3600)) * 1000;
  const [prefix, ...more] = key.split('${filename}');
  const fields: Record<string, string> = {};
  eachPair(upload.fields ?? {}, (name, value) => {
    fields[name] = value;
  });
  Object.assign(fields, {
    bucket,
    'x-amz-algorithm': ALGORITHM,
    'x-amz-credential': `${accessKeyId}/${scope}`,
    'x-amz-date': amzDate,
    ...(sessionToken && { 'x-amz-security-token': sessionToken }),
  });
  const policy = base64(
    JSON.stringify({
      expiration: new Date(expiration).toISOString(),
      conditions: [
        ...(upload.conditions ?? []),
        ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
        more.length > 0 ? ['starts-with', '$key', prefix] : { key },
      ],
    }),
  );
  const signature = hmacHex(signingKey(secretAccessKey)(scope), policy);
  return { url: String(url), fields: { ...fields, key, policy, 'x-amz-signature': signature } };
}

/** Signs a form to upload with, as `presignPostSync` does, with credentials that may have to be loaded. */
export async function presignPost(upload: PostUpload, options: SignerOptions): Promise<PresignedPost> {
  return presignPostSync(upload, await loaded(options));
}

function base64(text: string): string {
  return btoa(Array.from(utf8(text), (byte) => String.fromCharCode(byte)).join(''));
}
