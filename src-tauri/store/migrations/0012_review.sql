-- The day of going for which somebody looked at the record. Null: nobody did. It counts while it is still the day.
ALTER TABLE candidate ADD COLUMN looked_at_for TEXT;
