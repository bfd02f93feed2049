/** Who calls in the tests of the signed fetch: as whom, which service, and when. */

export const scope = { service: 'dynamodb', region: 'eu-west-1' };
export const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
export const url = 'https://dynamodb.eu-west-1.amazonaws.com/';
export const start = Date.parse('2026-01-15T12:00:00Z');
export const clock = () => new Date(start);
export const lookupSecret = (id: string) =>
  id === credentials.accessKeyId ? credentials.secretAccessKey : undefined;
