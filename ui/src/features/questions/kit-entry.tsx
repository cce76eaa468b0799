import { useLingui } from "@lingui/react/macro";
import { Kbd } from "@mantine/core";
import type { Entry } from "../../bindings/Entry";
import { CopyIcon } from "../../components/copy-button";
import { codeName } from "./codes";
import classes from "./kit-panel.module.css";
import { meterOf } from "./meter";

interface KitEntryProps {
  entry: Entry;
  /** Whether its language has to be named. */
  named: boolean;
  chosen: boolean;
}

export function KitEntry({ entry, named, chosen }: KitEntryProps) {
  const { t, i18n } = useLingui();
  const { number, content, language, characters } = entry;
  const { level } = meterOf(number, content.replace(/^\[\]\(Q\d+\) /, ""));
  return (
    <li className={classes.entry} data-chosen={chosen || undefined} data-testid={`kit-${number}`}>
      <div className={classes.words}>
        <p>{content}</p>
        <span className={classes.facts} data-level={level}>
          {named && language && <>{codeName(i18n.locale, "language")(language)} · </>}
          {t`${characters} characters`}
        </span>
      </div>
      {chosen && (
        <Kbd size="xs" aria-hidden>
          C
        </Kbd>
      )}
      <CopyIcon text={content} label={t`Copy Q${number}`} />
    </li>
  );
}
