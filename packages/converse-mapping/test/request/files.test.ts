// The data of a file: bytes, base64, text and addresses, and what is refused or left out of them.
import { describe, expect, it } from 'vitest';
import { type Call, map } from '../messages.ts';
import { refusedBy } from '../witness.ts';
import { blockOf, bytes, type Data, data, document } from './file-block.ts';

const s3 = (uri: string): Data => ({ type: 'url', url: new URL(uri) });

describe('the data of a file', () => {
  it('bytes are handed on as they are, base64 is not decoded', () => {
    const block = blockOf({ mediaType: 'image/png', data });
    expect((block as { image: { source: { bytes: unknown } } }).image.source.bytes).toBe(bytes);
    expect(blockOf({ mediaType: 'image/png', data: { type: 'data', data: 'AQID' } })).toEqual({
      image: { format: 'png', source: { bytes: { base64: 'AQID' } } },
    });
  });

  it('inline text is a document of its bytes', () => {
    expect(blockOf({ mediaType: 'text/plain', data: { type: 'text', text: 'hé' } })).toEqual(
      document('txt', { bytes: new Uint8Array([0x68, 0xc3, 0xa9]) }),
    );
  });

  it.each([
    [
      'image/png',
      's3://bucket/k.png',
      { image: { format: 'png', source: { s3Location: { uri: 's3://bucket/k.png' } } } },
    ],
    [
      'video/mp4',
      's3://bucket/k.mp4',
      { video: { format: 'mp4', source: { s3Location: { uri: 's3://bucket/k.mp4' } } } },
    ],
    [
      'application/pdf',
      's3://bucket/dir/k.pdf',
      { document: { format: 'pdf', name: 'k', source: { s3Location: { uri: 's3://bucket/dir/k.pdf' } } } },
    ],
  ])('%s at %s stays in S3', (mediaType, uri, block) => {
    expect(blockOf({ mediaType, data: s3(uri) })).toEqual(block);
  });

  it('names the owner of the bucket, and keeps the address as it was written', () => {
    const url: Data = {
      type: 'url',
      url: new URL('s3://bucket/a%20b.png'),
      originalUrl: 's3://bucket/a b.png',
    };
    const providerOptions = { bedrock: { bucketOwner: '123456789012' } };
    expect(blockOf({ mediaType: 'image/png', data: url, providerOptions })).toEqual({
      image: {
        format: 'png',
        source: { s3Location: { uri: 's3://bucket/a b.png', bucketOwner: '123456789012' } },
      },
    });
  });

  // What JSON makes of a URL, as on the way into an activity of github.com/temporalio/sdk-typescript.
  it.each<[string, object]>([
    ['s3://bucket/k.png', { s3Location: { uri: 's3://bucket/k.png' } }],
    ['data:image/png;base64,AQID', { bytes: { base64: 'AQID' } }],
    ['DATA:image/png;BASE64,AQ\nID', { bytes: { base64: 'AQID' } }],
  ])('%s as a string is the address all the same', (address, source) => {
    for (const data of [
      { type: 'url', url: address },
      { type: 'data', data: address },
    ]) {
      expect(blockOf({ mediaType: 'image/png', data: data as Data })).toEqual({
        image: { format: 'png', source },
      });
    }
  });

  it('a reference under the key of Bedrock is an S3 address', () => {
    for (const key of ['bedrock', 'amazon-bedrock']) {
      const data: Data = { type: 'reference', reference: { [key]: 's3://bucket/k.png' } };
      expect(blockOf({ mediaType: 'image/png', data })).toEqual({
        image: { format: 'png', source: { s3Location: { uri: 's3://bucket/k.png' } } },
      });
    }
  });

  it.each<[string, string, Data, RegExp]>([
    [
      'a web address',
      'image/png',
      { type: 'url', url: new URL('https://a.example/x.png') },
      /prompt\[0\]\.content\[0\] refers to a file at a https: address/,
    ],
    [
      'a reference of another provider',
      'image/png',
      { type: 'reference', reference: { openai: 'file-1' } },
      /refers to a file of another provider\. Give the bytes/,
    ],
    [
      'an id',
      'application/pdf',
      { type: 'reference', reference: { 'amazon-bedrock': 'file-1' } },
      /prompt\[0\]\.content\[0\] refers to a file by the id file-1\. Give the bytes/,
    ],
    [
      'an id of OpenAI in place of the bytes',
      'application/pdf',
      { type: 'data', data: 'file-6F2ksmvXxt4VdoqmHRw6kL' },
      /prompt\[0\]\.content\[0\] refers to a file by the name or id file-6F2ksmvXxt4VdoqmHRw6kL\. Give the bytes/,
    ],
    [
      'an id of Anthropic in place of the bytes',
      'image/*',
      { type: 'data', data: 'file_011CNha8iCJcU1wXNR6q4V8w' },
      /prompt\[0\]\.content\[0\] refers to a file by the name or id file_011CNha8iCJcU1wXNR6q4V8w\. Give the bytes/,
    ],
    [
      'the name of a file in place of the bytes',
      'image/png',
      { type: 'data', data: './cat.png' },
      /prompt\[0\]\.content\[0\] refers to a file by the name or id \.\/cat\.png\. Give the bytes/,
    ],
    [
      'a long name, which the error cuts off',
      'image/png',
      { type: 'data', data: `cat.png${'x'.repeat(1000)}` },
      /by the name or id cat\.pngx{93}\. Give the bytes/,
    ],
    [
      'a picture of another kind whose bytes are of it',
      'image/heic',
      { type: 'data', data: Buffer.from('\0\0\0\x18ftypheic', 'latin1') },
      /^prompt\[0\]\.content\[0\] has the media type image\/heic, which names no format/,
    ],
    [
      'a picture of another kind',
      'image/heic',
      data,
      /^prompt\[0\]\.content\[0\] has the media type image\/heic, which names no format that Bedrock takes: image: png jpeg gif webp; document: /,
    ],
    [
      'a picture of another kind, of whatever kind it is said to be',
      'image/*',
      { type: 'data', data: Buffer.from('\0\0\0\x18ftypheic', 'latin1') },
      /^prompt\[0\]\.content\[0\] has the media type image\/\* and the bytes of image\/heic, which names no format/,
    ],
    [
      'a moving picture that is no video',
      'application/octet-stream',
      { type: 'data', data: Buffer.from('\0\0\0\x2cftypavis', 'latin1') },
      /has the media type application\/octet-stream and the bytes of image\/avif, which/,
    ],
    [
      'an address without an ending, of a type without a format',
      'image',
      { type: 'url', url: new URL('s3://photos/42') },
      /media type image, which names no format that Bedrock takes: image: png/,
    ],
    ['text as a picture', 'image/png', { type: 'text', text: 'x' }, /media type image\/png.* webm\.$/],
    ['bytes of nothing known', 'application/octet-stream', data, /media type application\/octet-stream/],
  ])('%s is refused with its place in the prompt', (_, mediaType, data, message) => {
    expect(() => blockOf({ mediaType, data })).toThrow(message);
    expect(() => blockOf({ mediaType, data })).toThrow(
      expect.objectContaining({ name: 'AI_UnsupportedFunctionalityError' }) as Error,
    );
  });

  it.each([
    ['image/heic', 'a', { image: { format: 'heic' } }],
    ['image/*', 'Photo.HEIC', { image: { format: 'heic' } }],
    ['image/unknown', 'Photo.HEIC', { image: { format: 'heic' } }],
    ['video/x-msvideo', 'a', { video: { format: 'msvideo' } }],
    ['audio/amr; rate=8000', 'a', { audio: { format: 'amr' } }],
    ['application/vnd.ms-powerpoint', 'Talk.PPTX', { document: { format: 'pptx', name: 'Talk' } }],
  ])(
    '%s, which may be new at Bedrock, is sent with a warning where that is asked for',
    (mediaType, filename, block) => {
      const data = { type: 'data' as const, data: new Uint8Array([0, 1]) };
      const call = (preflight: string): Call => ({
        prompt: [
          {
            role: 'user',
            content: [
              { type: 'text', text: 'a' },
              { type: 'file', mediaType, filename, data },
            ],
          },
        ],
        providerOptions: { bedrock: { preflight } },
      });
      const { request, warnings } = refusedBy(['enum'], () => map(call('warn'), 'vendor.unknown'));
      expect(request.messages?.[0]?.content[1]).toMatchObject(block);
      expect(warnings).toEqual([
        {
          type: 'other',
          message: expect.stringMatching(/: prompt\[0\]\.content\[1\]: .* enum value set: /) as string,
        },
      ]);
      expect(() => map(call('repair'), 'vendor.unknown')).toThrow(
        "If it is newer than this list, set the option preflight: 'warn'.",
      );
    },
  );

  it('a file of no type and no name is refused all the same', () => {
    const file = {
      mediaType: 'application/octet-stream',
      data: { type: 'data' as const, data: new Uint8Array(1) },
    };
    const prompt: Call['prompt'] = [{ role: 'user', content: [{ type: 'file', ...file }] }];
    expect(() => map({ prompt, providerOptions: { bedrock: { preflight: 'warn' } } })).toThrow(
      /wav aac .+ webm\.$/,
    );
  });

  // As on the way into an activity of github.com/temporalio/sdk-typescript.
  it('what JSON makes of bytes is refused with its place in the prompt', () => {
    const parsed = JSON.parse(JSON.stringify({ type: 'data', data: bytes })) as Data;
    expect(() => blockOf({ mediaType: 'image/png', data: parsed })).toThrow(
      'prompt[0].content[0].data.data must be a Uint8Array, or base64 in JSON.',
    );
  });

  it('the error of an address names what is not supported', () => {
    const url = { type: 'url' as const, url: new URL('https://a.example/x.png') };
    expect(() => blockOf({ mediaType: 'image/png', data: url })).toThrow(
      expect.objectContaining({ functionality: 'https URLs' }) as Error,
    );
  });

  it('a file without a byte is left out with a warning', () => {
    const content = [
      { type: 'file' as const, mediaType: 'image/png', data: { type: 'data' as const, data: '' } },
      { type: 'text' as const, text: 'x' },
    ];
    const { request, warnings } = map({ prompt: [{ role: 'user', content }] });
    expect(request.messages).toEqual([{ role: 'user', content: [{ text: 'x' }] }]);
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'empty file',
        details: 'prompt[0].content[0] holds no bytes and is left out.',
      },
    ]);
  });
});

