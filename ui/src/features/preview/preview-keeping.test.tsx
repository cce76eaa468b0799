import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { kept, SAMPLES } from "./fixture";
import { pick, picker, renderPreview, summary } from "./render-preview";

describe("keeping", () => {
  it("replaces names unless told otherwise, says what, and takes it back", async () => {
    const mine = kept("k1", "A flat");
    let removed = false;
    let rows = SAMPLES;
    const { user, asked } = await renderPreview({
      samples: () => rows,
      keep_sample: ({ name, anonymise }) => {
        rows = [...SAMPLES, mine];
        expect({ name, anonymise }).toEqual({ name: "A flat", anonymise: true });
        return { row: mine, replaced: { name: 3, email: 1 }, reads_the_same: true };
      },
      remove_sample: () => {
        removed = true;
        return {};
      },
    });
    await summary();
    await pick(/^Camille/);
    await user.click(await screen.findByTestId("keep-sample"));
    const dialog = await screen.findByRole("dialog", { name: "Keep as a sample" });
    const name = within(dialog).getByLabelText("Name of the sample");
    expect(name).not.toHaveValue(expect.stringContaining("Camille"));
    await user.clear(name);
    await user.type(name, "A flat");
    await user.click(within(dialog).getByTestId("keep-sample-go"));
    expect(await screen.findByTestId("kept-effect")).toHaveTextContent(
      "“A flat” is kept. Replaced: 3 names and 1 email. It reads the same.",
    );
    await waitFor(() => expect(asked.at(-1)).toEqual({ from: "kept", id: "k1" }));
    await user.click(screen.getByTestId("undo-toast"));
    await waitFor(() => expect(removed).toBe(true));
    await waitFor(async () => expect(await picker()).toHaveTextContent("Camille"));
  });

  it("removes a sample and brings it back", async () => {
    let rows = [kept("k1", "A flat"), ...SAMPLES];
    const { user } = await renderPreview({
      samples: () => rows,
      remove_sample: () => {
        rows = SAMPLES;
        return {};
      },
      restore_sample: () => {
        rows = [kept("k1", "A flat"), ...SAMPLES];
        return {};
      },
    });
    expect(await picker()).toHaveTextContent("A flat");
    await user.click(screen.getByRole("button", { name: "Remove this sample" }));
    await waitFor(async () => expect(await picker()).toHaveTextContent("Straight answers"));
    await user.click(await screen.findByTestId("undo-toast"));
    await waitFor(async () => expect(await picker()).toHaveTextContent("A flat"));
  });
});
