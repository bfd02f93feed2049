import { runInNewContext } from 'node:vm';
import type { LanguageModelV4FilePart } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { mediaTypeBySignature } from '../../src/request/file-signature.ts';
import { CLAUDE_4_5, map, NOVA_PRO } from '../messages.ts';

type Data = LanguageModelV4FilePart['data'];

const bytes = new Uint8Array([1, 2, 3]);
const data: Data = { type: 'data', data: bytes };

function blockOf(part: Omit<LanguageModelV4FilePart, 'type'>, model = NOVA_PRO): unknown {
  const content = [
    { type: 'file' as const, ...part },
    { type: 'text' as const, text: 'look' },
  ];
  return map({ prompt: [{ role: 'user', content }] }, model).request.messages?.[0]?.content[0];
}

/** Bytes as a test in Jest has them under jsdom, where Buffer is of another realm. */
const foreign = (list: string) => runInNewContext(`Uint8Array.of(${list})`) as Uint8Array;

const s3 = (uri: string): Data => ({ type: 'url', url: new URL(uri) });
const document = (format: string, source: object = { bytes }) => ({
  document: { format, name: 'document-1', source },
});

describe('a file by its media type', () => {
  it.each([
    ['image/png', { image: { format: 'png', source: { bytes } } }],
    ['image/jpg', { image: { format: 'jpeg', source: { bytes } } }],
    ['IMAGE/JPEG', { image: { format: 'jpeg', source: { bytes } } }],
    ['image/gif', { image: { format: 'gif', source: { bytes } } }],
    ['image/webp', { image: { format: 'webp', source: { bytes } } }],
    ['video/mp4', { video: { format: 'mp4', source: { bytes } } }],
    ['video/quicktime', { video: { format: 'mov', source: { bytes } } }],
    ['video/3gpp', { video: { format: 'three_gp', source: { bytes } } }],
    ['video/x-ms-wmv', { video: { format: 'wmv', source: { bytes } } }],
    ['application/pdf', document('pdf')],
    ['application/x-pdf', document('pdf')],
    ['text/csv', document('csv')],
    ['application/msword', document('doc')],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', document('docx')],
    ['application/vnd.ms-excel', document('xls')],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', document('xlsx')],
    ['text/html', document('html')],
    ['text/plain', document('txt')],
    ['text/plain; charset=utf-8', document('txt')],
    ['text/markdown', document('md')],
    ['text/x-markdown', document('md')],
    ['text/xml', document('txt')],
    ['text/x-python', document('txt')],
    ['application/json', document('txt')],
    ['application/ld+json', document('txt')],
    ['image/svg+xml', document('txt')],
    ['text', document('txt')],
  ])('%s is a block in its format', (mediaType, block) => {
    expect(blockOf({ mediaType, data })).toEqual(block);
  });

  it('audio is an audio block, for models that hear', () => {
    const part = { mediaType: 'audio/mpeg', data };
    expect(blockOf(part, 'mistral.voxtral-small-24b-2507')).toEqual({
      audio: { format: 'mp3', source: { bytes } },
    });
    expect(() => blockOf(part)).toThrow(/prompt\[0\]\.content\[0\]: .*\(rule audio-supported\)/);
  });
});

