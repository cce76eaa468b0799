import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Topic } from "../bindings/Topic";
import { type Platform, toFault } from "./types";

/** The engine inside this window's own process. */
export const tauriPlatform: Platform = {
  kind: "tauri",
  async call(command, request) {
    try {
      return await invoke("rpc", { name: command, request });
    } catch (cause) {
      throw toFault(cause);
    }
  },
  onChange(listener) {
    const stop = listen<Topic>("change", (event) => listener(event.payload));
    return () => {
      stop.then((unlisten) => unlisten()).catch(() => undefined);
    };
  },
};