describe('a document', () => {
  it.each([
    ['the alphabet of URLs', '_9j_4A', '/9j/4A=='],
    ['each sign of that alphabet alone', '-9j-', '+9j+'],
    ['the other one', '_9j_', '/9j/'],
    ['what an id begins with further on', '/9j/file-file_AA', '/9j/file+file/AA'],
    ['line feeds that make it no longer than it may be', 'AQID\n\n\n\n', 'AQID'],
    ['carriage returns', 'AQID\r\r\r\r', 'AQID'],
    ['spaces', 'AQ ID   ', 'AQID'],
    ['line breaks', 'iVBO\r\nRw0K\nGgo=', 'iVBORw0KGgo='],
    ['no padding', 'AAE', 'AAE='],
    ['nothing odd', 'AAECAw==', 'AAECAw=='],
  ])('in base64 with %s goes in the standard form', (_, base64, standard) => {
    expect(blockOf({ mediaType: 'image/png', data: { type: 'data', data: base64 } })).toMatchObject({
      image: { source: { bytes: { base64: standard } } },
    });
  });

  it('in a data URL is its bytes, in base64 or in words', () => {
    const at = (url: string) =>
      blockOf({ mediaType: 'text/plain', data: { type: 'url', url: new URL(url) } });
    expect(at('data:text/plain;charset=utf-8;base64,aMOp')).toEqual(
      document('txt', { bytes: { base64: 'aMOp' } }),
    );
    const words = document('txt', { bytes: new TextEncoder().encode('hé, you') });
    expect(at('data:text/plain,h%C3%A9,%20you')).toEqual(words);
    expect(() => at('data:text/plain,100%')).toThrow(
      'prompt[0] is not a message of specification v4: prompt[0].content[0]: ',
    );
  });
});
