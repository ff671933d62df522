/** Archives in the common form of ar, which is the outside of a deb. */

export interface ArMember {
  /** Up to 15 characters of ASCII. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @param mtime of every member, in seconds since 1970. */
export function writeAr(members: readonly ArMember[], mtime: number): Buffer {
  const parts = members.flatMap(({ name, bytes }) => {
    const fields = [
      name.padEnd(16),
      String(mtime).padEnd(12),
      "0".padEnd(6),
      "0".padEnd(6),
      "100644".padEnd(8),
      String(bytes.length).padEnd(10),
    ];
    const padding = bytes.length % 2 === 0 ? "" : "\n";
    return [Buffer.from(`${fields.join("")}\`\n`, "latin1"), bytes, Buffer.from(padding)];
  });
  return Buffer.concat([Buffer.from("!<arch>\n", "latin1"), ...parts]);
}
