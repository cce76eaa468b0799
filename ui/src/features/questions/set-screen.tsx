import { useLingui } from "@lingui/react/macro";
import { Loader } from "@mantine/core";
import { useAsk } from "../../api/use-ask";
import { FaultNotice } from "../../components/fault-notice";
import { DesignerScreen } from "./designer-screen";
import type { OtherPanels, Panel } from "./panels";
import classes from "./set-screen.module.css";

interface SetScreenProps {
  id: string;
  panel: Panel | null;
  /** The number of the question to show. */
  question: number | null;
  others: OtherPanels;
}

/** A question set, once it is here. */
export function SetScreen({ id, panel, question, others }: SetScreenProps) {
  const { t } = useLingui();
  const set = useAsk("open_question_set", { id });
  if (set.data)
    return <DesignerScreen detail={set.data} panel={panel} number={question} others={others} />;
  return (
    <div className={classes.wait}>
      {set.error ? (
        <FaultNotice fault={set.error} onRetry={() => set.refetch()} />
      ) : (
        <Loader size={18} aria-label={t`Loading`} />
      )}
    </div>
  );
}
