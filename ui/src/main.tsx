import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { replaceTransport } from "./ipc/transport";

async function start() {
  // The mode is known when the page is built, so the fake is never part of the real one.
  if (import.meta.env.MODE === "fake") {
    const { makeFakeTransport } = await import("./ipc/testing/fake");
    const asked = new URLSearchParams(window.location.search).get("standing");
    const standing = (["noStore", "unusable", "locked", "open"] as const).find(
      (one) => one === asked,
    );
    replaceTransport(makeFakeTransport(standing === undefined ? {} : { standing }));
  }
  const root = document.getElementById("root");
  if (root === null) throw new Error("the page has no root");
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
