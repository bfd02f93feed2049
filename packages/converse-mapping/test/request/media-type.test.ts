// Which block a file becomes, and in which format: by its media type, its first bytes, its name, and as text.
import { describe, expect, it } from 'vitest';
import { blockOf, bytes, type Data, data, document } from './file-block.ts';

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
    ['video/*', head('\0\0\0\x18ftypmp42'), { video: { format: 'mp4' } }],
    ['video/unknown', head('\0\0\0\x18ftypmp42'), { video: { format: 'mp4' } }],
    ['video', head('\x1a\x45\xdf\xa3....webm'), { video: { format: 'webm' } }],
    ['application/octet-stream', head('\x89PNG\r\n\x1a\n'), { image: { format: 'png' } }],
    ['application/octet-stream', head('%PDF-1.7'), { document: { format: 'pdf' } }],
    ['binary/octet-stream', head('%PDF-1.7'), { document: { format: 'pdf' } }],
    ['application/force-download', head('%PDF-1.7'), { document: { format: 'pdf' } }],
    ['application', head('%PDF-1.7'), { document: { format: 'pdf' } }],
  ])('%s is known by its first bytes', (mediaType, data, block) => {
    expect(blockOf({ mediaType, data })).toMatchObject(block);
  });

  // "The image was specified using the image/png media type, but the image appears to be a image/jpeg image":
  // https://github.com/NousResearch/hermes-agent/issues/55429, and of Llama https://github.com/boto/boto3/issues/4415
  it.each([
    ['image/png', head('\xff\xd8\xff\xe0'), 'jpeg'],
    ['image/jpeg', head('RIFF\0\0\0\0WEBP'), 'webp'],
  ])('%s is the image that its bytes show', (mediaType, data, format) => {
    expect(blockOf({ mediaType, data })).toMatchObject({ image: { format } });
  });

  // A browser gives `application/octet-stream` to what its system has no media type for, and the one of MPEG transport streams to TypeScript:
  // https://github.com/CherryHQ/cherry-studio/issues/15746, https://github.com/open-webui/open-webui/issues/21454
  it.each([
    ['Dockerfile', 'application/octet-stream', head('FROM node\r\n\tRUN x')],
    ['main.rs', 'application/octet-stream', { type: 'data', data: btoa('fn main() {}') } satisfies Data],
    ['log.txt.1', 'application/octet-stream', head(`\x1b[31m${'line\n'.repeat(500)}\0`)],
    ['notes', 'application', head('\xef\xbb\xbfna\xc3\xafve')],
    ['notes', 'application/octet-stream', head('\xff\xfeh\0i\0')],
    ['run.rb', 'application/x-ruby', head('puts 1')],
    ['mail.eml', 'message/rfc822', head('From: a')],
    ['code.ts', 'video/mp2t', head('const a = 1;')],
    ['code.ts', 'video/vnd.dlna.mpeg-tts', head('const a = 1;')],
  ])('%s, called %s, is known as text', (filename, mediaType, data) => {
    expect(blockOf({ mediaType, data, filename })).toMatchObject({ document: { format: 'txt' } });
  });

  it.each([
    ['program.exe', 'application/octet-stream', head('MZ\x90\0\x03')],
    ['late.bin', 'application/octet-stream', head(`${'text'.repeat(300)}\0`)],
    ['no base64', 'application/octet-stream', { type: 'data', data: '%%%%' } satisfies Data],
    ['elsewhere', 'application/octet-stream', { type: 'url', url: new URL('s3://files/42') } satisfies Data],
    ['film.ts', 'video/mp2t', head('G@\0\x10\0')],
    ['film.mp4', 'video/mp2t', head('G@\0\x10\0')],
    ['scene.dv', 'video/x-dv', head('in words')],
  ])('%s, called %s, is refused', (filename, mediaType, data) => {
    expect(() => blockOf({ mediaType, data, filename })).toThrow(
      `has the media type ${mediaType}, which names no`,
    );
  });

  it('is not what its media type rules out, whatever its first bytes say', () => {
    expect(() => blockOf({ mediaType: 'image/*', data: head('OggS') })).toThrow(/media type image\/\*/);
  });

  it.each([
    ['table.xlsx', 'application/octet-stream', { document: { format: 'xlsx' } }],
    ['letter.docx', 'application/zip', { document: { format: 'docx' } }],
    ['page.HTM', 'application/octet-stream', { document: { format: 'html' } }],
    ['photo.jpg', 'application/octet-stream', { image: { format: 'jpeg' } }],
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
