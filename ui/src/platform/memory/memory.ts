import type { Topic } from "../../bindings/Topic";
import {
  type Command,
  Fault,
  type FaultCode,
  type Platform,
  type RequestOf,
  type ResponseOf,
} from "../types";
import { HANDLERS } from "./commands";
import { MESSAGES } from "./messages";
import { makeMemory, type Scene } from "./state";

const SCENES: readonly string[] = ["full", "fresh", "quiet", "broken"];

/**
 * A back end in the page, for tests and design work. The address says what to show:
 * `scene` (full, fresh, quiet, broken), `many` (how many plain conversations besides),
 * `delay` (milliseconds a command), `fault` (`push:destination_unavailable`, several with commas).
 */
export function memoryPlatform(asked: URLSearchParams = new URLSearchParams()): Platform {
  const scene = asked.get("scene") ?? "full";
  const delay = Number(asked.get("delay") ?? 30);
  const faults = new Map(
    (asked.get("fault") ?? "").split(",").map((each) => each.split(":") as [string, FaultCode]),
  );
  const listeners = new Set<(topic: Topic) => void>();
  const tell = (topic: Topic) => {
    for (const listener of listeners) listener(topic);
  };
  const memory = makeMemory(
    (SCENES.includes(scene) ? scene : "full") as Scene,
    Number(asked.get("many") ?? 44),
    tell,
  );

  return {
    kind: "memory",
    async call<C extends Command>(command: C, request: RequestOf<C>): Promise<ResponseOf<C>> {
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      const code = faults.get(command);
      if (code) throw new Fault(code, MESSAGES[code]);
      const handler = HANDLERS[command] as (typeof HANDLERS)[C];
      return structuredClone(handler(memory, request));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
