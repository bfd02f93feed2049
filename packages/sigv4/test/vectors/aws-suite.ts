/**
 * The 24 cases of AWS's published signing suite, as `@smithy/signature-v4@2.0.0` carries them (dist-es/suite.fixture.js).
 * That file is an ES module in a package that says it is none, so it is read as text.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface SuiteCase {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly hostname: string;
    readonly path: string;
    readonly query: Record<string, string | string[]>;
    readonly headers: Record<string, string>;
    readonly body?: string;
  };
  readonly authorization: string;
}

interface Suite {
  readonly region: string;
  readonly service: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly signingDate: Date;
  readonly requests: readonly SuiteCase[];
}

const entry = createRequire(import.meta.url).resolve('signature-v4-suite/package.json');
const source = readFileSync(new URL('dist-es/suite.fixture.js', `file://${entry}`), 'utf8');

export const suite = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as Suite; // the shape of that file
