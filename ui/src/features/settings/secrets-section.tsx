import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useAsk } from "../../api/use-ask";
import type { VaultView } from "../../bindings/VaultView";
import { Dot } from "../../components/dot";
import { Section } from "../../components/section";
import { useSaid } from "../../words/use-said";
import { VAULTS } from "../../words/vault";
import classes from "./settings.module.css";

export function SecretsSection({ vault }: { vault: VaultView }) {
  const { t } = useLingui();
  const say = useSaid();
  const settings = useAsk("settings", {});
  const status = useAsk("status", {});
  const { label, note } = VAULTS[vault.kind];
  return (
    <Section id="secrets" title={<Trans>Where secrets are kept</Trans>} about={t(note)}>
      <div className={classes.row} style={{ alignItems: "center" }}>
        <Dot tone={vault.available ? "good" : "bad"} />
        <strong style={{ fontWeight: 500 }}>{t(label)}</strong>
        <span className={classes.hint}>
          {vault.available ? <Trans>ready</Trans> : <Trans>does not answer</Trans>}
        </span>
      </div>
      {vault.problem && (
        <>
          <p className={classes.bad}>{say(vault.problem)}</p>
          <div className={classes.row}>
            <Button
              variant="default"
              loading={settings.isFetching}
              onClick={() => settings.refetch()}
            >
              <Trans>Try again</Trans>
            </Button>
          </div>
        </>
      )}
      {status.data && (
        <dl className={classes.facts}>
          <dt>
            <Trans>Data folder</Trans>
          </dt>
          <dd className={classes.code}>{status.data.data_dir}</dd>
        </dl>
      )}
    </Section>
  );
}
