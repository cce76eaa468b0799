import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Loader } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { SettingsSection } from "../../api/faults";
import { useAsk } from "../../api/use-ask";
import type { Settings } from "../../bindings/Settings";
import { FaultNotice } from "../../components/fault-notice";
import { useDestinationName } from "../../words/use-said";
import { AccountsSection } from "./account-section";
import { AppearanceSection } from "./appearance-section";
import { DeliverySection } from "./delivery-section";
import { DestinationSection } from "./destination-section";
import { MappingSection } from "./mapping-section";
import { QuestionsSection } from "./questions-section";
import { SecretsSection } from "./secrets-section";
import classes from "./settings.module.css";
import { WebhookSection } from "./webhook-section";

const SECTIONS: readonly [SettingsSection, MessageDescriptor][] = [
  ["account", msg`iAdvize accounts`],
  ["webhook", msg`Webhook`],
  ["destination", msg`Destination`],
  ["mapping", msg`Mapping`],
  ["delivery", msg`Delivery`],
  ["questions", msg`Questions`],
  ["secrets", msg`Secrets`],
  ["appearance", msg`Appearance`],
];

export function SettingsScreen({ section }: { section: SettingsSection | null }) {
  const { t } = useLingui();
  const settings = useAsk("settings", {});
  return (
    <div className={classes.screen}>
      <nav className={classes.nav} aria-label={t`Settings`}>
        <h1>
          <Trans>Settings</Trans>
        </h1>
        {SECTIONS.map(([id, name]) => (
          <Link
            key={id}
            to="/settings"
            search={{ section: id }}
            data-here={(section ?? "account") === id || undefined}
          >
            {t(name)}
          </Link>
        ))}
      </nav>
      {settings.data ? (
        <Sections settings={settings.data} section={section} />
      ) : (
        <div className={classes.scroll} style={{ paddingTop: 24 }}>
          {settings.error ? (
            <FaultNotice fault={settings.error} onRetry={() => settings.refetch()} />
          ) : (
            <Loader size={18} aria-label={t`Loading`} />
          )}
        </div>
      )}
    </div>
  );
}

interface SectionsProps {
  settings: Settings;
  section: SettingsSection | null;
}

function Sections({ settings, section }: SectionsProps) {
  const { t } = useLingui();
  const scroll = useRef<HTMLElement>(null);
  useEffect(() => {
    if (section)
      scroll.current?.querySelector(`#section-${section}`)?.scrollIntoView({ block: "start" });
  }, [section]);
  const named = useDestinationName();
  return (
    <section ref={scroll} className={classes.scroll} aria-label={t`All settings`}>
      <div className={classes.column}>
        <AccountsSection accounts={settings.accounts} />
        <WebhookSection receiver={settings.receiver} />
        <DestinationSection key={settings.destination?.kind} destination={settings.destination} />
        <MappingSection settings={settings} />
        <DeliverySection
          mode={settings.mode}
          destination={settings.destination ? named(settings.destination.name) : null}
        />
        <QuestionsSection hasQuestions={settings.question_set !== null} />
        <SecretsSection vault={settings.vault} />
        <AppearanceSection />
      </div>
    </section>
  );
}
