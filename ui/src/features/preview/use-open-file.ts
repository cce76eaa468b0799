import { useLingui } from "@lingui/react/macro";
import { notifications } from "@mantine/notifications";
import { useCallback, useEffect, useState } from "react";
import type { OpenedFile } from "./sample-choice";

/** No conversation is that long. */
const MOST_BYTES = 20_000_000;

/** Opens conversation files, dropped anywhere on the window too. They go nowhere but the engine. */
export function useOpenFile(onOpen: (file: OpenedFile) => void) {
  const { t } = useLingui();
  const [isOver, setIsOver] = useState(false);
  const open = useCallback(
    async (file: File | null | undefined) => {
      if (!file) return;
      if (file.size > MOST_BYTES) {
        notifications.show({ message: t`“${file.name}” is too large to be one conversation.` });
        return;
      }
      onOpen({ name: file.name, json: await file.text() });
    },
    [onOpen, t],
  );

  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void open(file);
    };
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, [open]);

  return { isOver, open };
}
