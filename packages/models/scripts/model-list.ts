// What data/models.json holds: every known model, and where its row comes from.
export interface ModelList {
  readonly sources: Readonly<Record<string, { readonly title: string; readonly url: string }>>;
  readonly models: readonly ListedModel[];
}

export interface ListedModel {
  readonly id: string;
  /** Keys of `sources`. */
  readonly sources: readonly string[];
  /** The day on which the row was compared with its sources. */
  readonly checked: string;
  /** Members of the record, by dotted path, that none of the sources tells: they are common knowledge about the model. */
  readonly unverified?: readonly string[];
}
