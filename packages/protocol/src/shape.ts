// The words of the shape table: what a value on Bedrock's wire may be, after Smithy's simple and aggregate types.
// https://smithy.io/2.0/spec/model.html#shapes

/** The form of a value that Bedrock sends or accepts, with its constraints. Shapes are plain data: nothing is computed on import. */
export type Shape =
  | Structure
  | Union
  | List
  | MapShape
  | StringShape
  | Enumeration
  | NumberShape
  | BooleanShape
  | BlobShape
  | TimestampShape
  | DocumentShape;

/** The members of an object, by name. */
export type Members = { readonly [name: string]: Shape };

/** Values marked `sensitive` stay out of messages and logs: https://smithy.io/2.0/spec/documentation-traits.html#sensitive-trait */
interface Sensitive {
  readonly sensitive?: true;
}

/** An object with these members. */
export interface Structure extends Sensitive {
  readonly type: 'structure';
  readonly required?: Members;
  readonly optional?: Members;
}

/** An object with exactly one of the members. `stream`: its members are the events of an event stream. */
export interface Union extends Sensitive {
  readonly type: 'union';
  /** AWS's name of the shape, with which its messages about a union begin. */
  readonly name: string;
  readonly members: Members;
  readonly stream?: true;
}

/** A list; `min` and `max` count its items. */
export interface List extends Sensitive {
  readonly type: 'list';
  readonly member: Shape;
  readonly min?: number;
  readonly max?: number;
}

/** An object with any keys; `min` and `max` count its entries. */
export interface MapShape extends Sensitive {
  readonly type: 'map';
  readonly key: StringShape;
  readonly value: Shape;
  readonly min?: number;
  readonly max?: number;
}

/** A string; `min` and `max` count Unicode code points, and AWS's `pattern` must match the whole value. */
export interface StringShape extends Sensitive {
  readonly type: 'string';
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

/** A string that is one of `values`, or of those that AWS accepts without saying so (`undeclared`). */
export interface Enumeration extends Sensitive {
  readonly type: 'enum';
  readonly values: readonly string[];
  readonly undeclared?: readonly string[];
  /** Set if the service model's check accepts any string here, and a rule refuses unknown ones afterwards. */
  readonly isLoose?: true;
}

/** A number from `min` to `max`. */
export interface NumberShape extends Sensitive {
  readonly type: 'integer' | 'long' | 'float' | 'double';
  readonly min?: number;
  readonly max?: number;
}

/** `true` or `false`. */
export interface BooleanShape extends Sensitive {
  readonly type: 'boolean';
}

/** Bytes; `min` and `max` count them decoded. On the wire they are a base64 string, or the whole HTTP body. */
export interface BlobShape extends Sensitive {
  readonly type: 'blob';
  readonly min?: number;
  readonly max?: number;
}

/** A time: on the wire an ISO 8601 string, here a `Date`. */
export interface TimestampShape extends Sensitive {
  readonly type: 'timestamp';
}

/** Any JSON value, passed on as it is. */
export interface DocumentShape extends Sensitive {
  readonly type: 'document';
}
