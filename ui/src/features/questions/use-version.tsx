import { Trans } from "@lingui/react/macro";
import { notifications } from "@mantine/notifications";
import { useAsk } from "../../api/use-ask";
import { useDo } from "../../api/use-do";
import type { UseVersion } from "../../bindings/UseVersion";
import { showUndo } from "../../components/undo-toast";

/** Puts a version to use, says so, and offers the one before it back, whichever set it is of. */
export function useVersion(id: string) {
  const use = useDo("use_version");
  const sets = useAsk("question_sets", {});
  const put = (request: UseVersion) => {
    const before = sets.data?.find(({ in_use }) => in_use !== null);
    const { number } = request;
    const said = <Trans>Conversations are read with version {number} from now on.</Trans>;
    use.mutate(request, {
      onSuccess: () => {
        const old = before?.in_use ?? null;
        if (!before || old === null) notifications.show({ message: said });
        else showUndo(said, () => use.mutate({ id: before.id, number: old, drop_lines: false }));
      },
    });
  };
  return {
    isPending: use.isPending,
    fault: use.error,
    put: (number: number) => put({ id, number, drop_lines: false }),
    /** The same once more, without the lines of the mapping that it was refused for. */
    dropLines: () => use.variables && put({ ...use.variables, drop_lines: true }),
  };
}
