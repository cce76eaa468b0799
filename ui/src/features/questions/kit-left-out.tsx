import { Trans, useLingui } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import type { LeftOut } from "../../bindings/LeftOut";
import { LEFT_OUT } from "../../words/left-out";
import { useDesigner } from "./designer";
import classes from "./kit-panel.module.css";

/** The questions that are not in the kit, and why: without a word they would be forgotten. */
export function KitLeftOut({ questions }: { questions: readonly LeftOut[] }) {
  const { t } = useLingui();
  const { choose } = useDesigner();
  if (questions.length === 0) return null;
  return (
    <div className={classes.left} role="note" data-testid="kit-left-out">
      <Trans>Left out of what follows:</Trans>
      <ul>
        {questions.map(({ question, number, field, why }) => (
          <li key={question}>
            <UnstyledButton onClick={() => choose(question)}>
              {number === null ? t`Question ${question + 1} in the list` : `Q${number}`} {field}
            </UnstyledButton>{" "}
            {t(LEFT_OUT[why])}
          </li>
        ))}
      </ul>
    </div>
  );
}