describe('a file of which the media type says little', () => {
  const head = (text: string): Data => ({
    type: 'data',
    data: Uint8Array.from(text, (char) => char.charCodeAt(0)),
  });
  it.each([
    ['image', head('\x89PNG\r\n\x1a\n'), { image: { format: 'png' } }],
    ['image/*', head('\xff\xd8\xff\xe0'), { image: { format: 'jpeg' } }],
    ['image/*', { type: 'data', data: 'R0lGODlh' } satisfies Data, { image: { format: 'gif' } }],
    ['image/unknown', head('\x89PNG\r\n\x1a\n'), { image: { format: 'png' } }],
    ['image', head('RIFF\0\0\0\0WEBP'), { image: { format: 'webp' } }],
    ['video', head('\0\0\0\x18ftypmp42'), { video: { format: 'mp4' } }],
    ['video', head('\x1a\x45\xdf\xa3....webm'), { video: { format: 'webm' } }],
    ['application/octet-stream', head('%PDF-1.7'), { document: { format: 'pdf' } }],
    ['binary/octet-stream', head('%PDF-1.7'), { document: { format: 'pdf' } }],
    ['application/force-download', head('%PDF-1.7'), { document: { format: 'pdf' } }],
    ['application', head('%PDF-1.7'), { document: { format: 'pdf' } }],
  ])('%s is known by its first bytes', (mediaType, data, block) => {
    expect(blockOf({ mediaType, data })).toMatchObject(block);
  });

  it.each([
    ['table.xlsx', 'application/octet-stream', { document: { format: 'xlsx' } }],
    ['letter.docx', 'application/zip', { document: { format: 'docx' } }],
    ['page.HTM', 'application/octet-stream', { document: { format: 'html' } }],
    ['photo.jpg', 'image', { image: { format: 'jpeg' } }],
    ['notes.md', 'application', { document: { format: 'md' } }],
    // As Windows calls what Excel and Word open.
    ['table.csv', 'application/vnd.ms-excel', { document: { format: 'csv' } }],
    ['table.xlsx', 'application/vnd.ms-excel', { document: { format: 'xlsx' } }],
    ['letter.docx', 'application/msword', { document: { format: 'docx' } }],
  ])('%s is known by its name', (filename, mediaType, block) => {
    expect(blockOf({ mediaType, data, filename })).toMatchObject(block);
  });

  it.each([
    ['table.csv', head('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['table.dat', data],
    ['', data],
  ])('%s is a workbook as its media type says', (filename, data) => {
    expect(blockOf({ mediaType: 'application/vnd.ms-excel', data, filename })).toMatchObject({
      document: { format: 'xls' },
    });
  });
});

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
    const data: Data = { type: 'reference', reference: { 'amazon-bedrock': 's3://bucket/k.png' } };
    expect(blockOf({ mediaType: 'image/png', data })).toEqual({
      image: { format: 'png', source: { s3Location: { uri: 's3://bucket/k.png' } } },
    });
  });

  it.each<[string, string, Data, RegExp]>([
    [
      'a web address',
      'image/png',
      { type: 'url', url: new URL('https://a.example/x.png') },
      /prompt\[0\]\.content\[0\] is a file at a https: address/,
    ],
    [
      'a reference of another provider',
      'image/png',
      { type: 'reference', reference: { openai: 'file-1' } },
      /refers to a file of another provider\. Give the bytes/,
    ],
    [
      'a picture of another kind',
      'image/heic',
      data,
      /^prompt\[0\]\.content\[0\] has the media type image\/heic, which names no format that Bedrock takes: image: png jpeg gif webp; document: /,
    ],
    [
      'an address without an ending, of a type without a format',
      'image',
      { type: 'url', url: new URL('s3://photos/42') },
      /media type image, which names no format that Bedrock takes: image: png/,
    ],
    ['text as a picture', 'image/png', { type: 'text', text: 'x' }, /media type image\/png/],
    ['bytes of nothing known', 'application/octet-stream', data, /media type application\/octet-stream/],
  ])('%s is refused with its place in the prompt', (_, mediaType, data, message) => {
    expect(() => blockOf({ mediaType, data })).toThrow(message);
    expect(() => blockOf({ mediaType, data })).toThrow(
      expect.objectContaining({ name: 'AI_UnsupportedFunctionalityError' }) as Error,
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
  it('carries its context and can be cited', () => {
    const providerOptions = { bedrock: { citations: { enabled: true }, context: 'a contract' } };
    expect(
      blockOf({ mediaType: 'application/pdf', filename: 'a.pdf', data, providerOptions }, CLAUDE_4_5),
    ).toEqual({
      document: {
        format: 'pdf',
        name: 'a',
        source: { bytes },
        context: 'a contract',
        citations: { enabled: true },
      },
    });
  });

  it('is not cited by a model that does not cite, with a warning', () => {
    const part = {
      type: 'file' as const,
      mediaType: 'application/pdf',
      data,
      providerOptions: { bedrock: { citations: { enabled: true } } },
    };
    const { request, warnings } = map(
      { prompt: [{ role: 'user', content: [part, { type: 'text', text: 'x' }] }] },
      NOVA_PRO,
    );
    expect(request.messages?.[0]?.content[0]).toEqual(document('pdf'));
    expect(warnings).toEqual([
      { type: 'unsupported', feature: 'citations', details: 'This model does not cite documents.' },
    ]);
  });

  it('is cited as pdf and txt alone', () => {
    const providerOptions = { bedrock: { citations: { enabled: true } } };
    const part = { type: 'file' as const, mediaType: 'text/csv', data, providerOptions };
    const content = [part, { type: 'text' as const, text: 'x' }];
    const { request, warnings } = map({ prompt: [{ role: 'user', content }] });
    expect(request.messages?.[0]?.content[0]).toEqual(document('csv'));
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'citations',
        details: 'Documents are cited as pdf and txt, not as csv.',
      },
    ]);
  });

  describe('for a model that takes none', () => {
    const DEVSTRAL = 'mistral.devstral-2-123b';
    const file = (mediaType: string, more: object = {}) => ({
      type: 'file' as const,
      mediaType,
      data: { type: 'data' as const, data: 'YSxiCjEsMg==' },
      ...more,
    });
    const sent = (...content: LanguageModelV4FilePart[]) =>
      map({ prompt: [{ role: 'user', content: [...content, { type: 'text', text: 'x' }] }] }, DEVSTRAL);

    it('is text where it is one, under its name and context', () => {
      const providerOptions = { bedrock: { context: 'sales' } };
      const inline = file('text/markdown', { data: { type: 'text', text: '# hi \ud800' } });
      const blank = file('text/plain', { data: { type: 'data', data: new Uint8Array([10]) } });
      const { request, warnings } = sent(
        file('text/csv', { filename: 'a.csv', providerOptions }),
        inline,
        blank,
        file('text/html', { data: { type: 'data', data: new TextEncoder().encode('<p>é</p>') } }),
      );
      expect(request.messages?.[0]?.content).toEqual([
        { text: 'a.csv\nsales\na,b\n1,2' },
        { text: '# hi \ufffd' },
        { text: '<p>é</p>' },
        { text: 'x' },
      ]);
      expect(warnings).toContainEqual({
        type: 'compatibility',
        feature: 'documents',
        details: 'Devstral 2 123B takes no documents, so those of text are sent as text.',
      });
    });

    it('is read in the encoding that it has', () => {
      const utf16 = Buffer.from('\ufeffGrüße, 世', 'utf16le');
      const files = [
        Buffer.from('\ufeffGrüße', 'utf8'),
        utf16,
        Buffer.from(utf16).swap16(),
        Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65, 0x20, 0x80]),
        utf16.toString('base64'),
      ];
      const { request } = sent(
        ...files.map((bytes) => file('text/csv', { data: { type: 'data', data: bytes } })),
      );
      expect(request.messages?.[0]?.content).toEqual([
        { text: 'Grüße' },
        { text: 'Grüße, 世' },
        { text: 'Grüße, 世' },
        { text: 'Grüße €' },
        { text: 'Grüße, 世' },
        { text: 'x' },
      ]);
    });

    it('is text in the result of a tool', () => {
      const value = [file('text/csv')];
      const call = { toolCallId: '123456789', toolName: 'read' };
      const { request } = map(
        {
          prompt: [
            { role: 'user', content: [{ type: 'text', text: 'x' }] },
            { role: 'assistant', content: [{ type: 'tool-call', ...call, input: {} }] },
            { role: 'tool', content: [{ type: 'tool-result', ...call, output: { type: 'content', value } }] },
          ],
        },
        DEVSTRAL,
      );
      expect(request.messages?.[2]?.content[0]).toEqual({
        toolResult: { toolUseId: '123456789', content: [{ text: 'a,b\n1,2' }] },
      });
    });

    it('is refused where it is more than text, or no base64', () => {
      expect(() => sent(file('application/pdf'))).toThrow(/document-supported/);
      expect(() => sent(file('text/csv', { data: { type: 'data', data: 'a*b=' } }))).toThrow(
        /document-supported/,
      );
    });
  });

  it('gets a text beside it when it came alone', () => {
    const part = { type: 'file' as const, mediaType: 'application/pdf', data };
    const { request, warnings } = map({ prompt: [{ role: 'user', content: [part] }] });
    expect(request.messages?.[0]?.content).toEqual([document('pdf'), { text: 'See the attached document.' }]);
    expect(warnings).toHaveLength(1);
  });

  it('has the same name in turn one and in turn five', () => {
    const file = { type: 'file' as const, mediaType: 'application/pdf', filename: 'a.pdf', data };
    const first = { role: 'user' as const, content: [file, { type: 'text' as const, text: 'x' }] };
    const answer = { role: 'assistant' as const, content: [{ type: 'text' as const, text: 'y' }] };
    const one = map({ prompt: [first] }).request.messages;
    const five = map({ prompt: [first, answer, first, answer, first] }).request.messages;
    expect(five?.[0]).toEqual(one?.[0]);
    expect(five?.[4]?.content[0]).toMatchObject({ document: { name: 'a-3' } });
  });

  it.each([
    ['the alphabet of URLs', '_9j_4A', '/9j/4A=='],
    ['line breaks', 'iVBO\r\nRw0K\nGgo=', 'iVBORw0KGgo='],
    ['no padding', 'AAE', 'AAE='],
    ['nothing odd', 'AAECAw==', 'AAECAw=='],
  ])('in base64 with %s goes in the standard form', (_, base64, standard) => {
    expect(blockOf({ mediaType: 'image/png', data: { type: 'data', data: base64 } })).toEqual({
      image: { format: 'png', source: { bytes: { base64: standard } } },
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
    expect(() => at('data:text/plain,100%')).toThrow(/prompt\[0\] is no message of the specification v4/);
  });
});

describe('bytes of another realm', () => {
  // AWS's client, with which other requests are compared, does not take them for bytes.
  it('show what they are', () => {
    expect(mediaTypeBySignature(foreign('137, 80, 78, 71, 13, 10, 26, 10'))).toBe('image/png');
  });

  it('go in words to a model without documents', () => {
    const model = 'openai.gpt-oss-120b-1:0';
    const data: Data = { type: 'data', data: foreign('104, 105') };
    expect(blockOf({ mediaType: 'text/plain', data }, model)).toEqual(
      blockOf({ mediaType: 'text/plain', data: { type: 'text', text: 'hi' } }, model),
    );
  });
});
