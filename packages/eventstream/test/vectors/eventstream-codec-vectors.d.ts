// The package types its vectors for its ES modules, which Node cannot load, not for the CommonJS ones that are used here.
declare module 'eventstream-codec-vectors/dist-cjs/TestVectors.fixture.js' {
  type Header =
    | { readonly type: 'boolean'; readonly value: boolean }
    | { readonly type: 'byte' | 'short' | 'integer'; readonly value: number }
    // A 64-bit integer; `valueOf` is exact for those of the vectors.
    | { readonly type: 'long'; readonly value: { valueOf(): number } }
    | { readonly type: 'binary'; readonly value: Uint8Array }
    | { readonly type: 'string' | 'uuid'; readonly value: string }
    | { readonly type: 'timestamp'; readonly value: Date };
  type Vector =
    | {
        readonly expectation: 'success';
        readonly encoded: Uint8Array;
        readonly decoded: { readonly headers: Readonly<Record<string, Header>>; readonly body: Uint8Array };
      }
    | { readonly expectation: 'failure'; readonly encoded: Uint8Array };

  export const vectors: Readonly<Record<string, Vector>>;
}
