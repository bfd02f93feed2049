// The words of the shape table: what a value on Bedrock's wire may be, after Smithy's simple and aggregate types.
// https://smithy.io/2.0/spec/model.html#shapes

/** Any value that Bedrock sends or takes, and the constraints under which it does. Plain data: nothing is computed on import. */
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

/** `sensitive` values stay out of messages and logs: https://smithy.io/2.0/spec/documentation-traits.html#sensitive-trait */
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
  /** AWS's name of the shape, which its messages about a union begin with. */
  readonly name: string;
  readonly members: Members;
  readonly stream?: true;
}

/** `min` and `max` count the items. */
export interface List extends Sensitive {
  readonly type: 'list';
  readonly member: Shape;
  readonly min?: number;
  readonly max?: number;
}

/** `min` and `max` count the entries. */
export interface MapShape extends Sensitive {
  readonly type: 'map';
  readonly key: StringShape;
  readonly value: Shape;
  readonly min?: number;
  readonly max?: number;
}

/** `min` and `max` count Unicode code points; `pattern` is AWS's own text and must match the whole value. */
export interface StringShape extends Sensitive {
  readonly type: 'string';
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

/** A text that is one of `values`, or of those that AWS takes without saying so. */
export interface Enumeration extends Sensitive {
  readonly type: 'enum';
  readonly values: readonly string[];
  readonly undeclared?: readonly string[];
  /** Set where AWS takes any text as far as the form goes, and a rule refuses it afterwards. */
  readonly isLoose?: true;
}

/** `min` and `max` bound the value. */
export interface NumberShape extends Sensitive {
  readonly type: 'integer' | 'long' | 'float' | 'double';
  readonly min?: number;
  readonly max?: number;
}

/** `true` or `false`. */
export interface BooleanShape extends Sensitive {
  readonly type: 'boolean';
}

/** `min` and `max` count the decoded bytes. On the wire a blob is a base64 string, or the whole HTTP body. */
export interface BlobShape extends Sensitive {
  readonly type: 'blob';
  readonly min?: number;
  readonly max?: number;
}

/** On the wire an ISO 8601 string, here a `Date`. */
export interface TimestampShape extends Sensitive {
  readonly type: 'timestamp';
}

/** Any JSON value, passed on as it is. */
export interface DocumentShape extends Sensitive {
  readonly type: 'document';
}
