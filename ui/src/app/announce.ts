/** Tells a screen reader something, without moving focus. */
export function announce(message: string, urgency: "polite" | "assertive" = "polite"): void {
  const region = document.getElementById(`announce-${urgency}`);
  if (region === null) return;
  // A fresh node each time, so that the same words twice are said twice.
  const line = document.createElement("div");
  line.textContent = message;
  region.replaceChildren(line);
}
