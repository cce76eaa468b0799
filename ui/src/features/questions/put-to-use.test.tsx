import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { UseVersion } from "../../bindings/UseVersion";
import { Fault } from "../../platform/types";
import { design } from "../../test/designer";
import type { Answers } from "../../test/render-app";

it("offers to drop the lines of the mapping that are in the way", async () => {
  const asked: boolean[] = [];
  const refusing = ({ drop_lines }: Pick<UseVersion, "drop_lines">) => {
    asked.push(drop_lines);
    throw drop_lines
      ? new Fault("data_folder", "the data folder can't be written")
      : new Fault("mapping_left", "the mapping still sends answers: budget_range");
  };
  const answers: Answers = { save_version: refusing };
  const { user } = await design({ answers });
  await user.keyboard("{Delete}{Control>}s{/Control}");
  const dialog = await screen.findByRole("dialog", { name: "Save a version" });
  await waitFor(() => expect(within(dialog).getByTestId("save-version-go")).toBeEnabled());
  await user.click(within(dialog).getByTestId("save-version-go"));
  const refused = await within(dialog).findByRole("alert");
  expect(refused).toHaveTextContent("budget_range");
  expect(within(refused).getByRole("button", { name: "Open the mapping" })).toBeVisible();
  await user.click(within(refused).getByTestId("drop-lines"));
  await waitFor(() => expect(asked).toEqual([false, true]));
  await waitFor(() => expect(screen.queryByTestId("drop-lines")).toBeNull());
});
