import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import { useDo } from "../../api/use-do";
import type { AccountView } from "../../bindings/AccountView";
import { FaultNotice } from "../../components/fault-notice";
import classes from "./settings.module.css";

interface SignOutDialogProps {
  opened: boolean;
  onClose: () => void;
  account: AccountView;
}

export function SignOutDialog({ opened, onClose, account }: SignOutDialogProps) {
  const { t } = useLingui();
  const { email, key } = account;
  const signOut = useDo("sign_out");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Sign out of iAdvize?`}
      size={420}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <p style={{ margin: "0 0 16px" }}>
        <Trans>
          The password of {email} is removed from the keyring, and no new conversation is read until
          you sign in again. What was read stays here.
        </Trans>
      </p>
      {signOut.error && <FaultNotice fault={signOut.error} />}
      <div className={classes.row} style={{ justifyContent: "flex-end" }}>
        <Button variant="default" onClick={onClose} data-autofocus>
          <Trans>Stay signed in</Trans>
        </Button>
        <Button
          color="red.8"
          autoContrast={false}
          loading={signOut.isPending}
          onClick={() => signOut.mutate({ account: key }, { onSuccess: onClose })}
        >
          <Trans>Sign out</Trans>
        </Button>
      </div>
    </Modal>
  );
}
