import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { FileUp } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import example from "../../api/example-questions.json?raw";
import { useDo } from "../../api/use-do";
import { CopyButton } from "../../components/copy-button";
import { FaultNotice } from "../../components/fault-notice";
import { isQuestionSet } from "./is-question-set";
import classes from "./settings.module.css";

interface ChosenFile {
  name: string;
  json: string;
}

/** Loading a configuration file (checked first), and showing the present one to keep. */
export function ConfigFiles({ hasQuestions }: { hasQuestions: boolean }) {
  const { t } = useLingui();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [exportOpen, exporting] = useDisclosure(false);
  const check = useDo("config_check");
  const apply = useDo("config_apply");
  const show = useDo("config_export");
  const faults = check.data?.faults;

  const choose = (chosen: ChosenFile) => {
    apply.reset();
    setFile(chosen);
    check.mutate({ json: chosen.json });
  };
  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const picked = input.files?.[0];
    if (!picked) return;
    const json = await picked.text();
    input.value = "";
    choose({ name: picked.name, json });
  };

  return (
    <>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={pick}
        data-testid="config-file"
        aria-label={t`Configuration file`}
      />
      <div className={classes.row}>
        <Button
          variant={hasQuestions ? "default" : "filled"}
          leftSection={<FileUp size={14} />}
          loading={check.isPending}
          onClick={() => picker.current?.click()}
        >
          <Trans>Load a file…</Trans>
        </Button>
        <Button
          variant="default"
          disabled={check.isPending}
          onClick={() => choose({ name: t`The example`, json: example })}
          data-testid="config-example"
        >
          <Trans>Start from an example</Trans>
        </Button>
        <Button
          variant="default"
          loading={show.isPending}
          onClick={() => show.mutate({}, { onSuccess: exporting.open })}
        >
          <Trans>Export the configuration</Trans>
        </Button>
      </div>
      {check.error && <FaultNotice fault={check.error} />}
      {show.error && <FaultNotice fault={show.error} />}
      {file && faults && faults.length > 0 && (
        <>
          <p className={classes.bad}>
            <Plural
              value={faults.length}
              one={`${file.name} has # fault; nothing was changed`}
              other={`${file.name} has # faults; nothing was changed`}
            />
          </p>
          <ul className={classes.faults}>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </>
      )}
      {file && faults?.length === 0 && !apply.isSuccess && (
        <div className={classes.row} style={{ alignItems: "center" }}>
          <span className={classes.grow}>
            {isQuestionSet(file.json) ? (
              <Trans>{file.name} is fine. Only the questions change; the rest stays.</Trans>
            ) : (
              <Trans>
                {file.name} is fine. It replaces the present configuration; secrets stay.
              </Trans>
            )}
          </span>
          <Button variant="default" onClick={() => setFile(null)}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            loading={apply.isPending}
            onClick={() => apply.mutate({ json: file.json })}
            data-testid="config-apply"
          >
            <Trans>Replace</Trans>
          </Button>
        </div>
      )}
      {apply.error && <FaultNotice fault={apply.error} />}
      {apply.isSuccess && (
        <p className={classes.hint} role="status">
          <Trans>Done. Conversations are read with it from now on.</Trans>
        </p>
      )}
      <Modal
        opened={exportOpen}
        onClose={exporting.close}
        title={t`The configuration, without its secrets`}
        size={620}
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <Textarea
          readOnly
          rows={16}
          value={show.data?.json ?? ""}
          aria-label={t`Configuration`}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 12 } }}
          mb={10}
        />
        <CopyButton text={show.data?.json ?? ""} />
      </Modal>
    </>
  );
}
