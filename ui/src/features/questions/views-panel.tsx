import { Trans, useLingui } from "@lingui/react/macro";
import { SegmentedControl, Select } from "@mantine/core";
import { useState } from "react";
import { CHANNELS } from "../../words/channels";
import { codeName } from "./codes";
import { useDesigner } from "./designer";
import { QuestionViews } from "./question-views";
import panel from "./side-panels.module.css";

/** The question as the agent finds it and as the visitor sees it, as it is written. */
export function ViewsPanel() {
  const { t, i18n } = useLingui();
  const { draft, question } = useDesigner();
  const [whole, setWhole] = useState(false);
  const [channelId, setChannel] = useState("chat");
  const [chosen, setLanguage] = useState<string | null>(null);
  const own = draft.language ?? "";
  const languages = [own, ...new Set(draft.questions.flatMap((q) => Object.keys(q.texts ?? {})))];
  const language = chosen !== null && languages.includes(chosen) ? chosen : own;
  const channel = CHANNELS.find(({ id }) => id === channelId) ?? CHANNELS[0];
  const name = codeName(i18n.locale, "language");
  const shown = whole ? draft.questions : question ? [question] : [];
  const asLabel = ({ name }: (typeof CHANNELS)[number]) => t(name);

  return (
    <div className={panel.body} data-testid="views">
      <div className={panel.bar}>
        <Select
          className={panel.grow ?? ""}
          label={t`The visitor’s channel`}
          data={CHANNELS.map((each) => ({ value: each.id, label: asLabel(each) }))}
          value={channel?.id ?? null}
          onChange={(value) => setChannel(value ?? "chat")}
          allowDeselect={false}
          maxDropdownHeight={330}
          data-testid="views-channel"
        />
        {languages.length > 1 && (
          <Select
            className={panel.grow ?? ""}
            label={t`Language`}
            data={languages.map((value) => ({ value, label: value ? name(value) : t`As given` }))}
            value={language}
            onChange={(value) => setLanguage(value)}
            allowDeselect={false}
          />
        )}
      </div>
      <SegmentedControl
        aria-label={t`Which questions`}
        value={whole ? "all" : "one"}
        onChange={(value) => setWhole(value === "all")}
        data={[
          { value: "one", label: t`This question` },
          { value: "all", label: t`All questions` },
        ]}
      />
      {channel && !channel.documented && (
        <p className={panel.told} role="note">
          <Trans>
            iAdvize does not document how {asLabel(channel)} shows formatting. The marker may stay
            invisible, or the visitor may see it as text. Try it once before you rely on it.
          </Trans>
        </p>
      )}
      {shown.length === 0 && (
        <p className={panel.none}>
          <Trans>Choose a question to see it here.</Trans>
        </p>
      )}
      {channel &&
        shown.map((each, at) => (
          <QuestionViews
            // biome-ignore lint/suspicious/noArrayIndexKey: numbers may be twice there
            key={at}
            number={each.number}
            text={wordingIn(each, language, own)}
            channel={channel}
          />
        ))}
    </div>
  );
}

/** The wording in a language; nothing where the question is not asked in it. */
function wordingIn(
  { text, texts }: { text: string; texts?: Record<string, string> },
  language: string,
  own: string,
): string | null {
  return language === own ? text : (texts?.[language] ?? null);
}
