/**
 * What a model can do: the table's record, with the changes that the options make to it.
 */
import { capabilitiesOf, knownModelIds, type ModelCapabilities } from '@bedrock-kit/models';
import { isObject } from '../json.ts';
import { matchesPattern } from './pattern.ts';

/** Changes to the record of a model: any of its members, at any depth. What you leave out stays as it is. */
export type CapabilityChanges = Changes<ModelCapabilities>;

type Changes<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Changes<Value[Key]> | undefined }
    : Value;

export interface CapabilitySettings {
  /** ARN → id of the model behind it, for ids that hide it. */
  readonly baseModels: Readonly<Record<string, string>>;
  readonly changes: Readonly<Record<string, CapabilityChanges>>;
}

export function capabilitiesFor(modelId: string, settings: CapabilitySettings): ModelCapabilities {
  const baseModelId = Object.hasOwn(settings.baseModels, modelId) ? settings.baseModels[modelId] : undefined;
  const record = capabilitiesOf(modelId, baseModelId === undefined ? {} : { baseModelId });
  const ids = [modelId, record.baseModelId ?? modelId];
  const changes = Object.entries(settings.changes).filter(([pattern]) =>
    ids.some((id) => matchesPattern(pattern, id)),
  );
  // A whole record stays one when members of the right types are laid over it.
  return changes.reduce((whole, [, change]) => overlay(whole, change) as ModelCapabilities, record);
}

/**
 * The record as it is on a day: the table says where a model stood when it was checked, and after which day calls fail. None there that is
 * active has such a day, so one that is both has been made active by the options.
 */
export function onDay(record: ModelCapabilities, now: Date): ModelCapabilities {
  const { lifecycle } = record;
  const { endOfLife, status } = lifecycle;
  if (status === 'active' || endOfLife === undefined || now.toISOString().slice(0, 10) <= endOfLife)
    return record;
  return { ...record, lifecycle: { ...lifecycle, status: 'end-of-life' } };
}

/** A member that no record has, and the members that records have at its place. */
export interface WrongMember {
  /** Such as `toolUse.choises`. */
  readonly place: string;
  readonly name: string;
  readonly known: readonly string[];
}

/** The first member, at whatever depth, that a record could not have: it would change nothing. */
export function wrongMember(changes: unknown): WrongMember | undefined {
  // Which members an object has depends on the model, so all models are asked. `none` has all members at the top.
  const ids = ['none', ...Object.values(knownModelIds).flat()];
  return wrongMemberIn(
    changes,
    ids.map((id) => capabilitiesOf(id)),
    '',
  );
}

/** Fields of requests, which have whatever names a model gives them. */
const requestFields = ['on', 'off'];

function wrongMemberIn(changes: unknown, records: readonly unknown[], path: string): WrongMember | undefined {
  const objects = records.filter(isObject);
  if (!isObject(changes) || objects.length === 0) return undefined;
  const known = [...new Set(objects.flatMap((record) => Object.keys(record)))];
  for (const [name, change] of Object.entries(changes)) {
    const place = path + name;
    if (!known.includes(name)) return { place, name, known };
    if (requestFields.includes(name)) continue;
    const members = objects.map((record) => record[name]);
    const found = wrongMemberIn(change, members, `${place}.`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function overlay(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (!isObject(above)) return above;
  const merged: Record<string, unknown> = isObject(below) ? { ...below } : {};
  for (const [name, member] of Object.entries(above)) merged[name] = overlay(merged[name], member);
  return merged;
}
