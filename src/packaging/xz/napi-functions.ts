/**
 * The functions of Node-API that lzma.wasm calls when it compresses at once, over the values of napi-values.ts. It also
 * imports those of its threads and streams; nothing calls them here.
 */
import type { CallInfo, NapiValues, Native } from "./napi-values.ts";

type NativeFunctions = Readonly<Record<string, Native>>;

const ok = 0;
const isException = 10;
/** napi_valuetype. */
const typeCodes: Readonly<Record<string, number>> = {
  undefined: 0,
  boolean: 2,
  number: 3,
  string: 4,
  symbol: 5,
  object: 6,
  function: 7,
  bigint: 9,
};
const uint8Type = 1;

export function napiFunctions(host: NapiValues): NativeFunctions {
  return {
    ...valueFunctions(host),
    ...objectFunctions(host),
    ...referenceFunctions(host),
    ...bytesFunctions(host),
  };
}

function give(host: NapiValues, address: number, value: unknown): number {
  host.give(address, value);
  return ok;
}

function objectAt(host: NapiValues, handle: number): Record<string, unknown> {
  return host.valueOf(handle) as Record<string, unknown>;
}

function valueFunctions(host: NapiValues): NativeFunctions {
  return {
    napi_get_undefined: (_, result = 0) => give(host, result, undefined),
    napi_get_global: (_, result = 0) => give(host, result, {}),
    napi_create_object: (_, result = 0) => give(host, result, {}),
    napi_create_string_utf8: (_, text = 0, length = 0, result = 0) =>
      give(host, result, host.text(text, length)),
    napi_create_error: (_, code = 0, message = 0, result = 0) =>
      give(host, result, new Error(String(host.valueOf(message)), { cause: host.valueOf(code) })),
    napi_typeof: (_, value = 0, result = 0) => {
      const found = host.valueOf(value);
      host.view.setUint32(result, found === null ? 1 : (typeCodes[typeof found] ?? 8), true);
      return ok;
    },
    napi_get_value_double: (_, value = 0, result = 0) => {
      host.view.setFloat64(result, Number(host.valueOf(value)), true);
      return ok;
    },
    napi_throw: (_, error = 0) => {
      host.pending = { thrown: host.valueOf(error) };
      return ok;
    },
    napi_throw_error: (_, _code = 0, message = 0) => {
      host.pending = { thrown: new Error(host.text(message)) };
      return ok;
    },
    napi_is_exception_pending: (_, result = 0) => {
      host.view.setUint8(result, host.pending ? 1 : 0);
      return ok;
    },
    napi_get_and_clear_last_exception: (_, result = 0) => give(host, result, host.takePending()),
  };
}

function objectFunctions(host: NapiValues): NativeFunctions {
  return {
    napi_set_named_property: (_, object = 0, name = 0, value = 0) => {
      objectAt(host, object)[host.text(name)] = host.valueOf(value);
      return ok;
    },
    napi_get_named_property: (_, object = 0, name = 0, result = 0) =>
      give(host, result, objectAt(host, object)[host.text(name)]),
    napi_create_function: (_, _name = 0, _length = 0, address = 0, data = 0, result = 0) => {
      const made = (...values: unknown[]) => host.call(address, { values, data });
      return give(host, result, made);
    },
    // Classes are the module's streams, which are not used.
    napi_define_class: (
      _,
      _name = 0,
      _length = 0,
      _address = 0,
      _data = 0,
      _count = 0,
      _properties = 0,
      result = 0,
    ) => give(host, result, () => undefined),
    napi_create_threadsafe_function: (...args) => give(host, args[10] ?? 0, {}),
    napi_unref_threadsafe_function: () => ok,
    napi_get_cb_info: (_, info = 0, count = 0, values = 0, self = 0, data = 0) => {
      const call = host.valueOf(info) as CallInfo;
      const room = count === 0 ? 0 : host.view.getUint32(count, true);
      for (let index = 0; index < room; index += 1) {
        host.give(values + 4 * index, call.values[index]);
      }
      if (count !== 0) host.view.setUint32(count, call.values.length, true);
      if (self !== 0) host.give(self, undefined);
      if (data !== 0) host.view.setUint32(data, call.data, true);
      return ok;
    },
  };
}

function referenceFunctions(host: NapiValues): NativeFunctions {
  return {
    napi_create_reference: (_, value = 0, _count = 0, result = 0) => {
      host.view.setUint32(result, host.keep(host.valueOf(value)), true);
      return ok;
    },
    // Kept until it is deleted: nothing here is collected earlier.
    napi_reference_unref: (_, _reference = 0, result = 0) => {
      if (result !== 0) host.view.setUint32(result, 0, true);
      return ok;
    },
    napi_get_reference_value: (_, reference = 0, result = 0) =>
      give(host, result, host.kept(reference)),
    napi_delete_reference: (_, reference = 0) => {
      host.release(reference);
      return ok;
    },
  };
}

function bytesFunctions(host: NapiValues): NativeFunctions {
  return {
    napi_is_typedarray: (_, value = 0, result = 0) => {
      host.view.setUint8(result, host.valueOf(value) instanceof Uint8Array ? 1 : 0);
      return ok;
    },
    napi_get_typedarray_info: (_, value = 0, type = 0, length = 0, data = 0) => {
      const bytes = host.valueOf(value);
      if (!(bytes instanceof Uint8Array)) return isException;
      const copy = host.allocate(bytes.length);
      new Uint8Array(host.memory.buffer).set(bytes, copy);
      if (type !== 0) host.view.setUint32(type, uint8Type, true);
      if (length !== 0) host.view.setUint32(length, bytes.length, true);
      if (data !== 0) host.view.setUint32(data, copy, true);
      return ok;
    },
    napi_create_buffer: (_, length = 0, data = 0, result = 0) => {
      const address = host.allocate(length);
      if (data !== 0) host.view.setUint32(data, address, true);
      return give(host, result, new Uint8Array(host.memory.buffer, address, length));
    },
    napi_create_buffer_copy: (_, length = 0, address = 0, _data = 0, result = 0) =>
      give(host, result, host.bytes(address, length)),
    napi_create_external_buffer: (
      env = 0,
      length = 0,
      address = 0,
      finalize = 0,
      hint = 0,
      result = 0,
    ) => {
      give(host, result, host.bytes(address, length));
      // Copied, so the module's own is done with.
      if (finalize !== 0) host.native(finalize)(env, address, hint);
      return ok;
    },
  };
}
