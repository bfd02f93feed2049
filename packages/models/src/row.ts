/**
 * How a vendor's file writes its models: as departures from another row, down to a base record.
 * @module
 */
import type { ModelCapabilities, StructuredOutput } from './record.ts';

/** Any part of `T`, at any depth; a list or a plain value replaces what it departs from. */
export type Part<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [Key in keyof T]?: Part<T[Key]> }
    : T;

/** What a record tells of the model, whichever id was asked for and however it was found. */
export type Told = Omit<ModelCapabilities, 'id' | 'baseModelId' | 'match' | 'vendor'>;

/** What a row may state: the means to structured output are worked out of the rest. */
export type Facts = Omit<Told, 'structuredOutput'> & {
  readonly structuredOutput: Pick<StructuredOutput, 'native' | 'strictFields'> & {
    /** Only where it differs from `native`. */
    readonly nativeStreaming?: StructuredOutput['nativeStreaming'];
  };
};

/** One model, or what several have in common. */
export interface Row {
  /** The row that this one departs from; without it, a model that answers to InvokeModel alone, as `lookup` is given it. */
  readonly like?: Row;
  /**
   * What is different. A name is not handed on: where a row states none, it follows from the key. Models that embed, draw or rank have to
   * state theirs.
   */
  readonly but: Part<Facts>;
}

/** All models of one vendor. */
export interface VendorTable {
  /**
   * Rows by the id without vendor and minor version, and without what most ids have: a date, and the version `v1`. A
   * key that names a date or a version stands for that one alone.
   */
  readonly rows: Readonly<Record<string, Row>>;
  /** The row of an id that has none of its own: that of the first pattern that fits the id without vendor. */
  readonly newest: readonly (readonly [pattern: RegExp, row: Row])[];
}

/** Tables by the name that stands before the first dot of a model id. A table is made when a model of its vendor is first asked for. */
export type VendorTables = Readonly<Record<string, () => VendorTable>>;

/** The models of several tables in one; an id without a row asks the tables in their order. */
export function join(...tables: readonly VendorTable[]): VendorTable {
  return {
    rows: Object.fromEntries(tables.flatMap(({ rows }) => Object.entries(rows))),
    newest: tables.flatMap(({ newest }) => newest),
  };
}

/** The tables of several kinds of models in one, vendor by vendor. */
export function joinKinds(...kinds: readonly VendorTables[]): VendorTables {
  return Object.fromEntries(
    kinds
      .flatMap((kind) => Object.keys(kind))
      .map((vendor) => [vendor, () => join(...kinds.flatMap((kind) => kind[vendor]?.() ?? []))]),
  );
}
