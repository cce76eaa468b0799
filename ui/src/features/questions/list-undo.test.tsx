import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { design, rows } from "../../test/designer";

const ROW = 40;
const row = (place: number) => screen.getByTestId(`question-row-${place}`);

/** Gives the rows a place on the screen, and their handles the pointer. */
function laidOut() {
  screen.getAllByRole("option").forEach((each, place) => {
    each.getBoundingClientRect = () => new DOMRect(0, place * ROW, 300, ROW);
  });
  const grip = row(0).querySelector<HTMLElement>("[title]");
  if (!grip) throw new Error("there is no handle");
  grip.setPointerCapture = () => undefined;
  return grip;
}

/** As the browser does it: what was pressed and let go is clicked, wherever the pointer is. */
function drag(grip: HTMLElement, y: number) {
  fireEvent.pointerDown(grip, { button: 0, pointerId: 1 });
  fireEvent.pointerMove(grip, { clientY: y });
  fireEvent.pointerUp(grip, { clientY: y });
  fireEvent.click(grip);
}

describe("a dragged question", () => {
  it("stays the chosen one", async () => {
    await design();
    drag(laidOut(), 2.9 * ROW);
    expect(rows()).toEqual(["Q2", "Q3", "Q1", "Q4", "Q5", "Q6"]);
    expect(row(2)).toHaveAttribute("aria-selected", "true");
    expect(screen.getByLabelText("Question Q1")).toBeInTheDocument();
  });

  it("that comes to where it was is chosen with the click", async () => {
    const { user } = await design();
    await user.keyboard("jj");
    drag(laidOut(), 0.4 * ROW);
    expect(rows()).toEqual(["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"]);
    expect(row(0)).toHaveAttribute("aria-selected", "true");
  });
});

describe("the offer to bring a question back", () => {
  it.each([
    ["Undo", () => fireEvent.click(screen.getByLabelText("Undo"))],
    ["Ctrl+Z", () => fireEvent.keyDown(screen.getByRole("listbox"), { key: "z", ctrlKey: true })],
  ])("goes with %s", async (_, undo) => {
    const { user } = await design();
    await user.keyboard("jj{Delete}");
    const offer = await screen.findByTestId("undo-toast");
    expect(rows()).toHaveLength(5);
    undo();
    expect(rows()).toEqual(["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"]);
    // Pressed while it fades, it does nothing more.
    fireEvent.click(offer);
    expect(rows()).toEqual(["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"]);
    await waitFor(() => expect(screen.queryByTestId("undo-toast")).toBeNull());
  });

  it("stays while other things are changed", async () => {
    const { user } = await design();
    await user.keyboard("jj{Delete}k");
    await user.type(screen.getByTestId("set-name"), "!");
    await user.click(await screen.findByTestId("undo-toast"));
    expect(rows()).toEqual(["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"]);
    expect(screen.getByTestId("set-name")).toHaveValue("Home loan lead!");
  });
});
