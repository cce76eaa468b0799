import type { PatchStep } from "../../bindings/PatchStep";

/**
 * A fix's steps on a value, as RFC 6902 has them (add, replace, remove). The value itself stays as
 * it is. `null` where a step names a place that is not there: then nothing may be changed.
 */
export function applyPatch<T>(value: T, steps: readonly PatchStep[]): T | null {
  let result: unknown = structuredClone(value);
  for (const step of steps) {
    if (step.path === "") {
      if (step.op === "remove") return null;
      result = structuredClone(step.value);
      continue;
    }
    const names = step.path.split("/").slice(1).map(unescaped);
    const last = names.pop();
    const parent = names.reduce(into, result);
    if (last === undefined || !step.path.startsWith("/") || !change(parent, last, step))
      return null;
  }
  return result as T;
}

const unescaped = (name: string) => name.replaceAll("~1", "/").replaceAll("~0", "~");

function into(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return place(name, value.length) ? value[Number(name)] : undefined;
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function change(parent: unknown, last: string, { op, value }: PatchStep): boolean {
  if (Array.isArray(parent)) return changeList(parent, last, op, structuredClone(value));
  if (!isObject(parent)) return false;
  if (op !== "add" && !Object.hasOwn(parent, last)) return false;
  if (op === "remove") delete parent[last];
  // A name such as `__proto__` is a field like any other.
  else
    Object.defineProperty(parent, last, {
      value: structuredClone(value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return true;
}

function changeList(list: unknown[], last: string, op: PatchStep["op"], value: unknown): boolean {
  const name = op === "add" && last === "-" ? String(list.length) : last;
  if (!place(name, list.length + (op === "add" ? 1 : 0))) return false;
  list.splice(Number(name), op === "add" ? 0 : 1, ...(op === "remove" ? [] : [value]));
  return true;
}

/** A place in a list, spelt as the standard wants it: no sign, no leading zero. */
function place(name: string, length: number): boolean {
  return /^(0|[1-9]\d*)$/.test(name) && Number(name) < length;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
