import styles from "./Mark.module.css";

interface Props {
  size?: number;
}

/** Fairhold's mark, as the icon has it. */
export function Mark({ size = 32 }: Props) {
  return (
    <svg
      className={styles.mark}
      width={size}
      height={size}
      viewBox="0 0 512 512"
      aria-hidden="true"
      focusable="false"
    >
      <rect className={styles.markGround} x="16" y="16" width="480" height="480" rx="112" />
      <path className={styles.markLetter} d="M152 404V108h208v56H216v68h120v56H216v116z" />
      <circle className={styles.markSeal} cx="352" cy="366" r="50" />
      <path className={styles.markTick} d="M330 367l16 17 29-33" />
    </svg>
  );
}
