/**
 * The guardrails of the account, by id, ARN and version.
 */
import { ServiceError } from '../service-error.ts';
import type { GuardrailSettings } from './configuration.ts';

/** The id in an identifier, which is one or an ARN. */
export function guardrailIdOf(identifier: string): string {
  return identifier.slice(identifier.lastIndexOf('/') + 1);
}

export class GuardrailRegistry {
  readonly #settings: Readonly<Record<string, GuardrailSettings>>;

  constructor(settings: Readonly<Record<string, GuardrailSettings>>) {
    this.#settings = settings;
  }

  /**
   * @throws {ServiceError} `code`; the message is the one that Converse gives
   */
  find(
    identifier: string,
    version: string,
    code: 'ValidationException' | 'ResourceNotFoundException',
  ): GuardrailSettings {
    const id = guardrailIdOf(identifier);
    const found = Object.hasOwn(this.#settings, id) ? this.#settings[id] : undefined;
    const known = version === 'DRAFT' || found?.versions === undefined || found.versions.includes(version);
    if (found !== undefined && known) return found;
    const message = 'The guardrail identifier or version provided in the request does not exist.';
    throw new ServiceError(code, message, { hint: this.#help(id, found) });
  }

  #help(id: string, found: GuardrailSettings | undefined): string {
    if (found)
      return `The guardrail ${id} has the versions ${['DRAFT', ...(found.versions ?? [])].join(', ')}.`;
    const ids = Object.keys(this.#settings).join(', ');
    return ids === ''
      ? 'This server has no guardrails; the option guardrails holds them by id.'
      : `This server has the guardrails ${ids}.`;
  }
}
