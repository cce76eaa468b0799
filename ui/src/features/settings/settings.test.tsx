import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "../../test/render-app";

const fresh = { ask: { scene: "fresh" } };

describe("the first steps", () => {
  it("begin where nothing is set up, and count what is done", async () => {
    const { user, router } = await renderApp("/", fresh);
    expect(
      await screen.findByRole("heading", { name: "From closed conversations to leads" }),
    ).toBeInTheDocument();
    expect(router.state.location.pathname).toBe("/welcome");
    expect(screen.getByTestId("nav-welcome")).toHaveTextContent("0/4");
    await user.click(within(screen.getByTestId("step-account")).getByRole("link"));
    expect(await screen.findByTestId("sign-in-email")).toBeInTheDocument();
  });
});

describe("the account", () => {
  it("signs in, and keeps no password on the page", async () => {
    const { user } = await renderApp("/settings", fresh);
    await user.type(await screen.findByTestId("sign-in-email"), "claire@example.com");
    await user.type(screen.getByTestId("sign-in-password"), "right");
    await user.click(screen.getByTestId("sign-in-submit"));
    expect(await screen.findByTestId("account-email")).toHaveTextContent("claire@example.com");
    expect(screen.queryByTestId("sign-in-password")).toBeNull();
    expect(await screen.findByText("Signed in to iAdvize")).toBeInTheDocument();
  });

  it("says that the password was refused", async () => {
    const { user } = await renderApp("/settings", fresh);
    await user.type(await screen.findByTestId("sign-in-email"), "claire@example.com");
    await user.type(screen.getByTestId("sign-in-password"), "wrong");
    await user.click(screen.getByTestId("sign-in-submit"));
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "iAdvize refused this email and password.",
    );
  });

  it("asks before it signs out", async () => {
    const { user } = await renderApp("/settings");
    await user.click(await screen.findByRole("button", { name: "Sign out" }));
    const dialog = await screen.findByRole("dialog", { name: "Sign out of iAdvize?" });
    await user.click(within(dialog).getByRole("button", { name: "Sign out" }));
    expect(await screen.findByTestId("sign-in-email")).toBeInTheDocument();
  });
});

describe("webhook and destination", () => {
  it("keeps the secret and empties the field", async () => {
    const { user } = await renderApp("/settings", fresh);
    await user.type(await screen.findByTestId("webhook-secret"), "s3cret");
    await user.click(screen.getByTestId("webhook-secret-save"));
    expect(
      await screen.findByText("A secret is kept. Enter another one to replace it."),
    ).toBeInTheDocument();
    expect(screen.getByTestId("webhook-secret")).toHaveValue("");
    expect(screen.getByTestId("webhook-address")).toHaveValue(
      "http://127.0.0.1:47800/hook/3f9c1a7e5b2d4086",
    );
  });

  it("connects HubSpot and shows its fields", async () => {
    const { user } = await renderApp("/settings", fresh);
    await user.click(await screen.findByTestId("destination-kind-hubspot"));
    await user.type(screen.getByTestId("destination-token"), "key");
    await user.click(screen.getByTestId("destination-connect"));
    expect(await screen.findByText("11 fields that can be written")).toBeInTheDocument();
    expect(await screen.findByText("HubSpot connected")).toBeInTheDocument();
  });

  it("tells a refused key", async () => {
    const { user } = await renderApp("/settings", fresh);
    await user.click(await screen.findByTestId("destination-kind-hubspot"));
    await user.type(screen.getByTestId("destination-token"), "wrong");
    await user.click(screen.getByTestId("destination-connect"));
    expect(await screen.findByRole("alert")).toHaveTextContent("The destination refused its key.");
  });
});

describe("mapping, delivery and questions", () => {
  it("saves a mapping without the row that was removed, and can undo", async () => {
    const { user, platform } = await renderApp("/settings");
    const remove = async () => {
      const [first] = await screen.findAllByRole("button", { name: "Remove this row" });
      if (first) await user.click(first);
    };
    await remove();
    await user.click(screen.getByRole("button", { name: "Undo changes" }));
    expect(screen.getAllByRole("button", { name: "Remove this row" })).toHaveLength(8);
    await remove();
    await user.click(screen.getByTestId("mapping-save"));
    await waitFor(() => expect(screen.queryByTestId("mapping-save")).toBeNull());
    const { mapping } = await platform.call("settings", {});
    expect(mapping).toHaveLength(7);
  });

  it("switches to automatic", async () => {
    const { user, platform } = await renderApp("/settings");
    await user.click(await screen.findByTestId("mode-automatic"));
    await waitFor(async () => expect((await platform.call("settings", {})).mode).toBe("automatic"));
  });

  it("checks a file first, and says what is wrong with it", async () => {
    const { user } = await renderApp("/settings", fresh);
    const picker = await screen.findByTestId("config-file");
    await user.upload(picker, new File(['{"name":"x"}'], "set.json", { type: "application/json" }));
    expect(
      await screen.findByText("set.json has 1 fault; nothing was changed"),
    ).toBeInTheDocument();
    await user.upload(
      picker,
      new File(['{"questions":[]}'], "set.json", { type: "application/json" }),
    );
    await user.click(await screen.findByTestId("config-apply"));
    await waitFor(() =>
      expect(screen.getByTestId("questions-in-use")).toHaveTextContent(
        "Conversations are read with Home loan lead, version 1.",
      ),
    );
  });

  it("starts from an example, checked like any file", async () => {
    const { user, platform } = await renderApp("/settings", fresh);
    await user.click(await screen.findByTestId("config-example"));
    await user.click(await screen.findByTestId("config-apply"));
    expect(await screen.findByTestId("questions-in-use")).toBeInTheDocument();
    expect((await platform.call("settings", {})).question_set?.questions).toHaveLength(4);
  });
});

describe("appearance", () => {
  it("speaks French at once, and remembers it", async () => {
    const { user } = await renderApp("/settings");
    await user.click(await screen.findByText("Français"));
    expect(await screen.findByRole("heading", { name: "Comptes iAdvize" })).toBeInTheDocument();
    expect(document.documentElement.lang).toBe("fr");
    expect(window.localStorage.getItem("leadbridge.language")).toBe("fr");
  });

  it("says what is wrong in the status bar", async () => {
    await renderApp("/settings", { ask: { scene: "broken" } });
    const bar = await screen.findByRole("region", { name: "Status" });
    expect(await within(bar).findByText("Not receiving webhooks")).toBeInTheDocument();
    expect(within(bar).getByText("HubSpot is paused")).toBeInTheDocument();
    expect(within(bar).getByText("Secrets out of reach")).toBeInTheDocument();
  });
});
