import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { Copy, Ellipsis, FileDown, Trash2 } from "lucide-react";
import { useDo } from "../../api/use-do";
import { useDesigner } from "./designer";
import { useDeleteSet } from "./use-delete-set";
import { useSaveFile } from "./use-save-file";

/** What is done with a set as a whole. */
export function SetMenu() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { draft, detail, hand } = useDesigner();
  const create = useDo("create_question_set");
  const remove = useDeleteSet();
  const saveFile = useSaveFile();

  const copy = () =>
    create.mutate(
      { draft: { ...draft, name: t`${draft.name} (copy)` } },
      {
        onSuccess: ({ row }) => void navigate({ to: "/questions/$id", params: { id: row.id } }),
        onError: ({ message }) => notifications.show({ message, color: "red" }),
      },
    );
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon aria-label={t`More`} data-testid="set-menu">
          <Ellipsis size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Copy size={14} />} onClick={copy}>
          <Trans>Duplicate the set</Trans>
        </Menu.Item>
        <Menu.Item
          leftSection={<FileDown size={14} />}
          onClick={() =>
            saveFile(`${draft.name || "questions"}.json`, `${JSON.stringify(draft, null, 2)}\n`)
          }
        >
          <Trans>Export as a file</Trans>
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<Trash2 size={14} />}
          disabled={detail.row.in_use !== null}
          onClick={async () => {
            await hand.store.flush();
            remove(detail.row, () => void navigate({ to: "/questions" }));
          }}
        >
          {detail.row.in_use === null ? (
            <Trans>Delete the set</Trans>
          ) : (
            <Trans>Delete the set (not while in use)</Trans>
          )}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
