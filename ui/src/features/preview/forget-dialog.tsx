import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import classes from "./keep-sample-dialog.module.css";

interface ForgetDialogProps {
  name: string;
  onForget: () => void;
  onClose: () => void;
}

/** Asks before an expected result is lost that nothing gives any more. */
export function ForgetDialog({ name, onForget, onClose }: ForgetDialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Forget what was expected?`}
      size={400}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <div className={classes.form}>
        <p className={classes.words}>
          <Trans>
            “{name}” is read otherwise now, so its expected result cannot be brought back. The
            sample itself stays.
          </Trans>
        </p>
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button color="red.8" onClick={onForget} data-autofocus>
            <Trans>Forget it</Trans>
          </Button>
        </div>
      </div>
    </Modal>
  );
}
