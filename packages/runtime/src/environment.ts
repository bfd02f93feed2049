// Reads environment variables at the moment of a call, wherever a runtime has them.
// https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of this process; none where a runtime has no process. */
export function processEnvironment(): Environment {
  // Typed here because this package is compiled without the types of any one runtime.
  const { process } = globalThis as { process?: { env?: Environment } };
  return process?.env ?? {};
}

/** The value of a variable, trimmed; blank counts as unset, as an empty line of a deployment template means nothing. */
export function variable(environment: Environment, name: string): string | undefined {
  return environment[name]?.trim() || undefined;
}

/**
 * The same for a variable that a call can do without: it counts as unset if it may not be read. Deno asks for permission for each
 * variable, which a program with region and credentials in its code has no reason to give. https://docs.deno.com/runtime/fundamentals/security/
 */
export function spareVariable(environment: Environment, name: string): string | undefined {
  try {
    return variable(environment, name);
  } catch {
    return undefined;
  }
}

/** AWS's switches are on for `true`, in upper or lower case, and off for anything else. */
export function flag(environment: Environment, name: string): boolean {
  return spareVariable(environment, name)?.toLowerCase() === 'true';
}
