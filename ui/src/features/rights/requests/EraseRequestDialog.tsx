import { useState } from "react";
import { CheckGroupField } from "../../../components/CheckGroupField";
import { Field } from "../../../components/Field";
import { FormDialog } from "../../../components/FormDialog";
import list from "../../../components/List.module.css";
import { Notice } from "../../../components/Notice";
import { Skeleton } from "../../../components/Skeleton";
import { useToast } from "../../../components/Toast";
import type { PlanLine, RequestView } from "../../../ipc/generated/bindings";
import { useAct, useCommand } from "../../../ipc/queries";
import { useText } from "../../../text/text";
import { classWord } from "../../candidate/disclosureWords";

interface Props {
  view: RequestView;
  onClose: () => void;
}

/** Erases what was asked for, part by part: what a rule keeps stays, and what is ticked goes. */
export function EraseRequestDialog({ view, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { request, revision } = view;
  const plan = useCommand("plan_erasure", { request }, { staleTime: 0, gcTime: 0 }).data;
  const erase = useAct("erase_on_request", { errors: "caller" });
  const [kept, setKept] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState("");
  const lines = plan?.lines ?? [];
  const mayGo = lines.filter((line) => line.kept === null);
  const granted = view.case.items.some(
    ({ right, decision }) => right === "erasure" && decision?.outcome === "granted",
  );
  const isWhole = plan?.whole === true && granted;
  const goes = mayGo.map(keyOf).filter((key) => !kept.includes(key));

  const save = async () => {
    const receipt = await erase.mutateAsync({
      request,
      revision,
      keep: isWhole
        ? []
        : mayGo.filter((line) => kept.includes(keyOf(line))).map(({ part }) => part),
      typed,
      job: Date.now() % 1_000_000,
    });
    toast.show({
      message: t(receipt.verified ? "requests-erased" : "requests-erased-fault"),
      undo: null,
    });
    onClose();
  };

  return (
    <FormDialog
      isSheet
      isDanger
      title={t("requests-erase-title")}
      onClose={onClose}
      onSubmit={save}
      submit={t("requests-erase-save")}
      cancel={t("requests-cancel")}
    >
      {plan === undefined ? (
        <Skeleton />
      ) : (
        <>
          {plan.kept !== null && (
            <Notice tone="info" title={t("requests-erase-kept")}>
              <p>{plan.kept.sentence}</p>
            </Notice>
          )}
          {isWhole ? (
            <p>{t("requests-erase-whole")}</p>
          ) : (
            <>
              <p>{t("requests-erase-parts")}</p>
              {mayGo.length > 0 && (
                <CheckGroupField
                  name="keep"
                  label={t("requests-erase-goes")}
                  options={mayGo.map((line) => ({ id: keyOf(line), label: nameOf(line, t) }))}
                  value={goes}
                  onChange={(chosen) =>
                    setKept(mayGo.map(keyOf).filter((key) => !chosen.includes(key)))
                  }
                />
              )}
              {lines.some((line) => line.kept !== null) && (
                <section aria-label={t("requests-erase-stays")}>
                  <p>{t("requests-erase-stays")}</p>
                  <ul>
                    {lines
                      .filter((line) => line.kept !== null)
                      .map((line) => (
                        <li key={keyOf(line)}>
                          {nameOf(line, t)}
                          <span className={list.soft}> · {line.kept?.sentence}</span>
                        </li>
                      ))}
                  </ul>
                </section>
              )}
            </>
          )}
          <Field
            name="typed"
            label={t("requests-erase-type", { words: plan.confirm })}
            value={typed}
            onChange={setTyped}
          />
        </>
      )}
    </FormDialog>
  );
}

function keyOf({ part }: PlanLine): string {
  switch (part.kind) {
    case "application":
      return part.application;
    case "document":
      return part.document;
    case "sealed":
      return part.record;
  }
}

function nameOf({ part, class: of, role }: PlanLine, t: ReturnType<typeof useText>): string {
  return t("requests-erase-part", { kind: part.kind, role: role ?? "", class: classWord(of) });
}
