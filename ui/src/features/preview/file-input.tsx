import { useLingui } from "@lingui/react/macro";
import type { Ref } from "react";

interface FileInputProps {
  ref: Ref<HTMLInputElement>;
  onOpen: (file: File | undefined) => void;
}

/** Where the system's own dialog for picking a file comes from. */
export function FileInput({ ref, onOpen }: FileInputProps) {
  const { t } = useLingui();
  return (
    <input
      ref={ref}
      type="file"
      accept=".json,.ndjson,.jsonl,application/json"
      hidden
      tabIndex={-1}
      aria-label={t`Conversation file`}
      data-testid="open-file"
      onChange={(event) => {
        onOpen(event.currentTarget.files?.[0]);
        event.currentTarget.value = "";
      }}
    />
  );
}
