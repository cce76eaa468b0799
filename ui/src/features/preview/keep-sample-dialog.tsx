import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { FaultNotice } from "../../components/fault-notice";
import type { Fault } from "../../platform/types";
import classes from "./keep-sample-dialog.module.css";

interface KeepSampleDialogProps {
  /** The name to begin with. */
  name: string;
  busy: boolean;
  fault: Fault | null;
  onKeep: (name: string, anonymise: boolean) => void;
  onClose: () => void;
}

/** Keeps a conversation to try questions on, by default so that nobody can be recognised in it. */
export function KeepSampleDialog(props: KeepSampleDialogProps) {
  const { busy, fault, onKeep, onClose } = props;
  const { t } = useLingui();
  const [name, setName] = useState(props.name);
  const [anonymise, setAnonymise] = useState(true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) onKeep(name.trim(), anonymise);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Keep as a sample`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t`Name of the sample`}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Checkbox
          styles={{ description: { lineHeight: 1.4 } }}
          checked={anonymise}
          onChange={(event) => setAnonymise(event.currentTarget.checked)}
          label={t`Replace names, addresses, phones and emails`}
          description={
            anonymise
              ? t`Each by the same stand-in everywhere, so that the sample reads as before.`
              : t`The sample is kept as it is: the people in it can be recognised.`
          }
        />
        {fault && <FaultNotice fault={fault} />}
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={busy} disabled={!name.trim()} data-testid="keep-sample-go">
            <Trans>Keep sample</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
