import { useCallback } from "react";
import { useAsk } from "./use-ask";

/** Names the destination's fields as people know them there. */
export function useFieldLabel(): (field: string) => string {
  const connected = Boolean(useAsk("settings", {}).data?.destination);
  const fields = useAsk("destination_fields", {}, { enabled: connected }).data;
  return useCallback(
    (name) => fields?.find((field) => field.name === name)?.label || name,
    [fields],
  );
}
