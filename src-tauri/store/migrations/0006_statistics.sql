-- What went in a quarter waits until it is over, so that two readings of the counts cannot be subtracted (ANO-04).
CREATE TABLE statistic_waiting (
    counted_in    TEXT    NOT NULL,
    quarter       TEXT    NOT NULL,
    source        TEXT    NOT NULL,
    stage_reached TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    number        INTEGER NOT NULL,
    PRIMARY KEY (counted_in, quarter, source, stage_reached, reason)
) STRICT, WITHOUT ROWID;
