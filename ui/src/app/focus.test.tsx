import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepFocus } from "./focus";

let end = () => {};
beforeEach(() => {
  // Without a layout nothing has a place on the page.
  Element.prototype.getClientRects = () => [new DOMRect()] as unknown as DOMRectList;
  end = keepFocus();
});
afterEach(() => end());

function Page() {
  const [isDone, setDone] = useState(false);
  return (
    <main>
      <h1 tabIndex={-1}>Candidate</h1>
      {!isDone && <button type="button">Elsewhere</button>}
      <article>
        <a href="#vacancy">Press Officer</a>
        {!isDone && (
          <div>
            <button type="button" onClick={() => setDone(true)}>
              Reject
            </button>
          </div>
        )}
      </article>
    </main>
  );
}

it("goes to what is nearest when what had the focus is gone", async () => {
  render(<Page />);
  await userEvent.click(screen.getByRole("button", { name: "Reject" }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Press Officer"));
});

it("goes to the heading when nothing of what was around it is left", async () => {
  const { rerender } = render(<Page />);
  await userEvent.click(screen.getByRole("button", { name: "Elsewhere" }));
  rerender(
    <main>
      <h1 tabIndex={-1}>Another page</h1>
    </main>,
  );
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Another page"));
});
