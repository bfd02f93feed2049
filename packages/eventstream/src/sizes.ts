// Sizes of the format, all in bytes.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

/** Two lengths of four bytes each and their checksum. */
export const preludeBytes = 12;

/** The checksum of the whole message, at its end. */
export const trailerBytes = 4;

/** A message without headers and body. */
export const minMessageBytes = 16;

/** "utf8 name<1..255>" */
export const maxNameBytes = 255;

/** "utf8 data<1..2^15-1>". An empty value is let through: AWS's own libraries write and read it. */
export const maxValueBytes = 32_767;

/** The specification's bound on the encoded headers of one message. */
export const maxHeadersBytes: number = 1 << 17;

/**
 * 24 MiB: AWS_EVENT_STREAM_MAX_MESSAGE_SIZE of aws-c-event-stream, and the specification's bound on a body. An earlier limit of
 * 16 MiB was too low: Kinesis has sent a body of 19,271,862 bytes (boto/botocore#3350).
 */
export const greatestMaxMessageBytes: number = 3 << 23;
