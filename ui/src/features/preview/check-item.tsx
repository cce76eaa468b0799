import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { CircleCheck, CircleX, Trash2 } from "lucide-react";
import { useState } from "react";
import type { CheckedSample } from "../../bindings/CheckedSample";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { showUndo } from "../../components/undo-toast";
import { AnswerDifference } from "./answer-difference";
import classes from "./checks.module.css";
import { ForgetDialog } from "./forget-dialog";
import { useSampleChoice } from "./sample-choice";
import { useExpect } from "./use-expect";
import { useSampleName } from "./use-library";

interface CheckItemProps {
  set: string;
  draft: QuestionSet;
  checked: CheckedSample;
}

/** A sample: as expected, or what was expected beside what is read now. */
export function CheckItem({ set, draft, checked }: CheckItemProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { choose } = useSampleChoice(set);
  const expect = useExpect(set);
  const nameOf = useSampleName();
  const [forgetting, setForgetting] = useState(false);
  const { row, differences } = checked;
  const { sample } = row;
  const name = nameOf(row);
  const failed = differences.length > 0;
  const look = () => {
    choose(sample);
    void navigate({ to: ".", search: (old) => ({ ...old, panel: "preview" }), replace: true });
  };
  const forget = () => {
    setForgetting(false);
    expect.forget(sample, () => {
      // What is read now is what was expected, so it can be expected again.
      if (!failed)
        showUndo(<Trans>Nothing is expected of “{name}” any more</Trans>, () =>
          expect.keep(sample, draft),
        );
    });
  };

  return (
    <li className={classes.item} data-failed={failed || undefined} data-testid="check">
      <div className={classes.line}>
        {failed ? <CircleX size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
        <button
          type="button"
          className={classes.name}
          onClick={look}
          title={t`Look at it in Preview`}
        >
          <span>{name}</span>
          <small>{row.snippet}</small>
        </button>
        <span className={classes.state}>
          {failed ? (
            <Plural value={differences.length} one="# difference" other="# differences" />
          ) : (
            <Trans>As expected</Trans>
          )}
        </span>
        <ActionIcon
          aria-label={t`Expect nothing of ${name}`}
          title={t`Expect nothing of this sample any more`}
          onClick={() => (failed ? setForgetting(true) : forget())}
        >
          <Trash2 size={14} />
        </ActionIcon>
      </div>
      {failed && (
        <div className={classes.differences}>
          {differences.map((change) => (
            <AnswerDifference
              key={`${change.number} ${change.field}`}
              change={change}
              draft={draft}
              before={<Trans>Expected</Trans>}
              after={<Trans>Read now</Trans>}
            />
          ))}
          <div>
            <Button
              variant="default"
              loading={expect.isPending}
              onClick={() => expect.keep(sample, draft)}
            >
              <Trans>Accept the new result</Trans>
            </Button>
          </div>
        </div>
      )}
      {forgetting && (
        <ForgetDialog name={name} onForget={forget} onClose={() => setForgetting(false)} />
      )}
    </li>
  );
}
