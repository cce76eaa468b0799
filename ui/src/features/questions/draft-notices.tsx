import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useDesigner } from "./designer";
import classes from "./set-screen.module.css";

/** What a person has to decide about the draft before it can be saved. */
export function DraftNotices() {
  const { hand } = useDesigner();
  const { saving, left, store, loadTheirs } = hand;
  if (saving.kind !== "conflict" && !left) return null;
  return (
    <div className={classes.notices}>
      {saving.kind === "conflict" && (
        <div className={classes.notice} role="alert">
          <p>
            <Trans>
              These questions were changed elsewhere meanwhile. Your changes are not saved yet; none
              of them is lost.
            </Trans>
          </p>
          <Button variant="default" onClick={() => void loadTheirs()} data-testid="load-theirs">
            <Trans>Load theirs</Trans>
          </Button>
          <Button onClick={() => void store.keepMine()} data-testid="keep-mine">
            <Trans>Keep mine</Trans>
          </Button>
        </div>
      )}
      {left && (
        <div className={classes.notice} role="alert">
          <p>
            <Trans>
              The last time, some changes in this window were not saved. They are still here.
            </Trans>
          </p>
          <Button variant="default" onClick={store.discardLeft} data-testid="discard-left">
            <Trans>Discard them</Trans>
          </Button>
          <Button onClick={store.restoreLeft} data-testid="restore-left">
            <Trans>Restore them</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
