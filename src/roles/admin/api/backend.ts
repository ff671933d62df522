/** The operations as the HTTP API is given them (src/web/api/operation.ts). */
import type { ApiBackend, ApiOperation } from "../../../web/api/operation.ts";
import type { Dispatcher } from "./dispatcher.ts";
import { fields } from "./generated/fields.ts";
import { operations } from "./generated/registry.ts";
import { buildOpenApi } from "./openapi.ts";
import type { Operation } from "./operation.ts";

const all: readonly Operation[] = Object.values(operations);

export function makeApiBackend(dispatcher: Dispatcher): ApiBackend {
  const served = new Map(
    all.filter(({ socketOnly }) => !socketOnly).map((one) => [routeOf(one), one] as const),
  );
  let description: string | undefined;
  const operationOf = (route: ApiOperation): Operation => {
    const operation = served.get(route);
    if (operation === undefined)
      throw new TypeError(`"${route.name}" is no operation of this backend`);
    return operation;
  };
  return {
    operations: [...served.keys()],
    describe: () => (description ??= JSON.stringify(buildOpenApi(all))),
    check: (route, caller) => dispatcher.check(operationOf(route), caller),
    call: (route, input, call) => dispatcher.call(operationOf(route), input, call),
    stream: (route, input, call) => dispatcher.stream(operationOf(route), input, call),
  };
}

function routeOf({ name, http, streams, bytesField }: Operation): ApiOperation {
  const [method, path = ""] = http.split(" ");
  return {
    ...{ name, path, streams, bytesField, fields: fields[name] ?? {} },
    method: method as ApiOperation["method"],
  };
}
