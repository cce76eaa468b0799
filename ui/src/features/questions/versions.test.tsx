import { notifications } from "@mantine/notifications";
import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { design, draftOf, rows, SET, saved } from "../../test/designer";
import { type Answers, renderApp } from "../../test/render-app";

const answers: Answers = { compare_versions: () => ({ changes: [] }) };
const version = (number: number) => within(screen.getByTestId(`version-${number}`));
const editFrom = (number: number) =>
  version(number).getByRole("button", { name: "Edit from this version" });

/** Two versions, the second with a question less; the first is in use. */
async function twoVersions() {
  const app = await design({ at: "?panel=versions", answers });
  await app.user.keyboard("{Delete}");
  await saved();
  await app.user.keyboard("{Control>}s{/Control}");
  const dialog = within(await screen.findByRole("dialog", { name: "Save a version" }));
  await app.user.click(dialog.getByTestId("put-to-use"));
  await waitFor(() => expect(dialog.getByTestId("save-version-go")).toBeEnabled());
  await app.user.click(dialog.getByTestId("save-version-go"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await screen.findByTestId("version-2");
  return app;
}

// What earlier tests said would have what is said now wait for its turn.
afterEach(() => {
  notifications.clean();
  notifications.cleanQueue();
});

describe("a version", () => {
  it("are saved with Ctrl+S, put to use, and gone back to", async () => {
    const { user, platform } = await design({
      at: "?panel=versions",
      answers,
    });
    await user.keyboard("{Delete}");
    await user.keyboard("{Control>}s{/Control}");
    const dialog = await screen.findByRole("dialog", { name: "Save a version" });
    expect(within(dialog).getByTestId("put-to-use")).toBeChecked();
    await waitFor(() => expect(within(dialog).getByTestId("save-version-go")).toBeEnabled());
    await user.click(within(dialog).getByTestId("save-version-go"));
    expect(await screen.findByTestId("version-2")).toHaveTextContent("In use");
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect((await platform.call("settings", {})).question_set?.questions).toHaveLength(5);
    await user.click(within(screen.getByTestId("version-1")).getByText("Edit from this version"));
    await waitFor(() => expect(rows()).toHaveLength(6));
    await user.keyboard("{Control>}z{/Control}");
    expect(rows()).toHaveLength(5);
  });

  it("are made of the draft that was shown, not of another window's", async () => {
    const { user, platform } = await design({
      at: "?panel=versions",
      answers,
    });
    await user.keyboard("{Control>}s{/Control}");
    const dialog = await screen.findByRole("dialog", { name: "Save a version" });
    await waitFor(() => expect(within(dialog).getByTestId("save-version-go")).toBeEnabled());
    const [{ id } = { id: "" }] = await platform.call("question_sets", {});
    const { draft } = await platform.call("open_question_set", { id });
    const theirs = { ...draft, name: "Theirs" };
    await platform.call("save_draft", { id, draft: theirs, revision: null });
    await waitFor(() => expect(screen.getByTestId("set-name")).toHaveValue("Theirs"));
    await user.click(within(dialog).getByTestId("save-version-go"));
    expect(await within(dialog).findByRole("alert")).toBeInTheDocument();
    expect((await platform.call("open_question_set", { id })).versions).toHaveLength(1);
  });

  it("is edited from unless the questions are its own, and what is in use is said", async () => {
    const { user } = await twoVersions();
    await waitFor(() => expect(editFrom(2)).toBeDisabled());
    expect(editFrom(1)).toBeEnabled();
    await user.click(editFrom(1));
    await waitFor(() => expect(rows()).toHaveLength(6));
    expect(await screen.findByText(/takes that back\. Version 1 is still in use\.$/)).toBeVisible();
    await waitFor(() => expect(editFrom(1)).toBeDisabled());
    expect(editFrom(2)).toBeEnabled();
  });

  it("in use is not called changed, here and in the list", async () => {
    const { user, platform } = await twoVersions();
    expect(await screen.findByRole("link", { name: "Version 2" })).toBeInTheDocument();
    await user.click(editFrom(1));
    await saved();
    expect(await screen.findByRole("link", { name: "Version 1, in use" })).toBeInTheDocument();
    await user.click(screen.getByRole("link", { name: "All question sets" }));
    const row = await screen.findByTestId(`set-${SET}`);
    await waitFor(() => expect(row).toHaveTextContent("version 1"));
    expect(row).not.toHaveTextContent("changed since");
    expect((await draftOf(platform)).questions).toHaveLength(6);
  });

  it("put to use says so, and gives way to the one before", async () => {
    const { user } = await twoVersions();
    await user.click(version(2).getByRole("button", { name: "Use it" }));
    expect(
      await screen.findByText("Conversations are read with version 2 from now on."),
    ).toBeInTheDocument();
    await waitFor(() => expect(version(2).getByText("In use")).toBeInTheDocument());
    await user.click(screen.getAllByTestId("undo-toast").at(-1) ?? document.body);
    await waitFor(() => expect(version(1).getByText("In use")).toBeInTheDocument());
  });
});

describe("the kit", () => {
  const kit = { entries: [], left_out: [], all: "", csv: "", sheet: "", script: "" };
  const draft = { name: "New", questions: [] };
  const search = { panel: "kit" } as const;

  it("warns while other questions are in use", async () => {
    const all: Answers = { question_kit: () => kit };
    const { platform, router } = await renderApp("/questions", { answers: all });
    const { row } = await platform.call("create_question_set", { draft });
    await router.navigate({ to: "/questions/$id", params: { id: row.id }, search });
    expect(await screen.findByTestId("kit-not-in-use")).toHaveTextContent(
      "Not in use yet: conversations are read with “Home loan lead”.",
    );
    await router.navigate({ to: "/questions/$id", params: { id: SET }, search });
    await waitFor(() => expect(screen.queryByTestId("kit-not-in-use")).toBeNull());
    expect(screen.getByTestId("kit")).toBeInTheDocument();
  });
});
