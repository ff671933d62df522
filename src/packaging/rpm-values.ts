/** Values of tags in an rpm's headers, by the type that rpm has for them. */
import type { RpmValue } from "./rpm-header.ts";

export const string = (value: string): RpmValue => ({ type: "string", values: [value] });
export const strings = (values: readonly string[]): RpmValue => ({ type: "strings", values });
export const translated = (value: string): RpmValue => ({ type: "translated", values: [value] });
export const int16 = (values: readonly number[]): RpmValue => ({ type: "int16", values });
export const int32 = (...values: readonly number[]): RpmValue => ({ type: "int32", values });
