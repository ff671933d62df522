/** Who called the admin API, as far as the listener knows that the call came by. */
export interface Caller {
  /** The common name of a certificate; undefined where nobody proved a name. */
  readonly name: string | undefined;
  /** Of that certificate, as hex. */
  readonly serial: string | undefined;
  /** "host:port", or "unix" for the local user of the socket. */
  readonly address: string;
}

/** As the log has it. */
export function describeCaller({ name, serial, address }: Caller): string {
  return name === undefined
    ? address
    : `${name} (certificate ${serial ?? "unknown"}) at ${address}`;
}
