import { Button } from "../../../components/Button";
import { Facts } from "../../../components/Facts";
import list from "../../../components/List.module.css";
import { Panel } from "../../../components/Panel";
import type { CaseItem, RequestView } from "../../../ipc/generated/bindings";
import { showDate } from "../../../text/dates";
import { useText } from "../../../text/text";
import styles from "../Rights.module.css";
import type { Doing } from "./RequestScreen";
import { channelWord, groundWord, rightWord } from "./requestWords";

interface Props {
  view: RequestView;
  onDo: (doing: Doing) => void;
}

/** What is known of a request: what was asked, what happened on it, and what was decided of each right. */
export function RequestParts({ view, onDo }: Props) {
  return (
    <div className={styles.panels}>
      <Asked view={view} onDo={onDo} />
      <Happened view={view} onDo={onDo} />
      {view.case.items.map((item) => (
        <Decided key={item.right} view={view} item={item} onDo={onDo} />
      ))}
    </div>
  );
}

function wordsOf(view: RequestView, about: string): string {
  if (view.words.is !== "shown") return "";
  return view.words.value.find((one) => one.about === about)?.words ?? "";
}

function Asked({ view, onDo }: Props) {
  const t = useText();
  const asked = wordsOf(view, "asked");
  const asker = wordsOf(view, "asker");
  const mayFind = view.mayKeep && view.person.kind === "notHere" && view.case.answer === null;
  return (
    <Panel
      title={t("requests-asked")}
      {...(mayFind &&
        view.next?.kind !== "findPerson" && {
          actions: (
            <Button size="small" onPress={() => onDo({ what: "note", noting: "found" })}>
              {t("requests-find-do")}
            </Button>
          ),
        })}
    >
      <div className={styles.answer}>
        {asked !== "" && <p className={styles.words}>{asked}</p>}
        <Facts
          facts={[
            { label: t("requests-received-on"), value: showDate(view.case.receivedOn) },
            { label: t("requests-channel-label"), value: channelWord(view.case.channel) },
            ...(asker === "" ? [] : [{ label: t("requests-asker"), value: asker }]),
          ]}
        />
        {mayFind && <p className={list.soft}>{t("requests-nothing-held")}</p>}
      </div>
    </Panel>
  );
}

