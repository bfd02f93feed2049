// A call of Converse as the bytes of HTTP/1.1.
import { connect } from 'node:net';
import { asking, modelId } from '../in-process.ts';

export const path = `/model/${encodeURIComponent(modelId)}/converse`;
export const body = asking('echo hi').body as string;

export const head = `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n`;

/** Writes the pieces one after the other and reads until the connection ends. */
export function overHttp1(port: number, pieces: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(answer);
    });
    void (async () => {
      for (const piece of pieces) {
        socket.write(piece);
        await new Promise((next) => setTimeout(next, 5));
      }
    })();
  });
}
