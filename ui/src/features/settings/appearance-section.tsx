import { Trans, useLingui } from "@lingui/react/macro";
import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../components/section";
import {
  chosenLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  type LanguageChoice,
  speak,
} from "../../i18n/language";
import classes from "./settings.module.css";

export function AppearanceSection() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [language, setLanguage] = useState<LanguageChoice>(chosenLanguage);

  const chooseLanguage = (choice: LanguageChoice) => {
    setLanguage(choice);
    void speak(choice);
  };

  return (
    <Section id="appearance" title={<Trans>Appearance</Trans>}>
      <dl className={classes.facts} style={{ alignItems: "center" }}>
        <dt id="theme-label">
          <Trans>Colours</Trans>
        </dt>
        <dd>
          <SegmentedControl
            aria-labelledby="theme-label"
            value={colorScheme}
            onChange={(value) => setColorScheme(value as MantineColorScheme)}
            data={[
              { value: "auto", label: t`As the system` },
              { value: "light", label: t`Light` },
              { value: "dark", label: t`Dark` },
            ]}
          />
        </dd>
        <dt id="language-label">
          <Trans>Language</Trans>
        </dt>
        <dd>
          <SegmentedControl
            aria-labelledby="language-label"
            value={language}
            onChange={(value) => chooseLanguage(value as LanguageChoice)}
            data={[
              { value: "system", label: t`As the system` },
              ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
            ]}
          />
        </dd>
      </dl>
    </Section>
  );
}