function Happened({ view, onDo }: Props) {
  const t = useText();
  const { identity, questions, fee, extension, packMadeOn, portableMadeOn, erasedOn } = view.case;
  const isOpen = view.mayKeep && view.case.answer === null;
  const made = (
    [
      { kind: "held", on: packMadeOn },
      { kind: "portable", on: portableMadeOn },
    ] as const
  ).flatMap(({ kind, on }) => (on === null ? [] : [{ kind, on }]));
  const facts = [
    ...(identity.kind === "notInDoubt"
      ? []
      : [
          {
            label: t("requests-identity"),
            value:
              identity.kind === "asked"
                ? t("requests-identity-asked", { on: showDate(identity.on) })
                : t("requests-identity-seen", {
                    asked: showDate(identity.askedOn),
                    on: showDate(identity.on),
                  }),
          },
        ]),
    ...questions.map(({ askedOn, answeredOn }, place) => ({
      label: t("requests-question", { on: showDate(askedOn) }),
      value: [
        wordsOf(view, `question-${place}`),
        answeredOn === null
          ? t("requests-question-open")
          : t("requests-question-answered", { on: showDate(answeredOn) }),
        wordsOf(view, `answer-${place}`),
      ]
        .filter((text) => text !== "")
        .join(" · "),
    })),
    ...(fee.kind === "none"
      ? []
      : [
          {
            label: t("requests-fee"),
            value: [t("requests-fee-is", { state: fee.kind }), wordsOf(view, "fee")]
              .filter((text) => text !== "")
              .join(" · "),
          },
        ]),
    ...(extension === null
      ? []
      : [
          {
            label: t("requests-extension"),
            value: [
              t("requests-extension-told", {
                on: showDate(extension.toldOn),
                because: extension.because,
              }),
              wordsOf(view, "extension"),
            ]
              .filter((text) => text !== "")
              .join(" · "),
          },
        ]),
    ...made.map(({ kind, on }) => ({ label: t("requests-pack", { kind }), value: showDate(on) })),
    ...(erasedOn === null ? [] : [{ label: t("requests-erased-on"), value: showDate(erasedOn) }]),
  ];
  const asksAccess = view.case.items.some(({ right }) => right === "access");
  const noClock = view.clock.dueOn === null;
  return (
    <Panel title={t("requests-happened")}>
      <div className={styles.answer}>
        {facts.length === 0 ? (
          <p className={list.soft}>{t("requests-happened-nothing")}</p>
        ) : (
          <Facts facts={facts} />
        )}
        {isOpen && (
          <div className={styles.actions}>
            {identity.kind === "notInDoubt" && (
              <Button size="small" onPress={() => onDo({ what: "note", noting: "identityAsked" })}>
                {t("requests-ask-identity")}
              </Button>
            )}
            {asksAccess && !questions.some(({ answeredOn }) => answeredOn === null) && (
              <Button size="small" onPress={() => onDo({ what: "note", noting: "questionAsked" })}>
                {t("requests-ask-question")}
              </Button>
            )}
            {extension === null && !noClock && view.clock.tellBy !== null && (
              <Button size="small" onPress={() => onDo({ what: "note", noting: "extended" })}>
                {t("requests-extend")}
              </Button>
            )}
            {fee.kind === "none" && (
              <Button size="small" onPress={() => onDo({ what: "note", noting: "feeProposed" })}>
                {t("requests-propose-fee")}
              </Button>
            )}
            {made.map(({ kind }) => (
              <Button key={kind} size="small" onPress={() => onDo({ what: "pack", kind })}>
                {t("requests-pack-again", { kind })}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Panel>
  );
}

interface DecidedProps extends Props {
  item: CaseItem;
}

function Decided({ view, item: { right, decision }, onDo }: DecidedProps) {
  const t = useText();
  const nameOf = (account: string) =>
    view.accounts.find((one) => one.account === account)?.name ?? "";
  const due = view.items.find((one) => one.right === right)?.dueOn ?? null;
  const mayDecide =
    view.mayKeep &&
    view.case.answer === null &&
    !(view.next?.kind === "decide" && view.next.right === right);
  return (
    <Panel
      title={rightWord(right)}
      {...(mayDecide && {
        actions: (
          <Button size="small" onPress={() => onDo({ what: "decide", right })}>
            {t(decision === null ? "requests-decide" : "requests-decide-anew")}
          </Button>
        ),
      })}
    >
      <div className={styles.answer}>
        {decision === null ? (
          <p className={list.soft}>
            {due === null
              ? t("requests-undecided")
              : t("requests-undecided-due", { due: showDate(due) })}
          </p>
        ) : (
          <>
            <p>
              <strong>{t("requests-outcome", { outcome: decision.outcome })}</strong>
            </p>
            <Facts
              facts={[
                ...(decision.grounds.length === 0
                  ? []
                  : [
                      {
                        label: t("requests-grounds"),
                        value: decision.grounds.map(groundWord).join("; "),
                      },
                    ]),
                ...[wordsOf(view, `reasons-${right}`)]
                  .filter((text) => text !== "")
                  .map((value) => ({ label: t("requests-reasons"), value })),
                {
                  label: t("requests-decided-by"),
                  value: t("requests-decided-on", {
                    by: nameOf(decision.by),
                    on: showDate(decision.on),
                  }),
                },
                ...(decision.agreedBy === null
                  ? []
                  : [{ label: t("requests-agreed-by"), value: nameOf(decision.agreedBy) }]),
              ]}
            />
          </>
        )}
      </div>
    </Panel>
  );
}
