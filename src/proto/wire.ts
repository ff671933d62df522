/** The library's reader and writer of protobuf's wire format, for codecs that are driven by the field tables. */
import protobuf from "protobufjs/minimal.js";

export const { Reader, Writer } = protobuf;
export type Reader = protobuf.Reader;
export type Writer = protobuf.Writer;
