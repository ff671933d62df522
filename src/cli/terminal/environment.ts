/**
 * Takes out of the environment what would change the behaviour of the runtime or of a library: only the variables of
 * ours.md 2 may count. Those of the system (PATH, HOME, TZ …) stay, for the programs that services start.
 */

/** NODE_TLS_REJECT_UNAUTHORIZED above all, which would switch off the check of certificates. */
const ignored =
  /^(?:NODE_|BUN_|SSL_|OPENSSL_|GRPC_)|^(?:grpc_proxy|no_grpc_proxy|http_proxy|all_proxy)$/i;

/** Changes the given variables. */
export function clearForeignVariables(variables: Record<string, string | undefined>): void {
  for (const name of Object.keys(variables)) {
    if (ignored.test(name)) delete variables[name];
  }
}
