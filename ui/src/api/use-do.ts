import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Command, Fault, RequestOf, ResponseOf } from "../platform/types";
import { usePlatform } from "./platform-context";
import { CHANGED_BY, refresh } from "./topics";

/** A command that changes something. */
export function useDo<C extends Command>(command: C) {
  const platform = usePlatform();
  const client = useQueryClient();
  return useMutation<ResponseOf<C>, Fault, RequestOf<C>>({
    mutationFn: (request) => platform.call(command, request),
    onSettled: () => refresh(client, CHANGED_BY[command] ?? []),
  });
}
