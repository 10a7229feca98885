import type { ReactNode } from "react";
import { href, type Place } from "../app/places";

interface Props {
  to: Place;
  children: ReactNode;
}

/** A link to another place in the window. */
export function Link({ to, children }: Props) {
  return <a href={href(to)}>{children}</a>;
}
