/** The version of this package, for the user agent; a test holds it equal to the manifest's. */
export const VERSION = '0.0.0';
