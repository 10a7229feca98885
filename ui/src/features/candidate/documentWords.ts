import type { DocumentKind, DocumentView } from "../../ipc/generated/bindings";
import type { useText } from "../../text/text";

/** What a document can be, the commonest first. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  "cv",
  "letter",
  "applicationForm",
  "reference",
  "assessment",
  "offer",
  "other",
];

type Translate = ReturnType<typeof useText>;

/** What a document is: its label where it has one, or else its kind. */
export function documentWord(t: Translate, { kind, label }: Pick<DocumentView, "kind" | "label">) {
  return label ?? t("documents-kind", { kind });
}

/** The size of a file, as a person says it. */
export function sizeWord(t: Translate, bytes: number) {
  if (bytes < 1_000_000) {
    return t("documents-size-kilobytes", { size: Math.max(1, Math.round(bytes / 1000)) });
  }
  return t("documents-size-megabytes", { size: Math.round(bytes / 100_000) / 10 });
}
