// One kept-alive HTTP/1.1 socket that sends the same bytes again and again and checks every answer.
import { connect } from 'node:net';

/**
 * Sends `request` until `until` has passed, the next one when an answer is complete.
 *
 * @param {{ host: string, port: number, request: Buffer, until: number, isComplete: (answer: Buffer) => boolean }} task
 * @returns {Promise<{ answers: number, bytes: number, errors: string[] }>}
 */
export function replay({ host, port, request, until, isComplete }) {
  return new Promise((resolve) => {
    const result = { answers: 0, bytes: 0, errors: [] };
    const socket = connect(port, host);
    socket.setNoDelay(true);
    let held = [];
    let ended = false;
    const end = () => {
      ended = true;
      socket.end();
      resolve(result);
    };
    socket.on('connect', () => socket.write(request));
    socket.on('error', (error) => {
      if (ended) return;
      result.errors.push(error.message);
      end();
    });
    socket.on('close', () => {
      if (!ended) result.errors.push('the server closed the connection');
      if (!ended) end();
    });
    socket.on('data', (data) => {
      result.bytes += data.length;
      held.push(data);
      const answer = held.length === 1 ? data : Buffer.concat(held);
      held = [answer];
      if (!isComplete(answer)) return;
      held = [];
      if (answer.toString('latin1', 0, 12) === 'HTTP/1.1 200') result.answers += 1;
      else result.errors.push(answer.toString('utf8', 0, 300));
      if (performance.now() < until) socket.write(request);
      else end();
    });
  });
}

/** A body whose length is announced. */
export function hasLength(answer) {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /content-length: (\d+)/i.exec(answer.toString('latin1', 0, head))?.[1];
  return answer.length >= head + 4 + Number(length ?? 0);
}

const lastChunk = Buffer.from('\r\n0\r\n\r\n');

/** A body in chunks, up to the last of them. */
export function hasLastChunk(answer) {
  return answer.length > lastChunk.length && answer.subarray(-lastChunk.length).equals(lastChunk);
}
