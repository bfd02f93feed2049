/**
 * What an image model holds back: prompts with a few words that need no judgement, and answers that a prompt asks to be
 * withheld, so that an app's handling of both can be tested.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/image-gen-errors.html
 */

const refused = /\b(?:nude|naked|porn\w*|erotic\w*|gore|gory|behead\w*)\b/i;

/** True for a prompt that the model does not take. */
export function isBlockedPrompt(prompt: string): boolean {
  return refused.test(prompt);
}

/** `withhold 2 of the images`, `withhold all images`: how many of the answer's images are held back. */
export function withheldImages(prompt: string, count: number): number {
  const asked = /\bwithhold (\d+|all)\b/i.exec(prompt)?.[1];
  if (asked === undefined) return 0;
  return asked.toLowerCase() === 'all' ? count : Math.min(Number(asked), count);
}
