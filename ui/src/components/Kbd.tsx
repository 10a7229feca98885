import styles from "./Kbd.module.css";

interface Props {
  /** Keys parted by spaces: `Ctrl K`, `g then c` has its words as they are. */
  keys: string;
}

/** Keys to press, as a hint beside the words. */
export function Kbd({ keys }: Props) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {keys.split(" ").map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
