/**
 * Requests as clients in other languages wrote them and Node received them, signed with the credentials that AWS's
 * documentation uses for examples. Headers that were not signed are left out, but for those of AWS.
 */

export const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  sessionToken: 'SESSIONTOKEN+/==',
};

/** When the last of them was received. */
export const now: Date = new Date('2026-11-29T14:49:06Z');

export interface ForeignRequest {
  /** The client, with its version. */
  readonly by: string;
  readonly with: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** A character for each byte. */
  readonly body?: string;
}

export const requests: readonly ForeignRequest[] = [
  {
    by: 'botocore 1.29.27',
    with: 'an ARN in the path, a body in UTF-8, a session token',
    method: 'POST',
    url: '/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fus.amazon.nova-lite-v1%3A0/converse',
    headers: [
      ['Host', 'bedrock-runtime.us-east-1.amazonaws.com'],
      ['Content-Type', 'application/json'],
      ['X-Amz-Date', '20261129T144901Z'],
      ['X-Amz-Security-Token', 'SESSIONTOKEN+/=='],
      ['Authorization', 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/bedrock/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=831b30affccba96660e7df3972b855743717b31f769a1275facdacb9fe80974f'],
    ],
    body: '{"messages":[{"role":"user","content":[{"text":"GrÃ¼Ã\x9f Gott"}]}]}',
  },
  {
    by: 'botocore 1.29.27',
    with: 'empty and dot segments, a parameter repeated, another without a value, white space in a header, a header twice',
    method: 'GET',
    url: '/a//./b%20c%2Fd:e?b=2&a=2&a=10&a=1&c&d=%20%2B&%E1%88%B4=',
    headers: [
      ['Host', 'abc.execute-api.us-east-1.amazonaws.com'],
      ['X-Spaces', 'a   "b  c"'],
      ['X-Twice', 'b'],
      ['X-Twice', 'a'],
      ['X-Amz-Date', '20261129T144901Z'],
      ['Authorization', 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date;x-spaces;x-twice, Signature=202bd1809eaebc908a3ca75f2738485bfea12143070fb773f6ad5ec8a1723cf2'],
    ],
  },
  {
    by: 'botocore 1.29.27',
    with: 'S3: a key with dot segments, bytes, metadata in UTF-8',
    method: 'PUT',
    url: '/a//../b%20c%2B%C3%BC%23%281%29%27~',
    headers: [
      ['Host', 'bucket.s3.us-east-1.amazonaws.com'],
      ['Content-Type', 'application/octet-stream'],
      ['x-amz-meta-name', 'Å\x81Ã³dÅº  Ã©'],
      ['X-Amz-Date', '20261129T144901Z'],
      ['X-Amz-Content-SHA256', '8e3a3fbdbb80ae3928180a3ba4ba99aead0d9287dd4531fc68404b627f5993d9'],
      ['Authorization', 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/s3/aws4_request, SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;x-amz-meta-name, Signature=2996a770cb0e8565d69ac403b8cf2d45632fda6b94add33b1e6270b72c93f33f'],
    ],
    body: '\x00\x01\x0a\x0d\x80ÿ',
  },
  {
    by: 'botocore 1.29.27',
    with: 'S3: an unsigned payload',
    method: 'PUT',
    url: '/key',
    headers: [
      ['Host', 'bucket.s3.us-east-1.amazonaws.com'],
      ['X-Amz-Date', '20261129T144901Z'],
      ['X-Amz-Content-SHA256', 'UNSIGNED-PAYLOAD'],
      ['Authorization', 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=f6222963854b8e3e8e4799a039f4d61812a8e64d47629a5ed4f99e25b6b8f900'],
    ],
    body: 'abc',
  },
  {
    by: 'boto3 1.26.27',
    with: 'S3: a URL to download with, and a session token',
    method: 'GET',
    url: '/a%20b/%C3%BC?response-content-disposition=attachment%3B%20filename%3D%22x%20y.txt%22&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261129%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20261129T144901Z&X-Amz-SignedHeaders=host&X-Amz-Expires=900&X-Amz-Security-Token=SESSIONTOKEN%2B%2F%3D%3D&X-Amz-Signature=e4e80346a8d1d24f03c96d6563e3a76d32e012fd02b82b2d0aff3d8e1092f56a',
    headers: [
      ['Host', 'bucket.s3.amazonaws.com'],
    ],
  },
  {
    by: 'boto3 1.26.27',
    with: 'S3: a URL to upload with, and signed headers',
    method: 'PUT',
    url: '/key?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261129%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20261129T144902Z&X-Amz-SignedHeaders=content-type%3Bhost%3Bx-amz-server-side-encryption&X-Amz-Expires=900&X-Amz-Signature=440aab34da4dd0f652a2a103895f9c3c13f0b89fe173d6840a5b74fd471375ee',
    headers: [
      ['Host', 'bucket.s3.amazonaws.com'],
      ['content-type', 'text/plain'],
      ['x-amz-server-side-encryption', 'AES256'],
    ],
    body: 'abc',
  },
  {
    by: 'boto3 1.26.27',
    with: 'a token for EKS, with the name of the cluster as a header',
    method: 'GET',
    url: '/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261129%2Fus-east-1%2Fsts%2Faws4_request&X-Amz-Date=20261129T144902Z&X-Amz-SignedHeaders=host%3Bx-k8s-aws-id&X-Amz-Expires=900&X-Amz-Security-Token=SESSIONTOKEN%2B%2F%3D%3D&X-Amz-Signature=26303de35e865cfde89893f2598bf411eecf681d77ef0e21d73345c0663a75dc',
    headers: [
      ['Host', 'sts.us-east-1.amazonaws.com'],
      ['x-k8s-aws-id', 'my-cluster'],
    ],
  },
  {
    by: 'boto3 1.26.27',
    with: 'a token for RDS, with a port',
    method: 'GET',
    url: '/?Action=connect&DBUser=jane%20doe&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261129%2Fus-east-1%2Frds-db%2Faws4_request&X-Amz-Date=20261129T144902Z&X-Amz-SignedHeaders=host&X-Amz-Expires=900&X-Amz-Signature=eebc55dc986152dbac96846a9cb371f8a37dbf0e6740685a85c5063d0e56a3fb',
    headers: [
      ['Host', 'db.us-east-1.rds.amazonaws.com:5432'],
    ],
  },
  {
    by: 'curl 7.88.1',
    with: 'a form, whose content type is not signed',
    method: 'POST',
    url: '/',
    headers: [
      ['Host', 'sts.us-east-1.amazonaws.com'],
      ['Authorization', 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/sts/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=c9dd254da1cec0ce4a825f9a419428a2369ff136f70450408876d8927e9e13e9'],
      ['X-Amz-Date', '20261129T144902Z'],
      ['x-amz-security-token', 'SESSIONTOKEN+/=='],
    ],
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  },
  {
    by: 'curl 7.88.1',
    with: 'S3: no hash among the headers',
    method: 'GET',
    url: '/a%20b',
    headers: [
      ['Host', 'bucket.s3.us-east-1.amazonaws.com'],
      ['Authorization', 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=afa017ba7ab80a4e99eff403d8624e8345bec55cdd56e7544b8bf7745265f2ec'],
      ['X-Amz-Date', '20261129T144902Z'],
    ],
  },
  {
    by: 'rclone 1.60.1',
    with: 'S3: a query',
    method: 'GET',
    url: '/bkt?delimiter=%2F&max-keys=1000&prefix=a%20b%2B%C3%BC%2F',
    headers: [
      ['Host', '127.0.0.1:4391'],
      ['Authorization', 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=1b9045f1d103c921a6975685610b9dc10ca9a90775a402b0e591fb2474df92c5'],
      ['X-Amz-Content-Sha256', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
      ['X-Amz-Date', '20261129T144902Z'],
    ],
  },
  {
    by: 's3cmd 2.3.0',
    with: 'S3: a length that is signed, no space between the parts of Authorization',
    method: 'PUT',
    url: '/bkt/a%20b%2B%C3%BC%281%29',
    headers: [
      ['Host', '127.0.0.1:4391'],
      ['Authorization', 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/s3/aws4_request,SignedHeaders=content-length;content-type;host;x-amz-content-sha256;x-amz-date;x-amz-meta-s3cmd-attrs;x-amz-storage-class,Signature=77bb625dfa9dcc5f9c79ffdd89cd06584aca0f0f9bf964183ae8b938e00e1436'],
      ['content-length', '3'],
      ['content-type', 'text/plain'],
      ['x-amz-content-sha256', '98ea6e4f216f2fb4b69fff9b3a44842c38686ca685f3f55dc48c5d3fb1107be4'],
      ['x-amz-date', '20261129T144903Z'],
      ['x-amz-meta-s3cmd-attrs', 'md5:764efa883dda1e11db47671c4a3bbd9e'],
      ['x-amz-storage-class', 'STANDARD'],
    ],
    body: 'hi\x0a',
  },
  {
    by: 'minio-go 7.0.46',
    with: 'S3: signed chunks',
    method: 'PUT',
    url: '/bkt/a%20b%2B%C3%BC',
    headers: [
      ['Host', '127.0.0.1:4391'],
      ['Authorization', 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/s3/aws4_request,SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length,Signature=8be378fb829dcc8d0213a889843bb0c7f7e92bc4670518cf252c6b419db99233'],
      ['X-Amz-Content-Sha256', 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD'],
      ['X-Amz-Date', '20261129T144903Z'],
      ['X-Amz-Decoded-Content-Length', '3'],
    ],
    body: '3;chunk-signature=d3a8dcf3e4a6c645e3102f72a80885cdd18ec3af70aebe27696ddc733bf904b3\x0d\x0aabc\x0d\x0a0;chunk-signature=58dd3336457692ae9eb8e63987105fecd5c32e4960caf545b61d0e3d366a24ea\x0d\x0a\x0d\x0a',
  },
  {
    by: 'aws-sdk-go-v2 1.17.1',
    with: 'a path that is not encoded, a length that is signed, a header twice',
    method: 'POST',
    url: '/a:b/(c)?x=1&x=2&y=%20',
    headers: [
      ['Host', '127.0.0.1:4391'],
      ['Content-Length', '10'],
      ['Authorization', 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/lambda/aws4_request, SignedHeaders=content-length;host;x-amz-date;x-amz-security-token;x-twice, Signature=006fca021b0c6c67d8376fbfcfbd5af16cc8340f39944aa53ea1a7719da6e720'],
      ['X-Amz-Date', '20261129T144904Z'],
      ['X-Amz-Security-Token', 'SESSIONTOKEN+/=='],
      ['X-Twice', 'b'],
      ['X-Twice', 'a'],
    ],
    body: '{"a":"Ã¼"}',
  },
  {
    by: 'aws-sigv4 for Ruby 1.5.1',
    with: 'a hash that is sent and signed',
    method: 'POST',
    url: '/',
    headers: [
      ['Content-Type', 'application/x-amz-json-1.1'],
      ['X-Amz-Target', 'AWSEvents.PutEvents'],
      ['host', 'events.us-east-1.amazonaws.com'],
      ['x-amz-date', '20261129T144905Z'],
      ['x-amz-security-token', 'SESSIONTOKEN+/=='],
      ['x-amz-content-sha256', '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862'],
      ['authorization', 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/events/aws4_request, SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token;x-amz-target, Signature=db7e4e0d48c9653967b6701be14670e45a67fab239573262c12584dac838ed7a'],
    ],
    body: '{"a":1}',
  },
  {
    by: 'AsyncAws Core 1.18.1 for PHP',
    with: 'a URL with a plus sign for a space',
    method: 'GET',
    url: '/v1/speech?Text=Gr%C3%BC%C3%9Fe+%2B+mehr&LexiconNames=a+b&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Security-Token=SESSIONTOKEN%2B%2F%3D%3D&X-Amz-Date=20261129T144905Z&X-Amz-Expires=900&X-Amz-Credential=AKIDEXAMPLE%2F20261129%2Fus-east-1%2Fpolly%2Faws4_request&X-Amz-SignedHeaders=host&X-Amz-Signature=0e424f04c9824657fe0b8482f61584261212dc05e0e2b2740e8a7e96787ebd0a',
    headers: [
      ['Host', 'polly.us-east-1.amazonaws.com'],
    ],
  },
  {
    by: 'Net::Amazon::Signature::V4 0.21',
    with: 'no space between the parts of Authorization',
    method: 'POST',
    url: '/',
    headers: [
      ['Authorization', 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/dynamodb/aws4_request,SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;x-amz-target,Signature=a0eaf4e5e961e1466593156987d5d732952ee69f8f345891129275aeddaf6fc6'],
      ['Host', 'dynamodb.us-east-1.amazonaws.com'],
      ['Content-Type', 'application/x-amz-json-1.0'],
      ['X-Amz-Content-Sha256', '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'],
      ['X-Amz-Date', '20261129T144905Z'],
      ['X-Amz-Target', 'DynamoDB_20120810.ListTables'],
    ],
    body: '{}',
  },
  {
    by: 'AWS::Signature4 1.02',
    with: 'a URL with a plus sign for a space, and a session token',
    method: 'GET',
    url: '/?Action=ListUsers&Version=2010-05-08&Marker=a+b&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261129%2Fus-east-1%2Fiam%2Faws4_request&X-Amz-Date=20261129T144906Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Security-Token=SESSIONTOKEN%2B%2F%3D%3D&X-Amz-Signature=5b8a9aa6ce6a35b07a1cff88ac2c9390d7b758ea0767a2810e42d4f1f45be9ad',
    headers: [
      ['Host', 'iam.amazonaws.com'],
    ],
  },
  {
    by: 'aws-requests-auth 0.4.3',
    with: 'a hash that is sent and not signed',
    method: 'POST',
    url: '/_search?size=1&q=%2A',
    headers: [
      ['Host', '127.0.0.1:4391'],
      ['Authorization', 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/es/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=0bee0cb053071f64df95e7ec7fb9c859a6b4dc3f593543f7534692e5ef83d113'],
      ['x-amz-date', '20261129T144906Z'],
      ['x-amz-content-sha256', 'be9b522cceff9db8d9564fbb87b3ae6b2968b4cacecbfc3831f96ba31cd7a7e6'],
      ['X-Amz-Security-Token', 'SESSIONTOKEN+/=='],
    ],
    body: '{"query":{}}',
  },
];
