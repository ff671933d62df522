/**
 * The files of the status page, as the build has put them into the executable (scripts/lib/build-page.ts).
 */

/** One file, compressed already; bytes are base64. */
export interface PageAsset {
  /** "/" for the page itself, "/assets/<name>-<hash>.<extension>" for the others. */
  readonly path: string;
  /** Content-Type. */
  readonly type: string;
  readonly gzip: string;
  readonly br: string;
}

declare const FLEET_PAGE: readonly PageAsset[] | undefined;

/** Undefined for a program that was started from its sources. */
export const embeddedPage: readonly PageAsset[] | undefined =
  typeof FLEET_PAGE === "undefined" ? undefined : FLEET_PAGE;
