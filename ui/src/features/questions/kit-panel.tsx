import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Select, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { FileDown, Printer } from "lucide-react";
import { useState } from "react";
import { useAsk } from "../../api/use-ask";
import { CopyButton, copy } from "../../components/copy-button";
import { FaultNotice } from "../../components/fault-notice";
import { codeName } from "./codes";
import { useDesigner } from "./designer";
import { KitEntry } from "./kit-entry";
import { KitLeftOut } from "./kit-left-out";
import { KitNotInUse } from "./kit-not-in-use";
import classes from "./kit-panel.module.css";
import panel from "./side-panels.module.css";
import { useCopyKey } from "./use-copy-key";
import { useSaveFile } from "./use-save-file";

const ALL = "*";
const CATEGORY = "leadbridge.category";

/** What the admin enters in iAdvize by hand, ready to copy, save and print. */
export function KitPanel() {
  const { t, i18n } = useLingui();
  const { draft, question } = useDesigner();
  const [category, setCategory] = useState(
    () => window.localStorage.getItem(CATEGORY) ?? "Leadbridge",
  );
  const [language, setLanguage] = useState(ALL);
  const words = i18n.locale === "fr" ? "fr" : "en";
  const asked = { draft, category, words, language: language === ALL ? null : language } as const;
  const kit = useAsk("question_kit", asked, { keepPrevious: true });
  const saveFile = useSaveFile();
  const name = codeName(i18n.locale, "language");
  const others = new Set(draft.questions.flatMap((each) => Object.keys(each.texts ?? {})));
  const languages = [...(draft.language ? [draft.language] : []), ...others];
  const entries = kit.data?.entries ?? [];
  const left = kit.data?.left_out ?? [];
  const wordless = entries.length === 0 && left.every(({ why }) => why === "no_text");
  const chosen = entries.find(({ number }) => number === question?.number);
  useCopyKey(() => {
    if (!chosen) return;
    void copy(chosen.content).then(
      (done) =>
        done && notifications.show({ message: t`Q${chosen.number} copied`, autoClose: 2000 }),
    );
  });
  const file = draft.name || "questions";

  return (
    <div className={panel.body} data-testid="kit">
      <KitNotInUse />
      <p className={panel.told} role="note">
        <Trans>
          iAdvize has no API for pre-recorded answers nor for bots, so enter them by hand, once:
          Admin › Teams › Contents. Choose the category first, paste the content, then choose who
          may use it.
        </Trans>
      </p>
      <div className={panel.bar}>
        <TextInput
          className={panel.grow ?? ""}
          label={t`Category in iAdvize`}
          value={category}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setCategory(text);
            window.localStorage.setItem(CATEGORY, text);
          }}
        />
        {languages.length > 1 && (
          <Select
            className={panel.grow ?? ""}
            label={t`Language`}
            data={[
              { value: ALL, label: t`All languages` },
              ...languages.map((value) => ({ value, label: name(value) })),
            ]}
            value={language}
            onChange={(value) => setLanguage(value ?? ALL)}
            allowDeselect={false}
          />
        )}
      </div>
      {kit.error && <FaultNotice fault={kit.error} onRetry={() => kit.refetch()} />}
      {kit.data && wordless && (
        <p className={panel.none}>
          <Trans>No question has words yet, so there is nothing to enter.</Trans>
        </p>
      )}
      {!wordless && <KitLeftOut questions={left} />}
      {kit.data && entries.length > 0 && (
        <>
          <div className={panel.bar}>
            <CopyButton text={kit.data.all} label={t`Copy all`} testId="copy-all" />
            <Button
              variant="default"
              leftSection={<FileDown size={14} />}
              onClick={() => saveFile(`${file}.csv`, kit.data.csv)}
              data-testid="save-csv"
            >
              <Trans>Save CSV</Trans>
            </Button>
            <Button
              variant="default"
              leftSection={<Printer size={14} />}
              onClick={() => saveFile(`${file}.html`, kit.data.sheet)}
              title={t`A page to open in a browser and print`}
            >
              <Trans>Save sheet to print</Trans>
            </Button>
          </div>
          <ul className={classes.entries} aria-label={t`Pre-recorded answers`}>
            {entries.map((entry) => (
              <KitEntry
                key={`${entry.number} ${entry.field} ${entry.language}`}
                entry={entry}
                named={languages.length > 1}
                chosen={entry === chosen}
              />
            ))}
          </ul>
          <h2 className={panel.title}>
            <Trans>The bot’s script, in order</Trans>
          </h2>
          <p className={panel.note}>
            <Trans>
              In iAdvize, a no-code bot asks with the cards of its scenario: an open-ended question
              or a multiple-choice question. Paste each with its marker.
            </Trans>
          </p>
          <pre className={classes.script}>{kit.data.script}</pre>
          <div>
            <CopyButton text={kit.data.script} label={t`Copy the script`} />
          </div>
        </>
      )}
    </div>
  );
}
