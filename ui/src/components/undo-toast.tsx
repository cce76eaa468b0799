import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { ReactNode } from "react";

/** Long enough to read and to reach. */
const SHOWN_MS = 10_000;

/**
 * Says what was done, with the way back beside it. What it answers takes the offer away; `onGone`
 * is called once it is gone, however that came.
 */
export function showUndo(words: ReactNode, onUndo: () => void, onGone?: () => void): () => void {
  const id = notifications.show({
    autoClose: SHOWN_MS,
    ...(onGone ? { onClose: onGone } : {}),
    message: (
      <span style={{ display: "flex", alignItems: "center", gap: 12 }}>
        <span style={{ flex: 1 }}>{words}</span>
        <Button
          variant="default"
          data-testid="undo-toast"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          <Trans>Undo</Trans>
        </Button>
      </span>
    ),
  });
  return () => void notifications.hide(id);
}
