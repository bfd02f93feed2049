/**
 * The second line of the canonical request: the path.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { encodeValue, normalizeEncoding } from './uri-encoding.ts';

/**
 * `path` is the path as it is sent, so encoded once. Every service but S3 removes dot segments and empty segments from
 * it (`normalize`) and encodes it once more (`doubleEncode`); S3 takes an object key as it is, encoded once but for its slashes, also
 * where they came encoded: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, cloudyr/aws.s3#285
 */
export function canonicalPath(path: string, normalize: boolean, doubleEncode: boolean): string {
  const encode = doubleEncode ? encodeValue : normalizeEncoding;
  // Without the second encoding a path must still be encoded as strictly as AWS encodes: URL leaves `(`, `!` or `:` alone.
  if (!normalize) return path.replace(/[^/]+/g, encode).replaceAll('%2F', '/');
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment && segment !== '.') kept.push(`/${encode(segment)}`);
  }
  if (path.endsWith('/')) kept.push('/');
  return kept.join('') || '/';
}
