-- Claims in the order in which they were read, which a judgement leaves as it is, and days with the same order in each.
CREATE INDEX claim_added ON claim (reading, place_in_reading);
DROP INDEX claim_published;
CREATE INDEX claim_published ON claim (published, reading, place_in_reading, number);
DROP INDEX claim_earliest;
CREATE INDEX claim_earliest ON claim (earliest, reading, place_in_reading, number, latest);
