/** AWS Signature Version 4A: one signature for several regions. */
export { derivePublicKey, type PublicKey } from './signing-key.ts';
export {
  createSigner,
  createSigner as createSigV4aSigner,
  type SigV4aOptions,
  type SigV4aSigner,
} from './signer.ts';
