// Sizes of the format, all in bytes.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

/** Two lengths of four bytes each and their checksum. */
export const preludeBytes = 12;

/** The checksum of the whole message, at its end. */
export const trailerBytes = 4;

/** A message without headers and body. */
export const minMessageBytes = 16;

/** The specification's bound on the encoded headers of one message. */
export const maxHeadersBytes: number = 1 << 17;

/** 16 MiB: what AWS's own libraries allowed until the bound was raised, and far above what any service sends. */
export const defaultMaxMessageBytes: number = 1 << 24;

/** 24 MiB: AWS_EVENT_STREAM_MAX_MESSAGE_SIZE of aws-c-event-stream, and the specification's bound on a body. */
export const greatestMaxMessageBytes: number = 3 << 23;
