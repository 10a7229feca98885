import { useEffect, useRef, useState } from "react";
import { Facts } from "../../../components/Facts";
import { FormDialog } from "../../../components/FormDialog";
import list from "../../../components/List.module.css";
import { Notice } from "../../../components/Notice";
import { RadioField } from "../../../components/RadioField";
import { Skeleton } from "../../../components/Skeleton";
import { useToast } from "../../../components/Toast";
import type {
  PackKind,
  PackReview,
  PackSuggestion,
  RequestView,
} from "../../../ipc/generated/bindings";
import { useAct } from "../../../ipc/queries";
import { useText } from "../../../text/text";

type Choice = "give" | "mask";

interface Props {
  view: RequestView;
  /** All that is held, or what they gave in a form for other programs. */
  kind: PackKind;
  onClose: () => void;
}

/** Puts together what is held, or what they gave, asks about each name of somebody else, and saves it. */
export function PackDialog({ view, kind, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { mutateAsync: assemble } = useAct("assemble_pack", { errors: "caller" });
  const save = useAct("save_pack", { errors: "caller" });
  const [review, setReview] = useState<PackReview | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  const { request, revision } = view;
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    assemble({ request, kind }).then(
      (found) => {
        setReview(found);
        setChosen(decidedBefore(found));
      },
      (error: Error) => setFailed(error),
    );
  }, [assemble, request, kind]);
  if (failed !== null) throw failed;

  const validate = () =>
    (review?.suggestions ?? [])
      .filter(({ mark }) => chosen[mark] === undefined)
      .map(({ mark }) => ({ field: mark, problem: t("requests-pack-undecided") }));
  const submit = async () => {
    if (review === null) return;
    const { saved } = await save.mutateAsync({
      request,
      revision,
      pack: review.pack,
      decisions: review.suggestions.map(({ mark }) => ({
        mark,
        masked: chosen[mark] !== "give",
      })),
    });
    if (!saved) return;
    toast.show({ message: t("requests-pack-saved", { kind }), undo: null });
    onClose();
  };

  return (
    <FormDialog
      isSheet
      title={t("requests-pack-title", { kind })}
      onClose={onClose}
      onSubmit={submit}
      validate={validate}
      submit={t("requests-pack-save")}
      cancel={t("requests-cancel")}
    >
      {review === null ? (
        <Skeleton />
      ) : (
        <>
          <p>{t("requests-pack-what", { kind })}</p>
          <Facts
            facts={review.tally.map(({ title, count }) => ({ label: title, value: String(count) }))}
          />
          {review.withheld.length > 0 && (
            <Notice tone="info" title={t("requests-pack-withheld")}>
              <ul>
                {review.withheld.map(({ kind, because, count }) => (
                  <li key={`${kind} ${because}`}>
                    {t("requests-pack-withheld-one", { kind, count })}
                    <span className={list.soft}> · {because}</span>
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          {review.suggestions.length === 0 ? (
            <p>{t("requests-pack-no-names", { kind })}</p>
          ) : (
            <p>{t("requests-pack-names", { count: review.suggestions.length })}</p>
          )}
          {review.suggestions.map((suggestion) => (
            <RadioField<Choice>
              key={suggestion.mark}
              name={suggestion.mark}
              label={titleOf(suggestion, t)}
              hint={
                suggestion.excerpt === ""
                  ? suggestion.place
                  : `${suggestion.place}: “…${suggestion.excerpt}…”`
              }
              options={(["give", "mask"] as const).map((id) => ({
                id,
                label: t("requests-pack-choice", { choice: id, kind: suggestion.kind }),
              }))}
              value={chosen[suggestion.mark] ?? null}
              onChange={(choice) =>
                setChosen((before) => ({ ...before, [suggestion.mark]: choice }))
              }
            />
          ))}
        </>
      )}
    </FormDialog>
  );
}

function decidedBefore({ suggestions }: PackReview): Record<string, Choice> {
  const decided: Record<string, Choice> = {};
  for (const { mark, masked } of suggestions) {
    if (masked !== null) decided[mark] = masked ? "mask" : "give";
  }
  return decided;
}

function titleOf({ kind, name }: PackSuggestion, t: ReturnType<typeof useText>): string {
  return t("requests-pack-suggestion", { kind, name });
}
