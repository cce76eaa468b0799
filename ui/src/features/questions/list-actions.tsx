import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { Copy, Plus, Trash2 } from "lucide-react";
import { useDesigner } from "./designer";
import classes from "./question-list.module.css";

interface ListActionsProps {
  onAdd: () => void;
  onDuplicate: () => void;
  onDelete: () => void;
}

/** What the mouse does with the list; each has its key too. */
export function ListActions({ onAdd, onDuplicate, onDelete }: ListActionsProps) {
  const { t } = useLingui();
  const { question } = useDesigner();
  return (
    <div className={classes.foot}>
      <Tooltip label={t`Adds a question below the chosen one (N)`}>
        <Button
          variant="default"
          leftSection={<Plus size={14} />}
          onClick={onAdd}
          aria-label={t`Add a question`}
          data-testid="add-question"
        >
          <Trans>Add</Trans>
        </Button>
      </Tooltip>
      {question && (
        <span>
          <Tooltip label={t`Duplicates the chosen question (D)`}>
            <ActionIcon aria-label={t`Duplicate the question`} onClick={onDuplicate}>
              <Copy size={14} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t`Deletes the chosen question (Del)`}>
            <ActionIcon aria-label={t`Delete the question`} onClick={onDelete}>
              <Trash2 size={14} />
            </ActionIcon>
          </Tooltip>
        </span>
      )}
    </div>
  );
}
