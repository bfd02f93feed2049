// Requests below fetch, which show how an answer comes and how its connection ends.
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { asking, urlOf } from '../in-process.ts';

export function rawRequest(
  url: string,
  operation: string,
): Promise<{ text: string; code: string | undefined }> {
  const { hostname, port, host } = new URL(url);
  const body = asking('echo one two three').body as string;
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.on('data', (data) => (text += data.toString('latin1')));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ text, code: error.code });
    });
    socket.on('end', () => {
      resolve({ text, code: undefined });
    });
    socket.write(
      `POST ${new URL(urlOf(operation, undefined, url)).pathname} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
}

export function overHttp2(
  url: string,
  operation: string,
): Promise<{ status: number | undefined; error: string }> {
  return new Promise((resolve) => {
    const session = connectHttp2(url);
    const stream = session.request({
      ':method': 'POST',
      ':path': new URL(urlOf(operation, undefined, url)).pathname,
    });
    let status: number | undefined;
    let failure = 'none';
    stream.on('response', (headers) => (status = headers[':status']));
    stream.on('error', (error: Error) => {
      failure = error.message;
    });
    stream.on('close', () => {
      session.close();
      resolve({ status, error: failure });
    });
    stream.resume();
    stream.end(asking('echo one two three').body);
  });
}
