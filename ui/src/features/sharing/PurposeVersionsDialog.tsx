import { Sheet } from "../../components/Dialog";
import list from "../../components/List.module.css";
import type { PurposeView } from "../../ipc/generated/bindings";
import { showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import { Uses } from "./Purposes";
import { basisWord, conditionWord } from "./sharingWords";

interface Props {
  purpose: PurposeView;
  onClose: () => void;
}

/** Every version of a purpose, the latest first: none is ever changed. */
export function PurposeVersionsDialog({ purpose: { number, versions }, onClose }: Props) {
  const t = useText();
  return (
    <Sheet title={t("sharing-versions-title", { number })} isOpen onClose={onClose}>
      <ul className={list.rows}>
        {versions.map(({ version, terms, setBy, setAt }) => (
          <li key={version} className={list.row}>
            <div className={list.head}>
              <span className={list.title}>{t("sharing-version", { version })}</span>
              <span className={list.soft}>
                {setBy === null || setAt === null
                  ? t("sharing-version-notice")
                  : t("sharing-version-set", { by: setBy, at: showDateTime(setAt) })}
              </span>
            </div>
            <p>{terms.text}</p>
            <p className={list.soft}>
              {[basisWord(terms.basis), terms.condition && conditionWord(terms.condition)]
                .filter(Boolean)
                .join("; ")}
            </p>
            <Uses terms={terms} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
