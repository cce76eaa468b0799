import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Fault } from "../../platform/types";
import { CAMILLE } from "../../test/render-app";
import { read } from "./fixture";
import { pick, picker, renderPreview, summary } from "./render-preview";

describe("choosing a sample", () => {
  it("begins with one in the language of the questions", async () => {
    const { asked } = await renderPreview();
    expect(await summary()).toHaveTextContent("1 of 2 answered");
    expect(asked[0]).toEqual({ from: "shipped", id: "en/plain" });
    expect(await picker()).toHaveTextContent("Sample: Straight answers");
  });

  it("takes any of the library, received ones too", async () => {
    const { asked } = await renderPreview();
    await summary();
    await pick(/^Visitor corrects an answer/);
    await waitFor(() => expect(asked.at(-1)).toEqual({ from: "shipped", id: "fr/corrected" }));
    await pick(/^Camille/);
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ from: "conversation" }));
    expect(screen.getByTestId("keep-sample")).toBeInTheDocument();
  });

  it("goes on and back by keyboard, from a field too", async () => {
    const { user, asked } = await renderPreview();
    await summary();
    await user.keyboard("]");
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ id: "en/skipped" }));
    await user.keyboard("[[");
    await waitFor(async () => expect(await picker()).toHaveTextContent("Straight answers"));
    screen.getByTestId("set-name").focus();
    await user.keyboard("{Alt>}{PageDown}{/Alt}");
    await waitFor(async () => expect(await picker()).toHaveTextContent("Questions skipped"));
    await user.keyboard("]");
    expect(screen.getByTestId("set-name")).toHaveValue("Home loan lead]");
  });

  it("opens a file, and says when it holds no conversation", async () => {
    const { user, asked } = await renderPreview({
      preview: ({ sample }) => {
        asked.push(sample);
        if (sample.from !== "file" || sample.json === "{}") return read("300000");
        throw new Fault("bad_input", "this is no conversation");
      },
    });
    await summary();
    const file = (text: string) => new File([text], "talk.json", { type: "application/json" });
    await user.upload(screen.getByTestId("open-file"), file("{}"));
    await waitFor(() => expect(asked.at(-1)).toEqual({ from: "file", json: "{}" }));
    expect(await picker()).toHaveTextContent("talk.json");
    await user.upload(screen.getByTestId("open-file"), file("no"));
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "“talk.json” holds no conversation that can be read.Leadbridge reads conversation files in JSON.",
    );
  });

  it("waits with Enter until what was searched for is there", async () => {
    const { user, asked } = await renderPreview();
    expect(await screen.findByText(/^An invented conversation/)).toBeInTheDocument();
    await user.click(await picker());
    const search = await screen.findByRole("combobox", { name: /^Search samples/, hidden: true });
    await user.type(search, "camille{Enter}");
    await waitFor(() => expect(asked.at(-1)).toEqual({ from: "conversation", id: CAMILLE }));
    expect(asked.filter(({ from }) => from === "conversation")).toHaveLength(1);
    expect(screen.queryByText(/^An invented conversation/)).toBeNull();
  });
});
