// URLs of WebSockets as AWS's own clients sign them: bedrock-agentcore 0.4 and amazon-chime-sdk-js 3.32.
import { describe, expect, it } from 'vitest';
import { createSigner } from '../src/index.ts';

const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  sessionToken: 'TOKEN/1=',
};
const signerOf = (service: string) =>
  createSigner({ service, region: 'us-east-1', credentials, signingDate: '2026-11-29T12:00:00Z' });

describe('the URL of a WebSocket is signed as by its own client', () => {
  it('for an agent of AgentCore, whose ARN is a segment of the path', () => {
    const arn = 'arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/agent';
    const { signature } = signerOf('bedrock-agentcore').presignSync(
      {
        url: `wss://bedrock-agentcore.us-east-1.amazonaws.com/runtimes/${encodeURIComponent(arn)}/ws`,
        query: { qualifier: 'DEFAULT', 'X-Amzn-Bedrock-AgentCore-Runtime-Session-Id': 's-1' },
      },
      { expiresIn: 300 },
    );
    expect(signature).toBe('ce12c46af9278f1ddf9e7036416ab3e8442383f7ac7122c4a7fb95172c1dbff6');
  });

  it("for Chime's messages", () => {
    const { signature } = signerOf('chime').presignSync(
      {
        url: 'wss://node001.ue1.ws-messaging.chime.aws/connect',
        query: {
          sessionId: 'x',
          userArn: 'arn:aws:chime:us-east-1:1:app-instance/a/user/b',
          'X-Amzn-Version': '3.32.0',
          'X-Amzn-User-Agent': 'unknown-NaN',
        },
      },
      { expiresIn: 10 },
    );
    expect(signature).toBe('f75b22c4472549df891290e753bb0e8d00cde9ea15e484e4bb1a6a840267ed55');
  });
});
